"""What stands at the end of a day or a period: closings, cash counts, bank statements."""

from collections.abc import Mapping
from typing import Any

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from frontdesk.fund.model.funds import Ledger, MoneyFund
from frontdesk.fund.model.vouchers import Voucher
from frontdesk.store import Described, Record


class Closing(Record):
    """The books of a fund closed up to `until`; from then on those days accept nothing.

    `state` is a ClosingState. It is sealed when a second person confirms it.
    """

    topic = "closings"
    number = TextField(unique=True)
    fund = ForeignKeyField(MoneyFund, index=False)
    fund_id: int
    since = DateField()
    until = DateField()
    cash_vnd = IntegerField()
    bank_vnd = IntegerField()
    in_vnd = IntegerField()
    out_vnd = IntegerField()
    state = TextField()
    closed_by = TextField()
    closed_on = DateField()
    confirmed_by = TextField(null=True)
    confirmed_on = DateField(null=True)
    exception = TextField(null=True)
    seal_no = IntegerField(null=True, unique=True)
    seal = TextField(null=True)

    class Meta:
        indexes = ((("fund", "until"), False),)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The closing's number and the days it covers."""
        return Described(values["number"], f"{values['since']} – {values['until']}")


class Reopening(Record):
    """That a closing was undone, by whom and why."""

    topic = "closings"
    closing = ForeignKeyField(Closing)
    closing_id: int
    day = DateField()
    reason = TextField()
    user = TextField()
    seal_no = IntegerField(unique=True)
    seal = TextField()


class CashCount(Record):
    """The till counted by hand against the book. `reason` explains a difference."""

    topic = "cash_counts"
    number = TextField(unique=True)
    fund = ForeignKeyField(MoneyFund, index=False)
    fund_id: int
    day = DateField()
    book_vnd = IntegerField()
    counted_vnd = IntegerField()
    reason = TextField(null=True)
    witnesses = TextField()
    user = TextField()

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The count's number and day."""
        return Described(values["number"], str(values["day"]))


class CountedNotes(Record):
    """How many notes of one denomination were counted."""

    topic = "cash_counts"
    count = ForeignKeyField(CashCount)
    count_id: int
    denomination_vnd = IntegerField()
    pieces = IntegerField()


class BankStatement(Record):
    """A statement of the bank laid beside the book of a fund's bank account."""

    topic = "statements"
    number = TextField(unique=True)
    ledger = ForeignKeyField(Ledger, index=False)
    ledger_id: int
    since = DateField()
    until = DateField()
    closing_vnd = IntegerField(null=True)
    book_vnd = IntegerField()
    user = TextField()

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The reconciliation's number and its days."""
        return Described(values["number"], f"{values['since']} – {values['until']}")


class StatementLine(Record):
    """A line of a statement, and the voucher it stands for when one was found; `amount_vnd` below zero went out."""

    topic = "statements"
    statement = ForeignKeyField(BankStatement)
    statement_id: int
    day = DateField()
    amount_vnd = IntegerField()
    text = TextField()
    voucher = ForeignKeyField(Voucher, null=True)
    voucher_id: int | None
    settled = BooleanField()


MODELS: tuple[type[Record], ...] = (Closing, Reopening, CashCount, CountedNotes, BankStatement, StatementLine)
