"""What a hand does at the roster's desk: opening parts, pressing buttons, saving dialogs."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.roster import BodyKind
from ui.desk.dialogs import FormDialog
from ui.roster.desk import RosterDesk


def dialog(desk: RosterDesk, name: str) -> FormDialog:
    found = desk.findChild(FormDialog, f"{name}_dialog")
    assert found is not None
    return found


def save(opened: FormDialog, qtbot: QtBot) -> Any:
    with qtbot.waitSignal(opened.saved) as saved:
        qtbot.mouseClick(opened.yes, Qt.MouseButton.LeftButton)
    return saved.args[0]


def click(desk: RosterDesk, name: str, qtbot: QtBot) -> None:
    button = desk.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def open_tab(desk: RosterDesk, panel: Any, qtbot: QtBot) -> None:
    desk.tabs.setCurrentWidget(panel)
    if hasattr(panel, "_rows"):
        qtbot.waitUntil(lambda: bool(panel._rows))


def committee(services: Services) -> str:
    return services.roster.bodies(BodyKind.COMMITTEE)[0].name
