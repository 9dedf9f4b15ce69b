"""One person at work in one open office: the shell, the idle lock, the backups, until they leave."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from frontdesk.commands.services import build
from frontdesk.messages import _, n_
from frontdesk.office import IDLE_MINUTES
from frontdesk.store import BackupRow, Setting, Store
from ui.desk.backing_up import BackupRound
from ui.desk.env import BACKUPS
from ui.desk.framing import House
from ui.desk.locking import IdleWatch, LockScreen, keep_what_is_typed
from ui.desk.logbook import write_bugs_to
from ui.desk.shell import Shell
from ui.desk.wiring import Wiring
from ui.parts.ask import Ask
from ui.parts.lane import Lane
from ui.parts.notices import Weight
from ui.parts.relay import Relay
from ui.parts.remembering import StateStore
from ui.parts.theme import Theme


class Sitting(QObject):
    """From signing in to leaving. `close` must be called last, once the shell is gone."""

    closed = Signal()
    """The person has closed the program."""
    user_left = Signal()
    """Somebody else wants to sign in."""
    restore_asked = Signal(object, str)
    """A backup, by its folder, is to take the office's place; the passphrase is the signed-in user's."""

    def __init__(
        self, store: Store, lane: Lane, wiring: Wiring, theme: Theme, state: StateStore, ask: Ask | None
    ) -> None:
        super().__init__()
        self.store = store
        self.lock_screen: LockScreen | None = None
        self._lane = lane
        services = build(store)
        relay = Relay(self)
        store.listen(relay.hear)
        house = House(services, lane, relay, theme, state, wiring, ask)
        self._office = services.office
        self.shell = Shell(house)
        self.shell.closed.connect(self.closed)
        self.shell.lock_asked.connect(self.lock)
        self.shell.other_user_asked.connect(self._on_other_user)
        # Queued, for it closes the very window and lane that ask.
        self.shell.restore_asked.connect(self._on_restore, Qt.ConnectionType.QueuedConnection)
        self._relay = relay
        self.backups = BackupRound(house, self.shell)
        self.backups.made.connect(self._on_backup)
        self.shell.backup_asked.connect(self.backups.make)
        self.idle = IdleWatch(store.clock, self._minutes(), self)
        self.idle.idle.connect(self.lock)
        relay.changed.connect(self._on_changed)
        # Last: whoever gives up before has none to take away.
        self._log = write_bugs_to(store.folder)

    def begin(self) -> None:
        """What happens once the window stands: the backup, a word about wrong passphrases, what was left half typed."""
        self.backups.begin()
        count = self.store.wrong_tries
        if count:
            said = n_(
                "Since you last signed in, a wrong passphrase was typed {count} time in your name.",
                "Since you last signed in, wrong passphrases were typed {count} times in your name.",
                count,
            )
            self.shell.env.notices.say(said.format(count=count), Weight.WARN)
        drafts = self.store.drafts()
        if drafts:
            said = _("What you were typing on {when} was not saved; it is kept.")
            said = said.format(when=f"{drafts[0].saved:%d/%m/%Y %H:%M}")
            self.shell.env.notices.say(said, Weight.INFO, action=_("Go on typing"), slot=self._on_go_on)

    @Slot()
    def lock(self) -> None:
        """Keep what is being typed, cover the windows, ask for the passphrase."""
        if self.lock_screen is None:
            keep_what_is_typed()
            self.lock_screen = LockScreen(self.store, self._lane, self.shell)
            self.lock_screen.opened.connect(self._on_unlocked)
            self.lock_screen.other_user_asked.connect(self._on_other_at_lock)
            self.lock_screen.open()

    def close(self) -> None:
        """Finish every write, then close the office."""
        self.shell.hide()
        self._lane.close()
        logging.getLogger().removeHandler(self._log)
        self._log.close()
        self.store.close()

    def _minutes(self) -> int:
        return int(self._office.setting(IDLE_MINUTES))

    @Slot()
    def _on_go_on(self) -> None:
        drafts = self.store.drafts()
        if drafts:
            self.shell.jump(drafts[0].key)

    @Slot(str, object)
    def _on_changed(self, topic: str, _ids: tuple[int, ...]) -> None:
        if topic == Setting.topic:
            self.idle.set_minutes(self._minutes())

    @Slot(object)
    def _on_backup(self, _row: BackupRow) -> None:
        self._relay.changed.emit(BACKUPS, ())

    @Slot()
    def _on_unlocked(self) -> None:
        self.lock_screen = None

    @Slot()
    def _on_other_user(self) -> None:
        if self.shell.may_leave():
            self._leave()

    @Slot()
    def _on_other_at_lock(self) -> None:
        """Somebody else sits down: what the first was typing is kept as drafts, so nothing is asked."""
        if self.lock_screen is not None:
            self.lock_screen.finish()
            self.lock_screen = None
        self._leave()

    @Slot(object, str)
    def _on_restore(self, backup: Path, passphrase: str) -> None:
        if self.shell.may_leave():
            self.shell.close_unasked()
            self.restore_asked.emit(backup, passphrase)

    def _leave(self) -> None:
        self.shell.close_unasked()
        self.user_left.emit()
