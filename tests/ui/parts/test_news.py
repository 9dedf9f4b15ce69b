"""Notices, progress, the line of time, and errors."""

import logging
import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.errors import DeskUnavailable, NotAllowed, RuleBroken, Stale, Trouble
from tests.ui.asking import ScriptedAsk
from ui.parts.errors import BugDialog, Bugs, explain, report_of
from ui.parts.fields import LineField
from ui.parts.form import Form
from ui.parts.lane import Job, WorkCancelledError
from ui.parts.line_of_time import LineOfTime, Moment
from ui.parts.notices import MOST, Notices, Weight
from ui.parts.progress import Progress


class Window(QWidget):
    """Counts what it was asked to do."""

    def __init__(self) -> None:
        super().__init__()
        self.reloaded = 0
        self.resize(700, 500)

    def reload(self) -> None:
        self.reloaded += 1


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def notices(window: Window) -> Notices:
    return Notices(window)


def test_a_notice_is_put_away_with_shift_escape_the_newest_first(
    qtbot: QtBot, window: Window, notices: Notices
) -> None:
    notices.say("Saved.")
    notices.say("No stick.", Weight.ERROR)
    qtbot.keyClick(window, Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier)
    assert notices.texts == ("Saved.",)
    qtbot.keyClick(window, Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier)
    assert (notices.texts, notices.isVisible()) == ((), False)


@pytest.mark.parametrize(
    ("weight", "stays"), [(Weight.DONE, False), (Weight.INFO, False), (Weight.WARN, True), (Weight.ERROR, True)]
)
def test_what_went_wrong_stays_until_it_is_put_away(notices: Notices, weight: Weight, stays: bool) -> None:
    notice = notices.say("x", weight)
    assert notice._timer.isActive() is not stays
    if not stays:
        # A notice under the mouse waits for it to leave.
        notice.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        notice._timer.timeout.emit()
        assert notices.texts == ("x",)
        notice.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
        notice._timer.timeout.emit()
        assert notices.texts == ()


def test_the_action_of_a_notice_runs_once_and_the_notice_goes(qtbot: QtBot, window: Window, notices: Notices) -> None:
    notice = notices.say("Moved.", action="Undo", slot=window.reload)
    assert notice.button is not None
    notice.button.click()
    assert (window.reloaded, notices.texts) == (1, ())


def test_no_more_than_a_few_notices_stand_and_inside_the_window(window: Window, notices: Notices) -> None:
    for at in range(MOST + 3):
        notices.say(f"Notice {at}, which is long enough to need two lines of the narrow stack it stands in")
    assert len(notices.texts) == MOST
    window.resize(400, 500)
    assert notices.geometry().left() >= 0
    assert notices.geometry().right() <= window.width()


def test_progress_follows_its_job_and_can_stop_it(qtbot: QtBot) -> None:
    bar = Progress()
    qtbot.addWidget(bar)
    job = Job("Importing")
    bar.watch(job)
    assert bar.isVisible()
    with qtbot.waitSignal(job.progressed):
        job.tick(3, 10)
    shown = bar.findChild(QProgressBar)
    assert (shown.value(), shown.maximum()) == (3, 10)
    bar.findChild(QPushButton, "progress.cancel").click()
    with pytest.raises(WorkCancelledError):
        job.tick(4, 10)
    job.ended.emit("cancelled")
    assert not bar.isVisible()


def test_a_link_of_the_line_of_time_is_followed(qtbot: QtBot) -> None:
    line = LineOfTime("history")
    qtbot.addWidget(line)
    line.set_moments([Moment("1/6", "Received"), Moment("2/6", "Forwarded", "", "paper:7", "42/MTTQ-BTT")])
    button = line.findChild(QPushButton, "history.link1")
    assert button.accessibleName() == "Forwarded: 42/MTTQ-BTT"
    with qtbot.waitSignal(line.link_activated) as link:
        button.click()
    assert link.args == ["paper:7"]
    line.set_moments([])
    assert "Nothing has happened yet." in [words.text() for words in line.findChildren(QLabel)]


def test_a_broken_rule_stands_beside_its_field(qtbot: QtBot, ask: ScriptedAsk, notices: Notices) -> None:
    form = Form("f")
    form.add("due", "Due", LineField())
    qtbot.addWidget(form)
    explain(RuleBroken("x", "Too early.", "due"), ask, notices, form=form)
    assert (form.error_text("due"), notices.texts) == ("Too early.", ())


@pytest.mark.parametrize(("answer", "reloads"), [("reload", 1), (None, 0)])
def test_a_stale_row_offers_to_reload(
    window: Window, ask: ScriptedAsk, notices: Notices, answer: str | None, reloads: int
) -> None:
    ask.will("question", answer)
    explain(Stale("Hoa changed it at 8:05.", 7), ask, notices, reload=window.reload)
    assert window.reloaded == reloads


def test_who_may_do_it_is_a_notice_and_a_machine_at_fault_is_told(ask: ScriptedAsk, notices: Notices) -> None:
    explain(NotAllowed("Only the accountant may."), ask, notices)
    assert notices.texts == ("Only the accountant may.",)
    ask.will("tell", None)
    explain(DeskUnavailable(Trouble.FULL, "Free some space."), ask, notices)
    assert ask.asked == [("tell", "The disk is full", "Free some space.")]


def fail(secret: str) -> None:
    raise ZeroDivisionError(secret)


def test_a_fault_that_comes_again_and_again_is_shown_once(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    bugs = Bugs()
    for _time in range(3):
        try:
            fail("Nguyễn Thị Trâm")
        except ZeroDivisionError:
            bugs.hook(*sys.exc_info())  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: bugs.dialog is not None)
    dialog = bugs.dialog
    assert isinstance(dialog, BugDialog)
    assert len([record for record in caplog.records if record.levelno == logging.CRITICAL]) == 3
    dialog.findChild(QPushButton, "bug_copy").click()
    report = QGuiApplication.clipboard().text()
    assert "ZeroDivisionError" in report
    assert "fail" in report
    assert "Trâm" not in report
    dialog.findChild(QPushButton, "bug_close").click()
    assert bugs.dialog is None
    caplog.clear()


def test_a_fault_in_a_thread_is_shown_too(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    bugs = Bugs()
    before = sys.excepthook, threading.excepthook
    try:
        bugs.install()
        thread = threading.Thread(target=fail, args=("x",))
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: bugs.dialog is not None)
    finally:
        sys.excepthook, threading.excepthook = before
    assert bugs.dialog is not None
    bugs.dialog.reject()
    caplog.clear()


def test_a_report_without_a_trace_still_names_the_fault() -> None:
    assert "builtins.ValueError" in report_of(ValueError, None)
