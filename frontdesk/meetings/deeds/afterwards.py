"""Inviting, finalising, following up, supervision and publishing."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from frontdesk.meetings.deeds.entries import entry
from frontdesk.meetings.rules.kinds import Kind, Reply
from frontdesk.meetings.rules.templates import TemplateItem
from frontdesk.messages import mark
from frontdesk.roster import BodyKind
from frontdesk.store import CLERKS, Deed


@dataclass(frozen=True)
class SetTemplate:
    """How meetings of a kind begin from now on; what is not given stays as it is."""

    kind: Kind
    title: str | None = field(
        default=None, metadata={"help": mark("may hold {quarter}, {month} and {year}, filled in for the day")}
    )
    agenda: tuple[TemplateItem, ...] = ()
    groups: tuple[BodyKind, ...] = ()
    series: str | None = None
    quorum: str | None = None
    invitation_note: str | None = None


@dataclass(frozen=True)
class InviteGroup:
    """Invite those who sit in a body, in the bodies of a kind or of an area on the meeting's day, in protocol order.

    Who stands in the list already is not added again. `group` is the heading they stand under, None: the body's.
    """

    number: str
    kind: BodyKind | None = None
    body: str | None = None
    area: str | None = None
    group: str | None = None
    heads_only: bool = field(default=False, metadata={"help": mark("only the first of each body")})


@dataclass(frozen=True)
class NoteReply:
    """What a delegate has answered to the invitation."""

    number: str
    which: int = entry()
    reply: Reply = field(kw_only=True)
    note: str | None = None
    substitute: str | None = None


@dataclass(frozen=True)
class Sent:
    """The day the invitations were sent."""

    number: str
    day: date


@dataclass(frozen=True)
class Finalise:
    """Give the minutes their number and freeze them."""

    number: str
    revision: int | None = None


@dataclass(frozen=True)
class Reopen:
    """Open final minutes again; the version that was final is kept."""

    number: str
    reason: str


@dataclass(frozen=True)
class AttachScan:
    """Keep the scan of the signed minutes, or another file, with the meeting."""

    number: str
    path: Path


@dataclass(frozen=True)
class FinishTask:
    """A task is done."""

    number: str
    which: int = entry()
    result: str | None = None
    document: str | None = None
    day: date | None = None
    revision: int | None = None


@dataclass(frozen=True)
class DropTask:
    """A task is given up, and why."""

    number: str
    which: int = entry()
    reason: str = field(kw_only=True)
    revision: int | None = None


@dataclass(frozen=True)
class ResumeTask:
    """A task is open again."""

    number: str
    which: int = entry()
    revision: int | None = None


@dataclass(frozen=True)
class MoveTask:
    """A task gets a later day; the minutes keep the day that was agreed at the meeting."""

    number: str
    which: int = entry()
    to: date = field(kw_only=True)
    revision: int | None = None


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
    revision: int | None = None


@dataclass(frozen=True)
class AddRecommendation:
    """What is recommended, to whom and by when an answer is due."""

    number: str
    text: str
    addressee: str | None = None
    due: date | None = None


@dataclass(frozen=True)
class AnswerRecommendation:
    """The answer to a recommendation has come."""

    number: str
    which: int = entry()
    answer: str = field(kw_only=True)
    document: str | None = None
    day: date | None = None
    revision: int | None = None


@dataclass(frozen=True)
class EditNews:
    """The news item in the office's own words; blank: drafted from the record again."""

    number: str
    title: str | None = None
    text: str | None = None
    revision: int | None = None


@dataclass(frozen=True)
class Publish:
    """Where and when the news was published."""

    number: str
    channel: str
    day: date | None = None
    address: str | None = None


@dataclass(frozen=True)
class Issue:
    """Give a paper of the meeting, such as invitations or conclusion, the next number of its book."""

    number: str
    paper: str
    day: date | None = None


def _deed(verb: str, title: str, takes: type, inverse: str | None = None) -> Deed:
    return Deed(f"meetings.{verb}", CLERKS, title, takes, f"meetings.{inverse}" if inverse else None)


SET_TEMPLATE: Final = _deed("set_template", mark("change a template"), SetTemplate, "set_template")
INVITE_GROUP: Final = _deed("invite_group", mark("invite a group of the roster"), InviteGroup)
NOTE_REPLY: Final = _deed("note_reply", mark("note a reply"), NoteReply)
SENT: Final = _deed("sent", mark("note when invitations were sent"), Sent)
FINALISE: Final = _deed("finalise", mark("finalise the minutes"), Finalise, "reopen")
REOPEN: Final = _deed("reopen", mark("reopen final minutes"), Reopen, "finalise")
ATTACH_SCAN: Final = _deed("attach_scan", mark("keep the signed copy"), AttachScan)
FINISH_TASK: Final = _deed("finish_task", mark("finish a task"), FinishTask, "resume_task")
DROP_TASK: Final = _deed("drop_task", mark("give a task up"), DropTask, "resume_task")
RESUME_TASK: Final = _deed("resume_task", mark("take a task up again"), ResumeTask, "finish_task")
MOVE_TASK: Final = _deed("move_task", mark("give a task a later day"), MoveTask)
PLAN_SUPERVISION: Final = _deed("plan_supervision", mark("plan a supervision"), PlanSupervision)
ADD_MEMBER: Final = _deed("add_member", mark("add a member of the team"), AddMember, "remove")
ADD_VISIT: Final = _deed("add_visit", mark("add a visit"), AddVisit, "remove")
EDIT_VISIT: Final = _deed("edit_visit", mark("correct a visit"), EditVisit)
ADD_RECOMMENDATION: Final = _deed("add_recommendation", mark("add a recommendation"), AddRecommendation, "remove")
ANSWER_RECOMMENDATION: Final = _deed(
    "answer_recommendation", mark("record the answer to a recommendation"), AnswerRecommendation
)
EDIT_NEWS: Final = _deed("edit_news", mark("write the news item"), EditNews)
PUBLISH: Final = _deed("publish", mark("note where the news was published"), Publish)
ISSUE: Final = _deed("issue", mark("give a paper its number"), Issue)

DEEDS: Final = (
    SET_TEMPLATE, INVITE_GROUP, NOTE_REPLY, SENT, FINALISE, REOPEN, ATTACH_SCAN, FINISH_TASK, DROP_TASK, RESUME_TASK,
    MOVE_TASK, PLAN_SUPERVISION, ADD_MEMBER, ADD_VISIT, EDIT_VISIT, ADD_RECOMMENDATION, ANSWER_RECOMMENDATION,
    EDIT_NEWS, PUBLISH, ISSUE,
)  # fmt: skip
