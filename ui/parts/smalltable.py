"""A short table inside a page: as high as its rows, opened by Enter, with words where it is empty."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from frontdesk.messages import _
from ui.parts.clipboard import as_sheet
from ui.parts.headings import Hint
from ui.parts.remembering import Widths
from ui.parts.rowtable import Table
from ui.parts.table import Column, ListSource, TableModel

R = TypeVar("R")
ROWS_MOST: Final = 12
ROWS_LEAST: Final = 1
STRETCHED_LEAST: Final = 16


class SmallTable(QWidget, Generic[R]):
    """Rows already in memory. `fills` takes the height there is instead of that of the rows.

    `gives` is for a page that does not scroll: as high as its rows where there is room, one of them where there is not.
    """

    opened = Signal()
    """Enter or a double click; `current` has the row."""
    picked = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        columns: Sequence[Column[R]],
        *,
        empty: str,
        row_id: Callable[[R], int] = attrgetter("id"),
        fills: bool = False,
        gives: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._source: ListSource[R] = ListSource(row_id=row_id)
        self.model = TableModel(self._source, columns, row_id=row_id)
        self.table = Table()
        self.table.setObjectName(f"{name}.table")
        self.table.setAccessibleName(title)
        self.table.setModel(self.model)
        self.table.horizontalHeader().setSectionsMovable(False)
        self._fills, self._gives, self._row_id = fills, gives, row_id
        self._hint = Hint(empty)
        if not fills:
            # No higher than its rows: what room there is besides belongs to the list above.
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._arrange(columns)
        self.table.activated.connect(self.opened)
        self.table.doubleClicked.connect(self.opened)
        self.table.selectionModel().selectionChanged.connect(self.picked)
        self._add_copy()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._hint)
        column.addWidget(self.table, 1)
        self.set_rows(())

    def set_rows(self, rows: Sequence[R], *, empty: str = "") -> None:
        """Show these, keeping the selection by id; `empty` are the words where there are none, "" for those before."""
        kept = self.current()
        if empty:
            self._hint.setText(empty)
        self._source.set_rows(rows)
        self.model.ask(self.model.query)
        self._hint.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self._fit()
        at = None if kept is None else self.model.place(self._id(kept))
        if at is not None:
            self.table.selectRow(at)
        self.picked.emit()

    def current(self) -> R | None:
        """The selected row, None when there is none."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.row(rows[0].row()) if rows else None

    def select(self, at: int) -> None:
        """Select the row at that place."""
        self.table.selectRow(at)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's name: another size of letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's name: room for the scroll bar where the columns need one."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def copy(self) -> None:
        """Ctrl+C: all rows, or the selected ones, as Excel takes them."""
        chosen = [index.row() for index in self.table.selectionModel().selectedRows()]
        rows = [self.model.row(at) for at in (sorted(chosen) or range(self.model.rowCount()))]
        columns = self.model.columns
        text = as_sheet([each.title for each in columns], [[each.copy(row) for each in columns] for row in rows if row])
        QGuiApplication.clipboard().setText(text)

    def _id(self, row: R) -> int:
        return self._row_id(row)

    def _arrange(self, columns: Sequence[Column[Any]]) -> None:
        for at, width in enumerate(Widths.of(self.table, columns).pixels):
            if width is None:
                self.table.let_stretch(at, STRETCHED_LEAST)
            else:
                self.table.ask_width(at, width)

    def _add_copy(self) -> None:
        copy = QAction(_("Copy for Excel"), self.table)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy)
        self.table.addAction(copy)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _fit(self) -> None:
        if self._fills:
            return
        rows = min(self.model.rowCount(), ROWS_MOST)
        head = self.table.horizontalHeader().sizeHint().height()
        line = self.table.verticalHeader().defaultSectionSize()
        high = head + rows * line + 2 * self.table.frameWidth() + 2
        header = self.table.horizontalHeader()
        scrolls = header.length() > self.table.viewport().width() > 0
        bar = self.table.horizontalScrollBar().sizeHint().height() + 2
        high += bar if scrolls else 0
        least = high - max(0, rows - ROWS_LEAST) * line if self._gives else high
        self.table.setMinimumHeight(least)
        self.table.setMaximumHeight(high)
        if self._gives and self.table.wanted_height != high:
            self.table.wanted_height = high
            self.table.updateGeometry()
        policy = Qt.ScrollBarPolicy
        few = self.model.rowCount() <= ROWS_MOST and not self._gives
        self.table.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if few else policy.ScrollBarAsNeeded)
