"""The idle lock loses nothing, and opens for the right passphrase only."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from frontdesk.office import Set
from tests.conftest import PASSPHRASE, StandingClock
from tests.ui.asking import ScriptedAsk
from tests.ui.desk.conftest import sign_in
from tests.ui.desk.notedesk import NotePage
from tests.ui.keys import type_text
from ui.desk.application import Program
from ui.desk.locking import IdleWatch
from ui.desk.login import LoginWindow
from ui.desk.session import Sitting
from ui.parts.ask import ReasonDialog


@pytest.fixture
def sitting(make_program: Callable[..., Program], qtbot: QtBot) -> Sitting:
    program = make_program()
    sign_in(program, qtbot, PASSPHRASE)
    assert program.sitting is not None
    program.sitting.shell.open_desk(1)
    program.sitting.shell.page.new_record()
    return program.sitting


@pytest.mark.parametrize(("minutes", "after", "locks"), [(15, 14, False), (15, 15, True), (0, 600, False)])
def test_the_lock_falls_after_so_many_idle_minutes(
    clock: StandingClock, qtbot: QtBot, minutes: int, after: int, locks: bool
) -> None:
    watch = IdleWatch(clock, minutes)
    told: list[bool] = []
    watch.idle.connect(lambda: told.append(True))
    clock.moment += timedelta(minutes=after)
    watch.look()
    assert bool(told) == locks


def test_a_key_in_the_window_begins_the_time_anew(sitting: Sitting, clock: StandingClock, qtbot: QtBot) -> None:
    qtbot.waitActive(sitting.shell)
    clock.moment += timedelta(minutes=14)
    QTest.keyClick(sitting.shell.windowHandle(), Qt.Key.Key_Shift)
    clock.moment += timedelta(minutes=14)
    sitting.idle.look()
    assert sitting.lock_screen is None
    clock.moment += timedelta(minutes=1)
    sitting.idle.look()
    assert sitting.lock_screen is not None


def test_another_number_of_minutes_counts_at_once(sitting: Sitting, clock: StandingClock, qtbot: QtBot) -> None:
    office = sitting.shell.env.services.office
    with qtbot.waitSignal(sitting.shell.env.relay.changed):
        office.set(Set("office.idle_minutes", "2"))
    clock.moment += timedelta(minutes=2)
    sitting.idle.look()
    assert sitting.lock_screen is not None


def test_what_is_being_typed_is_kept_before_the_window_is_covered(sitting: Sitting, qtbot: QtBot) -> None:
    page = sitting.shell.page
    type_text(page.form.field("text").control, "Đèn đường hỏng")
    sitting.lock()
    assert sitting.shell.findChild(object, "cover") is not None
    assert sitting.shell.windowTitle() == "Locked"
    qtbot.waitUntil(lambda: len(sitting.store.drafts()) == 1)
    assert sitting.store.drafts()[0].content["text"] == "Đèn đường hỏng"
    assert page.form.values()["text"] == "Đèn đường hỏng"


def test_only_the_right_passphrase_opens_and_everything_stands_as_it_was(sitting: Sitting, qtbot: QtBot) -> None:
    page = sitting.shell.page
    type_text(page.form.field("text").control, "Đèn đường hỏng")
    sitting.lock()
    screen = sitting.lock_screen
    assert screen is not None
    form = screen.form
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert screen.isVisible()
    type_text(form.field("passphrase").control, "nhầm rồi nhé")
    QTest.keyClick(form.field("passphrase").control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(form.error_text("passphrase")))
    type_text(form.field("passphrase").control, PASSPHRASE)
    QTest.keyClick(form.field("passphrase").control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sitting.lock_screen is None)
    qtbot.waitUntil(lambda: sitting.shell.findChild(object, "cover") is None)
    assert page.form.values()["text"] == "Đèn đường hỏng"
    assert isinstance(sitting.shell.page, NotePage)
    assert sitting.shell.windowTitle().startswith("Notes")


def test_a_question_that_stands_open_is_covered_and_not_answered(sitting: Sitting, qtbot: QtBot) -> None:
    question = ReasonDialog("Why?", "Because of what?", "Do it", sitting.shell)
    question.open()
    qtbot.waitUntil(question.isVisible)
    sitting.lock()
    assert question.findChild(object, "cover") is not None
    assert question.isVisible()
    question.deleteLater()


def test_somebody_else_may_sign_in_at_the_lock_and_the_draft_waits_for_the_first(
    make_program: Callable[..., Program], ask: ScriptedAsk, qtbot: QtBot
) -> None:
    program = make_program()
    shell = sign_in(program, qtbot, PASSPHRASE)
    shell.open_desk(1)
    shell.page.new_record()
    type_text(shell.page.form.field("text").control, "Đèn đường hỏng")
    shell.page.leaves = False
    program.sitting.lock()
    program.sitting.lock_screen.other.click()
    assert isinstance(program.front, LoginWindow)
    shell = sign_in(program, qtbot, PASSPHRASE)
    shell.open_desk(1)
    shell.page.new_record()
    assert shell.page.form.values()["text"] == "Đèn đường hỏng"
