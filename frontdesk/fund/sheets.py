"""Sheets of the fund: a cash book in and out."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from frontdesk.fund.rules.cashbook import BadLine, CashLine, CheckLine
from frontdesk.fund.rules.rows import Book
from frontdesk.messages import _
from frontdesk.office import ImportAsk
from frontdesk.sheet import (
    Cell,
    FieldSpec,
    Ignored,
    Kind,
    Outcome,
    Recognised,
    Row,
    RowOutcome,
    read,
    recognise,
    require,
    values,
    walk,
)
from frontdesk.sheet.lines import Line

FIELDS: Final = (
    FieldSpec(
        "day",
        ("Ngày ghi sổ", "Ngày tháng ghi sổ", "Ngày vào sổ", "Ngày tháng", "Ngày"),
        needed=True,
        kind=Kind.DAY,
        instead=("document_day",),
    ),
    FieldSpec(
        "receipt_number",
        ("Số phiếu thu", "Phiếu thu", "Số hiệu chứng từ / Thu", "Số chứng từ / Thu", "Chứng từ / Thu", "Số PT", "PT"),
    ),
    FieldSpec(
        "payment_number",
        ("Số phiếu chi", "Phiếu chi", "Số hiệu chứng từ / Chi", "Số chứng từ / Chi", "Chứng từ / Chi", "Số PC", "PC"),
    ),
    FieldSpec("number", ("Số chứng từ", "Số hiệu chứng từ", "Số CT", "Số hiệu", "Số phiếu", "Chứng từ / Số hiệu")),
    FieldSpec(
        "document_day",
        ("Ngày CT", "Ngày chứng từ", "Ngày tháng chứng từ", "Chứng từ / Ngày", "Chứng từ / Ngày tháng"),
        kind=Kind.DAY,
    ),
    FieldSpec("text", ("Diễn giải", "Nội dung", "Nội dung thu chi", "Trích yếu", "Lý do"), needed=True),
    FieldSpec(
        "counterparty",
        ("Người nộp, nhận", "Người nộp/nhận", "Người nộp tiền", "Người nhận tiền", "Họ tên người nộp, người nhận"),
    ),
    FieldSpec(
        "came",
        ("Thu", "Số tiền / Thu", "Số tiền thu", "Thu vào", "Gửi vào", "Số tiền / Gửi vào", "Phát sinh / Thu", "Nợ"),
        needed=True,
        kind=Kind.MONEY,
    ),
    FieldSpec(
        "went",
        ("Chi", "Số tiền / Chi", "Số tiền chi", "Chi ra", "Rút ra", "Số tiền / Rút ra", "Phát sinh / Chi", "Có"),
        needed=True,
        kind=Kind.MONEY,
    ),
    FieldSpec(
        "balance",
        ("Tồn", "Số tiền / Tồn", "Tồn quỹ", "Còn lại", "Số tiền / Còn lại", "Số dư", "Số tồn", "Tồn cuối"),
        needed=True,
        kind=Kind.MONEY,
    ),
    FieldSpec("note", ("Ghi chú",)),
)
_KINDS: Final = {
    Line.OPENING: "opening",
    Line.CLOSING: "closing",
    Line.TOTAL: "total",
    Line.CARRIED: "carried",
    Line.BROUGHT: "carried",
}
HEADERS: Final = (
    ("Ngày ghi sổ", 13),
    ("Số phiếu thu", 15),
    ("Số phiếu chi", 15),
    ("Ngày CT", 13),
    ("Diễn giải", 60),
    ("Thu", 16),
    ("Chi", 16),
    ("Tồn", 16),
    ("Ghi chú", 20),
)


def read_book(ask: ImportAsk) -> Recognised:
    """The sheet of a cash book with its columns found; RuleBroken naming the header that is missing."""
    return require(recognise(read(ask.path), FIELDS, ask.overrides))


def entries_of(
    recognised: Recognised, today: date
) -> tuple[list[CashLine | CheckLine], list[BadLine], list[RowOutcome]]:
    """The lines of a book, those that cannot be read, and the rows that are no vouchers."""
    entries: list[CashLine | CheckLine] = []
    faults: list[BadLine] = []
    ignored: list[RowOutcome] = []
    for row in walk(recognised):
        try:
            if isinstance(row, Row):
                entries.append(_line(row, today))
                continue
            if row.line in _KINDS:
                entries.append(_check_line(row))
            ignored.append(RowOutcome(Outcome.IGNORED, row.number, row.text, row.why))
        except ValueError as error:
            faults.append(BadLine(row.number, _what(row), str(error)))
    return entries, faults, ignored


def write_book(path: Path, book: Book, title: str) -> None:
    """Write a book as the sheet `import vouchers` takes back unchanged."""
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as workbook:
        sheet = workbook.add_worksheet("Sổ quỹ")
        bold = workbook.add_format({"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter"})
        money = workbook.add_format({"num_format": "#,##0"})
        sheet.write_string(0, 0, title, workbook.add_format({"bold": True}))
        for column, (header, width) in enumerate(HEADERS):
            sheet.set_column(column, column, width)
            sheet.write_string(2, column, header, bold)
        for index, cells in enumerate(_cells_of(book), 3):
            for column, cell in enumerate(cells):
                if isinstance(cell, int):
                    sheet.write_number(index, column, cell, money)
                elif isinstance(cell, date):
                    sheet.write_datetime(index, column, cell)
                elif cell:
                    sheet.write_string(index, column, cell)
        sheet.freeze_panes(3, 0)


def _cells_of(book: Book) -> Iterator[tuple[Any, ...]]:
    yield ("", "", "", "", "Số dư đầu kỳ", None, None, book.opening_vnd, "")
    for line in book.lines:
        number = line.book_number or line.number
        receipt, payment = (number, "") if line.in_vnd is not None else ("", number)
        day = line.document_day or line.day
        yield (line.day, receipt, payment, day, line.text, line.in_vnd, line.out_vnd, line.balance_vnd, "")
    yield ("", "", "", "", "Cộng phát sinh", book.in_vnd, book.out_vnd, None, "")
    yield ("", "", "", "", "Số dư cuối kỳ", None, None, book.closing_vnd, "")


def _line(row: Row, today: date) -> CashLine:
    """A voucher's line; ValueError with the sentence to show."""
    cells = row.cells
    document_day = values.day(cells.get("document_day", ""), today, latest_year=today.year)
    day = values.day(cells.get("day", ""), today, latest_year=today.year) or document_day
    came, went = (values.money(cells.get(name, "")) or 0 for name in ("came", "went"))
    if day is None:
        raise ValueError(_("it has no date"))
    if bool(came) == bool(went):
        raise ValueError(_("exactly one of “{came}” and “{went}” must hold an amount").format(came="Thu", went="Chi"))
    number = _number(cells, "receipt_number" if came else "payment_number") or _number(cells, "number")
    text = values.text(cells.get("text", ""))
    if not text:
        raise ValueError(_("it does not say what the money was for"))
    counterparty = values.text(cells.get("counterparty", ""))
    balance = values.money(cells.get("balance", ""))
    return CashLine(row.number, day, document_day, number, text, counterparty, came, went, balance)


def _check_line(row: Ignored) -> CheckLine:
    came, went, balance = (values.money(row.cells.get(name, "")) for name in ("came", "went", "balance"))
    kind = _KINDS[row.line]
    if kind in ("opening", "closing") and balance is None:
        # Some books write the balance itself under Thu.
        came, balance = None, came if came is not None else went
        went = None
    return CheckLine(row.number, kind, came, went, balance)


def _number(cells: Mapping[str, Cell], name: str) -> str:
    return values.text(cells.get(name, ""))


def _what(row: Row | Ignored) -> str:
    return values.text(row.cells.get("text", "")) if isinstance(row, Row) else row.text
