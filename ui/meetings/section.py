"""What every section of a meeting's window has in common."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.meetings.subject import Subject
from ui.parts.headings import Page
from ui.parts.theme import SPACE


class Side(Page):
    """A page beside a list."""

    def sizeHint(self) -> QSize:
        """Qt's name: room for its content, and for words one can read."""
        letters = self.fontMetrics().averageCharWidth()
        return QSize(max(self.content_width(), letters * 46), super().sizeHint().height())


class Left(QWidget):
    """What stands beside a page: as wide as its controls need at every zoom, never narrower than words one can read."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.l, SPACE.l)
        column.addWidget(content)

    def minimumSizeHint(self) -> QSize:
        """Qt's name."""
        return super().minimumSizeHint().expandedTo(QSize(self.fontMetrics().averageCharWidth() * 28, 0))


class Halves(QSplitter):
    """Two sides with as much room each, until the person moves the line between them."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._is_moved = False
        self.splitterMoved.connect(self._on_moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's name."""
        super().resizeEvent(event)
        if not self._is_moved:
            half = self.width() // 2
            self.setSizes([half, self.width() - half])

    @Slot()
    def _on_moved(self) -> None:
        self._is_moved = True


def side_by_side(left: QWidget, right: Side, *, equal: bool = False) -> QSplitter:
    """A list and what is beside it, with a line between them that can be moved; `equal`: as much room for both."""
    split = Halves() if equal else QSplitter(Qt.Orientation.Horizontal)
    split.setChildrenCollapsible(False)
    split.setHandleWidth(1)
    split.addWidget(Left(left))
    split.addWidget(right)
    split.setStretchFactor(0, 1)
    split.setStretchFactor(1, int(equal))
    return split


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
