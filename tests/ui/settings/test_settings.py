"""The settings desk changes what the papers and the deadlines read, by keys and clicks."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.office.settings import PLACE
from frontdesk.store import Role, Session
from tests.ui.keys import type_text
from tests.ui.stage import Stage
from tests.ui.walk import check_parts, walked
from ui.desk.dialogs import FormDialog
from ui.parts.theme import Theme
from ui.settings.desk import SettingsDesk
from ui.settings.values import ValuesPanel, basis_of

VALUES, AREAS, SIGNERS, BOOKS, DAYS, USERS, BACKUPS, LOOK = PARTS = range(8)
EMPTY_AT_FIRST = (AREAS, BOOKS, BACKUPS)


@pytest.fixture
def desk(stage: Stage, qtbot: QtBot) -> SettingsDesk:
    page = SettingsDesk(stage.env)
    stage.show(page)
    return page


def turn_to(desk: SettingsDesk, at: int, qtbot: QtBot) -> None:
    desk.tabs.setCurrentIndex(at)
    panel = desk.panel
    pane = getattr(panel, "pane", None)
    if pane is not None and at not in EMPTY_AT_FIRST:
        qtbot.waitUntil(lambda: pane.model.rowCount() > 0)


def dialog_of(desk: SettingsDesk, qtbot: QtBot) -> FormDialog:
    qtbot.waitUntil(lambda: desk.panel.findChild(FormDialog) is not None)
    found = desk.panel.findChild(FormDialog)
    assert isinstance(found, FormDialog)
    return found


def press(desk: SettingsDesk, name: str, qtbot: QtBot) -> None:
    button = desk.panel.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@walked
def test_every_part_is_reached_by_tab_and_named(desk: SettingsDesk, stage: Stage, theme: Theme, qtbot: QtBot) -> None:
    check_parts(stage.window, theme, (partial(turn_to, desk, at, qtbot) for at in PARTS))


def test_a_setting_is_changed_and_put_back(desk: SettingsDesk, services: Services, qtbot: QtBot) -> None:
    turn_to(desk, VALUES, qtbot)
    panel = desk.panel
    at = next(row.id for row in panel.load() if row.spec is PLACE)
    panel.pane.select(at)
    press(desk, "values.change", qtbot)
    dialog = dialog_of(desk, qtbot)
    type_text(dialog.form.field("value").control, "Bình Hòa")
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: services.office.place() == "Bình Hòa")
    qtbot.waitUntil(lambda: desk.panel.current().is_own)
    press(desk, "values.default", qtbot)
    qtbot.waitUntil(lambda: services.office.place() == "Hoàn Kiếm")


def test_a_day_off_is_added_and_the_calendar_knows_it(desk: SettingsDesk, services: Services, qtbot: QtBot) -> None:
    turn_to(desk, DAYS, qtbot)
    desk.new_record()
    dialog = dialog_of(desk, qtbot)
    type_text(dialog.form.field("day").control, "3/8")
    type_text(dialog.form.field("name").control, "Nghỉ theo thông báo của tỉnh")
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not services.office.calendar().is_working(date(2026, 8, 3)))


def test_two_different_passphrases_admit_nobody(desk: SettingsDesk, services: Services, qtbot: QtBot) -> None:
    turn_to(desk, USERS, qtbot)
    desk.new_record()
    dialog = dialog_of(desk, qtbot)
    type_text(dialog.form.field("name").control, "Phạm Đức Toàn")
    dialog.form.field("role_accountant").set_value(True)
    type_text(dialog.form.field("passphrase").control, "mật khẩu thứ nhất")
    type_text(dialog.form.field("again").control, "mật khẩu thứ hai")
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert dialog.form.error_text("again")
    assert len(services.office.users()) == 1


def test_a_secretary_is_not_offered_what_a_quan_tri_does(services: Services, stage: Stage) -> None:
    services.store.session = Session("Phạm Đức Toàn", frozenset({Role.SECRETARY}))
    page = SettingsDesk(stage.env)
    stage.show(page)
    page.tabs.setCurrentIndex(USERS)
    names = {button.objectName() for button in page.panel.findChildren(QPushButton)}
    assert "users.own" in names
    assert not names & {"users.new", "users.roles", "users.end"}


@pytest.mark.parametrize("ends", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_the_keyboard_stands_where_it_stood_once_a_dialog_has_closed(
    desk: SettingsDesk, stage: Stage, services: Services, qtbot: QtBot, ends: Qt.Key
) -> None:
    turn_to(desk, SIGNERS, qtbot)
    desk.panel.pane.select(1)
    button = desk.panel.findChild(QPushButton, "signers.change")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    dialog = dialog_of(desk, qtbot)
    line = dialog.form.field("name").control
    if ends == Qt.Key.Key_Return:
        type_text(line, "Trần Quốc Hưng")
    qtbot.keyClick(line, ends)
    qtbot.waitUntil(lambda: desk.panel.findChild(FormDialog) is None)
    qtbot.waitUntil(lambda: not stage.env.lane._jobs and not desk.panel._soon.isActive())
    assert stage.window.focusWidget() is button
    assert desk.panel.current().id == 1


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Luật Người cao tuổi 39/2009/QH12, điều 21 [M]", "Luật Người cao tuổi 39/2009/QH12, điều 21, to be checked"),
        ("HD 91/HD-MTTW-BTT [P]", "HD 91/HD-MTTW-BTT"),
        ("habit [M]", "usual practice, to be checked"),
        ("[M]", "to be checked"),
        ("[V]", ""),
        ("", ""),
    ],
)
def test_what_a_setting_rests_on_is_said_in_words(source: str, said: str) -> None:
    assert basis_of(source) == said


def test_no_setting_shows_how_its_makers_note_their_sources(services: Services, stage: Stage) -> None:
    shown = [value.basis for value in ValuesPanel(stage.env).load()]
    assert any(shown)
    assert not [words for words in shown if "[" in words or "domain" in words]
