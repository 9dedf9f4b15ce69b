"""The recovery card is renewed from the settings."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.errors import DeskUnavailable
from frontdesk.store import Role, Session, recovery_code, reset_passphrase
from tests.conftest import QUICK, USER
from tests.ui.keys import type_text
from tests.ui.stage import Stage
from tests.ui.walk import check_window, walked
from ui.desk.showing import PaperWindow
from ui.parts.theme import Theme
from ui.settings.recovery import RecoveryDialog
from ui.settings.users import UsersPanel

NEW = "mật khẩu đặt lại"


@pytest.fixture
def dialog(stage: Stage, qtbot: QtBot) -> RecoveryDialog:
    panel = UsersPanel(stage.env)
    stage.show(panel)
    qtbot.waitUntil(lambda: panel.pane.model.rowCount() == 1)
    panel.findChild(QPushButton, "users.recovery").click()
    return panel.findChild(RecoveryDialog)


def type_back(dialog: RecoveryDialog, code: str, qtbot: QtBot) -> None:
    line = dialog.form.field("code").control
    type_text(line, code)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_the_code_typed_back_from_the_card_opens_from_now_on(
    dialog: RecoveryDialog, office_folder: Path, stage: Stage, qtbot: QtBot
) -> None:
    code = dialog.code
    with qtbot.waitSignal(dialog.saved):
        type_back(dialog, code.replace(" ", ""), qtbot)
    reset_passphrase(office_folder, code, USER, NEW, QUICK)
    assert code not in str(stage.env.state)


def test_until_it_is_typed_back_rightly_the_old_card_holds(
    dialog: RecoveryDialog, office_folder: Path, qtbot: QtBot
) -> None:
    before = (office_folder / "office.keys").read_bytes()
    type_back(dialog, recovery_code(), qtbot)
    assert "Group" in dialog.form.error_text("code")
    assert dialog.isVisible()
    assert (office_folder / "office.keys").read_bytes() == before
    with pytest.raises(DeskUnavailable):
        reset_passphrase(office_folder, dialog.code, USER, NEW, QUICK)


def test_the_card_is_shown_to_be_printed(dialog: RecoveryDialog, stage: Stage, qtbot: QtBot) -> None:
    dialog.print.click()
    window = dialog.findChild(PaperWindow)
    qtbot.waitUntil(lambda: window.preview.sheets.count == 1)
    qtbot.waitUntil(lambda: not stage.env.lane._jobs)
    window.close()
    qtbot.waitUntil(lambda: not [each for each in QApplication.topLevelWidgets() if isinstance(each, PaperWindow)])


def test_only_a_quan_tri_is_offered_a_new_card(services: Services, stage: Stage) -> None:
    services.store.session = Session("Phạm Đức Toàn", frozenset({Role.SECRETARY}))
    assert UsersPanel(stage.env).findChild(QPushButton, "users.recovery") is None


@walked
def test_every_control_is_named_and_reached(dialog: RecoveryDialog, theme: Theme) -> None:
    assert dialog.form.field("code").control.focusPolicy() & Qt.FocusPolicy.TabFocus
    check_window(dialog, theme)
