"""From signing in to the end: another user, writes that must not be lost, and what is remembered."""

import json
import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.office import Office, Set
from frontdesk.store import open_store
from tests.conftest import PASSPHRASE, USER
from tests.ui.desk.conftest import sign_in
from ui.desk.application import Program
from ui.desk.logbook import write_bugs_to
from ui.desk.login import LoginWindow
from ui.desk.statefile import StateFile

Make = Callable[..., Program]


def test_closing_finishes_every_write_and_gives_the_office_free(
    make_program: Make, office_folder: Path, qtbot: QtBot
) -> None:
    program = make_program()
    shell = sign_in(program, qtbot, PASSPHRASE)
    office = shell.env.services.office
    for at in range(20):
        shell.env.lane.submit(partial(office.set, Set("office.phone", f"0225 {at:03}")), None, None, shell)
    with qtbot.waitSignal(program.ended):
        shell.close()
    store = open_store(office_folder, USER, PASSPHRASE)
    assert Office(store).setting(next(s for s in Office(store).specs if s.name == "office.phone")) == "0225 019"
    store.close()


def test_changing_the_user_asks_first_and_then_begins_anew(make_program: Make, qtbot: QtBot) -> None:
    program = make_program()
    shell = sign_in(program, qtbot, PASSPHRASE)
    shell.open_desk(1)
    shell.page.leaves = False
    shell.other_user_asked.emit()
    assert program.front is shell
    shell.page.leaves = True
    shell.other_user_asked.emit()
    assert isinstance(program.front, LoginWindow)
    assert sign_in(program, qtbot, PASSPHRASE) is not shell


def test_leaving_at_the_login_ends_the_program(make_program: Make, qtbot: QtBot) -> None:
    program = make_program()
    with qtbot.waitSignal(program.ended):
        program.front.close()


def test_the_zoom_and_the_look_are_remembered(make_program: Make, theme) -> None:
    program = make_program()
    theme.set_zoom(1.25)
    theme.set_mode("dark")
    assert (program._state.get("zoom"), program._state.get("mode")) == (1.25, "dark")


def test_what_is_arranged_outlives_the_program_and_a_damaged_file_costs_only_that(tmp_path: Path) -> None:
    path = tmp_path / "config" / "window.json"
    StateFile(path).put("window.main", "AAA")
    assert StateFile(path).get("window.main") == "AAA"
    path.write_text("{", encoding="utf-8")
    assert StateFile(path).get("window.main") is None
    StateFile(path).put("zoom", 1.25)
    assert json.loads(path.read_text(encoding="utf-8")) == {"zoom": 1.25}


def test_where_nothing_can_be_written_the_window_works_on(tmp_path: Path) -> None:
    (tmp_path / "config").touch()
    state = StateFile(tmp_path / "config" / "window.json")
    state.put("zoom", 1.25)
    assert state.get("zoom") == 1.25


def test_the_log_tells_where_a_fault_came_from_and_none_of_its_words(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    handler = write_bugs_to(tmp_path)
    try:
        raise ValueError("Nguyễn Văn A, 0912 345 678")
    except ValueError:
        logging.getLogger("ui").exception("a bug")
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    caplog.clear()
    written = (tmp_path / "log" / "desk.log").read_text(encoding="utf-8")
    assert "ValueError" in written
    assert Path(__file__).name in written
    assert "Nguyễn" not in written
