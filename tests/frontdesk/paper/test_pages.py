import io

import pytest
from pypdf import PdfReader

from frontdesk.paper import (
    Align,
    Column,
    Footer,
    FormLine,
    Heading,
    Marker,
    Numbered,
    Orientation,
    PageBreak,
    Paragraph,
    Picture,
    Recipients,
    Row,
    Section,
    Signatures,
    Signer,
    Space,
    Table,
    Title,
    Together,
)
from tests.frontdesk.paper.reading import A_SENTENCE, filling, pages_of, print_blocks

SIGNATURES = Signatures((Signer(("THƯ KÝ",), "Phạm Thị Dương"), Signer(("CHỦ TỌA",), "Nguyễn Hồng Ánh")))


def test_text_keeps_the_margins_of_the_decree():
    for page in pages_of(*filling(30), page_numbers=False):
        left, right, top, bottom = page.letters_edges
        assert left == pytest.approx(30, abs=0.3)
        assert right == pytest.approx(210 - 15, abs=0.3)
        assert top >= 20
        assert bottom <= 297 - 20 + 0.3


def test_page_numbers_stand_in_the_middle_of_the_top_margin_from_page_two_on():
    first, second, third = pages_of(*filling(18))[:3]
    assert all(word["top"] > 20 * 72 / 25.4 for word in first.page.extract_words())
    for number, page in ((2, second), (3, third)):
        word = page.page.extract_words()[0]
        assert word["text"] == str(number)
        found = page.find(str(number))
        assert found.size == 13
        assert found.bottom < 20
        assert (found.left + found.right) / 2 == pytest.approx((30 + 195) / 2, abs=0.5)


def test_body_text_is_justified_indented_by_a_tab_and_set_apart():
    page = pages_of(*filling(2))[0]
    lines = page.page.extract_text_lines()
    mm = 72 / 25.4
    assert lines[0]["x0"] / mm == pytest.approx(30 + 12.7, abs=0.3)
    assert lines[1]["x0"] / mm == pytest.approx(30, abs=0.3)
    assert all(line["x1"] / mm == pytest.approx(195, abs=0.3) for line in lines[:3])
    starts = [number for number, line in enumerate(lines) if line["x0"] / mm > 40]
    within = lines[1]["top"] - lines[0]["top"]
    between = lines[starts[1]]["top"] - lines[starts[1] - 1]["top"]
    assert between - within >= 6 - 1e-6
    assert 14 * 1.15 <= within <= 14 * 1.5 * 1.15


@pytest.mark.parametrize("lines_above", range(30, 42))
def test_a_heading_never_stands_at_a_pages_foot(lines_above):
    text = A_SENTENCE * 8
    blocks = [*[Paragraph("Một dòng.") for _ in range(lines_above - 12)], Heading("II. NỘI DUNG"), Paragraph(text)]
    for page in pages_of(*blocks):
        lines = page.text.split("\n")
        if "II. NỘI DUNG" in lines:
            assert len(lines) - 1 - lines.index("II. NỘI DUNG") >= 2


@pytest.mark.parametrize("paragraphs", range(3, 9))
@pytest.mark.parametrize("short", [0, 2, 5])
def test_signatures_never_stand_alone(paragraphs, short):
    blocks = [*filling(paragraphs), *[Paragraph("Một dòng ngắn.") for _ in range(short)]]
    page = pages_of(*blocks, SIGNATURES)[-1]
    lines = [line for line in page.text.split("\n") if line != "2"]
    signing = next(number for number, line in enumerate(lines) if "THƯ KÝ" in line)
    assert signing >= 2
    assert "Phạm Thị Dương" in page.text


@pytest.mark.parametrize("count", range(24, 34))
def test_signatures_after_a_table_take_two_rows_along(count):
    table = Table((Column("STT", 15), Column("Nội dung")), tuple(Row((n, f"Hàng {n}")) for n in range(count)))
    page = pages_of(table, SIGNATURES)[-1]
    assert page.text.count("Hàng") >= 2
    assert "THƯ KÝ" in page.text


def test_recipients_follow_their_signatures():
    for paragraphs in range(3, 8):
        pages = pages_of(*filling(paragraphs), SIGNATURES, Recipients(("Đảng ủy xã", "Lưu: VT")))
        assert "Nơi nhận" in pages[-1].text
        assert "THƯ KÝ" in pages[-1].text


def test_recipients_are_punctuated_and_sized_as_the_decree_says():
    page = pages_of(Recipients(("Đảng ủy xã;", "- Các ủy viên", "Lưu: VT, BTT.")))[0]
    assert page.text.split("\n") == ["Nơi nhận:", "- Đảng ủy xã;", "- Các ủy viên;", "- Lưu: VT, BTT."]
    head, item = page.find("Nơi nhận:"), page.find("- Đảng ủy")
    assert (head.size, head.font.split("-")[-1]) == (12, "BoldItalic")
    assert (item.size, item.font.split("-")[-1]) == (11, "Regular")


def test_recipients_stand_left_of_who_signs_a_letter():
    signer = Signer(("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"), "Nguyễn Hồng Ánh")
    page = pages_of(Paragraph("Nội dung."), Signatures((signer,), Recipients(("Lưu: VT",))))[0]
    assert page.find("Nơi nhận:").right < page.find("TM. BAN").left
    assert abs(page.find("Nơi nhận:").top - page.find("TM. BAN").top) < 2


def test_names_stand_level_under_heads_of_different_height():
    signers = (Signer(("THƯ KÝ",), "Phạm Dương"), Signer(("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"), "Hồng Ánh"))
    page = pages_of(Signatures(signers))[0]
    assert page.find("Phạm Dương").top == pytest.approx(page.find("Hồng Ánh").top, abs=0.1)
    assert page.find("Phạm Dương").top - page.find("(ký,").bottom > 20


def test_six_signers_stand_in_two_rows():
    page = pages_of(Signatures(tuple(Signer((f"ÔNG {n}",), f"Tên {n}") for n in range(6))))[0]
    assert page.find("ÔNG 0").top == pytest.approx(page.find("ÔNG 3").top)
    assert page.find("ÔNG 4").top > page.find("Tên 0").bottom


def test_a_section_turns_the_paper_and_numbers_run_on():
    portrait, landscape, back = pages_of(
        Paragraph("một"),
        Section(Orientation.LANDSCAPE),
        Paragraph("hai"),
        Section(Orientation.PORTRAIT),
        Paragraph("ba"),
    )
    assert [round(page.width) for page in (portrait, landscape, back)] == [210, 297, 210]
    assert [page.text.split("\n")[0] for page in (landscape, back)] == ["2", "3"]
    assert landscape.find("hai").left == pytest.approx(30 + 12.7, abs=0.5)


def test_breaks_in_a_row_or_at_the_ends_make_no_empty_page():
    pages = pages_of(PageBreak(), Paragraph("một"), PageBreak(), PageBreak(), Paragraph("hai"), PageBreak())
    assert [page.text for page in pages] == ["một", "2\nhai"]


def test_a_paper_of_nothing_is_one_empty_page():
    assert [page.text for page in pages_of()] == [""]


def test_the_footer_stands_on_every_page_and_ends_above_the_printers_edge():
    for page in pages_of(*filling(12), Footer("Dấu vân tay: 3f2a 91bc")):
        footer = page.find("Dấu vân tay: 3f2a 91bc")
        assert footer.bottom <= 297 - 15 + 0.1
        assert footer.top >= 297 - 20


def test_a_list_counts_on_from_its_start():
    text = pages_of(
        Numbered(("một", "hai"), start=3), Numbered(("ba",) * 5, Marker.LETTER), Numbered(("x",), Marker.ROMAN, 14)
    )
    assert text[0].text.split("\n") == ["3. một", "4. hai", "a) ba", "b) ba", "c) ba", "d) ba", "đ) ba", "XIV. x"]


def test_blocks_kept_together_move_to_the_next_page_together():
    first, second = pages_of(*filling(6), Together(tuple(Paragraph(f"cùng {n}") for n in range(9))))
    assert "cùng" not in first.text
    assert second.text.count("cùng") == 9


def test_blocks_too_many_for_one_page_are_let_go():
    pages = pages_of(Together(tuple(Paragraph(f"cùng {n}") for n in range(60))))
    assert sum(page.text.count("cùng") for page in pages) == 60


def test_an_empty_form_line_is_dotted_to_the_edge_and_a_filled_one_is_not():
    page = pages_of(FormLine("Ý kiến khác:", lines=3), FormLine("Họ và tên:", "Nguyễn Văn A"))[0]
    lines = page.text.split("\n")
    assert [line.strip(".") for line in lines] == ["Ý kiến khác: ", "", "", "Họ và tên: Nguyễn Văn A"]
    assert page.letters_edges[1] == pytest.approx(195, abs=0.5)


def test_a_picture_too_wide_fits_between_the_margins():
    from PIL import Image

    stream = io.BytesIO()
    Image.new("RGB", (40, 900), "black").save(stream, "PNG")
    page = pages_of(Picture(stream.getvalue(), 400, "Ảnh chụp"))[0]
    image = page.page.images[0]
    assert image["height"] <= page.page.height
    assert page.find("Ảnh chụp").top > image["bottom"] * 25.4 / 72 - 0.5


def test_headings_are_bookmarks_nested_by_level():
    data = print_blocks(
        Title("BIÊN BẢN", "Hội nghị"), Heading("I. Một"), Paragraph("x"), Heading("a) Hai", 2), Paragraph("x"),
        Heading("II. Ba"), Paragraph("x"),
    )  # fmt: skip
    title, under = PdfReader(io.BytesIO(data)).outline
    assert title.title == "BIÊN BẢN Hội nghị"
    first, (second,), third = under
    assert [entry.title for entry in (first, second, third)] == ["I. Một", "a) Hai", "II. Ba"]


def test_a_heading_of_a_deep_level_alone_is_a_bookmark_too():
    data = print_blocks(Heading("Mục nhỏ", 3), Paragraph("x"))
    assert [entry.title for entry in PdfReader(io.BytesIO(data)).outline] == ["Mục nhỏ"]


def test_alignment_and_space_move_text():
    page = pages_of(Paragraph("trên", Align.RIGHT), Space(50), Paragraph("dưới", Align.CENTER))[0]
    assert page.find("trên").right == pytest.approx(195, abs=0.5)
    below = page.find("dưới")
    assert (below.left + below.right) / 2 == pytest.approx(112.5, abs=0.5)
    assert below.top - page.find("trên").bottom > 50
