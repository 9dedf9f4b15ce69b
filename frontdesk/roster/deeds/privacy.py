"""Deeds that guard what is known of people."""

from dataclasses import dataclass, field
from typing import Final

from frontdesk.messages import mark
from frontdesk.store import ADMINISTRATORS, CLERKS, Deed


@dataclass(frozen=True)
class ShowSensitive:
    """See the masked columns of these people; none named: of everybody. `why` goes into the journal."""

    why: str = field(default="", metadata={"help": mark("why they are needed; it goes into the journal")})
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True)
class BlankPerson:
    """Wipe what is known of somebody, the journal's past included; number and posts stay, without a name."""

    number: str
    reason: str
    revision: int | None = None


SHOW_SENSITIVE: Final = Deed("roster.show_sensitive", CLERKS, mark("show sensitive columns"), ShowSensitive)
BLANK_PERSON: Final = Deed("roster.blank_person", CLERKS | ADMINISTRATORS, mark("blank a person"), BlankPerson)

DEEDS: Final = (SHOW_SENSITIVE, BLANK_PERSON)
