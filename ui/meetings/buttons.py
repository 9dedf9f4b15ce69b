"""Buttons in a row."""

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.parts.theme import SPACE


def button(text: str, name: str, slot: Callable[[], object] | SignalInstance, *, main: bool = False) -> QPushButton:
    """A button found as `name`; `main` for the one thing most people come to do."""
    made = QPushButton(text)
    made.setObjectName(name)
    if main:
        made.setProperty("role", "main")
    made.clicked.connect(slot)
    return made


def in_row(*buttons: QWidget) -> QWidget:
    """Widgets side by side from the left."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.s)
    for each in buttons:
        row.addWidget(each)
    row.addStretch(1)
    return holder
