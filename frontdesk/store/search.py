"""Finding any row by the beginnings of its words, without diacritics, newest first.

One contentless FTS5 table over folded text, rowid = the row's id. Never by rank: at a million entries the
newest hits take milliseconds, the best ones more than a second.

A text is not taken in by itself: FTS5 writes half a dozen pages for each commit, however little there is to write. The
last ones wait in a table of their own, which every search reads besides, until there are enough of them.
"""

import re
import sys
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Final

from peewee import SQL, CompoundSelectQuery, Select

from frontdesk.store.connection import Connection
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
WAITING: Final = "unindexed"
MOST_WAITING: Final = 64
_PUT: Final = (
    f"INSERT INTO {WAITING} (id, topic, text) VALUES (?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET topic = excluded.topic, text = excluded.text"
)
_WORD: Final = re.compile(r"\w+")
_LONGEST_PREFIX: Final = 3
_JUDGED_FROM: Final = 2
_JUDGED_BY: Final = 50
_NESTED: Final = 12
_SPELT_OUT: Final = 4
# One row for each place of each word: asked for one row only, it reads no further than the next word.
_TERMS: Final = "search_terms"
_CREATE_TERMS: Final = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{_TERMS} USING fts5vocab('main', '{TABLE}', 'instance')"
)
_NEXT_TERM: Final = f"SELECT term FROM temp.{_TERMS} WHERE term >= ? AND term < ? LIMIT 1"
_NOT_WAITING: Final = f"rowid NOT IN (SELECT id FROM {WAITING})"
_HAS_WORD: Final = "instr(' ' || text, ?) > 0"
# A letter for private use: no folded text holds it.
_NOWHERE: Final = '"\U0010fffd"'


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
    return fold(" ".join([value if type(value) is str else str(value) for value in values if value is not None]))


def put(connection: Connection, texts: Mapping[int, tuple[str, str]], known: Set[int]) -> None:
    """Have rows found by these texts from now on: topic and text by id, "" for a row that is found no more.

    `known` are those of them that may have been found by another text before.
    """
    if not texts:
        return
    (waiting,) = connection.execute(f"SELECT COUNT(*) FROM {WAITING}").fetchone()
    rows = [(row_id, topic, text) for row_id, (topic, text) in texts.items()]
    if waiting + len(rows) <= MOST_WAITING:
        connection.executemany(_PUT, rows)
        return
    take_in(connection, without=texts.keys())
    connection.executemany(DELETE, [(row_id,) for row_id in known])
    connection.executemany(INSERT, [row for row in rows if row[2]])


def take_in(connection: Connection, without: Set[int] = frozenset()) -> None:
    """Take the texts that wait into the index; those of the rows in `without` are only forgotten."""
    waiting = connection.execute(f"SELECT id, topic, text FROM {WAITING}").fetchall()
    if waiting:
        connection.executemany(DELETE, [(row_id,) for row_id, _topic, _text in waiting])
        connection.executemany(INSERT, [row for row in waiting if row[2] and row[0] not in without])
        connection.execute(f"DELETE FROM {WAITING}")


def expression(text: str, topic: str | None = None) -> str | None:
    """The FTS5 query for what a person typed: every word by its beginning; None when nothing was typed.

    The words that few rows hold are asked first, and each other only of the rows found so far.
    """
    words = _asked(text)
    if not words:
        return None
    wanted = [_asked_for(word) for word in (_rarest_first(words) if len(words) > _JUDGED_FROM else words)]
    if topic is not None:
        wanted.append(f'topic : "{topic}"')
    return _all_of(wanted)


def _asked(text: str) -> list[str]:
    """The words of `text` in their order, each once, without those that begin another: who has that has them too."""
    words = list(dict.fromkeys(_WORD.findall(fold(text))))
    return [word for word in words if not any(other != word and other.startswith(word) for other in words)]


def _asked_for(word: str) -> str:
    """What finds the rows with a word that begins so.

    Of a longer beginning than the index knows, FTS5 gathers all rows before it tells the first one. Few words begin
    so; by their whole names they are read row by row, as far as anybody asks.
    """
    if len(word) <= _LONGEST_PREFIX:
        return f'text : "{word}"*'
    live.execute_sql(_CREATE_TERMS)
    known: list[str] = []
    since, until = word, f"{word}{chr(sys.maxunicode)}"
    while (found := live.execute_sql(_NEXT_TERM, (since, until)).fetchone()) is not None:
        known.append(f'"{found[0]}"')
        if len(known) > _SPELT_OUT:
            return f'text : "{word}"*'
        since = f"{found[0]}\x01"
    return f"text : ({' OR '.join(known)})" if known else _NOWHERE


def _rarest_first(words: list[str]) -> list[str]:
    """`words` by how far back in the file the newest rows that hold them reach."""
    reach = {}
    for word in words:
        # No more letters than the index knows beginnings of: a longer one it has to gather first.
        newest = live.execute_sql(
            f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?",
            (f'text : "{word[:_LONGEST_PREFIX]}"*', _JUDGED_BY),
        ).fetchone()
        reach[word] = 0 if newest is None else newest[0]
    return sorted(words, key=reach.__getitem__)


def _all_of(wanted: list[str]) -> str:
    # FTS5 goes through the rows of all parts of one AND in step, however rare one of them is. An OR keeps two of them
    # apart from the others, which are then asked only of what both hold.
    nested = wanted[0]
    for each in wanted[1:_NESTED]:
        nested = f"(({nested} AND {each}) OR {_NOWHERE})"
    return " AND ".join([nested, *wanted[_NESTED:]])


def matching(text: str, topic: str | None, limit: int | None = None) -> CompoundSelectQuery | None:
    """A subquery of the ids of `topic` (None: of all) that match `text`, newest first; None when nothing was typed.

    A slice filters with ``.where(Table.id.in_(matching(…)))``.
    """
    wanted = expression(text, topic)
    if wanted is None:
        return None
    taken_in = Select([SQL(TABLE)], [SQL("rowid")]).where(SQL(f"{TABLE} MATCH ?", (wanted,)), SQL(_NOT_WAITING))
    waiting = Select([SQL(WAITING)], [SQL("id")]).where(*(SQL(_HAS_WORD, (f" {word}",)) for word in _asked(text)))
    if topic is not None:
        waiting = waiting.where(SQL("topic = ?", (topic,)))
    return _newest_first(taken_in, waiting, limit)


def between(found: CompoundSelectQuery, first: int, last: int) -> CompoundSelectQuery:
    """Those of a `matching` subquery whose ids lie from `first` to `last`: the others are never looked at."""
    return _newest_first(
        found.lhs.where(SQL("rowid BETWEEN ? AND ?", (first, last))),
        found.rhs.where(SQL("id BETWEEN ? AND ?", (first, last))),
    )


def _newest_first(taken_in: Select, waiting: Select, limit: int | None = None) -> CompoundSelectQuery:
    query = taken_in.union_all(waiting).order_by(SQL("1 DESC"))
    return query if limit is None else query.limit(limit)


def find(text: str, limit: int = 50, topic: str | None = None) -> list[Hit]:
    """The newest rows whose words begin with those of `text`."""
    query = matching(text, topic, limit)
    if query is None:
        return []
    ids = [row_id for (row_id,) in live.execute(query).fetchall()]
    found = Entity.select(Entity.id, Entity.table_name, Entity.number, Entity.title).where(Entity.id.in_(ids))
    return sorted((Hit(*row) for row in tuples(found)), key=lambda hit: -hit.id)
