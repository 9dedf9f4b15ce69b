"""A conference of 160 delegates and 40 opinions, typed with keys alone into the real windows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from tests.ui.asking import ScriptedAsk
from tests.ui.keys import type_text
from tests.ui.meetings.office import SAID, briefing, name
from tests.ui.stage import Stage
from ui.meetings.page import MeetingsPage
from ui.meetings.record import MeetingRecord
from ui.meetings.session.screen import SessionScreen

DELEGATES, OPINIONS = 160, 40
ALT = Qt.KeyboardModifier.AltModifier
ENTER = Qt.Key.Key_Return


def focus() -> QWidget:
    """Where the keyboard stands."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_160_delegates_and_40_opinions_by_keys_alone(
    qtbot: QtBot, page: MeetingsPage, services: Services, stage: Stage, ask: ScriptedAsk
) -> None:
    meetings, number = services.meetings, briefing(services)
    page.open_record(number)
    record = page.opened
    assert isinstance(record, MeetingRecord)
    record.sections.setFocus()
    qtbot.keyClick(record.sections, Qt.Key.Key_Down)
    record.part.focus_first()
    for place in range(DELEGATES):
        assert focus().objectName() == "delegate_new.name"
        type_text(focus(), f"{name(place)} {place}")
        for _field in range(4):
            qtbot.keyClick(focus(), ENTER)
        qtbot.waitUntil(lambda: focus().objectName() == "delegate_new.name" and not focus().text())  # type: ignore[attr-defined]
    assert [row.name for row in meetings.meeting(number).delegates] == [f"{name(at)} {at}" for at in range(DELEGATES)]

    page.open_session()
    screen = page.opened
    assert isinstance(screen, SessionScreen)
    line = screen.findChild(QLineEdit, "check_in.line")
    assert line.hasFocus()
    for place in range(3):
        type_text(line, name(place))
        qtbot.keyClick(line, ENTER)
        qtbot.waitUntil(lambda place=place: screen.subject.row.present == place + 1)
    ask.will("confirm", True)
    qtbot.mouseClick(screen.findChild(QPushButton, "check_in.rest"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: all(row.present is not None for row in screen.subject.row.delegates))

    qtbot.keyClick(screen, Qt.Key.Key_3, ALT)
    for place in range(OPINIONS):
        speaker, text = focus(), f"{SAID[place % 3]} ({place})"
        assert speaker.objectName() == "opinion_new.speaker"
        type_text(speaker, f"{name(place)} {place}")
        qtbot.waitUntil(lambda: bool(screen.opinions.adding.form.field("speaker").offers))  # type: ignore[union-attr, attr-defined]
        qtbot.keyClick(speaker, ENTER)
        said = focus()
        assert isinstance(said, QPlainTextEdit)
        type_text(said, text)
        qtbot.keyClick(said, ENTER)
        qtbot.waitUntil(lambda place=place: len(screen.subject.row.opinions) == place + 1)
        qtbot.waitUntil(lambda: focus().objectName() == "opinion_new.speaker")
    opinions = meetings.meeting(number).opinions
    assert [row.speaker for row in opinions] == [f"{name(at)} {at}" for at in range(OPINIONS)]
    assert [row.text for row in opinions] == [f"{SAID[at % 3]} ({at})" for at in range(OPINIONS)]
    assert screen.opinions.list.model.rowCount() == OPINIONS
