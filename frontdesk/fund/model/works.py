"""What the fund does: houses, distributions, gifts in kind."""

from collections.abc import Mapping
from typing import Any

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from frontdesk.fund.model.funds import MoneyFund
from frontdesk.fund.model.people import Household
from frontdesk.fund.model.vouchers import Voucher
from frontdesk.store import Described, Record


class House(Record):
    """A Great Unity house (nhà Đại đoàn kết) from survey to handing over."""

    topic = "houses"
    searchable = ("number", "title")
    number = TextField(unique=True)
    title = TextField()
    household = ForeignKeyField(Household)
    household_id: int
    work = TextField()
    state = TextField(index=True)
    surveyed = DateField()
    condition = TextField()
    approval = TextField(null=True)
    approved = DateField(null=True)
    started = DateField(null=True)
    handed_over = DateField(null=True)
    area_m2 = IntegerField(null=True)
    hard_floor = BooleanField()
    hard_frame = BooleanField()
    hard_roof = BooleanField()
    total_vnd = IntegerField(null=True)
    paused = TextField(null=True)
    before_pause = TextField(null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The house's number and whose it is."""
        return Described(values["number"], values["title"])


class HouseSource(Record):
    """Money for a house by where it comes from: central, province, commune, direct, family, labour."""

    topic = "houses"
    house = ForeignKeyField(House, index=False)
    house_id: int
    source = TextField()
    amount_vnd = IntegerField()

    class Meta:
        indexes = ((("house", "source"), True),)


class Item(Record):
    """A kind of thing given: rice, blankets, wheelchairs; always counted in one unit."""

    topic = "goods"
    searchable = ("name",)
    name = TextField()
    unit = TextField()
    key = TextField(unique=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The item's name."""
        return Described(None, values["name"])


class Distribution(Record):
    """A list of households that are to receive money, or an item, each signing for it; see DistributionState."""

    topic = "distributions"
    searchable = ("number", "text")
    number = TextField(unique=True)
    fund = ForeignKeyField(MoneyFund, index=False)
    fund_id: int
    text = TextField()
    purpose = TextField()
    day = DateField()
    approval = TextField(null=True)
    state = TextField()
    item = ForeignKeyField(Item, null=True, index=False)
    item_id: int | None
    voucher = ForeignKeyField(Voucher, null=True)
    voucher_id: int | None

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The distribution's number and what it is for."""
        return Described(values["number"], values["text"])


class Share(Record):
    """What one household receives in a distribution: money, or a quantity of its item; `dropped` says why nothing."""

    topic = "distributions"
    distribution = ForeignKeyField(Distribution, index=False)
    distribution_id: int
    household = ForeignKeyField(Household)
    household_id: int
    amount_vnd = IntegerField()
    quantity = IntegerField()
    dropped = TextField(null=True)

    class Meta:
        indexes = ((("distribution", "household"), True),)


class GoodsLine(Record):
    """Things on a gift voucher; below zero on a reversal. `unit_vnd` is the estimated value of one."""

    topic = "goods"
    voucher = ForeignKeyField(Voucher)
    voucher_id: int
    item = ForeignKeyField(Item)
    item_id: int
    quantity = IntegerField()
    unit_vnd = IntegerField()
    condition = TextField()


MODELS: tuple[type[Record], ...] = (
    House,
    HouseSource,
    Distribution,
    Share,
    Item,
    GoodsLine,
)
