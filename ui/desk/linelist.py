"""A short list of lines, each with a quiet word at its right end: Enter or a click goes there."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.desk.today_lines import Line
from ui.parts.colours import Tone, colours_of
from ui.parts.theme import SPACE

_LINE: Final = Qt.ItemDataRole.UserRole
ROW: Final = 1.9
"""The height of a line, in heights of its letters."""


class LineList(QListWidget):
    """As high as its lines; it never scrolls by itself."""

    asked = Signal(str)
    """The target of the line taken."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setProperty("role", "lines")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(_LineDelegate(self))
        self.setTabKeyNavigation(False)
        self.itemClicked.connect(self._on_taken)
        self.itemActivated.connect(self._on_taken)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the place stays where it was."""
        at = self.currentRow()
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.text)
            item.setData(_LINE, line)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in (line.text, line.detail) if part)
            )
            item.setToolTip(line.text)
            self.addItem(item)
        self.setCurrentRow(min(at, self.count() - 1))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Qt's name."""
        return QSize(240, self.count() * self.row_height() + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """Qt's name."""
        return QSize(120, self.sizeHint().height())

    def row_height(self) -> int:
        """How high one line is."""
        return round(self.fontMetrics().height() * ROW)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's name: begin at the first line."""
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentRow(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's name: mark none."""
        super().focusOutEvent(event)
        self.setCurrentRow(-1)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's name."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    @Slot(QListWidgetItem)
    def _on_taken(self, item: QListWidgetItem) -> None:
        target = item.data(_LINE).target
        if target:
            self.asked.emit(target)


class _LineDelegate(QStyledItemDelegate):
    """Draws the text at the left and the quiet word at the right."""

    def __init__(self, lines: LineList) -> None:
        super().__init__(lines)
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, self._lines.row_height())

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        line: Line = index.data(_LINE)
        colours = colours_of(QGuiApplication.palette())
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.fillRect(option.rect, QColor(colours.accent_soft if chosen else colours.hover))
        inside = option.rect.adjusted(SPACE.s, 0, -SPACE.s, 0)
        letters = option.fontMetrics
        wide = letters.horizontalAdvance(line.detail)
        painter.setPen(QColor(colours.muted if line.tone is Tone.MUTED else colours.text))
        room = QRect(inside.left(), inside.top(), inside.width() - (wide + SPACE.l if wide else 0), inside.height())
        text = letters.elidedText(line.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.setPen(QColor(colours.muted if line.tone is Tone.PLAIN else colours.of(line.tone)))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, line.detail)
