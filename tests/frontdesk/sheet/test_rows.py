from datetime import date

import pytest

from frontdesk.sheet import Grid, Ignored, Line, Merge, Row, Workbook, recognise, walk
from frontdesk.sheet.lines import is_foot, is_title, line_of, names_group
from tests.frontdesk.sheet.specs import CASH_BOOK, ROSTER

HEADER = ["STT", "Họ và tên", "Năm sinh", "Chức vụ", "Khu dân cư"]
AN = [1, "Nguyễn Văn An", 1968, "Trưởng ban", "Khu phố 1"]
BINH = [2, "Trần Thị Bình", 1970, "Phó ban", "Khu phố 1"]


@pytest.fixture
def walked(tmp_path):
    def walk_rows(*rows, merges=(), fields=ROSTER):
        return list(walk(recognise(Workbook(tmp_path / "s.xlsx", (Grid("S", rows, merges),)), fields)))

    return walk_rows


def _lines(rows):
    return [row.line if isinstance(row, Ignored) else "data" for row in rows]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Tổng cộng:", Line.TOTAL),
        ("TỔNG CỘNG", Line.TOTAL),
        ("Tổng số: 115 người", Line.TOTAL),
        ("Cộng", Line.TOTAL),
        ("Cộng tháng 3", Line.TOTAL),
        ("Cộng phát sinh", Line.TOTAL),
        ("Cộng số phát sinh trong kỳ", Line.TOTAL),
        ("Cộng phát sinh quý I năm 2026", Line.TOTAL),
        ("Lũy kế từ đầu năm", Line.TOTAL),
        ("Số dư đầu kỳ", Line.OPENING),
        ("Số dư đầu năm 2026", Line.OPENING),
        ("Tồn quỹ đầu kỳ", Line.OPENING),
        ("Tồn đầu tháng 1/2026", Line.OPENING),
        ("Dư đầu kỳ", Line.OPENING),
        ("Số dư năm trước chuyển sang", Line.OPENING),
        ("Số dư kỳ trước chuyển sang", Line.OPENING),
        ("Năm trước chuyển sang", Line.OPENING),
        ("Số dư cuối kỳ", Line.CLOSING),
        ("Tồn quỹ cuối tháng 12", Line.CLOSING),
        ("Số dư đến ngày 31/12/2026", Line.CLOSING),
        ("Cộng mang sang", Line.CARRIED),
        ("Cộng mang sang trang sau", Line.CARRIED),
        ("Cộng trang 2", Line.CARRIED),
        ("Chuyển sang trang sau", Line.CARRIED),
        ("Số trang trước chuyển sang", Line.BROUGHT),
        ("Trang trước chuyển sang", Line.BROUGHT),
        ("Mang sang từ trang trước", Line.BROUGHT),
        ("Cộng trang trước", Line.BROUGHT),
        ("Cộng tác viên nộp tiền ủng hộ", None),
        ("Tổng kết phong trào năm 2026", None),
        ("Số tiền hộ ông An hoàn trả", None),
        ("Chuyển tiền cho trường", None),
        ("Công ty TNHH Minh Phát ủng hộ", None),
        ("Ngày hội Đại đoàn kết: chi quà", None),
        ("", None),
    ],
)
def test_lines_of_a_book_are_told_by_their_words(text, line):
    assert line_of(text) == line


@pytest.mark.parametrize(
    "text",
    ["TM. BAN THƯỜNG TRỰC", "Người lập biểu", "KẾ TOÁN", "Thủ quỹ", "(Ký, họ tên)", "Nơi nhận:",
     "Hải Đông, ngày 30 tháng 6 năm 2026", "Số tiền bằng chữ: Một triệu đồng", "(Danh sách này có 115 người)"],
)  # fmt: skip
def test_the_foot_is_told_by_its_words(text):
    assert is_foot(text)


@pytest.mark.parametrize("text", ["Nguyễn Văn An", "Khu phố 1", "Ông Trần Văn Ký ủng hộ"])
def test_what_is_no_foot(text):
    assert not is_foot(text)


@pytest.mark.parametrize("text", ["KHU PHỐ 1", "Thôn Đông Hòa", "II. Các tổ chức thành viên", "Tổ 3", "1.2. Xóm Bãi"])
def test_a_place_or_a_numbered_heading_names_a_group(text):
    assert names_group(text)


@pytest.mark.parametrize("text", ["Tô Thị Phương", "Nguyễn Văn An", "Bàn Thị Xuân", "Xa Văn Hùng"])
def test_a_person_names_no_group(text):
    assert not names_group(text)


def test_a_title_is_no_group():
    assert is_title("DANH SÁCH TRÍCH NGANG (tiếp theo)")
    assert not is_title("KHU PHỐ 1")


def test_titles_header_blanks_groups_and_totals_are_ignored_with_a_reason(walked):
    rows = walked(
        ["DANH SÁCH", "", "", "", ""], HEADER, [1, 2, 3, 4, 5], ["KHU PHỐ 1", "", "", "", ""], AN, ["", "", "", "", ""],
        ["II", "Khu phố 2", "", "", ""], BINH, ["Tổng cộng", 2, "", "", ""], ["", "", "", "NGƯỜI LẬP", ""],
        ["", "", "", "Lê Văn Chín", ""], ["", "", "", "", ""], merges=[Merge(3, 0, 3, 4)],
    )  # fmt: skip
    assert _lines(rows) == [
        "title",
        "header",
        "header",
        "group",
        "data",
        "blank",
        "group",
        "data",
        "total",
        "foot",
        "foot",
    ]
    assert [row.number for row in rows] == list(range(1, 12))
    assert [row.group for row in rows if isinstance(row, Row)] == ["KHU PHỐ 1", "Khu phố 2"]
    assert all(row.why for row in rows if isinstance(row, Ignored))


def test_a_header_printed_again_on_each_page_is_ignored(walked):
    rows = walked(HEADER, [1, 2, 3, 4, 5], AN, ["DANH SÁCH (tiếp theo)", "", "", "", ""], HEADER, [1, 2, 3, 4, 5], BINH)
    assert _lines(rows) == ["header", "header", "data", "title", "header", "header", "data"]


def test_a_list_goes_on_below_a_signature(walked):
    rows = walked(HEADER, AN, ["", "", "", "TRƯỞNG BAN", ""], ["", "", "", "Lê Văn Chín", ""], HEADER, BINH)
    assert _lines(rows) == ["header", "data", "foot", "foot", "header", "data"]


def test_a_person_of_whom_only_the_name_is_known_is_data(walked):
    rows = walked(HEADER, AN, ["", "Trần Thị Bình", "", "", ""], ["", "Lê Văn Chín", "", "Thủ quỹ", ""], [4, "Tô Dũng"])
    assert _lines(rows) == ["header", "data", "data", "data", "data"]


def test_a_row_without_its_name_is_left_to_the_importer(walked):
    rows = walked(HEADER, AN, [2, "", 1970, "Phó ban", "Khu phố 2"], [3, "", "", "", ""])
    assert _lines(rows) == ["header", "data", "data", "blank"]


def test_an_opening_balance_may_stand_above_the_header(walked):
    rows = walked(
        ["SỔ QUỸ TIỀN MẶT", "", "", "", ""],
        ["", "Tồn đầu kỳ: 1.000 đồng", "", "", ""],
        ["Ngày ghi sổ", "Diễn giải", "Thu", "Chi", "Tồn"],
        ["", "", "(đồng)", "(đồng)", "(đồng)"],
        ["A", "B", 1, 2, "3=1-2"],
        [date(2026, 1, 5), "Ủng hộ", 500, "", 1500],
        ["", "", "", "", 1500],
        fields=CASH_BOOK,
    )
    assert _lines(rows) == ["title", "opening", "header", "header", "header", "data", "blank"]
    assert rows[1].text == "Tồn đầu kỳ: 1.000 đồng"


def test_an_area_merged_over_its_rows_stands_in_each(walked):
    rows = walked(HEADER, AN, [2, "Bình", 1970, "Phó ban", ""], [3, "Chín", 1971, "", ""], merges=[Merge(1, 4, 2, 4)])
    assert [row.cells["area"] for row in rows if isinstance(row, Row)] == ["Khu phố 1", "Khu phố 1", ""]


def test_an_amount_merged_over_two_rows_counts_once(walked):
    rows = walked(
        ["Ngày ghi sổ", "Diễn giải", "Thu", "Chi"], [date(2026, 1, 5), "Ủng hộ", 500, ""], ["", "nhà", "", ""],
        merges=[Merge(1, 0, 2, 0), Merge(1, 2, 2, 2)], fields=CASH_BOOK,
    )  # fmt: skip
    data = [row.cells for row in rows if isinstance(row, Row)]
    assert [cells["receipt"] for cells in data] == [500, ""]
    assert [cells["date"] for cells in data] == [date(2026, 1, 5)] * 2


def test_the_balance_of_opening_and_carried_lines_can_be_read(walked):
    rows = walked(
        ["Ngày ghi sổ", "Diễn giải", "Thu", "Chi", "Tồn"], ["", "Số dư đầu kỳ", "", "", 1000],
        [date(2026, 1, 5), "Ủng hộ", 500, "", 1500], ["", "Cộng mang sang", 500, "", 1500],
        ["", "Số trang trước chuyển sang", 500, "", 1500], [date(2026, 1, 6), "Chi quà", "", 200, 1300],
        ["31/01/2026", "Cộng phát sinh", 500, 200, ""], ["", "Số dư cuối kỳ", "", "", 1300],
        ["", "Người ghi sổ", "", "Thủ quỹ", ""], fields=CASH_BOOK,
    )  # fmt: skip
    assert _lines(rows) == ["header", "opening", "data", "carried", "brought", "data", "total", "closing", "foot"]
    balances = [row.cells["balance"] for row in rows if isinstance(row, Ignored) and row.cells]
    assert balances == [1000, 1500, 1500, "", 1300]


def test_a_row_shorter_than_the_header_has_blank_cells(walked):
    assert walked(HEADER, [1, "An"])[-1].cells["area"] == ""
