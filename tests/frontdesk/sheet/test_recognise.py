import sys
import unicodedata
from datetime import date

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.sheet import FieldSpec, Grid, Kind, Merge, Row, Workbook, parse_overrides, read, recognise, require, walk
from tests.frontdesk.sheet.making import DATA, xlsx
from tests.frontdesk.sheet.specs import CASH_BOOK, PETITIONS, ROSTER


def _book(path, *rows, merges=()):
    return Workbook(path, (Grid("S", rows, merges),))


@pytest.fixture
def book(tmp_path):
    return lambda *rows, merges=(): _book(tmp_path / "s.xlsx", *rows, merges=merges)


def _columns(recognised):
    return {name: tuple(column.index for column in columns) for name, columns in recognised.mapping.items()}


PERSON = ["Nguyễn Văn An", "5/9/1968", "Nam", "Khu phố 1"]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (["Họ tên", "Năm sinh", "Giới tính", "Nơi ở"], {"name": 0, "born": 1, "sex": 2, "area": 3}),
        (["HT", "NS", "GT", "KDC"], {"name": 0, "born": 1, "sex": 2, "area": 3}),
        (["HỌ VÀ TÊN", "NGÀY SINH", "GIỚI TÍNH", "ĐỊA CHỈ"], {"name": 0, "born": 1, "sex": 2, "area": 3}),
        (["Ho va ten", "Ngay sinh", "Gioi tinh", "Dia chi"], {"name": 0, "born": 1, "sex": 2, "area": 3}),
        (["Full name", "Date of birth", "Sex", "Address"], {"name": 0, "born": 1, "sex": 2, "area": 3}),
        (["Họ và tên (*)", "Ngày sinh (nếu có)", "Giới tính", "Đ/c"], {"name": 0, "born": 1, "sex": 2, "area": 3}),
        (
            ["Họ và\ntên", "Ngày,\ntháng, năm\nsinh", "Nam/Nữ", "Tổ dân phố"],
            {"name": 0, "born": 1, "sex": 2, "area": 3},
        ),
        (["Tên và họ", "Năm  sinh", "Phái", "Thôn (xóm)"], {"name": 0, "born": 1, "sex": 2, "area": 3}),
        (["Họ và tên ủy viên", "Ngày tháng năm sinh", "Giới tính", "KDC"], {"name": 0, "born": 1, "sex": 2, "area": 3}),
        (["Họ và tên", "Ngày sinh", "Giói tính", "Khu dân cu"], {"name": 0, "born": 1, "area": 3}),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_headers_are_recognised_by_meaning(tmp_path, header, expected, form):
    path = xlsx(tmp_path / "s.xlsx", [[unicodedata.normalize(form, word) for word in header], PERSON])
    recognised = recognise(read(path), ROSTER)
    assert {name: indices for name, indices in _columns(recognised).items() if name in expected} == {
        name: (index,) for name, index in expected.items()
    }
    assert recognised.header_rows == range(1)


def test_columns_may_stand_in_any_order(book):
    recognised = recognise(book(["SĐT", "Chức vụ", "Thôn", "Họ và tên", "TT"]), ROSTER)
    assert _columns(recognised) == {"phone": (0,), "post": (1,), "area": (2,), "name": (3,), "number": (4,)}
    assert recognised.unknown == ()


def test_a_header_over_three_rows_with_merged_cells(book):
    recognised = recognise(
        book(
            ["DANH SÁCH ỦY VIÊN", "", "", "", "", ""],
            ["STT", "Họ và tên", "Thông tin cá nhân", "", "", ""],
            ["", "", "Ngày sinh", "", "Trình độ", ""],
            ["", "", "Nam", "Nữ", "Chuyên môn", "LLCT"],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
            [1, "Nguyễn Văn An", "5/9/1968", "", "Đại học", "Trung cấp"],
            merges=[
                Merge(0, 0, 0, 5),
                Merge(1, 0, 3, 0),
                Merge(1, 1, 3, 1),
                Merge(1, 2, 1, 5),
                Merge(2, 2, 2, 3),
                Merge(2, 4, 2, 5),
            ],
        ),
        ROSTER,
    )
    assert recognised.header_rows == range(1, 4)
    assert recognised.first_data_row == 5
    assert _columns(recognised) == {
        "number": (0,),
        "name": (1,),
        "born_male": (2,),
        "born_female": (3,),
        "profession": (4,),
        "political_theory": (5,),
    }


def test_a_parent_header_spreads_where_nothing_is_merged(book):
    recognised = recognise(
        book(
            ["Ngày ghi sổ", "Số phiếu", "", "Diễn giải", "Số tiền", "", ""],
            ["", "Thu", "Chi", "", "Thu", "Chi", "Tồn"],
            [date(2026, 1, 7), "001", "", "Ủng hộ", 5, "", 5],
        ),
        CASH_BOOK,
    )
    assert _columns(recognised) == {
        "date": (0,),
        "receipt_number": (1,),
        "payment_number": (2,),
        "text": (3,),
        "receipt": (4,),
        "payment": (5,),
        "balance": (6,),
    }


def test_the_official_reception_book_is_recognised(book):
    recognised = recognise(
        book(
            [
                "Số TT",
                "Ngày tiếp",
                "Họ tên - Địa chỉ",
                "CMND/Hộ chiếu",
                "Nội dung vụ việc",
                "Phân loại đơn/Số người",
                "Hướng xử lý",
                "",
                "",
                "Theo dõi kết quả giải quyết",
                "Ghi chú",
            ],
            ["", "", "", "", "", "", "Thụ lý", "Trả lại đơn", "Chuyển đơn", "", ""],
        ),
        PETITIONS,
    )
    names = _columns(recognised)
    assert {
        "book_number": (0,),
        "received": (1,),
        "sender": (2,),
        "summary": (4,),
        "result": (9,),
    }.items() <= names.items()
    assert "CMND/Hộ chiếu" in {column.header for column in recognised.unknown}


def test_what_stands_below_tells_two_meanings_of_one_header_apart(book):
    dates = recognise(book(["Họ và tên", "Nam", "Nữ"], ["An", "5/9/1968", ""], ["Bình", "", 1970]), ROSTER)
    ticks = recognise(book(["Họ và tên", "Nam", "Nữ"], ["An", "x", ""], ["Bình", "", "x"]), ROSTER)
    assert _columns(dates) == {"name": (0,), "born_male": (1,), "born_female": (2,)}
    assert _columns(ticks) == {"name": (0,), "is_male": (1,), "is_female": (2,)}


def test_a_year_is_no_man(book):
    recognised = recognise(book(["Họ và tên", "Năm", "Chức vụ"]), ROSTER)
    assert "born_male" not in recognised.mapping
    assert [column.header for column in recognised.unknown] == ["Năm"]


def test_a_name_may_stand_in_two_columns(book):
    apart = recognise(book(["Họ đệm", "Tên", "Chức vụ"], ["Nguyễn Văn", "An", "Trưởng ban"]), ROSTER)
    merged = recognise(
        book(["Họ và tên", "", "Chức vụ"], ["Nguyễn Văn", "An", "Trưởng ban"], merges=[Merge(0, 0, 0, 1)]), ROSTER
    )
    for recognised in (apart, merged):
        assert _columns(recognised) == {"name": (0, 1), "post": (2,)}
        assert [row.cells["name"] for row in walk(recognised) if isinstance(row, Row)] == ["Nguyễn Văn An"]


def test_the_best_of_two_header_like_rows_wins(book):
    recognised = recognise(
        book(
            ["Người lập", "Điện thoại", "Ngày sinh"],
            ["Nguyễn Thị Hoa", "0905123456", "1980"],
            ["STT", "Họ và tên", "Năm sinh", "Chức vụ", "Thôn"],
            [1, *PERSON],
        ),
        ROSTER,
    )
    assert recognised.header_rows == range(2, 3)


def test_rows_of_data_are_not_held_against_the_fields_once_the_header_was_seen(book, monkeypatch):
    module = sys.modules["frontdesk.sheet.recognise"]
    compared, match_columns = [], module.match_columns
    monkeypatch.setattr(
        module, "match_columns", lambda paths, *more: compared.append(paths) or match_columns(paths, *more)
    )
    header = ["Họ và tên", "Ngày sinh", "Giới tính", "Khu dân cư"]
    assert set(recognise(book(["DANH SÁCH"], header, *[PERSON] * 70), ROSTER).mapping) == {
        "name",
        "born",
        "sex",
        "area",
    }
    assert len(compared) < 10


def test_of_two_equal_headers_the_first_wins(book):
    header = ["STT", "Họ và tên", "Chức vụ"]
    assert recognise(book(header, [1, "An", "X"], header, [2, "Bình", "X"]), ROSTER).header_rows == range(1)


def test_the_sheet_with_the_best_header_is_taken(tmp_path):
    cover = [["BÁO CÁO"], ["Người lập: Nguyễn Thị Hoa"]]
    people = [["STT", "Họ và tên", "Chức vụ"], [1, "An", "Trưởng ban"]]
    path = xlsx(tmp_path / "s.xlsx", cover, people, [*people, [2, "Bình", "Phó"]], hidden=2)
    assert recognise(read(path), ROSTER).grid.name == "Sheet2"


@pytest.mark.parametrize(
    "numbers", [[1, 2, 3], ["1", "2", "3"], ["(1)", "(2)", "(3)"], ["A", "B", "1"], ["1", "2", "3=1+2"]]
)
def test_a_row_of_column_numbers_is_no_data(book, numbers):
    recognised = recognise(book(["STT", "Họ và tên", "Chức vụ"], numbers, [1, "An", "X"]), ROSTER)
    assert recognised.first_data_row == 2


def test_a_first_data_row_is_no_row_of_column_numbers(book):
    assert recognise(book(["STT", "Họ và tên", "Chức vụ"], [1, "An", "X"]), ROSTER).first_data_row == 1


def test_a_person_can_say_what_a_header_means(book):
    sheet = book(["Mã", "Danh xưng", "Chức vụ", "Thôn"], [1, "An", "Trưởng ban", "Xóm 2"])
    recognised = recognise(sheet, ROSTER)
    with pytest.raises(RuleBroken, match=r"Họ và tên.*Danh xưng") as refusal:
        require(recognised)
    assert (refusal.value.code, refusal.value.field) == ("sheet.missing_header", "name")
    mapped = require(recognise(sheet, ROSTER, parse_overrides(["danh xưng=name", "Thôn="])))
    assert _columns(mapped) == {"name": (1,), "post": (2,)}
    assert [column.header for column in mapped.unknown] == ["Mã"]


def test_overrides_alone_can_name_a_whole_header(book):
    sheet = book(["Cột một", "Cột hai"], ["An", "Trưởng ban"])
    recognised = recognise(sheet, ROSTER, {"Cột một": "name", "Cột hai": "post"})
    assert _columns(recognised) == {"name": (0,), "post": (1,)}


@pytest.mark.parametrize(
    ("overrides", "code"),
    [({"Lương": "name"}, "sheet.unknown_header"), ({"Chức vụ": "salary"}, "sheet.unknown_field")],
)
def test_an_override_that_names_nothing_is_refused(book, overrides, code):
    with pytest.raises(RuleBroken) as refusal:
        recognise(book(["Họ và tên", "Chức vụ"]), ROSTER, overrides)
    assert refusal.value.code == code


@pytest.mark.parametrize("pair", ["Họ tên", "=name", ""])
def test_an_override_without_both_sides_is_refused(pair):
    with pytest.raises(RuleBroken, match="--map"):
        parse_overrides([pair])


def test_a_header_may_hold_an_equals_sign():
    assert parse_overrides(["Tồn = Thu - Chi=balance"]) == {"Tồn = Thu - Chi": "balance"}


def test_unknown_headers_are_reported(book):
    recognised = recognise(book(["Họ và tên", "Chức vụ", "Cỡ áo"]), ROSTER)
    assert len(recognised.notes()) == 1
    assert "Cỡ áo" in recognised.notes()[0]


def test_a_needed_field_may_be_replaced_by_another(book):
    fields = (
        FieldSpec("receipt", ("Thu",), needed=True, kind=Kind.MONEY, instead=("amount",)),
        FieldSpec("amount", ("Số tiền",), kind=Kind.MONEY),
        FieldSpec("text", ("Diễn giải",), needed=True),
    )
    assert recognise(book(["Diễn giải", "Số tiền"]), fields).missing == ()
    assert [spec.name for spec in recognise(book(["Diễn giải", "Thu"]), fields[:1] + fields[2:]).missing] == []
    note = FieldSpec("note", ("Ghi chú",))
    assert [spec.name for spec in recognise(book(["Số tiền", "Ghi chú"]), (*fields, note)).missing] == ["text"]


def test_a_sheet_without_a_header_is_refused_with_an_example(book):
    with pytest.raises(RuleBroken, match="Họ và tên") as refusal:
        recognise(book(["An", "Bình"], [1, 2]), ROSTER)
    assert refusal.value.code == "sheet.no_header"


def test_confidence_falls_with_what_is_missing(book):
    sure = recognise(read(DATA / "roster.xlsx"), ROSTER).confidence
    unsure = recognise(book(["Chức vụ", "Thôn"]), ROSTER).confidence
    assert sure > 0.95
    assert unsure == 0
