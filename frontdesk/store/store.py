"""The office's file, open: reading, the one way of changing it, and who is signed in."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from time import monotonic
from typing import Final

from peewee import DatabaseError

from frontdesk.errors import DeskUnavailable, NotAllowed, RuleBroken, Trouble
from frontdesk.messages import _, mark
from frontdesk.store import backup, drafts, journal, keys, migrate
from frontdesk.store.attachments import Vault
from frontdesk.store.change import Change, News
from frontdesk.store.clock import Clock, SystemClock
from frontdesk.store.connection import database, explain, unavailable
from frontdesk.store.deed import ADMINISTRATORS, EVERYBODY, ROLE_TITLES, Deed, Role, Session
from frontdesk.store.keys import Cost, Head
from frontdesk.store.lock import OfficeLock
from frontdesk.store.model import PLAIN, RECORDS, Record, UserAccount, live

DATABASE_NAME: Final = backup.DATABASE_NAME
ANCHOR_EVERY_S: Final = 60.0
CREATE_OFFICE: Final = Deed("store.create", EVERYBODY, mark("make the office"))
RESTORE: Final = Deed("store.restore", ADMINISTRATORS, mark("restore a backup"))


class Store:
    """An open office. One at a time in a process, for the models mean the live file.

    Windows read on any thread and write on one; each thread gives its connection back with `release_thread`.
    """

    def __init__(
        self, folder: Path, key: bytes, held: keys.Keys, session: Session, clock: Clock, lock: OfficeLock | None
    ) -> None:
        self.folder = folder
        self.session = session
        self.clock = clock
        self.vault = Vault(folder, key)
        self._key = key
        self._keys = held
        self._lock = lock
        self._listeners: list[Callable[[News], None]] = []
        self._writing = threading.local()
        self._anchored_at = monotonic()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed: somebody else holds the office, or only reading was asked for."""
        return self._lock is None

    @property
    def today(self) -> date:
        """The day it is in the office."""
        return self.clock.now().date()

    @property
    def anchor(self) -> Head | None:
        """The journal's head as office.keys last saw it; it must lie on the chain."""
        return self._keys.head

    @contextmanager
    def change(self, deed: Deed) -> Iterator[Change]:
        """Do `deed`: one transaction, refused unless the signed-in user may; news go out after the commit.

        A deed within a deed joins the outer transaction. NotAllowed, Stale, RuleBroken and DeskUnavailable
        leave everything as it was.
        """
        if self.read_only:
            raise unavailable(Trouble.READ_ONLY)
        self.demand(deed)
        outer: Change | None = getattr(self._writing, "change", None)
        if outer is not None:
            with outer.within(deed):
                yield outer
            return
        try:
            with live.atomic("IMMEDIATE"):
                change = Change(live.connection(), self.clock, self.session.user, deed)
                self._writing.change = change
                yield change
                head = change.finish()
        except Exception as error:
            known = explain(error)
            if known is None or known is error:
                raise
            raise known from error
        finally:
            self._writing.change = None
        for digest in change.files_to_forget():
            self.vault.forget(digest)
        self._anchor_sometimes(head)
        for news in change.news():
            for listener in self._listeners:
                listener(news)

    def demand(self, deed: Deed) -> None:
        """Raise NotAllowed, naming who may, unless the signed-in user may do `deed`."""
        if not self.session.may(deed):
            roles = ", ".join(_(ROLE_TITLES[role]) for role in Role if role in deed.roles)
            raise NotAllowed(
                _("Your roles do not include “{deed}”. It can be done by: {roles}.").format(
                    deed=_(deed.title), roles=roles
                )
            )

    def listen(self, listener: Callable[[News], None]) -> None:
        """Call `listener` after each commit, on the thread that wrote."""
        self._listeners.append(listener)

    def keep_draft(self, key: str, content: dict[str, object]) -> None:
        """Save what the signed-in user is typing; quick, unjournalled."""
        drafts.keep(key, self.session.user, dict(content), self.clock.now())

    def drop_draft(self, key: str) -> None:
        """Forget what the signed-in user was typing under `key`."""
        drafts.drop(key, self.session.user)

    def drop_drafts(self, holds: Callable[[str], bool]) -> None:
        """Forget whatever anybody was typing that holds a text which may not be kept."""
        drafts.drop_holding(holds)

    def drafts(self) -> list[drafts.DraftRow]:
        """What the signed-in user left unfinished, newest first."""
        return drafts.of(self.session.user)

    def let_in(self, user: str, passphrase: str, cost: Cost | None = None) -> None:
        """Let `user` open the file by `passphrase` from now on; the account's deed is the caller's."""
        self._keep(keys.with_user(self._keys, self._key, user, passphrase, cost or Cost()))

    def shut_out(self, user: str) -> None:
        """Take the key from `user`."""
        self._keep(keys.without_user(self._keys, user))

    def back_up(self, target: Path | None = None, *, thorough: bool = False) -> backup.BackupRow:
        """Make a checked backup, in the office's own folder or in `target`, and thin the old ones there."""
        self._anchor(journal.head())
        root = target or self.folder / backup.FOLDER_NAME
        now = self.clock.now()
        made = backup.make(self.folder, self._key, root, now, thorough=thorough)
        backup.thin(root, now)
        return made

    def backups(self) -> list[backup.BackupRow]:
        """The backups in the office's own folder, newest first."""
        return backup.listing(self.folder / backup.FOLDER_NAME)

    def verify(self, folder: Path) -> list[str]:
        """What is wrong with the backup in `folder`; nothing when it can be restored."""
        return backup.verify(backup.read(folder), self._key)

    def release_thread(self) -> None:
        """Close this thread's connection; the next read opens one again."""
        live.close()

    def close(self) -> None:
        """Anchor the journal's head, fold the write-ahead log back and give the office free."""
        try:
            if not self.read_only:
                self._anchor(journal.head())
                live.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            live.close()
            if self._lock is not None:
                self._lock.release()

    def _anchor_sometimes(self, head: Head) -> None:
        if monotonic() - self._anchored_at >= ANCHOR_EVERY_S:
            self._anchor(head)

    def _anchor(self, head: Head) -> None:
        self._anchored_at = monotonic()
        if not self.read_only and head != self._keys.head:
            self._keep(replace(self._keys, head=head))

    def _keep(self, held: keys.Keys) -> None:
        keys.save(self.folder, held)
        self._keys = held


def create(
    folder: Path,
    user: str,
    passphrase: str,
    models: Sequence[type[Record]],
    *,
    clock: Clock | None = None,
    cost: Cost | None = None,
    first: Callable[[Change], None] | None = None,
) -> str:
    """Make an office in an empty or new `folder` and return its recovery code, to be printed once.

    `first` writes the first rows (who we are) in the same transaction as the first user, who is quản trị.
    The folder appears whole or not at all.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise unavailable(Trouble.NOT_EMPTY)
    clock = clock or SystemClock()
    unfinished = folder.with_name(folder.name + ".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    try:
        held, key, code = keys.make(user, passphrase, cost or Cost())
        live.initialize(database(unfinished / DATABASE_NAME, key))
        live.connect()
        try:
            migrate.lay_out([*PLAIN, *RECORDS, *models])
            head = _first_entries(user, clock, first)
            live.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            live.close()
        keys.save(unfinished, replace(held, head=head))
        if folder.exists():
            folder.rmdir()
        unfinished.replace(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return code


def _first_entries(user: str, clock: Clock, first: Callable[[Change], None] | None) -> Head:
    with live.atomic("IMMEDIATE"):
        change = Change(live.connection(), clock, user, CREATE_OFFICE)
        change.vouch_for_steps(migrate.steps_taken(live.connection()))
        change.write(UserAccount, {"name": user, "roles": Role.ADMINISTRATOR.value, "active": True})
        if first is not None:
            first(change)
        return change.finish()


def open_store(
    folder: Path, user: str | None, passphrase: str, *, clock: Clock | None = None, read_only: bool = False
) -> Store:
    """Open the office in `folder`, bringing an older file to this program's schema first.

    `user` None: the only one. Raises DeskUnavailable: missing, wrong passphrase, held by somebody, damaged,
    newer, not writable. Read-only works beside an open window and from a write-protected stick.
    """
    held = keys.load(folder)
    clock = clock or SystemClock()
    path = folder / DATABASE_NAME
    if not path.is_file():
        raise unavailable(Trouble.MISSING)
    entry, key = _unlocked(folder, held, user, passphrase)
    lock = None if read_only else OfficeLock(folder)
    try:
        if lock is not None:
            lock.take()
            held = keys.after_success(keys.load(folder), entry)
            _upgrade(folder, key, clock.now())
        _connect(path, key, read_only=read_only)
        session = _session(held, entry)
        if lock is not None:
            lock.note(session.user, clock.now())
    except Exception as error:
        _give_up(lock)
        known = explain(error)
        if known is None or known is error:
            raise
        raise known from error
    return Store(folder, key, held, session, clock, lock)


def restore_office(
    folder: Path, backup_folder: Path, user: str | None, passphrase: str, clock: Clock | None = None
) -> None:
    """Put a backup in the place of the office in `folder`, which may be missing; see backup.restore.

    Opens with today's passphrase of the office, or with that of the backup where the office is gone.
    """
    clock = clock or SystemClock()
    chosen = backup.read(backup_folder)
    try:
        held = keys.load(folder)
    except DeskUnavailable:
        held = keys.load(backup_folder)
    _entry, key = _unlocked(folder, held, user, passphrase)
    folder.mkdir(parents=True, exist_ok=True)
    lock = OfficeLock(folder)
    lock.take()
    try:
        backup.restore(chosen, key, folder, clock.now())
    finally:
        lock.release()
    with closing(open_store(folder, user, passphrase, clock=clock)) as store, store.change(RESTORE) as change:
        change.note(f"restored the backup of {chosen.manifest.made.isoformat(sep=' ', timespec='seconds')}")


def verify_backup(folder: Path, backup_folder: Path, user: str | None, passphrase: str) -> list[str]:
    """What is wrong with a backup; opens with the office's passphrase, or the backup's where the office is gone."""
    chosen = backup.read(backup_folder)
    try:
        held = keys.load(folder)
    except DeskUnavailable:
        folder, held = backup_folder, keys.load(backup_folder)
    _entry, key = _unlocked(folder, held, user, passphrase)
    return backup.verify(chosen, key)


def reset_passphrase(folder: Path, code: str, user: str, passphrase: str, cost: Cost | None = None) -> None:
    """Give `user` a new passphrase by the printed recovery code."""
    wrong = keys.wrong_group(code)
    if wrong is not None:
        raise RuleBroken(
            "store.recovery.mistyped",
            _("Group {group} of the recovery code is mistyped. Look at the card again.").format(group=wrong),
            "recovery_code",
        )
    held = keys.load(folder)
    key = keys.unlock_by_code(held, code)
    if key is None or held.name_of(user) not in held.users:
        raise unavailable(Trouble.WRONG_PASSPHRASE)
    keys.save(folder, keys.with_user(held, key, user, passphrase, cost or Cost()))


def _unlocked(folder: Path, held: keys.Keys, user: str | None, passphrase: str) -> tuple[str, bytes]:
    """Whose entry of the keys opens, and the file key; a wrong try is counted where the folder can be written."""
    if user is None and len(held.users) > 1:
        raise RuleBroken("store.user.needed", _("Several people use this office. Say who you are (--user)."), "user")
    entry = held.name_of(user) if user is not None else next(iter(held.users))
    key = keys.unlock(held, entry, passphrase)
    if key is None:
        with suppress(OSError):
            keys.save(folder, keys.after_failure(held, entry))
        raise unavailable(Trouble.WRONG_PASSPHRASE)
    return entry, key


def _upgrade(folder: Path, key: bytes, now: datetime) -> None:
    path = folder / DATABASE_NAME
    if migrate.pending(path, key):
        backup.make(folder, key, folder / backup.FOLDER_NAME, now)
        migrate.upgrade(path, key)


def _connect(path: Path, key: bytes, *, read_only: bool) -> None:
    """Bind the models to the file and read a first page of it."""
    live.initialize(database(path, key, read_only=read_only))
    if not read_only:
        live.connect()
        migrate.refuse_other_schema(live.connection())
        return
    try:
        live.connect()
        migrate.refuse_other_schema(live.connection())
    except DatabaseError:
        logged = path.with_name(path.name + "-wal")
        if (logged.exists() and logged.stat().st_size) or os.access(path.parent, os.W_OK):
            raise
        live.close()
        live.initialize(database(path, key, read_only=True, immutable=True))
        live.connect()
        migrate.refuse_other_schema(live.connection())


def _session(held: keys.Keys, entry: str) -> Session:
    accounts = list(UserAccount.select().where(UserAccount.active))
    for account in accounts:
        if held.name_of(account.name) == entry:
            return Session(account.name, roles_of(account.roles), alone=len(accounts) == 1)
    raise unavailable(Trouble.WRONG_PASSPHRASE)


def roles_of(text: str) -> frozenset[Role]:
    """The roles as an account's row holds them, separated by blanks."""
    return frozenset(Role(name) for name in text.split())


def _give_up(lock: OfficeLock | None) -> None:
    if live.obj is not None and not live.is_closed():
        live.close()
    if lock is not None:
        lock.release()
