"""The vouchers of the list: a page at a time, with the running balance where one account is shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from frontdesk.fund import (
    ACCOUNT_TITLES,
    KIND_TITLES,
    STATUS_TITLES,
    Account,
    Fund,
    LedgerKind,
    Status,
    VoucherFilter,
    VoucherKind,
    VoucherRow,
)
from frontdesk.messages import _, mark
from frontdesk.store import Store
from frontdesk.vietnamese import Period
from ui.fund.words import day, vnd, word
from ui.parts.colours import Tone
from ui.parts.table import Column, Query

TODAY: Final = "today"
NAMED: Final = {
    "": mark("All vouchers"),
    TODAY: mark("Today's"),
    Status.DRAFT.value: mark("Drafts"),
    Status.POSTED.value: mark("Posted"),
    Status.REVERSED.value: mark("Reversed"),
    Status.DISCARDED.value: mark("Put aside"),
}
_TONES: Final = {
    Status.DRAFT: Tone.WARN,
    Status.POSTED: Tone.PLAIN,
    Status.REVERSED: Tone.MUTED,
    Status.DISCARDED: Tone.MUTED,
}


@dataclass(frozen=True)
class Drill:
    """The vouchers behind a figure, and what the figure is."""

    words: str
    which: VoucherFilter


class VoucherSource:
    """A `RowSource`; the named filter is a status or today, the attributes narrow further."""

    def __init__(self, fund: Fund, store: Store) -> None:
        self._fund, self._store = fund, store
        self.kind: VoucherKind | None = None
        self.fund: str | None = None
        self.account: Account | None = None
        self.days: Period | None = None
        self.drill: Drill | None = None
        self._balances: dict[int, int] = {}

    def count(self, query: Query) -> int:
        """See `RowSource`."""
        return self._fund.count(self.wanted(query))

    def page(self, query: Query, offset: int, limit: int) -> Sequence[VoucherRow]:
        """See `RowSource`."""
        rows = self._fund.page(self.wanted(query), _order(query), offset, limit)
        self._balances = self._running([row.day for row in rows if row.seal_no], query)
        return rows

    def place(self, query: Query, row_id: int) -> int | None:
        """See `RowSource`."""
        return self._fund.place(self.wanted(query), row_id, _order(query))

    def wanted(self, query: Query) -> VoucherFilter:
        """The filter a query means."""
        today = query.named == TODAY
        behind = self.drill.which if self.drill else VoucherFilter()
        since, until = (self.days.start, self.days.end) if self.days else (behind.since, behind.until)
        return replace(
            behind,
            search=query.text or None,
            since=self._store.today if today else since,
            until=self._store.today if today else until,
            status=Status(query.named) if query.named and not today else None,
            kinds=(self.kind,) if self.kind else behind.kinds,
            fund=self.fund or behind.fund,
            account=self.account,
        )

    def balance(self, row: VoucherRow) -> str:
        """What the chosen account held after a voucher; "" where none is chosen."""
        return vnd(self._balances.get(row.id))

    def one_fund(self) -> str | None:
        """The fund that is chosen, or the only one in use."""
        if self.fund is not None:
            return self.fund
        used = {row.fund for row in self._fund.balances()}
        return used.pop() if len(used) == 1 else None

    def has_balances(self) -> bool:
        """Whether one account is chosen, so that there is a balance to run."""
        return self.account is not None and self.one_fund() is not None

    def _running(self, days: Sequence[date], query: Query) -> dict[int, int]:
        in_order = query.sort is None or query.sort.key == "day"
        fund = self.one_fund()
        if self.account is None or fund is None or not days or not in_order:
            return {}
        book = self._fund.book(fund, LedgerKind(self.account.value), None, min(days), max(days))
        return self._balances | {line.voucher_id: line.balance_vnd for line in book.lines}

    def columns(self) -> tuple[Column[VoucherRow], ...]:
        """The columns there are."""
        return (
            Column("number", _("Number"), 13, text=number, sort_key="number"),
            Column("day", _("Day"), 10, text=lambda row: day(row.day), sort_key="day"),
            Column("kind", _("Kind"), 12, text=lambda row: word(KIND_TITLES, row.kind)),
            Column("text", _("What for"), 0),
            Column("counterparty", _("Who gave or received"), 20),
            Column("amount_vnd", _("Amount (đồng)"), 13, "right", lambda row: vnd(row.amount_vnd or None), "amount"),
            Column("balance", _("Balance after it"), 13, "right", self.balance),
            Column("status", _("State"), 12, text=lambda row: word(STATUS_TITLES, row.status), tone=_tone),
            Column("fund", _("Fund"), 14, hidden=True),
            Column("account", _("Account"), 10, text=lambda row: word(ACCOUNT_TITLES, row.account), hidden=True),
            Column("source", _("Source"), 20, hidden=True),
            Column("purpose", _("Purpose"), 20, hidden=True),
            Column("approval", _("Approval"), 16, hidden=True),
            Column("book_number", _("Number in the old book"), 14, hidden=True),
        )


def number(row: VoucherRow) -> str:
    """The number of a voucher, or of its draft."""
    return row.number or row.draft or ""


def _tone(row: VoucherRow) -> Tone:
    return _TONES[row.status]


def _order(query: Query) -> str:
    if query.sort is None:
        return "-day"
    return f"-{query.sort.key}" if query.sort.descending else query.sort.key
