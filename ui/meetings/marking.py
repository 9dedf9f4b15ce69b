"""What is marked of a delegate by one key: there, absent with or without excuse, asks to speak."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from frontdesk.messages import _, mark
from ui.parts.flow import Flow

_MARKS: Final = (
    ("present", mark("Present (F6)"), "F6"),
    ("excused", mark("Excused (F7)"), "F7"),
    ("speaks", mark("Asks to speak (F4)"), "F4"),
    ("unexcused", mark("Unexcused (F8)"), "F8"),
    ("unknown", mark("Not recorded (F9)"), "F9"),
)


class Marking(QWidget):
    """The buttons; their keys work anywhere in `section`."""

    marked = Signal(str)
    """What the person marks: "present", "excused", "unexcused", "unknown" or "speaks"."""

    def __init__(self, section: QWidget) -> None:
        super().__init__()
        row = Flow(self)
        self._buttons: list[QPushButton] = []
        for how, text, keys in _MARKS:
            button = QPushButton(_(text))
            button.setObjectName(f"delegates.{how}")
            button.setProperty("how", how)
            button.clicked.connect(self._on_asked)
            row.addWidget(button)
            self._buttons.append(button)
            shortcut = QShortcut(QKeySequence(keys), section)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setProperty("how", how)
            shortcut.activated.connect(self._on_asked)

    def allow(self, *, useful: bool) -> None:
        """Offer the buttons while somebody is chosen."""
        for button in self._buttons:
            button.setEnabled(useful)

    @Slot()
    def _on_asked(self) -> None:
        self.marked.emit(str(self.sender().property("how")))
