"""The deeds that concern who gives and who receives."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from frontdesk.fund.rules.kinds import Category, Consent, DonorKind
from frontdesk.messages import mark
from frontdesk.store import BOOKKEEPERS, CLERKS, Deed


@dataclass(frozen=True)
class AdmitDonor:
    """Somebody who gives; `consent` None: as the office's setting says."""

    name: str
    kind: DonorKind = DonorKind.PERSON
    consent: Consent | None = None
    address: str = ""
    phone: str = ""


@dataclass(frozen=True)
class EditDonor:
    """Correct a donor, or how they want to be named; what is left out stays."""

    number: str
    name: str | None = None
    kind: DonorKind | None = None
    consent: Consent | None = None
    address: str | None = None
    phone: str | None = None
    revision: int | None = None


@dataclass(frozen=True)
class MakePledge:
    """What a donor says they will give; `donor` by number or name."""

    donor: str
    amount_vnd: int
    text: str = ""
    due: date | None = None
    fund: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class EndPledge:
    """A pledge that will not be kept, or is settled otherwise."""

    number: str
    reason: str


@dataclass(frozen=True)
class Member:
    """Somebody who lives in a household besides its head."""

    name: str
    relation: str = ""
    birth_year: int | None = None
    note: str = ""


@dataclass(frozen=True)
class RegisterHousehold:
    """A household that may be helped, and what it is in `year` (None: this one)."""

    head: str
    area: str
    category: Category
    year: int | None = None
    address: str = ""
    phone: str = ""
    citizen_id: str | None = field(default=None, metadata={"help": mark("số căn cước of the head; masked on papers")})
    note: str = ""
    members: tuple[Member, ...] = ()


@dataclass(frozen=True)
class EditHousehold:
    """Correct a household; what is left out stays."""

    number: str
    head: str | None = None
    area: str | None = None
    address: str | None = None
    phone: str | None = None
    citizen_id: str | None = None
    note: str | None = None
    revision: int | None = None


@dataclass(frozen=True)
class ClassifyHousehold:
    """What a household is in a year; without a category it no longer is any of them."""

    number: str
    year: int
    category: Category | None = None


@dataclass(frozen=True)
class AddMember:
    """Somebody more in a household."""

    number: str
    name: str
    relation: str = ""
    birth_year: int | None = None
    note: str = ""


@dataclass(frozen=True)
class EditMember:
    """Correct somebody in a household, or say they left it; `place` counts its members from 1."""

    number: str
    place: int
    name: str | None = None
    relation: str | None = None
    birth_year: int | None = None
    note: str | None = None
    left: bool = False


ADMIT_DONOR: Final = Deed("fund.admit_donor", BOOKKEEPERS | CLERKS, mark("admit a donor"), AdmitDonor)
EDIT_DONOR: Final = Deed("fund.edit_donor", BOOKKEEPERS | CLERKS, mark("correct a donor"), EditDonor)
PLEDGE: Final = Deed("fund.pledge", BOOKKEEPERS | CLERKS, mark("record a pledge"), MakePledge, "fund.end_pledge")
END_PLEDGE: Final = Deed("fund.end_pledge", BOOKKEEPERS | CLERKS, mark("end a pledge"), EndPledge)
REGISTER: Final = Deed("fund.register_household", BOOKKEEPERS | CLERKS, mark("register a household"), RegisterHousehold)
EDIT_HOUSEHOLD: Final = Deed("fund.edit_household", BOOKKEEPERS | CLERKS, mark("correct a household"), EditHousehold)
CLASSIFY: Final = Deed(
    "fund.classify_household", BOOKKEEPERS | CLERKS, mark("say what a household is in a year"), ClassifyHousehold
)
ADD_MEMBER: Final = Deed("fund.add_member", BOOKKEEPERS | CLERKS, mark("add a member to a household"), AddMember)
EDIT_MEMBER: Final = Deed("fund.edit_member", BOOKKEEPERS | CLERKS, mark("correct a member of a household"), EditMember)
SHOW_HOUSEHOLDS: Final = Deed("fund.show_households", BOOKKEEPERS | CLERKS, mark("show what is masked of households"))

DEEDS: Final = (
    ADMIT_DONOR,
    EDIT_DONOR,
    PLEDGE,
    END_PLEDGE,
    REGISTER,
    EDIT_HOUSEHOLD,
    CLASSIFY,
    ADD_MEMBER,
    EDIT_MEMBER,
)
