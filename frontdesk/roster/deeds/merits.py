"""Deeds on training and commendations."""

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
    """Correct a course, the latest of this title unless `began` says its first day; `clear` names keys to empty."""

    title: str
    began: date | None = None
    new_title: str | None = None
    since: date | None = None
    until: date | None = None
    organiser: str | None = None
    place: str | None = None
    note: str | None = None
    clear: tuple[str, ...] = ()
    revision: int | None = None


@dataclass(frozen=True)
class WithdrawCourse:
    """A course was entered in error, the latest of this title unless `began` says its first day."""

    title: str
    reason: str
    began: date | None = None
    revision: int | None = None


@dataclass(frozen=True)
class ReinstateCourse:
    """A course was withdrawn in error; the last that was, unless `began` says its first day."""

    title: str
    began: date | None = None


@dataclass(frozen=True)
class Attend:
    """These people took part in a course; the latest of this title unless `began` says its first day."""

    title: str
    numbers: tuple[str, ...]
    result: str | None = None
    began: date | None = None


@dataclass(frozen=True)
class WithdrawTurn:
    """Somebody was entered in error for a course, the latest of this title unless `began` says its first day."""

    title: str
    number: str
    began: date | None = None


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
    """A commendation was entered in error; of two that are alike the later entry."""

    recipient: str
    decision_date: date
    reason: str
    form: str | None = None


@dataclass(frozen=True)
class ReinstateCommendation:
    """A commendation was withdrawn in error."""

    recipient: str
    decision_date: date
    form: str | None = None


HOLD_COURSE: Final = Deed(
    "roster.hold_course", CLERKS, mark("enter a training course"), HoldCourse, "roster.withdraw_course"
)
EDIT_COURSE: Final = Deed("roster.edit_course", CLERKS, mark("correct a training course"), EditCourse)
WITHDRAW_COURSE: Final = Deed(
    "roster.withdraw_course", CLERKS, mark("withdraw a training course"), WithdrawCourse, "roster.reinstate_course"
)
REINSTATE_COURSE: Final = Deed(
    "roster.reinstate_course", CLERKS, mark("put a withdrawn course back"), ReinstateCourse, "roster.withdraw_course"
)
ATTEND: Final = Deed("roster.attend", CLERKS, mark("enter turns of training"), Attend, "roster.withdraw_turn")
WITHDRAW_TURN: Final = Deed(
    "roster.withdraw_turn", CLERKS, mark("withdraw a turn of training"), WithdrawTurn, "roster.attend"
)
COMMEND: Final = Deed("roster.commend", CLERKS, mark("enter a commendation"), Commend, "roster.withdraw_commendation")
WITHDRAW_COMMENDATION: Final = Deed(
    "roster.withdraw_commendation",
    CLERKS,
    mark("withdraw a commendation"),
    WithdrawCommendation,
    "roster.reinstate_commendation",
)
REINSTATE_COMMENDATION: Final = Deed(
    "roster.reinstate_commendation",
    CLERKS,
    mark("put a withdrawn commendation back"),
    ReinstateCommendation,
    "roster.withdraw_commendation",
)

DEEDS: Final = (
    HOLD_COURSE,
    EDIT_COURSE,
    WITHDRAW_COURSE,
    REINSTATE_COURSE,
    ATTEND,
    WITHDRAW_TURN,
    COMMEND,
    WITHDRAW_COMMENDATION,
    REINSTATE_COMMENDATION,
)
