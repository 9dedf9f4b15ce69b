"""What belongs together across slices: opinion, petition, task, paper, voucher; read both ways."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from frontdesk.store.model import Entity, Link, tuples
from frontdesk.store.prepared import Prepared

_ENTITY: Final = (Entity.id, Entity.table_name, Entity.number, Entity.title)
_NUMBERED: Final = Prepared(lambda number: Entity.select(*_ENTITY).where(Entity.number == number).limit(1))


@dataclass(frozen=True)
class EntityRow:
    """Any row by its id: its table, number (None where it has none) and title."""

    id: int
    table: str
    number: str | None
    title: str


@dataclass(frozen=True)
class LinkRow:
    """One end of a link seen from the other. `outward`: the row asked about is the link's from-end."""

    kind: str
    outward: bool
    other: EntityRow


def of(row_id: int, kind: str | None = None) -> list[LinkRow]:
    """The links of a row that have not ended, in the order they were made."""
    query = Link.select(Link.from_id, Link.to_id, Link.kind).where(
        (Link.from_id == row_id) | (Link.to_id == row_id), ~Link.ended
    )
    if kind is not None:
        query = query.where(Link.kind == kind)
    ends = [
        (linked, source == row_id, target if source == row_id else source)
        for source, target, linked in tuples(query.order_by(Link.id))
    ]
    known = entities(other for _kind, _outward, other in ends)
    return [LinkRow(linked, outward, known[other]) for linked, outward, other in ends if other in known]


def entities(ids: Iterable[int]) -> dict[int, EntityRow]:
    """The rows with these ids, by id."""
    wanted = list(ids)
    query = Entity.select(*_ENTITY).where(Entity.id.in_(wanted))
    return {row[0]: EntityRow(*row) for row in tuples(query)}


def by_number(number: str) -> EntityRow | None:
    """The row people know by `number`, None when there is none."""
    found = _NUMBERED(number)
    return EntityRow(*found[0]) if found else None
