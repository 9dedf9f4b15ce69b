"""Rows of training, commendations, good models and visits, and who is to be congratulated when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from frontdesk.roster.kinds import Level
from frontdesk.roster.rules.rows import PersonRow


@dataclass(frozen=True)
class CourseRow:
    """A training course and how many took part."""

    id: int
    title: str
    since: date
    until: date | None
    organiser: str | None
    place: str | None
    note: str | None
    turns: int
    revision: int


@dataclass(frozen=True)
class TurnRow:
    """Somebody's turn in a course."""

    number: str
    name: str
    course: str
    since: date
    result: str | None


@dataclass(frozen=True)
class CommendationRow:
    """A commendation; `number` None where the recipient is no person of the roster."""

    id: int
    number: str | None
    recipient: str
    form: str
    level: Level
    merit: str | None
    decision_number: str | None
    decision_date: date


@dataclass(frozen=True)
class CopyRow:
    """A place a good model was copied to; `area` where it is one of the commune."""

    id: int
    model: str
    place: str
    area: str | None
    since: date | None
    note: str | None
    revision: int


@dataclass(frozen=True)
class ModelRow:
    """A good model and the places it was copied to."""

    id: int
    name: str
    founder: str | None
    area: str | None
    since: date | None
    until: date | None
    description: str | None
    copies: tuple[str, ...]
    revision: int


@dataclass(frozen=True)
class VisitRow:
    """A study visit, who went and which models were seen."""

    id: int
    day: date
    place: str
    purpose: str | None
    head_count: int | None
    result: str | None
    visitors: tuple[str, ...]
    models: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    """The numbers of the visitors, in the order of their names."""
    revision: int = 0


@dataclass(frozen=True)
class ReminderRow:
    """Somebody to be congratulated: `years`, of life or of service, are reached on `day`; None: within the year."""

    number: str
    name: str
    phone: str | None
    posts: str
    years: int
    day: date | None


def birthdays(people: Iterable[PersonRow], start: date, end: date, today: date) -> list[ReminderRow]:
    """Whose birthday falls on one of the days from `start` to `end`, in that order; 29/02 is kept on 28/02.

    The posts are those held `today`, wherever the days lie.
    """
    found = []
    for person in people:
        if person.born is None:
            continue
        for year in range(start.year, end.year + 1):
            day = _anniversary(person.born, year)
            if start <= day <= end:
                found.append(_reminder(person, year - person.born.year, day, today))
    return sorted(found, key=lambda row: (row.day, row.number))


def elders(people: Iterable[PersonRow], year: int, ages: Iterable[int], today: date) -> list[ReminderRow]:
    """Who reaches one of `ages` in `year` (mừng thọ: Luật Người cao tuổi 39/2009, điều 21), the oldest first."""
    wanted = set(ages)
    found = [
        _reminder(person, year - person.birth_year, _anniversary(person.born, year) if person.born else None, today)
        for person in people
        if person.birth_year is not None and year - person.birth_year in wanted
    ]
    return sorted(found, key=lambda row: (-row.years, row.day is None, row.day or date.max, row.number))


def long_service(people: Iterable[PersonRow], year: int, spans: Iterable[int], today: date) -> list[ReminderRow]:
    """Who reaches one of `spans` years of service in `year`, counted from the first post, the longest first."""
    wanted = set(spans)
    found = []
    for person in people:
        first = min((held.since for held in person.memberships if held.since is not None), default=None)
        if first is not None and year - first.year in wanted:
            found.append(_reminder(person, year - first.year, _anniversary(first, year), today))
    return sorted(found, key=lambda row: (-row.years, row.day or date.max, row.number))


def _anniversary(begin: date, year: int) -> date:
    try:
        return begin.replace(year=year)
    except ValueError:
        return date(year, 3, 1) - timedelta(days=1)


def _reminder(person: PersonRow, years: int, day: date | None, on: date) -> ReminderRow:
    posts = "; ".join(each.title for each in person.serving(on))
    return ReminderRow(person.number, person.name, person.phone, posts, years, day)
