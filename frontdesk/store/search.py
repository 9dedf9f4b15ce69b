"""Finding any row by the beginnings of its words, without diacritics, newest first.

One contentless FTS5 table over folded text, rowid = the row's id. Never by rank: at a million entries the
newest hits take milliseconds, the best ones more than a second.

A text is not taken in by itself: FTS5 writes half a dozen pages for each commit, however little there is to write. The
index goes up to the last entry of the journal whose place is a multiple of so many; what later entries say of texts
every search reads besides. So the journal alone tells what the index must hold.
"""

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

import orjson
from peewee import SQL, CompoundSelectQuery, Select

from frontdesk.store import journal
from frontdesk.store.connection import Connection
from frontdesk.store.keys import Head
from frontdesk.store.model import Entity, among, live, tuples
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
EVERY: Final = 64
_TAIL: Final = "SELECT row_id, payload FROM journal WHERE seq > ? AND seq <= ? AND row_id <> 0 ORDER BY seq"
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
# A letter for private use: no folded text holds it.
_NOWHERE: Final = '"\U0010fffd"'


@dataclass(frozen=True)
class Hit:
    """A row found: its id, table, number (None where it has none) and title."""

    id: int
    table: str
    number: str | None
    title: str


class Said(NamedTuple):
    """What entry `seq` of the journal says a row is found by from then on: "" for no more. `new`: it made the row."""

    seq: int
    row_id: int
    topic: str
    text: str
    new: bool


def create() -> None:
    """Make the empty index in the live file."""
    live.execute_sql(CREATE)
    live.execute_sql(SECURE_DELETE)


def index_text(values: Iterable[object]) -> str:
    """The folded text of a row's searchable values."""
    return fold(" ".join([value if type(value) is str else str(value) for value in values if value is not None]))


def mark_of(seq: int) -> int:
    """The entry up to which the index goes in a journal that ends with entry `seq`."""
    return seq - seq % EVERY


def tail(connection: Connection, after: int, until: int) -> dict[int, tuple[str, str]]:
    """What rows are found by as entries after one and up to another say last: topic and text by id."""
    contents = [
        (row_id, orjson.loads(payload))
        for row_id, payload in connection.execute(_TAIL, (after, until))
        if payload is not None
    ]
    return {row_id: tuple(content["found"]) for row_id, content in contents if "found" in content}


def take_in(connection: Connection, since: int, until: int, said: Iterable[Said] = ()) -> None:
    """Bring the index on after the journal has grown from entry `since` to entry `until`.

    `said` is what the new entries say of texts, in their order.
    """
    old, new = mark_of(since), mark_of(until)
    if old == new:
        return
    texts = tail(connection, old, since)
    known, made = set(texts), set[int]()
    for each in said:
        if each.seq <= new:
            texts[each.row_id] = each.topic, each.text
            (made if each.new or each.row_id in made else known).add(each.row_id)
    connection.executemany(DELETE, [(row_id,) for row_id in known])
    connection.executemany(INSERT, [(row_id, topic, text) for row_id, (topic, text) in texts.items() if text])


def forget(connection: Connection, row_id: int) -> None:
    """Take out of the index what it holds of a row whose past is wiped."""
    connection.execute(DELETE, (row_id,))


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
    words = [f" {word}" for word in _asked(text)]
    newer = _since_mark(journal.head())
    hits = [
        row_id
        for row_id, (its, said) in newer.items()
        if topic in (None, its) and said and all(word in f" {said}" for word in words)
    ]
    taken_in = Select([SQL(TABLE)], [SQL("rowid")]).where(
        SQL(f"{TABLE} MATCH ?", (wanted,)), SQL("rowid").not_in(among(newer))
    )
    waiting = Select([among(hits)], [SQL("value")])
    return _newest_first(taken_in, waiting, limit)


def between(found: CompoundSelectQuery, first: int, last: int) -> CompoundSelectQuery:
    """Those of a `matching` subquery whose ids lie from `first` to `last`: the others are never looked at."""
    return _newest_first(
        found.lhs.where(SQL("rowid BETWEEN ? AND ?", (first, last))),
        found.rhs.where(SQL("value BETWEEN ? AND ?", (first, last))),
    )


@lru_cache(maxsize=1)
def _since_mark(head: Head) -> Mapping[int, tuple[str, str]]:
    """What the entries say that the index has not taken in; `head` tells one journal from any other."""
    return tail(live.connection(), mark_of(head.seq), head.seq)


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
