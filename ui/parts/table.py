"""A list of any length: rows come a page at a time, sorted and filtered where they are kept."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any, Final, Generic, Literal, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QGuiApplication

from frontdesk.messages import _
from ui.parts.colours import Tone, colours_of

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
Index = QModelIndex | QPersistentModelIndex

PAGE_ROWS: Final = 100
PAGES_KEPT: Final = 8
ROW_ID: Final = Qt.ItemDataRole.UserRole
ROW: Final = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Sort:
    """Order by the source's key."""

    key: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What of a list is asked for: typed words, a named filter ("" for all), an order (None: the source's own)."""

    text: str = ""
    named: str = ""
    sort: Sort | None = None


class RowSource(Protocol[R_co]):
    """Where a list's rows come from. Called on the window's thread; each call answers within 16 ms."""

    def count(self, query: Query) -> int:
        """How many rows there are."""

    def page(self, query: Query, offset: int, limit: int) -> Sequence[R_co]:
        """Rows from `offset`, at most `limit`."""

    def place(self, query: Query, row_id: int) -> int | None:
        """Where the row of that id stands; None when it is not in the list."""


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column: `key` names it (and the row's attribute, unless `text` says otherwise).

    `letters` is its width at first, in digits; the one with 0 takes the rest. `sort_key` is what the source is asked
    for, None for a column that cannot be sorted. `tone` colours a cell; `copied` gives Excel the plain value.
    """

    key: str
    title: str
    letters: int = 0
    align: Literal["left", "right", "centre"] = "left"
    text: Callable[[R], str] | None = None
    sort_key: str | None = None
    hidden: bool = False
    tone: Callable[[R], Tone] | None = None
    copied: Callable[[R], str] | None = None

    def show(self, row: R) -> str:
        """What stands in the cell."""
        if self.text is not None:
            return self.text(row)
        value = getattr(row, self.key)
        return "" if value is None else str(value)

    def copy(self, row: R) -> str:
        """What goes to the clipboard."""
        return self.copied(row) if self.copied is not None else self.show(row)


class ListSource(Generic[R]):
    """A short list already in memory, as a `RowSource`.

    `matches` tells whether a row answers to typed words (fold both), `named` holds the named filters, `orders` gives
    the sort value of each key.
    """

    def __init__(
        self,
        rows: Sequence[R] = (),
        *,
        matches: Callable[[R, str], bool] | None = None,
        named: dict[str, Callable[[R], bool]] | None = None,
        orders: dict[str, Callable[[R], Any]] | None = None,
        row_id: Callable[[R], int] = attrgetter("id"),
    ) -> None:
        self._all = tuple(rows)
        self._matches, self._named, self._orders = matches, named or {}, orders or {}
        self._row_id = row_id
        self._seen: tuple[Query, tuple[R, ...]] | None = None

    def set_rows(self, rows: Sequence[R]) -> None:
        """These rows from now on; reload the list afterwards."""
        self._all = tuple(rows)
        self._seen = None

    def count(self, query: Query) -> int:
        """See `RowSource`."""
        return len(self._rows(query))

    def page(self, query: Query, offset: int, limit: int) -> Sequence[R]:
        """See `RowSource`."""
        return self._rows(query)[offset : offset + limit]

    def place(self, query: Query, row_id: int) -> int | None:
        """See `RowSource`."""
        return next((at for at, row in enumerate(self._rows(query)) if self._row_id(row) == row_id), None)

    def _rows(self, query: Query) -> tuple[R, ...]:
        if self._seen is None or self._seen[0] != query:
            chosen = self._named.get(query.named)
            matches = self._matches
            rows = [
                row
                for row in self._all
                if (chosen is None or chosen(row)) and (not query.text or matches is None or matches(row, query.text))
            ]
            if query.sort is not None and query.sort.key in self._orders:
                rows.sort(key=self._orders[query.sort.key], reverse=query.sort.descending)
            self._seen = (query, tuple(rows))
        return self._seen[1]


class TableModel(QAbstractTableModel, Generic[R]):
    """Shows a `RowSource` under `columns`, holding only a few pages of it."""

    def __init__(
        self,
        source: RowSource[R],
        columns: Sequence[Column[R]],
        *,
        row_id: Callable[[R], int] = attrgetter("id"),
        query: Query | None = None,
    ) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._source = source
        self._row_id = row_id
        self._query = query or Query()
        self._pages: OrderedDict[int, Sequence[R]] = OrderedDict()
        self._count = source.count(self._query)

    @property
    def query(self) -> Query:
        """What is shown now."""
        return self._query

    def ask(self, query: Query) -> None:
        """Show something else, or the same anew."""
        self.beginResetModel()
        self._query = query
        self._pages.clear()
        self._count = self._source.count(query)
        self.endResetModel()

    def row(self, at: int) -> R | None:
        """The row at that place; None past the end (the list grew shorter under us)."""
        number, inside = divmod(at, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            page = self._source.page(self._query, number * PAGE_ROWS, PAGE_ROWS)
            self._pages[number] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[inside] if inside < len(page) else None

    def id_at(self, at: int) -> int | None:
        """The id of the row at that place."""
        row = self.row(at)
        return None if row is None else self._row_id(row)

    def place(self, row_id: int) -> int | None:
        """Where the row of that id stands now."""
        return self._source.place(self._query, row_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Qt's name."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Qt's name."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt's name: text, alignment, colour and accessible text of a cell; `ROW_ID` and `ROW` for its row."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[column.align]
        if role not in _ROLES:
            return None
        row = self.row(index.row())
        if row is None:
            return None
        return self._of(row, column, role)

    def _of(self, row: R, column: Column[R], role: int) -> Any:
        if role == ROW:
            return row
        if role == ROW_ID:
            return self._row_id(row)
        if role == Qt.ItemDataRole.ForegroundRole:
            tone = column.tone(row) if column.tone is not None else Tone.PLAIN
            return None if tone == Tone.PLAIN else QColor(colours_of(QGuiApplication.palette()).of(tone))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.show(row)}"
        return column.show(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt's name."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[column.align]
        if role == Qt.ItemDataRole.ToolTipRole and column.sort_key is not None:
            return _("Click to sort by {column}. Right-click to choose columns.").format(column=column.title)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Qt's name: ask the source for another order; -1 for its own."""
        key = self.columns[column].sort_key if 0 <= column < len(self.columns) else None
        if column >= 0 and key is None:
            return
        wanted = None if key is None else Sort(key, order is Qt.SortOrder.DescendingOrder)
        if wanted != self._query.sort:
            self.ask(replace(self._query, sort=wanted))


_ROLES: Final = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.ForegroundRole,
    Qt.ItemDataRole.AccessibleTextRole,
    ROW_ID,
    ROW,
}
_ALIGN: Final = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "centre": Qt.AlignmentFlag.AlignCenter,
}
