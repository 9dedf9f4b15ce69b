"""The program from its first window to its last: first run or signing in, the desk, another user, the end."""

import sys
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk import messages
from frontdesk.commands.context import Start
from frontdesk.errors import DeskError
from frontdesk.messages import _
from frontdesk.store import Store, explain, is_office
from ui.desk.coming_back import ComingBack
from ui.desk.logbook import write_bugs_to
from ui.desk.login import LoginWindow, Opens, opens
from ui.desk.session import Sitting
from ui.desk.statefile import StateFile
from ui.desk.wiring import Wiring
from ui.desk.wizard import Wizard
from ui.parts import qt_texts
from ui.parts.ask import Ask, QtAsk
from ui.parts.collecting import Collector
from ui.parts.errors import Bugs
from ui.parts.lane import Lane
from ui.parts.remembering import StateStore
from ui.parts.theme import Theme, icon

OFFICE: str = "office"
"""Where the office of this computer lies, when it is not the usual folder."""


def run(wanted: Start, wiring: Wiring) -> int:
    """Open the windows and return the exit status once the last has closed."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("frontdesk")
    app.setQuitOnLastWindowClosed(False)
    state = StateFile()
    language = wanted.language or state.get("language")
    if language in messages.LANGUAGES:
        messages.use(language)
    qt_texts.install(app, messages.language())
    write_bugs_to(None)
    Bugs(app).install()
    collector = Collector(app)
    theme = Theme(app, zoom=state.get("zoom") or 1.0, mode=state.get("mode") or "system")
    app.setWindowIcon(icon("home", theme.colours.accent, 32))
    program = Program(wanted, wiring, theme, state)
    program.ended.connect(app.quit)
    program.busy_changed.connect(collector.heed)
    program.begin()
    return app.exec()


class Program(QObject):
    """Goes from window to window; at any time one office is open, or none.

    `ask` None: each window asks with dialogs of its own.
    """

    ended = Signal()
    """The last window has closed and everything is on the disk."""
    busy_changed = Signal(object)
    """The long work under way, as `Lane.busy_changed` tells it."""

    def __init__(
        self,
        wanted: Start,
        wiring: Wiring,
        theme: Theme,
        state: StateStore,
        *,
        ask: Ask | None = None,
        opens: Opens = opens,
    ) -> None:
        super().__init__()
        self._wanted, self._wiring, self._theme, self._state = wanted, wiring, theme, state
        self._ask, self._opens = ask, opens
        self._lane = self._new_lane()
        self.front: QWidget | None = None
        """The window one works in: wizard, login or shell."""
        self.sitting: Sitting | None = None
        self._store: Store | None = None
        self._signs_in: tuple[Path, str] = (wanted.folder, "")
        theme.changed.connect(self._on_look)

    def begin(self) -> None:
        """Sign in to the office, or ask which one, or make one."""
        folder = self._folder()
        if not is_office(folder):
            self.show_wizard()
        elif self._wanted.passphrase is not None:
            self._open_at_once(folder, self._wanted.user, self._wanted.passphrase)
        else:
            self.show_login(folder, self._wanted.user)

    @Slot()
    def show_wizard(self) -> None:
        """The first questions: a new office, one that is there, a backup, or the sample."""
        wizard = Wizard(self._wanted.folder, self._lane, self._theme, self._state, self._ask)
        wizard.chosen.connect(self._on_folder)
        wizard.made.connect(self._on_made)
        wizard.left.connect(self.end)
        self._bring(wizard)

    def show_login(self, folder: Path, user: str | None, *, says: str = "") -> None:
        """Ask who, and for the passphrase; `says` is what happened just before."""
        try:
            login = LoginWindow(folder, user, self._lane, self._theme, opens=self._opens, says=says)
        except DeskError as error:
            self._tell(_("The office cannot be opened"), error)
            self.show_wizard()
            return
        login.opened.connect(self._on_opened)
        login.other_asked.connect(self.show_wizard)
        login.left.connect(self.end)
        self._bring(login)

    @Slot()
    def end(self) -> None:
        """Finish every write, close the office, and let the program end."""
        self._close_office()
        self._lane.close()
        if self.front is not None:
            # Never left to the garbage collector, which may run in any thread.
            self.front.hide()
            self.front.deleteLater()
            self.front = None
        self.ended.emit()

    # From one to the next

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        self._state.put(OFFICE, str(folder))
        self.show_login(folder, None)

    @Slot(object, str, str)
    def _on_made(self, folder: Path, user: str, passphrase: str) -> None:
        self._state.put(OFFICE, str(folder))
        self._open_at_once(folder, user, passphrase)

    def _open_at_once(self, folder: Path, user: str | None, passphrase: str) -> None:
        try:
            store = self._opens(folder, user, passphrase, False)
        except DeskError:
            # Said again at the login, with what can be done.
            self.show_login(folder, user)
            return
        self._on_opened(store)

    @Slot(object)
    def _on_opened(self, store: Store) -> None:
        self._store = store
        with ExitStack() as undo:
            undo.callback(self._give_up, store)
            sitting = Sitting(store, self._lane, self._wiring, self._theme, self._state, self._ask)
            undo.pop_all()
        self.sitting = sitting
        self.sitting.closed.connect(self.end)
        self.sitting.user_left.connect(self._on_user_left)
        self.sitting.restore_asked.connect(self._on_restore)
        self._bring(self.sitting.shell)
        self.sitting.begin()

    def _give_up(self, store: Store) -> None:
        """A fault of the program while the desks were made: the office is closed, and one can sign in again."""
        self._lane.close()
        store.close()
        self._store = None
        self._lane = self._new_lane()
        self.show_login(store.folder, store.session.user)

    @Slot()
    def _on_user_left(self) -> None:
        if self.sitting is not None:
            folder = self.sitting.store.folder
            self._close_office()
            self._lane = self._new_lane()
            self.show_login(folder, None)

    @Slot(object, str)
    def _on_restore(self, backup: Path, passphrase: str) -> None:
        if self.sitting is None:
            return
        store = self.sitting.store
        folder, user, clock = store.folder, store.session.user, store.clock
        self._close_office()
        self._lane = self._new_lane()
        self._signs_in = (folder, user)
        window = ComingBack(self._lane)
        window.done.connect(self._on_restored)
        window.failed.connect(self._on_not_restored)
        window.broken.connect(self._on_restore_broken)
        self._bring(window)
        window.begin(folder, backup, user, passphrase, clock)

    @Slot()
    def _on_restored(self) -> None:
        self.show_login(*self._signs_in, says=_("The backup is restored. Sign in to see the office as it was then."))

    @Slot(object)
    def _on_not_restored(self, error: DeskError) -> None:
        self.show_login(
            *self._signs_in, says=_("Nothing was restored; the office is as it was. {why}").format(why=error)
        )

    @Slot()
    def _on_restore_broken(self) -> None:
        self.show_login(*self._signs_in)

    def _close_office(self) -> None:
        if self.sitting is None:
            return
        try:
            self.sitting.close()
        except Exception as error:
            known = explain(error)
            if known is None:
                raise
            self._tell(_("Closing the office"), known)
        finally:
            self.sitting.deleteLater()
            self.sitting = self._store = None

    # What it stands on

    def _folder(self) -> Path:
        kept, folder = self._state.get(OFFICE), self._wanted.folder
        if not self._wanted.named and not is_office(folder) and isinstance(kept, str) and is_office(Path(kept)):
            return Path(kept)
        return folder

    def _new_lane(self) -> Lane:
        lane = Lane(self, on_stop=self._release)
        lane.busy_changed.connect(self.busy_changed)
        return lane

    def _release(self) -> None:
        """Give back the connection of a worker's thread, as that thread ends."""
        if self._store is not None:
            self._store.release_thread()

    def _bring(self, window: QWidget) -> None:
        """Show the next window, then let go of the one before."""
        before, self.front = self.front, window
        window.show()
        window.raise_()
        window.activateWindow()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _tell(self, title: str, error: DeskError) -> None:
        (self._ask or QtAsk(self.front)).tell(title, str(error))

    @Slot()
    def _on_look(self) -> None:
        self._state.put("zoom", self._theme.zoom)
        self._state.put("mode", self._theme.mode)
