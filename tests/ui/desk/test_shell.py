"""The main window: its desks, its keys, its second windows, and leaving."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk.notedesk import NotePage
from tests.ui.keys import type_text
from ui.desk.framing import DeskWindow, House
from ui.desk.shell import Shell
from ui.desk.statusline import age
from ui.desk.today import TodayPage
from ui.parts.colours import Tone
from ui.parts.lane import Job


def press(window: QWidget, keys: str) -> None:
    """Press a key where the focus is."""
    combination = QKeySequence(keys)[0]
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())


def notes(shell: Shell) -> NotePage:
    page = shell.page
    assert isinstance(page, NotePage)
    return page


def test_a_page_is_made_when_its_desk_is_first_opened(shell: Shell) -> None:
    made = shell.stack.count()
    shell.open_desk(2)
    assert shell.stack.count() == made + 1
    shell.open_desk(1)
    shell.open_desk(2)
    assert shell.stack.count() == made + 1


def test_ctrl_and_a_figure_opens_a_desk(shell: Shell, qtbot: QtBot) -> None:
    qtbot.waitActive(shell)
    press(shell, "Ctrl+3")
    assert notes(shell).key == "people"
    press(shell, "Ctrl+1")
    assert isinstance(shell.page, TodayPage)


@pytest.mark.parametrize(
    ("keys", "asked"),
    [("Ctrl+N", "new"), ("Ctrl+F", "search"), ("Ctrl+P", "print"), ("F5", "refresh")],
)
def test_the_keys_reach_the_desk_from_a_field_of_its_form(shell: Shell, qtbot: QtBot, keys: str, asked: str) -> None:
    qtbot.waitActive(shell)
    page = notes(shell)
    page.form.field("text").setFocus()
    page.asked.clear()
    press(shell, keys)
    assert page.asked == [asked]


def test_ctrl_s_saves_the_form_once_whether_the_focus_is_in_it_or_beside_it(shell: Shell, qtbot: QtBot) -> None:
    qtbot.waitActive(shell)
    page = notes(shell)
    page.form.field("text").setFocus()
    type_text(page.form.field("text").control, "x")
    page.asked.clear()
    press(shell, "Ctrl+S")
    assert page.asked == ["save"]
    shell.navigation.setFocus()
    press(shell, "Ctrl+S")
    assert page.asked == ["save", "save"]


def test_f1_asks_for_the_help_of_the_place(house: House, qtbot: QtBot) -> None:
    from dataclasses import replace

    pages: list[str] = []
    window = Shell(replace(house, wiring=replace(house.wiring, help=lambda env, page: pages.append(page))))
    window.open_desk(1)
    window.show()
    qtbot.waitActive(window)
    press(window, "F1")
    assert pages == ["notes"]
    window.close_unasked()
    window.deleteLater()


def test_the_title_names_the_record_the_desk_and_the_office(shell: Shell) -> None:
    shell.jump("KN-2026-0001")
    assert shell.windowTitle() == f"KN-2026-0001 – Notes – {shell.office_name()}"
    shell.open_desk(2)
    assert shell.windowTitle() == f"People – {shell.office_name()}"


def test_a_number_opens_the_desk_whose_prefix_it_has(shell: Shell) -> None:
    shell.jump("NG-0007")
    assert notes(shell).asked == ["open NG-0007"]


def test_a_number_no_desk_opens_is_said(shell: Shell) -> None:
    shell.jump("DS-2026-0001")
    assert shell.env.notices.texts == ("DS-2026-0001 cannot be opened here.",)


def test_a_second_window_has_a_page_of_its_own_and_jumps_into_the_first(shell: Shell, qtbot: QtBot) -> None:
    window = shell.open_own_window()
    assert isinstance(window, DeskWindow)
    assert window.page is not shell.page
    window.page.env.jump("NG-0003")
    assert notes(shell).asked == ["open NG-0003"]
    window.close()
    qtbot.waitUntil(lambda: shell.windows == ())


def test_a_second_window_that_holds_something_unsaved_stays(shell: Shell) -> None:
    window = shell.open_own_window()
    window.page.leaves = False
    assert not window.close()
    assert not shell.close()
    assert shell.isVisible()
    window.page.leaves = True


def test_leaving_asks_every_desk_and_brings_the_one_that_stays_to_the_front(shell: Shell) -> None:
    page = notes(shell)
    page.leaves = False
    shell.open_desk(2)
    assert not shell.close()
    assert shell.page is page
    page.leaves = True


def test_closing_tells_once_and_remembers_the_place(shell: Shell, house: House, qtbot: QtBot) -> None:
    told: list[bool] = []
    shell.closed.connect(lambda: told.append(True))
    assert shell.close()
    assert told == [True]
    assert house.state.get("window.main")
    assert house.state.get("desk.last") == "notes"


def test_the_window_opens_with_the_desk_it_was_left_with(house: House) -> None:
    house.state.put("desk.last", "people")
    window = Shell(house)
    assert notes(window).key == "people"
    window.close_unasked()
    window.deleteLater()


def test_work_under_way_stands_at_the_foot_and_can_be_stopped(shell: Shell, house: House, qtbot: QtBot) -> None:
    job = Job("Reading the sheet…")

    def work() -> None:
        while True:
            job.tick(1, 10)

    house.lane.read(work, None, None, shell, job)
    qtbot.waitUntil(shell.status.progress.isVisible)
    with qtbot.waitSignal(job.ended) as ended:
        shell.status.progress.findChild(QWidget, "progress.cancel").click()
    assert ended.args == ["cancelled"]
    qtbot.waitUntil(shell.status.progress.isHidden)


@pytest.mark.parametrize(
    ("days", "words", "tone"),
    [
        (0, "Backup: today 08:00", Tone.GOOD),
        (1, "Backup: yesterday", Tone.MUTED),
        (2, "Backup: 2 days ago", Tone.WARN),
        (7, "Backup: 7 days ago", Tone.WARN),
        (8, "Backup: 8 days ago", Tone.BAD),
    ],
)
def test_the_age_of_the_backup_worries_more_with_each_day(clock, days: int, words: str, tone: Tone) -> None:
    from datetime import timedelta

    assert age(clock.now() - timedelta(days), clock.now().date()) == (words, tone)


def test_no_backup_at_all_worries_most(clock) -> None:
    assert age(None, clock.now().date()) == ("No backup yet", Tone.BAD)


def test_what_a_role_may_not_do_is_not_offered(house: House, shell: Shell) -> None:
    from tests.ui.desk.notedesk import ALWAYS, NEVER

    store = house.services.store
    assert store.session.alone
    assert shell.env.may(NEVER)
    store.session = type(store.session)(store.session.user, store.session.roles, alone=False)
    assert not shell.env.may(NEVER)
    assert shell.env.may(ALWAYS)


def test_text_arrives_composed_however_the_keyboard_driver_sends_it(shell: Shell) -> None:
    page = notes(shell)
    for name in ("text", "more"):
        type_text(page.form.field(name).control, "Ti\u00ea\u0301ng Vie\u0302\u0323t")
    assert page.form.values()["text"] == "Tiếng Việt"
    assert page.form.values()["more"] == "Tiếng Việt"
