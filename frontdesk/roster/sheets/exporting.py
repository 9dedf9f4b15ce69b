"""People and their posts as a sheet that `import roster` takes back unchanged."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from frontdesk.paper import Align, Column, Paper, Row, Table
from frontdesk.roster.kinds import Sex
from frontdesk.roster.rules.rows import MembershipRow, PersonRow
from frontdesk.roster.sheets.fields import FIELDS, MASK, UNKNOWN

_SEX_WORDS: Final = {Sex.MALE: "Nam", Sex.FEMALE: "Nữ"}
_Value = str | date | None


@dataclass(frozen=True)
class _Out:
    """A column: the field it is read back as, and what stands in it."""

    field: str
    width_mm: float
    value: Callable[[PersonRow, MembershipRow | None], _Value]


def _person(field: str, width_mm: float) -> _Out:
    return _Out(field, width_mm, lambda person, _held: getattr(person, field))


def _held(field: str, width_mm: float) -> _Out:
    return _Out(field, width_mm, lambda _person, held: None if held is None else getattr(held, field))


def _masked(field: str, width_mm: float) -> _Out:
    return _Out(field, width_mm, lambda person, _held: MASK if person.masked else getattr(person, field))


def _phones(person: PersonRow, _held: MembershipRow | None) -> str | None:
    return ", ".join(filter(None, (person.phone, person.other_phones))) or None


def _born(person: PersonRow, _held: MembershipRow | None) -> _Value:
    return person.born or (str(person.birth_year) if person.birth_year else None)


def _party(person: PersonRow, _held: MembershipRow | None) -> str | None:
    if person.masked:
        return MASK
    return UNKNOWN if person.party is None else ("x" if person.party else "Không")


_COLUMNS: Final = (
    _person("number", 22),
    _person("name", 45),
    _Out("sex", 14, lambda person, _held: _SEX_WORDS[person.sex] if person.sex else None),
    _Out("born", 24, _born),
    _masked("ethnicity", 20),
    _masked("religion", 20),
    _Out("party", 18, _party),
    _masked("party_since", 24),
    _person("education", 20),
    _person("profession", 30),
    _person("political_theory", 24),
    _person("occupation", 30),
    _person("workplace", 40),
    _held("post", 40),
    _held("body", 55),
    _held("area", 30),
    _Out("phone", 26, _phones),
    _person("address", 45),
    _held("since", 24),
    _held("until", 24),
    _held("decision_number", 30),
    _held("decision_date", 24),
    _person("note", 40),
)


def export_paper(people: Iterable[PersonRow], author: str) -> Paper:
    """One table, a row a post; somebody without a post has a row of their own."""
    headers = {spec.name: spec.header for spec in FIELDS}
    rows = [
        Row(tuple(column.value(person, held) for column in _COLUMNS))
        for person in people
        for held in (person.memberships or (None,))
    ]
    columns = tuple(Column(headers[column.field], column.width_mm, align=Align.LEFT) for column in _COLUMNS)
    return Paper("Danh sách trích ngang", author, (Table(columns, tuple(rows)),))
