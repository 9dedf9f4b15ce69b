"""What is asked for while a petition is followed until its sender knows."""

from dataclasses import dataclass
from datetime import date

from frontdesk.messages import mark
from frontdesk.petitions.asks.keys import described
from frontdesk.petitions.rules.words import Contact


@dataclass(frozen=True)
class Urge:
    """Ask the agency for its answer."""

    number: str
    document: str | None = None
    text: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class UrgeAgency:
    """Ask an agency for all its answers in one letter. `numbers` (): everything it is due to be asked for."""

    to: str
    numbers: tuple[str, ...] = ()
    document: str | None = None
    text: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class Answer:
    """The answer to a petition: its document and what it says. `day` is the day of the answer."""

    number: str
    result: str
    document: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class Tell:
    """The sender was told the result."""

    number: str
    how: Contact
    document: str | None = None
    satisfied: bool | None = None
    words: str | None = described(mark("what the sender said, in the sender's words"))
    day: date | None = None


@dataclass(frozen=True)
class Ask:
    """The sender was asked about the result."""

    number: str
    how: Contact
    satisfied: bool
    words: str | None = described(mark("what the sender said, in the sender's words"))
    day: date | None = None


@dataclass(frozen=True)
class Close:
    """Nothing more is to be done."""

    number: str
    remark: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class Reopen:
    """Take a petition up again: deadlines count from `day`."""

    number: str
    reason: str
    day: date | None = None
