import io
import unicodedata

import docx
import pytest
from python_calamine import CalamineWorkbook

from frontdesk.paper import (
    Beside,
    BookTable,
    Cards,
    Carry,
    Chart,
    ChartKind,
    Column,
    Footer,
    FormLine,
    GroupRow,
    Heading,
    Letterhead,
    Numbered,
    Paper,
    Paragraph,
    Recipients,
    Row,
    Run,
    Series,
    Signatures,
    Signer,
    Slot,
    Table,
    Title,
    Together,
    page_count,
    print_docx,
    print_pdf,
    print_xlsx,
)
from tests.frontdesk.paper.reading import pages_of

LONG_WORD = "Ự" * 5000
HOSTILE = {
    "markup": "<b>đậm</b> & <i>x</i> &amp; <br/> <kể cả thành viên mới>",
    "long word": LONG_WORD,
    "controls": "a\x00b\x07c\x1bd",
    "foreign": "漢字 😀 \ud800 \uffff",
    "lines": "dòng 1\ndòng 2\r\nbốn\tnăm",
    "decomposed": unicodedata.normalize("NFD", "Nguyễn Thị Ngọc Ánh"),
    "blanks": "  đầu   cuối  ",
    "nothing": "",
    "dashes": "-" * 300,
    "formats": "%s {0} \\n =1+1",
}


def _everywhere(text):
    """A paper with `text` in every place a person's words may reach."""
    book_rows = tuple(Row((n, text if n < 2 else "x", n)) for n in range(40))
    return Paper(
        text,
        text,
        (
            Letterhead((text, text), text, text, True, text),
            Title(text, text),
            Heading(text),
            Paragraph(text),
            Paragraph((Run(text, bold=True), Run(text, italic=True))),
            Numbered((text, text)),
            FormLine(text),
            FormLine(text, text),
            Table((Column("A", 12), Column("B"), Column("C", 20)), (GroupRow(text), Row((text, text, text)))),
            BookTable((Column("n", 14), Column("t"), Column("s", 30, carry=Carry.SUM)), book_rows, 1),
            Together((Paragraph(text), Paragraph(text))),
            Beside(((Paragraph(text),), (Paragraph(text),))),
            Chart(ChartKind.BARS, (text,), (Series(text, (1,)), Series(text, (2,))), text),
            Cards((Paragraph(text), Slot("a", 20)), ({"a": text}, {"a": (Run(text),)}), 2, 4),
            Signatures((Signer((text,), text, text),), Recipients((text,))),
            Footer(text),
        ),
    )


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_prints_everywhere_in_every_kind_of_print(kind):
    paper = _everywhere(HOSTILE[kind])
    pdf, word, sheet = io.BytesIO(), io.BytesIO(), io.BytesIO()
    assert print_pdf(paper, pdf) == page_count(pdf.getvalue())
    print_docx(paper, word)
    print_xlsx(paper, sheet)
    assert docx.Document(word).tables
    sheet.seek(0)
    assert CalamineWorkbook.from_filelike(sheet).sheet_names


def test_markup_comes_out_as_typed():
    text = HOSTILE["markup"]
    page = pages_of(Title("BIÊN BẢN", text), Table((Column("A"),), (Row((text,)),)))[0]
    assert page.text.count(text) == 2


def test_a_word_of_five_thousand_letters_wraps_by_letters_within_the_margins():
    for block in (Paragraph(LONG_WORD), Paragraph((Run(LONG_WORD, bold=True), Run("x")))):
        pages = pages_of(block, page_numbers=False)
        assert sum(page.text.count("Ự") for page in pages) == 5000
        assert all(page.letters_edges[1] <= 195.3 for page in pages)


def test_a_word_of_five_thousand_letters_wraps_in_a_narrow_cell():
    pages = pages_of(Table((Column("A", 20), Column("B")), (Row((LONG_WORD, "y")),)))
    assert sum(page.text.count("Ự") for page in pages) == 5000
    assert all(char["x1"] * 25.4 / 72 <= 50.3 for page in pages for char in page.page.chars if char["text"] == "Ự")


def test_what_no_face_holds_prints_as_a_mark():
    assert pages_of(Paragraph("tên 漢\x07 hết"))[0].text == "tên \ufffd\ufffd hết"


def test_decomposed_text_prints_composed():
    assert pages_of(Paragraph(HOSTILE["decomposed"]))[0].text == "Nguyễn Thị Ngọc Ánh"


def test_line_feeds_break_lines_and_blanks_stay():
    page = pages_of(Paragraph("dòng 1\ndòng 2"), Paragraph("a          b"))[0]
    assert page.text.split("\n")[:2] == ["dòng 1", "dòng 2"]
    assert page.find("b").left - page.find("a").right > 8


def test_a_line_before_a_line_feed_is_not_stretched():
    page = pages_of(Paragraph("hai chữ\nmột dòng nữa"))[0]
    assert page.find("chữ").right < 70
