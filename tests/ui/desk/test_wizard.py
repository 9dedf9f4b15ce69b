"""The first window, by its keys and buttons."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.office import Office
from frontdesk.store import Store, open_store
from tests.conftest import PASSPHRASE, QUICK, USER
from tests.ui.asking import ScriptedAsk
from tests.ui.keys import type_text
from tests.ui.stage import Kept
from ui.desk.application import Program
from ui.desk.first_run import Step
from ui.desk.login import LoginWindow
from ui.desk.shell import Shell
from ui.desk.showing import PaperWindow
from ui.desk.wizard import Wizard
from ui.parts.lane import Lane
from ui.parts.theme import Theme

NEW_PASSPHRASE = "bốn từ ghép lại"


@pytest.fixture
def wizard(tmp_path: Path, lane: Lane, theme: Theme, ask: ScriptedAsk, qtbot: QtBot) -> Wizard:
    window = Wizard(tmp_path / "new", lane, theme, Kept(), ask, cost=QUICK)
    qtbot.addWidget(window, before_close_func=_agree)
    window.show()
    qtbot.waitActive(window)
    return window


def _agree(window: Wizard) -> None:
    """The test is over: close without the question about the card."""
    window._is_done = True


def type_into(wizard: Wizard, field: str, text: str) -> QWidget:
    control = wizard.page.form.field(field).control
    type_text(control, text)
    return control


def enter(control: QWidget) -> None:
    QTest.keyClick(control, Qt.Key.Key_Return)


def to_user(wizard: Wizard, qtbot: QtBot) -> None:
    """As a person does it, with keys: commune, letterhead, signers."""
    QTest.keyClick(wizard.welcome.buttons[0], Qt.Key.Key_Return)
    picker = wizard.page.form.field("commune")
    qtbot.waitUntil(picker.control.hasFocus)
    type_text(picker.control, "hoan kiem")
    qtbot.waitUntil(lambda: any("Hoàn Kiếm" in offer for offer in picker.offers))
    enter(picker.control)
    enter(picker.control)
    assert wizard.flow.step is Step.HEADER
    wizard.next_button.click()
    type_into(wizard, "chair", "Trần Quốc Hưng")
    wizard.next_button.click()
    assert wizard.flow.step is Step.USER


def make_office(wizard: Wizard, qtbot: QtBot) -> None:
    to_user(wizard, qtbot)
    type_into(wizard, "user", "Lê Ngọc Thảo")
    type_into(wizard, "passphrase", NEW_PASSPHRASE)
    enter(type_into(wizard, "again", NEW_PASSPHRASE))
    qtbot.waitUntil(lambda: wizard.flow.step is Step.RECOVERY)


def test_an_office_is_made_page_by_page_and_opened_with_what_was_typed(wizard: Wizard, qtbot: QtBot) -> None:
    make_office(wizard, qtbot)
    assert all(group in wizard.recovery.code.text() for group in wizard.flow.code.split())
    wizard.next_button.click()
    enter(type_into(wizard, "code", "123456"))
    assert "Group 1" in wizard.page.form.error_text("code")
    wizard.page.form.set_values({"code": ""})
    with qtbot.waitSignal(wizard.made) as made:
        enter(type_into(wizard, "code", wizard.flow.code))
    folder, user, passphrase = made.args
    store = open_store(folder, user, passphrase)
    assert Office(store).commune().name == "phường Hoàn Kiếm"
    assert Office(store).signer("chair").name == "Trần Quốc Hưng"
    store.close()


def test_no_commune_chosen_is_said_beside_the_field(wizard: Wizard) -> None:
    wizard.welcome.buttons[0].click()
    wizard.next_button.click()
    assert "choose it in the list" in wizard.page.form.error_text("commune")


def test_the_letterhead_is_drawn_as_it_will_print(wizard: Wizard, qtbot: QtBot) -> None:
    from frontdesk.office import CommuneRow

    wizard.flow.begin_new()
    wizard.flow.choose_commune(CommuneRow("00070", "phường", "Hoàn Kiếm", "Thành phố Hà Nội"))
    wizard._show()
    view = wizard.page.view
    qtbot.waitUntil(lambda: view.is_drawn)
    assert "PHƯỜNG HOÀN KIẾM" in view.accessibleName()


def test_a_weak_passphrase_is_shown_as_one_and_a_short_one_is_refused(wizard: Wizard, qtbot: QtBot) -> None:
    to_user(wizard, qtbot)
    page = wizard.page
    type_into(wizard, "user", "Lê Ngọc Thảo")
    type_into(wizard, "passphrase", "1234567")
    assert "weak" in page.strength.words.text()
    type_into(wizard, "again", "1234567")
    wizard.next_button.click()
    assert "at least 8" in page.form.error_text("passphrase")
    assert wizard.flow.step is Step.USER


def test_back_keeps_what_was_typed(wizard: Wizard, qtbot: QtBot) -> None:
    to_user(wizard, qtbot)
    QTest.mouseClick(wizard.back_button, Qt.MouseButton.LeftButton)
    assert wizard.page.form.values()["chair"] == "Trần Quốc Hưng"
    wizard.back_button.click()
    wizard.back_button.click()
    assert wizard.page.form.field("commune").value().text == "phường Hoàn Kiếm"


def test_the_card_is_a_paper_that_can_be_printed(wizard: Wizard, qtbot: QtBot) -> None:
    make_office(wizard, qtbot)
    wizard.recovery.button.click()
    window = wizard.findChild(PaperWindow)
    with qtbot.waitSignal(window.preview.shown):
        pass
    assert window.isVisible()
    window.close()


def test_closing_before_the_card_is_proven_asks(wizard: Wizard, ask: ScriptedAsk, qtbot: QtBot) -> None:
    make_office(wizard, qtbot)
    ask.will("confirm", False)
    assert not wizard.close()
    ask.will("confirm", True)
    with qtbot.waitSignal(wizard.left):
        assert wizard.close()


def test_a_folder_that_is_not_empty_is_refused_and_nothing_is_made(wizard: Wizard, qtbot: QtBot) -> None:
    folder = wizard._folder
    folder.mkdir()
    (folder / "thu.txt").touch()
    to_user(wizard, qtbot)
    type_into(wizard, "user", "Lê Ngọc Thảo")
    type_into(wizard, "passphrase", NEW_PASSPHRASE)
    enter(type_into(wizard, "again", NEW_PASSPHRASE))
    qtbot.waitUntil(lambda: "empty folder" in wizard.page.form.error_text())
    assert [path.name for path in folder.iterdir()] == ["thu.txt"]
    assert wizard.next_button.isEnabled()


def test_an_office_that_is_there_is_opened_from_its_folder(
    wizard: Wizard, ask: ScriptedAsk, office_folder: Path, qtbot: QtBot
) -> None:
    ask.will("choose_folder", office_folder.parent / "nothing")
    wizard.welcome.buttons[2].click()
    assert "no office" in wizard.trouble.text()
    ask.will("choose_folder", office_folder)
    with qtbot.waitSignal(wizard.chosen) as chosen:
        wizard.welcome.buttons[2].click()
    assert chosen.args == [office_folder]


def test_a_backup_is_looked_at_then_restored(
    wizard: Wizard, ask: ScriptedAsk, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    made = store.back_up()
    ask.will("choose_folder", made.folder.parent)
    wizard.welcome.buttons[3].click()
    wizard.restore.choose.click()
    assert wizard.restore.backup().folder == made.folder
    wizard.page.form.set_values({"passphrase": "nhầm rồi nhé"})
    wizard.next_button.click()
    qtbot.waitUntil(lambda: bool(wizard.page.form.error_text()))
    assert not (wizard._folder / "office.db").exists()
    wizard.page.form.set_values({"passphrase": PASSPHRASE})
    with qtbot.waitSignal(wizard.chosen) as chosen:
        wizard.next_button.click()
    assert (chosen.args[0] / "office.db").is_file()


def test_without_a_backup_chosen_nothing_is_restored(wizard: Wizard) -> None:
    wizard.welcome.buttons[3].click()
    wizard.next_button.click()
    assert "Choose the folder" in wizard.trouble.text()
    assert wizard.flow.step is Step.RESTORE


def test_the_first_window_leads_to_the_desk(
    make_program: Callable[..., Program], office_folder: Path, tmp_path: Path, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    program = make_program(folder=tmp_path / "nothing")
    ask.will("choose_folder", office_folder)
    program.front.welcome.buttons[2].click()
    assert isinstance(program.front, LoginWindow)
    program.front.sign_in.form.set_values({"passphrase": PASSPHRASE})
    program.front.sign_in.go.click()
    qtbot.waitUntil(lambda: isinstance(program.front, Shell))
    assert program.sitting.store.session.user == USER
