"""The journal in the plain text that hledger reads, so that another program can add it up."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from frontdesk.fund.rules.kinds import LedgerKind

_ROOTS: Final = {
    LedgerKind.CASH: "assets",
    LedgerKind.BANK: "assets",
    LedgerKind.TRANSIT: "assets",
    LedgerKind.SOURCE: "income",
    LedgerKind.PURPOSE: "expenses",
}
# hledger ends an account name at two blanks or a tab, and a description at a semicolon.
_BREAKS: Final = re.compile(r"[\s;|]+")


@dataclass(frozen=True)
class JournalEntry:
    """A posted voucher of money as the journal has it: `amount_vnd` moves from `credit` to `debit`."""

    number: str
    day: date
    fund: str
    debit: tuple[LedgerKind, str]
    credit: tuple[LedgerKind, str]
    amount_vnd: int
    text: str


def opening_lines(openings: Iterable[tuple[str, LedgerKind, str, date, int]]) -> Iterator[str]:
    """The opening balances: fund, kind and name of the account, its day, đồng."""
    for fund, kind, name, day, amount in openings:
        yield f"{day.isoformat()} * opening\n    {account(fund, kind, name)}  {amount} VND\n    equity:{_plain(fund)}\n"


def voucher_lines(entries: Iterable[JournalEntry]) -> Iterator[str]:
    """A transaction for each posted voucher of money, with its number as the code."""
    for entry in entries:
        debit, credit = account(entry.fund, *entry.debit), account(entry.fund, *entry.credit)
        yield (
            f"{entry.day.isoformat()} * ({entry.number}) {_plain(entry.text)}\n"
            f"    {debit}  {entry.amount_vnd} VND\n    {credit}  {-entry.amount_vnd} VND\n"
        )


@cache
def account(fund: str, kind: LedgerKind, name: str) -> str:
    """The name of an account: "assets:Vì người nghèo:Tiền mặt"."""
    return f"{_ROOTS[kind]}:{_plain(fund)}:{_plain(name)}"


def _plain(text: str) -> str:
    return _BREAKS.sub(" ", text).replace(":", " ").strip()
