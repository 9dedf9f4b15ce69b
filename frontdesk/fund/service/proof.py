"""Proving the books: walking the chain, alone or against the fingerprint on a paper."""

from collections.abc import Callable, Iterator
from datetime import date
from heapq import merge
from operator import itemgetter
from typing import Final

from peewee import fn

from frontdesk.fund.model import Closing, DayTotal, Ledger, MoneyFund, Opening, Reopening, Voucher
from frontdesk.fund.rules.checks import lowest_from
from frontdesk.fund.rules.closings import closing_fields
from frontdesk.fund.rules.kinds import Account, ClosingState, LedgerKind, Status
from frontdesk.fund.rules.proof import NOTHING, Entry, Seal, parse_fingerprint, walk
from frontdesk.fund.service.closing import Closings
from frontdesk.fund.service.entering import last_seal
from frontdesk.fund.service.sealed import sealed_openings, sealed_reopenings, sealed_vouchers
from frontdesk.messages import _
from frontdesk.store import Finding, tuples
from frontdesk.vietnamese import short_date

_UNREADABLE: Final = (ValueError, TypeError, AttributeError)
_MOST_NAMED: Final = 5


class Proving(Closings):
    """What anybody may check."""

    def fingerprint(self) -> str:
        """The fingerprint of the books as they are now, for the foot of a paper."""
        return last_seal().fingerprint

    def check(self) -> list[Finding]:
        """What only the fund knows: its chain, its balances, its restricted money."""
        subjects: list[tuple[str, Callable[[], list[str]]]] = [
            (_("the chain of the fund's books"), self._chain_faults),
            (_("posted vouchers and their reversals"), _status_faults),
            (_("day totals of the accounts"), _total_faults),
            (_("no account below zero on any day"), _shortfalls),
            (_("money given for a purpose or a household"), _restricted_faults),
            (_("closings against the books"), self._closing_faults),
        ]
        return [_finding(subject, faults()) for subject, faults in subjects]

    def check_fingerprint(self, text: str) -> Finding:
        """Whether the books up to the fingerprint of a paper are still those of the paper."""
        wanted = parse_fingerprint(text)
        subject = _("the books against the fingerprint {text}").format(text=text.strip())
        found = NOTHING if wanted.no == 0 else None
        try:
            for sealed, agrees in self._walk():
                if sealed.no <= wanted.no and not agrees:
                    return Finding(subject, _("entry no. {no} of the books was changed").format(no=sealed.no))
                if sealed.no == wanted.no:
                    found = sealed
                    break
        except _UNREADABLE:
            return Finding(subject, _("an entry of the books cannot be read: it was changed"))
        if found is None:
            return Finding(
                subject,
                _("the books end at entry no. {end}; the paper was printed at no. {no}: entries are missing").format(
                    end=last_seal().no, no=wanted.no
                ),
            )
        if not wanted.fits(found):
            return Finding(subject, _("the books up to entry no. {no} are not those of the paper").format(no=wanted.no))
        loose = _status_faults() + _total_faults() + _closing_state_faults()
        return _finding(subject, loose)

    def _chain_faults(self) -> list[str]:
        faults = []
        try:
            for sealed, agrees in self._walk():
                if not agrees:
                    faults.append(_("entry no. {no} was changed").format(no=sealed.no))
        except _UNREADABLE:
            faults.append(_("an entry cannot be read: it was changed"))
        return faults

    def _walk(self) -> Iterator[tuple[Seal, bool]]:
        kinds = (sealed_vouchers(), sealed_openings(), self._confirmed(), sealed_reopenings())
        return iter(walk(merge(*kinds, key=itemgetter(0))))

    def _confirmed(self) -> Iterator[Entry]:
        for row in sorted(self._closings(Closing.seal_no.is_null(False)), key=lambda row: row.seal_no or 0):
            yield row.seal_no or 0, "closing", row.seal or "", closing_fields(row)

    def _closing_faults(self) -> list[str]:
        """Confirmed closings that are still in force and whose balances the books no longer show."""
        faults = _closing_state_faults()
        for row in self._closings(Closing.state == ClosingState.CONFIRMED.value):
            held = (self.balance(row.fund, account, row.until) for account in (Account.CASH, Account.BANK))
            if tuple(held) != (row.cash_vnd, row.bank_vnd):
                faults.append(_("{number} does not agree with the books").format(number=row.number))
        return faults


def _closing_state_faults() -> list[str]:
    """Closings whose state is not what the sealed ones say: sealed is confirmed, reopened has its reopening."""
    undone = Reopening.select(Reopening.closing)
    sealed = (ClosingState.CONFIRMED.value, ClosingState.REOPENED.value)
    wrong = (
        Closing.seal_no.is_null(True) & Closing.state.in_(sealed),
        Closing.seal_no.is_null(False) & Closing.state.not_in(sealed),
        (Closing.state == ClosingState.REOPENED.value) & Closing.id.not_in(undone),
        (Closing.state == ClosingState.CONFIRMED.value) & Closing.id.in_(undone),
    )
    return [
        _("{number} is marked “{status}”, which the books do not show").format(number=number, status=state)
        for condition in wrong
        for number, state in tuples(Closing.select(Closing.number, Closing.state).where(condition))
    ]


def _finding(subject: str, faults: list[str]) -> Finding:
    if not faults:
        return Finding(subject)
    named = "; ".join(faults[:_MOST_NAMED])
    more = len(faults) - _MOST_NAMED
    return Finding(subject, named if more <= 0 else _("{named}; and {more} more").format(named=named, more=more))


def _status_faults() -> list[str]:
    """Vouchers whose state is not what the sealed ones say: sealed is posted, reversed has its reversal."""
    other = Voucher.alias()
    reversed_ids = other.select(other.reverses).where(other.reverses.is_null(False), other.seal_no.is_null(False))
    entered = (Status.POSTED.value, Status.REVERSED.value)
    wrong = (
        Voucher.seal_no.is_null(True) & Voucher.status.in_(entered),
        Voucher.seal_no.is_null(False) & Voucher.status.not_in(entered),
        (Voucher.status == Status.REVERSED.value) & Voucher.id.not_in(reversed_ids),
        (Voucher.status == Status.POSTED.value) & Voucher.id.in_(reversed_ids),
    )
    return [
        _("{number} is marked “{status}”, which the books do not show").format(number=number or draft, status=status)
        for condition in wrong
        for number, draft, status in tuples(
            Voucher.select(Voucher.number, Voucher.draft, Voucher.status).where(condition)
        )
    ]


def _counted() -> dict[tuple[int, str], tuple[int, int]]:
    """What vouchers moved on each account that has day totals, added up anew."""
    totals: dict[tuple[int, str], list[int]] = {}
    day, amount = Voucher.day.cast("text"), fn.SUM(Voucher.amount_vnd)
    entered = Voucher.seal_no.is_null(False)
    money = Ledger.kind.in_((LedgerKind.CASH.value, LedgerKind.BANK.value))
    held = (Ledger.fund == Voucher.fund) & (Ledger.kind == LedgerKind.HELD.value)
    sides = (
        (0, Voucher.debit == Ledger.id, money),
        (1, Voucher.credit == Ledger.id, money),
        (0, held, Voucher.restricted),
        (1, held, ~Voucher.restricted & Voucher.gift.is_null(False)),
    )
    for place, on, counts in sides:
        query = Voucher.select(Ledger.id, day, amount).join(Ledger, on=on).where(entered, counts)
        for ledger_id, moved, total in tuples(query.group_by(Ledger.id, Voucher.day)):
            totals.setdefault((ledger_id, str(moved)), [0, 0])[place] += total
    return {key: (came, went) for key, (came, went) in totals.items()}


def _total_faults() -> list[str]:
    counted = _counted()
    query = DayTotal.select(DayTotal.ledger, DayTotal.day.cast("text"), DayTotal.in_vnd, DayTotal.out_vnd)
    kept = {(ledger_id, str(day)): (came, went) for ledger_id, day, came, went in tuples(query)}
    return [
        _("the totals of {day} do not agree with the vouchers").format(day=day)
        for (ledger_id, day) in sorted(counted.keys() | kept.keys(), key=str)
        if counted.get((ledger_id, day)) != kept.get((ledger_id, day))
    ]


def _by_ledger(kinds: tuple[LedgerKind, ...]) -> Iterator[tuple[int, str, int, list[tuple[date, int]]]]:
    query = Ledger.select(Ledger.id, Ledger.name, MoneyFund.name).join(MoneyFund)
    for ledger_id, name, fund in tuples(query.where(Ledger.kind.in_([kind.value for kind in kinds]))):
        opening = Opening.select(Opening.amount_vnd).where(Opening.ledger == ledger_id)
        last = next(tuples(opening.order_by(Opening.seal_no.desc()).limit(1)), (0,))
        moves = DayTotal.select(DayTotal.day, DayTotal.in_vnd - DayTotal.out_vnd).where(DayTotal.ledger == ledger_id)
        yield ledger_id, f"{fund}: {name}", last[0], list(tuples(moves))


def _shortfalls() -> list[str]:
    faults = []
    for _ledger_id, name, opening, moves in _by_ledger((LedgerKind.CASH, LedgerKind.BANK)):
        least = lowest_from(moves, opening, date.min)
        if least.balance_vnd < 0:
            faults.append(_("{account} is below zero on {day}").format(account=name, day=short_date(least.day)))
    return faults


def _restricted_faults() -> list[str]:
    """Gifts of which more was spent than came, or that were spent on something else."""
    payment = Voucher.alias()
    spent = (
        Voucher.select(Voucher.number, Voucher.amount_vnd, fn.SUM(payment.amount_vnd))
        .join(payment, on=payment.gift == Voucher.id)
        .where(payment.seal_no.is_null(False))
        .group_by(Voucher.id)
    )
    faults = [
        _("more was spent of {number} than was given").format(number=number)
        for number, given, used in tuples(spent)
        if used > given
    ]
    wrong = Voucher.select(payment.number, Voucher.number).join(payment, on=payment.gift == Voucher.id)
    wished = (Voucher.reserved_for.is_null(False) & (Voucher.reserved_for != payment.debit)) | (
        Voucher.household.is_null(False) & (Voucher.household != fn.COALESCE(payment.household, 0))
    )
    faults += [
        _("{payment} spends {gift} on something else").format(payment=paid, gift=gift)
        for paid, gift in tuples(wrong.where(payment.seal_no.is_null(False), wished))
    ]
    return faults
