"""A meeting and its parts as frozen rows; their fields are the keys of "A meeting as JSON" (see `shape`).

None always means "not recorded". `id` and `revision` are the row's own in the office's file, None for what was read
from elsewhere; they are no part of what the row says.
"""

import json
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, ClassVar, Final

from frontdesk.meetings.rules.counting import Base, Tally, share_of
from frontdesk.meetings.rules.kinds import Absence, Kind, Method, OutcomeKind, Reply, Shows, Status, TaskStatus
from frontdesk.meetings.rules.naming import read_names
from frontdesk.meetings.shape import COUNT, EXTRA, HIDDEN

SHARE: Final = {"check": share_of}
PLACE: Final = {**EXTRA, "least": 1}


@dataclass(frozen=True)
class PartRow:
    """What every row of a meeting has."""

    id: int | None = field(default=None, kw_only=True, compare=False, metadata=HIDDEN)
    revision: int | None = field(default=None, kw_only=True, compare=False, metadata=HIDDEN)


@dataclass(frozen=True)
class Officer:
    """Who chairs or writes the minutes; need not be a delegate."""

    name: str
    position: str | None = None


@dataclass(frozen=True)
class QuorumRule:
    """The share of those convened that must be present, "2/3"."""

    share: str | None = field(default=None, metadata=SHARE)


@dataclass(frozen=True)
class Was:
    """How another office knew this meeting."""

    number: str | None = None
    status: str | None = None
    paper_number: str | None = None
    was: "Was | None" = field(default=None, metadata=EXTRA)


@dataclass(frozen=True)
class SiteRow(PartRow):
    """A place the meeting is joined from (điểm cầu). `head_count`: people there who stand in no list."""

    SHORT: ClassVar[str] = "name"

    name: str
    head_count: int | None = field(default=None, metadata=COUNT)


@dataclass(frozen=True)
class DelegateRow(PartRow):
    """Somebody invited. `code` tells delegates of one meeting apart on QR codes; `person_id` is a row of the roster.

    `speaks` is the place in the order of those who asked to speak, from 1.
    """

    name: str
    position: str | None = None
    organisation: str | None = None
    site: str | None = None
    present: bool | None = None
    absence: Absence | None = None
    reason: str | None = None
    group: str | None = field(default=None, metadata=EXTRA)
    seat: str | None = field(default=None, metadata=EXTRA)
    reply: Reply | None = field(default=None, metadata=EXTRA)
    reply_note: str | None = field(default=None, metadata=EXTRA)
    substitute: str | None = field(default=None, metadata=EXTRA)
    arrived: datetime | None = field(default=None, metadata=EXTRA)
    speaks: int | None = field(default=None, metadata=PLACE)
    code: int | None = field(default=None, compare=False, metadata=HIDDEN)
    person_id: int | None = field(default=None, compare=False, metadata=HIDDEN)

    @property
    def post(self) -> str:
        """Position and organisation in one line, blank when neither is recorded."""
        return ", ".join(each for each in (self.position, self.organisation) if each)


@dataclass(frozen=True)
class OutcomeRow(PartRow):
    """What an item of the agenda led to."""

    kind: OutcomeKind
    text: str


@dataclass(frozen=True)
class AgendaRow(PartRow):
    """An item of the agenda. `standing`: it comes along to the next meeting of the series."""

    at: time | None = None
    minutes: int | None = field(default=None, metadata=COUNT)
    title: str = field(kw_only=True)
    presenter: str | None = None
    outcome: str | None = None
    outcomes: tuple[OutcomeRow, ...] = ()
    standing: bool | None = field(default=None, metadata=EXTRA)
    shows: Shows | None = field(default=None, metadata=EXTRA)


@dataclass(frozen=True)
class ItemPartRow(PartRow):
    """What may belong to an item of the agenda. `item` is the item's place there, from 1; None: no item of its own."""

    item: int | None = field(default=None, kw_only=True, metadata=PLACE)


@dataclass(frozen=True)
class PaperRow(ItemPartRow):
    """A paper read (tham luận)."""

    speaker: str | None = None
    title: str = field(kw_only=True)
    summary: str | None = None


@dataclass(frozen=True)
class OpinionRow(ItemPartRow):
    """What somebody said. `petition`: it is passed on as a petition."""

    speaker: str | None = None
    organisation: str | None = None
    text: str = field(kw_only=True)
    petition: bool | None = None
    answered_by: str | None = None
    answer: str | None = None


@dataclass(frozen=True)
class VoteRow(ItemPartRow):
    """A vote. `majority` "1/2" of `base` must be exceeded; `names` is JSON as it was given, see `naming`."""

    question: str
    in_favour: int | None = field(default=None, metadata={**COUNT, "key": "for"})
    against: int | None = field(default=None, metadata=COUNT)
    abstain: int | None = field(default=None, metadata=COUNT)
    spoiled: int | None = field(default=None, metadata=COUNT)
    method: Method | None = None
    majority: str | None = field(default=None, metadata=SHARE)
    base: Base | None = None
    names: str | None = field(default=None, metadata={"read": read_names, "write": json.loads})

    @property
    def tally(self) -> Tally:
        """The counted votes."""
        return Tally(self.in_favour, self.against, self.abstain, self.spoiled)


@dataclass(frozen=True)
class TaskRow(PartRow):
    """What was given to somebody to do. `moved_to`: the later day agreed after the meeting."""

    what: str
    assignee: str | None = None
    due: date | None = None
    status: TaskStatus = TaskStatus.OPEN
    moved_to: date | None = field(default=None, metadata=EXTRA)
    result: str | None = field(default=None, metadata=EXTRA)
    document: str | None = field(default=None, metadata=EXTRA)
    finished: date | None = field(default=None, metadata=EXTRA)

    @property
    def due_now(self) -> date | None:
        """The day it is due today."""
        return self.moved_to or self.due


@dataclass(frozen=True)
class TeamRow(PartRow):
    """A member of a supervision or criticism team."""

    name: str
    position: str | None = None
    role: str | None = None


@dataclass(frozen=True)
class VisitRow(PartRow):
    """A working visit of a supervision team."""

    day: date | None = None
    place: str = field(kw_only=True)
    findings: str | None = None


@dataclass(frozen=True)
class RecommendationRow(PartRow):
    """What was recommended after supervision or criticism; open until `answered`."""

    text: str
    addressee: str | None = None
    due: date | None = None
    answered: date | None = None
    answer: str | None = None
    document: str | None = None


@dataclass(frozen=True)
class PublicationRow(PartRow):
    """Where and when the news of a meeting was published."""

    channel: str
    day: date
    address: str | None = None


@dataclass(frozen=True)
class MeetingRow(PartRow):
    """A meeting whole."""

    number: str | None = None
    status: str | None = None
    paper_number: str | None = None
    was: Was | None = None
    kind: Kind = field(kw_only=True)
    series: str | None = None
    title: str = field(kw_only=True)
    starts: datetime = field(kw_only=True)
    ends: datetime | None = None
    place: str | None = None
    sites: tuple[SiteRow, ...] = ()
    chair: Officer | None = None
    secretary: Officer | None = None
    convened: int | None = field(default=None, metadata=COUNT)
    quorum: QuorumRule | None = None
    delegates: tuple[DelegateRow, ...] = ()
    agenda: tuple[AgendaRow, ...] = ()
    papers: tuple[PaperRow, ...] = ()
    opinions: tuple[OpinionRow, ...] = ()
    votes: tuple[VoteRow, ...] = ()
    conclusion: tuple[str, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    invitation_note: str | None = None
    invited: date | None = None
    subject: str | None = None
    plan: str | None = None
    team: tuple[TeamRow, ...] = ()
    visits: tuple[VisitRow, ...] = ()
    recommendations: tuple[RecommendationRow, ...] = ()
    news_title: str | None = None
    news_text: str | None = None
    publications: tuple[PublicationRow, ...] = ()
    withdrawn_because: str | None = None

    @property
    def present(self) -> int | None:
        """Delegates marked present and the head counts of sites; None when neither was recorded."""
        counts = [site.head_count for site in self.sites if site.head_count is not None]
        marks = [delegate.present for delegate in self.delegates if delegate.present is not None]
        return sum(counts) + sum(marks) if counts or marks else None

    @property
    def quorum_share(self) -> str | None:
        """The share of the quorum, None when no rule is recorded."""
        return self.quorum.share if self.quorum is not None else None

    @property
    def final(self) -> bool:
        """Whether the minutes are finalised."""
        return self.status == Status.FINAL


def json_or_none(value: Any) -> str | None:
    """`value` as compact JSON for a column, None for None."""
    return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
