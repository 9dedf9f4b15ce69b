"""What is asked for when a petition is classified and leaves the desk."""

from dataclasses import dataclass
from datetime import date

from frontdesk.messages import mark
from frontdesk.petitions.asks.keys import described, needed
from frontdesk.petitions.rules.eligibility import Condition
from frontdesk.petitions.rules.words import Complexity, Kind, Route


@dataclass(frozen=True)
class Classify:
    """What a petition is and what is to be done with it.

    `lacks` names the conditions it does not meet, () all met, None not checked. `day` None: today, in every deed.
    """

    number: str
    route: Route
    kind: Kind | None = None
    field: str | None = None
    complexity: Complexity | None = None
    remote: bool | None = None
    again: bool | None = described(mark("a complaint after a first decision"))
    lacks: tuple[Condition, ...] | None = None
    to: str | None = described(mark("the agency proposed"))
    reason: str | None = None
    day: date | None = None
    revision: int | None = None


@dataclass(frozen=True)
class Reclass:
    """Another kind, whatever the status. To tố cáo: everything that says who sent it is wiped."""

    number: str
    kind: Kind
    reason: str
    paper_place: str | None = None


@dataclass(frozen=True)
class Guide:
    """Tell the sender where to turn."""

    number: str
    to: str | None = described(mark("the agency to turn to"))
    text: str | None = None
    document: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class GiveBack:
    """Return a petition to its sender."""

    number: str
    reason: str
    document: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class File:
    """Keep a petition that cannot or need not be dealt with."""

    number: str
    reason: str
    day: date | None = None


@dataclass(frozen=True)
class Forward:
    """Pass a petition to an agency; one that is not yet known is made. `upward` None: by the agency's level."""

    number: str
    to: str
    document: str | None = None
    upward: bool | None = None
    day: date | None = None


@dataclass(frozen=True)
class Redirect:
    """Correct a wrong forwarding: withdraw it there and send it to the right agency."""

    number: str
    to: str
    reason: str
    document: str | None = None
    upward: bool | None = None
    day: date | None = None


@dataclass(frozen=True)
class SubmitUpward:
    """Forward several petitions above our competence in one list. `numbers` (): all classified so."""

    to: str
    numbers: tuple[str, ...] = ()
    document: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class NoteProgress:
    """What the agency tells before its answer: when it accepted the case, when it decided."""

    number: str
    accepted: date | None = None
    decided: date | None = None
    complexity: Complexity | None = None
    document: str | None = None
    text: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class Withdraw:
    """The sender takes the petition back."""

    number: str
    reason: str
    day: date | None = None


@dataclass(frozen=True)
class Join:
    """A petition is the same as an earlier one, which alone is dealt with."""

    number: str
    to: str = needed(mark("the number of the earlier petition"))
    day: date | None = None


@dataclass(frozen=True)
class Void:
    """A petition that was entered by mistake; its number stays used."""

    number: str
    reason: str
    day: date | None = None
