"""A row that goes on in a second line where the window is too narrow for one."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.parts.theme import SPACE


class Flow(QLayout):
    """Widgets from the left, as many on a line as fit, each as large as it wants to be; hidden ones take no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(SPACE.s)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's name."""
        self._items.append(item)

    def count(self) -> int:
        """Qt's name."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Qt's name. None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Qt's name. None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Qt's name: no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Qt's name."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt's name."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Qt's name: something in it has changed."""
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        """Qt's name: all in one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return self._with_margins(QSize(width, max((hint.height() for hint in hints), default=0)))

    def minimumSize(self) -> QSize:
        """Qt's name: the largest of them by itself."""
        least = QSize(0, 0)
        for item in self._shown():
            least = least.expandedTo(item.sizeHint())
        return self._with_margins(least)

    def setGeometry(self, place: QRect) -> None:
        """Qt's name."""
        super().setGeometry(place)
        self._place(place, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _with_margins(self, size: QSize) -> QSize:
        return size.grownBy(self.contentsMargins())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown():
            wants = item.sizeHint().width()
            if not lines or wants > left:
                lines.append([])
                left = width
            lines[-1].append(item)
            left -= wants + self.spacing()
        return lines

    def _place(self, around: QRect, *, move: bool) -> int:
        """Put each in its place, or only find out how high all are; the height, margins included."""
        inside = around.marginsRemoved(self.contentsMargins())
        y = inside.top()
        for line in self._lines(inside.width()):
            high = max(item.sizeHint().height() for item in line)
            x = inside.left()
            for item in line:
                wants = item.sizeHint().boundedTo(QSize(inside.width(), high))
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (high - wants.height()) // 2), wants))
                x += wants.width() + self.spacing()
            y += high + self.spacing()
        return max(0, y - self.spacing() - inside.top()) + self._with_margins(QSize(0, 0)).height()
