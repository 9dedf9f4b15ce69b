"""Who is present and how they vote."""

from dataclasses import dataclass
from typing import Final

from frontdesk.meetings.deeds.entries import emptying, entry, of_item
from frontdesk.meetings.rules.counting import Base
from frontdesk.meetings.rules.kinds import Absence, Method
from frontdesk.meetings.rules.naming import NameVote
from frontdesk.messages import mark
from frontdesk.store import CLERKS, Deed


@dataclass(frozen=True)
class AddVote:
    """A vote; counts not given are not recorded. `names` of a vote by name are counted."""

    number: str
    question: str
    in_favour: int | None = None
    against: int | None = None
    abstain: int | None = None
    spoiled: int | None = None
    method: Method | None = None
    majority: str | None = None
    base: Base | None = None
    names: tuple[NameVote, ...] = ()
    item: int | None = of_item()


@dataclass(frozen=True)
class EditVote:
    """Correct or count a vote; `names` given replace those there."""

    number: str
    which: int = entry()
    question: str | None = None
    in_favour: int | None = None
    against: int | None = None
    abstain: int | None = None
    spoiled: int | None = None
    method: Method | None = None
    majority: str | None = None
    base: Base | None = None
    names: tuple[NameVote, ...] = ()
    item: int | None = of_item()
    clear: tuple[str, ...] = emptying()
    revision: int | None = None


@dataclass(frozen=True)
class Mark:
    """Mark a delegate present or absent. Neither `present` nor anything else given: not recorded."""

    number: str
    which: int = entry()
    present: bool | None = None
    absence: Absence | None = None
    reason: str | None = None
    substitute: str | None = None
    revision: int | None = None


@dataclass(frozen=True)
class MarkRest:
    """Mark every delegate nobody has marked yet."""

    number: str
    present: bool
    absence: Absence | None = None


@dataclass(frozen=True)
class CheckIn:
    """Mark the delegate present whose invitation was scanned or typed."""

    code: str
    number: str | None = None


ADD_VOTE: Final = Deed("meetings.add_vote", CLERKS, mark("record a vote"), AddVote, "meetings.remove")
EDIT_VOTE: Final = Deed("meetings.edit_vote", CLERKS, mark("correct a vote"), EditVote)
MARK: Final = Deed("meetings.mark", CLERKS, mark("mark who is present"), Mark)
MARK_REST: Final = Deed("meetings.mark_rest", CLERKS, mark("mark all others"), MarkRest)
CHECK_IN: Final = Deed("meetings.check_in", CLERKS, mark("check a delegate in"), CheckIn)

DEEDS: Final = (ADD_VOTE, EDIT_VOTE, MARK, MARK_REST, CHECK_IN)
