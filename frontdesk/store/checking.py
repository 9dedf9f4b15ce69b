"""Whether the file is what the journal says it is: every row, number, title, search entry and attachment.

The journal is replayed: its chain must hold, the head that office.keys remembers must lie on it, and each
table must hold exactly the rows that the last entries describe. Drafts are not vouched for.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import zip_longest
from typing import Any, Final

from peewee import DatabaseError
from sqlcipher3 import dbapi2 as sqlcipher

from frontdesk.errors import DeskUnavailable
from frontdesk.messages import _
from frontdesk.store import journal, migrate, search
from frontdesk.store.change import ID_SERIES
from frontdesk.store.connection import Connection
from frontdesk.store.keys import Head
from frontdesk.store.model import RECORDS, Attachment, Counter, Entity, Record, live, tuples
from frontdesk.store.store import Store
from frontdesk.store.table import quoted, table_of

_NUMBER: Final = re.compile(r"(.+)-(\d{4,})")
_MOST_NAMED: Final = 5


@dataclass(frozen=True)
class Finding:
    """The outcome of one check: `fault` None when all is well, else a sentence saying what is wrong."""

    subject: str
    fault: str | None = None

    @property
    def ok(self) -> bool:
        """Whether all is well."""
        return self.fault is None


@dataclass
class _Replay:
    """What the journal says the tables must hold: for each row id its table, the image's hash and the salt."""

    rows: dict[int, tuple[str, str | None, str]] = field(default_factory=dict)
    numbers: dict[str, set[int]] = field(default_factory=dict)
    steps: list[list[str]] | None = None
    faults: list[str] = field(default_factory=list)


def check(store: Store, models: Sequence[type[Record]]) -> list[Finding]:
    """Check everything the store answers for; `models` are the tables of the slices."""
    records = [*RECORDS, *models]
    with live.atomic("DEFERRED"):
        replay = _replayed(store.anchor)
        subjects: list[tuple[str, Callable[[], list[str]]]] = [
            (_("the file itself"), _file_faults),
            (_("references between tables"), _reference_faults),
            (_("the journal's chain"), lambda: replay.faults),
            (_("rows against the journal"), lambda: _row_faults(replay, records)),
            (_("numbers without gaps"), lambda: _number_faults(replay)),
            (_("titles and numbers of rows"), lambda: _entity_faults(records)),
            (_("the search index"), lambda: _search_faults(records)),
            (_("the file's version"), lambda: _step_faults(replay)),
            (_("attachments"), lambda: _attachment_faults(store)),
        ]
        return [_finding(subject, faults) for subject, faults in subjects]


def _finding(subject: str, faults: Callable[[], list[str]]) -> Finding:
    try:
        found = faults()
    except (DatabaseError, sqlcipher.DatabaseError) as error:
        found = [_("cannot be read ({why})").format(why=error)]
    if not found:
        return Finding(subject)
    more = len(found) - _MOST_NAMED
    named = "; ".join(found[:_MOST_NAMED])
    return Finding(subject, named if more <= 0 else _("{named}; and {more} more").format(named=named, more=more))


def _file_faults() -> list[str]:
    pages = [row[0] for row in live.execute_sql("PRAGMA cipher_integrity_check").fetchall()]
    return pages + [row[0] for row in live.execute_sql("PRAGMA integrity_check").fetchall() if row[0] != "ok"]


def _reference_faults() -> list[str]:
    rows = live.execute_sql("PRAGMA foreign_key_check").fetchall()
    return [
        _("row {row} of {table} points to nothing in {other}").format(row=r[1], table=r[0], other=r[2]) for r in rows
    ]


def _replayed(anchor: Head | None) -> _Replay:
    """Walk the chain once, noting what it says and where it breaks."""
    replay = _Replay()
    head, blanked, vouched, anchored = journal.NOTHING, set(), set(), anchor is None or anchor == journal.NOTHING
    for entry in journal.walk():
        header = (entry.seq, entry.at, entry.act, entry.user, entry.deed, entry.table_name, entry.row_id, entry.number)
        if entry.seq != head.seq + 1:
            replay.faults.append(_("entries are missing before no. {seq}").format(seq=entry.seq))
        elif entry.hash != journal.entry_hash(head.hash, header, entry.payload_hash):
            replay.faults.append(_("entry no. {seq} was changed").format(seq=entry.seq))
        if entry.payload is None:
            blanked.add(entry.seq)
        elif entry.salt is None or journal.payload_hash(entry.salt, entry.payload) != entry.payload_hash:
            replay.faults.append(_("the content of entry no. {seq} was changed").format(seq=entry.seq))
        else:
            vouched.update(_note(replay, entry))
        if entry.payload is None and entry.row_id:
            replay.rows[entry.row_id] = (entry.table_name, None, "")
        _note_number(replay, entry.number)
        head = Head(entry.seq, entry.hash)
        anchored = anchored or head == anchor
    if not anchored:
        replay.faults.append(
            _("its end is missing: office.keys remembers entry no. {seq}").format(seq=anchor.seq if anchor else 0)
        )
    replay.faults += [_("entry no. {seq} was emptied").format(seq=seq) for seq in sorted(blanked - vouched)]
    return replay


def _note(replay: _Replay, entry: journal.Entry) -> list[int]:
    """Take over what an entry says; returns the entries it vouches to have blanked."""
    content = entry.content()
    if "after" in content:
        replay.rows[entry.row_id] = (entry.table_name, _digest(content["after"]), entry.salt or "")
    if "steps" in content:
        replay.steps = content["steps"]
    return list(content.get("blanks", []))


def _note_number(replay: _Replay, number: str | None) -> None:
    found = _NUMBER.fullmatch(number or "")
    if found:
        replay.numbers.setdefault(found[1], set()).add(int(found[2]))


def _row_faults(replay: _Replay, records: Sequence[type[Record]]) -> list[str]:
    faults = []
    expected = dict(replay.rows)
    for model in records:
        table = table_of(model)
        for values in _raw_rows(model):
            name, digest, salt = expected.pop(values["id"], ("", None, ""))
            if name != table.name:
                faults.append(_("row {row} of {table} is in no journal").format(row=values["id"], table=table.name))
            elif digest != _digest(journal.image(values, table.secret, salt)):
                faults.append(_("row {row} of {table} is not as journalled").format(row=values["id"], table=table.name))
    return faults + [
        _("row {row} of {table} is missing").format(row=row, table=name) for row, (name, *_rest) in expected.items()
    ]


def _number_faults(replay: _Replay) -> list[str]:
    held: dict[str, int] = {name: value for name, value in tuples(Counter.select(Counter.name, Counter.value))}
    given = held.pop(ID_SERIES, 0)
    faults = [] if given == max(replay.rows, default=0) == len(replay.rows) else [_("the count of rows does not agree")]
    for series, numbers in sorted(replay.numbers.items()):
        if held.pop(series, 0) != max(numbers):
            faults.append(_("the counter of {series} does not agree").format(series=series))
        gaps = sorted(set(range(1, max(numbers) + 1)) - numbers)
        faults += [_("{series}-{number:04} is missing").format(series=series, number=gap) for gap in gaps]
    return faults + [_("the counter of {series} belongs to no number").format(series=series) for series in held]


def _entity_faults(records: Sequence[type[Record]]) -> list[str]:
    query = Entity.select(Entity.id, Entity.table_name, Entity.number, Entity.title)
    held = {row[0]: row[1:] for row in tuples(query)}
    faults = []
    for model in records:
        name = table_of(model).name
        for values in _raw_rows(model):
            described = model.describe(values)
            if held.pop(values["id"], None) != (name, described.number, described.title):
                faults.append(_("row {row} of {table} has another title").format(row=values["id"], table=name))
    return faults + [_("a title stands for row {row}, which is missing").format(row=row) for row in held]


def _search_faults(records: Sequence[type[Record]]) -> list[str]:
    """Build the index anew in memory and compare term by term."""
    with closing(sqlcipher.connect(":memory:", isolation_level=None)) as fresh:
        fresh.execute(search.CREATE)
        fresh.execute(search.SECURE_DELETE)
        fresh.execute("BEGIN")
        for model in records:
            table = table_of(model)
            if table.searchable:
                texts = (
                    (row["id"], table.topic, search.index_text(row[name] for name in table.searchable))
                    for row in _raw_rows(model)
                )
                fresh.executemany(search.INSERT, (row for row in texts if row[2]))
        fresh.execute("COMMIT")
        connection = live.connection()
        connection.execute(search.VOCABULARY)
        try:
            fresh.execute(search.VOCABULARY)
            queries = (search.TERMS, search.SIZES, search.CONFIGURATION)
            same = all(_same(connection, fresh, query) for query in queries)
        finally:
            connection.execute(search.DROP_VOCABULARY)
    return [] if same else [_("it does not agree with the rows")]


def _same(one: Connection, other: Connection, query: str) -> bool:
    missing = object()
    pairs = zip_longest(one.execute(query), other.execute(query), fillvalue=missing)
    return all(left == right for left, right in pairs)


def _step_faults(replay: _Replay) -> list[str]:
    connection = live.connection()
    if migrate.steps_taken(connection) != replay.steps or migrate.version_of(connection) != migrate.version():
        return [_("its history of versions is not as journalled")]
    return []


def _attachment_faults(store: Store) -> list[str]:
    faults = []
    for name, digest in tuples(Attachment.select(Attachment.name, Attachment.digest)):
        try:
            store.vault.get(digest)
        except DeskUnavailable:
            faults.append(_("{name} is missing or was changed").format(name=name))
    return faults


def _raw_rows(model: type[Record]) -> Iterator[dict[str, Any]]:
    """Every row of a table as SQLite holds it, column by column."""
    table = table_of(model)
    query = f'SELECT {quoted(table.columns)} FROM "{table.name}"'
    for row in live.connection().execute(query):
        yield dict(zip(table.columns, row, strict=True))


def _digest(image: dict[str, Any]) -> str:
    return sha256(journal.encode(image).encode()).hexdigest()
