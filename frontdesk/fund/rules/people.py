"""Donors, pledges and households as they leave the service, and how a donor is named in public."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from frontdesk.errors import RuleBroken
from frontdesk.fund.rules.kinds import Category, Consent, DonorKind
from frontdesk.messages import _

ANONYMOUS: Final = "Nhà hảo tâm"


@dataclass(frozen=True)
class DonorRow:
    """Somebody who gives."""

    id: int
    number: str
    name: str
    kind: DonorKind
    consent: Consent
    address: str
    phone: str
    revision: int


@dataclass(frozen=True)
class PledgeRow:
    """A pledge and what came of it; `ended` says why it was given up."""

    id: int
    number: str
    donor: str
    donor_number: str
    fund: str
    day: date
    due: date | None
    amount_vnd: int
    text: str
    ended: str | None
    received_vnd: int = 0

    @property
    def open_vnd(self) -> int:
        """What is still to come."""
        return 0 if self.ended else max(0, self.amount_vnd - self.received_vnd)


@dataclass(frozen=True)
class MemberRow:
    """Somebody who lives in a household besides its head."""

    name: str
    relation: str
    birth_year: int | None
    note: str


@dataclass(frozen=True)
class HouseholdRow:
    """A household in a year: what it is then, and the money it received in that year."""

    id: int
    number: str
    head: str
    area: str
    year: int
    category: Category | None
    received_vnd: int
    address: str
    phone: str
    citizen_id: str | None
    note: str
    revision: int


@dataclass(frozen=True)
class HelpRow:
    """One time a household was helped: by a voucher of its own or its share of a distribution."""

    day: date
    number: str
    text: str
    source: str
    amount_vnd: int
    goods: str


def public_name(name: str, consent: Consent) -> str:
    """A donor's name as the public may read it: whole, as initials, or not at all."""
    if consent is Consent.SHOWN:
        return name
    if consent is Consent.ANONYMOUS or not name.strip():
        return ANONYMOUS
    return " ".join(f"{word[0]}." for word in name.split())


def check_citizen_id(citizen_id: str | None) -> None:
    """A số căn cước has 12 digits, an old chứng minh nhân dân 9."""
    if citizen_id and not (citizen_id.isdigit() and len(citizen_id) in (9, 12)):
        raise RuleBroken("fund.household.citizen_id", _("A citizen number has 12 digits (an old one 9)."), "citizen_id")


def check_year(year: int, today: date) -> None:
    """A year somebody may be recorded for."""
    if not 1990 <= year <= today.year + 1:
        raise RuleBroken("fund.household.year", _("{year} is no year to record.").format(year=year), "year")


def check_member(name: str | None, birth_year: int | None, today: date) -> None:
    """Somebody in a household has a name and was born by now; None leaves a side as it is."""
    if name is not None and not name.strip():
        raise RuleBroken("fund.household.no_name", _("Give the name."), "name")
    if birth_year is not None and not 1900 <= birth_year <= today.year:
        raise RuleBroken(
            "fund.household.birth_year", _("{year} is no year of birth.").format(year=birth_year), "birth_year"
        )
