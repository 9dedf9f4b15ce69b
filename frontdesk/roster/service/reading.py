"""Reading the roster: one person, pages of people, and who sits where on a day."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final

from peewee import SQL, fn

from frontdesk.office import ListAsk
from frontdesk.roster.deeds.privacy import SHOW_SENSITIVE
from frontdesk.roster.kinds import BodyKind
from frontdesk.roster.model import Body, Membership, Person
from frontdesk.roster.rules.protocol import member_order
from frontdesk.roster.rules.rows import MemberRow, MembershipRow, PersonRow
from frontdesk.roster.service.base import AreaBook, Base
from frontdesk.roster.service.ordering import RANKED, Orders, Place, Placed, placed
from frontdesk.roster.service.rowmaking import PERSON_COLUMNS, in_force, membership_row, memberships, person_row
from frontdesk.roster.service.wanted import PeopleFilter, PeopleSort, Status, filter_of
from frontdesk.store import among, matching, plain_tuples, tuples

_NUMBER: Final = re.compile(r"\s*(?:ng\s*-?\s*)?(\d{1,6})\s*", re.IGNORECASE)
_GROUPED_DIGITS: Final = re.compile(r"(?<=\d)[ .\-]+(?=\d)")
_SUGGESTED_FROM: Final = 200
_RARE: Final = 1_000
_FEW: Final = 5_000
"""Of fewer people than this the posts are looked up one by one, of more all posts are read."""


class Reading(Base):
    """What windows, other slices and papers read; sensitive columns are masked throughout."""

    def person(self, number: str) -> PersonRow:
        """The person with this number, masked, with every post ever held."""
        return self._people([self.person_id(number)], masked=True)[0]

    def person_by_id(self, person_id: int) -> PersonRow:
        """The same by id, for links."""
        return self._people([person_id], masked=True)[0]

    def numbers(self, ids: Sequence[int]) -> tuple[str, ...]:
        """The numbers of the people with these ids, in their order."""
        found: dict[int, str] = dict(tuples(Person.select(Person.id, Person.number).where(Person.id.in_(among(ids)))))
        return tuple(found[each] for each in ids if each in found)

    def find_people(self, text: str, limit: int = 20) -> list[PersonRow]:
        """People whose words begin with those of `text`, typed with or without marks; two letters suffice.

        In Vietnamese order, taken from the newest 200 that match; a number ("NG-12", "12") finds its person first.
        """
        ids: list[int] = []
        if number := _NUMBER.fullmatch(text):
            query = Person.select(Person.id).where(Person.number == f"NG-{int(number[1]):04}")
            ids = [row[0] for row in tuples(query)]
        wanted = matching(_searched(text), Person.topic, _SUGGESTED_FROM)
        if wanted is not None:
            query = Person.select(Person.id).where(Person.id.in_(wanted), Person.withdrawn.is_null())
            ids += [row[0] for row in tuples(query.order_by(Person.sort_key, Person.id).limit(limit))]
        unique = list(dict.fromkeys(ids))[:limit]
        return self._people(unique, masked=True)

    def members(
        self,
        body: str | None = None,
        area: str | None = None,
        on: date | None = None,
        *,
        kind: BodyKind | None = None,
        each_post: bool = False,
    ) -> list[MemberRow]:
        """Who sits in a body, in the bodies of an area or of a kind on a day (None: today), in order of protocol.

        One row a person, under the highest post, unless `each_post`; masked.
        """
        rows = self._members(on, body=body, area=area, kind=kind, masked=True)
        return rows if each_post else one_each(rows)

    def page(
        self,
        wanted: PeopleFilter | None = None,
        sort: PeopleSort = PeopleSort.NAME,
        offset: int = 0,
        limit: int = 100,
        *,
        descending: bool = False,
    ) -> list[PersonRow]:
        """A page of people, masked."""
        wanted = wanted or PeopleFilter()
        return self._page(wanted, sort, offset, limit, descending=descending, masked=True)

    def place(
        self,
        person_id: int,
        wanted: PeopleFilter | None = None,
        sort: PeopleSort = PeopleSort.NAME,
        *,
        descending: bool = False,
    ) -> int | None:
        """Where a person stands among those `page` gives, from 0; None when the filter leaves the person out."""
        wanted = wanted or PeopleFilter()
        if sort in RANKED:
            ids = self._ranked(wanted, sort, descending=descending)
            return ids.index(person_id) if person_id in ids else None
        query = self._filtered(wanted).order_by(*_order(sort, descending))
        return next((at for at, (each,) in enumerate(tuples(query)) if each == person_id), None)

    def ready_orders(self) -> None:
        """Work out the orders of everybody by posts and by areas, so that the first sort by them finds them kept."""
        for sort in sorted(RANKED):
            self._ranked(PeopleFilter(), sort, descending=False)

    def count(self, wanted: PeopleFilter | None = None) -> int:
        """How many people a filter lets through."""
        return int(self._filtered(wanted or PeopleFilter()).count())

    def listing(self, ask: ListAsk) -> list[dict[str, Any]]:
        """The people as `list roster` gives them; `sensitive` unmasks, and is journalled."""
        wanted = filter_of(ask)
        rows = self._page(wanted, PeopleSort.NUMBER, 0, -1, masked=not ask.sensitive)
        if ask.sensitive:
            self.note_shown(len(rows))
        return [row.listed() for row in rows]

    def note_shown(self, people: int, why: str = "", number: str | None = None) -> None:
        """Journal that the sensitive columns of so many people are shown."""
        with self._store.change(SHOW_SENSITIVE) as change:
            change.note(f"{people} người; {why}" if why.strip() else f"{people} người", number)

    def _page(
        self,
        wanted: PeopleFilter,
        sort: PeopleSort,
        offset: int,
        limit: int,
        *,
        descending: bool = False,
        masked: bool = False,
    ) -> list[PersonRow]:
        if sort in RANKED:
            ids = self._ranked(wanted, sort, descending=descending)
            return self._people(ids[offset:] if limit < 0 else ids[offset : offset + limit], masked=masked)
        query = self._filtered(wanted).order_by(*_order(sort, descending)).limit(limit).offset(offset)
        return self._people([row[0] for row in tuples(query)], masked=masked)

    def _ranked(self, wanted: PeopleFilter, sort: PeopleSort, *, descending: bool) -> Sequence[int]:
        """The ids of all a filter lets through, in an order of their posts; kept until something changes."""

        def find(place: Place, ids: Collection[int] | None) -> list[Placed]:
            query = self._filtered(wanted).select(Person.id, Person.sort_key)
            if ids is None:
                query = query.order_by(Person.sort_key, Person.id)
            else:
                query = query.where(Person.id.in_(among(list(ids))))
            people = plain_tuples(query)
            conditions, day = self._conditions(wanted)
            if len(people) < _FEW:
                conditions.append(Membership.person.in_(among([row[0] for row in people])))
            held = Membership.select(Membership.person, Membership.body, Membership.area, Membership.post)
            posts = plain_tuples(held.where(Membership.withdrawn.is_null(), *conditions, *in_force(day)))
            return placed(people, posts, place)

        ids = self._orders.get((wanted, self.today), sort, find)
        return ids[::-1] if descending else ids

    @cached_property
    def _orders(self) -> Orders:
        return Orders()

    def _filtered(self, wanted: PeopleFilter) -> Any:
        query = Person.select(Person.id)
        if wanted.status is Status.WITHDRAWN:
            query = query.where(Person.withdrawn.is_null(False))
        else:
            query = query.where(Person.withdrawn.is_null())
        if wanted.search and wanted.search.strip():
            found = matching(_searched(wanted.search), Person.topic)
            number = _NUMBER.fullmatch(wanted.search)
            if number:
                query = query.where(
                    (Person.number == f"NG-{int(number[1]):04}") | Person.id.in_(found if found is not None else [])
                )
            elif found is not None:
                query = query.where(Person.id.in_(found))
        if wanted.sex is not None:
            query = query.where(Person.sex == wanted.sex.value)
        if wanted.party is not None:
            query = query.where(Person.party == wanted.party)
        return self._holding(query, wanted)

    def _conditions(self, wanted: PeopleFilter) -> tuple[list[Any], date]:
        """What a post must be to count for a filter, and the day it is meant for."""
        day = wanted.on or self.today
        conditions: list[Any] = []
        if wanted.area is not None:
            ids, day = self.area_scope(wanted.area, wanted.on)
            conditions.append(Membership.area.in_(ids))
        if wanted.body is not None:
            conditions.append(Membership.body == self.body(wanted.body).id)
        if wanted.kind is not None:
            conditions.append(Membership.body.in_(Body.select(Body.id).where(Body.kind == wanted.kind.value)))
        if wanted.since is not None:
            conditions.append(Membership.until.is_null() | (Membership.until >= wanted.since))
        if wanted.until is not None:
            conditions.append(Membership.since.is_null() | (Membership.since <= wanted.until))
        return conditions, day

    def _holding(self, query: Any, wanted: PeopleFilter) -> Any:
        """`query` narrowed by the posts people hold or held."""
        conditions, day = self._conditions(wanted)
        serving = in_force(day)
        held = Membership.select(SQL("1")).where(Membership.person == Person.id, Membership.withdrawn.is_null())
        now = wanted.status is Status.SERVING or wanted.on is not None
        conditions += serving if now else ()
        rare = wanted.area is not None or wanted.body is not None or self._is_rare(wanted.kind)
        if conditions and not rare:
            query = query.where(fn.EXISTS(held.where(*conditions)))
        elif conditions:
            holders = Membership.select(Membership.person).where(Membership.withdrawn.is_null(), *conditions)
            query = query.where(Person.id.in_(holders))
        if wanted.status is Status.FORMER:
            query = query.where(~fn.EXISTS(held.where(*serving)))
        return query

    def _is_rare(self, kind: BodyKind | None) -> bool:
        """Whether so few posts are in bodies of a kind that it is quicker to begin with them than with the people."""
        if kind is None:
            return False
        held = Membership.select(SQL("1")).where(
            Membership.body.in_(Body.select(Body.id).where(Body.kind == kind.value))
        )
        return len(list(tuples(held.limit(_RARE + 1)))) <= _RARE

    def _people(self, ids: Sequence[int], *, masked: bool = False) -> list[PersonRow]:
        """The people with these ids in this order, with their posts."""
        wanted = among(ids)
        found = {row[0]: row for row in tuples(Person.select(*PERSON_COLUMNS).where(Person.id.in_(wanted)))}
        posts: dict[int, list[MembershipRow]] = {}
        for held in self._posts(memberships().where(Membership.person.in_(wanted)), self.today):
            posts.setdefault(held.person_id, []).append(held)
        return [person_row(found[each], posts.get(each, ()), masked=masked) for each in ids if each in found]

    def _members(
        self,
        on: date | None,
        *,
        body: str | None = None,
        area: str | None = None,
        kind: BodyKind | None = None,
        masked: bool = False,
    ) -> list[MemberRow]:
        """Everybody with a post on a day (None: today), a row a post, in order of protocol."""
        day = on or self.today
        query = memberships().join_from(Membership, Person).where(Person.withdrawn.is_null())
        if body is not None:
            body_id, day = self.body_scope(body, area, on)
            query = query.where(Membership.body == body_id)
        elif area is not None:
            ids, day = self.area_scope(area, on)
            query = query.where(Membership.area.in_(ids))
        query = query.where(*in_force(day))
        if kind is not None:
            query = query.where(Body.kind == kind.value)
        posts: dict[int, list[MembershipRow]] = {}
        for each in self._posts(query, day):
            posts.setdefault(each.person_id, []).append(each)
        found = Person.select(*PERSON_COLUMNS).where(Person.id.in_(among(list(posts))))
        people = (person_row(row, posts[row[0]], masked=masked) for row in tuples(found))
        rows = (MemberRow(person, each) for person in people for each in person.memberships)
        return sorted(rows, key=member_order)

    def _posts(self, query: Any, day: date) -> list[MembershipRow]:
        book = AreaBook()
        return [membership_row(row, book, day) for row in tuples(query)]


def _order(sort: PeopleSort, descending: bool) -> list[Any]:
    columns = {
        PeopleSort.NAME: (Person.sort_key, Person.id),
        PeopleSort.NUMBER: (Person.id,),
        PeopleSort.BIRTH: (Person.birth_year, Person.born, Person.id),
    }[sort]
    return [column.desc() if descending else column for column in columns]


def _searched(text: str) -> str:
    """What is looked for: a telephone number typed in groups is one word, as it is kept."""
    return _GROUPED_DIGITS.sub("", text)


def one_each(rows: Iterable[MemberRow]) -> list[MemberRow]:
    """The first row of each person."""
    return list({row.person.id: row for row in reversed(list(rows))}.values())[::-1]
