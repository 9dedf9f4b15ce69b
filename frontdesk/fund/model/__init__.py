"""The tables of the fund."""

from peewee import Model

from frontdesk.fund.model import closing, funds, people, vouchers, works
from frontdesk.fund.model.closing import BankStatement, CashCount, Closing, CountedNotes, Reopening, StatementLine
from frontdesk.fund.model.funds import DayTotal, Ledger, MoneyFund, Opening
from frontdesk.fund.model.people import Donor, Household, HouseholdMember, HouseholdYear, Pledge
from frontdesk.fund.model.vouchers import Voucher, entered, in_status, not_in_status, place, sealed, unnumbered
from frontdesk.fund.model.works import (
    Distribution,
    GoodsLine,
    House,
    HouseSource,
    Item,
    Share,
)

MODELS: tuple[type[Model], ...] = (*funds.MODELS, *people.MODELS, *vouchers.MODELS, *works.MODELS, *closing.MODELS)

__all__ = [
    "MODELS",
    "BankStatement",
    "CashCount",
    "Closing",
    "CountedNotes",
    "DayTotal",
    "Distribution",
    "Donor",
    "GoodsLine",
    "House",
    "HouseSource",
    "Household",
    "HouseholdMember",
    "HouseholdYear",
    "Item",
    "Ledger",
    "MoneyFund",
    "Opening",
    "Pledge",
    "Reopening",
    "Share",
    "StatementLine",
    "Voucher",
    "entered",
    "in_status",
    "not_in_status",
    "place",
    "sealed",
    "unnumbered",
]
