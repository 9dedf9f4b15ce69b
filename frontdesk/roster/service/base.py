"""What the parts of the roster's service share: the store, the office, and looking things up by name."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.office import AreaKind, Office, area_key, area_kind, area_sort_key
from frontdesk.office.model import Area, stood
from frontdesk.roster.kinds import BodyKind
from frontdesk.roster.model import Body, Person, Post, Term
from frontdesk.roster.rules.bodies import body_key
from frontdesk.roster.rules.identity import Namesake
from frontdesk.roster.rules.protocol import post_key, rank_of, spelled
from frontdesk.roster.rules.rows import BodyRow
from frontdesk.store import Change, Record, Store, tuples

Elsewhere: TypeAlias = Callable[[int], Sequence[str]]
SameName: TypeAlias = Callable[[Namesake], Sequence[str]]


class AreaBook:
    """What each area was called, or had become, on a day."""

    def __init__(self) -> None:
        went = Area.select(Area.id, Area.until, Area.merged_into).where(
            Area.until.is_null(False), Area.merged_into.is_null(False)
        )
        self._went: dict[int, tuple[date, int]] = {area: (until, into) for area, until, into in tuples(went)}

    def on(self, area_id: int, day: date | None = None) -> int:
        """What the area had become on `day`, itself where it still was one; None: by now, for good."""
        while area_id in self._went:
            until, into = self._went[area_id]
            if day is not None and day <= until:
                break
            area_id = into
        return area_id

    @cached_property
    def _names(self) -> dict[int, str]:
        return dict(tuples(Area.select(Area.id, Area.name)))

    def name(self, area_id: int | None, day: date | None = None) -> str | None:
        """What the area was called on `day`."""
        return None if area_id is None else self._names[self.on(area_id, day)]

    def group(self, area_id: int, day: date | None = None) -> list[int]:
        """The area with all that had become part of it by `day`."""
        whole = self.on(area_id, day)
        return [each for each in self._names if self.on(each, day) == whole]

    def current(self) -> dict[int, str]:
        """The names of all areas as they are by now, by the id of each area there ever was."""
        return {each: self._names[self.on(each)] for each in self._names}


class Base:
    """The store and the office behind every part of the service.

    `elsewhere` tells what later slices keep about somebody, by id: a line each, for the person's own paper;
    `same_name` what they keep under that name alone, which may be somebody else's.
    """

    def __init__(
        self,
        store: Store,
        office: Office,
        elsewhere: Elsewhere = lambda _person_id: (),
        same_name: SameName = lambda _whose: (),
    ) -> None:
        self._store = store
        self._office = office
        self._elsewhere = elsewhere
        self._same_name = same_name

    @property
    def today(self) -> date:
        """The day it is in the office."""
        return self._store.today

    def person_id(self, number: str) -> int:
        """The id of the person with this number, whatever became of the entry; RuleBroken when there is none."""
        found = next(tuples(Person.select(Person.id).where(Person.number == number.strip().upper())), None)
        if found is None:
            raise RuleBroken(
                "roster.person.unknown",
                _("There is no person {number}. Look for the name in the roster.").format(number=number),
                "number",
            )
        return int(found[0])

    def live_person(self, number: str) -> int:
        """Like `person_id`, but refused where the entry was withdrawn or joined with another."""
        columns = (Person.id, Person.withdrawn, Person.joined_into)
        found = next(tuples(Person.select(*columns).where(Person.number == number.strip().upper())), None)
        if found is None:
            return self.person_id(number)
        person_id, gone, into = found
        if gone is None:
            return int(person_id)
        if into is not None:
            other = Person.get_by_id(into).number
            message = _("{number} was joined with {other}. Use {other}.").format(number=number, other=other)
        else:
            message = _("{number} was withdrawn. Take it back first.").format(number=number)
        raise RuleBroken("roster.person.withdrawn", message, "number")

    def bodies(self, kind: BodyKind | None = None, area: str | None = None, on: date | None = None) -> list[BodyRow]:
        """The bodies there are on a day (None: today), in the order of protocol and areas."""
        day, book = on or self.today, AreaBook()
        query = Body.select()
        if area is not None:
            ids, day = self.area_scope(area, on)
            query = query.where(Body.area.in_(ids))
        if kind is not None:
            query = query.where(Body.kind == kind.value)
        query = query.where(Body.since.is_null() | (Body.since <= day), Body.until.is_null() | (Body.until >= day))
        places = {each.value: place for place, each in enumerate(BodyKind)}
        rows = sorted(query, key=lambda row: (places[row.kind], row.sort_key, row.id))
        return [body_row(row, book, self.today) for row in rows]

    def body(self, name: str, area: str | None = None) -> BodyRow:
        """The body people mean by `name`, one that still exists if any; RuleBroken when unknown or unsure."""
        found = self.find_body(name, area)
        if found is None:
            raise RuleBroken(
                "roster.body.unknown",
                _("There is no body “{name}”. Found it first, or look at the list of bodies.").format(name=name),
                "body",
            )
        return found

    def find_body(self, name: str, area: str | None = None) -> BodyRow | None:
        """The body people mean by `name` (in an area); None when there is none."""
        keys = {body_key(name)}
        if area:
            keys.add(body_key(f"{name} {area}"))
        query = Body.select().where(Body.key.in_(keys), stood(Body)).order_by(Body.until.desc(nulls="first"), Body.id)
        book = AreaBook()
        rows = [body_row(row, book, self.today) for row in query]
        if area and (known := self._office.find_area(area)) is not None:
            within = set(book.group(known.id))
            rows = [row for row in rows if row.area_id is None or row.area_id in within]
        return rows[0] if rows else None

    def body_scope(self, name: str, area: str | None, on: date | None) -> tuple[int, date]:
        """The id of a body, and the day it is meant for: `on`, today, or an ended body's last day."""
        found = self.body(name, area)
        ended = found.until is not None and found.until < self.today
        return found.id, on or (found.until if ended and found.until is not None else self.today)

    def area_id(self, name: str) -> int:
        """The id of the area people mean by `name`; RuleBroken when there is none."""
        found = self._office.find_area(name)
        if found is None:
            raise RuleBroken("roster.area.unknown", _("There is no area “{name}”.").format(name=name), "area")
        return found.id

    def area_scope(self, name: str, on: date | None) -> tuple[list[int], date]:
        """The ids an area covers, and the day they are meant for: `on`, today, or an ended area's last day."""
        found = self._office.find_area(name)
        if found is None:
            raise RuleBroken("roster.area.unknown", _("There is no area “{name}”.").format(name=name), "area")
        day = on or (found.until if found.until is not None and found.until < self.today else self.today)
        return AreaBook().group(found.id, day), day

    def write_area(
        self,
        change: Change,
        name: str,
        since: date | None = None,
        kind: AreaKind | None = None,
        households: int | None = None,
    ) -> int:
        """Make an area that nobody knows yet; its kind is read from the name where none is given."""
        return change.write(
            Area,
            name=name,
            kind=kind or area_kind(name),
            households=households,
            since=since,
            key=area_key(name),
            sort_key=area_sort_key(name),
        )

    def ensure_post(self, change: Change, name: str | None) -> int | None:
        """The id of the post called `name`, made with the rank its words say when it is not known yet."""
        if not name or not name.strip():
            return None
        key = post_key(name)
        found = next(tuples(Post.select(Post.id).where(Post.key == key)), None)
        if found is not None:
            return int(found[0])
        return change.write(Post, {"name": spelled(" ".join(name.split())), "key": key, "rank": rank_of(name)})

    def term_of(self, body_id: int, day: date | None) -> int | None:
        """The id of the body's term that `day` lies in; None: the one that runs."""
        query = Term.select(Term.id).where(Term.body == body_id)
        if day is None:
            query = query.where(Term.until.is_null())
        else:
            query = query.where(Term.since <= day, Term.until.is_null() | (Term.until >= day))
        found = next(tuples(query.order_by(Term.since.desc()).limit(1)), None)
        return None if found is None else int(found[0])


def body_row(row: Any, book: AreaBook, today: date) -> BodyRow:
    """A body as services give it out."""
    ended = row.until is not None and row.until < today
    return BodyRow(
        row.id,
        BodyKind(row.kind),
        row.name,
        row.area_id,
        book.name(row.area_id, row.until if ended else today),
        row.project,
        row.households,
        row.since,
        row.until,
        row.decision_number,
        row.decision_date,
        row.ended_why,
        row.note,
        row.revision,
    )


def table_name(model: type[Record]) -> str:
    """What the journal calls the table of `model`."""
    name: str = model._meta.table_name
    return name


def given(**columns: Any) -> dict[str, Any]:
    """The columns that were given; None means "leave it as it is"."""
    return {name: value for name, value in columns.items() if value is not None}


def emptied(names: Iterable[str], known: Iterable[str]) -> dict[str, None]:
    """The columns that `names` asks to empty; RuleBroken where one is not among those `known` to bear it."""
    can = tuple(known)
    wrong = next((name for name in names if name not in can), None)
    if wrong is not None:
        raise RuleBroken(
            "roster.clear.unknown",
            _("{name} cannot be emptied. These can: {names}.").format(name=wrong, names=", ".join(can)),
            "clear",
        )
    return dict.fromkeys(names)


def named(names: Iterable[str]) -> str:
    """Names for a message: “A”, “B”."""
    return ", ".join(f"“{name}”" for name in names)
