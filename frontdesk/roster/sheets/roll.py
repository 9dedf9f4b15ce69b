"""The roster as an import sees it: who and what is known, and what the sheet is about to make."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from frontdesk.office import area_key
from frontdesk.roster.kinds import BODY_NAMES, ONE_AN_AREA, BodyKind
from frontdesk.roster.rules.bodies import body_key, body_name, says_only_kind
from frontdesk.roster.rules.protocol import post_key, spelled
from frontdesk.roster.sheets.reading import PersonLine

Ref: TypeAlias = int | str
"""A row's id, or the key of one that the import is about to make."""

_OF_AN_AREA = ONE_AN_AREA | {BodyKind.CONCILIATION_TEAM, BodyKind.SELF_MANAGING_GROUP}


@dataclass(slots=True)
class HeldPost:
    """A membership, known (`id`) or about to be made; `given` are the keys the sheet has said already."""

    id: int | None
    body: Ref
    area: Ref | None
    post: str | None
    values: dict[str, Any]
    changes: dict[str, Any] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)

    @property
    def key(self) -> tuple[Ref, str]:
        """What makes it the same post on a second reading."""
        return self.body, post_key(self.post or "")


@dataclass(slots=True)
class Candidate:
    """Somebody a row may mean, known (`id`) or met further up in the sheet (`row`)."""

    id: int | None
    number: str | None
    name: str
    name_key: str
    values: dict[str, Any]
    areas: set[Ref] = field(default_factory=set)
    posts: list[HeldPost] = field(default_factory=list)
    row: int | None = None
    changes: dict[str, Any] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)

    @property
    def born(self) -> date | None:
        """The day of birth, as far as it is known."""
        born: date | None = self.values.get("born")
        return born

    @property
    def birth_year(self) -> int | None:
        """The year of birth, as far as it is known."""
        year: int | None = self.values.get("birth_year")
        return year


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body there is, and the area it belongs to today."""

    id: int
    kind: BodyKind
    name: str
    area: Ref | None


@dataclass(frozen=True, slots=True)
class NewBody:
    """A body the sheet names and nobody knows yet."""

    kind: BodyKind
    name: str
    area: Ref | None


@dataclass(slots=True)
class Roll:
    """Everything an import looks up. `areas` maps area keys to today's area, `area_names` its ids to their names."""

    commune: Callable[[], str]
    people: dict[str, list[Candidate]]
    areas: dict[str, Ref]
    area_names: dict[Ref, str]
    bodies: dict[str, KnownBody]
    posts: Mapping[str, str]
    find_area: Callable[[str], Ref | None]
    new_areas: dict[str, str] = field(default_factory=dict)
    new_bodies: dict[str, NewBody] = field(default_factory=dict)
    new_posts: dict[str, str] = field(default_factory=dict)
    _numbers: dict[str, Candidate] = field(init=False)
    _said: dict[str, Ref] = field(default_factory=dict, init=False)
    _of_kind: dict[tuple[BodyKind, Ref | None], Ref] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._numbers = {one.number: one for several in self.people.values() for one in several if one.number}
        for known in self.bodies.values():
            self._of_kind.setdefault((known.kind, known.area), known.id)

    def numbered(self, number: str) -> Candidate | None:
        """The person with this number."""
        return self._numbers.get(number)

    def area(self, name: str) -> Ref:
        """The area people mean by `name`; one not known is noted to be made."""
        found = self._said.get(name)
        if found is None:
            found = self._said[name] = self._area(name)
        return found

    def body(self, line: PersonLine, area: Ref | None) -> Ref | None:
        """The body a row speaks of; None where it speaks of none. One not known is noted to be made.

        A row that names an area and no body means the area's Front working committee (interfaces: roster sheets);
        one with a post alone means the committee.
        """
        kind = line.body_kind
        if line.body:
            kind = kind or BodyKind.OTHER
            if kind is BodyKind.OTHER or not says_only_kind(line.body, kind):
                return self._named(kind, line.body, area if kind in _OF_AN_AREA else None)
        elif kind is None:
            if area is None and line.post is None:
                return None
            kind = BodyKind.WORKING_COMMITTEE if area is not None else BodyKind.COMMITTEE
        return self._of(kind, area if kind in _OF_AN_AREA else None)

    def post(self, name: str) -> str:
        """The post as it is known already; a new one is noted to be made."""
        key = post_key(name)
        if key in self.posts:
            return self.posts[key]
        return self.new_posts.setdefault(key, spelled(name))

    def _area(self, name: str) -> Ref:
        key = area_key(name)
        found = self.areas.get(key)
        if found is None:
            found = self.find_area(name)
            if found is None:
                found = key
                self.new_areas[key] = name
                self.area_names[key] = name
            self.areas[key] = found
        return found

    def _of(self, kind: BodyKind, area: Ref | None) -> Ref:
        found = self._of_kind.get((kind, area))
        if found is not None:
            return found
        if kind is BodyKind.COMMITTEE:
            return self._named(kind, f"{BODY_NAMES[kind]} {self.commune()}", None)
        return self._named(kind, body_name(kind, self.area_names[area] if area is not None else None), area)

    def _named(self, kind: BodyKind, name: str, area: Ref | None) -> Ref:
        key = body_key(name)
        if key in self.bodies:
            return self.bodies[key].id
        if key not in self.new_bodies:
            self.new_bodies[key] = NewBody(kind, name, area)
            self._of_kind.setdefault((kind, area), key)
        return key
