"""The idle lock: windows are covered, nothing is closed, and no text being typed is lost."""

from datetime import datetime, timedelta
from functools import partial
from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QVBoxLayout,
    QWidget,
)

from frontdesk.errors import DeskError, RuleBroken
from frontdesk.messages import _
from frontdesk.store import Clock, Store
from ui.desk.signing import PassphraseField
from ui.parts.form import Form
from ui.parts.headings import Heading
from ui.parts.lane import Lane
from ui.parts.theme import SPACE

LOOK_EVERY_MS: Final = 5000
_ACTIVITY: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Tells when nobody has touched the program for so many minutes; 0 never tells.

    It listens at the windows of the system, which hear each key and movement once; widgets hear everything many times.
    """

    idle = Signal()

    def __init__(self, clock: Clock, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last: datetime = clock.now()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        app.focusWindowChanged.connect(self._on_window)  # type: ignore[union-attr]
        self._on_window(QGuiApplication.focusWindow())
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """Tell after so many minutes from now on; 0 for never."""
        self._after = timedelta(minutes=minutes)
        if minutes > 0:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Compare the time with the last sign of life. Also right after the computer has slept."""
        if self._after and self._clock.now() - self._last >= self._after:
            self._last = self._clock.now()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's name: note a sign of life, and let everything pass."""
        if event.type() in _ACTIVITY:
            self._last = self._clock.now()
        return False

    @Slot(QWindow)
    def _on_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)


class _Cover(QFrame):
    """Hides what a window shows, and the record its title names."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._title = window.windowTitle()
        window.setWindowTitle(_("Locked"))
        self.setObjectName("cover")
        self.setProperty("role", "cover")
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def lift(self) -> None:
        """Show again what was there."""
        self._window.setWindowTitle(self._title)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's name: stay as large as the window."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
            self.raise_()
        return False


class LockScreen(QDialog):
    """Covers every window and asks for the passphrase; in front of everything, other dialogs too."""

    opened = Signal()
    other_user_asked = Signal()

    def __init__(self, store: Store, lane: Lane, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._lane = store, lane
        self._may_close = False
        self.setObjectName("lock")
        self.setWindowTitle(_("Locked"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.form = Form("unlock")
        self.form.add("passphrase", _("&Passphrase"), PassphraseField())
        self.form.save_asked.connect(self._on_try)
        buttons = QDialogButtonBox()
        self.go = buttons.addButton(_("Unlock"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setObjectName("unlock.go")
        self.go.setProperty("role", "main")
        self.go.setAutoDefault(False)
        self.go.clicked.connect(self._on_try)
        self.other = buttons.addButton(_("Another user…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.other.setObjectName("unlock.other")
        self.other.setAutoDefault(False)
        self.other.clicked.connect(self.other_user_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addWidget(
            Heading(
                _("Locked"),
                _("{user} is signed in. What was being typed is kept.").format(user=store.session.user),
            )
        )
        column.addWidget(self.form)
        column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
        self._covers = [_Cover(window) for window in QApplication.topLevelWidgets() if _is_page(window, self)]

    def finish(self) -> None:
        """Uncover the windows and go."""
        for cover in self._covers:
            if shiboken6.isValid(cover):
                cover.lift()
        self._may_close = True
        self.close()
        self.deleteLater()

    def reject(self) -> None:
        """Qt's name: Esc opens nothing."""
        if self._may_close:
            super().reject()

    @Slot()
    def _on_try(self) -> None:
        self.go.setEnabled(False)
        passphrase = self.form.values()["passphrase"]
        job = self._lane.read(partial(self._store.recognises, passphrase), self._on_known, self._on_failed, self)
        job.ended.connect(self._on_ended)

    @Slot(object)
    def _on_known(self, is_right: bool) -> None:
        if is_right:
            self.finish()
            self.opened.emit()
            return
        wrong = RuleBroken("lock.wrong", _("The passphrase is wrong. Check Caps Lock and UniKey."), "passphrase")
        self.form.show_error(wrong)
        self.form.field("passphrase").control.selectAll()  # type: ignore[attr-defined]

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        self.form.show_error(RuleBroken("lock.failed", str(error), "passphrase"))

    @Slot()
    def _on_ended(self) -> None:
        """However it ended, a fault of the program included."""
        self.go.setEnabled(True)


def keep_what_is_typed() -> None:
    """Keep the draft of every form there is, at once."""
    for window in QApplication.topLevelWidgets():
        for form in window.findChildren(Form):
            form.keep_now()


def _is_page(window: QWidget, lock: QWidget) -> bool:
    return (
        window is not lock
        and window.isVisible()
        and window.windowType()
        in (
            Qt.WindowType.Window,
            Qt.WindowType.Dialog,
            Qt.WindowType.Widget,
        )
    )
