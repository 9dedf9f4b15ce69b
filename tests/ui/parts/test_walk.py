"""Every part passes the walk, and the walk finds what it is there to find."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QPushButton, QTabBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import gallery
from tests.ui.legible import pale
from tests.ui.walk import check_window, cut, jumps, tab_chain, too_large, unnamed, walked
from ui.parts.lane import Lane
from ui.parts.theme import Theme

STILL = {name: make for name, make in gallery.PARTS.items() if name != "calendar"}


@pytest.mark.parametrize("name", sorted(STILL))
@walked
def test_every_part_is_named_reached_in_order_and_never_cut(qtbot: QtBot, theme: Theme, name: str) -> None:
    window = STILL[name]()
    qtbot.addWidget(window)
    check_window(window, theme)


@walked
def test_the_preview_is_named_reached_in_order_and_never_cut(qtbot: QtBot, theme: Theme, lane: Lane) -> None:
    window = gallery.preview(lane)
    qtbot.addWidget(window)
    check_window(window, theme)


def window_of(make: Callable[[QWidget], None], qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.setObjectName("w")
    make(window)
    qtbot.addWidget(window)
    window.show()
    return window


def two_lines(window: QWidget) -> tuple[QLineEdit, QLineEdit]:
    column = QVBoxLayout(window)
    first, second = QLineEdit(), QLineEdit()
    for name, line in (("first", first), ("second", second)):
        line.setObjectName(name)
        line.setAccessibleName(name)
        column.addWidget(line)
    return first, second


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    window = window_of(lambda window: two_lines(window)[1].setAccessibleName(""), qtbot)
    assert unnamed(window) == ["w/second"]


def test_tab_against_reading_order_is_found(qtbot: QtBot) -> None:
    def wrong(window: QWidget) -> None:
        _first, second = two_lines(window)
        column = window.layout()
        assert isinstance(column, QVBoxLayout)
        column.removeWidget(second)
        column.insertWidget(0, second)

    window = window_of(wrong, qtbot)
    assert [line.objectName() for line in tab_chain(window)] == ["first", "second"]
    assert jumps(window) == ["w/first → w/second"]


def test_a_cut_label_and_a_cut_button_are_found(qtbot: QtBot) -> None:
    def narrow(window: QWidget) -> None:
        row = QHBoxLayout(window)
        for part in (QLabel("Ủy ban Mặt trận Tổ quốc"), QPushButton("Lưu và in biên bản")):
            part.setMaximumWidth(40)
            row.addWidget(part)

    assert len(cut(window_of(narrow, qtbot))) == 2


def test_a_hint_that_is_cut_is_found_and_one_that_is_whole_is_not(qtbot: QtBot) -> None:
    def hinted(window: QWidget) -> None:
        for line, width in zip(two_lines(window), (90, 360), strict=True):
            line.setPlaceholderText("Hai chữ cái của tên")
            line.setFixedWidth(width)

    assert cut(window_of(hinted, qtbot)) == ["w/first: Hai chữ cái của tên"]


def test_a_window_larger_than_the_screen_is_found(qtbot: QtBot) -> None:
    assert too_large(window_of(lambda window: QVBoxLayout(window).addSpacing(900), qtbot))


@pytest.mark.parametrize(("ink", "is_found"), [("#767676", False), ("#9a9a9a", True)])
def test_pale_words_are_found(qtbot: QtBot, ink: str, is_found: bool) -> None:
    def write(window: QWidget) -> None:
        words = QLabel("Đang lập văn bản")
        words.setStyleSheet(f"color: {ink}; background: #ffffff")
        QVBoxLayout(window).addWidget(words)

    assert bool(pale(window_of(write, qtbot))) is is_found


PALE = "QListView, QLineEdit, QTabBar::tab, QTabBar::tab:selected { color: #a0a0a0; background: #ffffff }"


def test_the_words_of_a_list_and_of_tabs_are_looked_at_too(qtbot: QtBot) -> None:
    def write(window: QWidget) -> None:
        column = QVBoxLayout(window)
        for part in (QListWidget(), QTabBar(), QLineEdit()):
            part.setStyleSheet(PALE)
            column.addWidget(part)
        window.findChild(QListWidget).addItem("Tổ trưởng")
        window.findChild(QTabBar).addTab("Danh sách")
        window.findChild(QLineEdit).setText("Khu phố")

    assert len(pale(window_of(write, qtbot))) == 3
