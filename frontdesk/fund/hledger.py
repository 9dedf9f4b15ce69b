"""The journal in the plain text that hledger reads, so that another program can add it up."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from frontdesk.fund.rules.kinds import LedgerKind, VoucherKind
from frontdesk.fund.rules.rows import VoucherRow

_ROOTS: Final = {
    LedgerKind.CASH: "assets",
    LedgerKind.BANK: "assets",
    LedgerKind.SOURCE: "income",
    LedgerKind.PURPOSE: "expenses",
}
# hledger ends an account name at two blanks or a tab, and a description at a semicolon.
_BREAKS: Final = re.compile(r"[\s;|]+")


def opening_lines(openings: Iterable[tuple[str, LedgerKind, str, date, int]]) -> Iterator[str]:
    """The opening balances: fund, kind and name of the account, its day, đồng."""
    for fund, kind, name, day, amount in openings:
        yield f"{day.isoformat()} * opening\n    {account(fund, kind, name)}  {amount} VND\n    equity:{_plain(fund)}\n"


def voucher_lines(rows: Iterable[VoucherRow]) -> Iterator[str]:
    """A transaction for each posted voucher of money, with its number as the code."""
    for row in rows:
        if row.debit is None or row.credit is None or row.kind in (VoucherKind.GIFT_IN, VoucherKind.GIFT_OUT):
            continue
        debit, credit = (account(row.fund, *side) for side in (row.debit, row.credit))
        yield (
            f"{row.day.isoformat()} * ({row.number}) {_plain(row.text)}\n"
            f"    {debit}  {row.amount_vnd} VND\n    {credit}  {-(row.amount_vnd or 0)} VND\n"
        )


def account(fund: str, kind: LedgerKind, name: str) -> str:
    """The name of an account: "assets:Vì người nghèo:Tiền mặt"."""
    return f"{_ROOTS[kind]}:{_plain(fund)}:{_plain(name)}"


def _plain(text: str) -> str:
    return _BREAKS.sub(" ", text).replace(":", " ").strip()
