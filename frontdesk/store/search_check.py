"""Whether the search index is the one that its rows would give, and whole.

FTS5 lays an index out by its history, so that two honest ones of the same rows need not be equal byte for byte. A copy
of its tables is rewritten in memory instead, and given to FTS5 as the index of a table of the rows: its own check then
looks up every word and every beginning of one. That says nothing of the way into the live pages, which is
compared with what its root describes. Two things depend on the past and are not vouched for: running sums that only
ranking reads (nothing here ranks), and which generation of writing a text and a page belong to.
Format: https://sqlite.org/src/file/ext/fts5/fts5_index.c
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from sqlcipher3 import dbapi2 as sqlcipher

from frontdesk.store import search
from frontdesk.store.connection import Connection
from frontdesk.store.search import TABLE

AVERAGES_ID: Final = 1
STRUCTURE_ID: Final = 10
_COOKIE_BYTES: Final = 4
_VERSION_2: Final = b"\xff\x00\x00\x01"
_SEGMENT_SHIFT: Final = 37
_POSITIONS_BIT: Final = 1 << 36
_TOMBSTONE_SEGMENT: Final = 1 << 16
_BEYOND_ALL_IDS: Final = 1 << 62
_TABLES: Final = {"data": "id, block", "idx": "segid, term, pgno", "docsize": "id, sz, origin", "config": "k, v"}
_PLAIN: Final = (
    f"SELECT id, sz FROM {TABLE}_docsize ORDER BY id",
    f"SELECT k, v FROM {TABLE}_config ORDER BY k",
    f"SELECT substr(block, 1, {_COOKIE_BYTES}) FROM {TABLE}_data WHERE id = {STRUCTURE_ID}",
)
_TEXTS: Final = "texts"
_BEYOND_ALL: Final = (_BEYOND_ALL_IDS, "", "x")
_CREATE_WITNESS: Final = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5({search.COLUMNS}, content='{_TEXTS}', content_rowid='id', "
    f"{search.LETTERS})"
)
_WITNESSED: Final = (("data", "id, block", "copy"), ("idx", "segid, term, pgno", "copy"), ("docsize", "id, sz", "copy"))


@dataclass(frozen=True)
class _Segment:
    """A sorted run of the index: its pages from `first` to `last`, and so many pages of deleted rows."""

    id: int
    first: int
    last: int
    tombstones: int

    @property
    def pages(self) -> Iterator[int]:
        """The row ids of its pages in the data table."""
        for page in range(self.first, self.last + 1):
            yield (self.id << _SEGMENT_SHIFT) + page
        for page in range(self.tombstones):
            yield ((self.id + _TOMBSTONE_SEGMENT) << _SEGMENT_SHIFT) + page


def agrees(connection: Connection, texts: Mapping[int, tuple[str, str]]) -> bool:
    """Whether the live index is whole and is that of `texts`: topic and folded text by id, of those that have one."""
    known = [(row_id, *said) for row_id, said in texts.items()]
    with closing(_made_of(known)) as fresh, closing(_copied(connection)) as copy:
        plain = all(_same(copy, fresh, query) for query in _PLAIN)
        _rewrite(fresh)
        _rewrite(copy)
        return plain and _is_of(copy, fresh, known) and _sound(connection)


def _is_of(copy: Connection, fresh: Connection, texts: list[tuple[int, str, str]]) -> bool:
    """Whether FTS5 itself finds in the rewritten `copy` every word of `texts`, every beginning of one, and no other."""
    witness = sqlcipher.connect(":memory:", isolation_level=None)
    with closing(witness):
        witness.execute(f"CREATE TABLE {_TEXTS} (id INTEGER PRIMARY KEY, {search.COLUMNS})")
        witness.executemany(f"INSERT INTO {_TEXTS} VALUES (?, ?, ?)", [*texts, _BEYOND_ALL])
        witness.execute(_CREATE_WITNESS)
        witness.execute("BEGIN")
        for table, columns, source in _WITNESSED:
            marks = ", ".join("?" * len(columns.split()))
            witness.execute(f"DELETE FROM {TABLE}_{table}")
            rows = (fresh if source == "fresh" else copy).execute(f"SELECT {columns} FROM {TABLE}_{table}")
            witness.executemany(f"INSERT INTO {TABLE}_{table} ({columns}) VALUES ({marks})", rows)
        # How often a word stands anywhere is summed up over the past of an index.
        sums = fresh.execute(f"SELECT block FROM {TABLE}_data WHERE id = {AVERAGES_ID}").fetchone()
        witness.execute(f"UPDATE {TABLE}_data SET block = ? WHERE id = {AVERAGES_ID}", sums)
        witness.execute("COMMIT")
        try:
            witness.execute(f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES ('integrity-check', 1)")
        except sqlcipher.DatabaseError:
            return False
        return True


def _made_of(texts: Iterable[tuple[int, str, str]]) -> Connection:
    connection = sqlcipher.connect(":memory:", isolation_level=None)
    connection.execute(search.CREATE)
    connection.execute(search.SECURE_DELETE)
    connection.execute("BEGIN")
    connection.executemany(search.INSERT, texts)
    connection.execute("COMMIT")
    return connection


def _copied(source: Connection) -> Connection:
    # FTS5 reads its root when it is first used: nothing may use the copy before it is filled.
    connection = sqlcipher.connect(":memory:", isolation_level=None)
    connection.execute(search.CREATE)
    connection.execute("BEGIN")
    for table, columns in _TABLES.items():
        marks = ", ".join("?" * len(columns.split()))
        connection.execute(f"DELETE FROM {TABLE}_{table}")
        rows = source.execute(f"SELECT {columns} FROM {TABLE}_{table}")
        connection.executemany(f"INSERT INTO {TABLE}_{table} ({columns}) VALUES ({marks})", rows)
    connection.execute("COMMIT")
    return connection


def _rewrite(connection: Connection) -> None:
    # An index of one run counts as rewritten already: one text more makes two.
    connection.execute(search.INSERT, _BEYOND_ALL)
    connection.execute(search.OPTIMIZE)


def _same(one: Connection, other: Connection, query: str) -> bool:
    missing = object()
    pairs = zip_longest(one.execute(query), other.execute(query), fillvalue=missing)
    return all(left == right for left, right in pairs)


def _sound(connection: Connection) -> bool:
    """Whether every page belongs to the index and every page with terms can be reached."""
    found = connection.execute(f"SELECT block FROM {TABLE}_data WHERE id = ?", (STRUCTURE_ID,)).fetchone()
    try:
        segments = list(_segments(found[0]))
    except (IndexError, TypeError, ValueError):
        return False
    return _pages_fit(connection, segments) and _entries_fit(connection, segments)


def _pages_fit(connection: Connection, segments: list[_Segment]) -> bool:
    wanted = {AVERAGES_ID, STRUCTURE_ID}.union(*(segment.pages for segment in segments))
    live = {segment.id for segment in segments}
    held = {row[0] for row in connection.execute(f"SELECT id FROM {TABLE}_data")}
    # Long lists of positions have an index of their own, whose pages SQLite's check reads.
    lists = {page for page in held - wanted if page & _POSITIONS_BIT and page >> _SEGMENT_SHIFT in live}
    return held - lists == wanted


def _entries_fit(connection: Connection, segments: list[_Segment]) -> bool:
    wanted = set()
    for segment in segments:
        base = segment.id << _SEGMENT_SHIFT
        rows = connection.execute(
            f"SELECT id, block FROM {TABLE}_data WHERE id BETWEEN ? AND ?", (base + segment.first, base + segment.last)
        )
        # A page ends with a list of its terms, where it has any: the size of what stands before is in bytes 2 and 3.
        wanted |= {(segment.id, row - base) for row, block in rows if len(block) > int.from_bytes(block[2:4], "big")}
    rows = connection.execute(f"SELECT segid, pgno >> 1, typeof(pgno) FROM {TABLE}_idx").fetchall()
    held = {(segment, page) for segment, page, kind in rows if kind == "integer"}
    # A run that is being merged into another loses its first pages before the entries that led to them.
    first = {segment.id: segment.first for segment in segments}
    merged = {(segment, page) for segment, page in held - wanted if 0 < page < first.get(segment, 0)}
    return len(rows) == len(held) and held - merged == wanted


def _segments(block: bytes) -> Iterator[_Segment]:
    if block[_COOKIE_BYTES : _COOKIE_BYTES + len(_VERSION_2)] != _VERSION_2:
        raise ValueError(block)
    numbers = list(_varints(block[_COOKIE_BYTES + len(_VERSION_2) :]))
    levels, at = numbers[0], 3
    for _level in range(levels):
        count = numbers[at + 1]
        at += 2
        for _segment in range(count):
            segment, first, last, _origin1, _origin2, tombstones, _buried, _entries = numbers[at : at + 8]
            yield _Segment(segment, first, last, tombstones)
            at += 8
    if at != len(numbers):
        raise ValueError(block)


def _varints(block: bytes) -> Iterator[int]:
    """SQLite's integers of one to nine bytes, seven bits each, the highest first."""
    value, size = 0, 0
    for byte in block:
        size += 1
        if size == 9:
            value, size = (value << 8) | byte, 0
            yield value
            value = 0
            continue
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            yield value
            value, size = 0, 0
    if size:
        raise ValueError(block)
