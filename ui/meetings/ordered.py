"""A table of a meeting's entries in an order of their own: moved with Alt and the arrows, or dragged."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.messages import _
from ui.parts.headings import label
from ui.parts.rowtable import Empty, EmptyPage, Table, TableOrWords
from ui.parts.table import Column, ListSource, TableModel
from ui.parts.theme import SPACE, IconButton

Index = QModelIndex | QPersistentModelIndex
_KIND: Final = "application/x-frontdesk-entry"
_MEASURED: Final = 200
"""So many rows tell how wide a column must be."""
_ROOM: Final = 2.8
"""The room beside the letters of a cell, in digits."""
_BOLDER: Final = 1.12
"""How much wider the bold letters of a title are than plain ones."""


class OrderedModel(TableModel[Any]):
    """Rows that can be dragged to another place; the move itself is a deed."""

    dropped = Signal(int, int)
    """From which place to which, both from 0."""

    def __init__(self, source: ListSource[Any], columns: Sequence[Column[Any]]) -> None:
        super().__init__(source, columns)
        self.is_movable = False

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt's name."""
        flags = super().flags(index)
        if not self.is_movable:
            return flags
        return flags | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:
        """Qt's name."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Qt's name."""
        return [_KIND]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Qt's name: the place dragged."""
        held = QMimeData()
        held.setData(_KIND, str(indexes[0].row() if indexes else -1).encode())
        return held

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Qt's name: ask for the move. False: the rows are not Qt's to move, they come anew after the deed."""
        begun = int(bytes(data.data(_KIND).data()).decode() or -1)
        ended = row if row >= 0 else self.rowCount()
        ended -= ended > begun
        if 0 <= begun != ended:
            self.dropped.emit(begun, ended)
        return False


class OrderedTable(QWidget):
    """The entries of one part of a meeting, with what can be done to them; or what to do first, when there are none."""

    opened = Signal(object)
    """Enter, F2 or a double click on an entry: its row."""
    picked = Signal(object)
    """Another entry is current: its row, None for none."""
    moved = Signal(int, int)
    """The person moves an entry from one place to another, both from 0."""
    removed = Signal(object)
    """The person takes an entry out: its row."""
    begin = Signal()

    def __init__(self, name: str, title: str, columns: Sequence[Column[Any]], empty: Empty) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = title
        self._source: ListSource[Any] = ListSource()
        self.model = OrderedModel(self._source, columns)
        self.table = Table()
        self.table.setObjectName(f"{name}.table")
        self.table.setAccessibleName(title)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setModel(self.model)
        self._heading = label(title, "section", name=f"{name}.title")
        self._buttons = {
            "edit": IconButton("edit", _("Change (Enter)"), f"{name}.edit"),
            "up": IconButton("up", _("Move up (Alt+Up)"), f"{name}.up"),
            "down": IconButton("down", _("Move down (Alt+Down)"), f"{name}.down"),
            "remove": IconButton("close", _("Take out (Del)"), f"{name}.remove"),
        }
        self._can = frozenset[str]()
        self.empty = EmptyPage(name, empty)
        self._stack = TableOrWords(self.table, self.empty)
        self._column = QVBoxLayout(self)
        self._build(columns)

    def _build(self, columns: Sequence[Column[Any]]) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE.s)
        top.addWidget(self._heading, 1)
        slots = {"edit": self._on_open, "up": self._on_up, "down": self._on_down, "remove": self._on_remove}
        for key, button in self._buttons.items():
            button.setProperty("role", "flat")
            button.setAccessibleName(f"{self._title}: {button.toolTip()}")
            button.clicked.connect(slots[key])
            top.addWidget(button)
        for keys, slot in (("Alt+Up", self._on_up), ("Alt+Down", self._on_down), ("Del", self._on_remove),
                           ("F2", self._on_open)):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.s)
        self._column.addLayout(top)
        self._column.addWidget(self._stack, 1)
        self.table.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.table.setDragDropOverwriteMode(False)
        self.table.setDropIndicatorShown(True)
        self.table.horizontalHeader().setSectionsMovable(False)
        for at, each in enumerate(columns):
            if not each.letters:
                self.table.let_stretch(at, 18)
        self.table.activated.connect(self._on_open)
        self.table.doubleClicked.connect(self._on_open)
        self.table.selectionModel().currentChanged.connect(self._on_current)
        self.model.dropped.connect(self.moved)
        self.empty.button.clicked.connect(self.begin)
        self.allow()

    def add_below(self, widget: QWidget) -> None:
        """Put a widget under the entries."""
        self._column.addWidget(widget)

    def allow(self, *, edit: bool = False, move: bool = False, remove: bool = False) -> None:
        """Offer only this much."""
        self._can = frozenset(
            key for key, can in (("edit", edit), ("up", move), ("down", move), ("remove", remove)) if can
        )
        self.model.is_movable = move
        for key, button in self._buttons.items():
            button.setVisible(key in self._can)
        self._after()

    def set_rows(self, rows: Sequence[Any], says: str = "") -> None:
        """Show these, keeping the current entry by its id; `says` stands beside the title."""
        current = self.current()
        at, scrolled = self.table.currentIndex().row(), self.table.verticalScrollBar().value()
        self._source.set_rows(rows)
        self.model.ask(self.model.query)
        self._heading.setText(f"{self._title} · {says}" if says else self._title)
        self._fit_columns()
        self._stack.show_table(bool(rows))
        self.table.verticalScrollBar().setValue(scrolled)
        if current is not None and rows:
            place = self.model.place(current.id)
            self.go_to(place if place is not None else min(at, len(rows) - 1))
        self._after()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's name: another size of letters."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_columns()

    def _fit_columns(self) -> None:
        """As wide as what stands in each, so that the long text gets the rest; one where nothing stands is hidden."""
        header, letters, digit = self.table.horizontalHeader(), self.table.fontMetrics(), self.table.digit()
        room = max(2 * SPACE.m, round(_ROOM * digit))
        rows = [row for at in range(min(self.model.rowCount(), _MEASURED)) if (row := self.model.row(at)) is not None]
        for at, column in enumerate(self.model.columns):
            if not column.letters:
                continue
            widest = max((letters.horizontalAdvance(column.show(row)) for row in rows), default=0)
            self.table.setColumnHidden(at, bool(rows) and not widest)
            title = round(header.fontMetrics().horizontalAdvance(column.title) * _BOLDER)
            most = max(title, column.letters * digit)
            self.table.ask_width(at, min(max(widest, title), most) + room)

    def current(self) -> Any:
        """The row the person stands on, None for none."""
        index = self.table.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def go_to(self, at: int) -> None:
        """Stand on the entry at that place."""
        self.table.selectRow(at)
        self.table.scrollTo(self.model.index(at, 0))

    def place_of(self, row: Any) -> int | None:
        """Where an entry stands, from 0."""
        return self.model.place(row.id)

    @Slot()
    def _after(self) -> None:
        at, rows = self.table.currentIndex().row(), self.model.rowCount()
        useful = {"edit": at >= 0, "up": at > 0, "down": 0 <= at < rows - 1, "remove": at >= 0}
        for key, button in self._buttons.items():
            button.setEnabled(useful[key])

    @Slot()
    def _on_current(self) -> None:
        self._after()
        self.picked.emit(self.current())

    @Slot()
    def _on_open(self) -> None:
        if "edit" in self._can and self.current() is not None:
            self.opened.emit(self.current())

    @Slot()
    def _on_up(self) -> None:
        self._step(-1)

    @Slot()
    def _on_down(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        at = self.table.currentIndex().row()
        if "up" in self._can and at >= 0 and 0 <= at + by < self.model.rowCount():
            self.moved.emit(at, at + by)

    @Slot()
    def _on_remove(self) -> None:
        if "remove" in self._can and self.current() is not None:
            self.removed.emit(self.current())
