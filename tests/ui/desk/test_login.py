"""Signing in through the window."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from frontdesk.commands.rooms import MODELS
from frontdesk.office import AdmitUser, Office, lay_out
from frontdesk.store import Role, create, open_store
from tests.conftest import COMMUNE, PASSPHRASE, QUICK, USER, StandingClock
from tests.ui.desk.conftest import sign_in
from tests.ui.keys import type_text
from ui.desk.application import Program
from ui.desk.login import LoginWindow
from ui.desk.shell import Shell
from ui.desk.signing import PassphraseField
from ui.desk.wizard import Wizard

ROOT = Path(__file__).parents[3]
SECOND = "Hồ Minh Khánh"
SECOND_PASSPHRASE = "mật khẩu của tôi"

Make = Callable[..., Program]


def admit(folder: Path) -> None:
    store = open_store(folder, USER, PASSPHRASE)
    Office(store).admit_user(AdmitUser(SECOND, (Role.VIEWER,), SECOND_PASSPHRASE))
    store.close()


def test_the_only_user_types_the_passphrase_alone_and_enter_opens(make_program: Make, qtbot: QtBot) -> None:
    program = make_program()
    login = program.front
    assert isinstance(login, LoginWindow)
    assert list(login.sign_in.form.values()) == ["passphrase"]
    field = login.sign_in.form.field("passphrase")
    qtbot.waitUntil(field.control.hasFocus)
    type_text(field.control, PASSPHRASE)
    QTest.keyClick(field.control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(program.front, Shell))


def test_who_was_named_at_the_start_begins_with_the_passphrase(
    make_program: Make, office_folder: Path, qtbot: QtBot
) -> None:
    admit(office_folder)
    form = make_program(user=SECOND).front.sign_in.form
    qtbot.waitUntil(form.field("passphrase").control.hasFocus)
    assert form.values()["user"] == SECOND


def test_a_wrong_passphrase_is_said_beside_it_and_counted_for_the_next_time(make_program: Make, qtbot: QtBot) -> None:
    program = make_program()
    form = program.front.sign_in.form
    form.set_values({"passphrase": "nhầm rồi nhé"})
    program.front.sign_in.go.click()
    qtbot.waitUntil(lambda: bool(form.error_text("passphrase")))
    assert "Caps Lock" in form.error_text("passphrase")
    shell = sign_in(program, qtbot, PASSPHRASE)
    assert "wrong passphrase was typed 1 time" in " ".join(shell.env.notices.texts)


def test_where_several_sign_in_the_name_is_asked(make_program: Make, office_folder: Path, qtbot: QtBot) -> None:
    admit(office_folder)
    program = make_program()
    form = program.front.sign_in.form
    form.set_values({"passphrase": SECOND_PASSPHRASE})
    program.front.sign_in.go.click()
    qtbot.waitUntil(lambda: bool(form.error_text("user")))
    shell = sign_in(program, qtbot, SECOND_PASSPHRASE, SECOND)
    assert shell.env.services.store.session.user == SECOND


def test_an_office_held_elsewhere_names_the_holder_and_can_be_looked_at(
    make_program: Make, office_folder: Path, qtbot: QtBot
) -> None:
    admit(office_folder)
    program = make_program()
    login = program.front
    with held_elsewhere(office_folder):
        login.sign_in.form.set_values({"user": USER, "passphrase": PASSPHRASE})
        login.sign_in.go.click()
        qtbot.waitUntil(login.sign_in.error.isVisible)
        assert SECOND in login.sign_in.error.text()
        qtbot.waitUntil(login.sign_in.look.hasFocus)
        login.sign_in.look.click()
        qtbot.waitUntil(lambda: program.sitting is not None)
        assert program.sitting.store.read_only
        assert not program.sitting.shell.status.backup.isVisible()


@contextmanager
def held_elsewhere(folder: Path) -> Iterator[None]:
    """Another process has the office open."""
    script = (
        "from pathlib import Path; from frontdesk.store import open_store; import sys;"
        f"store = open_store(Path({str(folder)!r}), {SECOND!r}, {SECOND_PASSPHRASE!r});"
        "sys.stdout.write('open\\n'); sys.stdout.flush(); sys.stdin.read()"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, **pipes) as held:
        assert held.stdout.readline().strip() == b"open"
        yield
        held.kill()


def test_the_recovery_code_sets_a_new_passphrase_and_signs_in(
    make_program: Make, tmp_path: Path, qtbot: QtBot, clock: StandingClock
) -> None:
    folder = tmp_path / "other"
    moment = StandingClock(datetime(2026, 6, 1, 8, 0))
    code = create(
        folder, USER, PASSPHRASE, MODELS, clock=moment, cost=QUICK, first=lambda change: lay_out(change, COMMUNE)
    )
    program = make_program(folder=folder)
    login = program.front
    login.sign_in.forgot.click()
    form = login.recover.form
    form.set_values({"user": USER, "recovery_code": "111111", "passphrase": "mật khẩu mới", "again": "mật khẩu mớ"})
    login.recover.go.click()
    assert "not the same" in form.error_text("again")
    form.field("again").set_value("mật khẩu mới")
    login.recover.go.click()
    qtbot.waitUntil(lambda: bool(form.error_text("recovery_code")))
    form.field("recovery_code").set_value(code)
    login.recover.go.click()
    qtbot.waitUntil(lambda: program.sitting is not None)
    assert program.sitting.store.session.user == USER


def test_no_office_brings_the_first_questions(make_program: Make, tmp_path: Path) -> None:
    program = make_program(folder=tmp_path / "nothing")
    assert isinstance(program.front, Wizard)


def test_a_passphrase_handed_over_opens_at_once_and_a_wrong_one_asks(make_program: Make) -> None:
    assert isinstance(make_program(passphrase="nhầm rồi nhé").front, LoginWindow)
    assert isinstance(make_program(passphrase=PASSPHRASE).front, Shell)


def test_the_usual_folder_without_an_office_gives_way_to_the_one_last_used(
    make_program: Make, office_folder: Path, tmp_path: Path
) -> None:
    program = make_program(folder=tmp_path / "nothing", named=False)
    program._state.put("office", str(office_folder))
    assert program._folder() == office_folder


@pytest.mark.parametrize(("typed", "warns"), [("A", True), ("Ă", True), ("a", False), ("1", False)])
def test_a_capital_without_shift_tells_of_caps_lock(qtbot: QtBot, typed: str, warns: bool) -> None:
    field = PassphraseField()
    qtbot.addWidget(field)
    field.show()
    type_text(field.line, typed)
    assert field.caps.isVisible() == warns


def test_the_eye_shows_what_is_typed(qtbot: QtBot) -> None:
    field = PassphraseField()
    qtbot.addWidget(field)
    field.set_value("bí mật")
    field.eye.click()
    assert field.line.displayText() == "bí mật"
    field.eye.click()
    assert "b" not in field.line.displayText()
