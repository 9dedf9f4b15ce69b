"""The shape of an office's file: what the models ask for, what a file has, and where the two differ.

Compared are objects, columns, references and indexes as SQLite understands them, never the text they were made by:
a column added by a step stands last and is worded differently.
"""

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from peewee import Model, SchemaManager
from playhouse.migrations import Runner
from playhouse.sqlcipher_ext import SqlCipherDatabase

from frontdesk.messages import _
from frontdesk.store import search
from frontdesk.store.connection import Connection

Schema = Mapping[tuple[str, str], Any]
"""By kind and name: columns and references of a table, columns of an index, text of anything else."""

_COLUMNS: Final = 'SELECT name, type, "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo(?) ORDER BY name'
_REFERENCES: Final = 'SELECT "from", "table", "to", on_update, on_delete FROM pragma_foreign_key_list(?) ORDER BY 1'
_OWN_INDEXES: Final = "SELECT \"unique\", partial FROM pragma_index_list(?) WHERE origin <> 'c'"
_INDEX: Final = 'SELECT "unique", partial FROM pragma_index_list(?) WHERE name = ?'
_INDEX_COLUMNS: Final = 'SELECT name, "desc", coll FROM pragma_index_xinfo(?) WHERE key ORDER BY seqno'


def wanted(models: Sequence[type[Model]], directory: Path) -> Schema:
    """The schema of a fresh office with `models`, made in memory."""
    with closing(SqlCipherDatabase(":memory:")) as fresh:
        fresh.connect()
        for model in models:
            SchemaManager(model, fresh).create_all(safe=False)
        fresh.execute_sql(search.CREATE)
        Runner(fresh, str(directory)).up(fake=True)
        return of(fresh.connection())


def of(connection: Connection) -> Schema:
    """The schema of an open file."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    return {
        (kind, name): _shape(connection, kind, name, table, sql)
        for kind, name, table, sql in rows
        if not name.startswith("sqlite_")
    }


def differences(found: Schema, expected: Schema) -> list[str]:
    """What a file has too much, lacks, or has in another form, in sentences."""
    changed = {key for key in found.keys() & expected.keys() if found[key] != expected[key]}
    said = (
        (_("{kind} {name} does not belong here"), found.keys() - expected.keys()),
        (_("{kind} {name} is missing"), expected.keys() - found.keys()),
        (_("{kind} {name} is not as it was made"), changed),
    )
    return [text.format(kind=kind, name=name) for text, keys in said for kind, name in sorted(keys)]


def _shape(connection: Connection, kind: str, name: str, table: str, sql: str | None) -> Any:
    if kind == "table" and not (sql or "").upper().startswith("CREATE VIRTUAL"):
        return [connection.execute(query, (name,)).fetchall() for query in (_COLUMNS, _REFERENCES, _OWN_INDEXES)]
    if kind == "index":
        columns = connection.execute(_INDEX_COLUMNS, (name,)).fetchall()
        return [table, connection.execute(_INDEX, (table, name)).fetchall(), columns]
    return " ".join((sql or "").split())
