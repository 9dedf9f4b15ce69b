"""Reading meetings in from JSON and giving them out as lists."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.meetings.assembling import insert, load
from frontdesk.meetings.deeds.records import IMPORT
from frontdesk.meetings.exchange import read_meetings, write_meeting
from frontdesk.meetings.model import (
    AgendaItem,
    Conclusion,
    Delegate,
    Meeting,
    Opinion,
    Outcome,
    PaperRead,
    Part,
    Recommendation,
    Task,
    Visit,
    Vote,
)
from frontdesk.meetings.rules.kinds import Kind, Status
from frontdesk.meetings.rules.rows import MeetingRow
from frontdesk.meetings.rules.warnings import warnings
from frontdesk.meetings.service.base import Head
from frontdesk.meetings.service.passing_on import PassingOn
from frontdesk.messages import _
from frontdesk.office import ListAsk
from frontdesk.store import matching, tuples

NUMBERS: Final = "HN"
_SEARCHED: Final[tuple[type[Part], ...]] = (
    Delegate, AgendaItem, Outcome, PaperRead, Opinion, Vote, Conclusion, Visit,
)  # fmt: skip
_TOPICS: Final[dict[str, tuple[type[Part], ...]]] = {
    "meetings": _SEARCHED,
    "tasks": (Task,),
    "recommendations": (Recommendation,),
}
_BATCH: Final = 500
_GIVEN_HERE: Final = frozenset(("number", "status", "paper_number", "was"))


class Exchanging(PassingOn):
    """Meetings in and out as JSON."""

    def import_json(self, text: str, *, dry_run: bool = False) -> tuple[str, ...]:
        """Take the meetings of a JSON text, all or none, and return their numbers in the text's order.

        A meeting already here (same start and title) keeps its number and is not touched. `dry_run` writes
        nothing and returns the numbers of those already here. RuleBroken names the key that does not fit.
        """
        rows = read_meetings(text)
        if dry_run:
            self._store.demand(IMPORT)
            known = _Known(rows)
            return tuple(number for row in rows if (number := known.number_of(row)) is not None)
        with self._store.change(IMPORT) as change:
            known = _Known(rows)
            numbers = []
            for row in rows:
                number = known.number_of(row)
                if number is None:
                    number = change.number(Meeting, NUMBERS, row.starts.year)
                    meeting_id = insert(change, replace(row, number=number, status=Status.DRAFT))
                    self._pass_on_all(change, Head(meeting_id, number, Status.DRAFT, row.starts))
                    known.learn(row, number)
                numbers.append(number)
        return tuple(numbers)

    def remarks(self, text: str) -> tuple[str, ...]:
        """What whoever reads a JSON text in should know: meetings kept here with other contents, odd figures."""
        rows = read_meetings(text)
        known = _Known(rows)
        found: list[str] = []
        for row in rows:
            number = known.number_of(row)
            if number is not None and _contents(self.meeting(number)) != _contents(row):
                message = _(
                    "{number} is kept here with other contents and stays as it is. Correct it where it is kept."
                )
                found.append(message.format(number=number))
            found += [f"{number or row.title}: {warning}" for warning in warnings(row)]
        return tuple(found)

    def warnings(self, number: str) -> tuple[str, ...]:
        """What does not add up in a meeting's record."""
        return warnings(self.meeting(number))

    def listing(self, ask: ListAsk) -> list[dict[str, Any]]:
        """The meetings as JSON objects that `import_json` takes, by start."""
        return [write_meeting(row) for row in self._listed(ask)]

    def latest(self) -> str | None:
        """The number of the meeting held last, None when none was held yet."""
        held = Meeting.select(Meeting.number).where(
            Meeting.status != Status.WITHDRAWN, Meeting.starts <= self._store.clock.now()
        )
        newest = held.order_by(Meeting.starts.desc(), Meeting.id.desc()).limit(1)
        return next((number for (number,) in tuples(newest)), None)

    def _listed(self, ask: ListAsk) -> Iterator[MeetingRow]:
        query = narrowed(Meeting.select(Meeting.id), ask).order_by(Meeting.starts, Meeting.id)
        ids = [row_id for (row_id,) in tuples(query)]
        for first in range(0, len(ids), _BATCH):
            yield from load(ids[first : first + _BATCH])


def narrowed(query: Any, ask: ListAsk) -> Any:
    """A query over meetings, narrowed as asked."""
    chosen = conditions(ask)
    return query.where(*chosen) if chosen else query


def conditions(ask: ListAsk) -> list[Any]:
    """The conditions a list of meetings is narrowed by; `status` takes a status or a kind."""
    found: list[Any] = []
    if ask.since is not None:
        found.append(Meeting.starts >= datetime.combine(ask.since, time.min))
    if ask.until is not None:
        found.append(Meeting.starts < datetime.combine(ask.until + timedelta(1), time.min))
    if ask.status is not None:
        if ask.status in set(Status):
            found.append(Meeting.status == ask.status)
        elif ask.status in set(Kind):
            found.append(Meeting.kind == ask.status)
        else:
            known = ", ".join((*Status, *Kind))
            message = _("There is no status “{status}”. There are: {known}.").format(status=ask.status, known=known)
            raise RuleBroken("meetings.list.status", message, "status")
    if ask.search is not None and (condition := said_anywhere(ask.search)) is not None:
        found.append(condition)
    return found


def said_anywhere(text: str) -> Any | None:
    """The condition that a meeting or anything recorded in it has these words; None when nothing was typed."""
    condition = None
    for topic, models in _TOPICS.items():
        ids = matching(text, topic)
        if ids is None:
            return None
        if condition is None:
            condition = Meeting.id.in_(ids)
        for model in models:
            condition |= Meeting.id.in_(model.select(model.meeting_id).where(model.id.in_(ids), ~model.ended))
    return condition


def _contents(row: MeetingRow) -> dict[str, Any]:
    """What was recorded, without what an office gives."""
    return {key: value for key, value in write_meeting(row).items() if key not in _GIVEN_HERE}


class _Known:
    """Which meetings are here already, by start and title; a number decides between two of them."""

    def __init__(self, rows: Sequence[MeetingRow]) -> None:
        self._by_key: defaultdict[tuple[datetime, str], list[_Alias]] = defaultdict(list)
        if not rows:
            return
        starts = [row.starts for row in rows]
        query = Meeting.select(Meeting.starts, Meeting.title, Meeting.number, Meeting.was)
        for begins, title, number, was in tuples(query.where(Meeting.starts.between(min(starts), max(starts)))):
            self._by_key[begins, title].append(_Alias(number, json.loads(was).get("number") if was else None))

    def number_of(self, row: MeetingRow) -> str | None:
        """The number here of the meeting read, None when it is new."""
        alike = self._by_key[row.starts, row.title]
        given = row.was.number if row.was is not None else None
        if given is None:
            return alike[0].here if alike else None
        named = [alias.here for alias in alike if given in (alias.here, alias.there)]
        return next(iter(named or [alias.here for alias in alike if alias.there is None]), None)

    def learn(self, row: MeetingRow, number: str) -> None:
        """Take note of a meeting just written."""
        self._by_key[row.starts, row.title].append(_Alias(number, row.was.number if row.was is not None else None))


@dataclass(frozen=True)
class _Alias:
    """A meeting's number here, and in the office it came from."""

    here: str
    there: str | None
