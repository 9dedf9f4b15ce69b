"""Copies that count only once they have been opened and checked, and coming back from one.

A backup is a folder `<time>/` with the database (no journal files, so that a write-protected stick can be
read), the keys and a manifest; the attachments of all backups of one place share its folder `files/`.
"""

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import file_digest
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2 as sqlcipher

from frontdesk.errors import DeskUnavailable, RuleBroken, Trouble
from frontdesk.messages import _
from frontdesk.store import keys as keyring
from frontdesk.store import migrate
from frontdesk.store.attachments import FOLDER_NAME as FILES_NAME
from frontdesk.store.attachments import Vault
from frontdesk.store.connection import Connection, passphrase_of, raw
from frontdesk.store.keys import Head, replace_file, sync_folder

FOLDER_NAME: Final = "backups"
DATABASE_NAME: Final = "office.db"
MANIFEST_NAME: Final = "manifest.json"
FORMAT: Final = 1
STAMP: Final = "%Y%m%d-%H%M%S"
KEEP_ALL: Final = timedelta(days=2)
KEEP_DAILY: Final = 12
KEEP_WEEKLY: Final = 10
KEEP_MONTHLY: Final = 9


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself. `totals` counts rows by table; `files` the attachments it needs."""

    made: datetime
    schema: int
    database_sha256: str
    keys_sha256: str
    head: Head
    totals: dict[str, int]
    files: tuple[str, ...]


@dataclass(frozen=True)
class BackupRow:
    """A backup that lies somewhere: its folder and manifest."""

    folder: Path
    manifest: Manifest


def make(folder: Path, key: bytes, target: Path, now: datetime, *, thorough: bool = False) -> BackupRow:
    """Copy the office in `folder` into `target`, open the copy, check it, and only then give it its name.

    `thorough` adds the full check, for once a week. Works beside an open window.
    """
    final = _free_name(target, now)
    unfinished = target / (final.name + ".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    copy_path = unfinished / DATABASE_NAME
    source, copy = raw(folder / DATABASE_NAME, key, read_only=True), raw(copy_path, key)
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        manifest = _describe(copy, now)
    finally:
        copy.close()
        source.close()
    held = keyring.load(folder)
    keyring.save(unfinished, replace(held, head=manifest.head))
    _copy_files(folder / FILES_NAME, target / FILES_NAME, manifest.files)
    manifest = replace(
        manifest, database_sha256=_sha256(copy_path), keys_sha256=_sha256(unfinished / keyring.FILE_NAME)
    )
    replace_file(unfinished / MANIFEST_NAME, _to_json(manifest))
    wrong = _faults(BackupRow(unfinished, manifest), target, key, thorough=thorough)
    if wrong:
        shutil.rmtree(unfinished)
        raise DeskUnavailable(
            Trouble.DAMAGED, _("The backup did not pass its check and was thrown away: {why}").format(why=wrong[0])
        )
    unfinished.replace(final)
    sync_folder(target)
    return BackupRow(final, manifest)


def listing(target: Path) -> list[BackupRow]:
    """The finished backups in `target`, newest first; folders that are no backup are passed over."""
    if not target.is_dir():
        return []
    found = []
    for folder in target.iterdir():
        if (folder / MANIFEST_NAME).is_file() and not folder.name.endswith(".unfinished"):
            try:
                found.append(read(folder))
            except RuleBroken:
                continue
    return sorted(found, key=lambda row: row.manifest.made, reverse=True)


def read(folder: Path) -> BackupRow:
    """The backup in `folder`; RuleBroken when it is none or its manifest is damaged."""
    try:
        content = json.loads((folder / MANIFEST_NAME).read_text(encoding="utf-8"))
        manifest = Manifest(
            datetime.fromisoformat(content["made"]),
            int(content["schema"]),
            content["database_sha256"],
            content["keys_sha256"],
            Head(content["head"]["seq"], content["head"]["hash"]),
            {str(name): int(count) for name, count in content["totals"].items()},
            tuple(content["files"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise RuleBroken(
            "store.backup.unreadable",
            _("{folder} holds no complete backup. Choose another one.").format(folder=folder),
            "backup",
        ) from None
    return BackupRow(folder, manifest)


def verify(backup: BackupRow, key: bytes, *, thorough: bool = True) -> list[str]:
    """What is wrong with a backup, in sentences; nothing when it can be restored."""
    return _faults(backup, backup.folder.parent, key, thorough=thorough)


def restore(backup: BackupRow, key: bytes, folder: Path, now: datetime) -> None:
    """Put a backup in the place of the office in `folder`; the caller holds the lock and has looked first.

    What was there is kept: as a backup when it can be read, else moved aside. Passphrases stay today's when
    the office is the same one, else they are those of the backup.
    """
    faults = verify(backup, key)
    if faults:
        raise RuleBroken(
            "store.backup.faulty", _("This backup cannot be restored: {why}").format(why=faults[0]), "backup"
        )
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / DATABASE_NAME
    beside = target.with_name(target.name + ".restoring")
    shutil.copyfile(backup.folder / DATABASE_NAME, beside)
    _copy_files(backup.folder.parent / FILES_NAME, folder / FILES_NAME, backup.manifest.files)
    same_office = _keep_what_is_there(folder, key, now)
    held = keyring.load(folder if same_office else backup.folder)
    migrate.remove(target, only_aside=True)
    beside.replace(target)
    keyring.save(folder, replace(held, head=backup.manifest.head))
    sync_folder(folder)


def to_thin(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups may go: all of the last two days stay, then the newest of 12 days, 10 weeks, 9 months."""
    old = sorted((time for time in times if now - time > KEEP_ALL), reverse=True)
    keep: set[datetime] = set()
    for count, bucket in ((KEEP_DAILY, "%Y-%j"), (KEEP_WEEKLY, "%G-%V"), (KEEP_MONTHLY, "%Y-%m")):
        newest: dict[str, datetime] = {}
        for time in old:
            newest.setdefault(time.strftime(bucket), time)
        keep.update(list(newest.values())[:count])
    return set(old) - keep


def thin(target: Path, now: datetime) -> list[Path]:
    """Remove the backups that `to_thin` names, and the attachments no backup needs; returns the folders removed."""
    rows = listing(target)
    going = to_thin((row.manifest.made for row in rows), now)
    removed = [row.folder for row in rows if row.manifest.made in going]
    for folder in removed:
        shutil.rmtree(folder)
    if removed:
        needed = {digest for row in rows if row.manifest.made not in going for digest in row.manifest.files}
        for path in (target / FILES_NAME).glob("*/*"):
            if path.name not in needed:
                path.unlink()
    return removed


def totals(connection: Connection) -> dict[str, int]:
    """Rows by table, of everything that the office keeps."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_index%' "
        "AND name NOT LIKE 'sqlite%' AND name <> 'draft' ORDER BY name"
    ).fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}


def _describe(copy: Connection, now: datetime) -> Manifest:
    head = copy.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    files = copy.execute("SELECT DISTINCT digest FROM attachment ORDER BY digest").fetchall()
    return Manifest(
        now, migrate.version_of(copy), "", "", Head(*head), totals(copy), tuple(digest for (digest,) in files)
    )


def _faults(backup: BackupRow, root: Path, key: bytes, *, thorough: bool) -> list[str]:
    manifest = backup.manifest
    path = backup.folder / DATABASE_NAME
    try:
        sums = (_sha256(path), _sha256(backup.folder / keyring.FILE_NAME))
    except OSError:
        return [_("a file of the backup is missing")]
    if sums != (manifest.database_sha256, manifest.keys_sha256):
        return [_("a file of the backup is not the one that was written")]
    if manifest.schema > migrate.version():
        return [_("it was made by a newer version of the program")]
    vault = Vault(root, key)
    missing = [digest for digest in manifest.files if not vault.path(digest).is_file()]
    if missing:
        return [_("{count} attachments of the backup are missing").format(count=len(missing))]
    connection = sqlcipher.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True, isolation_level=None)
    try:
        connection.execute(f'PRAGMA key="{passphrase_of(key)}"')
        connection.execute("PRAGMA cipher_log_level = NONE")
        return _database_faults(connection, manifest, thorough=thorough)
    except sqlcipher.DatabaseError:
        return [_("its database cannot be read with this office's key")]
    finally:
        connection.close()


def _database_faults(connection: Connection, manifest: Manifest, *, thorough: bool) -> list[str]:
    pragma = "integrity_check" if thorough else "quick_check"
    healthy = connection.execute(f"PRAGMA {pragma}").fetchone()[0] == "ok"
    sound = not connection.execute("PRAGMA cipher_integrity_check").fetchall()
    related = not (thorough and connection.execute("PRAGMA foreign_key_check").fetchall())
    if not (healthy and sound and related):
        return [_("its database is damaged")]
    head = connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    if Head(*head) != manifest.head or totals(connection) != manifest.totals:
        return [_("its totals are not those of its manifest")]
    return []


def _keep_what_is_there(folder: Path, key: bytes, now: datetime) -> bool:
    """Put the present office aside; True when it is the one the backup comes from."""
    present = folder / DATABASE_NAME
    if not present.exists():
        return False
    try:
        make(folder, key, folder / FOLDER_NAME, now)
    except (DeskUnavailable, sqlcipher.DatabaseError):
        stamp = now.strftime(STAMP)
        for path in (present, folder / keyring.FILE_NAME):
            if path.exists():
                path.replace(path.with_name(f"{path.name}.damaged-{stamp}"))
        return False
    return True


def _copy_files(source: Path, target: Path, digests: Sequence[str]) -> None:
    for digest in digests:
        path = target / digest[:2] / digest
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, (source / digest[:2] / digest).read_bytes())


def _free_name(target: Path, now: datetime) -> Path:
    while (target / now.strftime(STAMP)).exists():
        now += timedelta(seconds=1)
    return target / now.strftime(STAMP)


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return file_digest(handle, "sha256").hexdigest()


def _to_json(manifest: Manifest) -> bytes:
    content: dict[str, Any] = {
        "format": FORMAT,
        "made": manifest.made.isoformat(timespec="seconds"),
        "schema": manifest.schema,
        "database_sha256": manifest.database_sha256,
        "keys_sha256": manifest.keys_sha256,
        "head": {"seq": manifest.head.seq, "hash": manifest.head.hash},
        "totals": manifest.totals,
        "files": list(manifest.files),
    }
    return json.dumps(content, indent=1).encode()
