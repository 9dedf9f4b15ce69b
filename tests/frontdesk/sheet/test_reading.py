import csv
import io
import os
import unicodedata
import zipfile
from datetime import date

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.sheet import Merge, Row, read, recognise, values, walk
from frontdesk.sheet.guard import Limits
from frontdesk.vietnamese import LegacyEncoding
from tests.frontdesk.sheet.making import DATA, SHEET_PART, ods_bytes, ods_row, patched, xlsx, xlsx_bytes
from tests.frontdesk.sheet.specs import ROSTER

PEOPLE = [["Họ và tên", "Chức vụ"], ["Nguyễn Văn Đức", "Trưởng ban"], ["Trần Thị Bường", "Phó ban"]]


@pytest.fixture
def file(tmp_path):
    def write(data, name="sheet.bin"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def _names(path):
    return [values.name(row.cells["name"]) for row in walk(recognise(read(path), ROSTER)) if isinstance(row, Row)]


def _csv(rows, delimiter=","):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


def test_an_excel_book_keeps_its_types_and_merged_cells(tmp_path):
    rows = [["Tên", "", "Ngày"], ["A", 2.5, date(2026, 1, 5)], ["", True, "=SUM(A1)"]]
    grid = read(xlsx(tmp_path / "a.xlsx", rows, merges=["A3:A4"])).grids[0]
    assert [list(row) for row in grid.rows[:3]] == rows
    assert grid.merges == (Merge(2, 0, 3, 0),)


def test_rows_count_from_the_first_row_of_the_sheet(tmp_path):
    grid = read(xlsx(tmp_path / "a.xlsx", [[], [], ["", "A"]])).grids[0]
    assert [list(row) for row in grid.rows] == [["", ""], ["", ""], ["", "A"]]


def test_the_saved_value_of_a_formula_is_read(file):
    def compute(sheet):
        return sheet.replace(b'<c r="A1"><v>1</v></c>', b'<c r="A1"><f>40+2</f><v>42</v></c>')

    assert read(file(patched(xlsx_bytes([[1]]), SHEET_PART, compute))).grids[0].rows[0][0] == 42


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.csv", "a", "a.pdf"])
def test_the_kind_of_a_file_is_told_by_its_content(file, name):
    assert _names(file(xlsx_bytes(PEOPLE), name)) == ["Nguyễn Văn Đức", "Trần Thị Bường"]


def test_an_open_document_is_read(file):
    rows = [ods_row(*row) for row in PEOPLE]
    blank = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'
    assert _names(file(ods_bytes(*rows, blank))) == ["Nguyễn Văn Đức", "Trần Thị Bường"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_table_is_read(file, delimiter, encoding):
    people = [["Danh sách, năm 2026", ""], *PEOPLE]
    assert _names(file(_csv(people, delimiter).encode(encoding))) == ["Nguyễn Văn Đức", "Trần Thị Bường"]


def test_a_text_table_in_windows_1258_is_read(file):
    # Windows-1258 holds the vowel composed and its tone apart.
    text = "Ho\u0323 tên,Chư\u0301c vu\u0323\nNguyê\u0303n Văn Đư\u0301c,x\nTrâ\u0300n Thi\u0323 Bươ\u0300ng,x"
    assert _names(file(text.encode("cp1258"))) == ["Nguyễn Văn Đức", "Trần Thị Bường"]


def test_cells_of_a_text_table_stay_text(file):
    rows = read(file(b'Ten;SDT;Ghi chu\n"An ""Ba""";0905123456;=1+1\n\n"B\nC";"1;2";')).grids[0].rows
    assert rows == [["Ten", "SDT", "Ghi chu"], ['An "Ba"', "0905123456", "=1+1"], [], ["B\nC", "1;2", ""]]


VNI = [["STT", "Hoï vaø teân", "Chöùc vuï", "Ñòa chæ"], [1, "Nguyeãn Vaên Ñöùc", "Tröôûng ban", "Khu phoá 1"],
       [2, "Traàn Thò Böôøng", "Phoù ban", "Xoùm Baõi"]]  # fmt: skip


def test_a_sheet_in_vni_letters_is_decoded_as_a_whole(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", VNI)
    assert read(path).grids[0].encoding is LegacyEncoding.VNI
    assert _names(path) == ["Nguyễn Văn Đức", "Trần Thị Bường"]


def test_a_text_table_in_vni_letters_is_decoded(file):
    assert _names(file(_csv(VNI).encode("cp1252"))) == ["Nguyễn Văn Đức", "Trần Thị Bường"]


def test_a_text_table_in_tcvn3_letters_is_decoded(file):
    rows = [["STT", "Hä vµ tªn", "Chøc vô", "Khu d©n c\xad"], [1, "NguyÔn V¨n §øc", "Tr\xadëng ban", "Khu phè 1"],
            [2, "TrÇn ThÞ B×nh", "Phã ban", "Xãm B·i Ngang"]]  # fmt: skip
    assert _names(file(_csv(rows).encode("latin-1"))) == ["Nguyễn Văn Đức", "Trần Thị Bình"]


def test_decomposed_letters_come_out_composed(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [[unicodedata.normalize("NFD", word) for word in row] for row in PEOPLE])
    assert read(path).grids[0].rows[1][0] == "Nguyễn Văn Đức"


def test_hidden_sheets_are_marked(tmp_path):
    grids = read(xlsx(tmp_path / "a.xlsx", PEOPLE, PEOPLE, hidden=1)).grids
    assert [grid.hidden for grid in grids] == [False, True]


def _refused(path, limits=None):
    with pytest.raises(RuleBroken) as refusal:
        read(path, limits)
    assert len(str(refusal.value)) > 15
    return refusal.value.code


def test_a_missing_file_a_folder_and_an_empty_file_are_refused(tmp_path, file):
    assert _refused(tmp_path / "none.xlsx") == "sheet.missing"
    assert _refused(tmp_path) == "sheet.not_a_file"
    assert _refused(file(b"")) == "sheet.empty"
    assert _refused(file(xlsx_bytes([]))) == "sheet.empty"
    assert _refused(file(b" \n\n")) == "sheet.empty"


@pytest.mark.machine
def test_a_file_without_permission_is_refused(file):
    path = file(xlsx_bytes(PEOPLE))
    path.chmod(0)
    whoever = os.geteuid()
    nobody = 65534
    try:
        os.seteuid(whoever or nobody)
        assert _refused(path) == "sheet.no_permission"
    finally:
        os.seteuid(whoever)


def _zip(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"MZ\x90\x00\x03\x00\x00\x00",
        b"<html><body><table><tr><td>H\xe1\xbb\x8d t\xc3\xaan</td></tr></table></body></html>",
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        b"{\\rtf1\\ansi Danh sach}",
        _zip({"word/document.xml": b"<w:document/>", "[Content_Types].xml": b"<Types/>"}),
        _zip({"readme.txt": b"hello"}),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(512),
    ],
)
def test_what_is_no_sheet_is_refused(file, data):
    assert _refused(file(data)) == "sheet.wrong_type"


def test_a_book_behind_a_password_is_refused(file):
    package = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
    assert _refused(file(package)) == "sheet.encrypted"
    seal = b"><manifest:encryption-data/></manifest:file-entry></"
    manifest = "META-INF/manifest.xml"
    sealed = patched(ods_bytes(ods_row("A")), manifest, lambda xml: xml.replace(b"/></", seal, 1))
    assert _refused(file(sealed)) == "sheet.encrypted"


def test_a_cut_book_is_refused(file):
    data = xlsx_bytes(PEOPLE)
    assert _refused(file(data[: len(data) // 2])) == "sheet.unreadable"
    old = (DATA / "roster-tcvn3.xls").read_bytes()
    assert _refused(file(old[: len(old) // 2])) == "sheet.unreadable"


def _far(reference):
    cell = f'<c r="{reference}"><v>5</v></c></row></sheetData>'.encode()
    return patched(xlsx_bytes([["A", 1]]), SHEET_PART, lambda xml: xml.replace(b"</row></sheetData>", cell))


@pytest.mark.parametrize("reference", ["XFD1048576", "B1048576", "XFD20000", "ZZZZ2", "B99999999999"])
def test_a_cell_that_stands_too_far_out_is_refused(file, reference):
    assert _refused(file(_far(reference))) == "sheet.too_large"


@pytest.mark.parametrize("prefix", ["x:", ""])
def test_cells_that_do_not_say_where_they_stand_are_counted(file, prefix):
    cells = f"<{prefix}c><{prefix}v>1</{prefix}v></{prefix}c>" * 3000
    rows = f'<{prefix}row r="1048576">{cells}</{prefix}row></{prefix}sheetData>'.encode()
    data = patched(xlsx_bytes([["A", 1]]), SHEET_PART, lambda xml: xml.replace(b"</sheetData>", rows))
    assert _refused(file(data)) == "sheet.too_large"


def test_a_format_on_far_cells_that_hold_nothing_does_no_harm(file):
    blank = b'<c r="XFD1048576" s="0"/></row></sheetData>'
    data = patched(xlsx_bytes(PEOPLE), SHEET_PART, lambda xml: xml.replace(b"</row></sheetData>", blank))
    assert len(read(file(data)).grids[0].rows) == 3


def test_a_dimension_that_claims_too_much_does_no_harm(file):
    data = patched(
        xlsx_bytes(PEOPLE), SHEET_PART, lambda xml: xml.replace(b'ref="A1:B3"', b'ref="A1:XFD1048576"')
    )  # fmt: skip
    assert len(read(file(data)).grids[0].rows) == 3


def test_repeated_cells_of_an_open_document_are_counted(file):
    row = ods_row("A", repeated=100_000).replace('columns-repeated="1"', 'columns-repeated="16384"')
    assert _refused(file(ods_bytes(row))) == "sheet.too_large"


def test_a_zip_bomb_is_refused_before_it_grows(file):
    bomb = patched(xlsx_bytes(PEOPLE), SHEET_PART, lambda xml: xml + b" " * (300 << 20))
    assert len(bomb) < 1 << 20
    assert _refused(file(bomb)) == "sheet.too_large"


def test_a_zip_bomb_that_lies_about_its_size_is_refused(file):
    honest = patched(xlsx_bytes(PEOPLE), SHEET_PART, lambda xml: xml + b" " * (40 << 20))
    place = honest.rindex(SHEET_PART.encode()) - 46
    assert honest[place : place + 4] == b"PK\x01\x02"
    lying = honest[: place + 24] + (2000).to_bytes(4, "little") + honest[place + 28 :]
    assert _refused(file(lying)) == "sheet.unreadable"


def test_a_long_text_shared_by_many_cells_is_refused(file):
    limits = Limits(unpacked_bytes=4 << 20)
    rows = [["Đ" * 30_000] * 20 for _row in range(20)]
    assert _refused(file(xlsx_bytes(rows)), limits) == "sheet.too_large"
    assert read(file(xlsx_bytes(rows))).grids[0].rows[19][19] == "Đ" * 30_000


def test_a_file_or_table_beyond_the_limits_is_refused(file):
    assert _refused(file(xlsx_bytes(PEOPLE)), Limits(file_bytes=1000)) == "sheet.too_large"
    assert _refused(file(b"1,2,3\n" * 100), Limits(cells=200)) == "sheet.too_large"


def test_an_old_book_that_takes_too_long_is_given_up(file):
    assert _refused(DATA / "roster-tcvn3.xls", Limits(seconds=0)) == "sheet.too_large"
