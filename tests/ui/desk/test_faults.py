"""A fault of the program leaves nobody before a window that answers nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.office import AddArea
from frontdesk.store import Store, open_store
from tests.conftest import PASSPHRASE, USER, StandingClock
from tests.ui.asking import ScriptedAsk
from tests.ui.desk.conftest import sign_in
from ui.desk.application import Program
from ui.desk.coming_back import ComingBack
from ui.desk.dialogs import FormDialog
from ui.desk.env import DeskSpec, Env
from ui.desk.locking import LockScreen
from ui.desk.login import LoginWindow
from ui.desk.shell import Shell
from ui.desk.wiring import Wiring
from ui.desk.wizard import Wizard
from ui.parts.fields import LineField
from ui.parts.lane import Lane
from ui.parts.theme import Theme

Make = Callable[..., Program]


class SomeFaultError(Exception):
    """What nobody foresaw."""


def broken(*_given: object) -> Store:
    raise SomeFaultError


def faults(qtbot: QtBot, do: Callable[[], object], lane: Lane) -> list[type[BaseException]]:
    """What came to the surface while `do` and the work it began ran."""
    with qtbot.captureExceptions() as caught:
        do()
        qtbot.waitUntil(lambda: not lane._jobs and bool(caught))
    return [kind for kind, _error, _trace in caught]


def test_one_can_sign_in_again_after_a_fault_while_the_office_was_opened(
    office_folder: Path, lane: Lane, theme: Theme, qtbot: QtBot
) -> None:
    login = LoginWindow(office_folder, None, lane, theme, opens=broken)
    qtbot.addWidget(login)
    login.sign_in.form.set_values({"passphrase": PASSPHRASE})
    before = login.sign_in.go.text()
    assert faults(qtbot, login.sign_in.go.click, lane) == [SomeFaultError]
    assert (login.sign_in.go.isEnabled(), login.sign_in.go.text()) == (True, before)


def test_the_office_is_given_free_when_a_desk_cannot_be_made(
    make_program: Make, wiring: Wiring, office_folder: Path, clock: StandingClock, qtbot: QtBot
) -> None:
    whole = wiring.desks

    def spoilt(_env: Env) -> QWidget:
        raise SomeFaultError

    program = make_program()
    program._wiring = Wiring((DeskSpec("spoilt", "Spoilt", "file", spoilt, ()),))
    login = program.front
    assert isinstance(login, LoginWindow)
    login.sign_in.form.set_values({"passphrase": PASSPHRASE})
    assert faults(qtbot, login.sign_in.go.click, program._lane) == [SomeFaultError]
    assert isinstance(program.front, LoginWindow)
    assert program.front is not login
    open_store(office_folder, USER, PASSPHRASE, clock=clock).close()
    program._wiring = Wiring(whole)
    assert isinstance(sign_in(program, qtbot, PASSPHRASE), Shell)


def test_the_lock_takes_another_try_after_a_fault(
    store: Store, lane: Lane, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(type(store), "recognises", broken)
    screen = LockScreen(store, lane, None)
    qtbot.addWidget(screen)
    screen.form.set_values({"passphrase": PASSPHRASE})
    assert faults(qtbot, screen.go.click, lane) == [SomeFaultError]
    assert screen.go.isEnabled()
    screen.finish()


def test_the_wizard_goes_on_after_a_fault(
    tmp_path: Path, lane: Lane, theme: Theme, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    wizard = Wizard(tmp_path / "office", lane, theme, {}, ask)  # type: ignore[arg-type]
    qtbot.addWidget(wizard)
    assert faults(qtbot, lambda: wizard._work(broken, wizard._on_made, "Making"), lane) == [SomeFaultError]
    assert not wizard.is_busy


def test_after_a_fault_while_restoring_one_is_asked_to_sign_in(
    lane: Lane, clock: StandingClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("ui.desk.coming_back.restore_office", broken)
    window = ComingBack(lane)
    qtbot.addWidget(window)
    told: list[str] = []
    window.broken.connect(lambda: told.append("broken"))
    given = (tmp_path, tmp_path, USER, PASSPHRASE, clock)
    assert faults(qtbot, lambda: window.begin(*given), lane) == [SomeFaultError]
    assert told == ["broken"]
    assert window.close()


def test_a_form_takes_another_try_after_a_fault(env: Env, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = FormDialog(env, "area", "Area", "Save", lambda values: AddArea(values["name"]), owner)
    dialog.add("name", "Name", LineField(), value="Khu phố 1")
    with monkeypatch.context() as spoilt:
        spoilt.setattr(type(env.services.office), "add_area", broken)
        assert faults(qtbot, dialog.yes.click, env.lane) == [SomeFaultError]
    assert dialog.yes.isEnabled()
    with qtbot.waitSignal(dialog.saved):
        dialog.yes.click()
    assert [area.name for area in env.services.office.areas()] == ["Khu phố 1"]
