"""Sheets of the fund: a cash book in and out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from frontdesk.fund import particulars_sheet
from frontdesk.fund.book_fields import CAME, FIELDS, WENT
from frontdesk.fund.rules.cashbook import BadLine, CashLine, CheckLine
from frontdesk.fund.rules.kinds import Account, VoucherKind
from frontdesk.fund.rules.particulars import PLAIN, Particulars
from frontdesk.fund.rules.rows import Book
from frontdesk.fund.rules.sides import Entry, by_balance, facing_us, oldest_first
from frontdesk.messages import _
from frontdesk.office import ImportAsk
from frontdesk.sheet import (
    Cell,
    Ignored,
    Outcome,
    Recognised,
    Row,
    RowOutcome,
    is_blank,
    multiplied,
    read,
    recognise,
    require,
    runs_on,
    unit_of,
    values,
    walk,
)
from frontdesk.sheet.lines import Line
from frontdesk.vietnamese import fold

_AMOUNTS: Final = ("came", "went", "amount", "balance")
_BOOKKEEPING: Final = frozenset(("no", "debit"))
_LAST_AMOUNT: Final = re.compile(r"[-(]?\d[\d.,\s]*\)?(?:\s*(?:đ|đồng|vnđ|vnd))?\s*$", re.IGNORECASE)
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
    ("Người nộp, nhận", 30),
    ("Nguồn, mục chi", 30),
    *particulars_sheet.HEADERS,
)


def read_book(ask: ImportAsk) -> Recognised:
    """The sheet of a cash book with its columns found; RuleBroken naming the header that is missing."""
    return require(recognise(read(ask.path), FIELDS, ask.overrides))


def entries_of(
    recognised: Recognised, today: date, account: Account = Account.CASH
) -> tuple[list[Entry], list[BadLine], list[RowOutcome]]:
    """The lines of a book of `account`, those that cannot be read, and the rows that are no vouchers."""
    entries: list[Entry] = []
    faults: list[BadLine] = []
    ignored: list[RowOutcome] = []
    unsure: set[int] = set()
    rows = list(walk(recognised))
    titles = [row.text for row in rows[: recognised.title_rows] if isinstance(row, Ignored)]
    year = values.year_of(titles)
    unit = unit_of((*titles, *(column.header for columns in recognised.mapping.values() for column in columns)))
    if unit > 1:
        rows = [_in_dong(row, unit) for row in rows]
    for row in _with_days(rows):
        try:
            if isinstance(row, Row):
                line, is_sure = _line(row, today, year)
                entries.append(line)
                if not is_sure:
                    unsure.add(row.number)
                continue
            if row.line in _KINDS:
                entries.append(_check_line(row))
            ignored.append(RowOutcome(Outcome.IGNORED, row.number, row.text, row.why))
        except ValueError as error:
            faults.append(BadLine(row.number, _what(row), str(error)))
    entries = oldest_first(entries)
    if unsure:
        entries = by_balance(entries, unsure)
    if _is_bookkeeping(recognised):
        entries = facing_us(entries, by_default=account is Account.BANK)
    return entries, faults, ignored


def _in_dong(row: Row | Ignored, unit: int) -> Row | Ignored:
    """The row of a book kept in thousands or millions, its amounts in đồng."""
    amounts = {name: cell for name in _AMOUNTS if not is_blank(cell := row.cells.get(name, ""))}
    return replace(row, cells={**row.cells, **{name: multiplied(cell, unit) for name, cell in amounts.items()}})


def _with_days(rows: Sequence[Row | Ignored]) -> Iterator[Row | Ignored]:
    """The rows, a blank day filled in from the row above where each day stands in the first of its rows only."""
    vouchers = [row for row in rows if isinstance(row, Row)]
    days = [values.text(row.cells.get("day", "")) for row in vouchers]
    if not runs_on(days) or any(not is_blank(row.cells.get("document_day", "")) for row in vouchers):
        yield from rows
        return
    day: Cell = ""
    for row in rows:
        if isinstance(row, Row):
            day = day if is_blank(row.cells["day"]) else row.cells["day"]
            yield replace(row, cells={**row.cells, "day": day})
        else:
            yield row


def _is_bookkeeping(recognised: Recognised) -> bool:
    """Whether what came stands under Nợ, which says as much of the keeper as of the money."""
    headers = (column.header for column in recognised.mapping.get("came", ()))
    return any(not _BOOKKEEPING.isdisjoint(fold(header).split()) for header in headers)


def write_book(path: Path, book: Book, title: str, particulars: Mapping[int, Particulars]) -> None:
    """Write a book, with what its vouchers say besides by their ids, as the sheet `import vouchers` takes back."""
    import xlsxwriter  # late: commands that write no sheet need not load it

    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as workbook:
        sheet = workbook.add_worksheet("Sổ quỹ")
        bold = workbook.add_format({"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter"})
        money = workbook.add_format({"num_format": "#,##0"})
        sheet.write_string(0, 0, title, workbook.add_format({"bold": True}))
        for column, (header, width) in enumerate(HEADERS):
            sheet.set_column(column, column, width)
            sheet.write_string(2, column, header, bold)
        for index, cells in enumerate(_cells_of(book, particulars), 3):
            for column, cell in enumerate(cells):
                if isinstance(cell, int):
                    sheet.write_number(index, column, cell, money)
                elif isinstance(cell, date):
                    sheet.write_datetime(index, column, cell)
                elif cell:
                    sheet.write_string(index, column, cell)
        sheet.freeze_panes(3, 0)


def _cells_of(book: Book, particulars: Mapping[int, Particulars]) -> Iterator[tuple[Any, ...]]:
    yield ("", "", "", "", "Số dư đầu kỳ", None, None, book.opening_vnd, "")
    for line in book.lines:
        number = line.book_number or line.number
        receipt, payment = (number, "") if line.in_vnd is not None else ("", number)
        day = line.document_day or line.day
        other = "" if line.kind is VoucherKind.TRANSFER else line.other
        moved = (line.in_vnd, line.out_vnd, line.balance_vnd)
        more = particulars_sheet.cells_of(particulars.get(line.voucher_id, PLAIN))
        yield (line.day, receipt, payment, day, line.text, *moved, "", line.counterparty, other, *more)
    yield ("", "", "", "", "Cộng phát sinh", book.in_vnd, book.out_vnd, None, "")
    yield ("", "", "", "", "Số dư cuối kỳ", None, None, book.closing_vnd, "")


def _line(row: Row, today: date, year: int | None) -> tuple[CashLine, bool]:
    """A voucher's line, and whether it is sure on which side it stands; ValueError with the sentence to show."""
    cells = row.cells
    document_day = values.day(cells.get("document_day", ""), today, latest_year=today.year, year=year)
    day = values.day(cells.get("day", ""), today, latest_year=today.year, year=year) or document_day
    if day is None:
        raise ValueError(_("it has no date"))
    came, went, is_sure = _amounts(cells)
    number = _number(cells, "receipt_number" if came else "payment_number") or _number(cells, "number")
    text = values.text(cells.get("text", ""))
    if not text:
        raise ValueError(_("it does not say what the money was for"))
    counterparty = values.text(cells.get("counterparty", ""))
    balance = values.money(cells.get("balance", ""))
    other = values.text(cells.get("other", ""))
    more = particulars_sheet.particulars_of(cells)
    said = (number, text, counterparty, came, went, balance, other, more)
    return CashLine(row.number, day, document_day, *said), is_sure


def _amounts(cells: Mapping[str, Cell]) -> tuple[int, int, bool]:
    """What came in, what went out, and whether the row itself says which."""
    came, went = (values.money(cells.get(name, "")) or 0 for name in ("came", "went"))
    if came or went or "amount" not in cells:
        if bool(came) == bool(went):
            raise ValueError(
                _("exactly one of “{came}” and “{went}” must hold an amount").format(came="Thu", went="Chi")
            )
        return came, went, True
    written = values.text(cells["amount"])
    amount = values.money(written.removeprefix("+")) if written else None
    if not amount:
        raise ValueError(_("it has no amount"))
    side = fold(values.text(cells.get("side", "")))
    number = fold(_number(cells, "number"))
    if amount < 0 or side in WENT or (not side and number.startswith("pc")):
        return 0, abs(amount), True
    return amount, 0, side in CAME or number.startswith("pt") or written.startswith("+")


def _check_line(row: Ignored) -> CheckLine:
    came, went, balance = (values.money(row.cells.get(name, "")) for name in ("came", "went", "balance"))
    kind = _KINDS[row.line]
    if kind in ("opening", "closing") and balance is None:
        # Some books write the balance itself under Thu, or behind its words.
        came, balance = None, came if came is not None else went
        went = None
        if balance is None and (amount := _LAST_AMOUNT.search(row.text)):
            balance = values.money(amount.group())
    return CheckLine(row.number, kind, came, went, balance)


def _number(cells: Mapping[str, Cell], name: str) -> str:
    return values.text(cells.get(name, ""))


def _what(row: Row | Ignored) -> str:
    return values.text(row.cells.get("text", "")) if isinstance(row, Row) else row.text
