"""Closings, cash counts and statements as they leave the service, and what must be true of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from frontdesk.errors import RuleBroken
from frontdesk.fund.rules.checks import ALONE
from frontdesk.fund.rules.kinds import ClosingState
from frontdesk.fund.rules.proof import Fields, Seal, iso
from frontdesk.messages import _
from frontdesk.vietnamese import Period, month, short_date


@dataclass(frozen=True)
class ClosingRow:
    """The books of a fund closed from `since` to `until`: what was there, came in and went out."""

    id: int
    number: str
    fund: str
    since: date
    until: date
    cash_vnd: int
    bank_vnd: int
    in_vnd: int
    out_vnd: int
    state: ClosingState
    closed_by: str
    closed_on: date
    confirmed_by: str | None = None
    confirmed_on: date | None = None
    exception: str | None = None
    seal_no: int | None = None
    seal: str | None = None

    @property
    def fingerprint(self) -> str | None:
        """The fingerprint of the books as they were confirmed."""
        return Seal(self.seal_no, self.seal).fingerprint if self.seal_no and self.seal else None


@dataclass(frozen=True)
class NotesRow:
    """Notes of one denomination as counted."""

    denomination_vnd: int
    pieces: int

    @property
    def amount_vnd(self) -> int:
        """What they come to."""
        return self.denomination_vnd * self.pieces


@dataclass(frozen=True)
class CashCountRow:
    """A count of the till; `difference_vnd` above zero is too much."""

    id: int
    number: str
    fund: str
    day: date
    book_vnd: int
    counted_vnd: int
    reason: str | None
    witnesses: str
    user: str
    notes: tuple[NotesRow, ...] = ()

    @property
    def difference_vnd(self) -> int:
        """Counted less book."""
        return self.counted_vnd - self.book_vnd


@dataclass(frozen=True)
class StatementEntry:
    """A line of a bank statement, below zero what went out; `balance_vnd` what the bank says then."""

    row: int
    day: date
    amount_vnd: int
    text: str
    balance_vnd: int | None = None


@dataclass(frozen=True)
class BookEntry:
    """A line of the bank book that a statement may hold too."""

    voucher_id: int
    number: str
    day: date
    amount_vnd: int
    text: str


def closing_fields(row: ClosingRow) -> Fields:
    """Everything a confirmed closing says, in the fixed order of its sealed text."""
    return [
        row.number,
        row.fund,
        iso(row.since),
        iso(row.until),
        row.cash_vnd,
        row.bank_vnd,
        row.in_vnd,
        row.out_vnd,
        row.closed_by,
        iso(row.closed_on),
        row.confirmed_by,
        iso(row.confirmed_on),
        row.exception,
    ]


def parse_month(text: str) -> Period:
    """The month of "2026-07" or "7/2026"; RuleBroken when it is none."""
    parts = text.strip().replace("/", "-").split("-")
    try:
        first, second = (int(part) for part in parts)
        return month(first, second) if first > 12 else month(second, first)
    except ValueError:
        raise RuleBroken(
            "fund.closing.month", _("“{text}” is no month; write it like 2026-07.").format(text=text), "month"
        ) from None


def check_closable(until: date, today: date, closed: date | None, drafts: Sequence[str]) -> None:
    """A period is closed once it is over, after the one before it, with no drafts left in it."""
    if until > today:
        raise RuleBroken(
            "fund.closing.early",
            _("{day} has not come yet; a period is closed at its end.").format(day=short_date(until)),
        )
    if closed is not None and until <= closed:
        raise RuleBroken(
            "fund.closing.twice", _("The books are closed up to {day} already.").format(day=short_date(closed))
        )
    if drafts:
        raise RuleBroken(
            "fund.closing.drafts",
            _("Post or discard these drafts first: {drafts}.").format(drafts=", ".join(drafts)),
        )


def check_second_person(closed_by: str, user: str, exception: str | None, *, alone: bool) -> str | None:
    """Whoever closed the books does not confirm it; returns the recorded exception, if any."""
    if closed_by != user or exception:
        return exception
    if alone:
        return ALONE
    raise RuleBroken(
        "fund.closing.one_person",
        _("You closed these books yourself. Another person must confirm it, or record why you do (exception)."),
        "exception",
    )


def match_statement(
    entries: Iterable[StatementEntry], book: Iterable[BookEntry], within_days: int
) -> dict[int, BookEntry]:
    """Which line of the book each line of a statement stands for: equal amounts, the nearest day first.

    Keyed by the statement's row. A line of the book answers for one line at most.
    """
    pairs = sorted(
        (
            (abs((line.day - entry.day).days), entry.row, position)
            for entry in entries
            for position, line in _same_amount(book, entry)
            if abs((line.day - entry.day).days) <= within_days
        ),
    )
    lines, taken, matched = list(book), set(), {}
    for _distance, row, position in pairs:
        if row not in matched and position not in taken:
            matched[row] = lines[position]
            taken.add(position)
    return matched


def _same_amount(book: Iterable[BookEntry], entry: StatementEntry) -> Iterable[tuple[int, BookEntry]]:
    return ((position, line) for position, line in enumerate(book) if line.amount_vnd == entry.amount_vnd)
