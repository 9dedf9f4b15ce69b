"""Ctrl+K over everything, and the jump."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.petitions import Channel, Kind, Register
from tests.ui.desk.notedesk import NotePage
from tests.ui.keys import type_text
from ui.desk.search import hits
from ui.desk.shell import Shell


@pytest.fixture
def petitions(services: Services) -> list[str]:
    said = ("Đường liên thôn lầy lội", "Đèn đường khu phố 3 hỏng", "Loa phát thanh quá to")
    rows = [
        services.petitions.register(Register(Kind.REPORT, text, Channel.IN_PERSON, services.store.today))
        for text in said
    ]
    return [row.number for row in rows]


def test_ctrl_k_finds_without_marks_and_enter_opens_the_newest(
    petitions: list[str], shell: Shell, qtbot: QtBot
) -> None:
    qtbot.waitActive(shell)
    QTest.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = shell._search
    assert box is not None
    qtbot.waitUntil(box.line.hasFocus)
    type_text(box.line, "duong")
    qtbot.waitUntil(lambda: box.list.count() == 2)
    assert petitions[1] in box.list.currentItem().text()
    QTest.keyClick(box.line, Qt.Key.Key_Down)
    assert petitions[0] in box.list.currentItem().text()
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    page = shell.page
    assert isinstance(page, NotePage)
    assert page.asked == [f"open {petitions[0]}"]
    assert not box.isVisible()


def test_a_number_is_found_as_it_is_typed(petitions: list[str], services: Services) -> None:
    assert hits(petitions[2].lower())[0].number == petitions[2]


def test_nothing_found_says_what_to_do(petitions: list[str], shell: Shell, qtbot: QtBot) -> None:
    shell.open_search()
    box = shell._search
    assert box is not None
    type_text(box.line, "khongco")
    qtbot.waitUntil(lambda: "fewer" in box.says.text())
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert box.isVisible()
    box.close()


def test_what_no_desk_opens_is_not_offered(services: Services, shell: Shell, qtbot: QtBot) -> None:
    from frontdesk.office import AddArea

    services.office.add_area(AddArea("Khu phố Lò Rèn"))
    assert hits("lo ren")
    shell.open_search()
    box = shell._search
    assert box is not None
    type_text(box.line, "lo ren")
    qtbot.waitUntil(lambda: "Nothing" in box.says.text())
    assert box.list.count() == 0
    box.close()
