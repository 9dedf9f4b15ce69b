from datetime import date
from decimal import Decimal

import pytest

from frontdesk.paper import Align, Column, GroupRow, Heading, Orientation, Paragraph, Row, Run, Section, Table
from tests.frontdesk.paper.reading import MM, pages_of

COLUMNS = (
    Column("STT", 14, align=Align.CENTER),
    Column("Họ và tên", weight=2),
    Column("Ngày", 28, align=Align.CENTER, group="Chứng từ"),
    Column("Số tiền", 32, align=Align.RIGHT, group="Chứng từ"),
)


def _row(number):
    return Row((number, f"Nguyễn Văn {number}", date(2026, 9, 5), 1_234_567))


def _rows(count):
    return tuple(_row(number) for number in range(1, count + 1))


@pytest.mark.parametrize("count", [0, 1, 300])
def test_every_row_stands_once_and_the_header_on_every_page(count):
    pages = pages_of(Table(COLUMNS, _rows(count)))
    text = "\n".join(page.text for page in pages)
    assert text.count("Nguyễn Văn") == count
    for page in pages:
        assert page.text.count("Họ và tên") == 1
        assert page.text.count("Chứng từ") == 1


def test_figures_have_dots_and_dates_their_zeros():
    rows = (Row((1, "A", date(2026, 9, 5), 1_234_567)), Row((2, "B", None, Decimal("-9.42"))))
    page = pages_of(Table(COLUMNS, rows))[0]
    assert "05/09/2026 1.234.567" in page.text
    assert "-9,42" in page.text


def test_a_year_has_no_dots():
    page = pages_of(Table((Column("Năm", grouped=False), Column("Số")), (Row((2026, 2026)),)))[0]
    assert "2026 2.026" in page.text


def test_a_figure_too_wide_shrinks_and_is_never_parted():
    page = pages_of(Table((Column("Tiền", 16), Column("x")), (Row((123_456_789_012, "")),)))[0]
    assert page.find("123.456.789.012").size < 13


@pytest.mark.parametrize("text", ["KN-2026-0001", "KN-2026-0001\n22/06/2026", "Việc KN-2026-0001 đã chuyển"])
def test_a_number_a_little_too_long_for_its_column_is_set_smaller_and_never_cut(text):
    page = pages_of(Table((Column("Số", 27), Column("Việc")), (Row((text, "Đường ngập")),)))[0]
    number = page.find("KN-2026-0001")
    assert 0.8 * 13 <= number.size < 13
    assert page.find("Đường ngập").size == 13


def test_a_word_that_would_be_too_small_to_read_goes_on_in_the_next_line():
    page = pages_of(Table((Column("Số", 20), Column("Việc")), (Row(("A" * 30, "Đường")),)))[0]
    assert page.find("A" * 30) is None
    assert page.find("AAA").size == 13


def _right_edge(page):
    return max(edge["x1"] for edge in page.page.edges) / MM


def test_no_word_of_a_title_is_cut_and_the_table_is_no_wider_for_it():
    narrow = (Column("STT", 8), Column("Nghề nghiệp", 14), Column("Quê quán"), Column("", 20))
    page = pages_of(Table(narrow, (Row((1, "Giáo viên", "xã Minh Tân", "")),)))[0]
    for word in ("STT", "Nghề", "nghiệp", "Quê quán"):
        assert page.find(word) is not None
    assert page.letters_edges[0] >= 30
    assert _right_edge(page) == pytest.approx(195, abs=0.2)


def test_columns_that_have_no_room_at_all_keep_the_widths_they_were_told():
    many = tuple(Column(f"Trưởng{number}", 6) for number in range(20))
    page = pages_of(Table(many, (Row(tuple("" for _ in many)),)))[0]
    assert _right_edge(page) == pytest.approx(150, abs=0.5)


def test_a_two_row_header_spans_its_group():
    page = pages_of(Table(COLUMNS, _rows(1)))[0]
    group, day, amount = page.find("Chứng từ"), page.find("Ngày"), page.find("Số tiền")
    assert group.bottom <= day.top + 0.5
    middle = (group.left + group.right) / 2
    assert day.right < middle < amount.left
    assert day.top < page.find("Nguyễn Văn").top
    assert abs(page.find("STT").top - group.top) < 8


def test_column_numbers_stand_under_the_header_of_every_page():
    pages = pages_of(Table(COLUMNS, _rows(80), column_numbers=True))
    assert len(pages) > 1
    assert all("(1) (2) (3) (4)" in page.text for page in pages)


def test_the_total_is_bold_and_last():
    page = pages_of(Table(COLUMNS, _rows(3), total=Row((None, "Tổng cộng", None, 3_703_701))))[0]
    assert page.find("Tổng cộng").font.endswith("-Bold")
    assert page.find("Tổng cộng").top > page.find("Nguyễn Văn 3").top


@pytest.mark.parametrize("count", range(36, 46))
def test_a_total_never_stands_alone_on_a_page(count):
    pages = pages_of(Table(COLUMNS, _rows(count), total=Row((None, "Tổng cộng", None, 1))))
    assert f"Nguyễn Văn {count}" in pages[-1].text
    assert "Tổng cộng" in pages[-1].text


@pytest.mark.parametrize("count", range(36, 46))
def test_a_group_row_never_stands_at_a_pages_foot(count):
    for page in pages_of(Table(COLUMNS, (*_rows(count), GroupRow("Khách mời"), *_rows(3)))):
        assert not page.text.endswith("Khách mời")


def test_a_row_longer_than_a_page_goes_on_without_losing_a_word():
    words = " ".join(f"từ{number}" for number in range(1500))
    pages = pages_of(Table((Column("Ý kiến"), Column("Ghi chú", 30)), (Row((words, "x")), Row(("cuối", "y")))))
    printed = " ".join(page.text for page in pages).split()
    assert [word for word in printed if word.startswith("từ")] == words.split()
    assert len(pages) > 2
    assert all("Ý kiến" in page.text for page in pages)


def test_a_table_on_a_lying_page_is_as_wide_as_its_text():
    page = pages_of(Table(COLUMNS, _rows(2)), orientation=Orientation.LANDSCAPE)[0]
    right = max(rect["x1"] for rect in page.page.rects) * 25.4 / 72
    assert right == pytest.approx(297 - 15, abs=0.3)


def test_too_many_fixed_columns_shrink_into_the_margins():
    page = pages_of(Table(tuple(Column(f"C{n}", 40) for n in range(9)), (Row(("x",) * 9),)))[0]
    assert max(rect["x1"] for rect in page.page.rects) * 25.4 / 72 <= 195.3


def test_rows_have_the_least_height_asked_for():
    page = pages_of(Table((Column("Ký tên"),), (Row((None,)), Row((None,))), row_height_mm=15))[0]
    heights = sorted(rect["height"] * 25.4 / 72 for rect in page.page.rects)
    assert heights[-2:] == pytest.approx([15, 15], abs=0.1)


def test_a_table_without_lines_draws_none():
    page = pages_of(Table((Column(""), Column("")), (Row(("trái", "phải")),), lines=False))[0]
    assert page.text == "trái phải"
    assert not page.page.rects


def test_weights_stand_in_cells():
    page = pages_of(Table((Column("A"),), (Row(((Run("đậm", bold=True), Run(" thường")),)),)))[0]
    assert page.find("đậm").font.endswith("-Bold")
    assert page.find("thường").font.endswith("-Regular")


@pytest.mark.parametrize("above", range(32, 40))
def test_a_heading_goes_with_at_least_a_row_of_its_table(above):
    blocks = [Paragraph("dòng", first_line=False) for _ in range(above - 8)]
    for page in pages_of(*blocks, Heading("PHỤ LỤC"), Table(COLUMNS, _rows(30))):
        if "PHỤ LỤC" in page.text:
            assert "Nguyễn Văn 1\n" in page.text or "Nguyễn Văn 1 " in page.text


def test_a_wide_table_in_a_lying_section_breaks_by_the_lying_page():
    pages = pages_of(Paragraph("trước"), Section(Orientation.LANDSCAPE), Table(COLUMNS, _rows(60)))
    assert all(page.letters_edges[3] <= 210 - 20 + 0.3 for page in pages[1:])
    assert sum(page.text.count("Nguyễn Văn") for page in pages) == 60
