"""The list of petitions: filtered and sorted in SQL, a page at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from operator import itemgetter
from typing import Any, Final

from peewee import SQL, CompoundSelectQuery, Select, fn

from frontdesk.office import ListAsk
from frontdesk.petitions import deeds
from frontdesk.petitions.model import Petition
from frontdesk.petitions.rules.rows import ListedRow, PetitionRow
from frontdesk.petitions.rules.words import Kind
from frontdesk.petitions.service.filters import (
    SAVED_FILTERS,
    SORTS,
    Conditions,
    PetitionFilter,
    PetitionSort,
    mistaken,
    order_of,
    unfinished,
)
from frontdesk.petitions.service.intake import Intake
from frontdesk.petitions.service.reading import LISTED, WHOLE, among, plain
from frontdesk.petitions.settings import CHASE_AFTER_DAYS
from frontdesk.roster import Namesake
from frontdesk.store import between, matching, tuples
from frontdesk.vietnamese import short_date, text_key

HELD_MOST: Final = 4_000
"""So many rows are sorted faster than an index in their order is passed over."""


@dataclass(frozen=True)
class Found:
    """What a filter leaves, in the order of `sort`: how many, and, where they are few, which. `ids` None: many."""

    wanted: PetitionFilter
    sort: PetitionSort
    total: int
    ids: tuple[int, ...] | None


class Lists(Intake):
    """Reading many petitions."""

    def listing(self, ask: ListAsk) -> list[dict[str, Any]]:
        """The petitions as `list petitions` shows them, the earliest first."""
        if ask.sensitive:
            with self._store.change(deeds.SHOW_SENSITIVE) as change:
                change.note("list petitions")
        wanted = PetitionFilter(ask.search, status=ask.status, since=ask.since, until=ask.until)
        today = self._store.today
        found = self.chosen(wanted, PetitionSort("received", descending=False))
        return [as_json(row, today, sensitive=ask.sensitive) for row in found]

    def chosen(
        self, wanted: PetitionFilter, sort: PetitionSort | None = None, most: int | None = None
    ) -> list[PetitionRow]:
        """The petitions the filter leaves, whole, in order; at most so many."""
        conditions = self._conditions().all_of(wanted)
        return list(
            WHOLE.rows(WHOLE.query().where(*conditions).order_by(*order_of(sort or PetitionSort())).limit(most))
        )

    def count(self, wanted: PetitionFilter) -> int:
        """How many petitions the filter leaves."""
        conditions = self._conditions()
        if wanted.search is not None or not wanted.leaves_most:
            return _count(conditions.all_of(wanted))
        # Most are left: those that are not have small indexes, and the rest is counted without looking at each.
        sides = conditions.besides_status(wanted)
        narrow = conditions.besides_status(wanted, in_order=True)
        left_out = _count([*narrow, mistaken()])
        if wanted.status is not None:
            left_out += _count([*narrow, unfinished()])
        return _count(sides) - left_out

    def find(self, wanted: PetitionFilter, sort: PetitionSort | None = None) -> Found:
        """What the filter leaves, to be paged through; few are found once and for all."""
        sort = sort or PetitionSort()
        if wanted.hits is not None and (words := matching(wanted.search or "", Petition.topic)) is not None:
            ids = self._searched(replace(wanted, search=None), sort, words, wanted.hits)
            return Found(wanted, sort, len(ids), ids)
        total = self.count(wanted)
        if total > HELD_MOST:
            return Found(wanted, sort, total, None)
        chosen = Petition.select(Petition.id).where(*self._conditions().all_of(wanted))
        ids = _ids(chosen.order_by(*order_of(sort, few=True)))
        return Found(wanted, sort, len(ids), ids)

    def page(self, found: Found, offset: int, limit: int) -> list[ListedRow]:
        """What was found from `offset` on, at most `limit`, as it is now."""
        ids = found.ids[offset : offset + limit] if found.ids is not None else self._page_of_many(found, offset, limit)
        listed = {row.id: row for row in LISTED.many(ids)}
        return [listed[petition_id] for petition_id in ids]

    def place(self, found: Found, petition_id: int) -> int | None:
        """Where a petition stands in what was found, counted from 0; None when the filter leaves it out."""
        if found.ids is not None:
            return found.ids.index(petition_id) if petition_id in found.ids else None
        field, conditions = SORTS[found.sort.key], self._conditions()
        inside = Petition.select(field, Petition.number_key).where(
            *conditions.all_of(found.wanted), Petition.id == petition_id
        )
        row = next(tuples(inside), None)
        if row is None:
            return None
        value, number = row
        down = found.sort.descending
        earlier = Petition.number_key > number if down else Petition.number_key < number
        if value is None:
            before = ~field.is_null() | (field.is_null() & earlier)
        else:
            before = ((field > value) if down else (field < value)) | ((field == value) & earlier)
        return _count([*conditions.all_of(found.wanted, in_order=True), before])

    def fields(self) -> list[str]:
        """The fields of work in use, in Vietnamese order."""
        found = Petition.select(Petition.field).where(~Petition.field.is_null()).distinct()
        return sorted((field for (field,) in tuples(found)), key=text_key)

    def under_name(self, whose: Namesake) -> list[str]:
        """Where petitions say somebody of this name sent them, for that person's own paper, the newest first.

        Only which they are: what they say may be another's. A denunciation (tố cáo) is never among them.
        """
        named = Petition.select(Petition.number, Petition.received, Petition.sender, Petition.area)
        query = named.where(
            Petition.id.in_(matching(whose.name, Petition.topic)),
            Petition.sender.is_null(False),
            Petition.kind != Kind.DENUNCIATION,
        ).order_by(Petition.received.desc(), Petition.id.desc())
        return [
            f"Đơn, ý kiến {number}, nhận ngày {short_date(received)}: người gửi"
            for number, received, sender, area_id in tuples(query)
            if whose.may_be(sender, area_id=area_id)
        ]

    def today_work(self) -> dict[str, int]:
        """Today's work: how many petitions each of the first saved filters leaves."""
        names = list(SAVED_FILTERS)[:6]
        return {name: self.count(PetitionFilter(status=name)) for name in names}

    def _searched(
        self, rest: PetitionFilter, sort: PetitionSort, words: CompoundSelectQuery, most: int
    ) -> tuple[int, ...]:
        """What `words` find of that which the `rest` of the filter leaves, no more than `most` of the newest."""
        conditions = self._conditions().all_of(rest)
        looked_up = self._conditions().all_of(rest, in_order=True)
        shown = Petition.select(Petition.id, SORTS[sort.key], Petition.number_key).where(*looked_up)
        if rest.narrows:
            held = set(_ids(Petition.select(Petition.id).where(*conditions).limit(HELD_MOST + 1)))
            if len(held) <= HELD_MOST:
                inside = plain(between(words, min(held, default=0), max(held, default=0)))
                known = tuple(islice((each for (each,) in inside if each in held), most))
                return _sorted(among(shown, known), descending=sort.descending)
        if rest.since is not None or rest.until is not None:
            # Else all that came later would be passed over, word by word.
            ends = next(plain(Petition.select(fn.MIN(Petition.id), fn.MAX(Petition.id)).where(*conditions)))
            words = between(words, *ends)
        newest_first = (petition_id for (petition_id,) in plain(words))
        found: list[tuple[Any, ...]] = []
        while len(found) < most and (batch := tuple(islice(newest_first, most))):
            found += sorted(among(shown, batch), reverse=True)
        return _sorted(found[:most], descending=sort.descending)

    def _conditions(self) -> Conditions:
        return Conditions(self._store.today, lambda: int(self._office.setting(CHASE_AFTER_DAYS)))

    def _page_of_many(self, found: Found, offset: int, limit: int) -> Sequence[int]:
        """A page of many: from an index alone, so that the rows passed over are never read; from the nearer end."""
        from_end = offset > found.total // 2
        if from_end:
            limit = max(0, min(limit, found.total - offset))
            offset = max(0, found.total - offset - limit)
        chosen = (
            Petition.select(Petition.id)
            .where(*self._conditions().all_of(found.wanted, in_order=True))
            .order_by(*order_of(found.sort, from_end=from_end))
        )
        ids = _ids(chosen.limit(limit).offset(offset))
        return ids[::-1] if from_end else ids


def _ids(chosen: Select) -> tuple[int, ...]:
    return tuple(petition_id for (petition_id,) in plain(chosen))


def _sorted(found: Iterable[tuple[Any, ...]], *, descending: bool) -> tuple[int, ...]:
    """The ids of (id, value, number) as `order_of` has them: by value, what has none last, equal ones by number."""
    rows = sorted(found, key=itemgetter(2), reverse=descending)
    valued = sorted((row for row in rows if row[1] is not None), key=itemgetter(1), reverse=descending)
    return tuple(row[0] for row in (*valued, *(row for row in rows if row[1] is None)))


def _count(conditions: list[Any]) -> int:
    counted = Petition.select(fn.COUNT(SQL("*")))
    return int((counted.where(*conditions) if conditions else counted).scalar())


def as_json(row: PetitionRow, today: date, *, sensitive: bool = False) -> dict[str, Any]:
    """A petition under the keys of the list (interfaces.md); those after `meeting` are more."""
    return {
        "number": row.number,
        "book_number": row.book_number,
        "received": row.received.isoformat(),
        "channel": row.channel.value,
        "kind": row.kind.value,
        "field": row.field,
        "area": row.area,
        "sender": row.sender,
        "people": row.people,
        "summary": row.summary,
        "status": row.status.value,
        "route": row.route and row.route.value,
        "forwarded_to": row.forwarded_to,
        "forwarded": _iso(row.forwarded),
        "due": _iso(row.due),
        "due_why": row.due_why,
        "overdue": row.overdue(today),
        "urged": row.urged,
        "answered": _iso(row.answered),
        "result": row.result,
        "satisfied": row.satisfied,
        "meeting": row.meeting,
        "code": row.code,
        "sender_address": row.sender_address,
        "sender_phone": row.sender_phone,
        "sender_identity": row.sender_identity if sensitive else None,
        "place": row.place,
        "upward": row.upward,
        "told": _iso(row.told),
        "closed": _iso(row.closed),
        "closed_as": row.closed_as and row.closed_as.value,
        "masked": [] if sensitive or row.sender_identity is None else ["sender_identity"],
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
