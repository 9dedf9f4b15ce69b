"""What windows ask besides: the place of a row, one person's whole card, areas and bodies ever, a sheet's headers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from peewee import fn

from frontdesk.office import AreaKind, AreaRow
from frontdesk.office.model import Area, stood
from frontdesk.roster.model import Body, Commendation, Membership, Person, Term, Turn
from frontdesk.roster.rules.merits import CommendationRow, TurnRow, VisitRow
from frontdesk.roster.rules.rows import BodyRow, PersonRow
from frontdesk.roster.service.base import AreaBook, body_row
from frontdesk.roster.service.lists import Lists
from frontdesk.roster.service.rowmaking import in_force
from frontdesk.roster.sheets.fields import FIELDS
from frontdesk.roster.sheets.pasting import pasted
from frontdesk.sheet import Recognised, read, recognise
from frontdesk.store import Entry, entities, history_of, links_of, tuples


@dataclass(frozen=True)
class Card:
    """All that a person's card shows; masked. `history` is the journal of the entry and its posts, newest first."""

    person: PersonRow
    photo: bytes | None
    turns: tuple[TurnRow, ...]
    commendations: tuple[CommendationRow, ...]
    visits: tuple[VisitRow, ...]
    history: tuple[Entry, ...]
    joined_into: str | None
    """The number of the entry this one was joined with."""


@dataclass(frozen=True)
class AreaLine:
    """An area, running or ended, with what it became and who serves in it today."""

    id: int
    area: AreaRow
    became: str | None
    people: int


@dataclass(frozen=True)
class BodyLine:
    """A body, running or ended, with its running term and its members of today."""

    id: int
    body: BodyRow
    term: str | None
    people: int


class Windows(Lists):
    """Reads that only windows need; masked like all reads."""

    def card(self, number: str) -> Card:
        """One person's whole card."""
        person_id = self.person_id(number)
        person = self.person_by_id(person_id)
        posts = tuples(Membership.select(Membership.id).where(Membership.person == person_id))
        entries = [entry for row_id in (person_id, *(row[0] for row in list(posts))) for entry in history_of(row_id)]
        into = next(tuples(Person.select(Person.joined_into).where(Person.id == person_id)))[0]
        went = {link.other.id for link in links_of(person_id, "visitor")}
        return Card(
            person,
            self.photo(number),
            tuple(self._turns(Turn.person == person_id)),
            tuple(self._commendations(Commendation.person == person_id)),
            tuple(visit for visit in self.visits() if visit.id in went) if went else (),
            tuple(sorted(entries, key=lambda entry: entry.seq, reverse=True)),
            entities([into])[into].number if into is not None else None,
        )

    def area_lines(self) -> list[AreaLine]:
        """Every area there ever was, the running ones first, in the order people list them."""
        names = dict(tuples(Area.select(Area.id, Area.name)))
        book, counted = AreaBook(), self._counted(Membership.area, self.today)
        people: dict[int, int] = {}
        for area_id, count in counted.items():
            now = book.on(area_id)
            people[now] = people.get(now, 0) + count
        columns = (Area.id, Area.name, Area.kind, Area.households, Area.since, Area.until, Area.merged_into)
        query = Area.select(*columns, Area.revision).where(stood(Area))
        query = query.order_by(Area.until.is_null(False), Area.sort_key, Area.id)
        return [
            AreaLine(
                row[0],
                AreaRow(row[0], row[1], AreaKind(row[2]), *row[3:]),
                names.get(row[6]),
                people.get(row[0], 0),
            )
            for row in tuples(query)
        ]

    def body_lines(self) -> list[BodyLine]:
        """Every body there ever was, in the order of protocol and areas, the running ones first."""
        book, counted = AreaBook(), self._counted(Membership.body, self.today)
        running = Term.select(Term.body, Term.name).where(
            Term.since <= self.today, Term.until.is_null() | (Term.until >= self.today)
        )
        terms: dict[int, str] = dict(tuples(running))
        rows = [(row.sort_key, body_row(row, book, self.today)) for row in Body.select().where(stood(Body))]
        places = {kind: place for place, kind in enumerate(type(rows[0][1].kind))} if rows else {}
        rows.sort(key=lambda row: (not row[1].in_force(self.today), places[row[1].kind], row[0], row[1].id))
        return [BodyLine(row.id, row, terms.get(row.id), counted.get(row.id, 0)) for _key, row in rows]

    def recognise_sheet(self, path: Path, overrides: Mapping[str, str] | None = None) -> Recognised:
        """The headers of a roster sheet and what they mean, so that somebody can say otherwise; reads only."""
        return recognise(read(path), FIELDS, overrides)

    def recognise_pasted(self, text: str, overrides: Mapping[str, str] | None = None) -> Recognised:
        """The same for rows copied out of a spreadsheet."""
        return recognise(pasted(text), FIELDS, overrides)

    def _counted(self, column: object, day: date) -> dict[int, int]:
        """How many people hold a post on a day, by area or body."""
        query = (
            Membership.select(column, fn.COUNT(fn.DISTINCT(Membership.person)))
            .join_from(Membership, Person)
            .where(Membership.withdrawn.is_null(), Person.withdrawn.is_null(), *in_force(day))
            .group_by(column)
        )
        return {row_id: count for row_id, count in tuples(query) if row_id is not None}
