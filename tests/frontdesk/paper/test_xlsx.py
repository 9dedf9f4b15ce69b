import io
import re
import zipfile
from datetime import date, datetime
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from frontdesk.paper import (
    Align,
    BookTable,
    Carry,
    Column,
    Footer,
    GroupRow,
    Letterhead,
    Orientation,
    Paper,
    Recipients,
    Row,
    Signatures,
    Signer,
    Title,
    print_xlsx,
)

COLUMNS = (
    Column("Ngày", 22),
    Column("Thu", 18, group="Số phiếu"),
    Column("Chi", 18, group="Số phiếu"),
    Column("Diễn giải"),
    Column("Số tiền", 30, align=Align.RIGHT, carry=Carry.SUM),
)


def _book(*rows):
    return (
        Letterhead(("ỦY BAN", "BAN VẬN ĐỘNG"), "Số: 01", "Minh Tân, ngày 5", draft=True),
        Title("SỔ QUỸ TIỀN MẶT", "Năm 2026"),
        BookTable(COLUMNS, rows, 3, Row((None, None, None, "Số dư đầu kỳ", 5)), (Row((None, None, None, "Cộng", 12)),)),
        Signatures((Signer(("KẾ TOÁN",), "Trần B"), Signer(("THỦ QUỸ",), "Lê C")), Recipients(("Lưu: VT",))),
        Footer("Dấu vân tay: 3f2a & 91bc"),
    )


def _data(*blocks, title="Sổ quỹ: 2026/1", **more):
    stream = io.BytesIO()
    print_xlsx(Paper(title, "Ban thử", tuple(blocks), **more), stream)
    return stream.getvalue()


def _cells(data):
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    rows = workbook.get_sheet_by_index(0).to_python()
    return [cell for row in rows for cell in row if cell != ""]


def _part(data, name="xl/worksheets/sheet1.xml"):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_figures_are_numbers_and_dates_are_dates():
    cells = _cells(_data(*_book(Row((date(2026, 9, 5), "PT-0001", None, "Ủng hộ", 1_234_567)))))
    assert 1_234_567 in cells
    assert date(2026, 9, 5) in [c.date() if isinstance(c, datetime) else c for c in cells]
    assert "PT-0001" in cells


def test_figures_and_dates_are_shown_as_on_paper():
    styles = _part(_data(*_book(Row((date(2026, 9, 5), None, None, "a", Decimal("1.50"))))), "xl/styles.xml")
    assert "dd/mm/yyyy" in styles
    assert "#,##0" in styles or 'numFmtId="3"' in styles
    assert "#,##0.00" in styles or 'numFmtId="4"' in styles


@pytest.mark.parametrize(
    "text", ["=1+1", "+84 912", "-5", "@SUM(A1)", '=cmd|" /C calc"!A0', "http://x.vn", "007", "{=1}"]
)
def test_text_is_text_and_never_a_formula_or_a_link(text):
    data = _data(*_book(Row((None, None, None, text, 1))))
    assert text in _cells(data)
    sheet = _part(data)
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_a_text_like_a_formula_stays_text_when_somebody_edits_it():
    assert 'quotePrefix="1"' in _part(_data(*_book(Row((None, None, None, "=1+1", 1)))), "xl/styles.xml")


def test_everything_said_on_paper_stands_in_the_sheet():
    cells = _cells(_data(*_book(GroupRow("Tháng 1"), Row((None, None, None, "a", 1)))))
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BAN VẬN ĐỘNG", "Số: 01", "DỰ THẢO", "SỔ QUỸ TIỀN MẶT", "Năm 2026",
        "Số phiếu", "Thu", "Chi", "Diễn giải", "(1)", "Số dư đầu kỳ", "Tháng 1", "Cộng", "KẾ TOÁN", "Trần B", "Lê C",
        "Nơi nhận:", "- Lưu: VT.",
    ):  # fmt: skip
        assert words in cells


def test_the_sheet_is_set_up_to_print_on_a4():
    data = _data(*_book(Row((None,) * 5)), orientation=Orientation.LANDSCAPE)
    sheet = _part(data)
    assert 'paperSize="9"' in sheet
    assert 'orientation="landscape"' in sheet
    assert 'fitToWidth="1"' in sheet or "fitToPage" in sheet
    assert 'left="1.18' in sheet
    assert "&amp;P" in sheet
    assert "3f2a &amp;&amp; 91bc" in sheet
    assert "_xlnm.Print_Titles" in _part(data, "xl/workbook.xml")


def test_columns_have_the_widths_of_paper():
    found = re.findall(r'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', _part(_data(*_book(Row((None,) * 5)))))
    widths = [float(width) for low, high, width in found for _ in range(int(low), int(high) + 1)]
    assert [width * 1.85 for width in widths] == pytest.approx([22, 18, 18, 165 - 88, 30], abs=1.5)


@pytest.mark.parametrize(("title", "name"), [("Sổ quỹ: 2026/1", "Sổ quỹ  2026 1"), ("", "Sổ"), ("x" * 50, "x" * 31)])
def test_the_sheet_is_named_after_the_paper_as_excel_allows(title, name):
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(_data(*_book(Row((None,) * 5)), title=title)))
    assert workbook.sheet_names == [name]


@pytest.mark.parametrize("count", [0, 1, 300])
def test_every_row_stands_once(count):
    cells = _cells(_data(*_book(*(Row((None, None, None, f"Khoản {n}", n)) for n in range(count)))))
    assert sum(str(cell).startswith("Khoản") for cell in cells) == count


def test_a_text_longer_than_a_cell_may_hold_is_cut_to_what_excel_opens():
    cells = _cells(_data(*_book(Row((None, None, None, "x" * 40_000, 1)))))
    assert max(len(str(cell)) for cell in cells) == 32_767
