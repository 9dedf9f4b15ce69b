"""From the settings to a restored office and signed in again, in one flow."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.context import Start
from frontdesk.office import AddArea
from frontdesk.store import Store, backups_in, open_store
from main import wire
from tests.conftest import PASSPHRASE, USER, StandingClock
from tests.ui.asking import ScriptedAsk
from tests.ui.desk.conftest import sign_in
from tests.ui.keys import type_text
from tests.ui.stage import Kept
from ui.desk.application import Program
from ui.desk.coming_back import ComingBack
from ui.desk.login import LoginWindow
from ui.parts.lane import Lane
from ui.parts.theme import Theme
from ui.settings.backups import BackupsPanel
from ui.settings.restoring import RestoreDialog


def test_the_office_of_the_backup_is_signed_in_to_and_the_one_before_is_kept(
    make_program: Callable[..., Program], office_folder: Path, qtbot: QtBot
) -> None:
    program = make_program()
    sign_in(program, qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: len(backups_in(office_folder / "backups")) == 1)
    services = program.sitting.shell.env.services
    services.office.add_area(AddArea("Khu phố 1"))
    (backup,) = services.store.backups()
    program.sitting.shell.env.restore(backup.folder, PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(program.front, LoginWindow))
    assert "restored" in program.front.sign_in.says.text()
    assert len(backups_in(office_folder / "backups")) == 2
    shell = sign_in(program, qtbot, PASSPHRASE)
    assert shell.env.services.office.areas() == []


def test_from_the_list_of_backups_to_the_restored_office(
    office_folder: Path, clock: StandingClock, theme: Theme, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    def opens(folder: Path, user: str | None, passphrase: str, read_only: bool) -> Store:
        return open_store(folder, user, passphrase, clock=clock, read_only=read_only)

    program = Program(Start(office_folder, USER, PASSPHRASE), wire(), theme, Kept(), ask=ask, opens=opens)
    program.begin()
    qtbot.waitUntil(lambda: len(backups_in(office_folder / "backups")) == 1)
    shell = program.sitting.shell
    shell.env.services.office.add_area(AddArea("Khu phố 1"))
    shell.jump("settings")
    panel = shell.page.findChild(BackupsPanel, "settings.backups")
    shell.page.tabs.setCurrentWidget(panel)
    qtbot.mouseClick(panel.findChild(QPushButton, "backups.restore"), Qt.MouseButton.LeftButton)
    dialog = panel.findChild(RestoreDialog)
    qtbot.waitUntil(dialog.yes.isEnabled)
    ask.will("confirm", True)
    type_text(dialog.form.field("passphrase").control, PASSPHRASE)
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(program.front, LoginWindow))
    assert sign_in(program, qtbot, PASSPHRASE).env.services.office.areas() == []
    program.end()


def test_what_cannot_be_restored_leaves_the_office_as_it_was(
    make_program: Callable[..., Program], office_folder: Path, qtbot: QtBot
) -> None:
    program = make_program()
    sign_in(program, qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: len(backups_in(office_folder / "backups")) == 1)
    services = program.sitting.shell.env.services
    services.office.add_area(AddArea("Khu phố 1"))
    (backup,) = services.store.backups()
    (backup.folder / "office.db").unlink()
    program.sitting.shell.env.restore(backup.folder, PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(program.front, LoginWindow))
    assert "as it was" in program.front.sign_in.says.text()
    shell = sign_in(program, qtbot, PASSPHRASE)
    assert [area.name for area in shell.env.services.office.areas()] == ["Khu phố 1"]


def test_the_window_stays_until_the_backup_is_in_place(
    office_folder: Path, clock: StandingClock, lane: Lane, qtbot: QtBot
) -> None:
    store = open_store(office_folder, USER, PASSPHRASE, clock=clock)
    backup = store.back_up().folder
    store.close()
    window = ComingBack(lane)
    window.show()
    window.begin(office_folder, backup, USER, PASSPHRASE, clock)
    assert not window.close()
    with qtbot.waitSignal(window.done):
        pass
    assert window.close()
