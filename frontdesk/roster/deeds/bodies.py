"""Deeds on bodies, their terms and posts, and on the areas they belong to."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from frontdesk.messages import mark
from frontdesk.office import AreaKind
from frontdesk.roster.kinds import Bloc, BodyKind, HowChosen
from frontdesk.store import CLERKS, Deed


@dataclass(frozen=True)
class FoundBody:
    """A body there is from now on; its name is made from its kind and area where none is given."""

    kind: BodyKind
    name: str | None = None
    area: str | None = None
    project: str | None = field(default=None, metadata={"help": mark("the project a supervision board follows")})
    households: int | None = None
    since: date | None = None
    decision_number: str | None = None
    decision_date: date | None = None
    note: str | None = None


@dataclass(frozen=True)
class AmendBody:
    """Correct what is recorded of a body; `clear` names the keys to empty."""

    body: str
    name: str | None = None
    area: str | None = None
    project: str | None = None
    households: int | None = None
    since: date | None = None
    decision_number: str | None = None
    decision_date: date | None = None
    note: str | None = None
    clear: tuple[str, ...] = ()
    revision: int | None = None


@dataclass(frozen=True)
class EndBody:
    """A body ends with `until` (today if not given), and every post in it."""

    body: str
    until: date | None = None
    why: str | None = None
    revision: int | None = None


@dataclass(frozen=True)
class ResumeBody:
    """Take the end of a body back, with the posts that ended with it."""

    body: str
    revision: int | None = None


@dataclass(frozen=True)
class SetPost:
    """Where a post stands in the order of protocol: the lower, the earlier."""

    post: str
    rank: int


@dataclass(frozen=True)
class OpenTerm:
    """A term of a body that is known already, running or past."""

    body: str
    name: str
    since: date
    until: date | None = None


@dataclass(frozen=True)
class EditTerm:
    """Correct a term of a body; `clear` names the keys to empty, which can be its last day alone."""

    body: str
    name: str
    new_name: str | None = None
    since: date | None = None
    until: date | None = None
    clear: tuple[str, ...] = ()
    revision: int | None = None


@dataclass(frozen=True)
class Seat:
    """A seat in a new term: who, and as what; `post` None keeps the post held so far."""

    number: str
    post: str | None = None
    bloc: Bloc | None = None
    represents: str | None = None


@dataclass(frozen=True)
class ChangeTerm:
    """End a body's term the day before `day` and begin the next with these seats; all others leave."""

    body: str
    name: str
    day: date
    seats: tuple[Seat, ...]
    chosen: HowChosen = HowChosen.CONSULTED
    decision_number: str | None = None
    decision_date: date | None = None


@dataclass(frozen=True)
class ChangeTerms:
    """Change the terms of several bodies in one step: all of them or, if one is refused, none."""

    changes: tuple[ChangeTerm, ...]


@dataclass(frozen=True)
class RestoreTerms:
    """Take the last change of term of these bodies back, while nothing has happened in the new term."""

    bodies: tuple[str, ...]


@dataclass(frozen=True)
class RenameArea:
    """Give an area another name from `day` on; what was before stays under the old one."""

    area: str
    name: str
    day: date
    kind: AreaKind | None = None


@dataclass(frozen=True)
class MergeAreas:
    """Make one area of several from `day` on.

    `into` is a new name, or that of one of them, which then goes on. `carry` takes the members of the old areas'
    bodies over into the new one's; without it the new bodies begin empty.
    """

    areas: tuple[str, ...]
    into: str
    day: date
    kind: AreaKind | None = None
    households: int | None = None
    carry: bool = True
    decision_number: str | None = None
    decision_date: date | None = None


@dataclass(frozen=True)
class RestoreAreaName:
    """Take the last new name of an area back, while nothing is recorded under it; `area` is the new name."""

    area: str


@dataclass(frozen=True)
class PartAreas:
    """Take the last merger that made `area` back, while nothing is recorded under it that was not before."""

    area: str


FOUND_BODY: Final = Deed("roster.found_body", CLERKS, mark("found a body"), FoundBody, "roster.end_body")
AMEND_BODY: Final = Deed("roster.amend_body", CLERKS, mark("correct a body"), AmendBody)
END_BODY: Final = Deed("roster.end_body", CLERKS, mark("end a body"), EndBody, "roster.resume_body")
RESUME_BODY: Final = Deed(
    "roster.resume_body", CLERKS, mark("take the end of a body back"), ResumeBody, "roster.end_body"
)
SET_POST: Final = Deed("roster.set_post", CLERKS, mark("set the rank of a post"), SetPost)
OPEN_TERM: Final = Deed("roster.open_term", CLERKS, mark("enter a term"), OpenTerm)
EDIT_TERM: Final = Deed("roster.edit_term", CLERKS, mark("correct a term"), EditTerm)
CHANGE_TERM: Final = Deed(
    "roster.change_term", CLERKS, mark("change the term of a body"), ChangeTerm, "roster.restore_terms"
)
CHANGE_TERMS: Final = Deed(
    "roster.change_terms", CLERKS, mark("change the terms of bodies"), ChangeTerms, "roster.restore_terms"
)
RESTORE_TERMS: Final = Deed("roster.restore_terms", CLERKS, mark("take a change of term back"), RestoreTerms)
RENAME_AREA: Final = Deed("roster.rename_area", CLERKS, mark("rename an area"), RenameArea, "roster.restore_area_name")
RESTORE_AREA_NAME: Final = Deed(
    "roster.restore_area_name", CLERKS, mark("take the new name of an area back"), RestoreAreaName
)
MERGE_AREAS: Final = Deed("roster.merge_areas", CLERKS, mark("merge areas"), MergeAreas, "roster.part_areas")
PART_AREAS: Final = Deed("roster.part_areas", CLERKS, mark("take a merger of areas back"), PartAreas)

DEEDS: Final = (
    FOUND_BODY,
    AMEND_BODY,
    END_BODY,
    RESUME_BODY,
    SET_POST,
    OPEN_TERM,
    EDIT_TERM,
    CHANGE_TERM,
    CHANGE_TERMS,
    RESTORE_TERMS,
    RENAME_AREA,
    RESTORE_AREA_NAME,
    MERGE_AREAS,
    PART_AREAS,
)
