"""Ctrl+K: anything in the office by the beginnings of its words, newest first, and a jump to it."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from frontdesk.errors import DeskError
from frontdesk.messages import _, n_
from frontdesk.store import Hit, by_number, find
from frontdesk.vietnamese import nfc
from ui.desk.env import DeskSpec
from ui.parts.announcing import announce
from ui.parts.colours import colours_of
from ui.parts.fields import HintedLine
from ui.parts.headings import label
from ui.parts.lane import Job, Lane
from ui.parts.theme import SPACE, icon

TYPING_MS: Final = 80
MOST: Final = 50
_NUMBER: Final = Qt.ItemDataRole.UserRole


def hits(text: str, limit: int = MOST) -> list[Hit]:
    """What answers to `text`: first the record whose number it is, then the newest that hold its words."""
    exact = by_number(text.upper())
    found = find(text, limit)
    if exact is None:
        return found
    first = Hit(exact.id, exact.table, exact.number, exact.title)
    return [first, *(hit for hit in found if hit.id != exact.id)]


class SearchBox(QDialog):
    """A line and what it finds. Only what some desk can open is offered."""

    chosen = Signal(str)

    def __init__(self, lane: Lane, desks: Sequence[DeskSpec], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setWindowTitle(_("Find anything"))
        self._lane, self._desks = lane, tuple(desks)
        self._asked: Job | None = None
        self.line = HintedLine(_("A name, a number, a few words – marks are not needed"))
        self.line.setObjectName("search.line")
        self.line.setAccessibleName(_("Find anything"))
        self.line.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setObjectName("search.found")
        self.list.setAccessibleName(_("Found"))
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.says = label("", "hint", wraps=False, name="search.says")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        column.setSpacing(SPACE.s)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self.says)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._search)
        self.line.textChanged.connect(self._typing.start)
        self.line.returnPressed.connect(self._take)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        for key, slot in ((Qt.Key.Key_Down, self._down), (Qt.Key.Key_Up, self._up)):
            keys = QShortcut(QKeySequence(key), self.line)
            keys.setContext(Qt.ShortcutContext.WidgetShortcut)
            keys.activated.connect(slot)
        self._offer([])

    def open_over(self, window: QWidget) -> None:
        """Show in the upper middle of `window`, ready to type; what was typed last is marked."""
        wide = min(round(window.width() * 0.7), self.fontMetrics().averageCharWidth() * 90)
        self.resize(wide, round(window.height() * 0.6))
        self.move(window.mapToGlobal(QPoint((window.width() - wide) // 2, window.height() // 8)))
        self.show()
        self.raise_()
        self.activateWindow()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self._search()

    @Slot()
    def _search(self) -> None:
        self._typing.stop()
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        text = nfc(self.line.text(), one_line=True)
        if text:
            self._asked = self._lane.read(partial(hits, text), self._offer, self._on_failed, self)
        else:
            self._offer([])

    @Slot(object)
    def _offer(self, found: Sequence[Hit]) -> None:
        self._asked = None
        self.list.clear()
        colour, high = colours_of(QGuiApplication.palette()).muted, self.fontMetrics().height()
        for hit in found:
            desk = next((desk for desk in self._desks if hit.number and hit.number.startswith(desk.prefixes)), None)
            if desk is not None:
                item = QListWidgetItem(icon(desk.icon, colour, high), f"{hit.number}   {hit.title}")
                item.setData(_NUMBER, hit.number)
                item.setToolTip(hit.title)
                self.list.addItem(item)
        count = self.list.count()
        self.list.setCurrentRow(0 if count else -1)
        self._say(count, found)
        announce(self.line, self.says.text())

    def _say(self, count: int, found: Sequence[Hit]) -> None:
        if not self.line.text().strip():
            self.says.setText(_("Enter opens, Esc closes."))
        elif not count:
            self.says.setText(_("Nothing found. Try fewer letters."))
        elif len(found) >= MOST:
            self.says.setText(_("The newest {count}; type more to see less.").format(count=count))
        else:
            self.says.setText(n_("{count} found", "{count} found", count).format(count=count))

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        self._asked = None
        self.says.setText(str(error))

    @Slot()
    def _down(self) -> None:
        self._step(1)

    @Slot()
    def _up(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        rows = self.list.count()
        if rows:
            self.list.setCurrentRow(max(0, min(self.list.currentRow() + by, rows - 1)))
            announce(self.line, self.list.currentItem().text())

    @Slot()
    def _take(self, *_item: Any) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self.chosen.emit(item.data(_NUMBER))
