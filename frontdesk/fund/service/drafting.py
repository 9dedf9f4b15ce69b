"""Drafting vouchers, changing drafts, putting them aside."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from frontdesk.errors import RuleBroken
from frontdesk.fund.deeds.vouchers import (
    DISCARD,
    HAND_OUT,
    OPEN_FUND,
    PAY,
    RECEIVE,
    REVISE,
    TAKE_IN,
    TRANSFER,
    Discard,
    Goods,
    HandOut,
    OpenFund,
    Pay,
    Receive,
    Revise,
    TakeIn,
    Transfer,
)
from frontdesk.fund.model import Donor, GoodsLine, Household, Item, MoneyFund, Pledge, Voucher
from frontdesk.fund.rules.checks import check_amount, check_reason, check_size, check_status, check_wish
from frontdesk.fund.rules.kinds import Account, LedgerKind, Status, VoucherKind
from frontdesk.fund.rules.rows import VoucherRow
from frontdesk.fund.service.base import key_of
from frontdesk.fund.service.reading import Reading
from frontdesk.messages import _
from frontdesk.store import Change, tuples

DRAFTS = "NHAP"
_OTHER = {Account.CASH: Account.BANK, Account.BANK: Account.CASH}


class Drafting(Reading):
    """Drafts: they have a number of their own series and change nothing in the books."""

    def open_fund(self, ask: OpenFund) -> str:
        """Open a fund beside the standing ones; returns its name."""
        with self.store.change(OPEN_FUND) as change:
            if not ask.name.strip():
                raise RuleBroken("fund.fund.no_name", _("Give the fund a name."), "name")
            if any(key_of(known) == key_of(ask.name) for known in self.funds()):
                raise RuleBroken("fund.fund.exists", _("There is a fund of this name already."), "name")
            change.write(MoneyFund, {"name": ask.name, "key": key_of(ask.name)})
        return ask.name.strip()

    def receive(self, ask: Receive) -> VoucherRow:
        """Draft a receipt."""
        with self.store.change(RECEIVE) as change:
            fund_id = self._take_fund(change, ask.fund)
            reserved = self._take_ledger(change, fund_id, LedgerKind.PURPOSE, ask.purpose) if ask.purpose else None
            check_wish(ask.restricted, ask.purpose, ask.household)
            pledge_id, donor_id = self._pledge_of(ask.pledge, fund_id)
            return self._draft(
                change,
                VoucherKind.RECEIPT,
                ask,
                fund_id,
                **self._take_sides(change, VoucherKind.RECEIPT, fund_id, ask.account, ask.source),
                reserved_for_id=reserved,
                restricted=ask.restricted,
                donor_id=self._donor_id(ask.donor) or donor_id,
                pledge_id=pledge_id,
                household_id=self._numbered(Household.number, ask.household, "household"),
            )

    def pay(self, ask: Pay) -> VoucherRow:
        """Draft a payment."""
        with self.store.change(PAY) as change:
            fund_id = self._take_fund(change, ask.fund)
            return self._draft(
                change,
                VoucherKind.PAYMENT,
                ask,
                fund_id,
                **self._take_sides(change, VoucherKind.PAYMENT, fund_id, ask.account, ask.purpose),
                household_id=self._numbered(Household.number, ask.household, "household"),
                gift_id=self._numbered(Voucher.number, ask.gift, "gift"),
                exception=ask.exception,
                approval=ask.approval,
            )

    def transfer(self, ask: Transfer) -> VoucherRow:
        """Draft a transfer between the two accounts of a fund."""
        with self.store.change(TRANSFER) as change:
            fund_id = self._take_fund(change, ask.fund)
            to_bank = ask.account is Account.CASH
            text = ask.text or ("Nộp tiền mặt vào tài khoản" if to_bank else "Rút tiền gửi về quỹ tiền mặt")
            return self._draft(
                change,
                VoucherKind.TRANSFER,
                ask,
                fund_id,
                text=text,
                **self._take_sides(change, VoucherKind.TRANSFER, fund_id, ask.account),
            )

    def take_in(self, ask: TakeIn) -> VoucherRow:
        """Draft a receipt of gifts in kind."""
        with self.store.change(TAKE_IN) as change:
            fund_id = self._take_fund(change, ask.fund)
            return self._draft(
                change, VoucherKind.GIFT_IN, ask, fund_id, goods=ask.goods, donor_id=self._donor_id(ask.donor)
            )

    def hand_out(self, ask: HandOut) -> VoucherRow:
        """Draft handing out gifts in kind."""
        with self.store.change(HAND_OUT) as change:
            fund_id = self._take_fund(change, ask.fund)
            household = self._numbered(Household.number, ask.household, "household")
            return self._draft(
                change,
                VoucherKind.GIFT_OUT,
                ask,
                fund_id,
                goods=ask.goods,
                household_id=household,
                approval=ask.approval,
            )

    def revise(self, ask: Revise) -> VoucherRow:
        """Change a draft."""
        with self.store.change(REVISE) as change:
            row = self.voucher(ask.number)
            check_status(row, Status.DRAFT)
            check_amount(ask.amount_vnd)
            check_wish(ask.restricted, ask.purpose or row.reserved_for, ask.household or row.household)
            fund_id = self._take_fund(change, ask.fund or row.fund)
            pledge = ask.pledge or (row.pledge if ask.fund else None)
            values: dict[str, Any] = {
                name: getattr(ask, name)
                for name in (
                    "amount_vnd", "text", "counterparty", "address", "documents", "approval", "treasurer", "accountant",
                    "exception", "restricted",
                )
            }  # fmt: skip
            values |= {"fund_id": fund_id, "day": ask.day, "document_day": ask.document_day}
            values["household_id"] = self._numbered(Household.number, ask.household, "household")
            values["gift_id"] = self._numbered(Voucher.number, ask.gift, "gift")
            pledge_id, donor_id = self._pledge_of(pledge, fund_id)
            values |= {"pledge_id": pledge_id, "donor_id": self._donor_id(ask.donor) or donor_id}
            if account := ask.account or row.account:
                name = ask.source or row.source if row.kind is VoucherKind.RECEIPT else ask.purpose or row.purpose
                values |= self._take_sides(change, row.kind, fund_id, account, name)
            if row.kind is VoucherKind.RECEIPT and (wish := ask.purpose or row.reserved_for):
                values["reserved_for_id"] = self._take_ledger(change, fund_id, LedgerKind.PURPOSE, wish)
            given = {name: value for name, value in values.items() if value is not None}
            change.amend(Voucher, row.id, revision=ask.revision, **given)
        return self.voucher(ask.number)

    def discard(self, ask: Discard) -> VoucherRow:
        """Put a draft aside with a reason."""
        with self.store.change(DISCARD) as change:
            row = self.voucher(ask.number)
            check_status(row, Status.DRAFT)
            check_reason(ask.reason)
            change.amend(Voucher, row.id, status=Status.DISCARDED, reason=ask.reason)
        return self.voucher(ask.number)

    def _draft(
        self, change: Change, kind: VoucherKind, ask: Any, fund_id: int, *, goods: Sequence[Goods] = (), **values: Any
    ) -> VoucherRow:
        """Write a draft from what its request has, completed by `values`."""
        amount = sum(line.quantity * line.unit_vnd for line in goods) if goods else getattr(ask, "amount_vnd", None)
        if goods:
            check_size(amount, "goods")
        else:
            check_amount(amount)
        day: date | None = ask.day
        draft = {
            "draft": change.number(Voucher, DRAFTS, column="draft"),
            "kind": kind,
            "status": Status.DRAFT,
            "day": day or change.today,
            "document_day": getattr(ask, "document_day", None),
            "book_number": getattr(ask, "book_number", None),
            "fund_id": fund_id,
            "amount_vnd": amount,
            "text": ask.text,
            "counterparty": getattr(ask, "counterparty", ""),
            "address": getattr(ask, "address", ""),
            "documents": ask.documents,
            "accountant": getattr(ask, "accountant", None) or self.office.signer("accountant").name,
            "treasurer": getattr(ask, "treasurer", None) or self.office.signer("treasurer").name,
            "restricted": False,
            "prepared_by": self.store.session.user,
            **values,
        }
        row_id = change.write(Voucher, draft)
        for line in goods:
            self._write_goods(change, row_id, line)
        return self.vouchers_by_id([row_id])[0]

    def _take_sides(
        self, change: Change, kind: VoucherKind, fund_id: int, account: Account, name: str | None = None
    ) -> dict[str, Any]:
        """The two sides of a voucher of money; `name` is the source or the purpose that stands against the account."""
        ours = self._take_ledger(change, fund_id, LedgerKind(account.value))
        if kind is VoucherKind.RECEIPT:
            return {"debit_id": ours, "credit_id": self._take_ledger(change, fund_id, LedgerKind.SOURCE, name)}
        if kind is VoucherKind.PAYMENT:
            return {"debit_id": self._take_ledger(change, fund_id, LedgerKind.PURPOSE, name), "credit_id": ours}
        other = self._take_ledger(change, fund_id, LedgerKind(_OTHER[account].value))
        return {"debit_id": other, "credit_id": ours}

    def _write_goods(self, change: Change, voucher_id: int, line: Goods) -> None:
        if not line.item.strip():
            raise RuleBroken("fund.goods.no_name", _("Say what the thing is."), "goods")
        if line.quantity <= 0 or line.unit_vnd < 0:
            raise RuleBroken("fund.goods.not_positive", _("A quantity must be above zero."), "goods")
        values = {"quantity": line.quantity, "unit_vnd": line.unit_vnd, "condition": line.condition}
        item_id = self._take_item(change, line.item, line.unit)
        change.write(GoodsLine, {"voucher_id": voucher_id, "item_id": item_id, **values})

    def _take_item(self, change: Change, name: str, unit: str) -> int:
        key = f"{key_of(name)}/{key_of(unit)}"
        found = next(tuples(Item.select(Item.id).where(Item.key == key)), None)
        return change.write(Item, {"name": name, "unit": unit, "key": key}) if found is None else int(found[0])

    def _numbered(self, column: Any, number: str | None, field: str) -> int | None:
        """The id of the row with this number in the column of numbers of its table; None for None."""
        if number is None:
            return None
        query = column.model.select(column.model.id).where(column == number.strip().upper())
        found = next(tuples(query), None)
        if found is None:
            raise RuleBroken(
                f"fund.{field}.unknown", _("There is no {number}. Look it up in the list.").format(number=number), field
            )
        return int(found[0])

    def _pledge_of(self, number: str | None, fund_id: int) -> tuple[int | None, int | None]:
        """The ids of a pledge and of who made it; refused when it was made to another fund. None for None."""
        if number is None:
            return None, None
        pledge_id = self._numbered(Pledge.number, number, "pledge")
        donor_id, pledged_to = next(tuples(Pledge.select(Pledge.donor, Pledge.fund).where(Pledge.id == pledge_id)))
        if pledged_to != fund_id:
            raise RuleBroken(
                "fund.pledge.other_fund",
                _("{number} was promised to another fund. Choose that fund, or leave the pledge out.").format(
                    number=number
                ),
                "pledge",
            )
        return pledge_id, int(donor_id)

    def _donor_id(self, donor: str | None) -> int | None:
        """The id of a donor by number, or by a name that only one donor has; None for None."""
        if donor is None:
            return None
        named = next(tuples(Donor.select(Donor.id).where(Donor.number == donor.strip().upper())), None)
        found = [named] if named else [row for row in tuples(Donor.select(Donor.id).where(Donor.name == donor.strip()))]
        if len(found) != 1:
            raise RuleBroken(
                "fund.donor.unknown",
                _("No donor, or more than one, is called “{name}”. Admit the donor first, or use the number.").format(
                    name=donor
                ),
                "donor",
            )
        return int(found[0][0])
