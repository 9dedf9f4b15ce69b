"""A part of a desk that is one short list read whole, with buttons for its rows."""

from collections.abc import Callable, Collection, Mapping, Sequence
from operator import attrgetter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from frontdesk.vietnamese import fold
from ui.desk.env import Env
from ui.desk.panel import Panel
from ui.parts.headings import Heading
from ui.parts.listpane import ListPane
from ui.parts.menus import ButtonRow, Entry
from ui.parts.rowtable import Empty
from ui.parts.table import Column, ListSource, Sort

R = TypeVar("R")


class RecordPanel(Panel, Generic[R]):
    """Reads its rows on the lane; `searched` gives the words a row is found by."""

    def __init__(
        self,
        env: Env,
        name: str,
        title: str,
        topics: Collection[str],
        columns: Sequence[Column[R]],
        *,
        searched: Callable[[R], str],
        empty: Empty,
        named: Mapping[str, tuple[str, Callable[[R], bool]]] | None = None,
        orders: Mapping[str, Callable[[R], Any]] | None = None,
        sort: Sort | None = None,
        row_id: Callable[[R], int] = attrgetter("id"),
        detail: str = "",
    ) -> None:
        super().__init__(env, name, topics)
        self._row_id = row_id
        self._rows: tuple[R, ...] = ()
        named = named or {}
        self._source: ListSource[R] = ListSource(
            matches=lambda row, text: all(word in fold(searched(row)) for word in fold(text).split()),
            named={key: holds for key, (_words, holds) in named.items()},
            orders=dict(orders or {}),
            row_id=row_id,
        )
        self.heading = Heading(title, detail)
        self.pane: ListPane[R] = ListPane(
            name,
            title,
            self._source,
            columns,
            empty=empty,
            state=env.state,
            filters=[(key, words) for key, (words, _holds) in named.items()],
            sort=sort,
            row_id=row_id,
            parent=self,
        )
        self.pane.begin.connect(self.begin_new)
        self.pane.picked.connect(self.on_picked)
        self.pane.opened.connect(self.on_opened)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.pane)

    def load(self) -> Sequence[R]:
        """The rows; runs on the lane."""
        raise NotImplementedError

    def reload(self) -> None:
        """See `Panel`."""
        self.read(self.load, self.on_rows)

    def search(self, text: str) -> None:
        """See `Panel`."""
        self.pane.focus_filter()

    def current(self) -> R | None:
        """The selected row, the first of several."""
        ids = self.pane.selected_ids()
        return next((row for row in self._rows if ids and self._row_id(row) == ids[0]), None)

    def selected(self) -> tuple[R, ...]:
        """All selected rows, in the list's order."""
        ids = self.pane.selected_ids()
        by_id = {self._row_id(row): row for row in self._rows}
        return tuple(by_id[row_id] for row_id in ids if row_id in by_id)

    def add_buttons(self, entries: Sequence[Entry]) -> ButtonRow:
        """Buttons under the list."""
        row = ButtonRow(entries)
        self.column.addWidget(row)
        return row

    def add_tool(self, tool: QWidget) -> None:
        """A button beside the title."""
        self.heading.add(tool)

    @Slot(object)
    def on_rows(self, rows: Sequence[R]) -> None:
        """Show what was read."""
        self._rows = tuple(rows)
        self._source.set_rows(self._rows)
        self.pane.reload()
        self.on_picked()

    @Slot()
    def on_picked(self) -> None:
        """The selection has changed."""

    @Slot()
    def on_opened(self) -> None:
        """A row was opened."""
