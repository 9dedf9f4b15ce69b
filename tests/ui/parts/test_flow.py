"""A row of buttons goes on in a second line where one is too short."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.parts.menus import ButtonRow, Entry

NAMES = ("Thêm vào danh sách", "Sửa", "Cho thôi giữ chức vụ", "In danh sách")

Lines = list[list[str]]


@pytest.fixture
def lines_at(qtbot: QtBot) -> Callable[[int], Lines]:
    """What stands on each line of a row of four buttons in a window so wide."""
    window = QWidget()
    qtbot.addWidget(window)
    row = ButtonRow([Entry(words, name=words) for words in NAMES])
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(row)
    column.addStretch(1)

    def arrange(width: int) -> Lines:
        window.resize(width, 400)
        window.show()
        by_line: dict[int, list[str]] = {}
        for words, button in row.buttons.items():
            assert row.rect().contains(button.geometry()), words
            assert button.size() == button.sizeHint()
            by_line.setdefault(button.y(), []).append(words)
        return [by_line[y] for y in sorted(by_line)]

    return arrange


def test_with_room_all_stand_on_one_line(lines_at: Callable[[int], Lines]) -> None:
    assert lines_at(1200) == [list(NAMES)]


def test_without_room_none_is_cut_and_the_order_stays(lines_at: Callable[[int], Lines]) -> None:
    lines = lines_at(320)
    assert len(lines) > 1
    assert [words for line in lines for words in line] == list(NAMES)


def test_the_narrowest_window_has_one_on_each_line(lines_at: Callable[[int], Lines]) -> None:
    assert lines_at(1) == [[words] for words in NAMES]


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    row = ButtonRow([Entry(words, name=words) for words in NAMES])
    qtbot.addWidget(row)
    before = row.sizeHint().width()
    row.buttons["Sửa"].hide()
    assert row.sizeHint().width() == before - row.buttons["Sửa"].sizeHint().width() - row.layout().spacing()
