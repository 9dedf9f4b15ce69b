"""Finding any row by the beginnings of its words, without diacritics, newest first.

One contentless FTS5 table over folded text, rowid = the row's id. Never by rank: at a million entries the
newest hits take milliseconds, the best ones more than a second.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from peewee import SQL, Select

from frontdesk.store.model import Entity, live, tuples
from frontdesk.vietnamese.text import fold

TABLE: Final = "search_index"
COLUMNS: Final = "topic, text"
LETTERS: Final = "tokenize=\"unicode61 remove_diacritics 2\", prefix='1 2 3'"
OPTIONS: Final = f"content='', contentless_delete=1, {LETTERS}"
CREATE: Final = f"CREATE VIRTUAL TABLE {TABLE} USING fts5({COLUMNS}, {OPTIONS})"
INSERT: Final = f"INSERT INTO {TABLE} (rowid, topic, text) VALUES (?, ?, ?)"
DELETE: Final = f"DELETE FROM {TABLE} WHERE rowid = ?"
OPTIMIZE: Final = f"INSERT INTO {TABLE} ({TABLE}) VALUES ('optimize')"
SECURE_DELETE: Final = f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES ('secure-delete', 1)"
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True)
class Hit:
    """A row found: its id, table, number (None where it has none) and title."""

    id: int
    table: str
    number: str | None
    title: str


def create() -> None:
    """Make the empty index in the live file."""
    live.execute_sql(CREATE)
    live.execute_sql(SECURE_DELETE)


def index_text(values: Iterable[object]) -> str:
    """The folded text of a row's searchable values."""
    return fold(" ".join(str(value) for value in values if value is not None))


def expression(text: str, topic: str | None = None) -> str | None:
    """The FTS5 query for what a person typed: every word by its beginning; None when nothing was typed."""
    words = _WORD.findall(fold(text))
    if not words:
        return None
    wanted = " ".join(f'"{word}"*' for word in words)
    return f"text : ({wanted})" if topic is None else f'topic : "{topic}" AND text : ({wanted})'


def matching(text: str, topic: str, limit: int | None = None) -> Select | None:
    """A subquery of the ids of `topic` that match `text`, newest first; None when nothing was typed.

    A slice filters with ``.where(Table.id.in_(matching(…)))``.
    """
    wanted = expression(text, topic)
    if wanted is None:
        return None
    query = Select([SQL(TABLE)], [SQL("rowid")]).where(SQL(f"{TABLE} MATCH ?", (wanted,))).order_by(SQL("rowid DESC"))
    return query if limit is None else query.limit(limit)


def find(text: str, limit: int = 50, topic: str | None = None) -> list[Hit]:
    """The newest rows whose words begin with those of `text`."""
    wanted = expression(text, topic)
    if wanted is None:
        return []
    rows = live.execute_sql(
        f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH ? ORDER BY rowid DESC LIMIT ?", (wanted, limit)
    ).fetchall()
    ids = [row[0] for row in rows]
    found = Entity.select(Entity.id, Entity.table_name, Entity.number, Entity.title).where(Entity.id.in_(ids))
    return sorted((Hit(*row) for row in tuples(found)), key=lambda hit: -hit.id)
