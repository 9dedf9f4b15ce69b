"""Who gives and who receives: donors and their pledges, households and their years."""

from collections.abc import Mapping
from typing import Any

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from frontdesk.fund.model.funds import MoneyFund
from frontdesk.office.model import Area
from frontdesk.store import Described, Record


class Donor(Record):
    """Somebody who gives. `consent` (shown, masked, anonymous) decides how the name stands on what the public reads."""

    topic = "donors"
    searchable = ("number", "name")
    number = TextField(unique=True)
    name = TextField()
    sort_key = TextField(index=True)
    kind = TextField()
    consent = TextField()
    address = TextField()
    phone = TextField()

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The donor's number and name."""
        return Described(values["number"], values["name"])


class Pledge(Record):
    """What a donor said they would give; what came is read from the vouchers that name it."""

    topic = "pledges"
    searchable = ("number", "text")
    number = TextField(unique=True)
    donor = ForeignKeyField(Donor)
    donor_id: int
    fund = ForeignKeyField(MoneyFund, index=False)
    fund_id: int
    day = DateField()
    due = DateField(null=True)
    amount_vnd = IntegerField()
    text = TextField()
    ended = TextField(null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The pledge's number and its text."""
        return Described(values["number"], values["text"])


class Household(Record):
    """A household that may be helped. `citizen_id` (số căn cước of its head) is masked on papers by default."""

    topic = "households"
    searchable = ("number", "head")
    sensitive = ("citizen_id",)
    number = TextField(unique=True)
    head = TextField()
    sort_key = TextField(index=True)
    area = ForeignKeyField(Area)
    area_id: int
    address = TextField()
    phone = TextField()
    citizen_id = TextField(null=True)
    note = TextField()
    ended = BooleanField()

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The household's number and its head."""
        return Described(values["number"], values["head"])


class HouseholdYear(Record):
    """What a household was in a year: poor, near_poor or hardship; `category` None: no longer any of them."""

    topic = "households"
    household = ForeignKeyField(Household, index=False)
    household_id: int
    year = IntegerField()
    category = TextField(null=True)

    class Meta:
        indexes = ((("household", "year"), True), (("year", "category"), False))


class HouseholdMember(Record):
    """Somebody who lives in a household besides its head."""

    topic = "households"
    household = ForeignKeyField(Household)
    household_id: int
    name = TextField()
    relation = TextField()
    birth_year = IntegerField(null=True)
    note = TextField()
    ended = BooleanField()


MODELS: tuple[type[Record], ...] = (Donor, Pledge, Household, HouseholdYear, HouseholdMember)
