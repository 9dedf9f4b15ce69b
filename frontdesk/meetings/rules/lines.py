"""Rows of lists that run over all meetings."""

from dataclasses import dataclass
from datetime import date

from frontdesk.meetings.rules.kinds import TaskStatus
from frontdesk.petitions import PetitionRow, Status


@dataclass(frozen=True)
class TaskLine:
    """A task in the list over all meetings. `which`: its place in its meeting, from 1."""

    id: int
    revision: int
    meeting: str
    title: str
    which: int
    what: str
    assignee: str | None
    due: date | None
    status: TaskStatus
    overdue: bool
    result: str | None
    document: str | None


@dataclass(frozen=True)
class RecommendationLine:
    """A recommendation in the list over all meetings; open until `answered`."""

    id: int
    revision: int
    meeting: str
    title: str
    text: str
    addressee: str | None
    due: date | None
    answered: date | None
    answer: str | None
    document: str | None
    overdue: bool


@dataclass(frozen=True)
class BroughtAlong:
    """What an earlier meeting of the series left: tasks still open, petitions not yet answered."""

    tasks: tuple[TaskLine, ...]
    petitions: tuple[PetitionRow, ...]


@dataclass(frozen=True)
class OpinionLine:
    """What became of an opinion, from meeting to answer; `petition` None: it was not passed on."""

    meeting: str
    day: date
    speaker: str | None
    text: str
    answer: str | None
    petition: str | None = None
    status: Status | None = None
    forwarded_to: str | None = None
    answered: date | None = None
    result: str | None = None
