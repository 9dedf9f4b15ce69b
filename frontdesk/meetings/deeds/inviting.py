"""Who is invited, in which order they stand, sit and speak, and what they answer."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from frontdesk.meetings.deeds.entries import deed, entry
from frontdesk.meetings.rules.kinds import Reply
from frontdesk.messages import mark
from frontdesk.roster import BodyKind


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
    """What a delegate has answered to the invitation; no `reply`: none is recorded any more."""

    number: str
    which: int = entry()
    reply: Reply | None = None
    note: str | None = None
    substitute: str | None = None


@dataclass(frozen=True)
class Sent:
    """The day the invitations were sent; no `day`: none is recorded any more."""

    number: str
    day: date | None = None


@dataclass(frozen=True)
class OrderDelegates:
    """Put the list of delegates into the order of protocol, or into an order of one's own.

    `order` names every delegate by the place held now, in the order wanted; none: the order of protocol.
    """

    number: str
    order: tuple[int, ...] = ()


@dataclass(frozen=True)
class SeatDelegates:
    """Give every delegate a seat in the order of the list: A1, A2, … and after `in_row` seats B1."""

    number: str
    in_row: int


@dataclass(frozen=True)
class AskToSpeak:
    """Put a delegate into the order of speaking at `place`, None: last; 0 takes the delegate out of it."""

    number: str
    which: int = entry()
    place: int | None = None


INVITE_GROUP: Final = deed("invite_group", mark("invite a group of the roster"), InviteGroup)
NOTE_REPLY: Final = deed("note_reply", mark("note a reply"), NoteReply)
SENT: Final = deed("sent", mark("note when invitations were sent"), Sent)
ORDER_DELEGATES: Final = deed(
    "order_delegates", mark("put delegates into the order of protocol"), OrderDelegates, "order_delegates"
)
SEAT_DELEGATES: Final = deed("seat_delegates", mark("give every delegate a seat"), SeatDelegates)
ASK_TO_SPEAK: Final = deed("ask_to_speak", mark("put somebody into the order of speaking"), AskToSpeak)

DEEDS: Final = (INVITE_GROUP, NOTE_REPLY, SENT, ORDER_DELEGATES, SEAT_DELEGATES, ASK_TO_SPEAK)
