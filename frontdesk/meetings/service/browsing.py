"""The meetings as a window lists them: a page at a time, narrowed and sorted where they are kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from frontdesk.meetings.model import Delegate, Meeting
from frontdesk.meetings.rules.kinds import Kind, Status
from frontdesk.meetings.service.exchanging import said_anywhere
from frontdesk.meetings.service.printing import Printing
from frontdesk.store import tuples
from frontdesk.vietnamese import short_date


class MeetingSort(StrEnum):
    """By what a page of meetings is ordered."""

    STARTS = "starts"
    NUMBER = "number"
    KIND = "kind"
    TITLE = "title"


@dataclass(frozen=True)
class MeetingFilter:
    """Which meetings are listed; None lets all through. `search` looks into everything recorded in a meeting."""

    search: str | None = None
    kind: Kind | None = None
    status: Status | None = None
    year: int | None = None
    series: str | None = None


@dataclass(frozen=True)
class MeetingLine:
    """A meeting in a list."""

    id: int
    number: str
    kind: Kind
    status: Status
    series: str | None
    title: str
    starts: datetime
    place: str | None
    paper_number: str | None


class Browsing(Printing):
    """Lists for windows."""

    def invitations_of(self, person_id: int) -> list[str]:
        """The meetings somebody of the roster was invited to, the newest first, as that person's own paper tells."""
        query = (
            Delegate.select(Meeting.number, Meeting.starts, Meeting.title, Delegate.present)
            .join_from(Delegate, Meeting)
            .where(Delegate.person_id == person_id, Delegate.ended == 0)
            .order_by(Meeting.starts.desc(), Meeting.id.desc())
        )
        words = {True: "có mặt", False: "vắng mặt", None: "được mời"}
        return [
            f"{number}, ngày {short_date(starts.date())}: {title} ({words[present]})"
            for number, starts, title, present in tuples(query)
        ]

    def page(
        self,
        wanted: MeetingFilter | None = None,
        sort: MeetingSort = MeetingSort.STARTS,
        offset: int = 0,
        limit: int = 100,
        *,
        descending: bool = True,
    ) -> list[MeetingLine]:
        """A page of meetings, the newest first unless asked otherwise."""
        query = _narrowed(
            Meeting.select(
                Meeting.id, Meeting.number, Meeting.kind, Meeting.status, Meeting.series, Meeting.title,
                Meeting.starts, Meeting.place, Meeting.paper_number,
            ),
            wanted,
        )  # fmt: skip
        found = query.order_by(*_order(sort, descending)).offset(offset).limit(limit)
        return [
            MeetingLine(row_id, number, Kind(kind), Status(status), *rest)
            for row_id, number, kind, status, *rest in tuples(found)
        ]

    def count(self, wanted: MeetingFilter | None = None) -> int:
        """How many meetings a filter lets through."""
        return int(_narrowed(Meeting.select(Meeting.id), wanted).count())

    def place(
        self,
        row_id: int,
        wanted: MeetingFilter | None = None,
        sort: MeetingSort = MeetingSort.STARTS,
        *,
        descending: bool = True,
    ) -> int | None:
        """Where the meeting of that id stands in such a list, from 0; None when the filter leaves it out."""
        query = _narrowed(Meeting.select(Meeting.id), wanted).order_by(*_order(sort, descending))
        return next((at for at, (each,) in enumerate(tuples(query)) if each == row_id), None)

    def number_of(self, row_id: int) -> str:
        """The number of the meeting with this id."""
        number: str = next(tuples(Meeting.select(Meeting.number).where(Meeting.id == row_id)))[0]
        return number

    def years(self) -> Sequence[int]:
        """The years meetings were held in, the newest first."""
        first = next(tuples(Meeting.select(Meeting.starts).order_by(Meeting.starts).limit(1)), None)
        last = next(tuples(Meeting.select(Meeting.starts).order_by(Meeting.starts.desc()).limit(1)), None)
        return () if first is None or last is None else range(last[0].year, first[0].year - 1, -1)

    def series(self) -> dict[str, str]:
        """The series of meetings that stand, with the number of the last meeting of each, the newest first."""
        query = Meeting.select(Meeting.series, Meeting.series_key, Meeting.number).where(
            Meeting.series_key.is_null(False), Meeting.status != Status.WITHDRAWN
        )
        found: dict[str, tuple[str, str]] = {}
        for name, key, number in tuples(query.order_by(Meeting.starts.desc(), Meeting.id.desc())):
            found.setdefault(key, (name, number))
        return dict(found.values())


def _narrowed(query: Any, wanted: MeetingFilter | None) -> Any:
    if wanted is None:
        return query
    if wanted.kind is not None:
        query = query.where(Meeting.kind == wanted.kind)
    if wanted.status is not None:
        query = query.where(Meeting.status == wanted.status)
    if wanted.series is not None:
        query = query.where(Meeting.series == wanted.series)
    if wanted.year is not None:
        query = query.where(
            Meeting.starts >= datetime(wanted.year, 1, 1), Meeting.starts < datetime(wanted.year + 1, 1, 1)
        )
    condition = said_anywhere(wanted.search) if wanted.search else None
    return query if condition is None else query.where(condition)


def _order(sort: MeetingSort, descending: bool) -> tuple[Any, Any]:
    columns = (getattr(Meeting, sort.value), Meeting.id)
    first, second = (column.desc() if descending else column.asc() for column in columns)
    return first, second
