"""Bringing an older office file to this program's schema, on a copy that then replaces it."""

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final

from peewee import Model
from playhouse.migrations import Runner

from frontdesk.errors import DeskUnavailable, Trouble
from frontdesk.messages import _
from frontdesk.store import journal, search
from frontdesk.store.connection import Connection, database, explain, raw, unavailable
from frontdesk.store.keys import Head, sync_file, sync_folder
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
    """Row id, name and time of each step in the file's history: what the journal vouches for."""
    rows = connection.execute(f"SELECT id, name, applied FROM {HISTORY} ORDER BY id").fetchall()
    return [[str(value) for value in row] for row in rows]


def pending(path: Path, key: bytes, directory: Path = DIRECTORY) -> bool:
    """Whether the file at `path` is older than this program; one of a newer program is refused."""
    with closing(raw(path, key)) as connection:
        return _age(connection, directory) < 0


def refuse_other_schema(connection: Connection, directory: Path = DIRECTORY) -> None:
    """Raise DeskUnavailable when an open file is newer than this program, or older and not to be upgraded now."""
    if _age(connection, directory) < 0:
        raise DeskUnavailable(
            Trouble.READ_ONLY, _("This office is of an older version. Open it once for writing to bring it up to date.")
        )


def _age(connection: Connection, directory: Path) -> int:
    """How many steps a file is ahead of this program, below 0 when it is behind; refused when ahead, or no office."""
    found = version_of(connection)
    if found > version(directory):
        raise unavailable(Trouble.NEWER)
    if found < 1:
        raise unavailable(Trouble.DAMAGED)
    return found - version(directory)


def upgrade(path: Path, key: bytes, now: datetime, directory: Path = DIRECTORY) -> None:
    """Bring the file at `path` to this program's schema.

    The steps run on a copy beside it: a step that fails leaves the file as it was, and DeskUnavailable says so.
    The caller holds the office's lock and has made a backup.
    """
    beside = path.with_name(path.name + ".upgrading")
    remove(beside)
    try:
        with closing(raw(path, key)) as connection, closing(raw(beside, key)) as copy:
            # Nothing may be left in the log of the old file when the new one takes its place.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.backup(copy)
        try:
            _run_steps(beside, key, directory, now)
        except Exception as error:
            known = explain(error)
            if isinstance(known, DeskUnavailable) and known.trouble is Trouble.FULL:
                raise known from error
            raise DeskUnavailable(
                Trouble.DAMAGED,
                _(
                    "The office's file could not be brought up to this version and was left as it was. "
                    "Work on with the version before, and send the log to whoever looks after the program."
                ),
            ) from error
        sync_file(beside)
        remove(path, only_aside=True)
        beside.replace(path)
    except BaseException:
        remove(beside)
        raise
    sync_folder(path.parent)


def remove(path: Path, *, only_aside: bool = False) -> None:
    """Remove a database file and what SQLite lays beside it; `only_aside` leaves the file itself."""
    for suffix in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    if not only_aside:
        path.unlink(missing_ok=True)


def _run_steps(path: Path, key: bytes, directory: Path, now: datetime) -> None:
    copy = database(path, key)
    copy.connect()
    try:
        copy.pragma("foreign_keys", 0)
        kept = _kept_tables(copy.connection())
        Runner(copy, str(directory)).up()
        with copy.atomic("IMMEDIATE"):
            _journal_steps(copy.connection(), now, sorted(kept - _kept_tables(copy.connection())))
            copy.execute_sql(f"PRAGMA user_version = {version(directory)}")
        broken = copy.execute_sql("PRAGMA foreign_key_check").fetchall()
        healthy = copy.execute_sql("PRAGMA quick_check").fetchone()[0] == "ok"
        if broken or not healthy:
            raise ValueError(f"the steps leave a broken file: {broken}")
        copy.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        copy.pragma("journal_mode", "delete")
    finally:
        copy.close()


def _kept_tables(connection: Connection) -> set[str]:
    """The tables whose rows the journal vouches for: each has a revision."""
    found = connection.execute(
        "SELECT m.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c "
        "WHERE m.type = 'table' AND c.name = 'revision'"
    )
    return {name for (name,) in found.fetchall()}


def _journal_steps(connection: Connection, now: datetime, released: list[str]) -> None:
    head = Head(*connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone())
    scribe = journal.Scribe(head, now.isoformat(sep=" ", timespec="seconds"), "")
    payload = journal.encode({"steps": steps_taken(connection), "released": released})
    connection.execute(journal.INSERT, scribe.entry("store.upgrade", HISTORY, 0, None, payload, journal.new_salt()))
    search.take_in(connection, head.seq, scribe.head.seq)
