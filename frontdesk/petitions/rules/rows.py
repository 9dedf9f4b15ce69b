"""The rows the petition desk hands out, frozen."""

from dataclasses import dataclass
from datetime import date, datetime

from frontdesk.petitions.rules.words import Channel, Complexity, Contact, Ending, Kind, Level, Route, Status


@dataclass(frozen=True)
class AgencyRow:
    """Who can settle what: `competence` says for what matters one turns to it. `until` None: still there."""

    id: int
    name: str
    level: Level
    competence: str | None
    address: str | None
    phone: str | None
    until: date | None
    revision: int


@dataclass(frozen=True)
class ListedRow:
    """What a list shows of a petition.

    `sender` None: a secret denouncer, or nobody gave a name. `due` is the day the present step must be done by; when
    the case is settled, the day it was to be. `settled` is the day nothing was owed any more. `pauses` are spans of
    waiting for the sender, the last one perhaps without an end.
    """

    id: int
    number: str
    book_number: str | None
    received: date
    channel: Channel
    kind: Kind
    field: str | None
    area: str | None
    sender: str | None
    people: int
    summary: str
    status: Status
    forwarded_to: str | None
    due: date | None
    settled: date | None
    urged: int
    pauses: tuple[tuple[date, date | None], ...]
    result: str | None

    @property
    def secret(self) -> bool:
        """Whether who sent it is kept secret (Luật Tố cáo 2018 Điều 9, 47, 56)."""
        return self.kind is Kind.DENUNCIATION

    @property
    def code(self) -> str | None:
        """What stands in the place of a denouncer's name: "TC-2026-0001"; None when nobody is hidden."""
        return secrecy_code(self.number) if self.secret else None

    @property
    def paused(self) -> bool:
        """Whether the clock stands still, waiting for the sender."""
        return bool(self.pauses) and self.pauses[-1][1] is None

    def overdue(self, today: date) -> bool:
        """Whether somebody is late today; derived, never kept."""
        return self.settled is None and self.due is not None and self.due < today


@dataclass(frozen=True)
class PetitionRow(ListedRow):
    """A petition as it stands now, whole.

    `due_why` explains `due`. `opened` is the day deadlines count from: received, or reopened. `lacks` names the
    conditions it does not meet, None: not checked. `notices` are sentences to show after the deed that gave this row.
    """

    revision: int
    opened: date
    area_id: int | None
    sender_address: str | None
    sender_phone: str | None
    sender_identity: str | None
    representatives: str | None
    place: str | None
    against: str | None
    papers_received: str | None
    paper_place: str | None
    received_by: str | None
    settled_before: str | None
    meeting: str | None
    remark: str | None
    lacks: tuple[str, ...] | None
    remote: bool
    complexity: Complexity
    again: bool
    route: Route | None
    upward: bool
    agency_id: int | None
    forwarded: date | None
    forward_document: str | None
    accepted: date | None
    decided: date | None
    urged_on: date | None
    answered: date | None
    answer_document: str | None
    told: date | None
    told_how: Contact | None
    satisfied: bool | None
    satisfaction: str | None
    asked_on: date | None
    asked_how: Contact | None
    closed: date | None
    closed_as: Ending | None
    reason: str | None
    duplicate_of_id: int | None
    due_why: str | None
    due_step: str | None
    due_own: bool
    extended_to: date | None
    notices: tuple[str, ...] = ()


def secrecy_code(number: str) -> str:
    """The code of the denouncer of a petition: its number under another name, so that nothing can be inferred."""
    return f"TC-{number.partition('-')[2]}"


@dataclass(frozen=True)
class HistoryRow:
    """One thing that happened to a petition.

    `verb` is the deed, or "link" or "attachment"; `day` when it happened, `at` and `user` when and by whom it was
    recorded (None for what an old register told). `other` is the number of what it is linked with.
    """

    day: date
    verb: str
    text: str
    at: datetime | None = None
    user: str | None = None
    document: str | None = None
    other: str | None = None


@dataclass(frozen=True)
class ImportRow:
    """A register that was read in, and how many petitions it brought and changed; `undone` None: it stands."""

    id: int
    file: str
    act: int
    at: datetime
    user: str
    added: int
    updated: int
    undone: datetime | None


@dataclass(frozen=True)
class Moved:
    """A deadline that a changed rule or holiday moved: from, to, and the sentence that now explains it."""

    number: str
    before: date | None
    after: date | None
    why: str
