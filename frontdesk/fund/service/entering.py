"""Entering things in the books within one change: seals in a chain, day totals, and no account below zero."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from peewee import fn

from frontdesk.fund.model import Closing, DayTotal, Ledger, Opening, Reopening, Voucher
from frontdesk.fund.rules.checks import Lowest, lowest_from
from frontdesk.fund.rules.kinds import ClosingState, LedgerKind
from frontdesk.fund.rules.proof import NOTHING, Fields, Seal, following
from frontdesk.store import Change, Record, tuples

SEALED: Final[tuple[type[Record], ...]] = (Voucher, Opening, Closing, Reopening)


def last_seal() -> Seal:
    """The end of the chain as the file holds it."""
    ends = []
    for model in SEALED:
        query = model.select(model.seal_no, model.seal).where(model.seal_no.is_null(False))  # type: ignore[attr-defined]
        ends += list(tuples(query.order_by(model.seal_no.desc()).limit(1)))  # type: ignore[attr-defined]
    return max((Seal(*end) for end in ends), key=lambda seal: seal.no, default=NOTHING)


def closed_until(fund_id: int) -> date | None:
    """The last day of a fund's books that is closed, None when none is."""
    held = (ClosingState.CLOSED.value, ClosingState.CONFIRMED.value)
    query = Closing.select(Closing.until).where(Closing.fund == fund_id, Closing.state.in_(held))
    found = next(tuples(query.order_by(Closing.until.desc()).limit(1)), None)
    return None if found is None else found[0]


def opening_of(ledger_id: int) -> tuple[date, int] | None:
    """Day and amount of an account's opening balance, None when it was never set."""
    query = Opening.select(Opening.day, Opening.amount_vnd).where(Opening.ledger == ledger_id)
    return next(tuples(query.order_by(Opening.seal_no.desc()).limit(1)), None)


def side_of(ledger_id: int) -> tuple[LedgerKind, str]:
    """Kind and name of an account."""
    kind, name = next(tuples(Ledger.select(Ledger.kind, Ledger.name).where(Ledger.id == ledger_id)))
    return LedgerKind(kind), name


def lowest(ledgers: Iterable[tuple[int, int]], day: date) -> Lowest:
    """The least that accounts hold together on any day from `day` on; a ledger comes with its sign, 1 or -1."""
    base, moves = 0, []
    for ledger_id, sign in ledgers:
        opening = opening_of(ledger_id)
        net = DayTotal.in_vnd - DayTotal.out_vnd
        before = DayTotal.select(fn.COALESCE(fn.SUM(net), 0)).where(DayTotal.ledger == ledger_id, DayTotal.day < day)
        base += sign * (next(tuples(before))[0] + (opening[1] if opening else 0))
        after = DayTotal.select(DayTotal.day, net).where(DayTotal.ledger == ledger_id, DayTotal.day >= day)
        moves += [(moved, sign * amount) for moved, amount in tuples(after)]
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
        """Write the day totals of all that was moved."""
        if not self._moves:
            return
        days = [day for _ledger_id, day in self._moves]
        query = DayTotal.select(DayTotal.ledger, DayTotal.day, DayTotal.id, DayTotal.in_vnd, DayTotal.out_vnd).where(
            DayTotal.ledger.in_({ledger_id for ledger_id, _day in self._moves}),
            DayTotal.day.between(min(days), max(days)),
        )
        held = {(ledger_id, day): rest for ledger_id, day, *rest in tuples(query)}
        new = []
        for (ledger_id, day), (came, went) in sorted(self._moves.items()):
            if (ledger_id, day) in held:
                row_id, before_in, before_out = held[ledger_id, day]
                self._change.amend(DayTotal, row_id, in_vnd=before_in + came, out_vnd=before_out + went)
            else:
                new.append({"ledger_id": ledger_id, "day": day, "in_vnd": came, "out_vnd": went})
        self._change.write_all(DayTotal, new)
        self._moves.clear()


def day_before(day: date) -> date:
    """The day before `day`."""
    return day - timedelta(days=1)
