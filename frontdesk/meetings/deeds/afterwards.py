"""Templates, finalising, following up and publishing."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from frontdesk.meetings.deeds.entries import deed, emptying, entry
from frontdesk.meetings.rules.kinds import Kind
from frontdesk.meetings.rules.templates import TemplateItem
from frontdesk.messages import mark
from frontdesk.roster import BodyKind


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
class EditPublication:
    """Correct where and when the news was published."""

    number: str
    which: int = entry()
    channel: str | None = None
    day: date | None = None
    address: str | None = None
    clear: tuple[str, ...] = emptying()
    revision: int | None = None


@dataclass(frozen=True)
class Issue:
    """Give a paper of the meeting, such as invitations or conclusion, the next number of its book."""

    number: str
    paper: str
    day: date | None = None


SET_TEMPLATE: Final = deed("set_template", mark("change a template"), SetTemplate, "set_template")
FINALISE: Final = deed("finalise", mark("finalise the minutes"), Finalise, "reopen")
REOPEN: Final = deed("reopen", mark("reopen final minutes"), Reopen, "finalise")
ATTACH_SCAN: Final = deed("attach_scan", mark("keep the signed copy"), AttachScan)
FINISH_TASK: Final = deed("finish_task", mark("finish a task"), FinishTask, "resume_task")
DROP_TASK: Final = deed("drop_task", mark("give a task up"), DropTask, "resume_task")
RESUME_TASK: Final = deed("resume_task", mark("take a task up again"), ResumeTask, "finish_task")
MOVE_TASK: Final = deed("move_task", mark("give a task a later day"), MoveTask)
EDIT_NEWS: Final = deed("edit_news", mark("write the news item"), EditNews)
PUBLISH: Final = deed("publish", mark("note where the news was published"), Publish, "remove")
EDIT_PUBLICATION: Final = deed("edit_publication", mark("correct where the news was published"), EditPublication)
ISSUE: Final = deed("issue", mark("give a paper its number"), Issue)

DEEDS: Final = (
    SET_TEMPLATE, FINALISE, REOPEN, ATTACH_SCAN, FINISH_TASK, DROP_TASK, RESUME_TASK, MOVE_TASK, EDIT_NEWS, PUBLISH,
    EDIT_PUBLICATION, ISSUE,
)  # fmt: skip
