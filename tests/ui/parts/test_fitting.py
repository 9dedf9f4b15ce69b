"""Columns without room for all of them give up what they can spare, and amounts last of all: never."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.walk import settle
from ui.parts.fitting import Want, fitted
from ui.parts.rowtable import REST_LEAST
from ui.parts.smalltable import STRETCHED_LEAST, SmallTable
from ui.parts.table import Column

LONG = "Ủy ban Mặt trận Tổ quốc Việt Nam phường Hải Đông, Ban Công tác Mặt trận khu phố 10"
AMOUNT = "12.345.678.900"


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (400, [100, 200, 100]),
        (300, [100, 100, 100]),
        (350, [100, 150, 100]),
        (240, [70, 70, 100]),
        (220, [60, 60, 100]),
        (10, [60, 60, 100]),
    ],
)
def test_spare_room_goes_first_then_words_and_never_what_must_be_whole(room: int, widths: list[int]) -> None:
    wants = [Want(100, 100, 60), Want(200, 100, 60), Want(100, 100, 100)]
    assert fitted(wants, room) == widths


@dataclass(frozen=True)
class Row:
    id: int
    name: str
    amount: str
    remark: str = ""


@pytest.fixture
def table_at(qtbot: QtBot) -> Callable[[int], SmallTable[Row]]:
    """A table of three columns asking for 60 digits and some, in a window so wide."""
    columns: Sequence[Column[Row]] = (
        Column("name", "Name", 30),
        Column("amount", "Amount", 14, "right"),
        Column("remark", "Remark", 16),
        Column("id", "Number"),
    )
    table = SmallTable("rows", "Rows", columns, empty="Nothing")
    table.set_rows([Row(1, LONG, AMOUNT)])
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(table)

    def arrange(width: int) -> SmallTable[Row]:
        window.resize(width, 300)
        window.show()
        return table

    return arrange


def test_in_a_narrow_window_nothing_is_scrolled_and_amounts_stay_whole(
    table_at: Callable[[int], SmallTable[Row]],
) -> None:
    table = table_at(560).table
    assert table.horizontalScrollBar().maximum() == 0
    assert table.columnWidth(1) >= QFontMetrics(table.font()).horizontalAdvance(AMOUNT)
    assert table.columnWidth(2) < 16 * table.digit()


def test_the_column_that_stretches_gives_a_little_where_nothing_need_be_scrolled_then(
    table_at: Callable[[int], SmallTable[Row]],
) -> None:
    gave = False
    for width in range(300, 561, 10):
        table = table_at(width).table
        is_whole = table.columnWidth(3) >= STRETCHED_LEAST * table.digit()
        assert is_whole or table.horizontalScrollBar().maximum() == 0
        assert table.columnWidth(3) >= REST_LEAST * table.digit()
        gave = gave or not is_whole
    assert gave


def test_a_wider_window_gives_all_their_room_again(table_at: Callable[[int], SmallTable[Row]]) -> None:
    table = table_at(1300).table
    asked = [table.columnWidth(at) for at in range(3)]
    assert [table_at(560).table.columnWidth(at) for at in range(3)] != asked
    assert [table_at(1300).table.columnWidth(at) for at in range(3)] == asked
    assert table.asked_letters(0) == pytest.approx(asked[0] / table.digit())


def test_the_current_row_stays_in_view_when_the_list_gets_lower(qtbot: QtBot) -> None:
    small = SmallTable[Row]("rows", "Rows", [Column("name", "Name")], empty="Nothing", fills=True)
    qtbot.addWidget(small)
    small.set_rows([Row(at, LONG, AMOUNT) for at in range(40)])
    small.resize(560, 500)
    small.show()
    settle()
    small.select(39)
    assert small.table.visualRect(small.table.currentIndex()).bottom() <= small.table.viewport().height()
    small.resize(560, 300)
    settle()
    assert small.table.visualRect(small.table.currentIndex()).bottom() <= small.table.viewport().height()
