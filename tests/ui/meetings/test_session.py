"""The screen for the meeting's day: check-in by name and by scanner, the clock, papers, outcomes, the conclusion."""

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.meetings import AgendaRow, Edit, OutcomeKind
from frontdesk.meetings.rules.codes import code_of
from tests.conftest import StandingClock
from tests.ui.keys import type_text
from tests.ui.meetings.office import name
from tests.ui.stage import Stage
from ui.meetings.page import MeetingsPage
from ui.meetings.session.clock import late_words
from ui.meetings.session.screen import SessionScreen
from ui.parts.colours import Tone

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def screen(page: MeetingsPage, number: str) -> SessionScreen:
    """The screen of a meeting with four delegates."""
    page.open_record(number)
    page.open_session()
    found = page.opened
    assert isinstance(found, SessionScreen)
    return found


def line_of(screen: SessionScreen) -> QLineEdit:
    """The line of the check-in."""
    return screen.check_in.line


def test_a_scanner_that_types_digits_checks_in(
    qtbot: QtBot, screen: SessionScreen, services: Services, number: str
) -> None:
    assert line_of(screen).hasFocus()
    code = services.meetings.meeting(number).delegates[2].code or 0
    qtbot.keyClicks(line_of(screen), code_of(number, code))
    qtbot.keyClick(line_of(screen), ENTER)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).delegates[2].present is True)
    qtbot.waitUntil(lambda: screen.check_in.last.text() == f"{name(2)}: present")
    assert services.meetings.meeting(number).delegates[2].arrived == datetime(2026, 6, 22, 8, 0)
    assert line_of(screen).text() == ""


def test_a_mistyped_code_is_told_beside_the_line_and_marks_nobody(
    qtbot: QtBot, screen: SessionScreen, services: Services, stage: Stage, number: str
) -> None:
    code = code_of(number, services.meetings.meeting(number).delegates[2].code or 0)
    qtbot.keyClicks(line_of(screen), code[:-1] + str((int(code[-1]) + 1) % 10))
    qtbot.keyClick(line_of(screen), ENTER)
    qtbot.waitUntil(lambda: "Scan it again" in screen.check_in.last.text())
    assert stage.env.notices.texts == ()
    assert services.meetings.meeting(number).present is None


def test_who_comes_uninvited_is_put_into_the_list_and_present(
    qtbot: QtBot, screen: SessionScreen, services: Services, number: str
) -> None:
    type_text(line_of(screen), "Ksor H’Lan")
    qtbot.keyClick(line_of(screen), ENTER)
    assert screen.check_in.empty.isVisible()
    assert "Ksor H’Lan" in screen.check_in.empty.button.text()
    assert len(services.meetings.meeting(number).delegates) == 4
    qtbot.keyClick(line_of(screen), ENTER, CONTROL)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).present == 1)
    row = services.meetings.meeting(number)
    assert (row.delegates[4].name, row.delegates[4].present, row.convened) == ("Ksor H’Lan", True, 5)
    qtbot.waitUntil(lambda: screen.check_in.last.text() == "Ksor H’Lan: present")
    assert line_of(screen).hasFocus()
    # Nobody new is made of a name that is found, nor of a mistyped code.
    for typed in ("hu", "2026 0000"):
        type_text(line_of(screen), typed)
        qtbot.keyClick(line_of(screen), ENTER, CONTROL)
        line_of(screen).clear()
    assert len(services.meetings.meeting(number).delegates) == 5


def test_a_task_is_given_with_enter_alone(qtbot: QtBot, screen: SessionScreen, services: Services, number: str) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_6, ALT)
    form = screen.tasks.adding.form  # type: ignore[union-attr]
    type_text(QApplication.focusWidget(), "Rà soát hộ nghèo")
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    qtbot.keyClicks(QApplication.focusWidget(), "hu")
    qtbot.waitUntil(lambda: bool(form.field("assignee").offers))  # type: ignore[attr-defined]
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    qtbot.keyClicks(QApplication.focusWidget(), "15/7")
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    qtbot.waitUntil(lambda: bool(services.meetings.meeting(number).tasks))
    (row,) = services.meetings.meeting(number).tasks
    assert (row.what, row.assignee, row.due) == ("Rà soát hộ nghèo", name(2), date(2026, 7, 15))


@pytest.mark.parametrize(("typed", "which"), [("tra", 1), ("hu", 2), ("nvh", 0)])
def test_a_few_letters_of_a_name_check_in(
    qtbot: QtBot, screen: SessionScreen, services: Services, number: str, typed: str, which: int
) -> None:
    qtbot.keyClicks(line_of(screen), typed)
    qtbot.keyClick(line_of(screen), ENTER)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).present == 1)
    assert services.meetings.meeting(number).delegates[which].present


def test_the_quorum_is_live(qtbot: QtBot, screen: SessionScreen, services: Services, number: str) -> None:
    services.meetings.edit(Edit(number, convened=3, quorum_share="2/3"))
    said = screen.findChild(QLabel, "session_quorum")
    for typed, words in (("tran", "no quorum yet"), ("le", "quorum reached")):
        qtbot.keyClicks(line_of(screen), typed)
        qtbot.keyClick(line_of(screen), ENTER)
        qtbot.waitUntil(lambda words=words: words in said.text())


def test_the_next_item_is_begun_and_remembered(
    qtbot: QtBot, screen: SessionScreen, services: Services, clock: StandingClock, stage: Stage, number: str
) -> None:
    clock.moment = datetime(2026, 6, 22, 8, 22)
    qtbot.keyClick(screen, Qt.Key.Key_F11)
    rows = services.meetings.meeting(number).agenda
    qtbot.waitUntil(lambda: screen.clock.item == rows[1])
    assert screen.findChild(QLabel, "session.late").text() == "begun 12 minutes late"
    again = MeetingsPage(stage.env)
    stage.show(again)
    again.open_record(number)
    again.open_session()
    assert isinstance(again.opened, SessionScreen)
    assert again.opened.clock.item == rows[1]


@pytest.mark.parametrize(
    ("begun", "now", "words", "tone"),
    [
        (None, time(8, 10), "until 08:30", Tone.MUTED),
        (time(8, 0), time(8, 30), "until 08:30", Tone.MUTED),
        (time(8, 1), time(8, 10), "begun 1 minute late", Tone.WARN),
        (time(7, 58), time(8, 10), "begun 2 minutes early", Tone.GOOD),
        (time(8, 0), time(8, 31), "1 minute over", Tone.WARN),
    ],
)
def test_an_item_is_told_against_its_plan(begun: time | None, now: time, words: str, tone: Tone) -> None:
    day = datetime(2026, 6, 22)
    item = AgendaRow(time(8, 0), 30, title="Thảo luận")
    started = datetime.combine(day, begun) if begun is not None else None
    assert late_words(item, started, datetime.combine(day, now)) == (words, tone)


def test_outcomes_of_the_item_are_written_one_after_the_other(
    qtbot: QtBot, screen: SessionScreen, services: Services, number: str
) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_5, ALT)
    for text in ("Thống nhất", "Giao các ban thực hiện"):
        said = QApplication.focusWidget()
        assert isinstance(said, QPlainTextEdit)
        type_text(said, text)
        qtbot.keyClick(said, ENTER)
        qtbot.waitUntil(
            lambda text=text: text in [each.text for each in services.meetings.meeting(number).agenda[0].outcomes]
        )
        qtbot.waitUntil(lambda said=said: said.toPlainText() == "" and said.isEnabled())
    kinds = [each.kind for each in services.meetings.meeting(number).agenda[0].outcomes]
    assert kinds == [OutcomeKind.NOTE, OutcomeKind.NOTE]


def test_a_quick_phrase_is_put_where_the_cursor_stands(qtbot: QtBot, screen: SessionScreen, services: Services) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_3, ALT)
    said = screen.findChild(QPlainTextEdit, "opinion_new.text")
    said.setFocus()
    type_text(said, "Tôi ")
    menu = screen.opinions.findChild(QMenu, "phrases.menu")
    menu.actions()[0].trigger()
    assert said.toPlainText().startswith("Tôi Nhất trí")
    assert said.hasFocus()


def test_the_conclusion_and_the_hour_it_ends(
    qtbot: QtBot, screen: SessionScreen, services: Services, clock: StandingClock, number: str
) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_7, ALT)
    text = QApplication.focusWidget()
    assert isinstance(text, QPlainTextEdit)
    type_text(text, "Một.")
    qtbot.keyClick(text, ENTER)
    type_text(text, "Hai.")
    ends = screen.findChild(QLineEdit, "conclusion.ends")
    ends.setFocus()
    ends.selectAll()
    qtbot.keyClicks(ends, "1115")
    qtbot.keyClick(ends, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).conclusion == ("Một.", "Hai."))
    assert services.meetings.meeting(number).ends == datetime(2026, 6, 22, 11, 15)


def test_alt_left_goes_back_to_the_meeting(qtbot: QtBot, page: MeetingsPage, screen: SessionScreen) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_Left, ALT)
    assert not isinstance(page.opened, SessionScreen)
    assert page.title == screen.subject.number
