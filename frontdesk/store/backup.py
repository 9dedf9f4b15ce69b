"""Copies that count only once they have been opened and checked.

A backup is a folder `<time>/` with the database (no journal files, so that a write-protected stick can be
read), the keys and a manifest; the attachments of all backups of one place share its folder `files/`.
"""

import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import file_digest
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2 as sqlcipher

from frontdesk.errors import DeskUnavailable, Trouble
from frontdesk.messages import _, n_
from frontdesk.store import keys as keyring
from frontdesk.store import manifest as manifests
from frontdesk.store import migrate
from frontdesk.store.attachments import Vault
from frontdesk.store.connection import Connection, raw, told
from frontdesk.store.keys import Head, replace_file, sync_folder
from frontdesk.store.manifest import UNFINISHED, BackupRow, Manifest, office_of

FOLDER_NAME: Final = "backups"
DATABASE_NAME: Final = "office.db"
STAMP: Final = "%Y%m%d-%H%M%S"


def make(folder: Path, key: bytes, target: Path, now: datetime, *, thorough: bool = False) -> BackupRow:
    """Copy the office in `folder` into `target`, open the copy, check it, and only then give it its name.

    `thorough` adds the full check, for once a week. Works beside an open window. An attachment that the office
    itself has lost does not keep the rest from being saved; `check` names it. DeskUnavailable when the office
    cannot be read or the place is full.
    """
    final = _free_name(target, now)
    unfinished = target / (final.name + UNFINISHED)
    unfinished.mkdir(parents=True)
    try:
        with told():
            made = _copy(folder, key, target, unfinished, now, thorough=thorough)
            wrong = _faults(made, target, key, thorough=thorough)
            if wrong:
                raise DeskUnavailable(
                    Trouble.DAMAGED,
                    _("The backup did not pass its check and was thrown away: {why}").format(why=wrong[0]),
                )
            unfinished.replace(final)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    sync_folder(target)
    return BackupRow(final, made.manifest)


def verify(backup: BackupRow, key: bytes, *, thorough: bool = True) -> list[str]:
    """What is wrong with a backup, in sentences; nothing when it can be restored."""
    return _faults(backup, backup.folder.parent, key, thorough=thorough)


def totals(connection: Connection) -> dict[str, int]:
    """Rows by table, of everything that the office keeps."""
    # Of schema 4 was a table of what waited to be indexed.
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_index%' "
        "AND name NOT LIKE 'sqlite%' AND name NOT IN ('draft', 'unindexed') ORDER BY name"
    ).fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}


def _copy(folder: Path, key: bytes, target: Path, unfinished: Path, now: datetime, *, thorough: bool) -> BackupRow:
    path = unfinished / DATABASE_NAME
    with closing(raw(folder / DATABASE_NAME, key, read_only=True)) as source, closing(raw(path, key)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        head = Head(*copy.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone())
        held = [row[0] for row in copy.execute("SELECT DISTINCT digest FROM attachment ORDER BY digest").fetchall()]
        schema, counted = migrate.version_of(copy), totals(copy)
    keyring.save(unfinished, replace(keyring.load(folder), head=head))
    manifest = Manifest(
        made=now,
        schema=schema,
        office=office_of(key),
        database_sha256=_sha256(path),
        keys_sha256=_sha256(unfinished / keyring.FILE_NAME),
        head=head,
        totals=counted,
        files=_kept(Vault(folder, key), Vault(target, key), held, thorough=thorough),
    )
    replace_file(unfinished / manifests.FILE_NAME, manifests.to_bytes(manifest, key))
    return BackupRow(unfinished, manifest)


def _kept(source: Vault, target: Vault, digests: Sequence[str], *, thorough: bool) -> tuple[str, ...]:
    """Copy what `target` lacks, or holds no longer as it was; returns what it has then."""
    return tuple(
        digest
        for digest in digests
        if (target.sound(digest) if thorough else target.path(digest).is_file()) or target.take_from(source, digest)
    )


def _faults(backup: BackupRow, root: Path, key: bytes, *, thorough: bool) -> list[str]:
    manifest = backup.manifest
    path = backup.folder / DATABASE_NAME
    if manifest.office != office_of(key):
        return [_("it belongs to another office; to have that one back, restore it into an empty folder")]
    try:
        sums = (_sha256(path), _sha256(backup.folder / keyring.FILE_NAME))
        sealed = (backup.folder / manifests.FILE_NAME).read_bytes()
    except OSError:
        return [_("a file of the backup is missing")]
    if sums != (manifest.database_sha256, manifest.keys_sha256) or sealed != manifests.to_bytes(manifest, key):
        return [_("a file of the backup is not the one that was written")]
    if manifest.schema > migrate.version():
        return [_("it was made by a newer version of the program")]
    vault = Vault(root, key)
    missing = sum(not (vault.sound(each) if thorough else vault.path(each).is_file()) for each in manifest.files)
    if missing:
        return [
            n_(
                "{count} attachment of the backup is missing or was changed",
                "{count} attachments of the backup are missing or were changed",
                missing,
            ).format(count=missing)
        ]
    try:
        with closing(raw(path, key, immutable=True)) as connection:
            return _database_faults(connection, manifest, thorough=thorough)
    except sqlcipher.DatabaseError:
        return [_("its database cannot be read")]


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


def _free_name(target: Path, now: datetime) -> Path:
    while (target / now.strftime(STAMP)).exists() or (target / (now.strftime(STAMP) + UNFINISHED)).exists():
        now += timedelta(seconds=1)
    return target / now.strftime(STAMP)


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return file_digest(handle, "sha256").hexdigest()
