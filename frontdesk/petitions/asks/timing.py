"""What is asked for where deadlines and agencies are concerned."""

from dataclasses import dataclass
from datetime import date

from frontdesk.petitions.rules.deadlines import Counting, Event, Step
from frontdesk.petitions.rules.words import Complexity, Kind, Level


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
