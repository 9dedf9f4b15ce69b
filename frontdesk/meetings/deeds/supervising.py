"""Supervision and social criticism: subject, plan, team, visits, recommendations."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from frontdesk.meetings.deeds.entries import deed, emptying, entry
from frontdesk.messages import mark


@dataclass(frozen=True)
class PlanSupervision:
    """Subject and plan of a supervision or social criticism; a blank text takes one away."""

    number: str
    subject: str | None = None
    plan: str | None = None
    revision: int | None = None


@dataclass(frozen=True)
class AddMember:
    """A member of the team; `role` such as trưởng đoàn, thư ký, thành viên."""

    number: str
    name: str
    position: str | None = None
    role: str | None = None


@dataclass(frozen=True)
class EditMember:
    """Correct a member of the team."""

    number: str
    which: int = entry()
    name: str | None = None
    position: str | None = None
    role: str | None = None
    clear: tuple[str, ...] = emptying()
    revision: int | None = None


@dataclass(frozen=True)
class AddVisit:
    """A working visit of the team."""

    number: str
    place: str
    day: date | None = None
    findings: str | None = None


@dataclass(frozen=True)
class EditVisit:
    """Correct a visit or record what was found."""

    number: str
    which: int = entry()
    place: str | None = None
    day: date | None = None
    findings: str | None = None
    clear: tuple[str, ...] = emptying()
    revision: int | None = None


@dataclass(frozen=True)
class AddRecommendation:
    """What is recommended, to whom and by when an answer is due."""

    number: str
    text: str
    addressee: str | None = None
    due: date | None = None


@dataclass(frozen=True)
class EditRecommendation:
    """Correct a recommendation."""

    number: str
    which: int = entry()
    text: str | None = None
    addressee: str | None = None
    due: date | None = None
    clear: tuple[str, ...] = emptying()
    revision: int | None = None


@dataclass(frozen=True)
class AnswerRecommendation:
    """The answer to a recommendation has come."""

    number: str
    which: int = entry()
    answer: str = field(kw_only=True)
    document: str | None = None
    day: date | None = None
    revision: int | None = None


PLAN_SUPERVISION: Final = deed("plan_supervision", mark("plan a supervision"), PlanSupervision)
ADD_MEMBER: Final = deed("add_member", mark("add a member of the team"), AddMember, "remove")
EDIT_MEMBER: Final = deed("edit_member", mark("correct a member of the team"), EditMember)
ADD_VISIT: Final = deed("add_visit", mark("add a visit"), AddVisit, "remove")
EDIT_VISIT: Final = deed("edit_visit", mark("correct a visit"), EditVisit)
ADD_RECOMMENDATION: Final = deed("add_recommendation", mark("add a recommendation"), AddRecommendation, "remove")
EDIT_RECOMMENDATION: Final = deed("edit_recommendation", mark("correct a recommendation"), EditRecommendation)
ANSWER_RECOMMENDATION: Final = deed(
    "answer_recommendation", mark("record the answer to a recommendation"), AnswerRecommendation
)

DEEDS: Final = (
    PLAN_SUPERVISION, ADD_MEMBER, EDIT_MEMBER, ADD_VISIT, EDIT_VISIT, ADD_RECOMMENDATION, EDIT_RECOMMENDATION,
    ANSWER_RECOMMENDATION,
)  # fmt: skip
