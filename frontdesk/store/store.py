"""The office's file, open: reading, the one way of changing it, and who is signed in."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Final

from frontdesk.errors import DeskUnavailable, Trouble
from frontdesk.store import backup, drafts, journal, keys, looking, manifest, thinning
from frontdesk.store.attachments import Vault
from frontdesk.store.change import Change, News
from frontdesk.store.clock import Clock, refuse_wrong
from frontdesk.store.connection import BUSY_TIMEOUT_S, told, transaction, unavailable
from frontdesk.store.deed import Deed, Role, Session, refuse_unless
from frontdesk.store.keys import Cost, Head
from frontdesk.store.lock import OfficeLock
from frontdesk.store.model import UserAccount, live

ANCHOR_EVERY_S: Final = 60.0


class Store:
    """An open office. One at a time in a process, for the models mean the live file.

    Windows read on any thread and write on one; each thread gives its connection back with `release_thread`.
    `wrong_tries` counts the wrong passphrases given for this user since the last right one.
    """

    def __init__(
        self,
        folder: Path,
        key: bytes,
        held: keys.Keys,
        session: Session,
        clock: Clock,
        lock: OfficeLock | None,
        wrong_tries: int = 0,
    ) -> None:
        self.folder = folder
        self.session = session
        self.clock = clock
        self.wrong_tries = wrong_tries
        self.vault = Vault(folder, key)
        self._key = key
        self._keys = held
        self._keys_guard = threading.Lock()
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
        refuse_wrong(self.clock)
        self.demand(deed)
        outer: Change | None = getattr(self._writing, "change", None)
        if outer is not None:
            with outer.within(deed):
                yield outer
            return
        try:
            with told(), transaction(connection := live.connection()):
                change = Change(connection, self.clock, self.session.user, deed)
                self._writing.change = change
                yield change
                head = change.finish()
        finally:
            self._writing.change = None
        news = change.news()
        self._after(change, head, news)
        for each in news:
            for listener in self._listeners:
                listener(each)

    def demand(self, deed: Deed) -> None:
        """Raise NotAllowed, naming who may, unless the signed-in user may do `deed`."""
        refuse_unless(self.session, deed)

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
        """Forget every user's drafts with a text that `holds` says yes to; for what must vanish."""
        drafts.drop_holding(holds)

    def drafts(self) -> list[drafts.DraftRow]:
        """What the signed-in user left unfinished, newest first."""
        return drafts.of(self.session.user)

    def let_in(self, user: str, passphrase: str, cost: Cost | None = None) -> None:
        """Let `user` open the file by `passphrase` from now on; the account's deed is the caller's."""
        self._amend_keys(lambda held: keys.with_user(held, self._key, user, passphrase, cost or Cost()))

    def shut_out(self, user: str) -> None:
        """Take the key from `user`."""
        self._amend_keys(lambda held: keys.without_user(held, user))

    def renew_recovery(self, code: str, cost: Cost | None = None) -> None:
        """Make `code` the one that opens when a passphrase is forgotten; the deed is the caller's."""
        self._amend_keys(lambda held: keys.with_recovery(held, self._key, code, cost or Cost()))

    def recognises(self, passphrase: str) -> bool:
        """Whether this is the signed-in user's passphrase, to unlock a window; a wrong one costs time and counts."""
        entry = self._keys.entry_of(self.session.user)
        if keys.unlock(self._keys, entry, passphrase) is not None:
            return True
        if not self.read_only:
            with suppress(OSError):
                self._amend_keys(lambda held: keys.after_failure(held, entry))
        return False

    def back_up(self, target: Path | None = None, *, thorough: bool = False) -> manifest.BackupRow:
        """Make a checked backup, in the office's own folder or in `target`, and thin the old ones there."""
        root = target or self.folder / backup.FOLDER_NAME
        now = self.clock.now()
        with told():
            self._anchor(journal.head())
            made = backup.make(self.folder, self._key, root, now, thorough=thorough)
            thinning.thin(root, made.manifest.office, now)
        return made

    def backups(self) -> list[manifest.BackupRow]:
        """The backups in the office's own folder, newest first."""
        return manifest.listing(self.folder / backup.FOLDER_NAME)

    def verify(self, folder: Path) -> list[str]:
        """What is wrong with the backup in `folder`; nothing when it can be restored."""
        return backup.verify(manifest.read(folder), self._key)

    def look_into(self, folder: Path) -> looking.BackupLook:
        """What the backup in `folder` holds beside what is here now; RuleBroken when there is none."""
        return looking.look(manifest.read(folder), self._key, self.folder)

    def release_thread(self) -> None:
        """Close this thread's connection; the next read opens one again."""
        live.close()

    def close(self) -> None:
        """Anchor the journal's head, fold the write-ahead log back and give the office free."""
        try:
            if not self.read_only:
                with told():
                    self._anchor(journal.head())
                    live.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            live.close()
            if self._lock is not None:
                self._lock.release()

    def _after(self, change: Change, head: Head, news: Sequence[News]) -> None:
        """What follows a commit; none of it may say that the deed failed."""
        if change.blanked:
            self._fold_log_back()
        for digest in change.files_to_forget():
            self.vault.forget(digest)
        if any(each.topic == UserAccount.topic for each in news):
            self.session = session_of(self.session.user) or replace(self.session, roles=frozenset(), alone=False)
        if monotonic() - self._anchored_at >= ANCHOR_EVERY_S:
            # The disk may be full for office.keys and yet have taken the deed; closing tries again and says so.
            with suppress(DeskUnavailable, OSError):
                self._anchor(head)

    def _fold_log_back(self) -> None:
        """Empty the write-ahead log, which still holds the pages as they were; a reader may delay it to the close."""
        live.pragma("busy_timeout", 0)
        try:
            live.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            live.pragma("busy_timeout", BUSY_TIMEOUT_S * 1000)

    def _anchor(self, head: Head) -> None:
        self._anchored_at = monotonic()
        if not self.read_only:
            self._amend_keys(lambda held: replace(held, head=head))

    def _amend_keys(self, amended: Callable[[keys.Keys], keys.Keys]) -> None:
        """Change office.keys as it is now: a wrong try elsewhere may have been counted since it was read."""
        with self._keys_guard, told():
            try:
                present = keys.load(self.folder)
            except DeskUnavailable:
                # Lost or damaged under an open office: what was read then brings it back.
                keys.save(self.folder, self._keys)
                present = self._keys
            wanted = amended(present)
            if wanted != present:
                keys.save(self.folder, wanted)
            self._keys = wanted


def session_of(user: str) -> Session | None:
    """What the account of `user` allows today; None when there is none, or it has ended."""
    accounts = list(UserAccount.select().where(UserAccount.active))
    found = next((account for account in accounts if account.name == user), None)
    return None if found is None else Session(found.name, roles_of(found.roles), alone=len(accounts) == 1)


def roles_of(text: str) -> frozenset[Role]:
    """The roles as an account's row holds them, separated by blanks; DeskUnavailable when it was tampered with."""
    try:
        return frozenset(Role(name) for name in str(text).split())
    except ValueError:
        raise unavailable(Trouble.DAMAGED) from None
