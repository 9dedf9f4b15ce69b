"""The list of petitions: filtered and sorted in SQL, a page at a time."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from peewee import SQL, Field, fn

from frontdesk.errors import RuleBroken
from frontdesk.messages import _, mark
from frontdesk.office import ListAsk
from frontdesk.petitions import deeds
from frontdesk.petitions.model import Petition
from frontdesk.petitions.rules.rows import PetitionRow
from frontdesk.petitions.rules.words import Ending, Kind, Status
from frontdesk.petitions.service.intake import Intake
from frontdesk.petitions.service.reading import query, rows
from frontdesk.petitions.settings import CHASE_AFTER_DAYS
from frontdesk.store import matching, tuples
from frontdesk.vietnamese import text_key

SAVED_FILTERS: Final[dict[str, str]] = {
    "open": mark("open"),
    "due_today": mark("due today"),
    "overdue": mark("overdue"),
    "unanswered": mark("to be urged"),
    "to_tell": mark("to tell the sender"),
    "to_ask": mark("to ask the sender"),
    "paused": mark("waiting for the sender"),
    "upward": mark("sent upward, not answered"),
    "dissatisfied": mark("sender not satisfied"),
    "mistaken": mark("entered by mistake"),
}
"""Filters that have a name, usable as a status; the first five are today's work."""

_SORTS: Final[dict[str, Field]] = {
    "number": Petition.number_key,
    "received": Petition.received,
    "due": Petition.due,
    "sender": Petition.sender_key,
}


_FEW: Final = frozenset({"dissatisfied", "mistaken"})
"""Filters that leave few and have an index of their own."""

SORTED_AT_ONCE: Final = 4_000
"""So many rows are sorted faster than an index in their order is passed over."""


@dataclass(frozen=True)
class PetitionFilter:
    """Which petitions; None leaves a side open. `status` is a status or the name of a saved filter.

    `hits` looks at so many of the newest matches of `search` only: a window that answers each keystroke asks so.

    Entries made by mistake are left out unless asked for. `since` and `until` are days of receipt.
    """

    search: str | None = None
    hits: int | None = None
    status: str | None = None
    kind: Kind | None = None
    field: str | None = None
    area_id: int | None = None
    agency_id: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class PetitionSort:
    """Order by "number", "received", "due" or "sender"; equal ones by number. No due day, no name: last."""

    key: str = "received"
    descending: bool = True


class Lists(Intake):
    """Reading many petitions."""

    def listing(self, ask: ListAsk) -> list[dict[str, Any]]:
        """The petitions as `list petitions` shows them, the earliest first."""
        if ask.sensitive:
            with self._store.change(deeds.SHOW_SENSITIVE) as change:
                change.note("list petitions")
        wanted = PetitionFilter(ask.search, status=ask.status, since=ask.since, until=ask.until)
        today = self._store.today
        found = self.page(wanted, PetitionSort("received", descending=False))
        return [as_json(row, today, sensitive=ask.sensitive) for row in found]

    def count(self, wanted: PetitionFilter) -> int:
        """How many petitions the filter leaves."""
        return int(Petition.select(fn.COUNT(SQL("*"))).where(*self._conditions(wanted)).scalar())

    def page(
        self,
        wanted: PetitionFilter,
        sort: PetitionSort | None = None,
        offset: int = 0,
        limit: int | None = None,
        *,
        total: int | None = None,
    ) -> list[PetitionRow]:
        """The petitions from `offset` on in the order of `sort`, at most `limit`.

        `total`, where it is known, is how many the filter leaves: a page of the second half is found from the end.
        """
        conditions = self._conditions(wanted, ordered=total is None or total > SORTED_AT_ONCE)
        sort = sort or PetitionSort()
        if limit is None:
            return list(rows(query().where(*conditions).order_by(*_order(sort))))
        from_end = total is not None and offset > total // 2
        if total is not None and from_end:
            limit = max(0, min(limit, total - offset))
            offset = max(0, total - offset - limit)
        # The ids come from an index alone, so that the rows passed over are never read.
        order = _order(sort, from_end=from_end, few=wanted.status in _FEW)
        chosen = Petition.select(Petition.id).where(*conditions).order_by(*order).limit(limit).offset(offset)
        ids = [petition_id for (petition_id,) in tuples(chosen)]
        if from_end:
            ids.reverse()
        found = self._by_ids(ids)
        return [found[petition_id] for petition_id in ids]

    def place(self, wanted: PetitionFilter, sort: PetitionSort, petition_id: int) -> int | None:
        """Where a petition stands in that order, counted from 0; None when the filter leaves it out."""
        field = _SORTS[sort.key]
        inside = Petition.select(field, Petition.number_key).where(
            *self._conditions(wanted), Petition.id == petition_id
        )
        found = next(tuples(inside), None)
        if found is None:
            return None
        value, number = found
        earlier = Petition.number_key > number if sort.descending else Petition.number_key < number
        if value is None:
            before = ~field.is_null() | (field.is_null() & earlier)
        else:
            before = ((field > value) if sort.descending else (field < value)) | ((field == value) & earlier)
        return int(Petition.select(fn.COUNT(SQL("*"))).where(*self._conditions(wanted), before).scalar())

    def fields(self) -> list[str]:
        """The fields of work in use, in Vietnamese order."""
        found = Petition.select(Petition.field).where(~Petition.field.is_null()).distinct()
        return sorted((field for (field,) in tuples(found)), key=text_key)

    def today_work(self) -> dict[str, int]:
        """Today's work: how many petitions each of the first saved filters leaves."""
        names = list(SAVED_FILTERS)[:6]
        return {name: self.count(PetitionFilter(status=name)) for name in names}

    def _conditions(self, wanted: PetitionFilter, *, ordered: bool = False) -> list[Any]:
        """The WHERE of a filter; `ordered`: rows are wanted in an order, not only counted.

        Kinds and fields leave tens of thousands: to sort those would take longer than to pass over an index in order.
        """
        conditions = self._status_conditions(wanted.status)
        kind, field = (fn.IFNULL(each, None) if ordered else each for each in (Petition.kind, Petition.field))
        pairs = (
            (kind, wanted.kind),
            (field, wanted.field),
            (Petition.area, wanted.area_id),
            (Petition.agency, wanted.agency_id),
        )
        conditions += [column == value for column, value in pairs if value is not None]
        if wanted.since is not None:
            conditions.append(Petition.received >= wanted.since)
        if wanted.until is not None:
            conditions.append(Petition.received <= wanted.until)
        words = matching(wanted.search or "", Petition.topic, wanted.hits)
        if words is not None:
            conditions.append(Petition.id.in_(words))
        return conditions

    def _status_conditions(self, status: str | None) -> list[Any]:
        if status == "mistaken":
            # Written out, as all of these conditions are: SQLite takes a small index only where it can read that.
            return [Petition.closed_as == SQL(f"'{Ending.MISTAKEN}'")]
        if status is None:
            return [_not_mistaken()]
        if status in set(Status):
            finished = status == Status.CLOSED
            return [Petition.status == status, _not_mistaken() if finished else Petition.closed.is_null()]
        if status not in SAVED_FILTERS:
            raise RuleBroken(
                "petitions.filter.unknown",
                _("There is no status “{status}”. There are: {statuses}.").format(
                    status=status, statuses=", ".join([*Status, *SAVED_FILTERS])
                ),
                "status",
            )
        return self._saved(status)

    def _saved(self, name: str) -> list[Any]:
        today = self._store.today
        is_open = Petition.settled.is_null()
        chased = today - timedelta(int(self._office.setting(CHASE_AFTER_DAYS)))
        last_asked = fn.COALESCE(Petition.urged_on, Petition.forwarded)
        # "Not closed" follows from these statuses; said aloud, it lets SQLite take the small index of such rows.
        unfinished = Petition.closed.is_null()
        conditions: dict[str, list[Any]] = {
            "open": [is_open],
            "due_today": [is_open, Petition.due == today],
            "overdue": [is_open, Petition.due < today],
            "unanswered": [is_open, Petition.status == Status.FORWARDED, last_asked <= chased],
            "to_tell": [unfinished, Petition.status == Status.ANSWERED],
            "to_ask": [unfinished, Petition.status == Status.TOLD, Petition.satisfied.is_null()],
            "paused": [is_open, Petition.due.is_null(), ~Petition.pauses.is_null()],
            "upward": [is_open, Petition.status == Status.FORWARDED, Petition.upward],
            "dissatisfied": [
                Petition.satisfied == SQL("0"),
                Petition.status.in_((Status.TOLD, Status.CLOSED)),
                _not_mistaken(),
            ],
        }
        return conditions[name]


def _not_mistaken() -> Any:
    return Petition.closed_as.is_null() | (Petition.closed_as != Ending.MISTAKEN)


def _order(sort: PetitionSort, *, from_end: bool = False, few: bool = False) -> list[Any]:
    """The ORDER BY of a sort, or the very reverse of it; its columns lead an index of the same order.

    `few` hides from SQLite that there is such an index: to sort what a small index holds is less than to pass over all.
    """
    field, down = _SORTS[sort.key], sort.descending is not from_end
    if few:
        hidden = fn.IFNULL(field, None)
        nulls = "first" if from_end else "last"
        first = hidden.desc(nulls=nulls) if down else hidden.asc(nulls=nulls)
        return [first, Petition.number_key.desc() if down else Petition.number_key.asc()]
    columns = [field] if field is Petition.number_key else [field, Petition.number_key]
    if not field.null:
        return [column.desc() if down else column.asc() for column in columns]
    nulls = "first" if from_end else "last"
    first = field.desc(nulls=nulls) if down else field.asc(nulls=nulls)
    return [first, Petition.number_key.desc() if down else Petition.number_key.asc()]


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
