"""Laying planned people down: the rows of an import, with the areas, bodies and posts they bring."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, Final, TypeAlias

from frontdesk.roster.model import Body, Membership, Person
from frontdesk.roster.rules.bodies import body_key, body_sort_key
from frontdesk.roster.service.naming import naming
from frontdesk.roster.service.reading import Reading
from frontdesk.roster.sheets.roll import Candidate, HeldPost, Ref, Roll
from frontdesk.store import Change

Tick: TypeAlias = Callable[[int, int], object]
_BATCH_TOLD: Final = 20


class Laying:
    """Writes planned people, making the areas, bodies and posts they need as they come up."""

    def __init__(self, change: Change, roll: Roll, service: Reading) -> None:
        self._change = change
        self._roll = roll
        self._service = service
        self._areas: dict[str, int] = {}
        self._bodies: dict[str, int] = {}
        self._posts: dict[str, int | None] = {}
        self._terms: dict[tuple[int, date | None], int | None] = {}

    def people(self, people: Sequence[Candidate], tick: Tick) -> None:
        """Write what changes, then the new people, then the new posts; `tick` hears of everybody twice."""
        steps = 2 * len(people)
        for person in people:
            self._amend(person)
        new = [person for person in people if person.id is None]
        ids = self._change.write_all(Person, map(self._entry, _told(new, tick, len(people) - len(new), steps)))
        for person, person_id in zip(new, ids, strict=True):
            person.id = person_id
        seats = (
            self._seat(person, held)
            for person in _told(people, tick, len(people), steps)
            for held in person.posts
            if held.id is None
        )
        self._change.write_all(Membership, seats)

    def _entry(self, person: Candidate) -> dict[str, Any]:
        """The columns of somebody new."""
        person.number = self._change.number(Person, "NG")
        return {**naming(person.name), **person.values, "number": person.number}

    def _seat(self, person: Candidate, held: HeldPost) -> dict[str, Any]:
        """The columns of a post that is new."""
        body = self._body(held.body)
        return {
            **held.values,
            "person_id": person.id,
            "body_id": body,
            "area_id": None if held.area is None else self._area(held.area),
            "post_id": self._post(held.post),
            "term_id": self._term(body, held.values.get("since")),
        }

    def _amend(self, person: Candidate) -> None:
        """Write what is new of somebody known, and of a post held already."""
        if person.changes and person.id is not None:
            self._change.amend(Person, person.id, **person.changes)
        for held in person.posts:
            if held.changes and held.id is not None:
                changes = dict(held.changes)
                if "post" in changes:
                    changes["post_id"] = self._post(changes.pop("post"))
                self._change.amend(Membership, held.id, **changes)

    def _area(self, ref: Ref) -> int:
        if isinstance(ref, int):
            return ref
        if ref not in self._areas:
            self._areas[ref] = self._service.write_area(self._change, self._roll.new_areas[ref])
        return self._areas[ref]

    def _body(self, ref: Ref) -> int:
        if isinstance(ref, int):
            return ref
        if ref not in self._bodies:
            new = self._roll.new_bodies[ref]
            columns: dict[str, Any] = {
                "kind": new.kind,
                "name": new.name,
                "key": body_key(new.name),
                "sort_key": body_sort_key(new.name),
                "area_id": None if new.area is None else self._area(new.area),
            }
            self._bodies[ref] = self._change.write(Body, columns)
        return self._bodies[ref]

    def _post(self, name: str | None) -> int | None:
        if name is None:
            return None
        if name not in self._posts:
            self._posts[name] = self._service.ensure_post(self._change, name)
        return self._posts[name]

    def _term(self, body: int, since: date | None) -> int | None:
        if (body, since) not in self._terms:
            self._terms[body, since] = self._service.term_of(body, since)
        return self._terms[body, since]


def _told(people: Sequence[Candidate], tick: Tick, before: int, steps: int) -> Iterator[Candidate]:
    """`people`, with `tick` told now and then how many of all `steps` are taken; `before` were taken earlier."""
    for done, person in enumerate(people, before):
        if done % _BATCH_TOLD == 0:
            tick(done, steps)
        yield person
