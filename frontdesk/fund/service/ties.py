"""What the lines of a book say besides: read for a sheet, and found again in the office a sheet is read into."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from peewee import JOIN

from frontdesk.errors import RuleBroken
from frontdesk.fund.model import Donor, Household, Ledger, Voucher
from frontdesk.fund.rules import checks
from frontdesk.fund.rules.cashbook import BadLine, CashLine
from frontdesk.fund.rules.checks import lowest_from
from frontdesk.fund.rules.kinds import Consent, DonorKind, LedgerKind, Status, VoucherKind
from frontdesk.fund.rules.particulars import Giver, Helped, Particulars
from frontdesk.fund.rules.rows import VoucherRow
from frontdesk.fund.service.base import key_of
from frontdesk.fund.service.rows import rows_of, voucher_query
from frontdesk.messages import _
from frontdesk.office.model import Area
from frontdesk.store import tuples

Mirrored = Callable[[CashLine], VoucherRow]
_TEXTS: Final = ("address", "documents", "approval", "accountant", "treasurer", "exception", "restricted", "reason")


@dataclass
class Gift:
    """Money given with a wish, and what was taken of it, by day; `row` None: it stands in the books already."""

    voucher: VoucherRow
    row: int | None
    moves: list[tuple[date, int]]


@dataclass(frozen=True)
class Tie:
    """What a line refers to: another line of the sheet by its `row`, or a voucher of the books by id and number."""

    row: int | None = None
    id: int = 0
    number: str = ""


@dataclass(frozen=True)
class Ties:
    """What the new lines of a book refer to; a donor or household without an id is still to be made."""

    donors: dict[Giver, int | None]
    households: dict[Helped, int | None]
    gifts: dict[int, Tie]
    undone: dict[int, Tie]
    faults: tuple[BadLine, ...]


def particulars_by_id(ledger_id: int, since: date, until: date) -> dict[int, Particulars]:
    """What stands on the posted vouchers of an account beside its book's columns, by their ids."""
    reserved, gift, undone = Ledger.alias(), Voucher.alias(), Voucher.alias()
    giver = (Donor.number, Donor.name, Donor.kind, Donor.consent)
    helped = (Household.number, Household.head, Area.name)
    referred = (reserved.name, gift.book_number, gift.number, undone.book_number, undone.number)
    texts = (getattr(Voucher, name) for name in _TEXTS)
    query = Voucher.select(Voucher.id, *giver, *helped, *referred, *texts)
    for other, on in (
        (reserved, Voucher.reserved_for == reserved.id),
        (gift, Voucher.gift == gift.id),
        (undone, Voucher.reverses == undone.id),
        (Donor, Voucher.donor == Donor.id),
        (Household, Voucher.household == Household.id),
    ):
        query = query.join_from(Voucher, other, JOIN.LEFT_OUTER, on=on)
    query = query.join_from(Household, Area, JOIN.LEFT_OUTER)
    ours = (Voucher.debit == ledger_id) | (Voucher.credit == ledger_id)
    found = tuples(query.where(ours, Voucher.seal_no.is_null(False), Voucher.day.between(since, until)))
    return {row_id: _particulars(values) for row_id, *values in found}


def _particulars(values: Sequence[Any]) -> Particulars:
    number, name, kind, consent, *rest = values
    household, head, area, reserved, gift_book, gift, undone_book, undone, *texts = rest
    return Particulars(
        donor=Giver(number, name, DonorKind(kind), Consent(consent)) if number else None,
        household=Helped(household, head, area or "") if household else None,
        reserved_for=reserved,
        gift=gift_book or gift,
        reverses=undone_book or undone,
        **dict(zip(_TEXTS, texts, strict=True)),
    )


def tied(fund_id: int | None, ledger_id: int | None, fresh: Sequence[CashLine], mirrored: Mirrored) -> Ties:
    """What new lines of an account's book refer to; `mirrored` makes the voucher of a line, and faults name its row.

    A donor or household is the one with its number and name, else the only one of this name; a gift and a voucher
    taken back stand in a line above, or in the books already. Money with a wish is spent as the wish says.
    """
    finding = _Finding(fund_id, ledger_id, mirrored)
    for line in fresh:
        try:
            finding.take(line)
        except RuleBroken as broken:
            finding.faults.append(BadLine(line.row, line.text, broken.message))
    return Ties(finding.donors, finding.households, finding.gifts, finding.undone, tuple(finding.faults))


class _Finding:
    """Goes through the lines once, from the first to the last."""

    def __init__(self, fund_id: int | None, ledger_id: int | None, mirrored: Mirrored) -> None:
        self._fund_id = fund_id
        self._ledger_id = ledger_id
        self._mirrored = mirrored
        self._above: dict[str, list[CashLine]] = {}
        self._wishes: dict[str, Gift] = {}
        self._purposes: dict[str, str] = {}
        self.donors: dict[Giver, int | None] = {}
        self.households: dict[Helped, int | None] = {}
        self.gifts: dict[int, Tie] = {}
        self.undone: dict[int, Tie] = {}
        self.faults: list[BadLine] = []

    def take(self, line: CashLine) -> None:
        """Find what a line refers to; RuleBroken when it is not there or the line does not do what a donor asked."""
        more = line.more
        if more.donor is not None and more.donor not in self.donors:
            self.donors[more.donor] = _donor_id(more.donor)
        if more.household is not None and more.household not in self.households:
            self.households[more.household] = _household_id(more.household)
        if more.gift is not None:
            self._draw(line, more.gift)
        if more.reverses is not None:
            self._undo(line, more.reverses)
        if more.restricted:
            self._wish(line)
        if line.number:
            self._above.setdefault(line.number.upper(), []).append(line)

    def _wish(self, line: CashLine) -> None:
        row = self._row(line)
        if row.kind is not VoucherKind.RECEIPT:
            raise RuleBroken(
                "fund.gift.no_receipt", _("Only money that came can be given for a purpose or a household.")
            )
        checks.check_wish(row.restricted, row.reserved_for, row.household)
        if line.more.reverses is None:
            checks.check_amount(row.amount_vnd)
            self._wishes[line.number.upper()] = Gift(row, line.row, [])

    def _draw(self, line: CashLine, number: str) -> None:
        gift = self._gift(number)
        if gift is None or line.is_transfer or not line.out_vnd:
            raise RuleBroken(
                "fund.gift.not_there",
                _(
                    "{number} is no gift for a purpose or a household in these books. Read the book of the other "
                    "account or of the time before it first, or empty the cell."
                ).format(number=number),
            )
        gift.moves.append((line.day, -line.out_vnd))
        if line.more.reverses is None:
            least = lowest_from(gift.moves, gift.voucher.amount_vnd or 0, gift.voucher.day)
            checks.check_gift(self._row(line), gift.voucher, least)
        self.gifts[line.row] = Tie(gift.row, gift.voucher.id, gift.voucher.number or "")

    def _undo(self, line: CashLine, number: str) -> None:
        found = self._original(line, number)
        if found is None:
            raise RuleBroken(
                "fund.voucher.not_there",
                _(
                    "{number}, which it takes back, does not stand above it nor in the books. Read the book of the "
                    "time before it first, or empty the cell."
                ).format(number=number),
            )
        if line.more.restricted and (gift := self._gift(number)) is not None:
            if sum(amount for _day, amount in gift.moves):
                message = _("Money of {number} has been spent. Reverse those payments first.")
                raise RuleBroken("fund.gift.spent", message.format(number=number))
            gift.voucher = gift.voucher._replace(status=Status.REVERSED)
        self.undone[line.row] = found

    def _row(self, line: CashLine) -> VoucherRow:
        """The voucher a line will be, with purposes and households spelled as those already met."""
        row = self._mirrored(line)
        household = line.more.household
        known = self.households.get(household) if household else None
        spelled = {"household": str(known or f"{household.number} {household.head}")} if household else {}
        if row.reserved_for:
            spelled["reserved_for"] = self._purpose(row.reserved_for)
        if row.kind is VoucherKind.PAYMENT and row.debit:
            row = row._replace(debit=(LedgerKind.PURPOSE, self._purpose(row.debit[1])))
        return row._replace(**spelled)  # type: ignore[arg-type]  # both are texts

    def _purpose(self, name: str) -> str:
        return self._purposes.setdefault(key_of(name), name)

    def _gift(self, number: str) -> Gift | None:
        key = number.strip().upper()
        if key not in self._wishes and (found := self._kept_gift(key)) is not None:
            self._wishes[key] = found
        return self._wishes.get(key)

    def _kept_gift(self, number: str) -> Gift | None:
        if self._fund_id is None:
            return None
        is_wish = (Voucher.fund == self._fund_id, Voucher.restricted, Voucher.reverses.is_null())
        row = next(
            rows_of(voucher_query().where(_named(number), *is_wish).order_by(Voucher.book_number.is_null())), None
        )
        if row is None:
            return None
        household = next(tuples(Voucher.select(Voucher.household).where(Voucher.id == row.id)))[0]
        reserved = self._purpose(row.reserved_for) if row.reserved_for else None
        spent = Voucher.select(Voucher.day, Voucher.amount_vnd).where(Voucher.gift == row.id)
        moves = [(day, -amount) for day, amount in tuples(spent.where(Voucher.seal_no.is_null(False)))]
        spelled = row._replace(reserved_for=reserved, household=str(household) if household else None)
        return Gift(spelled, None, moves)

    def _original(self, line: CashLine, number: str) -> Tie | None:
        """The voucher a line takes back: of its kind, with its amount above zero, and not taken back yet."""
        key = number.strip().upper()
        undone = {tie.row for tie in self.undone.values()}
        for above in self._above.get(key, ()):
            if (above.in_vnd, above.out_vnd) == (-line.in_vnd, -line.out_vnd) and above.row not in undone:
                return Tie(above.row)
        if self._ledger_id is None:
            return None
        side = Voucher.debit if line.in_vnd else Voucher.credit
        wanted = (side == self._ledger_id, Voucher.amount_vnd == -(line.in_vnd or line.out_vnd))
        taken = [tie.id for tie in self.undone.values()]
        query = Voucher.select(Voucher.id, Voucher.number).where(
            _named(key), *wanted, Voucher.status == Status.POSTED.value, Voucher.id.not_in(taken)
        )
        found = next(tuples(query.order_by(Voucher.book_number.is_null())), None)
        return Tie(None, *found) if found else None


def _named(number: str) -> Any:
    return ((Voucher.book_number == number) | (Voucher.number == number)) & Voucher.seal_no.is_null(False)


def _donor_id(giver: Giver) -> int | None:
    """The donor a sheet means, None for one who is to be admitted."""
    query = Donor.select(Donor.id, Donor.number, Donor.name)
    either = _either(Donor.number, Donor.name, giver.number, giver.name)
    found = _meant(giver.number, giver.name, tuples(query.where(either)))
    if found is None and not giver.name:
        raise RuleBroken("fund.donor.unknown", _("There is no donor {number}.").format(number=giver.number))
    return found


def _household_id(helped: Helped) -> int | None:
    """The household a sheet means, None for one that is to be registered."""
    query = Household.select(Household.id, Household.number, Household.head)
    either = _either(Household.number, Household.head, helped.number, helped.head)
    found = _meant(helped.number, helped.head, tuples(query.where(either)))
    if found is None and not (helped.head and helped.area):
        raise RuleBroken(
            "fund.household.unknown", _("There is no household {number}.").format(number=helped.number or helped.head)
        )
    return found


def _either(number: Any, name: Any, said: str, called: str) -> Any:
    return (number == said) | (name == called) if called else number == said


def _meant(number: str, name: str, rows: Iterable[Sequence[Any]]) -> int | None:
    """Of those with this number or name the one with both, else the only one of the name."""
    known = list(rows)
    both: Iterator[int] = (row_id for row_id, its, called in known if its == number and name in ("", called))
    named = [row_id for row_id, _its, called in known if name and called == name]
    return next(both, None) or (named[0] if len(named) == 1 else None)
