"""The desk's page: lists, a new meeting by keys, and what may be walked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from tests.ui.meetings.office import held
from tests.ui.walk import check_window
from ui.meetings.page import MeetingsPage
from ui.meetings.record import SECTIONS, MeetingRecord
from ui.meetings.session.screen import SessionScreen
from ui.parts.theme import Theme


def test_an_empty_office_says_what_to_do_first_and_its_button_does_it(qtbot: QtBot, page: MeetingsPage) -> None:
    begin = page.findChild(QPushButton, "meetings.begin")
    assert begin.isVisible()
    qtbot.mouseClick(begin, Qt.MouseButton.LeftButton)
    assert page.title == "New meeting"


def test_a_meeting_is_prepared_with_keys_alone(qtbot: QtBot, page: MeetingsPage, services: Services) -> None:
    page.new_record()
    kind = page.findChild(QComboBox, "new_meeting.kind")
    assert kind.hasFocus()
    qtbot.keyClick(kind, Qt.Key.Key_Return)
    day = page.findChild(QLineEdit, "new_meeting.day")
    assert day.hasFocus()
    qtbot.keyClicks(day, "24/6")
    for field in ("day", "at", "title", "place"):
        qtbot.keyClick(page.findChild(QLineEdit, f"new_meeting.{field}"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(page.opened, MeetingRecord))
    assert page.title == "HN-2026-0001"
    row = services.meetings.meeting("HN-2026-0001")
    assert f"{row.starts:%d/%m/%Y %H:%M}" == "24/06/2026 08:00"
    assert row.agenda


@pytest.mark.parametrize("name", SECTIONS)
def test_every_part_can_be_walked(page: MeetingsPage, services: Services, theme: Theme, name: str) -> None:
    page.open_record(held(services, delegates=6, opinions=3))
    record = page.opened
    assert isinstance(record, MeetingRecord)
    record.open_section(name)
    check_window(page.window(), theme)


def test_the_session_can_be_walked(page: MeetingsPage, services: Services, theme: Theme) -> None:
    page.open_record(held(services, delegates=6, opinions=3))
    page.open_session()
    screen = page.opened
    assert isinstance(screen, SessionScreen)
    for at in range(screen.leaves.count()):
        screen.leaves.setCurrentIndex(at)
        check_window(page.window(), theme)


@pytest.mark.parametrize("leaf", range(4))
def test_the_lists_can_be_walked(page: MeetingsPage, services: Services, theme: Theme, leaf: int) -> None:
    held(services, delegates=3, opinions=1)
    page.home.setCurrentIndex(leaf)
    page.refresh()
    check_window(page.window(), theme)
