"""Buttons in a row."""

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from ui.parts.flow import Flow


def button(text: str, name: str, slot: Callable[[], object] | SignalInstance, *, main: bool = False) -> QPushButton:
    """A button found as `name`; `main` for the one thing most people come to do."""
    made = QPushButton(text)
    made.setObjectName(name)
    if main:
        made.setProperty("role", "main")
    made.clicked.connect(slot)
    return made


def in_row(*buttons: QWidget) -> QWidget:
    """Widgets side by side from the left, in as many lines as they need."""
    holder = QWidget()
    row = Flow(holder)
    for each in buttons:
        row.addWidget(each)
    return holder
