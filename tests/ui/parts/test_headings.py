from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.parts.headings import Facts, Page, Section
from ui.parts.line_of_time import LineOfTime, Moment

LONG = "Lý Hồng Oanh, Huỳnh Ngọc Châu, Huỳnh Hữu An, Mai Đức Dũng, Đỗ Ngọc Ngân, Phạm Ngọc Uyên, Phạm Thị Yến"


def test_a_value_of_several_lines_is_shown_whole_beside_short_ones(qtbot: QtBot) -> None:
    page, facts = Page("page"), Facts()
    page.add(facts)
    page.resize(900, 600)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    facts.set_facts([("The new term", "khóa I, nhiệm kỳ 2026 - 2031"), ("Go on", "1"), ("Leave", LONG)])
    values = {label.text(): label for label in facts.findChildren(QLabel) if label.property("role") == "value"}
    qtbot.waitUntil(lambda: all(each.height() == each.heightForWidth(each.width()) for each in values.values()))


def test_facts_are_replaced_not_added_to(qtbot: QtBot) -> None:
    facts = Facts()
    qtbot.addWidget(facts)
    facts.set_facts([("Go on", "1"), ("Come in", "2")])
    facts.set_facts([("Leave", "")])
    assert [label.text() for label in facts.findChildren(QLabel)] == ["Leave", "–"]


def a_section() -> tuple[Section, Callable[[], object]]:
    section = Section("Files")
    return section, lambda: section.add(QPushButton("one"))


def a_page() -> tuple[Page, Callable[[], object]]:
    page = Page("page")
    return page, lambda: page.add(QPushButton("one"))


def some_facts() -> tuple[Facts, Callable[[], object]]:
    facts = Facts()
    return facts, lambda: facts.set_facts([("Số", "KN-2026-0001"), ("Ngày", "")])


def a_line_of_time() -> tuple[LineOfTime, Callable[[], object]]:
    line = LineOfTime("line")
    return line, lambda: line.set_moments([Moment("01/06/2026", "Tiếp nhận", link="KN-2026-0001")])


def worded(window: QWidget) -> list[QLabel | QPushButton]:
    return [part for kind in (QLabel, QPushButton) for part in window.findChildren(kind) if part.text()]


@pytest.mark.parametrize("make", [a_section, a_page, some_facts, a_line_of_time])
def test_what_is_read_anew_in_a_window_in_sight_is_there_at_once(
    make: Callable[[], tuple[QWidget, Callable[[], object]]], qtbot: QtBot
) -> None:
    window, read_anew = make()
    qtbot.addWidget(window)
    read_anew()
    window.show()
    before = worded(window)
    read_anew()
    new = [part for part in worded(window) if part not in before]
    assert new
    assert [part.text() for part in new if not part.isVisible()] == []


def test_what_was_hidden_before_stays_hidden(qtbot: QtBot) -> None:
    section, hidden = Section("Files"), QPushButton("one")
    qtbot.addWidget(section)
    section.show()
    hidden.hide()
    section.add(hidden)
    assert not hidden.isVisible()
