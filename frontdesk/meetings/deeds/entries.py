"""What is typed into a meeting: sites, delegates, agenda, papers, opinions, votes and tasks, an entry at a time."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from frontdesk.meetings.assembling import PartName
from frontdesk.meetings.rules.kinds import OutcomeKind, Shows
from frontdesk.messages import mark
from frontdesk.store import CLERKS, Deed


def entry() -> Any:
    """The key that says which entry of a list is meant."""
    return field(metadata={"help": mark("which one, counted from 1 as it stands on paper")})


def of_item() -> Any:
    """The key that says to which item of the agenda something belongs."""
    return field(default=None, metadata={"help": mark("the item of the agenda it belongs to, counted from 1")})


def emptying() -> Any:
    """The key that names what a correction empties, since what is not given stays."""
    return field(default=(), metadata={"help": mark("the key to empty; may be given several times")})


def deed(verb: str, title: str, takes: type, inverse: str | None = None) -> Deed:
    """A deed of meetings that chair and secretary may do."""
    return Deed(f"meetings.{verb}", CLERKS, title, takes, f"meetings.{inverse}" if inverse else None)


@dataclass(frozen=True)
class AddSite:
    """A place the meeting is joined from; `head_count` of people there who stand in no list."""

    number: str
    name: str
    head_count: int | None = None


@dataclass(frozen=True)
class EditSite:
    """Correct a site; delegates there move along when it gets another name."""

    number: str
    which: int = entry()
    name: str | None = None
    head_count: int | None = None
    clear: tuple[str, ...] = emptying()
    revision: int | None = None


@dataclass(frozen=True)
class AddDelegate:
    """Somebody invited who stands in no group of the roster; `person` is a number of the roster."""

    number: str
    name: str
    position: str | None = None
    organisation: str | None = None
    site: str | None = None
    group: str | None = None
    person: str | None = None


@dataclass(frozen=True)
class EditDelegate:
    """Correct a delegate; a blank text takes one away."""

    number: str
    which: int = entry()
    name: str | None = None
    position: str | None = None
    organisation: str | None = None
    site: str | None = None
    group: str | None = None
    seat: str | None = None
    substitute: str | None = None
    clear: tuple[str, ...] = emptying()
    revision: int | None = None


@dataclass(frozen=True)
class AddItem:
    """An item of the agenda; `at` like 08:00, None: when the one before it ends."""

    number: str
    title: str
    minutes: int | None = None
    presenter: str | None = None
    at: str | None = None
    standing: bool | None = None
    shows: Shows | None = None


@dataclass(frozen=True)
class EditItem:
    """Correct an item of the agenda; the items after it move when it takes longer or shorter."""

    number: str
    which: int = entry()
    title: str | None = None
    minutes: int | None = None
    presenter: str | None = None
    at: str | None = None
    outcome: str | None = None
    standing: bool | None = None
    shows: Shows | None = None
    clear: tuple[str, ...] = emptying()
    revision: int | None = None


@dataclass(frozen=True)
class AddOutcome:
    """What item `which` of the agenda led to; an item may have several outcomes."""

    number: str
    which: int = entry()
    text: str = field(kw_only=True)
    kind: OutcomeKind = OutcomeKind.NOTE


@dataclass(frozen=True)
class EndOutcome:
    """Take outcome `outcome` of item `which` out."""

    number: str
    which: int = entry()
    outcome: int = field(kw_only=True)


@dataclass(frozen=True)
class AddPaper:
    """A paper read (tham luận)."""

    number: str
    title: str
    speaker: str | None = None
    summary: str | None = None
    item: int | None = of_item()


@dataclass(frozen=True)
class EditPaper:
    """Correct a paper read."""

    number: str
    which: int = entry()
    title: str | None = None
    speaker: str | None = None
    summary: str | None = None
    item: int | None = of_item()
    clear: tuple[str, ...] = emptying()
    revision: int | None = None


@dataclass(frozen=True)
class AddOpinion:
    """What somebody said; `petition`: it is passed on, and becomes a petition at once."""

    number: str
    text: str
    speaker: str | None = None
    organisation: str | None = None
    petition: bool | None = None
    answered_by: str | None = None
    answer: str | None = None
    item: int | None = of_item()


@dataclass(frozen=True)
class EditOpinion:
    """Correct an opinion, answer it, or mark it as a petition."""

    number: str
    which: int = entry()
    text: str | None = None
    speaker: str | None = None
    organisation: str | None = None
    petition: bool | None = None
    answered_by: str | None = None
    answer: str | None = None
    item: int | None = of_item()
    clear: tuple[str, ...] = emptying()
    revision: int | None = None


@dataclass(frozen=True)
class AddTask:
    """What is to be done, by whom and by when."""

    number: str
    what: str
    assignee: str | None = None
    due: date | None = None


@dataclass(frozen=True)
class EditTask:
    """Correct a task before the minutes are final."""

    number: str
    which: int = entry()
    what: str | None = None
    assignee: str | None = None
    due: date | None = None
    clear: tuple[str, ...] = emptying()
    revision: int | None = None


@dataclass(frozen=True)
class Conclude:
    """The chair's conclusion, whole, a paragraph each; and when the meeting ended."""

    number: str
    paragraphs: tuple[str, ...]
    ends: datetime | None = None
    clear: tuple[str, ...] = emptying()


@dataclass(frozen=True)
class Remove:
    """Take an entry out of a list of the meeting; it stays in the journal and can be put back."""

    number: str
    part: PartName
    which: int = entry()
    revision: int | None = None


@dataclass(frozen=True)
class PutBack:
    """Put the entry last taken out of a list back at its place."""

    number: str
    part: PartName


@dataclass(frozen=True)
class Move:
    """Move an entry to place `to`; the items of an agenda close up or give way."""

    number: str
    part: PartName
    which: int = entry()
    to: int = field(kw_only=True)


ADD_SITE: Final = Deed("meetings.add_site", CLERKS, mark("add a site"), AddSite, "meetings.remove")
EDIT_SITE: Final = Deed("meetings.edit_site", CLERKS, mark("correct a site"), EditSite)
ADD_DELEGATE: Final = Deed("meetings.add_delegate", CLERKS, mark("add a delegate"), AddDelegate, "meetings.remove")
EDIT_DELEGATE: Final = Deed("meetings.edit_delegate", CLERKS, mark("correct a delegate"), EditDelegate)
ADD_ITEM: Final = Deed("meetings.add_item", CLERKS, mark("add an item to the agenda"), AddItem, "meetings.remove")
EDIT_ITEM: Final = Deed("meetings.edit_item", CLERKS, mark("correct an item of the agenda"), EditItem)
ADD_OUTCOME: Final = Deed("meetings.add_outcome", CLERKS, mark("record an outcome"), AddOutcome, "meetings.end_outcome")
END_OUTCOME: Final = Deed("meetings.end_outcome", CLERKS, mark("take an outcome out"), EndOutcome)
ADD_PAPER: Final = Deed("meetings.add_paper", CLERKS, mark("record a paper read"), AddPaper, "meetings.remove")
EDIT_PAPER: Final = Deed("meetings.edit_paper", CLERKS, mark("correct a paper read"), EditPaper)
ADD_OPINION: Final = Deed("meetings.add_opinion", CLERKS, mark("record an opinion"), AddOpinion, "meetings.remove")
EDIT_OPINION: Final = Deed("meetings.edit_opinion", CLERKS, mark("correct or answer an opinion"), EditOpinion)
ADD_TASK: Final = Deed("meetings.add_task", CLERKS, mark("give a task"), AddTask, "meetings.remove")
EDIT_TASK: Final = Deed("meetings.edit_task", CLERKS, mark("correct a task"), EditTask)
CONCLUDE: Final = Deed("meetings.conclude", CLERKS, mark("record the conclusion"), Conclude)
REMOVE: Final = Deed("meetings.remove", CLERKS, mark("take an entry out"), Remove, "meetings.put_back")
PUT_BACK: Final = Deed("meetings.put_back", CLERKS, mark("put an entry back"), PutBack, "meetings.remove")
MOVE: Final = Deed("meetings.move", CLERKS, mark("move an entry"), Move, "meetings.move")

DEEDS: Final = (
    ADD_SITE, EDIT_SITE, ADD_DELEGATE, EDIT_DELEGATE, ADD_ITEM, EDIT_ITEM, ADD_OUTCOME, END_OUTCOME, ADD_PAPER,
    EDIT_PAPER, ADD_OPINION, EDIT_OPINION, ADD_TASK, EDIT_TASK, CONCLUDE, REMOVE, PUT_BACK, MOVE,
)  # fmt: skip
