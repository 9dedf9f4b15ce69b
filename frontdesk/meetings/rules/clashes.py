"""Who or what room is wanted in two places at once: a warning when a meeting is planned."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from frontdesk.meetings.rules.rows import MeetingRow
from frontdesk.vietnamese import fold

UNPLANNED: Final = timedelta(hours=2)
"""How long a meeting is taken to last when neither its end nor its agenda is planned."""


class ClashKind(StrEnum):
    """What is wanted twice."""

    PLACE = "place"
    PERSON = "person"


@dataclass(frozen=True)
class Clash:
    """`what` (a place or a name) is also wanted by the meeting `number`."""

    kind: ClashKind
    what: str
    number: str
    title: str
    starts: datetime


def span(row: MeetingRow) -> tuple[datetime, datetime]:
    """When a meeting is held: to its end, else as long as its agenda, else two hours."""
    if row.ends is not None and row.ends > row.starts:
        return row.starts, row.ends
    planned = timedelta(minutes=sum(item.minutes or 0 for item in row.agenda))
    return row.starts, row.starts + (planned or UNPLANNED)


def clashes(row: MeetingRow, others: Iterable[MeetingRow]) -> tuple[Clash, ...]:
    """What `row` and the other meetings want at the same time, in the order of the others."""
    begins, ends = span(row)
    people = _people(row)
    found = []
    for other in others:
        other_begins, other_ends = span(other)
        if other.number == row.number or other_begins >= ends or other_ends <= begins:
            continue
        same = [(ClashKind.PLACE, row.place)] if row.place and fold(row.place) == fold(other.place or "") else []
        twice = [(ClashKind.PERSON, people[key]) for key in people.keys() & _people(other).keys()]
        found += [
            Clash(kind, what, other.number or "", other.title, other.starts) for kind, what in same + sorted(twice)
        ]
    return tuple(found)


def _people(row: MeetingRow) -> dict[object, str]:
    """Names by what tells people apart: the roster's row, else name and organisation."""
    found: dict[object, str] = {}
    for officer in (row.chair, row.secretary):
        if officer is not None:
            found[fold(officer.name), ""] = officer.name
    for delegate in row.delegates:
        if delegate.person_id is not None:
            found[delegate.person_id] = delegate.name
        else:
            found[fold(delegate.name), fold(delegate.organisation or "")] = delegate.name
    return found
