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


@dataclass(frozen=True)
class ReminderRow:
    """Somebody to be congratulated: `age` is reached on `day`, in the course of its year where `day` is None."""

    number: str
    name: str
    phone: str | None
    posts: str
    age: int
    day: date | None


def birthdays(people: Iterable[PersonRow], start: date, end: date) -> list[ReminderRow]:
    """Whose birthday falls on one of the days from `start` to `end`, in that order; 29/02 is kept on 28/02."""
    found = []
    for person in people:
        if person.born is None:
            continue
        for year in range(start.year, end.year + 1):
            day = _anniversary(person.born, year)
            if start <= day <= end:
                found.append(_reminder(person, year - person.born.year, day, start))
    return sorted(found, key=lambda row: (row.day, row.number))


def elders(people: Iterable[PersonRow], year: int, ages: Iterable[int], today: date) -> list[ReminderRow]:
    """Who reaches one of `ages` in `year` (mừng thọ: Luật Người cao tuổi 39/2009, điều 21), the oldest first."""
    wanted = set(ages)
    found = [
        _reminder(person, year - person.birth_year, _anniversary(person.born, year) if person.born else None, today)
        for person in people
        if person.birth_year is not None and year - person.birth_year in wanted
    ]
    return sorted(found, key=lambda row: (-row.age, row.day is None, row.day or date.max, row.number))


def _anniversary(born: date, year: int) -> date:
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 3, 1) - timedelta(days=1)


def _reminder(person: PersonRow, age: int, day: date | None, on: date) -> ReminderRow:
    posts = "; ".join(each.title for each in person.serving(on))
    return ReminderRow(person.number, person.name, person.phone, posts, age, day)
