"""From the settings to a restored office and signed in again, in one flow."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from frontdesk.office import AddArea
from frontdesk.store import backups_in, open_store
from tests.conftest import PASSPHRASE, USER, StandingClock
from tests.ui.desk.conftest import WAIT_MS, sign_in
from ui.desk.application import Program
from ui.desk.coming_back import ComingBack
from ui.desk.login import LoginWindow
from ui.parts.lane import Lane


def test_the_office_of_the_backup_is_signed_in_to_and_the_one_before_is_kept(
    make_program: Callable[..., Program], office_folder: Path, qtbot: QtBot
) -> None:
    program = make_program()
    sign_in(program, qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: len(backups_in(office_folder / "backups")) == 1, timeout=WAIT_MS)
    services = program.sitting.shell.env.services
    services.office.add_area(AddArea("Khu phố 1"))
    (backup,) = services.store.backups()
    program.sitting.shell.env.restore(backup.folder, PASSPHRASE)
    assert program.sitting is None
    qtbot.waitUntil(lambda: isinstance(program.front, LoginWindow), timeout=WAIT_MS)
    assert "restored" in program.front.sign_in.says.text()
    assert len(backups_in(office_folder / "backups")) == 2
    shell = sign_in(program, qtbot, PASSPHRASE)
    assert shell.env.services.office.areas() == []


def test_what_cannot_be_restored_leaves_the_office_as_it_was(
    make_program: Callable[..., Program], office_folder: Path, qtbot: QtBot
) -> None:
    program = make_program()
    sign_in(program, qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: len(backups_in(office_folder / "backups")) == 1, timeout=WAIT_MS)
    services = program.sitting.shell.env.services
    services.office.add_area(AddArea("Khu phố 1"))
    (backup,) = services.store.backups()
    (backup.folder / "office.db").unlink()
    program.sitting.shell.env.restore(backup.folder, PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(program.front, LoginWindow), timeout=WAIT_MS)
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
    with qtbot.waitSignal(window.done, timeout=WAIT_MS):
        pass
    assert window.close()
