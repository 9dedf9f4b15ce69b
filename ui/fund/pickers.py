"""Fields for what the fund knows: donors, households, sources and purposes, restricted gifts."""

from functools import partial

from frontdesk.fund import (
    NO_PURPOSE,
    NO_SOURCE,
    PURPOSES,
    SOURCES,
    LedgerKind,
    PledgeRow,
    Status,
    VoucherFilter,
    VoucherKind,
)
from frontdesk.messages import _
from frontdesk.vietnamese import fold
from ui.desk.env import Env
from ui.fund.words import vnd
from ui.parts.fields import Choice
from ui.parts.picker import PickerField

OFFERED_MOST = 20


def text_of(value: Choice | None) -> str | None:
    """The name a picker holds, None for nothing."""
    return value.text if value is not None and value.text else None


def key_of(value: Choice | None) -> str | None:
    """The number a picker holds, None for nothing and for typed words."""
    return None if value is None or value.key is None else str(value.key)


def shown(name: str | None, key: str | None = None) -> Choice | None:
    """A name as a picker shows it."""
    return Choice(key or name, name) if name else None


def donor_field(env: Env) -> PickerField:
    """Who gave: a donor by two letters, or whatever is typed."""
    return PickerField(partial(_donors, env), lane=env.lane, free_text=True, hint=_("Two letters of the name"))


def household_field(env: Env) -> PickerField:
    """A household by two letters of its head's name, or its number."""
    return PickerField(partial(_households, env), lane=env.lane, hint=_("Two letters of the head's name"))


def source_field(env: Env) -> PickerField:
    """Where money comes from; a new source may be typed."""
    return PickerField(partial(_ledgers, env, LedgerKind.SOURCE), lane=env.lane, free_text=True, hint=SOURCES[0])


def purpose_field(env: Env) -> PickerField:
    """What money is for; a new purpose may be typed."""
    return PickerField(
        partial(_ledgers, env, LedgerKind.PURPOSE), lane=env.lane, free_text=True, hint=next(iter(PURPOSES))
    )


def gift_field(env: Env) -> PickerField:
    """The restricted gift a payment spends."""
    return PickerField(partial(_gifts, env), lane=env.lane, hint=_("Number of the receipt, or who gave"))


def pledge_field(env: Env) -> PickerField:
    """The pledge a receipt keeps, by its number or two letters of who made it."""
    return PickerField(partial(_pledges, env), lane=env.lane, hint=_("Two letters of the name, or its number"))


def pledged(row: PledgeRow) -> Choice:
    """A pledge as a picker shows it."""
    words = _("{donor}, {amount} đồng still to come")
    return Choice(row.number, row.number, words.format(donor=row.donor, amount=vnd(row.open_vnd)))


def _pledges(env: Env, text: str) -> list[Choice]:
    words = fold(text).split()
    rows = [row for row in env.services.fund.pledges() if row.open_vnd]
    return [pledged(row) for row in rows if all(word in fold(f"{row.number} {row.donor}") for word in words)][
        :OFFERED_MOST
    ]


def _donors(env: Env, text: str) -> list[Choice]:
    return [Choice(row.number, row.name, row.number) for row in env.services.fund.donors(text)[:OFFERED_MOST]]


def _households(env: Env, text: str) -> list[Choice]:
    found = {row.number: row for row in env.services.fund.households(search=text)}
    return [Choice(row.number, row.head, f"{row.number}, {row.area}") for row in found.values()][:OFFERED_MOST]


def _ledgers(env: Env, kind: LedgerKind, text: str) -> list[Choice]:
    fund = env.services.fund
    usual = SOURCES if kind is LedgerKind.SOURCE else tuple(PURPOSES)
    used = [name for each in fund.funds() for name in fund.ledgers(each, kind)]
    names = [name for name in dict.fromkeys((*usual, *used)) if name not in (NO_SOURCE, NO_PURPOSE)]
    words = fold(text).split()
    return [Choice(name, name) for name in names if all(word in fold(name) for word in words)][:OFFERED_MOST]


def _gifts(env: Env, text: str) -> list[Choice]:
    which = VoucherFilter(search=text, status=Status.POSTED, kinds=(VoucherKind.RECEIPT,))
    rows = env.services.fund.page(which, limit=100)
    return [
        Choice(row.number, row.number or "", f"{row.counterparty}, {vnd(row.amount_vnd)}")
        for row in rows
        if row.restricted
    ][:OFFERED_MOST]
