"""Opening the encrypted file, and saying in plain words what the machine has against it."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import peewee
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2 as sqlcipher

from frontdesk.errors import DeskError, DeskUnavailable, Trouble
from frontdesk.messages import _

BUSY_TIMEOUT_S: Final = 10
BASE_PRAGMAS: Final = (
    ("cipher_log_level", "NONE"),
    ("cipher_memory_security", "OFF"),
    ("busy_timeout", BUSY_TIMEOUT_S * 1000),
    ("temp_store", "memory"),
    ("foreign_keys", 1),
)
WRITE_PRAGMAS: Final = (
    ("journal_mode", "wal"),
    ("synchronous", "FULL"),
    ("secure_delete", "ON"),
    ("cache_size", -32_000),
    # An import writes its pages once, not twice; closing folds the log back.
    ("wal_autocheckpoint", 4_000),
)

# A None that is bound is first asked how it would adapt itself, at fifty times the price of a number; most columns of a
# row are blank. An adapter of its own answers at once.
sqlcipher.register_adapter(type(None), {}.get)

Connection = Any
"""A raw sqlcipher3 connection: the driver ships no types."""


def passphrase_of(key: bytes) -> str:
    """What SQLCipher takes for a raw 256-bit key: no derivation, so that opening takes milliseconds."""
    return f"x'{key.hex()}'"


def database(path: Path, key: bytes, *, read_only: bool = False, immutable: bool = False) -> SqlCipherDatabase:
    """A closed peewee database over `path`. `immutable`: the medium cannot change, a write-protected stick say."""
    if read_only:
        options = "immutable=1" if immutable else "mode=ro"
        return SqlCipherDatabase(
            f"{path.absolute().as_uri()}?{options}",
            passphrase=passphrase_of(key),
            pragmas=BASE_PRAGMAS,
            uri=True,
        )
    return SqlCipherDatabase(
        str(path), passphrase=passphrase_of(key), pragmas=BASE_PRAGMAS + WRITE_PRAGMAS, lock_type="IMMEDIATE"
    )


def raw(path: Path, key: bytes, *, read_only: bool = False, immutable: bool = False) -> Connection:
    """A connection of its own, outside peewee, for copies that must never touch the live file."""
    mode = "immutable=1" if immutable else "mode=ro" if read_only else "mode=rwc"
    connection = sqlcipher.connect(
        f"{path.absolute().as_uri()}?{mode}", uri=True, isolation_level=None, timeout=BUSY_TIMEOUT_S
    )
    try:
        connection.execute(f'PRAGMA key="{passphrase_of(key)}"')
        for name, value in BASE_PRAGMAS:
            connection.execute(f"PRAGMA {name}={value}")
    except sqlcipher.Error:
        connection.close()
        raise
    return connection


DATABASE_ERRORS: Final = (sqlcipher.Error, peewee.DatabaseError, sqlite3.Error)
_SYSTEM_TROUBLES: Final = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EFBIG: Trouble.FULL,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
    errno.ENOTDIR: Trouble.READ_ONLY,
    errno.EIO: Trouble.DAMAGED,
}
# A full disk or quota shows as a failed write as soon as the log beside the file has to grow.
_NO_ROOM: Final = frozenset({"SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE", "SQLITE_FULL"})
_DATABASE_TROUBLES: Final = (
    ("database or disk is full", Trouble.FULL),
    ("readonly database", Trouble.READ_ONLY),
    ("unable to open database", Trouble.READ_ONLY),
    ("database is locked", Trouble.BUSY),
    ("database table is locked", Trouble.BUSY),
    ("not a database", Trouble.DAMAGED),
    ("malformed", Trouble.DAMAGED),
    ("disk i/o error", Trouble.DAMAGED),
    ("no such table", Trouble.DAMAGED),
)


def advice(trouble: Trouble) -> str:
    """What to tell the person when `trouble` strikes, with the next step."""
    sentences = {
        Trouble.LOCKED: _("The office is open elsewhere. Close it there first, or open it here read-only."),
        Trouble.FULL: _("The disk is full. Nothing was changed. Free some space, then try again."),
        Trouble.DAMAGED: _(
            "The office's file cannot be read: it is damaged or is not an office file. "
            "Do not work on; restore the last good backup (restore)."
        ),
        Trouble.READ_ONLY: _("The office's folder cannot be written to. Nothing was changed. Check its permissions."),
        Trouble.WRONG_PASSPHRASE: _("The user name or the passphrase is wrong. Check Caps Lock and UniKey."),
        Trouble.NEWER: _("This office was made by a newer version of the program. Install the newer version."),
        Trouble.MISSING: _(
            "There is no office in this folder. Make one with `init`, or name its folder with --office."
        ),
        Trouble.NOT_EMPTY: _("The folder already holds something. Choose an empty folder for the new office."),
        Trouble.BUSY: _("The office's file is busy. Nothing was changed. Wait a moment, then try again."),
        Trouble.CLOCK: _(
            "The clock of this computer is wrong: no day of an office lies in its year. Nothing was changed. "
            "Set date and time, then try again."
        ),
    }
    return sentences[trouble]


def unavailable(trouble: Trouble) -> DeskUnavailable:
    """The error for `trouble`, with its advice."""
    return DeskUnavailable(trouble, advice(trouble))


def explain(error: BaseException) -> DeskError | None:
    """`error` as something a person can act on; None when it is a bug of ours."""
    if isinstance(error, DeskError):
        return error
    if isinstance(error, DATABASE_ERRORS):
        # peewee wraps the driver's error, which alone knows SQLite's own code; and on a full disk SQLite rolls back
        # by itself, so that the last error says only that there was nothing left to roll back.
        chain = _with_causes(error)
        if {getattr(each, "sqlite_errorname", "") for each in chain} & _NO_ROOM:
            return unavailable(Trouble.FULL)
        said = " ".join(str(each).lower() for each in chain)
        return next((unavailable(trouble) for words, trouble in _DATABASE_TROUBLES if words in said), None)
    if isinstance(error, OSError) and error.errno in _SYSTEM_TROUBLES:
        return unavailable(_SYSTEM_TROUBLES[error.errno])
    return None


@contextmanager
def told() -> Iterator[None]:
    """Turn what the machine has against us into DeskUnavailable; bugs stay what they are."""
    try:
        yield
    except Exception as error:
        known = explain(error)
        if known is None or known is error:
            raise
        raise known from error


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Write all of it or nothing.

    What peewee's `atomic` does for a transaction that has no other within; it takes four times as long, and people
    wait for nothing as often as for this.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk has made SQLite roll back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _with_causes(error: BaseException) -> list[BaseException]:
    """`error` and the database's errors that it came out of, newest first."""
    chain = [error]
    while isinstance(cause := chain[-1].__context__, DATABASE_ERRORS):
        chain.append(cause)
    return chain
