"""What the deeds of the petition desk are asked for: the keys of the command line and of the windows' forms."""

import dataclasses
from dataclasses import dataclass
from datetime import date
from typing import Any

from frontdesk.messages import mark
from frontdesk.petitions.rules.deadlines import Counting, Event, Step
from frontdesk.petitions.rules.eligibility import Condition
from frontdesk.petitions.rules.words import Channel, Complexity, Contact, Kind, Level, Route


def _described(text: str) -> Any:
    """An optional key that its name does not explain."""
    return dataclasses.field(default=None, metadata={"help": text})


@dataclass(frozen=True)
class Register:
    """A petition as it comes in. Of a denunciation nothing that says who sent it is kept.

    `received` None: today. `area` is a known residential area. `meeting` the number of the meeting it was heard at,
    `split_from` that of the letter it is a part of.
    """

    kind: Kind
    summary: str
    channel: Channel = Channel.IN_PERSON
    received: date | None = None
    sender: str | None = None
    sender_address: str | None = None
    sender_phone: str | None = None
    sender_identity: str | None = None
    people: int = 1
    representatives: str | None = None
    area: str | None = None
    place: str | None = None
    field: str | None = None
    against: str | None = _described(mark("whose decision is complained of, or who is denounced"))
    papers_received: str | None = None
    paper_place: str | None = _described(mark("where the paper itself lies"))
    received_by: str | None = None
    settled_before: str | None = _described(mark("who has dealt with it already"))
    meeting: str | None = None
    split_from: str | None = None
    remark: str | None = None
    remote: bool | None = None


@dataclass(frozen=True)
class Correct:
    """What was entered wrongly, in its right form; what is None stays. `clear` names what is to be emptied."""

    number: str
    summary: str | None = None
    channel: Channel | None = None
    received: date | None = None
    sender: str | None = None
    sender_address: str | None = None
    sender_phone: str | None = None
    sender_identity: str | None = None
    people: int | None = None
    representatives: str | None = None
    area: str | None = None
    place: str | None = None
    field: str | None = None
    against: str | None = None
    papers_received: str | None = None
    paper_place: str | None = None
    received_by: str | None = None
    settled_before: str | None = None
    remark: str | None = None
    remote: bool | None = None
    clear: tuple[str, ...] = ()
    revision: int | None = None


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
    again: bool | None = _described(mark("a complaint after a first decision"))
    lacks: tuple[Condition, ...] | None = None
    to: str | None = _described(mark("the agency proposed"))
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
    to: str | None = _described(mark("the agency to turn to"))
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
    words: str | None = _described(mark("what the sender said, in the sender's words"))
    day: date | None = None


@dataclass(frozen=True)
class Ask:
    """The sender was asked about the result."""

    number: str
    how: Contact
    satisfied: bool
    words: str | None = _described(mark("what the sender said, in the sender's words"))
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


@dataclass(frozen=True)
class Pause:
    """Stop the clock: the sender was asked for something."""

    number: str
    reason: str
    document: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class Resume:
    """The sender brought what was asked for: the clock runs again from `day`."""

    number: str
    text: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class Extend:
    """A later deadline for the present step, with the reason."""

    number: str
    to: date
    reason: str
    document: str | None = None
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
    to: str = dataclasses.field(metadata={"help": mark("the number of the earlier petition")})
    day: date | None = None


@dataclass(frozen=True)
class Void:
    """A petition that was entered by mistake; its number stays used."""

    number: str
    reason: str
    day: date | None = None


@dataclass(frozen=True)
class Attach:
    """A scan or another file. Of a denunciation only one whose name, address and handwriting were taken out."""

    number: str
    path: str
    name: str | None = None
    identity_removed: bool = False


@dataclass(frozen=True)
class Detach:
    """Take a file off a petition; it stays in the journal."""

    number: str
    name: str
    reason: str


@dataclass(frozen=True)
class AddAgency:
    """An agency petitions may be forwarded to. `level` None: read from the name."""

    name: str
    level: Level | None = None
    competence: str | None = None
    address: str | None = None
    phone: str | None = None


@dataclass(frozen=True)
class EditAgency:
    """What is recorded of an agency; what is None stays."""

    name: str
    new_name: str | None = None
    level: Level | None = None
    competence: str | None = None
    address: str | None = None
    phone: str | None = None
    revision: int | None = None


@dataclass(frozen=True)
class EndAgency:
    """An agency that is no more; `successor` takes over what it has not answered."""

    name: str
    day: date | None = None
    successor: str | None = None


@dataclass(frozen=True)
class SetRule:
    """A line of the deadline table: a new one, or another text of the one with this `name`.

    What is None means any kind, remote or not, however complex, without a first or last day.
    """

    name: str
    step: Step
    counted_from: Event
    days: int
    counting: Counting
    law: str
    kind: Kind | None = None
    remote: bool | None = None
    complexity: Complexity | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    revision: int | None = None


@dataclass(frozen=True)
class EndRule:
    """The last day on which a line of the deadline table is in force."""

    name: str
    valid_to: date


@dataclass(frozen=True)
class Recount:
    """Count the deadlines of all open petitions anew."""
