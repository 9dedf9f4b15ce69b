"""A list as a window shows it: filter box, rows, how many there are, and what to do when there are none."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from frontdesk.messages import _, n_
from frontdesk.vietnamese import nfc
from ui.parts.clipboard import as_sheet
from ui.parts.headings import label
from ui.parts.remembering import Memory, StateStore, Widths
from ui.parts.rowtable import Empty, EmptyPage, Table, TableOrWords
from ui.parts.table import Column, Query, RowSource, Sort, TableModel
from ui.parts.theme import SPACE, IconButton

R = TypeVar("R")
TYPING_MS: Final = 120
MOST_COPIED: Final = 50_000
FILTER_LETTERS: Final = 14
"""So many letters of what is typed into the filter are seen at least."""


class ListPane(QWidget, Generic[R]):
    """The list of a desk. `name` is its object name and the key its widths, order and columns are remembered by.

    `filters` are named filters as (key, text); the first is what the list opens with, and its key should be "".
    `newest`: what is typed finds no more rows than these; the count says so.
    """

    opened = Signal(object)
    """Enter or a double click on a row: its id."""
    picked = Signal(object)
    """The selection changed: ids in the list's order (`tuple[int, ...]`)."""
    begin = Signal()
    """The button of the empty list was pressed."""

    def __init__(
        self,
        name: str,
        title: str,
        source: RowSource[R],
        columns: Sequence[Column[R]],
        *,
        empty: Empty,
        state: StateStore | None = None,
        filters: Sequence[tuple[str, str]] = (),
        sort: Sort | None = None,
        newest: int | None = None,
        row_id: Callable[[R], int] = attrgetter("id"),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._filters, self._newest = tuple(filters), newest
        self._last_tool: QWidget | None = None
        self._tools = QHBoxLayout()
        self._top, self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        first = self._filters[0][0] if self._filters else ""
        self.model = TableModel(source, columns, row_id=row_id, query=Query(named=first, sort=sort))
        self.table = Table()
        self.table.setObjectName(f"{name}.table")
        self.table.setAccessibleName(title)
        self.table.setModel(self.model)
        self._build(name, title, empty)
        self._memory = Memory(self.table, self.model, name, state, Widths.of(self.table, columns))
        self._memory.restore()
        header = self.table.horizontalHeader()
        header.customContextMenuRequested.connect(self._ask_columns)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        self._show_sort()
        header.sortIndicatorChanged.connect(self._on_sorted)
        self.table.activated.connect(self._on_activated)
        self.table.doubleClicked.connect(self._on_activated)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self._kept: tuple[int, ...] = ()
        self._after()

    # What a window calls

    def reload(self) -> None:
        """Ask the source anew, keeping selection and place by id."""
        self._ask(self.model.query)

    def selected_ids(self) -> tuple[int, ...]:
        """The ids of the selected rows, in the list's order."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(row_id for row in rows if (row_id := self.model.id_at(row)) is not None)

    def select(self, row_id: int) -> bool:
        """Select the row of that id and bring it into view; False when the list, as filtered, does not have it."""
        return self._select((row_id,))

    def show_all(self) -> None:
        """No filter any more."""
        self._box.clear()
        if self._named is not None:
            self._named.setCurrentIndex(0)
        self._on_filter()

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()

    def add_tool(self, tool: QWidget) -> None:
        """Put a button beside the filter: new, print list, export."""
        before = self._last_tool or self._named or self._box
        self._tools.addWidget(tool)
        self.setTabOrder(before, tool)
        self._last_tool = tool

    def shown_columns(self) -> tuple[Column[R], ...]:
        """The columns as the person has chosen and ordered them, for printing or exporting the list."""
        header = self.table.horizontalHeader()
        order = [header.logicalIndex(at) for at in range(header.count())]
        return tuple(self.model.columns[at] for at in order if not self.table.isColumnHidden(at))

    def copy_text(self) -> str:
        """The selected rows (all when none is) with their header, tab-separated, as Excel takes them."""
        columns = self.shown_columns()
        chosen = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        rows = [self.model.row(at) for at in (chosen or range(self.model.rowCount()))[:MOST_COPIED]]
        return as_sheet([column.title for column in columns], [[c.copy(row) for c in columns] for row in rows if row])

    @Slot()
    def copy(self) -> None:
        """Ctrl+C: the selected rows to the clipboard."""
        QGuiApplication.clipboard().setText(self.copy_text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's name: what narrows the list stands under the filter where one could not read what is typed there."""
        super().resizeEvent(event)
        typed = FILTER_LETTERS * self.fontMetrics().averageCharWidth()
        room = self.width() - self._top.spacing() - self._beside.sizeHint().width()
        ways = QBoxLayout.Direction
        self._top.setDirection(ways.TopToBottom if room < typed else ways.LeftToRight)

    # Building

    def _build(self, name: str, title: str, empty: Empty) -> None:
        self._box = QLineEdit()
        self._box.setObjectName(f"{name}.filter")
        self._box.setPlaceholderText(_("Filter (Ctrl+F)"))
        self._box.setAccessibleName(_("Filter: {list}").format(list=title))
        self._box.setClearButtonEnabled(True)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._on_filter)
        self._box.textChanged.connect(self._typing.start)
        self._box.returnPressed.connect(self._on_filter_entered)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self._box)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._on_filter_entered)
        self._named: QComboBox | None = None
        self._tools.setSpacing(SPACE.s)
        self._top.setSpacing(SPACE.s)
        self._top.addWidget(self._box, 1)
        self._beside.setSpacing(SPACE.s)
        if self._filters:
            self._named = QComboBox()
            self._named.setObjectName(f"{name}.named")
            self._named.setAccessibleName(_("Show: {list}").format(list=title))
            self._named.addItems([text for _key, text in self._filters])
            self._named.activated.connect(self._on_filter)
            self._beside.addWidget(self._named)
        self._beside.addLayout(self._tools)
        self._columns = IconButton("columns", _("Choose columns"), f"{name}.columns")
        self._columns.clicked.connect(self._on_columns_button)
        self._beside.addWidget(self._columns)
        self._top.addLayout(self._beside)
        self._empty_page = EmptyPage(name, empty)
        self._empty_page.button.clicked.connect(self._on_empty_button)
        self._stack = TableOrWords(self.table, self._empty_page)
        self._count = label("", "count", wraps=False, name=f"{name}.count")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)
        column.addWidget(self._count)
        self._add_keys()

    def _add_keys(self) -> None:
        for keys, slot in (
            (QKeySequence.StandardKey.Find, self.focus_filter),
            (QKeySequence.StandardKey.Refresh, self.reload),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        copy = QAction(_("Copy for Excel"), self.table)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy)
        self.table.addAction(copy)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    # What happens

    def _ask(self, query: Query) -> None:
        chosen = self.selected_ids() or self._kept
        at = self.table.verticalScrollBar().value()
        self.model.ask(query)
        self._kept = chosen
        if not self._select(chosen):
            self.table.verticalScrollBar().setValue(at)
        self._after()

    def _select(self, ids: Sequence[int]) -> bool:
        selection = QItemSelection()
        places = [at for row_id in ids if (at := self.model.place(row_id)) is not None]
        for at in places:
            index = self.model.index(at, 0)
            selection.select(index, index)
        if not places:
            return False
        chosen = self.table.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        chosen.setCurrentIndex(self.model.index(places[0], 0), flags.NoUpdate)
        chosen.select(selection, flags.ClearAndSelect | flags.Rows)
        self.table.scrollTo(self.model.index(places[0], 0))
        return True

    def _after(self) -> None:
        count, query = self.model.rowCount(), self.model.query
        filtered = bool(query.text) or bool(self._named and self._named.currentIndex() > 0)
        told = n_("{count} row", "{count} rows", count)
        if self._newest is not None and query.text and count >= self._newest:
            told = _("The newest {count} rows; type more words to find older ones")
        self._count.setText(told.format(count=f"{count:,}".replace(",", ".")))
        self._count.setVisible(count > 0)
        self._empty_page.show_for(filtered=filtered)
        self._stack.show_table(count > 0)

    def _show_sort(self) -> None:
        sort = self.model.query.sort
        keys = [column.sort_key for column in self.model.columns]
        at = keys.index(sort.key) if sort is not None and sort.key in keys else -1
        order = Qt.SortOrder.DescendingOrder if sort is not None and sort.descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(at, order)

    @Slot(int, Qt.SortOrder)
    def _on_sorted(self, at: int, order: Qt.SortOrder) -> None:
        key = self.model.columns[at].sort_key if at >= 0 else None
        if key is None:
            self.table.horizontalHeader().blockSignals(True)
            self._show_sort()
            self.table.horizontalHeader().blockSignals(False)
            return
        self._ask(replace(self.model.query, sort=Sort(key, order is Qt.SortOrder.DescendingOrder)))

    @Slot()
    def _on_filter(self) -> None:
        self._typing.stop()
        named = self._filters[self._named.currentIndex()][0] if self._named is not None else ""
        query = replace(self.model.query, text=nfc(self._box.text(), one_line=True), named=named)
        if query != self.model.query:
            self._ask(query)

    @Slot()
    def _on_filter_entered(self) -> None:
        self._on_filter()
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.table.selectionModel().hasSelection():
                self.table.selectRow(0)

    @Slot()
    def _on_empty_button(self) -> None:
        if self._empty_page.is_filtered:
            self.show_all()
        else:
            self.begin.emit()

    @Slot()
    def _on_activated(self) -> None:
        row_id = self.model.id_at(self.table.currentIndex().row())
        if row_id is not None:
            self.opened.emit(row_id)

    @Slot()
    def _on_selected(self) -> None:
        ids = self.selected_ids()
        if ids:
            self._kept = ids
        self.picked.emit(ids)

    @Slot()
    def _on_columns_button(self) -> None:
        self._show_columns(self._columns.mapToGlobal(QPoint(0, self._columns.height())))

    @Slot(QPoint)
    def _ask_columns(self, at: QPoint) -> None:
        self._show_columns(self.table.horizontalHeader().mapToGlobal(at))

    def _show_columns(self, at: QPoint) -> None:
        menu = self.columns_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def columns_menu(self) -> QMenu:
        """A tick for each column; the last one shown cannot be hidden."""
        menu = QMenu(self)
        menu.setObjectName(f"{self.objectName()}.columns_menu")
        shown = len(self.shown_columns())
        for at, column in enumerate(self.model.columns):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.table.isColumnHidden(at))
            action.setEnabled(shown > 1 or self.table.isColumnHidden(at))
            action.setData(at)
            action.toggled.connect(self._on_column_toggled)
        return menu

    @Slot(bool)
    def _on_column_toggled(self, shown: bool) -> None:
        action: Any = self.sender()
        self.table.setColumnHidden(int(action.data()), not shown)
        self._memory.keep()
