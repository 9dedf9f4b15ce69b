"""Coming back from a backup, so that a power cut at any moment leaves the old office whole or the new one.

The new office is laid ready in a folder of its own, flushed, and renamed in one step to `restoring`. From then on
the restore counts as done: whoever opens the office next finishes it, each step of which may be done twice.
"""

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2 as sqlcipher

from frontdesk.errors import DeskUnavailable, RuleBroken, Trouble
from frontdesk.messages import _
from frontdesk.store import backup, journal, migrate, search
from frontdesk.store import keys as keyring
from frontdesk.store.attachments import Vault
from frontdesk.store.backup import DATABASE_NAME
from frontdesk.store.connection import raw
from frontdesk.store.keys import Head, Keys, replace_file, sync_file, sync_folder
from frontdesk.store.manifest import UNFINISHED, BackupRow

STAGE: Final = "restoring"
ASIDE: Final = "aside"
BESIDE: Final = ("-wal", "-shm", "-journal")


def restore(chosen: BackupRow, key: bytes, folder: Path, held: Keys, user: str, now: datetime) -> None:
    """Put a backup in the place of the office in `folder`; the caller holds its lock and may do so.

    What was there is kept: as a backup when it can be read, else moved aside. `held` are the keys that opened:
    today's passphrases stay, and those who have left since then come back with the passphrase of then.
    """
    faults = backup.verify(chosen, key)
    if faults:
        raise RuleBroken(
            "store.backup.faulty", _("This backup cannot be restored: {why}").format(why=faults[0]), "backup"
        )
    unfinished = folder / (STAGE + UNFINISHED)
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    try:
        database = unfinished / DATABASE_NAME
        shutil.copyfile(chosen.folder / DATABASE_NAME, database)
        if migrate.pending(database, key):
            migrate.upgrade(database, key, now)
        head = _noted(database, key, chosen, user, now)
        then = keyring.load(chosen.folder)
        users = {**then.users, **held.users} if held.name_salt == then.name_salt else then.users
        keyring.save(unfinished, replace(held, users=users, head=head))
        _bring_files(chosen, key, folder)
        if not _backed_up(folder, key, now):
            replace_file(unfinished / ASIDE, f".damaged-{now.strftime(backup.STAMP)}".encode())
        sync_file(database)
        sync_folder(unfinished)
        unfinished.rename(folder / STAGE)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    sync_folder(folder)
    settle(folder)


def waiting(folder: Path) -> bool:
    """Whether a restore was interrupted after it counted as done."""
    return (folder / STAGE).is_dir()


def settle(folder: Path) -> None:
    """Put what lies ready in its place; the caller holds the lock. Nothing to do when nothing waits."""
    stage = folder / STAGE
    if not stage.is_dir():
        return
    aside = (stage / ASIDE).read_text() if (stage / ASIDE).exists() else None
    if (stage / DATABASE_NAME).exists():
        for suffix in (*BESIDE, ""):
            _clear(folder / (DATABASE_NAME + suffix), aside, keep=not suffix)
        sync_folder(folder)
        (stage / DATABASE_NAME).replace(folder / DATABASE_NAME)
        sync_folder(folder)
    if (stage / keyring.FILE_NAME).exists():
        _clear(folder / keyring.FILE_NAME, aside, keep=True)
        (stage / keyring.FILE_NAME).replace(folder / keyring.FILE_NAME)
        sync_folder(folder)
    shutil.rmtree(stage)
    sync_folder(folder)


def accounts(path: Path, key: bytes, *, immutable: bool = False) -> dict[str, str]:
    """The roles of each user of a database file who may sign in; {} when it cannot be read."""
    try:
        with closing(raw(path, key, read_only=True, immutable=immutable)) as connection:
            return dict(connection.execute("SELECT name, roles FROM user_account WHERE active").fetchall())
    except sqlcipher.DatabaseError:
        return {}


def _clear(path: Path, aside: str | None, *, keep: bool) -> None:
    """Make room: move a file aside, or else remove it unless it is about to be replaced."""
    if not path.exists():
        return
    if aside is not None:
        path.replace(path.with_name(f"{path.name}{aside}"))
    elif not keep:
        path.unlink()


def _noted(path: Path, key: bytes, chosen: BackupRow, user: str, now: datetime) -> Head:
    """Journal the restore in the copy itself, so that there is no moment at which it stands nowhere."""
    made = chosen.manifest.made.isoformat(sep=" ", timespec="seconds")
    with closing(raw(path, key)) as connection:
        found = connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        scribe = journal.Scribe(Head(*found), now.isoformat(sep=" ", timespec="seconds"), user)
        payload = journal.encode({"note": f"khôi phục bản sao lưu lúc {made}"})
        connection.execute(journal.INSERT, scribe.entry("store.restore", "", 0, None, payload, journal.new_salt()))
        search.take_in(connection, found[0], scribe.head.seq)
    return scribe.head


def _bring_files(chosen: BackupRow, key: bytes, folder: Path) -> None:
    source, target = Vault(chosen.folder.parent, key), Vault(folder, key)
    for digest in chosen.manifest.files:
        if not target.sound(digest):
            target.take_from(source, digest)


def _backed_up(folder: Path, key: bytes, now: datetime) -> bool:
    """Whether the present office is in a checked backup, or there is none; False when it cannot be read."""
    if not (folder / DATABASE_NAME).exists():
        return True
    try:
        backup.make(folder, key, folder / backup.FOLDER_NAME, now)
    except DeskUnavailable as unavailable:
        if unavailable.trouble not in (Trouble.DAMAGED, Trouble.MISSING):
            raise
        return False
    return True
