"""Entering things in the books within one change: seals in a chain, day totals, and no account below zero."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from peewee import JOIN, Value, fn

from frontdesk.fund.model import Closing, DayTotal, Ledger, MoneyFund, Opening, Reopening, Voucher, place, sealed
from frontdesk.fund.rules.checks import Lowest, lowest_from
from frontdesk.fund.rules.kinds import ClosingState, LedgerKind
from frontdesk.fund.rules.proof import NOTHING, Fields, Seal, following
from frontdesk.store import Change, Prepared, tuples

FREE: Final = {LedgerKind.CASH: 1, LedgerKind.BANK: 1, LedgerKind.HELD: -1}
"""What makes up the money of a fund that may go to any purpose."""
_HELD: Final = (ClosingState.CLOSED.value, ClosingState.CONFIRMED.value)
_NET: Final = DayTotal.in_vnd - DayTotal.out_vnd


def _ends() -> Any:
    """The last seal of each table whose rows carry one."""
    other = Voucher.alias()
    last = other.select(fn.MAX(place(other))).where(sealed(other))
    vouchers = Voucher.select(Voucher.seal_no, Voucher.seal).where(place(Voucher) == last)
    openings, closings, reopenings = map(_last_sealed, (Opening, Closing, Reopening))
    return vouchers.union_all(openings).union_all(closings).union_all(reopenings)


def _last_sealed(model: Any) -> Any:
    other = model.alias()
    return model.select(model.seal_no, model.seal).where(model.seal_no == other.select(fn.MAX(other.seal_no)))


_ENDS: Final = Prepared(_ends)
_OPENING: Final = Prepared(
    lambda ledger_id: (
        Opening.select(Opening.day, Opening.amount_vnd)
        .where(Opening.ledger == ledger_id)
        .order_by(Opening.seal_no.desc())
        .limit(1)
    )
)


def _ground(fund_id: Any) -> Any:
    later = Closing.alias()
    closed = later.select(later.id).where(later.fund == MoneyFund.id, later.state.in_(_HELD))
    last_closed = Closing.id == closed.order_by(later.until.desc()).limit(1)
    held = (Ledger.fund == MoneyFund.id) & Ledger.kind.in_([kind.value for kind in FREE])
    return (
        MoneyFund.select(
            Closing.until, Closing.cash_vnd, Closing.bank_vnd,
            Ledger.id, Ledger.kind, Opening.seal_no, Opening.day, Opening.amount_vnd,
        )
        .join_from(MoneyFund, Closing, JOIN.LEFT_OUTER, on=last_closed)
        .join_from(MoneyFund, Ledger, JOIN.LEFT_OUTER, on=held)
        .join_from(Ledger, Opening, JOIN.LEFT_OUTER, on=Opening.ledger == Ledger.id)
        .where(MoneyFund.id == fund_id)
    )  # fmt: skip


_GROUND: Final = Prepared(_ground)
# What moved on each day since a day, and without a day what moved before it.
_MOVED: Final = Prepared(
    lambda ledger_id, after, day: (
        DayTotal.select(DayTotal.day, _NET)
        .where(DayTotal.ledger == ledger_id, DayTotal.day >= day)
        .union_all(
            DayTotal.select(Value(None), fn.COALESCE(fn.SUM(_NET), 0)).where(
                DayTotal.ledger == ledger_id, DayTotal.day > after, DayTotal.day < day
            )
        )
    )
)


class LastClosing(NamedTuple):
    """Up to when a fund's books are closed, and what it held then."""

    until: date
    cash_vnd: int
    bank_vnd: int

    def held(self, kind: LedgerKind) -> int | None:
        """What an account of this kind held; None where a closing does not say."""
        if kind is LedgerKind.CASH:
            return self.cash_vnd
        return self.bank_vnd if kind is LedgerKind.BANK else None


class Money(NamedTuple):
    """An account that holds money, with day and amount of its opening balance; None when it was never set."""

    ledger_id: int
    kind: LedgerKind
    opening: tuple[date, int] | None


class Ground(NamedTuple):
    """What a fund's books rest on: the last closing that stands, None when none does, and its money by account."""

    closing: LastClosing | None
    money: Mapping[int, Money]

    @property
    def closed_until(self) -> date | None:
        """The last day that is closed, None when none is."""
        return self.closing.until if self.closing else None


class Course(NamedTuple):
    """What an account holds when a day begins, and by day what moves on it from then on."""

    before_vnd: int
    moves: tuple[tuple[date, int], ...]


def last_seal() -> Seal:
    """The end of the chain as the file holds it."""
    ends = _ENDS()
    return Seal(*max(ends)) if ends else NOTHING


def closed_until(fund_id: int) -> date | None:
    """The last day of a fund's books that is closed, None when none is."""
    return ground_of(fund_id).closed_until


def opening_of(ledger_id: int) -> tuple[date, int] | None:
    """Day and amount of an account's opening balance, None when it was never set."""
    found = _OPENING(ledger_id)
    return (found[0][0], found[0][1]) if found else None


def side_of(ledger_id: int) -> tuple[LedgerKind, str]:
    """Kind and name of an account."""
    kind, name = next(tuples(Ledger.select(Ledger.kind, Ledger.name).where(Ledger.id == ledger_id)))
    return LedgerKind(kind), name


def ground_of(fund_id: int) -> Ground:
    """The last closing of a fund, its accounts that hold money, and what is held of it for donors' wishes."""
    rows = _GROUND(fund_id)
    until, cash_vnd, bank_vnd = rows[0][:3]
    # Of several opening balances of an account the last one counts.
    money = {
        ledger_id: Money(ledger_id, LedgerKind(kind), None if day is None else (day, amount))
        for ledger_id, kind, _seal_no, day, amount in sorted((row[3:] for row in rows), key=lambda row: row[2] or 0)
        if ledger_id is not None
    }
    return Ground(None if until is None else LastClosing(until, cash_vnd, bank_vnd), money)


def course(money: Money, day: date, closing: LastClosing | None) -> Course:
    """What an account holds from `day` on, which is not closed; only the days since `closing` are added up."""
    opening = money.opening
    base, after = opening[1] if opening else 0, date.min
    closed = closing.held(money.kind) if closing else None
    if closing and closed is not None and (opening is None or opening[0] <= closing.until):
        base, after = closed, closing.until
    moved = _MOVED(money.ledger_id, after, day)
    before = sum(net for moved_on, net in moved if moved_on is None)
    return Course(base + before, tuple((moved_on, net) for moved_on, net in moved if moved_on is not None))


def lowest(courses: Iterable[tuple[Course, int]], day: date) -> Lowest:
    """The least that accounts hold together on any day from `day` on; each comes with its sign, 1 or -1."""
    base, moves = 0, []
    for each, sign in courses:
        base += sign * each.before_vnd
        moves += [(moved, sign * amount) for moved, amount in each.moves]
    return lowest_from(moves, base, day)


class Entering:
    """What one change enters in the books; `settle` ends it."""

    def __init__(self, change: Change) -> None:
        self._change = change
        self._seal = last_seal()
        self._moves: dict[tuple[int, date], list[int]] = {}

    @property
    def end(self) -> Seal:
        """The end of the chain after what was entered so far."""
        return self._seal

    def seal(self, kind: str, fields: Fields) -> Seal:
        """Take the next place in the chain for an entry with these fields."""
        self._seal = following(self._seal, kind, fields)
        return self._seal

    def move(self, debit_id: int | None, credit_id: int | None, day: date, amount_vnd: int) -> None:
        """Move an amount from one account to another on a day."""
        for ledger_id, side in ((debit_id, 0), (credit_id, 1)):
            if ledger_id is not None:
                self._moves.setdefault((ledger_id, day), [0, 0])[side] += amount_vnd

    def settle(self) -> None:
        """Add all that was moved to the day totals."""
        self._change.add_up(
            DayTotal,
            (
                {"ledger_id": ledger_id, "day": day, "in_vnd": came, "out_vnd": went}
                for (ledger_id, day), (came, went) in sorted(self._moves.items())
            ),
        )
        self._moves.clear()


def day_before(day: date) -> date:
    """The day before `day`; the first day there is has none and stands for itself."""
    return max(day, date.min + timedelta(days=1)) - timedelta(days=1)
