"""Posting and reversing: where a voucher gets its number and its seal, and is frozen."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.fund.deeds.vouchers import POST, REVERSE, SET_OPENING, Post, Reverse, SetOpening
from frontdesk.fund.model import GoodsLine, Opening, Voucher
from frontdesk.fund.rules import checks
from frontdesk.fund.rules.checks import Lowest, lowest_from
from frontdesk.fund.rules.kinds import (
    SERIES,
    Account,
    LedgerKind,
    Status,
    VoucherKind,
)
from frontdesk.fund.rules.proof import iso, voucher_fields
from frontdesk.fund.rules.rows import VoucherRow
from frontdesk.fund.service.entering import (
    FREE,
    Course,
    Entering,
    Ground,
    Money,
    closed_until,
    course,
    ground_of,
    lowest,
)
from frontdesk.fund.service.rows import Sides
from frontdesk.fund.service.stock import Stock
from frontdesk.messages import _
from frontdesk.store import Change, EntityRow, by_number, tuples


class Posting(Stock):
    """What changes the books."""

    def post(self, ask: Post) -> VoucherRow:
        """Enter a draft in the books: it takes its number and seal, and is frozen.

        RuleBroken when it is not whole, its day takes nothing, the money is not there or was given for something
        else, a payment has no approval, or one person would draw it up and pay it out.
        """
        with self.store.change(POST) as change:
            row, sides = self._with_sides(ask.number)
            ground = ground_of(sides.fund_id)
            approved_by = self._check_postable(change, row, sides, ground)
            entering = Entering(change)
            posted = self._enter_draft(change, entering, row, sides)
            if approved_by is not None:
                change.link(row.id, approved_by.id, "approval")
            entering.settle()
            self._check_covered(posted, sides, ground)
        return posted

    def reverse(self, ask: Reverse) -> VoucherRow:
        """Take a posted voucher back by one dated today that repeats it below zero; returns the new one.

        Luật Kế toán, Điều 27: nothing is erased, the wrong entry is offset ("ghi số âm").
        """
        with self.store.change(REVERSE) as change:
            row, sides = self._with_sides(ask.number)
            checks.check_status(row, Status.POSTED)
            checks.check_reason(ask.reason)
            if row.reverses is not None:
                raise RuleBroken(
                    "fund.voucher.is_reversal",
                    _("{number} is itself a reversal. Draw up a new voucher instead.").format(number=row.number),
                    "number",
                )
            checks.check_day(change.today, change.today, closed_until(sides.fund_id))
            self._check_gift_unspent(row)
            entering = Entering(change)
            reversal = self._enter_reversal(change, entering, (row, sides), ask.reason.strip())
            change.amend(Voucher, row.id, status=Status.REVERSED)
            entering.settle()
            self._check_covered(reversal, sides, ground_of(sides.fund_id))
        return reversal

    def set_opening(self, ask: SetOpening) -> int:
        """Say what an account held before its first voucher; returns the amount."""
        with self.store.change(SET_OPENING) as change:
            fund_id = self._take_fund(change, ask.fund)
            ledger_id = self._take_ledger(change, fund_id, LedgerKind(ask.account.value))
            day = ask.day or date(change.today.year, 1, 1)
            if ask.amount_vnd < 0:
                raise RuleBroken("fund.opening.negative", _("An account cannot begin below zero."), "amount_vnd")
            checks.check_day(day, change.today, closed_until(fund_id))
            used = Voucher.select(Voucher.id).where(
                (Voucher.debit == ledger_id) | (Voucher.credit == ledger_id), Voucher.seal_no.is_null(False)
            )
            if used.exists():
                raise RuleBroken(
                    "fund.opening.late",
                    _("This account has vouchers already; its opening balance stays. Enter a receipt or a payment."),
                    "account",
                )
            entering = Entering(change)
            self._enter_opening(change, entering, (ask.fund, ask.account), ledger_id, day, ask.amount_vnd)
        return ask.amount_vnd

    def _check_postable(self, change: Change, row: VoucherRow, sides: Sides, ground: Ground) -> EntityRow | None:
        """Refuse a draft that is not whole or whose day takes nothing; returns what of this office approved it."""
        checks.check_status(row, Status.DRAFT)
        checks.check_whole(row)
        checks.check_day(row.day, change.today, ground.closed_until, _opened(row, sides, ground.money))
        checks.check_approval(row)
        approved_by = by_number(row.approval) if row.approval else None
        if row.approval and checks.is_document_number(row.approval) and approved_by is None:
            raise RuleBroken(
                "fund.payment.unknown_approval", _("There is no {number}.").format(number=row.approval), "approval"
            )
        return approved_by

    def _enter_draft(self, change: Change, entering: Entering, row: VoucherRow, sides: Sides) -> VoucherRow:
        session = self.store.session
        exception = checks.check_two_people(row, session.user, alone=session.alone)
        number = change.number(Voucher, SERIES[row.kind], row.day.year)
        posted = row._replace(number=number, status=Status.POSTED, posted_by=session.user, exception=exception)
        seal = entering.seal("voucher", voucher_fields(posted))
        posted = posted._replace(seal_no=seal.no, seal=seal.value)
        values = {
            name: getattr(posted, name) for name in ("number", "status", "posted_by", "exception", "seal_no", "seal")
        }
        change.amend(Voucher, row.id, **values)
        self._move(change, entering, posted, sides)
        return posted

    def _enter_reversal(
        self, change: Change, entering: Entering, whole: tuple[VoucherRow, Sides], reason: str
    ) -> VoucherRow:
        row, sides = whole
        original = Voucher.get_by_id(row.id)
        reversal = row._replace(
            number=change.number(Voucher, SERIES[row.kind], change.today.year),
            draft=None,
            book_number=None,
            day=change.today,
            document_day=None,
            amount_vnd=-(row.amount_vnd or 0),
            text=f"Hủy {row.number}: {row.text}",
            reverses=row.number,
            reason=reason,
            prepared_by=self.store.session.user,
            posted_by=self.store.session.user,
            goods=tuple(replace(line, quantity=-line.quantity) for line in row.goods),
        )
        seal = entering.seal("voucher", voucher_fields(reversal))
        reversal = reversal._replace(seal_no=seal.no, seal=seal.value)
        kept = {f"{name}_id": getattr(original, f"{name}_id") for name in _REFERENCES}
        row_id = change.write(Voucher, {**columns_of(reversal), **kept, "reverses_id": row.id})
        for line in GoodsLine.select().where(GoodsLine.voucher == row.id).order_by(GoodsLine.id):
            values = {"quantity": -line.quantity, "unit_vnd": line.unit_vnd, "condition": line.condition}
            change.write(GoodsLine, {"voucher_id": row_id, "item_id": line.item_id, **values})
        self._move(change, entering, reversal, sides)
        return reversal._replace(id=row_id, revision=1)

    def _move(self, change: Change, entering: Entering, row: VoucherRow, sides: Sides) -> None:
        """Count a voucher on the accounts it touches, and what is held for donors' wishes."""
        amount = row.amount_vnd or 0
        held = None
        if row.restricted or sides.gift_id is not None:
            held = self._take_ledger(change, sides.fund_id, LedgerKind.HELD)
        entering.move(
            sides.debit_id if _is_money(row.debit) else None,
            sides.credit_id if _is_money(row.credit) else None,
            row.day,
            amount,
        )
        entering.move(held if row.restricted else None, None if row.restricted else held, row.day, amount)

    def _enter_opening(
        self,
        change: Change,
        entering: Entering,
        where: tuple[str | None, Account],
        ledger_id: int,
        day: date,
        amount_vnd: int,
    ) -> None:
        fund, account = where
        fields = [self._fund_name(fund), account.value, iso(day), amount_vnd, self.store.session.user]
        seal = entering.seal("opening", fields)
        values = {"ledger_id": ledger_id, "day": day, "amount_vnd": amount_vnd, "user": self.store.session.user}
        change.write(Opening, {**values, "seal_no": seal.no, "seal": seal.value})

    def _check_covered(self, row: VoucherRow, sides: Sides, ground: Ground) -> None:
        """After the writing: no account below zero on any day, no gift spent twice or on something else."""
        amount = row.amount_vnd or 0
        if row.goods:
            self._check_stock(row)
            return
        paying = sides.credit_id if amount > 0 else sides.debit_id
        side = row.credit if amount > 0 else row.debit
        if side is None or paying is None or not _is_money(side):
            return
        paid_from = course(ground.money[paying], row.day, ground.closing)
        checks.check_covered(Account(side[0].value), row.fund, lowest([(paid_from, 1)], row.day), abs(amount))
        if row.gift is not None and row.reverses is None:
            self._check_gift(row)
        elif row.kind is not VoucherKind.TRANSFER and not row.restricted:
            self._check_free(row, ground, {paying: paid_from})

    def _check_free(self, row: VoucherRow, ground: Ground, courses: dict[int, Course]) -> None:
        """What is kept for donors' wishes is still there; where nothing is, an account above zero is enough."""
        closing, money = ground
        held = next((each for each in money.values() if each.kind is LedgerKind.HELD), None)
        if held is None:
            return
        courses[held.ledger_id] = course(held, row.day, closing)
        # Books that were never closed are long to add up: not for nothing.
        if lowest([(courses[held.ledger_id], -1)], row.day).balance_vnd >= 0:
            return
        for each in money.values():
            courses[each.ledger_id] = courses.get(each.ledger_id) or course(each, row.day, closing)
        free = lowest([(courses[each.ledger_id], FREE[each.kind]) for each in money.values()], row.day)
        checks.check_free(row.fund, free, abs(row.amount_vnd or 0))

    def _check_gift(self, payment: VoucherRow) -> None:
        gift = self.voucher(payment.gift or "")
        moves = self._gift_moves(gift.id)
        checks.check_gift(payment, gift, lowest_from(moves, gift.amount_vnd or 0, gift.day))

    def _gift_moves(self, gift_id: int) -> list[tuple[date, int]]:
        """What payments took from a gift, by day."""
        query = Voucher.select(Voucher.day, Voucher.amount_vnd)
        spent = tuples(query.where(Voucher.gift == gift_id, Voucher.seal_no.is_null(False)))
        return [(day, -amount) for day, amount in spent]

    def _check_gift_unspent(self, row: VoucherRow) -> None:
        if row.restricted and sum(amount for _day, amount in self._gift_moves(row.id)) != 0:
            raise RuleBroken(
                "fund.gift.spent",
                _("Money of {number} has been spent. Reverse those payments first.").format(number=row.number),
                "number",
            )

    def gift_left(self, number: str) -> Lowest:
        """What is left of a restricted gift, and since when."""
        gift = self.voucher(number)
        left = (gift.amount_vnd or 0) + sum(amount for _day, amount in self._gift_moves(gift.id))
        return Lowest(gift.day, left)


_REFERENCES: Final = ("fund", "debit", "credit", "donor", "pledge", "household", "reserved_for", "gift")


def _opened(row: VoucherRow, sides: Sides, money: Mapping[int, Money]) -> date | None:
    """The day that the accounts a voucher touches were opened with a balance; None when no balance was set."""
    touched = ((row.debit, sides.debit_id), (row.credit, sides.credit_id))
    openings = [money[ledger].opening for side, ledger in touched if ledger is not None and _is_money(side)]
    return max((opening[0] for opening in openings if opening), default=None)


def _is_money(side: tuple[LedgerKind, str] | None) -> bool:
    return side is not None and side[0] in (LedgerKind.CASH, LedgerKind.BANK)


def columns_of(row: VoucherRow) -> dict[str, Any]:
    """The plain columns of a row, for a voucher that is written whole."""
    names = (
        "number", "draft", "book_number", "kind", "status", "day", "document_day", "amount_vnd", "text", "counterparty",
        "address", "documents", "approval", "accountant", "treasurer", "exception", "restricted", "reason",
        "prepared_by", "posted_by", "seal_no", "seal",
    )  # fmt: skip
    return {name: getattr(row, name) for name in names}
