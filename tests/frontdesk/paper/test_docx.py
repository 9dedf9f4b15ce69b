import io
from datetime import date

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from frontdesk.paper import (
    Beside,
    Cards,
    Chart,
    ChartKind,
    Code,
    Column,
    Footer,
    GroupRow,
    Heading,
    Letterhead,
    Orientation,
    PageBreak,
    Paper,
    Paragraph,
    Recipients,
    Row,
    Run,
    Section,
    Series,
    Signatures,
    Signer,
    Slot,
    Table,
    Title,
    Together,
    layout,
    print_docx,
)

HEAD = Letterhead(
    ("ỦY BAN MTTQ VIỆT NAM XÃ MINH TÂN", "BAN THƯỜNG TRỰC"), "Số: 05/BB-MTTQ-BTT", "Minh Tân, ngày 22", draft=True
)
TABLE = Table(
    (Column("STT", 15), Column("Họ và tên"), Column("Số", 20, group="Chứng từ"), Column("Ngày", 30, group="Chứng từ")),
    (GroupRow("Khách mời"), *(Row((n, f"Tên {n}", 1_234_567, date(2026, 9, 5))) for n in range(3))),
    total=Row((None, "Cộng", None, None)),
)


def _document(*blocks, **more):
    stream = io.BytesIO()
    print_docx(Paper("Giấy thử", "Ban thử", tuple(blocks), **more), stream)
    return docx.Document(stream)


def _all_text(document):
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in document.element.body.iter(qn("w:p")))


def _run_of(document, words):
    """Size in points, bold and italic of the first run that holds `words`."""
    for run in document.element.body.iter(qn("w:r")):
        if words in "".join(t.text or "" for t in run.iter(qn("w:t"))):
            properties = run.find(qn("w:rPr"))
            size = int(properties.find(qn("w:sz")).get(qn("w:val"))) / 2
            return size, properties.find(qn("w:b")) is not None, properties.find(qn("w:i")) is not None
    raise AssertionError(words)


@pytest.mark.parametrize(
    ("words", "look"),
    [
        ("CỘNG HÒA XÃ HỘI", (13, True, False)),
        ("Độc lập - Tự do", (14, True, False)),
        ("ỦY BAN MTTQ", (13, False, False)),
        ("BAN THƯỜNG TRỰC", (13, True, False)),
        ("Số: 05", (13, False, False)),
        ("DỰ THẢO", (13, True, False)),
        ("Minh Tân, ngày", (14, False, True)),
        ("BIÊN BẢN", (14, True, False)),
        ("Nội dung", (14, False, False)),
        ("Nơi nhận:", (12, True, True)),
        ("- Lưu: VT.", (11, False, False)),
    ],
)
def test_each_element_has_the_size_and_weight_of_the_decree(words, look):
    document = _document(HEAD, Title("BIÊN BẢN", "Hội nghị"), Paragraph("Nội dung"), Recipients(("Lưu: VT",)))
    assert _run_of(document, words) == look


def test_the_page_is_a4_with_the_margins_of_the_decree():
    section = _document(Paragraph("x")).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins] == [20, 20, 30, 15]


def test_page_numbers_stand_in_the_header_but_not_on_the_first_page():
    section = _document(Paragraph("x")).sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml


def test_later_sections_lie_as_told_and_their_first_pages_have_numbers():
    document = _document(Paragraph("một"), Section(Orientation.LANDSCAPE), Paragraph("hai"))
    first, second = document.sections
    assert (first.orientation, second.orientation) == (WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE)
    assert not second.different_first_page_header_footer
    assert second.header.is_linked_to_previous


def test_a_section_that_opens_the_paper_makes_no_empty_page():
    document = _document(Section(Orientation.LANDSCAPE), Paragraph("một"))
    assert [section.orientation for section in document.sections] == [WD_ORIENT.LANDSCAPE]


def test_table_headers_repeat_and_rows_stay_whole():
    table = _document(TABLE).tables[0]._tbl
    rows = table.findall(qn("w:tr"))
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows[:3]] == [True, True, False]
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
    assert len(rows) == 2 + 4 + 1


def test_table_cells_show_what_paper_shows():
    text = _all_text(_document(TABLE))
    for words in ("1.234.567", "05/09/2026", "Khách mời", "Cộng", "Chứng từ"):
        assert words in text


def test_table_columns_fill_the_width_of_the_text():
    table = _document(TABLE).tables[0]._tbl
    widths = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
    assert sum(widths) / 1440 * 25.4 == pytest.approx(165, abs=0.5)


def test_the_last_lines_of_the_body_stay_with_the_signatures():
    document = _document(Paragraph("đầu"), Paragraph("cuối"), Signatures((Signer(("THƯ KÝ",), "Dương"),)))
    kept = [p._p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for p in document.paragraphs[:2]]
    assert kept == [False, True]
    rows = document.tables[0]._tbl.findall(qn("w:tr"))
    assert all(row.find(f".//{qn('w:keepNext')}") is not None for row in rows[:-1])


def test_the_last_rows_of_a_table_stay_with_the_signatures():
    rows = _document(TABLE, Signatures((Signer(("THƯ KÝ",)),))).tables[0]._tbl.findall(qn("w:tr"))
    assert [row.find(f".//{qn('w:keepNext')}") is not None for row in rows[-3:]] == [False, True, True]


def _kept(element):
    """Whether each paragraph below `element` stays on the page of what follows."""
    return [properties.find(qn("w:keepNext")) is not None for properties in element.iter(qn("w:pPr"))]


def test_a_heading_goes_with_the_first_row_of_its_table():
    body = _document(Heading("V. Phân công"), TABLE).element.body
    heading, gap, table = body[0], body[1], body[2]
    upper, lower, group, first, *_ = table.findall(qn("w:tr"))
    assert [any(_kept(element)) for element in (heading, gap, upper, lower, group, first)] == [True] * 5 + [False]


def test_what_belongs_together_stays_on_one_page():
    body = _document(Together((Paragraph("một"), Paragraph("hai"), Paragraph("ba"))), Paragraph("bốn")).element.body
    assert _kept(body) == [True, True, False, False]


def test_a_narrow_column_has_room_for_its_title_in_times_new_roman():
    narrow = Table((Column("STT", 8), Column("Họ và tên")), (Row((1, "A")),))
    widths = [int(column.get(qn("w:w"))) / 20 for column in _document(narrow).tables[0]._tbl.iter(qn("w:gridCol"))]
    stt_in_times_bold_13_pt = 24.57
    assert widths[0] - 2 * layout.CELL_PADDING_X_PT > stt_in_times_bold_13_pt
    assert sum(widths) / 72 * 25.4 == pytest.approx(165, abs=0.5)


def test_headings_are_levels_of_the_outline_and_keep_their_text():
    paragraph = _document(Heading("I. Một"), Paragraph("x")).paragraphs[0]._p
    assert paragraph.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}").get(qn("w:val")) == "1"
    assert paragraph.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def test_text_is_composed_weighted_and_as_typed():
    text = "<b>&amp; e\u0302\u0323\x07"
    document = _document(Paragraph((Run(text, bold=True), Run(" sau\ndòng hai"))))
    assert document.paragraphs[0].text == "<b>&amp; ệ\ufffd sau\ndòng hai"
    assert document.paragraphs[0].runs[0].bold


def test_the_footer_stands_on_the_first_page_too():
    section = _document(Paragraph("x"), Footer("Dấu vân tay: 3f2a")).sections[0]
    assert section.footer.paragraphs[0].text == section.first_page_footer.paragraphs[0].text == "Dấu vân tay: 3f2a"


def test_properties_tell_title_author_and_language():
    properties = _document(Paragraph("x")).core_properties
    assert (properties.title, properties.author, properties.language) == ("Giấy thử", "Ban thử", "vi-VN")
    assert properties.comments == ""


def test_charts_and_codes_are_pictures():
    document = _document(Chart(ChartKind.BARS, ("A",), (Series("x", (1,)),)), Code("123", caption="123"))
    assert len(document.inline_shapes) == 2
    assert round(document.inline_shapes[0].width.mm) == 165
    assert "123" in _all_text(document)


def test_invitations_are_pages_with_their_own_names():
    face = (Title("GIẤY MỜI"), Beside(((Slot("guest", 10),), (Slot("code", 20),))))
    fills = tuple({"guest": f"Ông {n}", "code": Code("12")} for n in range(3))
    document = _document(Cards(face, fills))
    text = _all_text(document)
    assert [f"Ông {n}" in text for n in range(3)] == [True] * 3
    assert document.element.body.xml.count('w:type="page"') == 2


def test_tables_in_a_row_stay_two_and_a_break_is_a_break():
    document = _document(HEAD, HEAD, PageBreak(), TABLE, TABLE)
    assert len(document.tables) == 4
    assert document.element.body.xml.count('w:type="page"') == 1
