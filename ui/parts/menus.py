"""Buttons with a menu, and rows of buttons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from frontdesk.messages import _
from ui.parts.flow import Flow
from ui.parts.theme import IconButton


@dataclass(frozen=True)
class Entry:
    """A line of a menu or a button of a row: its words, what it does, whether it is offered; no words: a line."""

    text: str
    slot: Callable[..., Any] | SignalInstance | None = None
    offered: bool = True
    name: str = ""
    role: str = ""


def menu_button(name: str, text: str, entries: Sequence[Entry], drawing: str = "more") -> IconButton:
    """A button that opens a menu of what is offered; slots are bound methods of QObjects."""
    button = IconButton(drawing, text, name, text)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    menu.setObjectName(f"{name}.menu")
    fill(menu, entries)
    button.setMenu(menu)
    if entries and not menu.actions():
        button.hide()
    return button


def fill(menu: QMenu, entries: Sequence[Entry]) -> None:
    """Put what is offered into a menu."""
    for entry in entries:
        if entry.slot is None:
            if menu.actions() and not menu.actions()[-1].isSeparator():
                menu.addSeparator()
        elif entry.offered:
            action: QAction = menu.addAction(entry.text)
            action.setObjectName(entry.name)
            action.triggered.connect(entry.slot)
    if menu.actions() and menu.actions()[-1].isSeparator():
        menu.removeAction(menu.actions()[-1])


def push(entry: Entry) -> QPushButton:
    """A button that does one thing."""
    button = QPushButton(entry.text)
    button.setObjectName(entry.name)
    if entry.role:
        button.setProperty("role", entry.role)
    if entry.slot is not None:
        button.clicked.connect(entry.slot)
    return button


class ButtonRow(QWidget):
    """Buttons side by side, those that are offered; on a second line where one is too short for them."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        row = Flow(self)
        self.buttons = {entry.name: push(entry) for entry in entries if entry.offered}
        for button in self.buttons.values():
            row.addWidget(button)
        if not self.buttons:
            self.hide()

    def enable(self, enabled: bool, *but: str) -> None:
        """Wake or still all buttons, those named in `but` always awake."""
        for name, button in self.buttons.items():
            button.setEnabled(enabled or name in but)


def more(name: str, entries: Sequence[Entry]) -> IconButton:
    """The menu of what is done less often."""
    return menu_button(name, _("More"), entries)
