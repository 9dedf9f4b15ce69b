"""Looking things up: vouchers by number and in lists, balances, the book of an account."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from peewee import SQL, fn

from frontdesk.errors import RuleBroken
from frontdesk.fund.model import (
    DayTotal,
    GoodsLine,
    Household,
    Item,
    Ledger,
    MoneyFund,
    Opening,
    Pledge,
    Voucher,
    in_status,
    not_in_status,
    unnumbered,
)
from frontdesk.fund.rules.kinds import NO_PURPOSE, NO_SOURCE, SERIES, Account, LedgerKind, Status, VoucherKind
from frontdesk.fund.rules.rows import BalanceRow, Book, BookLine, LedgerRow, VoucherRow
from frontdesk.fund.service.base import Desk, one_of
from frontdesk.fund.service.entering import day_before, opening_of
from frontdesk.fund.service.rows import Sides, numbered, rows_of, voucher_query
from frontdesk.messages import _
from frontdesk.office import ListAsk
from frontdesk.store import hidden, matching, tuples

_SORTED: Final[dict[str, Any]] = {"day": Voucher.day, "amount": Voucher.amount_vnd}
_UNNAMED: Final = frozenset({NO_SOURCE, NO_PURPOSE})


@dataclass(frozen=True)
class VoucherFilter:
    """Which vouchers; None leaves a side open. Without a status, discarded drafts stay out.

    `pledge` and `household` are numbers, `item` is name and unit of a thing.
    """

    search: str | None = None
    since: date | None = None
    until: date | None = None
    status: Status | None = None
    kinds: tuple[VoucherKind, ...] = ()
    fund: str | None = None
    ledger_id: int | None = None
    account: Account | None = None
    household: str | None = None
    donor_id: int | None = None
    pledge: str | None = None
    item: tuple[str, str] | None = None


@dataclass(frozen=True)
class _Part:
    """Vouchers of a list that are sorted by one column: a query of ids, what it is sorted by, and which way."""

    query: Any
    column: Any
    down: bool

    def in_order(self) -> Any:
        """The ids in their order; those of one value by age."""
        columns = (self.column, Voucher.id)
        return self.query.order_by(*(column.desc() if self.down else column for column in columns))

    def place(self, voucher_id: int) -> int | None:
        """Where a voucher stands in this part, from 0; None when it is not in it."""
        column = self.column
        found = next(tuples(self.query.select(column).where(Voucher.id == voucher_id)), None)
        if found is None:
            return None
        same = column.is_null() if found[0] is None else column == found[0]
        if self.down:
            further = column.is_null(False) if found[0] is None else column > found[0]
            before = further | (same & (Voucher.id > voucher_id))
        else:
            nearer = Voucher.id.is_null() if found[0] is None else column.is_null() | (column < found[0])
            before = nearer | (same & (Voucher.id < voucher_id))
        return int(self.query.where(before).count())


class Reading(Desk):
    """What can be read of the fund's books."""

    def voucher(self, number: str) -> VoucherRow:
        """The voucher with this number, or the number of its draft."""
        return self._with_sides(number)[0]

    def _with_sides(self, number: str) -> tuple[VoucherRow, Sides]:
        found = numbered(number.strip().upper())
        if found is None:
            raise RuleBroken("fund.voucher.unknown", _("There is no voucher {number}.").format(number=number), "number")
        return found

    def vouchers_by_id(self, ids: Sequence[int]) -> list[VoucherRow]:
        """The vouchers with these ids, in the books' order."""
        return list(rows_of(voucher_query().where(Voucher.id.in_(list(ids))).order_by(Voucher.day, Voucher.seal_no)))

    def page(self, which: VoucherFilter, sort: str = "-day", offset: int = 0, limit: int = 100) -> list[VoucherRow]:
        """A page of vouchers; `sort` is "day", "number" or "amount", with "-" in front for downwards."""
        ids: list[int] = []
        for part in self._parts(which, sort):
            found = [row_id for (row_id,) in tuples(part.in_order().offset(offset).limit(limit - len(ids)))]
            ids += found
            if len(ids) == limit:
                break
            # The part ended before the page did: the next one goes on.
            offset = 0 if found else offset - min(offset, part.query.count())
        rows = {row.id: row for row in self.vouchers_by_id(ids)}
        return [rows[row_id] for row_id in ids]

    def count(self, which: VoucherFilter) -> int:
        """How many vouchers a filter finds."""
        return int(Voucher.select(Voucher.id).where(*self._conditions(which)).count())

    def place(self, which: VoucherFilter, voucher_id: int, sort: str = "-day") -> int | None:
        """Where a voucher stands in a filtered and sorted list, None when it is not in it."""
        before = 0
        for part in self._parts(which, sort):
            place = part.place(voucher_id)
            if place is not None:
                return before + place
            before += part.query.count()
        return None

    def _parts(self, which: VoucherFilter, sort: str) -> list[_Part]:
        """What a filter finds, in parts that follow one another in a sorted list: the unnumbered have no number."""
        key, down = sort.removeprefix("-"), sort.startswith("-")
        found = Voucher.select(Voucher.id).where(*self._conditions(which, key))
        if key != "number":
            return [_Part(found, _SORTED[key], down)]
        series = {SERIES[kind] for kind in which.kinds}
        of_series = [Voucher.number.between(f"{each}-", f"{each}.") for each in series] if len(series) == 1 else []
        numbered = _Part(found.where(Voucher.number.is_null(False), *of_series), Voucher.number, down)
        rest = _Part(found.where(unnumbered()), Voucher.id, down)
        return [numbered, rest] if down else [rest, numbered]

    def _conditions(self, which: VoucherFilter, key: str = "day") -> list[Any]:
        """What a filter says, for a list that is sorted by `key`: an index over a kind or a fund has the order of days.

        One over amounts tells the fund as well, one over numbers does not, and few of the books are another fund's.
        """
        kind = Voucher.kind if key == "day" else hidden(Voucher.kind)
        fund = hidden(Voucher.fund) if key == "amount" else Voucher.fund
        conditions: list[Any] = [
            in_status(which.status.value) if which.status else not_in_status(Status.DISCARDED.value)
        ]
        if which.search:
            conditions.append(Voucher.id.in_(matching(which.search, Voucher.topic)))
        if which.since:
            conditions.append(Voucher.day >= which.since)
        if which.until:
            conditions.append(Voucher.day <= which.until)
        if which.kinds:
            conditions.append(kind.in_([each.value for each in which.kinds]))
        if which.fund:
            conditions.append(fund == (self._fund_id(which.fund) or 0))
        if which.ledger_id is not None:
            conditions.append((Voucher.debit == which.ledger_id) | (Voucher.credit == which.ledger_id))
        if which.account:
            ledgers = Ledger.select(Ledger.id).where(Ledger.kind == which.account.value)
            conditions.append(hidden(Voucher.debit).in_(ledgers) | hidden(Voucher.credit).in_(ledgers))
        if which.household:
            conditions.append(
                Voucher.household.in_(Household.select(Household.id).where(Household.number == which.household))
            )
        if which.donor_id is not None:
            conditions.append(Voucher.donor == which.donor_id)
        if which.pledge:
            conditions.append(Voucher.pledge.in_(Pledge.select(Pledge.id).where(Pledge.number == which.pledge)))
        if which.item:
            name, unit = which.item
            lines = GoodsLine.select(GoodsLine.voucher).join(Item).where(Item.name == name, Item.unit == unit)
            conditions.append(Voucher.id.in_(lines))
        return conditions

    def first_day(self) -> date | None:
        """The first day anything stands in the books of any fund, None while nothing does."""
        days = (Voucher.select(fn.MIN(Voucher.day)), Opening.select(fn.MIN(Opening.day)))
        return min((date.fromisoformat(str(day)) for query in days for (day,) in tuples(query) if day), default=None)

    def voucher_list(self, ask: ListAsk) -> list[dict[str, Any]]:
        """The vouchers as the list of the command line gives them."""
        which = VoucherFilter(ask.search, ask.since, ask.until, one_of(Status, ask.status, "status"))
        query = voucher_query().where(*self._conditions(which)).order_by(Voucher.day, Voucher.id)
        return [_as_listed(row) for row in rows_of(query)]

    def balance_list(self, ask: ListAsk) -> list[dict[str, Any]]:
        """What each account holds at the end of `ask.until`, today when it is None."""
        return [
            {"fund": row.fund, "account": row.account.value, "balance_vnd": row.balance_vnd, "on": row.on.isoformat()}
            for row in self.balances(ask.until)
        ]

    def balances(self, on: date | None = None) -> list[BalanceRow]:
        """What each account of each fund in use holds at the end of a day (None: today)."""
        day = on or self.store.today
        held = {
            (fund, kind): balance
            for fund, kind, balance in tuples(
                Ledger.select(MoneyFund.name, Ledger.kind, _moved(day)).join(MoneyFund).where(_is_money(Ledger))
            )
        }
        used = {fund for fund, _kind in held}
        return [
            BalanceRow(fund, account, held.get((fund, account.value), 0), day)
            for position, fund in enumerate(self.funds())
            if fund in used or position == 0
            for account in Account
        ]

    def balance(self, fund: str | None, account: Account, on: date | None = None) -> int:
        """What one account of a fund holds at the end of a day (None: today)."""
        ledger_id = self._ledger_id(fund, LedgerKind(account.value))
        return 0 if ledger_id is None else self._balance_of(ledger_id, on or self.store.today)

    def held(self, fund: str | None, on: date | None = None) -> int:
        """How much of a fund's money is kept for a purpose or a household at the end of a day (None: today)."""
        ledger_id = self._ledger_id(fund, LedgerKind.HELD)
        return 0 if ledger_id is None else self._balance_of(ledger_id, on or self.store.today)

    def _balance_of(self, ledger_id: int, on: date) -> int:
        query = Ledger.select(_moved(on)).where(Ledger.id == ledger_id)
        return next(int(balance) for (balance,) in tuples(query))

    def book(self, fund: str | None, kind: LedgerKind, name: str | None, since: date, until: date) -> Book:
        """The book of an account: each posted voucher in order, with what was there after it.

        A source's book begins with nothing and counts up what came from it; a purpose's, what went to it.
        """
        found = self._ledger_id(fund, kind, name)
        ledger = LedgerRow(found or 0, self._fund_name(fund), kind, name or "")
        opening = 0 if found is None else self._opening_of_book(ledger, since)
        return Book(ledger, since, until, opening, () if found is None else self._lines(ledger, since, until, opening))

    def _opening_of_book(self, ledger: LedgerRow, since: date) -> int:
        return 0 if ledger.kind in (LedgerKind.SOURCE, LedgerKind.PURPOSE) else self._held_before(ledger.id, since)

    def _held_before(self, ledger_id: int, day: date) -> int:
        """What an account holds when `day` begins; an opening balance taken over later stands there already."""
        opening = opening_of(ledger_id)
        return opening[1] if opening and opening[0] >= day else self._balance_of(ledger_id, day_before(day))

    def _lines(self, ledger: LedgerRow, since: date, until: date, opening: int) -> tuple[BookLine, ...]:
        other = Ledger.alias()
        columns = (
            Voucher.id,
            Voucher.day,
            Voucher.document_day,
            Voucher.number,
            Voucher.book_number,
            Voucher.kind,
            Voucher.status,
            Voucher.text,
            Voucher.counterparty,
            other.name,
            Voucher.amount_vnd,
            Voucher.seal_no,
        )
        days = (Voucher.day.between(since, until), Voucher.seal_no.is_null(False))
        came = (
            Voucher.select(*columns, SQL("1"))
            .join(other, on=Voucher.credit == other.id)
            .where(Voucher.debit == ledger.id, *days)
        )
        went = (
            Voucher.select(*columns, SQL("-1"))
            .join(other, on=Voucher.debit == other.id)
            .where(Voucher.credit == ledger.id, *days)
        )
        lines, balance = [], opening
        for *head, amount, _seal_no, sign in sorted(
            [*tuples(came), *tuples(went)], key=lambda values: (values[1], values[11])
        ):
            sign = -sign if ledger.kind is LedgerKind.SOURCE else sign
            balance += sign * amount
            row_id, day, document_day, number, book_number, kind, status, *texts = head
            codes = (VoucherKind(kind), Status(status))
            moved = (amount, None) if sign > 0 else (None, amount)
            values = (row_id, day, document_day, number, book_number, *codes, *texts, *moved, balance)
            lines.append(BookLine(*values))
        return tuple(lines)


def _is_money(ledger: Any) -> Any:
    return ledger.kind.in_([account.value for account in Account])


def _moved(on: date) -> Any:
    """What the account of the outer query holds at the end of a day."""
    opening = (
        Opening.select(Opening.amount_vnd)
        .where(Opening.ledger == Ledger.id, Opening.day <= on)
        .order_by(Opening.seal_no.desc())
        .limit(1)
    )
    moves = DayTotal.select(fn.SUM(DayTotal.in_vnd - DayTotal.out_vnd)).where(
        DayTotal.ledger == Ledger.id, DayTotal.day <= on
    )
    return fn.COALESCE(opening, 0) + fn.COALESCE(moves, 0)


def _as_listed(row: VoucherRow) -> dict[str, Any]:
    """The keys of interfaces.md, and some that a script may want besides."""
    return {
        "number": row.number,
        "draft": row.draft,
        "book_number": row.book_number,
        "date": row.day.isoformat(),
        "kind": row.kind.value,
        "status": row.status.value,
        "fund": row.fund,
        "account": row.account,
        "amount_vnd": row.amount_vnd,
        "purpose": None if row.purpose in _UNNAMED else row.purpose,
        "counterparty": row.counterparty or None,
        "text": row.text,
        "reverses": row.reverses,
        "to_account": row.to_account,
        "source": None if row.source in _UNNAMED else row.source,
        "approval": row.approval,
        "gift": row.gift,
        "household": row.household,
        "donor": row.donor,
        "reason": row.reason,
    }
