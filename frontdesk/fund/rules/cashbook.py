"""A cash book kept elsewhere: its lines must agree with its own running balance, one by one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from frontdesk.fund.rules.kinds import SERIES, VoucherKind
from frontdesk.fund.rules.particulars import PLAIN, Particulars
from frontdesk.messages import _
from frontdesk.vietnamese import format_vnd

_TRANSFER_NUMBER: Final = re.compile(rf"{SERIES[VoucherKind.TRANSFER]}-\d{{4}}-\d{{4,}}")
TOTALS: Final = ("sheet", "month", "total", "page")


@dataclass(frozen=True)
class CashLine:
    """A voucher's line; `in_vnd` and `out_vnd` are what came in or went out, `balance_vnd` what the book says then.

    `number` is the voucher's own number in that book, "" where none stands; `other` the source or purpose it names;
    `more` what the sheet says of the voucher besides.
    """

    row: int
    day: date
    document_day: date | None
    number: str
    text: str
    counterparty: str
    in_vnd: int
    out_vnd: int
    balance_vnd: int | None
    other: str = ""
    more: Particulars = PLAIN

    @property
    def net_vnd(self) -> int:
        """What the line adds to the account."""
        return self.in_vnd - self.out_vnd

    @cached_property
    def is_transfer(self) -> bool:
        """Whether it moves money between cash and bank: its number is one this program gives to transfers only."""
        return _TRANSFER_NUMBER.fullmatch(self.number.strip().upper()) is not None


@dataclass(frozen=True)
class CheckLine:
    """A line of what can be worked out, a balance or totals; `kind` is opening, closing, total or carried."""

    row: int
    kind: str
    in_vnd: int | None
    out_vnd: int | None
    balance_vnd: int | None


@dataclass(frozen=True)
class BadLine:
    """A line that cannot stand, and why, in the reader's language."""

    row: int
    what: str
    reason: str


@dataclass(frozen=True)
class CashBook:
    """A book as read. `opening_vnd` None: no line says what was there before the first voucher."""

    opening_row: int | None
    opening_vnd: int | None
    lines: tuple[CashLine, ...]


@dataclass
class _Sums:
    """What came in and went out since the several points a total may count from."""

    since: dict[str, list[int]] = field(default_factory=lambda: {name: [0, 0] for name in TOTALS})
    month: tuple[int, int] = (0, 0)

    def add(self, line: CashLine) -> None:
        if (line.day.year, line.day.month) != self.month:
            self.month = (line.day.year, line.day.month)
            self.since["month"] = [0, 0]
        for sums in self.since.values():
            sums[0] += line.in_vnd
            sums[1] += line.out_vnd

    def bring(self, opening: CheckLine) -> None:
        """Count from the totals that the opening line brings from an earlier page or year as well."""
        self.since["brought"] = [opening.in_vnd or 0, opening.out_vnd or 0]

    def agree(self, line: CheckLine) -> bool:
        """Whether the totals of a line are those since one of the points."""
        said = (line.in_vnd, line.out_vnd)
        return any(
            all(value is None or value == total for value, total in zip(said, sums, strict=True))
            for sums in self.since.values()
        )

    def restart(self, kind: str) -> None:
        """Totals count anew after a line of totals, pages after a carried-forward line."""
        name = {"opening": "total", "total": "total", "carried": "page"}.get(kind)
        if name:
            self.since[name] = [0, 0]


def verify(entries: Sequence[CashLine | CheckLine]) -> tuple[CashBook, list[BadLine]]:
    """The book these lines make, and every line that does not agree with those before it.

    After a wrong line counting goes on from what the line says, so that one mistake is named once.
    """
    lines = [entry for entry in entries if isinstance(entry, CashLine)]
    opening = _opening(entries)
    first = lines[0] if lines else None
    running = opening.balance_vnd if opening else None
    if running is None and first is not None and first.balance_vnd is not None:
        running = first.balance_vnd - first.net_vnd
    book = CashBook(opening.row if opening else None, running, tuple(lines))
    faults, sums = [], _Sums()
    for entry in entries:
        if isinstance(entry, CashLine):
            running = None if running is None else running + entry.net_vnd
            sums.add(entry)
        elif entry is opening:
            sums.bring(entry)
        elif not sums.agree(entry):
            faults.append(BadLine(entry.row, "", _("its totals are not those of the lines above it")))
        if entry.balance_vnd is not None:
            if running is not None and running != entry.balance_vnd and entry is not opening:
                faults.append(_disagreement(entry, running))
            running = entry.balance_vnd
        if isinstance(entry, CheckLine):
            sums.restart(entry.kind)
    return book, faults


def goes_on(entries: Sequence[CashLine | CheckLine], more: Sequence[CashLine | CheckLine]) -> bool:
    """Whether `more`, the lines of another sheet, begin where `entries` end: a book kept on a sheet a month."""
    before, _faults = verify(entries)
    after, _faults = verify(more)
    if before.opening_vnd is None or not before.lines or not after.lines:
        return False
    closing = before.opening_vnd + sum(line.net_vnd for line in before.lines)
    return after.opening_vnd == closing and before.lines[-1].day <= after.lines[0].day


def _opening(entries: Iterable[CashLine | CheckLine]) -> CheckLine | None:
    """The opening line: the first line with a balance before any voucher."""
    for entry in entries:
        if isinstance(entry, CashLine):
            return None
        if entry.balance_vnd is not None:
            return entry
    return None


def _disagreement(entry: CashLine | CheckLine, running: int) -> BadLine:
    what = entry.text if isinstance(entry, CashLine) else ""
    return BadLine(
        entry.row,
        what,
        _("the balance there is {said}, but the lines up to it make {counted}").format(
            said=format_vnd(entry.balance_vnd), counted=format_vnd(running)
        ),
    )
