"""Bringing an older office file to this program's schema, on a copy that then replaces it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from peewee import Model
from playhouse.migrations import Runner

from frontdesk.errors import DeskUnavailable, Trouble
from frontdesk.messages import _
from frontdesk.store import journal, search
from frontdesk.store.connection import Connection, database, raw, unavailable
from frontdesk.store.keys import Head, sync_folder
from frontdesk.store.model import live

DIRECTORY: Final = Path(__file__).parent / "migrations"
HISTORY: Final = "schema_migration"


def version(directory: Path = DIRECTORY) -> int:
    """The schema version of this program: 1 and one for each step."""
    return 1 + len(list(directory.glob("[0-9]*.py")))


def version_of(connection: Connection) -> int:
    """The schema version of an open file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def lay_out(models: Sequence[type[Model]], directory: Path = DIRECTORY) -> None:
    """Make the tables of a new office in the live file."""
    live.create_tables(models)
    search.create()
    Runner(live.obj, str(directory)).up(fake=True)
    live.execute_sql(f"PRAGMA user_version = {version(directory)}")


def steps_taken(connection: Connection) -> list[list[str]]:
    """Name and time of each step in the file's history: what the journal vouches for."""
    rows = connection.execute(f"SELECT name, applied FROM {HISTORY} ORDER BY name").fetchall()
    return [[str(name), str(applied)] for name, applied in rows]


def pending(path: Path, key: bytes, directory: Path = DIRECTORY) -> bool:
    """Whether the file at `path` is older than this program; one of a newer program is refused."""
    connection = raw(path, key, read_only=True)
    try:
        found = version_of(connection)
    finally:
        connection.close()
    if found > version(directory):
        raise unavailable(Trouble.NEWER)
    return found < version(directory)


def refuse_other_schema(connection: Connection, directory: Path = DIRECTORY) -> None:
    """Raise DeskUnavailable when an open file is newer than this program, or older and not to be upgraded now."""
    found = version_of(connection)
    if found > version(directory):
        raise unavailable(Trouble.NEWER)
    if found < version(directory):
        raise DeskUnavailable(
            Trouble.READ_ONLY, _("This office is of an older version. Open it once for writing to bring it up to date.")
        )


def upgrade(path: Path, key: bytes, directory: Path = DIRECTORY) -> None:
    """Bring the file at `path` to this program's schema.

    The steps run on a copy beside it: a step that fails leaves the file as it was. The caller holds the
    office's lock and has made a backup.
    """
    beside = path.with_name(path.name + ".upgrading")
    remove(beside)
    connection, copy = raw(path, key), raw(beside, key)
    try:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
        connection.close()
    _run_steps(beside, key, directory, version(directory))
    remove(path, only_aside=True)
    beside.replace(path)
    sync_folder(path.parent)


def remove(path: Path, *, only_aside: bool = False) -> None:
    """Remove a database file and what SQLite lays beside it; `only_aside` leaves the file itself."""
    for suffix in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    if not only_aside:
        path.unlink(missing_ok=True)


def _run_steps(path: Path, key: bytes, directory: Path, wanted: int) -> None:
    copy = database(path, key)
    copy.connect()
    try:
        copy.pragma("foreign_keys", 0)
        Runner(copy, str(directory)).up()
        with copy.atomic("IMMEDIATE"):
            _journal_steps(copy.connection())
            copy.execute_sql(f"PRAGMA user_version = {wanted}")
        broken = copy.execute_sql("PRAGMA foreign_key_check").fetchall()
        healthy = copy.execute_sql("PRAGMA quick_check").fetchone()[0] == "ok"
        if broken or not healthy:
            raise unavailable(Trouble.DAMAGED)
        copy.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        copy.pragma("journal_mode", "delete")
    finally:
        copy.close()


def _journal_steps(connection: Connection) -> None:
    seq, chained, at = connection.execute("SELECT seq, hash, at FROM journal ORDER BY seq DESC LIMIT 1").fetchone() or (
        *_nothing(),
        "",
    )
    head = Head(seq, chained)
    columns, _head = journal.entry(
        head, head.seq + 1, at, "", "store.upgrade", HISTORY, 0, None,
        {"steps": steps_taken(connection)}, journal.new_salt(),
    )  # fmt: skip
    connection.execute(journal.INSERT, columns)


def _nothing() -> tuple[int, str]:
    return journal.NOTHING.seq, journal.NOTHING.hash
