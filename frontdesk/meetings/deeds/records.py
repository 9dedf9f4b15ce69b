"""Making, correcting and withdrawing the record of a meeting."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from frontdesk.meetings.deeds.entries import emptying
from frontdesk.meetings.rules.kinds import Kind
from frontdesk.messages import mark
from frontdesk.store import CLERKS, Deed


@dataclass(frozen=True)
class Prepare:
    """A new meeting from the template of its kind; `title` None: the template's words for that day."""

    kind: Kind
    starts: datetime
    title: str | None = None
    ends: datetime | None = None
    place: str | None = None
    series: str | None = None
    chair_name: str | None = None
    chair_position: str | None = None
    secretary_name: str | None = None
    secretary_position: str | None = None


@dataclass(frozen=True)
class Follow:
    """The next meeting after `number`: delegates, sites, officers and standing items come along."""

    number: str
    starts: datetime
    title: str | None = None


@dataclass(frozen=True)
class Edit:
    """Correct the head of a meeting; a blank text takes one away."""

    number: str
    kind: Kind | None = None
    series: str | None = None
    title: str | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    place: str | None = None
    chair_name: str | None = None
    chair_position: str | None = None
    secretary_name: str | None = None
    secretary_position: str | None = None
    convened: int | None = None
    quorum_share: str | None = None
    invitation_note: str | None = None
    clear: tuple[str, ...] = emptying()
    revision: int | None = None


@dataclass(frozen=True)
class Withdraw:
    """Take a meeting back that will not be held or was recorded twice; its number stays used."""

    number: str
    reason: str


@dataclass(frozen=True)
class TakeUp:
    """Take up a withdrawn meeting again."""

    number: str


IMPORT: Final = Deed("meetings.import_json", CLERKS, mark("read meetings in"))
PREPARE: Final = Deed("meetings.prepare", CLERKS, mark("prepare a meeting"), Prepare, "meetings.withdraw")
FOLLOW: Final = Deed(
    "meetings.follow", CLERKS, mark("prepare the next meeting of a series"), Follow, "meetings.withdraw"
)
EDIT: Final = Deed("meetings.edit", CLERKS, mark("correct a meeting"), Edit, "meetings.edit")
WITHDRAW: Final = Deed("meetings.withdraw", CLERKS, mark("withdraw a meeting"), Withdraw, "meetings.take_up")
TAKE_UP: Final = Deed("meetings.take_up", CLERKS, mark("take up a withdrawn meeting"), TakeUp, "meetings.withdraw")

DEEDS: Final = (PREPARE, FOLLOW, EDIT, WITHDRAW, TAKE_UP)
