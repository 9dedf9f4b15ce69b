"""What belongs together across slices: opinion, petition, task, paper, voucher; read both ways."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from peewee import Database

from frontdesk.store.model import Entity, Link, live, tuples

# What `Change.number` gives out ends so: what does not is not asked for.
_NUMBER: Final = re.compile(r".+-\d{4,}")
# Where numbers stand, those of drafts too: each has a unique index of its own.
_NUMBERED: Final = (
    "SELECT DISTINCT m.name, c.name FROM sqlite_master AS m, pragma_index_list(m.name) AS i, pragma_index_info(i.name) "
    "AS c WHERE m.type = 'table' AND i.\"unique\" AND c.name IN ('number', 'draft') ORDER BY 1, 2"
)
_ENTITY: Final = (Entity.id, Entity.table_name, Entity.number, Entity.title)


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
    if _NUMBER.fullmatch(number) is None:
        return None
    found = live.connection().execute(_who_has(live.obj), {"number": number}).fetchone()
    return None if found is None else EntityRow(*found)


@lru_cache(maxsize=1)
def _who_has(_office: Database) -> str:
    """The query for the row with a number. Each table knows its own: one index of all would be written twice over.

    The file is asked for its tables, not the program: a slice may have numbers in it that was never loaded.
    """
    places = [
        f'SELECT id FROM "{table}" WHERE "{column}" = :number'
        for table, column in live.connection().execute(_NUMBERED).fetchall()
    ]
    return f"SELECT id, table_name, number, title FROM entity WHERE id IN ({' UNION ALL '.join(places)}) LIMIT 1"
