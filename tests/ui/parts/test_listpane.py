import tracemalloc
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.parts.clipboard import harmless
from ui.parts.colours import Tone
from ui.parts.listpane import ListPane
from ui.parts.rowtable import Empty
from ui.parts.table import PAGE_ROWS, PAGES_KEPT, ROW_ID, Column, ListSource, Query, Sort, TableModel
from ui.parts.theme import Theme


@dataclass(frozen=True)
class Row:
    id: int
    name: str
    amount_vnd: int


COLUMNS: Sequence[Column[Row]] = (
    Column("id", "Number", 8, sort_key="id"),
    Column("name", "Name", sort_key="name"),
    Column(
        "amount_vnd",
        "Amount",
        12,
        "right",
        text=lambda row: f"{row.amount_vnd:,}".replace(",", "."),
        tone=lambda row: Tone.BAD if row.amount_vnd < 0 else Tone.PLAIN,
        copied=lambda row: str(row.amount_vnd),
    ),
    Column("remark", "Remark", 10, text=lambda row: "", hidden=True),
)


class Counted:
    """Rows made when asked for, and how often that was."""

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.asked: list[tuple[int, int]] = []

    def count(self, query: Query) -> int:
        return self.rows

    def page(self, query: Query, offset: int, limit: int) -> Sequence[Row]:
        self.asked.append((offset, limit))
        return [Row(at + 1, f"Người {at + 1}", at) for at in range(offset, min(offset + limit, self.rows))]

    def place(self, query: Query, row_id: int) -> int | None:
        return row_id - 1 if 0 < row_id <= self.rows else None


class Kept(dict[str, Any]):
    """Arrangements, in memory."""

    def put(self, key: str, value: Any) -> None:
        self[key] = value


def source(names: Sequence[str]) -> ListSource[Row]:
    return ListSource(
        [Row(at, name, (-1) ** at * at * 1000) for at, name in enumerate(names, 1)],
        matches=lambda row, text: text.lower() in row.name.lower(),
        named={"debt": lambda row: row.amount_vnd < 0},
        orders={"id": lambda row: row.id, "name": lambda row: row.name},
    )


def pane_of(rows: ListSource[Row] | Counted, state: Kept | None = None) -> ListPane[Row]:
    empty = Empty("Nobody yet", "Import a sheet first.", "Import…")
    return ListPane(
        "people", "People", rows, COLUMNS, empty=empty, state=state, filters=(("", "All"), ("debt", "Debt"))
    )


@pytest.fixture
def pane(qtbot: QtBot) -> ListPane[Row]:
    made = pane_of(source(["Bình", "An", "Châu", "=1+1"]))
    qtbot.addWidget(made)
    made.resize(800, 400)
    with qtbot.waitActive(made):
        made.show()
    return made


def shown(pane: ListPane[Row]) -> list[str]:
    return [pane.model.index(at, 1).data() for at in range(pane.model.rowCount())]


def test_the_model_keeps_qts_contract(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(TableModel(source(["Bình", "An"]), COLUMNS))


@pytest.mark.parametrize("rows", [0, 1, PAGE_ROWS - 1, PAGE_ROWS, PAGE_ROWS + 1])
def test_every_row_is_there_around_the_edge_of_a_page(rows: int) -> None:
    model = TableModel(Counted(rows), COLUMNS)
    assert [model.id_at(at) for at in range(rows)] == list(range(1, rows + 1))
    assert model.id_at(rows) is None


def test_a_hundred_thousand_rows_are_scrolled_through_with_a_few_pages_in_memory(qtbot: QtBot) -> None:
    rows = Counted(100_000)
    pane = pane_of(rows)
    qtbot.addWidget(pane)
    pane.resize(800, 400)
    pane.show()
    bar = pane.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    pane.grab()
    tracemalloc.start()
    for share in range(200):
        bar.setValue(bar.maximum() * share // 200)
        pane.grab()
    grown, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(pane.model._pages) <= PAGES_KEPT
    assert all(limit == PAGE_ROWS for _offset, limit in rows.asked)
    assert grown < 2_000_000


def test_a_click_on_the_header_asks_the_source_for_that_order(qtbot: QtBot, pane: ListPane[Row]) -> None:
    header = pane.table.horizontalHeader()
    where = header.viewport()
    at = header.sectionViewportPosition(1) + 20
    qtbot.mouseClick(where, Qt.MouseButton.LeftButton, pos=header.rect().center().__class__(at, header.height() // 2))
    assert shown(pane) == ["=1+1", "An", "Bình", "Châu"]
    qtbot.mouseClick(where, Qt.MouseButton.LeftButton, pos=header.rect().center().__class__(at, header.height() // 2))
    assert shown(pane) == ["Châu", "Bình", "An", "=1+1"]
    assert pane.model.query.sort == Sort("name", descending=True)


def test_a_column_that_cannot_be_sorted_leaves_the_order(pane: ListPane[Row]) -> None:
    pane.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    pane.table.horizontalHeader().setSortIndicator(2, Qt.SortOrder.AscendingOrder)
    assert pane.model.query.sort == Sort("name")
    assert pane.table.horizontalHeader().sortIndicatorSection() == 1


def test_typing_narrows_the_list_and_enter_goes_to_it(qtbot: QtBot, pane: ListPane[Row]) -> None:
    box = pane.findChild(QLineEdit, "people.filter")
    qtbot.keyClick(pane, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert box.hasFocus()
    qtbot.keyClicks(box, "ch")
    qtbot.waitUntil(lambda: shown(pane) == ["Châu"])
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert pane.table.hasFocus()
    assert pane.selected_ids() == (3,)


def test_a_named_filter_shows_its_rows(qtbot: QtBot, pane: ListPane[Row]) -> None:
    named = pane.findChild(object, "people.named")
    named.setFocus()
    qtbot.keyClick(named, Qt.Key.Key_Down)
    assert shown(pane) == ["Bình", "Châu"]


def test_the_selection_is_kept_by_id_when_rows_move(pane: ListPane[Row]) -> None:
    rows = source(["Bình", "An", "Châu"])
    assert pane.select(3)
    pane.model._source = rows
    rows.set_rows([Row(9, "Mới", 0), Row(3, "Châu", 0), Row(1, "Bình", 0)])
    pane.reload()
    assert pane.selected_ids() == (3,)
    assert pane.table.currentIndex().row() == 1


def test_a_row_that_has_gone_is_selected_again_when_it_comes_back(pane: ListPane[Row]) -> None:
    pane.select(3)
    pane.findChild(QLineEdit, "people.filter").setText("an")
    pane._on_filter()
    assert (shown(pane), pane.selected_ids()) == (["An"], ())
    pane.show_all()
    assert pane.selected_ids() == (3,)


def test_enter_and_a_double_click_open_the_row(qtbot: QtBot, pane: ListPane[Row]) -> None:
    pane.select(2)
    pane.table.setFocus()
    with qtbot.waitSignal(pane.opened) as opened:
        qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    assert opened.args == [2]
    place = pane.table.visualRect(pane.model.index(2, 1)).center()
    with qtbot.waitSignal(pane.opened) as opened:
        qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [3]


def test_copied_rows_open_in_excel_as_they_are_and_run_nothing(qtbot: QtBot, pane: ListPane[Row]) -> None:
    pane.table.selectAll()
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Number\tName\tAmount"
    assert lines[1] == "1\tBình\t-1000"
    assert lines[4] == "4\t'=1+1\t4000"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+84 912", "'+84 912"),
        ("@SUM", "'@SUM"),
        ("-2+3", "'-2+3"),
        ("-1.000", "-1.000"),
        ("", ""),
        ("An", "An"),
    ],
)
def test_what_begins_a_formula_is_made_harmless(text: str, safe: str) -> None:
    assert harmless(text) == safe


def test_an_empty_list_says_what_to_do_first(qtbot: QtBot) -> None:
    pane = pane_of(source([]))
    qtbot.addWidget(pane)
    pane.show()
    button = pane.findChild(QPushButton, "people.begin")
    assert (button.isVisible(), button.text()) == (True, "Import…")
    with qtbot.waitSignal(pane.begin):
        button.click()


def test_a_filter_that_finds_nothing_offers_the_whole_list(qtbot: QtBot, pane: ListPane[Row]) -> None:
    pane.findChild(QLineEdit, "people.filter").setText("zzz")
    pane._on_filter()
    button = pane.findChild(QPushButton, "people.begin")
    assert (button.isVisible(), button.text()) == (True, "Show all")
    button.click()
    assert len(shown(pane)) == 4


def test_columns_chosen_are_remembered_with_order_and_width(qtbot: QtBot) -> None:
    state = Kept()
    first = pane_of(source(["An"]), state)
    qtbot.addWidget(first)
    first.show()
    assert [column.key for column in first.shown_columns()] == ["id", "name", "amount_vnd"]
    for action in first.columns_menu().actions():
        if action.text() in ("Remark", "Number"):
            action.trigger()
    first.table.horizontalHeader().moveSection(2, 0)
    first.table.setColumnWidth(2, 222)
    first._memory.keep()
    second = pane_of(source(["An"]), state)
    qtbot.addWidget(second)
    second.resize(900, 400)
    second.show()
    assert [column.key for column in second.shown_columns()] == ["amount_vnd", "name", "remark"]
    assert second.table.columnWidth(2) == pytest.approx(222, abs=1)


def test_the_last_column_cannot_be_hidden(pane: ListPane[Row]) -> None:
    for at in (0, 2):
        pane.table.setColumnHidden(at, True)
    assert [action.isEnabled() for action in pane.columns_menu().actions()] == [True, False, True, True]


def test_columns_grow_with_the_zoom(pane: ListPane[Row], theme: Theme) -> None:
    before = pane.table.columnWidth(0)
    theme.set_zoom(1.5)
    assert pane.table.columnWidth(0) / before == pytest.approx(1.5, abs=0.15)


def test_a_cell_tells_its_column_to_a_screen_reader_and_its_row_to_the_window(pane: ListPane[Row]) -> None:
    index = pane.model.index(0, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Name: Bình"
    assert index.data(ROW_ID) == 1


@pytest.mark.parametrize(("width", "below"), [(300, True), (900, False)])
def test_the_filter_is_never_too_narrow_to_read_what_is_typed(qtbot: QtBot, width: int, below: bool) -> None:
    pane = pane_of(source(["An"]))
    tool = QPushButton("Print the whole list")
    pane.add_tool(tool)
    qtbot.addWidget(pane)
    pane.resize(width, 400)
    pane.show()
    box = pane.findChild(QLineEdit, "people.filter")
    qtbot.waitUntil(lambda: box.width() >= 14 * box.fontMetrics().averageCharWidth())
    assert (tool.geometry().top() > box.geometry().bottom()) is below
