"""The list of desks at the left."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from frontdesk.messages import _
from ui.desk.env import DeskSpec
from ui.parts.colours import colours_of
from ui.parts.theme import SPACE, icon


class Navigation(QListWidget):
    """Desks by their titles; arrow keys and clicks open one."""

    chosen = Signal(int)

    def __init__(self, desks: Sequence[DeskSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desks = tuple(desks)
        self.setObjectName("navigation")
        self.setAccessibleName(_("Desks"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for at, desk in enumerate(self._desks, 1):
            item = QListWidgetItem(_(desk.title))
            item.setToolTip(f"{_(desk.title)} (Ctrl+{at})" if at < 10 else _(desk.title))
            self.addItem(item)
        self.currentRowChanged.connect(self._on_row)
        self._draw()

    def show_current(self, at: int) -> None:
        """Mark a desk as open, silently."""
        self.blockSignals(True)
        self.setCurrentRow(at)
        self.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's name: draw again in another look or size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw()

    def _draw(self) -> None:
        colours, high = colours_of(QGuiApplication.palette()), self.fontMetrics().height()
        self.setIconSize(QSize(high, high))
        for at, desk in enumerate(self._desks):
            self.item(at).setIcon(icon(desk.icon, colours.muted, high))
        letters = max((self.fontMetrics().horizontalAdvance(_(desk.title)) for desk in self._desks), default=0)
        self.setFixedWidth(letters + 2 * high + 2 * SPACE.xl)

    @Slot(int)
    def _on_row(self, at: int) -> None:
        if at >= 0:
            self.chosen.emit(at)
