"""The desk's words for what the fund keeps, and its choices for forms."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final

from frontdesk.fund import ClosingState, DistributionState, DonorKind, HouseWork, MoneySource, VoucherKind
from frontdesk.messages import _, mark
from frontdesk.vietnamese import format_vnd, in_words, parse_vnd
from ui.parts.dates import table_day
from ui.parts.fields import Choice, ChoiceField
from ui.parts.money import MoneyField

NEW_TITLES: Final = {
    VoucherKind.RECEIPT: mark("New receipt"),
    VoucherKind.PAYMENT: mark("New payment"),
    VoucherKind.TRANSFER: mark("New transfer"),
}
CLOSING_TITLES: Final = {
    ClosingState.CLOSED: mark("waits for a second person"),
    ClosingState.CONFIRMED: mark("confirmed"),
    ClosingState.WITHDRAWN: mark("withdrawn"),
    ClosingState.REOPENED: mark("reopened"),
}
DONOR_TITLES: Final = {DonorKind.PERSON: mark("person"), DonorKind.ORGANISATION: mark("organisation")}
WORK_TITLES: Final = {HouseWork.NEW: mark("built new"), HouseWork.REPAIR: mark("repaired")}
SOURCE_TITLES: Final = {
    MoneySource.CENTRAL: mark("central fund"),
    MoneySource.PROVINCE: mark("province's fund"),
    MoneySource.COMMUNE: mark("commune's fund"),
    MoneySource.DIRECT: mark("given directly"),
    MoneySource.FAMILY: mark("family and kin"),
}
LIST_TITLES: Final = {
    DistributionState.DRAWN_UP: mark("being drawn up"),
    DistributionState.HANDED_OUT: mark("handed out"),
}


def capital(text: str) -> str:
    """`text` as it begins a line."""
    return text[:1].upper() + text[1:]


def word(titles: Mapping[Any, str], key: StrEnum | None) -> str:
    """What a member of a closed list is called, "" for none."""
    return "" if key is None else capital(_(titles[key]))


def choices(titles: Mapping[Any, str]) -> list[Choice]:
    """The members of a closed list, to choose from."""
    return [Choice(key, word(titles, key)) for key in titles]


def day(value: date | None) -> str:
    """A day in a table."""
    return table_day(value)


def vnd(amount: int | None) -> str:
    """An amount in a table; "" for none."""
    return "" if amount is None else format_vnd(amount)


def money_field(*, least: int = 0) -> MoneyField:
    """An amount as it is typed, with its words below."""
    return MoneyField(parse_vnd, in_words, format_vnd, least=least)


def fund_field(funds: list[str], *, value: str | None = None) -> ChoiceField:
    """One of the funds; the first unless said otherwise."""
    field = ChoiceField([Choice(name, name) for name in funds])
    field.set_value(value or funds[0])
    return field
