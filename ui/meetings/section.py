"""What every section of a meeting's window has in common."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.meetings.subject import Subject


class Part(QWidget):
    """A section. It shows the meeting anew when something changed, or as soon as it is seen again."""

    def __init__(self, subject: Subject, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.subject = subject
        self.title = title
        self._stale = False
        subject.changed.connect(self._on_changed)

    def show_row(self) -> None:
        """Show the meeting as it stands."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Stand where one begins."""
        self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's name: catch up with what changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.show_row()

    @Slot()
    def _on_changed(self) -> None:
        if self.isVisible():
            self.show_row()
        else:
            self._stale = True
