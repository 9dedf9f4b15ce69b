"""Reading the statement a bank hands out as a sheet."""

from datetime import date
from typing import Final

from frontdesk.errors import RuleBroken
from frontdesk.fund.rules.closings import StatementEntry
from frontdesk.messages import _
from frontdesk.office import ImportAsk
from frontdesk.sheet import FieldSpec, Kind, Row, read, recognise, require, values, walk

FIELDS: Final = (
    FieldSpec(
        "day",
        ("Ngày giao dịch", "Ngày GD", "Ngày hạch toán", "Ngày hiệu lực", "Ngày", "Transaction date"),
        needed=True,
        kind=Kind.DAY,
    ),
    FieldSpec("text", ("Nội dung giao dịch", "Nội dung", "Diễn giải", "Mô tả", "Description")),
    FieldSpec(
        "came",
        ("Ghi có", "Phát sinh có", "Số tiền ghi có", "Có", "Tiền vào", "Credit"),
        needed=True,
        kind=Kind.MONEY,
        instead=("amount",),
    ),
    FieldSpec(
        "went",
        ("Ghi nợ", "Phát sinh nợ", "Số tiền ghi nợ", "Nợ", "Tiền ra", "Debit"),
        needed=True,
        kind=Kind.MONEY,
        instead=("amount",),
    ),
    FieldSpec("amount", ("Số tiền", "Số tiền giao dịch", "Amount"), kind=Kind.MONEY),
    FieldSpec("balance", ("Số dư", "Số dư cuối", "Số dư sau giao dịch", "Balance"), kind=Kind.MONEY),
)


def read_statement(ask: ImportAsk, today: date) -> list[StatementEntry]:
    """The lines of a bank statement in its order; RuleBroken naming the row that cannot be read."""
    recognised = require(recognise(read(ask.path), FIELDS, ask.overrides))
    entries = []
    for row in walk(recognised):
        if not isinstance(row, Row):
            continue
        try:
            entry = _entry(row, today)
        except ValueError as error:
            raise RuleBroken(
                "fund.statement.row", _("Row {row}: {reason}").format(row=row.number, reason=error), "file"
            ) from error
        if entry is not None:
            entries.append(entry)
    return entries


def _entry(row: Row, today: date) -> StatementEntry | None:
    """A line of the statement; None for one that moved nothing."""
    cells = row.cells
    came, went, amount, balance = (values.money(cells.get(name, "")) for name in ("came", "went", "amount", "balance"))
    # Banks write what went out as plain or as negative figures under Nợ.
    moved = amount if amount is not None else (came or 0) - abs(went or 0)
    day = values.day(cells.get("day", ""), today, latest_year=today.year)
    if not moved:
        return None
    if day is None:
        raise ValueError(_("it has no date"))
    return StatementEntry(row.number, day, moved, values.text(cells.get("text", "")), balance)
