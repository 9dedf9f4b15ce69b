from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.parts.headings import Facts, Page

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
