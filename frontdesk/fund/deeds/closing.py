"""The deeds at the end of a day or a period."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from frontdesk.messages import mark
from frontdesk.store import BOOKKEEPERS, Deed, Role


@dataclass(frozen=True)
class CloseMonth:
    """Close the books of a fund up to the end of a month, "2026-07"; a second person then confirms it."""

    month: str
    fund: str | None = None


@dataclass(frozen=True)
class CloseYear:
    """Close the books of a fund up to 31 December; a second person then confirms it."""

    year: int
    fund: str | None = None


@dataclass(frozen=True)
class ConfirmClosing:
    """Confirm a closing somebody else proposed: it is sealed."""

    number: str
    exception: str | None = field(default=None, metadata={"help": mark("why the same person confirms this time")})


@dataclass(frozen=True)
class WithdrawClosing:
    """Take back a closing that nobody has confirmed."""

    number: str
    reason: str


@dataclass(frozen=True)
class Reopen:
    """Undo the last confirmed closing of a fund, with a reason."""

    number: str
    reason: str


@dataclass(frozen=True)
class Notes:
    """Notes of one denomination."""

    denomination_vnd: int
    pieces: int


@dataclass(frozen=True)
class CountCash:
    """What was counted in the till at the end of a day; a difference from the book needs its reason."""

    notes: tuple[Notes, ...]
    fund: str | None = None
    day: date | None = None
    reason: str | None = None
    witnesses: str = ""


@dataclass(frozen=True)
class Reconcile:
    """Lay a bank statement (a sheet) beside the book of a fund's bank account."""

    file: str
    fund: str | None = None


@dataclass(frozen=True)
class MatchLine:
    """Say by hand which voucher a line of a statement stands for, or that it needs none (a reason as `voucher`)."""

    number: str
    line: int
    voucher: str


CLOSE_MONTH: Final = Deed("fund.close_month", BOOKKEEPERS, mark("close a month"), CloseMonth, "fund.withdraw_closing")
CLOSE_YEAR: Final = Deed("fund.close_year", BOOKKEEPERS, mark("close a year"), CloseYear, "fund.withdraw_closing")
CONFIRM_CLOSING: Final = Deed(
    "fund.confirm_closing", BOOKKEEPERS | {Role.TREASURER}, mark("confirm a closing"), ConfirmClosing, "fund.reopen"
)
WITHDRAW_CLOSING: Final = Deed("fund.withdraw_closing", BOOKKEEPERS, mark("withdraw a closing"), WithdrawClosing)
REOPEN: Final = Deed("fund.reopen", BOOKKEEPERS, mark("reopen the books"), Reopen)
COUNT_CASH: Final = Deed("fund.count_cash", BOOKKEEPERS | {Role.TREASURER}, mark("count the cash"), CountCash)
RECONCILE: Final = Deed("fund.reconcile", BOOKKEEPERS, mark("reconcile the bank account"), Reconcile)
MATCH_LINE: Final = Deed("fund.match_line", BOOKKEEPERS, mark("match a line of a statement"), MatchLine)

DEEDS: Final = (
    CLOSE_MONTH,
    CLOSE_YEAR,
    CONFIRM_CLOSING,
    WITHDRAW_CLOSING,
    REOPEN,
    COUNT_CASH,
    RECONCILE,
    MATCH_LINE,
)
