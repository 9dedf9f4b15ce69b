"""What is asked for when a petition comes in."""

from dataclasses import dataclass
from datetime import date

from frontdesk.messages import mark
from frontdesk.petitions.asks.keys import described
from frontdesk.petitions.rules.words import Channel, Kind


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
    against: str | None = described(mark("whose decision is complained of, or who is denounced"))
    papers_received: str | None = None
    paper_place: str | None = described(mark("where the paper itself lies"))
    received_by: str | None = None
    settled_before: str | None = described(mark("who has dealt with it already"))
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
class Attach:
    """A scan or another file. Of a denunciation only one whose name, address and handwriting were taken out."""

    number: str
    path: str
    name: str | None = None
    identity_removed: bool = False


@dataclass(frozen=True)
class ShowSensitive:
    """Show the identity paper of a sender; that it was shown goes into the journal."""

    number: str


@dataclass(frozen=True)
class UndoImport:
    """Take back a whole register: `file` names it, None is the last one read in."""

    file: str | None = None


@dataclass(frozen=True)
class Detach:
    """Take a file off a petition; it stays in the journal."""

    number: str
    name: str
    reason: str
