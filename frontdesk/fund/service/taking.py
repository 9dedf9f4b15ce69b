"""Writing a book that was read in: history, posted at once, with what its lines refer to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Final, TypeAlias, TypeVar

from frontdesk.fund.deeds.people import AdmitDonor
from frontdesk.fund.model import Donor, Household, Voucher
from frontdesk.fund.rules.cashbook import CashBook, CashLine
from frontdesk.fund.rules.kinds import NO_PURPOSE, SERIES, Account, LedgerKind, Status, VoucherKind
from frontdesk.fund.rules.particulars import PLAIN, Giver, Helped
from frontdesk.fund.rules.proof import voucher_fields
from frontdesk.fund.rules.rows import VoucherRow
from frontdesk.fund.service.entering import Entering, opening_of, side_of
from frontdesk.fund.service.households import Households
from frontdesk.fund.service.posting import columns_of
from frontdesk.fund.service.ties import Tie, Ties, tied
from frontdesk.store import Change, tuples
from frontdesk.vietnamese import nfc

Side: TypeAlias = tuple[LedgerKind, str]
_Named = TypeVar("_Named", Giver, Helped)
_NOBODY: Final = (None, None)


@dataclass(frozen=True)
class Target:
    """The account a book is read into; ids are None while it was never used."""

    fund: str
    account: Account
    fund_id: int | None
    ledger_id: int | None


@dataclass(frozen=True)
class _Meant:
    """Id and number of the donors and households that lines name, id and name of purposes asked for.

    `held_id` is the account that counts money given with a wish, None where no line has to do with it.
    """

    donors: Mapping[Giver | None, tuple[int, str]]
    households: Mapping[Helped | None, tuple[int, str]]
    reserved: Mapping[str | None, tuple[int, str]]
    held_id: int | None


class Taking(Households):
    """Takes the new lines of a book into the office's books."""

    def _opening_is_new(self, target: Target, book: CashBook) -> bool:
        """Whether the book's opening line is to become the account's opening balance."""
        if book.opening_row is None or not book.opening_vnd:
            return False
        return target.ledger_id is None or not self._is_used(target.ledger_id)

    def _is_used(self, ledger_id: int) -> bool:
        named = (Voucher.debit == ledger_id) | (Voucher.credit == ledger_id)
        moved = Voucher.select(Voucher.id).where(named, Voucher.seal_no.is_null(False))
        return opening_of(ledger_id) is not None or bool(moved.exists())

    def _tied(self, target: Target, fresh: Sequence[CashLine]) -> Ties:
        """What the new lines refer to besides the account, and what of it cannot stand."""
        user = self.store.session.user

        def mirrored(line: CashLine) -> VoucherRow:
            kind, name = _other_side(line)
            ours, other = (LedgerKind(target.account.value), ""), (kind, name or NO_PURPOSE)
            sides = (ours, other) if line.in_vnd else (other, ours)
            return _history(line, _kind_of(line), line.number, sides, target.fund, user)

        spoken = [line for line in fresh if line.more is not PLAIN]
        return tied(target.fund_id, target.ledger_id, fresh if spoken else (), mirrored)

    def _enter_book(
        self, change: Change, target: Target, book: CashBook, fresh: Sequence[CashLine], ties: Ties
    ) -> None:
        entering = Entering(change)
        fund_id = self._take_fund(change, target.fund)
        is_new = self._opening_is_new(target, book)
        ledger_id = self._take_ledger(change, fund_id, LedgerKind(target.account.value))
        if is_new:
            first = min((line.day for line in book.lines), default=change.today)
            where = (target.fund, target.account)
            self._enter_opening(change, entering, where, ledger_id, first, book.opening_vnd or 0)
        # Before the first row is made, for nothing may be written in between.
        others = {key: self._take_ledger(change, fund_id, *key) for key in dict.fromkeys(map(_other_side, fresh))}
        meant = self._take_meant(change, fund_id, ties, fresh)
        sides = {ledger: side_of(ledger) for ledger in (ledger_id, *others.values())}
        user = self.store.session.user
        numbers: dict[int, str] = {}

        def entered(line: CashLine) -> dict[str, Any]:
            other_id = others[_other_side(line)]
            debit_id, credit_id = (ledger_id, other_id) if line.in_vnd else (other_id, ledger_id)
            kind = _kind_of(line)
            number = numbers[line.row] = change.number(Voucher, SERIES[kind], line.day.year)
            row = _history(line, kind, number, (sides[debit_id], sides[credit_id]), target.fund, user)
            ids = {"fund_id": fund_id, "debit_id": debit_id, "credit_id": credit_id}
            referred: dict[str, Any] = {}
            if line.more is not PLAIN:
                row, referred = _referring(row, line, meant, ties, numbers)
            seal = entering.seal("voucher", voucher_fields(row))
            amount = line.in_vnd or line.out_vnd
            moved = (ledger_id, None) if line.in_vnd else (None, ledger_id)
            entering.move(moved[0], moved[1], line.day, amount)
            if row.restricted or row.gift:
                kept = (meant.held_id, None) if row.restricted else (None, meant.held_id)
                entering.move(kept[0], kept[1], line.day, amount)
            return {**columns_of(row), **ids, **referred, "seal_no": seal.no, "seal": seal.value}

        made = change.write_all(Voucher, map(entered, fresh))
        _tie(change, ties, {line.row: row_id for line, row_id in zip(fresh, made, strict=True)})
        entering.settle()

    def _take_meant(self, change: Change, fund_id: int, ties: Ties, fresh: Sequence[CashLine]) -> _Meant:
        """What the lines name, by id and name; donors and households not known yet are made in their old order."""
        years = {line.more.household: line.day.year for line in reversed(fresh) if line.more.household}
        for giver in _unknown(ties.donors):
            ties.donors[giver] = self.admit_donor(AdmitDonor(giver.name, giver.kind, giver.consent)).id
        for helped in _unknown(ties.households):
            ties.households[helped] = self._enter_household(change, helped.head, helped.area, years[helped])
        wishes = dict.fromkeys(line.more.reserved_for for line in fresh if line.more.reserved_for)
        reserved = {name: self._take_ledger(change, fund_id, LedgerKind.PURPOSE, name) for name in wishes}
        is_wish = bool(ties.gifts) or any(line.more.restricted for line in fresh)
        return _Meant(
            _numbered(Donor, ties.donors),
            _numbered(Household, ties.households),
            {name: (row_id, side_of(row_id)[1]) for name, row_id in reserved.items()},
            self._take_ledger(change, fund_id, LedgerKind.HELD) if is_wish else None,
        )


def _unknown(found: Mapping[_Named, int | None]) -> list[_Named]:
    return sorted((named for named, known in found.items() if known is None), key=attrgetter("number"))


def _numbered(model: Any, found: Mapping[_Named, int | None]) -> dict[_Named | None, tuple[int, str]]:
    """Id and number of each that was found or made."""
    ids = [row_id for row_id in found.values() if row_id is not None]
    numbers = dict(tuples(model.select(model.id, model.number).where(model.id.in_(ids))))
    return {named: (row_id, numbers[row_id]) for named, row_id in found.items() if row_id is not None}


def _referring(
    row: VoucherRow, line: CashLine, meant: _Meant, ties: Ties, numbers: Mapping[int, str]
) -> tuple[VoucherRow, dict[str, Any]]:
    """The voucher of a line with what it refers to by number or name, and the ids of that."""
    donor_id, donor = meant.donors.get(line.more.donor, _NOBODY)
    household_id, household = meant.households.get(line.more.household, _NOBODY)
    reserved_id, reserved = meant.reserved.get(line.more.reserved_for, _NOBODY)
    gift, undone = (_number_of(found.get(line.row), numbers) for found in (ties.gifts, ties.undone))
    whole = row._replace(donor=donor, household=household, reserved_for=reserved, gift=gift, reverses=undone)
    return whole, {"donor_id": donor_id, "household_id": household_id, "reserved_for_id": reserved_id}


def _number_of(tie: Tie | None, numbers: Mapping[int, str]) -> str | None:
    if tie is None:
        return None
    return tie.number if tie.row is None else numbers[tie.row]


def _tie(change: Change, ties: Ties, ids: Mapping[int, int]) -> None:
    """Say on the vouchers that were written what they draw on and take back."""
    for column, found in (("gift_id", ties.gifts), ("reverses_id", ties.undone)):
        for row, tie in found.items():
            change.amend(Voucher, ids[row], **{column: tie.id if tie.row is None else ids[tie.row]})
    for tie in ties.undone.values():
        change.amend(Voucher, tie.id if tie.row is None else ids[tie.row], status=Status.REVERSED)


def _kind_of(line: CashLine) -> VoucherKind:
    if line.is_transfer:
        return VoucherKind.TRANSFER
    return VoucherKind.RECEIPT if line.in_vnd else VoucherKind.PAYMENT


def _other_side(line: CashLine) -> tuple[LedgerKind, str | None]:
    """The account that stands against the book's own: a source, a purpose, or money on its way."""
    if line.is_transfer:
        return LedgerKind.TRANSIT, None
    return LedgerKind.SOURCE if line.in_vnd else LedgerKind.PURPOSE, nfc(line.other, one_line=True) or None


def _history(
    line: CashLine, kind: VoucherKind, number: str, sides: tuple[Side, Side], fund: str, user: str
) -> VoucherRow:
    """A line of a book as a posted voucher."""
    return VoucherRow(
        id=0,
        revision=1,
        number=number,
        draft=None,
        book_number=nfc(line.number) or None,
        kind=kind,
        status=Status.POSTED,
        day=line.day,
        document_day=line.document_day,
        fund=fund,
        debit=sides[0],
        credit=sides[1],
        amount_vnd=line.in_vnd or line.out_vnd,
        text=nfc(line.text),
        counterparty=nfc(line.counterparty),
        address=line.more.address,
        documents=line.more.documents,
        approval=line.more.approval,
        accountant=line.more.accountant,
        treasurer=line.more.treasurer,
        exception=line.more.exception,
        household=line.more.household.number if line.more.household else None,
        reserved_for=line.more.reserved_for,
        restricted=line.more.restricted,
        reason=line.more.reason,
        prepared_by=user,
        posted_by=user,
    )
