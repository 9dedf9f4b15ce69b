"""The funds, the accounts of their double-entry journal, and what moved on each of them by day."""

from collections.abc import Mapping
from typing import Any

from peewee import CompositeKey, DateField, ForeignKeyField, IntegerField, Model, TextField

from frontdesk.store import Described, Record, Sums


class MoneyFund(Record):
    """A fund whose money is never mixed with another's. Its name stands in the sealed texts and never changes."""

    topic = "fund"
    name = TextField()
    key = TextField(unique=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The fund's name."""
        return Described(None, values["name"])


class Ledger(Record):
    """An account of a fund's double-entry journal: its cash, its bank account, a source, a purpose.

    `kind` is a LedgerKind. Money held for a donor's wish is counted on the ledger of kind "held". Names stand in
    the sealed texts and never change.
    """

    topic = "fund"
    fund = ForeignKeyField(MoneyFund, index=False)
    fund_id: int
    kind = TextField()
    name = TextField()
    key = TextField()

    class Meta:
        indexes = ((("fund", "kind", "key"), True),)


class Opening(Record):
    """The balance an account was opened with: it stands before the first voucher of `day`. The last one counts."""

    topic = "fund"
    ledger = ForeignKeyField(Ledger)
    ledger_id: int
    day = DateField()
    amount_vnd = IntegerField()
    user = TextField()
    seal_no = IntegerField(unique=True)
    seal = TextField()


class DayTotal(Sums):
    """What came into and went out of an account on one day, so that balances need not add up every voucher."""

    ledger = ForeignKeyField(Ledger, index=False)
    ledger_id: int
    day = DateField()
    in_vnd = IntegerField()
    out_vnd = IntegerField()

    class Meta:
        primary_key = CompositeKey("ledger", "day")
        without_rowid = True


MODELS: tuple[type[Model], ...] = (MoneyFund, Ledger, Opening, DayTotal)
