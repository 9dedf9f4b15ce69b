"""Opening an office, and getting back in."""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from frontdesk.errors import DeskUnavailable, RuleBroken, Trouble
from frontdesk.messages import _, mark
from frontdesk.store import backup, keys, manifest, migrate, restoring
from frontdesk.store.backup import DATABASE_NAME
from frontdesk.store.clock import Clock, SystemClock, refuse_wrong
from frontdesk.store.connection import DATABASE_ERRORS, database, told, unavailable
from frontdesk.store.deed import ADMINISTRATORS, Deed, Session, refuse_unless
from frontdesk.store.keys import Cost, Keys
from frontdesk.store.lock import OfficeLock
from frontdesk.store.model import UserAccount, live
from frontdesk.store.store import Store, roles_of, session_of

RESTORE: Final = Deed("store.restore", ADMINISTRATORS, mark("restore a backup"))


def open_store(
    folder: Path,
    user: str | None,
    passphrase: str,
    *,
    clock: Clock | None = None,
    read_only: bool = False,
    steps: Path = migrate.DIRECTORY,
) -> Store:
    """Open the office in `folder`, bringing an older file to this program's schema first.

    `user` None: the only one. Raises DeskUnavailable: missing, wrong passphrase, held by somebody, damaged,
    newer, not writable. Read-only works beside an open window and from a write-protected stick. `steps` are
    those of this program.
    """
    clock = clock or SystemClock()
    refuse_wrong(clock)
    with told():
        _settle(folder)
        held = keys.load(folder)
        path = folder / DATABASE_NAME
        if not path.is_file():
            raise unavailable(Trouble.MISSING)
        entry, key = _unlocked(folder, held, user, passphrase)
        lock = None if read_only else OfficeLock(folder, key)
        try:
            if lock is not None:
                lock.take()
                held = keys.load(folder)
                _upgrade(folder, key, clock.now(), steps)
            _connect(path, key, steps, read_only=read_only)
            session = _session(held, entry)
            wrong_tries = held.users[entry].failures
            if lock is not None:
                lock.note(session.user, clock.now())
                if wrong_tries:
                    held = keys.after_success(held, entry)
                    keys.save(folder, held)
        except BaseException:
            _give_up(lock)
            raise
    return Store(folder, key, held, session, clock, lock, wrong_tries)


def is_office(folder: Path) -> bool:
    """Whether there is an office in `folder`, whatever its state."""
    return (folder / keys.FILE_NAME).is_file() or (folder / DATABASE_NAME).is_file() or restoring.waiting(folder)


def is_shared(folder: Path) -> bool:
    """Whether several people use the office in `folder`, so that whoever signs in must say who they are."""
    return len(keys.load(folder).users) > 1


def restore_office(
    folder: Path, backup_folder: Path, user: str | None, passphrase: str, clock: Clock | None = None
) -> None:
    """Put a backup in the place of the office in `folder`, which may be missing; see restoring.restore.

    Opens with today's passphrase of the office, or with that of the backup where the office is gone. Whoever
    restores needs the right both today, as far as the office can still be read, and when the backup was made.
    """
    clock = clock or SystemClock()
    refuse_wrong(clock)
    chosen = manifest.read(backup_folder)
    _settle(folder)
    try:
        held = keys.load(folder)
    except DeskUnavailable:
        held = keys.load(backup_folder)
    entry, key = _unlocked(folder, held, user, passphrase)
    lock = OfficeLock(folder, key)
    with told():
        folder.mkdir(parents=True, exist_ok=True)
        lock.take()
    try:
        then = restoring.accounts(backup_folder / DATABASE_NAME, key, immutable=True)
        today = restoring.accounts(folder / DATABASE_NAME, key) if (folder / DATABASE_NAME).exists() else {}
        who = {_allowed(held, entry, each) for each in (then, today) if each}
        with told():
            restoring.restore(chosen, key, folder, held, min(who, default=""), clock.now())
    finally:
        lock.release()


def verify_backup(folder: Path, backup_folder: Path, user: str | None, passphrase: str) -> list[str]:
    """What is wrong with a backup; opens with the office's passphrase, or the backup's where the office is gone."""
    chosen = manifest.read(backup_folder)
    try:
        held = keys.load(folder)
    except DeskUnavailable:
        folder, held = backup_folder, keys.load(backup_folder)
    _entry, key = _unlocked(folder, held, user, passphrase)
    return backup.verify(chosen, key)


def reset_passphrase(folder: Path, code: str, user: str, passphrase: str, cost: Cost | None = None) -> None:
    """Give `user` a new passphrase by the printed recovery code."""
    keys.refuse_mistyped(code, "recovery_code")
    keys.refuse_weak(passphrase)
    held = keys.load(folder)
    key = keys.unlock_by_code(held, code)
    if key is None or held.entry_of(user) not in held.users:
        raise DeskUnavailable(
            Trouble.WRONG_PASSPHRASE,
            _("The user name or the recovery code is not of this office. Look for this office's own card."),
        )
    keys.save(folder, keys.with_user(keys.load(folder), key, user, passphrase, cost or Cost()))


def _settle(folder: Path) -> None:
    """Finish a restore that a power cut interrupted, before anything is read."""
    if restoring.waiting(folder):
        lock = OfficeLock(folder)
        lock.take()
        try:
            restoring.settle(folder)
        finally:
            lock.release()


def _unlocked(folder: Path, held: Keys, user: str | None, passphrase: str) -> tuple[str, bytes]:
    """Whose entry of the keys opens, and the file key; a wrong try is counted where the folder can be written."""
    if not held.users:
        raise unavailable(Trouble.DAMAGED)
    if user is None and len(held.users) > 1:
        raise RuleBroken("store.user.needed", _("Several people use this office. Say who you are (--user)."), "user")
    entry = held.entry_of(user) if user is not None else next(iter(held.users))
    key = keys.unlock(held, entry, passphrase)
    if key is None:
        with suppress(OSError):
            # Read again: a try takes its time, and the office may be at work meanwhile.
            present = keys.load(folder)
            counted = keys.after_failure(present, entry)
            if counted != present:
                keys.save(folder, counted)
        raise unavailable(Trouble.WRONG_PASSPHRASE)
    return entry, key


def _upgrade(folder: Path, key: bytes, now: datetime, steps: Path) -> None:
    path = folder / DATABASE_NAME
    if migrate.pending(path, key, steps):
        backup.make(folder, key, folder / backup.FOLDER_NAME, now)
        migrate.upgrade(path, key, now, steps)


def _connect(path: Path, key: bytes, steps: Path, *, read_only: bool) -> None:
    """Bind the models to the file and read a first page of it."""
    live.initialize(database(path, key, read_only=read_only))
    try:
        live.connect()
        migrate.refuse_other_schema(live.connection(), steps)
    except DATABASE_ERRORS as error:
        if not read_only or os.access(path.parent, os.W_OK):
            raise
        live.close()
        logged = path.with_name(path.name + "-wal")
        if logged.exists() and logged.stat().st_size:
            raise DeskUnavailable(
                Trouble.READ_ONLY,
                _(
                    "This office was not closed when its folder was copied, and a write-protected place cannot be "
                    "tidied up. Copy the whole folder to this computer and open it there."
                ),
            ) from error
        # Without a place for its shared memory SQLite reads only what is sworn not to change.
        live.initialize(database(path, key, read_only=True, immutable=True))
        live.connect()
        migrate.refuse_other_schema(live.connection(), steps)


def _session(held: Keys, entry: str) -> Session:
    for name in [account.name for account in UserAccount.select(UserAccount.name).where(UserAccount.active)]:
        session = session_of(name) if held.entry_of(name) == entry else None
        if session is not None:
            return session
    raise unavailable(Trouble.WRONG_PASSPHRASE)


def _allowed(held: Keys, entry: str, accounts: dict[str, str]) -> str:
    """The name of whoever restores, by the accounts of today or of the backup; refused without the right."""
    found = next((name for name in accounts if held.entry_of(name) == entry), None)
    if found is None:
        raise RuleBroken(
            "store.restore.no_account",
            _("You had no account when this backup was made. Let somebody restore it who had one."),
            "backup",
        )
    refuse_unless(Session(found, roles_of(accounts[found]), alone=len(accounts) == 1), RESTORE)
    return found


def _give_up(lock: OfficeLock | None) -> None:
    if live.obj is not None and not live.is_closed():
        live.close()
    if lock is not None:
        lock.release()
