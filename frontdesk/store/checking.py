"""Whether the file is what the journal says it is: every row, number, title, search entry and attachment.

The journal is replayed: its chain must hold, the head that office.keys remembers must lie on it, and each
table must hold exactly the rows that the last entries describe. Drafts are not vouched for.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from peewee import DatabaseError, Model
from sqlcipher3 import dbapi2 as sqlcipher

from frontdesk.messages import _
from frontdesk.store import journal, migrate, schema, search, search_check
from frontdesk.store.change import LAST_ID
from frontdesk.store.model import PLAIN, RECORDS, Attachment, Counter, Entity, Record, live, tuples
from frontdesk.store.replay import Replay, Vouched, digest_of, replay_of
from frontdesk.store.store import Store
from frontdesk.store.table import quoted, table_of

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


def check(store: Store, models: Sequence[type[Model]]) -> list[Finding]:
    """Check everything the store answers for; `models` are the tables of the slices."""
    tables = [*RECORDS, *models]
    records = [model for model in tables if issubclass(model, Record)]
    replay = Replay()

    def chain_faults() -> list[str]:
        nonlocal replay
        replay = replay_of(store.anchor)
        return replay.faults

    subjects: list[tuple[str, Callable[[], list[str]]]] = [
        (_("the file itself"), _file_faults),
        (_("the file's tables"), lambda: _schema_faults(tables)),
        (_("references between tables"), _reference_faults),
        (_("the journal's chain"), chain_faults),
        (_("rows against the journal"), lambda: _row_faults(replay, records)),
        (_("numbers without gaps"), lambda: _number_faults(replay)),
        (_("titles and numbers of rows"), lambda: _entity_faults(replay, records)),
        (_("the search index"), lambda: _search_faults(replay, records)),
        (_("the file's version"), lambda: _step_faults(replay)),
        (_("attachments"), lambda: _attachment_faults(store)),
    ]
    findings: list[Finding] = []
    try:
        with live.atomic("DEFERRED"):
            findings = [_finding(subject, faults) for subject, faults in subjects]
    except DatabaseError:
        # On a damaged file SQLite ends the transaction by itself; what was found is what counts.
        if not findings:
            raise
    return findings


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
    """SQLCipher's own sums, and SQLite's of trees and of the search index."""
    pages = [row[0] for row in live.execute_sql("PRAGMA cipher_integrity_check").fetchall()]
    return pages + [row[0] for row in live.execute_sql("PRAGMA integrity_check").fetchall() if row[0] != "ok"]


def _schema_faults(tables: Sequence[type[Model]]) -> list[str]:
    wanted = schema.wanted([*PLAIN, *tables], migrate.DIRECTORY)
    return schema.differences(schema.of(live.connection()), wanted)


def _reference_faults() -> list[str]:
    rows = live.execute_sql("PRAGMA foreign_key_check").fetchall()
    return [
        _("row {row} of {table} points to nothing in {other}").format(row=r[1], table=r[0], other=r[2]) for r in rows
    ]


def _row_faults(replay: Replay, records: Sequence[type[Record]]) -> list[str]:
    faults = []
    expected = {row: known for row, known in replay.rows.items() if known.table not in replay.released}
    for model in records:
        table = table_of(model)
        for values in _raw_rows(model):
            known = expected.pop(values["id"], Vouched("", None, ""))
            if known.table != table.name:
                said = _("row {row} of {table} is in no journal")
            elif known.digest != digest_of(journal.image(values, table.secret, known.salt)):
                said = _("row {row} of {table} is not as journalled")
            else:
                continue
            replay.unsound.add(values["id"])
            faults.append(said.format(row=values["id"], table=table.name))
    return faults + [
        _("row {row} of {table} is missing").format(row=row, table=known.table) for row, known in expected.items()
    ]


def _number_faults(replay: Replay) -> list[str]:
    held: dict[str, int] = {name: value for name, value in tuples(Counter.select(Counter.name, Counter.value))}
    given = held.pop(LAST_ID, 0)
    faults = [] if given == max(replay.rows, default=0) == len(replay.rows) else [_("the count of rows does not agree")]
    for series, numbers in sorted(replay.numbers.items()):
        gaps = sorted(set(range(1, max(numbers) + 1)) - numbers)
        faults += [_("{series}-{number:04} is missing").format(series=series, number=gap) for gap in gaps]
    return faults + [_("the counter of {series} belongs to no number").format(series=series) for series in held]


def _entity_faults(replay: Replay, records: Sequence[type[Record]]) -> list[str]:
    query = Entity.select(Entity.id, Entity.table_name, Entity.number, Entity.title, Entity.entries)
    held, faults = {}, []
    for row_id, name, number, title, entries in tuples(query):
        held[row_id] = (name, number, title)
        if row_id in replay.rows and entries != ",".join(map(str, replay.rows[row_id].places)):
            faults.append(_("row {row} of {table} has another history").format(row=row_id, table=name))
    for model in records:
        name = table_of(model).name
        for values in _raw_rows(model):
            shown = held.pop(values["id"], None)
            # A row that was tampered with may hold what its model cannot describe.
            if values["id"] not in replay.unsound and shown != (name, *model.describe(values)):
                faults.append(_("row {row} of {table} has another title").format(row=values["id"], table=name))
    return faults + [_("a title stands for row {row}, which is missing").format(row=row) for row in held]


def _search_faults(replay: Replay, records: Sequence[type[Record]]) -> list[str]:
    if replay.faults:
        # What the index must hold is told by the journal, of which nothing can be believed.
        return []
    tables = {table_of(model).name: table_of(model) for model in records if table_of(model).searchable}
    texts = {
        row["id"]: (table.topic, search.index_text([row[name] for name in table.searchable]))
        for model in records
        if (table := tables.get(table_of(model).name))
        for row in _raw_rows(model)
    }
    head = journal.head()
    newer = search.tail(live.connection(), search.mark_of(head.seq), head.seq)
    if not newer.items() <= texts.items():
        return [_("it does not agree with the rows")]
    for row_id in newer:
        image = _image_before(replay.rows[row_id].places, search.mark_of(head.seq))
        table = tables[replay.rows[row_id].table]
        texts[row_id] = table.topic, search.index_text([image.get(name) for name in table.searchable])
    if search_check.agrees(live.connection(), {row_id: said for row_id, said in texts.items() if said[1]}):
        return []
    return [_("it does not agree with the rows")]


def _image_before(places: Sequence[int], mark: int) -> dict[str, Any]:
    """What a row held before its text changed after entry `mark`; {} of one made or wiped since.

    `places` are those of the row's entries.
    """
    before: dict[str, Any] = {}
    for entry in journal.at(places):
        content = entry.content()
        if entry.seq > mark and "found" in content:
            break
        before = content.get("after", {})
    return before


def _step_faults(replay: Replay) -> list[str]:
    connection = live.connection()
    if migrate.steps_taken(connection) != replay.steps or migrate.version_of(connection) != migrate.version():
        return [_("its history of versions is not as journalled")]
    return []


def _attachment_faults(store: Store) -> list[str]:
    rows = tuples(Attachment.select(Attachment.name, Attachment.digest).order_by(Attachment.id))
    return [
        _("{name} is missing or was changed").format(name=name)
        for name, digest in rows
        if not store.vault.sound(str(digest))
    ]


def _raw_rows(model: type[Record]) -> Iterator[dict[str, Any]]:
    """Every row of a table as SQLite holds it, column by column."""
    table = table_of(model)
    query = f'SELECT {quoted(table.columns)} FROM "{table.name}"'
    for row in live.connection().execute(query):
        yield dict(zip(table.columns, row, strict=True))
