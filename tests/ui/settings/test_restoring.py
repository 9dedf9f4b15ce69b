"""A backup is looked into and put in place from the settings."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.office import AddArea
from frontdesk.roster import Admit
from frontdesk.store import BackupRow, Role, Session
from tests.conftest import PASSPHRASE, USER
from tests.ui.asking import ScriptedAsk
from tests.ui.keys import type_text
from tests.ui.stage import Stage
from tests.ui.walk import check_window, walked
from ui.desk.env import BACKUPS
from ui.parts.theme import Theme
from ui.settings.backups import BackupsPanel
from ui.settings.restoring import RestoreDialog


@pytest.fixture
def backup(services: Services) -> BackupRow:
    """A backup, after which one person and one area came."""
    made = services.store.back_up()
    services.roster.admit(Admit("Nguyễn Văn Hòa"))
    services.office.add_area(AddArea("Khu phố 1"))
    return made


@pytest.fixture
def dialog(backup: BackupRow, stage: Stage, qtbot: QtBot) -> RestoreDialog:
    """Opened from the list of backups, and done looking."""
    panel = BackupsPanel(stage.env)
    stage.show(panel)
    qtbot.waitUntil(lambda: panel.pane.model.rowCount() == 1)
    panel.findChild(QPushButton, "backups.restore").click()
    found = panel.findChild(RestoreDialog)
    qtbot.waitUntil(lambda: not stage.env.lane._jobs)
    return found


def words(dialog: RestoreDialog) -> str:
    return " ".join(part.text() for part in dialog.facts.findChildren(QLabel))


def type_passphrase(dialog: RestoreDialog, text: str, qtbot: QtBot) -> None:
    type_text(dialog.form.field("passphrase").control, text)
    qtbot.keyClick(dialog.form.field("passphrase").control, Qt.Key.Key_Return)


def test_the_totals_of_then_and_now_stand_side_by_side(dialog: RestoreDialog) -> None:
    said = words(dialog)
    assert "0 in the backup, 1 here now" in said
    assert "2 deeds" in said
    assert USER in said
    assert "22/06/2026 08:00 (today)" in said


def test_the_last_question_says_what_will_happen_and_the_office_is_closed_after_it(
    dialog: RestoreDialog, backup: BackupRow, stage: Stage, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    ask.will("confirm", True)
    type_passphrase(dialog, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: bool(stage.restores))
    assert stage.restores == [(backup.folder, PASSPHRASE)]
    _method, _title, said = ask.asked[0]
    for sentence in ("will stand as on 22/06/2026 08:00", "2 deeds done since", "saved first", "sign in again"):
        assert sentence in said


def test_who_says_no_goes_on_working(dialog: RestoreDialog, stage: Stage, ask: ScriptedAsk, qtbot: QtBot) -> None:
    ask.will("confirm", False)
    type_passphrase(dialog, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: ask.is_done)
    assert not stage.restores
    assert dialog.isVisible()


def test_a_wrong_passphrase_restores_nothing(dialog: RestoreDialog, stage: Stage, qtbot: QtBot) -> None:
    type_passphrase(dialog, "sai mật khẩu rồi", qtbot)
    qtbot.waitUntil(lambda: bool(dialog.form.error_text("passphrase")))
    assert not stage.restores


def test_a_backup_on_a_stick_is_found(
    dialog: RestoreDialog, services: Services, stage: Stage, ask: ScriptedAsk, tmp_path: Path, qtbot: QtBot
) -> None:
    services.store.back_up(tmp_path / "usb")
    ask.will("choose_folder", tmp_path / "usb")
    dialog.elsewhere.click()
    qtbot.waitUntil(lambda: not stage.env.lane._jobs)
    assert str(tmp_path / "usb") in words(dialog)
    assert dialog.yes.isEnabled()


def test_a_folder_without_a_backup_is_said_to_be_one(dialog: RestoreDialog, ask: ScriptedAsk, tmp_path: Path) -> None:
    ask.will("choose_folder", tmp_path)
    dialog.elsewhere.click()
    assert "no backup" in dialog.form.error_text("backup")


def test_a_damaged_backup_cannot_be_chosen(backup: BackupRow, stage: Stage, qtbot: QtBot) -> None:
    with (backup.folder / "office.db").open("ab") as handle:
        handle.write(b"x")
    dialog = RestoreDialog(stage.env, stage.window)
    dialog.begin()
    qtbot.waitUntil(lambda: bool(dialog.form.error_text("backup")))
    assert not dialog.yes.isEnabled()
    type_passphrase(dialog, PASSPHRASE, qtbot)
    assert not stage.restores


def test_only_a_quan_tri_is_offered_to_restore(services: Services, stage: Stage, backup: BackupRow) -> None:
    services.store.session = Session("Phạm Đức Toàn", frozenset({Role.CHAIR}))
    panel = BackupsPanel(stage.env)
    assert panel.findChild(QPushButton, "backups.restore") is None


def test_without_any_backup_one_may_be_chosen_from_a_stick(stage: Stage, theme: Theme, qtbot: QtBot) -> None:
    panel = BackupsPanel(stage.env)
    stage.show(panel)
    panel.restore()
    dialog = panel.findChild(RestoreDialog)
    assert not dialog.yes.isEnabled()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


@walked
def test_every_control_is_named_and_reached(dialog: RestoreDialog, theme: Theme) -> None:
    check_window(dialog, theme)


def test_a_backup_made_elsewhere_stands_in_the_list_at_once(services: Services, stage: Stage, qtbot: QtBot) -> None:
    panel = BackupsPanel(stage.env)
    stage.show(panel)
    services.store.back_up()
    stage.env.relay.changed.emit(BACKUPS, ())
    qtbot.waitUntil(lambda: panel.pane.model.rowCount() == 1)
