"""Deeds on people and the posts they hold."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from frontdesk.messages import mark
from frontdesk.roster.kinds import Bloc, HowChosen, Sex, WhyEnded
from frontdesk.store import CLERKS, Deed

_BEGAN: Final = mark("the first day of the post meant, where it was held more than once")
_ENDED: Final = mark("the last day of the post meant, where it was held more than once")


@dataclass(frozen=True)
class Admit:
    """Somebody new, with a first post where body, area or post is given.

    `born` or, where no more is known, `birth_year`. `namesake` says that a person of this name and birth, or of
    this name and area, is somebody else.
    """

    name: str
    sex: Sex | None = None
    born: date | None = None
    birth_year: int | None = None
    phone: str | None = None
    ethnicity: str | None = None
    religion: str | None = None
    party: bool | None = None
    party_since: date | None = None
    education: str | None = field(default=None, metadata={"help": mark("general schooling, such as 12/12")})
    profession: str | None = field(default=None, metadata={"help": mark("professional level, such as Đại học")})
    political_theory: str | None = None
    occupation: str | None = None
    workplace: str | None = None
    address: str | None = None
    note: str | None = None
    sort_name: str | None = field(default=None, metadata={"help": mark("the name in the order it sorts by")})
    area: str | None = None
    body: str | None = None
    post: str | None = None
    since: date | None = None
    decision_number: str | None = None
    decision_date: date | None = None
    chosen: HowChosen | None = None
    bloc: Bloc | None = None
    represents: str | None = None
    namesake: bool = False


@dataclass(frozen=True)
class Correct:
    """Correct what is known of somebody; `clear` names the keys to empty."""

    number: str
    name: str | None = None
    sex: Sex | None = None
    born: date | None = None
    birth_year: int | None = None
    phone: str | None = None
    other_phones: str | None = None
    ethnicity: str | None = None
    religion: str | None = None
    party: bool | None = None
    party_since: date | None = None
    education: str | None = None
    profession: str | None = None
    political_theory: str | None = None
    occupation: str | None = None
    workplace: str | None = None
    address: str | None = None
    note: str | None = None
    sort_name: str | None = None
    clear: tuple[str, ...] = ()
    revision: int | None = None


@dataclass(frozen=True)
class EditPeople:
    """Give many people the same values at once."""

    numbers: tuple[str, ...]
    sex: Sex | None = None
    ethnicity: str | None = None
    religion: str | None = None
    party: bool | None = None
    education: str | None = None
    profession: str | None = None
    political_theory: str | None = None
    occupation: str | None = None
    workplace: str | None = None
    address: str | None = None
    note: str | None = None
    clear: tuple[str, ...] = ()


@dataclass(frozen=True)
class WithdrawPerson:
    """Take an entry made in error out of every list; it stays in the file."""

    number: str
    reason: str
    revision: int | None = None


@dataclass(frozen=True)
class ReinstatePerson:
    """Put a withdrawn entry back."""

    number: str
    revision: int | None = None


@dataclass(frozen=True)
class JoinPeople:
    """Two entries are one person: what `other` holds goes to `number`, and `other` is withdrawn."""

    number: str
    other: str


@dataclass(frozen=True)
class SetPhoto:
    """The photo on somebody's card; PNG or JPEG."""

    number: str
    file: Path


@dataclass(frozen=True)
class Appoint:
    """Give somebody a post in a body. No `body`: the Front working committee of `area`."""

    number: str
    body: str | None = None
    post: str | None = None
    area: str | None = None
    since: date | None = None
    decision_number: str | None = None
    decision_date: date | None = None
    chosen: HowChosen | None = None
    bloc: Bloc | None = None
    represents: str | None = None


@dataclass(frozen=True)
class EndMembership:
    """End a post somebody holds; `until` is its last day (today if not given)."""

    number: str
    body: str | None = None
    post: str | None = None
    until: date | None = None
    why: WhyEnded | None = None
    note: str | None = None
    began: date | None = field(default=None, metadata={"help": _BEGAN})
    revision: int | None = None


@dataclass(frozen=True)
class ResumeMembership:
    """Take the end of a post back."""

    number: str
    body: str | None = None
    post: str | None = None
    began: date | None = field(default=None, metadata={"help": _BEGAN})
    ended: date | None = field(default=None, metadata={"help": _ENDED})
    revision: int | None = None


@dataclass(frozen=True)
class AmendMembership:
    """Correct what is recorded of a post held; `body` and `post` say which, `new_post` is what it shall be.

    `clear` names the keys to empty.
    """

    number: str
    body: str | None = None
    post: str | None = None
    new_post: str | None = None
    area: str | None = None
    since: date | None = None
    until: date | None = None
    decision_number: str | None = None
    decision_date: date | None = None
    chosen: HowChosen | None = None
    bloc: Bloc | None = None
    represents: str | None = None
    began: date | None = field(default=None, metadata={"help": _BEGAN})
    ended: date | None = field(default=None, metadata={"help": _ENDED})
    clear: tuple[str, ...] = ()
    revision: int | None = None


@dataclass(frozen=True)
class WithdrawMembership:
    """A post was entered in error: it was never held."""

    number: str
    body: str | None = None
    post: str | None = None
    began: date | None = field(default=None, metadata={"help": _BEGAN})
    ended: date | None = field(default=None, metadata={"help": _ENDED})
    revision: int | None = None


ADMIT: Final = Deed("roster.admit", CLERKS, mark("admit a person"), Admit, "roster.withdraw_person")
CORRECT: Final = Deed("roster.correct", CLERKS, mark("correct a person"), Correct)
EDIT_PEOPLE: Final = Deed("roster.edit_people", CLERKS, mark("edit many people"), EditPeople)
WITHDRAW_PERSON: Final = Deed(
    "roster.withdraw_person", CLERKS, mark("withdraw a person"), WithdrawPerson, "roster.reinstate_person"
)
REINSTATE_PERSON: Final = Deed(
    "roster.reinstate_person", CLERKS, mark("take a person back"), ReinstatePerson, "roster.withdraw_person"
)
JOIN_PEOPLE: Final = Deed("roster.join_people", CLERKS, mark("join two entries of one person"), JoinPeople)
SET_PHOTO: Final = Deed("roster.set_photo", CLERKS, mark("set a person's photo"), SetPhoto)
APPOINT: Final = Deed("roster.appoint", CLERKS, mark("appoint to a post"), Appoint, "roster.withdraw_membership")
END_MEMBERSHIP: Final = Deed(
    "roster.end_membership", CLERKS, mark("end a post"), EndMembership, "roster.resume_membership"
)
RESUME_MEMBERSHIP: Final = Deed(
    "roster.resume_membership", CLERKS, mark("take the end of a post back"), ResumeMembership, "roster.end_membership"
)
AMEND_MEMBERSHIP: Final = Deed("roster.amend_membership", CLERKS, mark("correct a post"), AmendMembership)
WITHDRAW_MEMBERSHIP: Final = Deed("roster.withdraw_membership", CLERKS, mark("withdraw a post"), WithdrawMembership)

DEEDS: Final = (
    ADMIT,
    CORRECT,
    EDIT_PEOPLE,
    WITHDRAW_PERSON,
    REINSTATE_PERSON,
    JOIN_PEOPLE,
    SET_PHOTO,
    APPOINT,
    END_MEMBERSHIP,
    RESUME_MEMBERSHIP,
    AMEND_MEMBERSHIP,
    WITHDRAW_MEMBERSHIP,
)
