"""Deeds on training, commendations, good models and study visits."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from frontdesk.messages import mark
from frontdesk.roster.kinds import Level
from frontdesk.store import CLERKS, Deed


@dataclass(frozen=True)
class HoldCourse:
    """A training course."""

    title: str
    since: date
    until: date | None = None
    organiser: str | None = None
    place: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class EditCourse:
    """Correct a course, the latest of this title where several have it; `clear` names the keys to empty."""

    title: str
    new_title: str | None = None
    since: date | None = None
    until: date | None = None
    organiser: str | None = None
    place: str | None = None
    note: str | None = None
    clear: tuple[str, ...] = ()
    revision: int | None = None


@dataclass(frozen=True)
class Attend:
    """These people took part in a course; the latest of this title where several have it."""

    title: str
    numbers: tuple[str, ...]
    result: str | None = None


@dataclass(frozen=True)
class WithdrawTurn:
    """Somebody was entered for a course in error."""

    title: str
    number: str


@dataclass(frozen=True)
class Commend:
    """A commendation of a person (`number`), of a `body`, or of whoever `recipient` names."""

    form: str
    decision_date: date
    number: str | None = None
    body: str | None = None
    recipient: str | None = None
    level: Level = Level.COMMUNE
    merit: str | None = None
    decision_number: str | None = None


@dataclass(frozen=True)
class WithdrawCommendation:
    """A commendation was entered in error."""

    recipient: str
    decision_date: date
    reason: str
    form: str | None = None


@dataclass(frozen=True)
class NoteModel:
    """A good model worth copying."""

    name: str
    founder: str | None = None
    area: str | None = None
    since: date | None = None
    description: str | None = None


@dataclass(frozen=True)
class EditModel:
    """Correct a good model; `until` is its last day, `clear` names the keys to empty."""

    name: str
    new_name: str | None = None
    founder: str | None = None
    area: str | None = None
    since: date | None = None
    until: date | None = None
    description: str | None = None
    clear: tuple[str, ...] = ()
    revision: int | None = None


@dataclass(frozen=True)
class CopyModel:
    """Where a good model was copied to: an area of the commune, or a place elsewhere."""

    name: str
    area: str | None = None
    place: str | None = None
    since: date | None = None
    note: str | None = None


@dataclass(frozen=True)
class NoteVisit:
    """A study visit, the people who went, and the good models seen there."""

    place: str
    day: date
    purpose: str | None = None
    visitors: tuple[str, ...] = ()
    head_count: int | None = None
    models: tuple[str, ...] = ()
    result: str | None = None


@dataclass(frozen=True)
class EditVisit:
    """Correct the study visit to `place` on `day`; `clear` names the keys to empty.

    `visitors` and `models`, where given, are all who went and all that was seen.
    """

    place: str
    day: date
    new_place: str | None = None
    new_day: date | None = None
    purpose: str | None = None
    visitors: tuple[str, ...] | None = None
    head_count: int | None = None
    models: tuple[str, ...] | None = None
    result: str | None = None
    clear: tuple[str, ...] = ()
    revision: int | None = None


HOLD_COURSE: Final = Deed("roster.hold_course", CLERKS, mark("enter a training course"), HoldCourse)
EDIT_COURSE: Final = Deed("roster.edit_course", CLERKS, mark("correct a training course"), EditCourse)
ATTEND: Final = Deed("roster.attend", CLERKS, mark("enter turns of training"), Attend, "roster.withdraw_turn")
WITHDRAW_TURN: Final = Deed("roster.withdraw_turn", CLERKS, mark("withdraw a turn of training"), WithdrawTurn)
COMMEND: Final = Deed("roster.commend", CLERKS, mark("enter a commendation"), Commend, "roster.withdraw_commendation")
WITHDRAW_COMMENDATION: Final = Deed(
    "roster.withdraw_commendation", CLERKS, mark("withdraw a commendation"), WithdrawCommendation
)
NOTE_MODEL: Final = Deed("roster.note_model", CLERKS, mark("enter a good model"), NoteModel)
EDIT_MODEL: Final = Deed("roster.edit_model", CLERKS, mark("correct a good model"), EditModel)
COPY_MODEL: Final = Deed("roster.copy_model", CLERKS, mark("enter where a model was copied"), CopyModel)
NOTE_VISIT: Final = Deed("roster.note_visit", CLERKS, mark("enter a study visit"), NoteVisit)
EDIT_VISIT: Final = Deed("roster.edit_visit", CLERKS, mark("correct a study visit"), EditVisit)

DEEDS: Final = (
    HOLD_COURSE,
    EDIT_COURSE,
    ATTEND,
    WITHDRAW_TURN,
    COMMEND,
    WITHDRAW_COMMENDATION,
    NOTE_MODEL,
    EDIT_MODEL,
    COPY_MODEL,
    NOTE_VISIT,
    EDIT_VISIT,
)
