"""News at the foot of a window that block nothing."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from frontdesk.messages import _
from ui.parts.announcing import announce
from ui.parts.colours import Tone, colours_of
from ui.parts.headings import label
from ui.parts.theme import SPACE, IconButton, icon

STAY_MS: Final = 8000
MOST: Final = 4
WIDEST: Final = 460


class Weight(StrEnum):
    """How much a notice matters. What went wrong stays until it is put away."""

    DONE = "done"
    INFO = "info"
    WARN = "warn"
    ERROR = "error"


_TONES: Final = {Weight.DONE: Tone.GOOD, Weight.INFO: Tone.MUTED, Weight.WARN: Tone.WARN, Weight.ERROR: Tone.BAD}


class Notice(QFrame):
    """One piece of news, with at most one thing to do about it."""

    gone = Signal()

    def __init__(self, text: str, weight: Weight, action: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("notice", weight.value)
        self.text = text
        colour = colours_of(QGuiApplication.palette()).of(_TONES[weight])
        picture = QLabel()
        size = round(self.fontMetrics().height() * 0.95)
        picture.setPixmap(icon(weight.value, colour, size).pixmap(size, size))
        self.button: QPushButton | None = None
        close = IconButton("close", _("Put away (Shift+Esc)"), "notice.close")
        close.setProperty("role", "flat")
        close.clicked.connect(self.gone)
        words = label(text, "value", name="notice.text")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, SPACE.s, SPACE.s, SPACE.s)
        row.setSpacing(SPACE.s)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words, 1)
        if action:
            self.button = QPushButton(action)
            self.button.setObjectName("notice.action")
            self.button.clicked.connect(self.gone)
            row.addWidget(self.button)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        if weight in (Weight.DONE, Weight.INFO):
            self._timer.start(STAY_MS)

    @Slot()
    def _on_time(self) -> None:
        # Somebody is reaching for it: wait.
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._timer.start(STAY_MS)
        else:
            self.gone.emit()


class Notices(QWidget):
    """The stack of notices over `window`, newest at the foot. Shift+Esc puts the newest away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("notices")
        self.setAccessibleName(_("Notices"))
        self._shown: list[Notice] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.s)
        QShortcut(QKeySequence("Shift+Esc"), window).activated.connect(self.dismiss)
        window.installEventFilter(self)
        self.hide()

    def say(
        self, text: str, weight: Weight = Weight.DONE, *, action: str = "", slot: Callable[[], Any] | None = None
    ) -> Notice:
        """Show `text`; `action` is a button that runs `slot`, a bound method of a QObject ("Undo", "Open folder")."""
        notice = Notice(text, weight, action, self)
        notice.gone.connect(self._on_gone)
        if notice.button is not None and slot is not None:
            notice.button.clicked.connect(slot)
        self._shown.append(notice)
        self._column.addWidget(notice)
        # The layout counts only what is shown, and would show it too late for the height below.
        notice.show()
        while len(self._shown) > MOST:
            self._remove(self._shown[0])
        self._place()
        announce(self, text)
        return notice

    @property
    def texts(self) -> tuple[str, ...]:
        """What is shown, oldest first."""
        return tuple(notice.text for notice in self._shown)

    @Slot()
    def dismiss(self) -> None:
        """Put the newest away."""
        if self._shown:
            self._remove(self._shown[-1])
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's name: stay at the foot of the window."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Qt's name: make room when a notice wants more, as after a change of zoom."""
        if event.type() == QEvent.Type.LayoutRequest and self._shown:
            self._place()
        return super().event(event)

    @Slot()
    def _on_gone(self) -> None:
        notice = self.sender()
        if isinstance(notice, Notice) and notice in self._shown:
            self._remove(notice)
            self._place()

    def _remove(self, notice: Notice) -> None:
        self._shown.remove(notice)
        self._column.removeWidget(notice)
        notice.hide()
        notice.deleteLater()

    def _place(self) -> None:
        self.setVisible(bool(self._shown))
        window = self._window
        wide = min(max(WIDEST, self.fontMetrics().averageCharWidth() * 56), window.width() - 2 * SPACE.l)
        high = self._column.heightForWidth(wide) if self._column.hasHeightForWidth() else self.sizeHint().height()
        foot = max(SPACE.xl + SPACE.l, round(self.fontMetrics().height() * 2.2))
        self.setGeometry(window.width() - wide - SPACE.l, window.height() - high - foot, wide, high)
        self.raise_()
