"""A keyboard and nothing else: what stands where is found by Tab, as a person finds it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import type_text

"""Passphrases and papers are meant to take their time, and longer on a machine that does other things too."""
MOST_TABS: Final = 150


class Keyboard:
    """Types into whatever has the focus."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    @property
    def at(self) -> QWidget:
        """Where the keyboard stands, once the window in front has it."""
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, Ctrl or Alt held."""
        QTest.keyClick(self.at, key, held)

    def ctrl(self, key: Qt.Key) -> None:
        """A key with Ctrl."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def enter(self, times: int = 1) -> None:
        """Enter, so many times."""
        for _time in range(times):
            self.press(Qt.Key.Key_Return)

    def type(self, text: str) -> None:
        """Words into the field one stands in, over what a field shows already."""
        self.ctrl(Qt.Key.Key_A)
        type_text(self.at, text)

    def tab_to(self, name: str) -> None:
        """Tab until the control of this object name has the keyboard."""
        seen = []
        for _step in range(MOST_TABS):
            if self.at.objectName() == name:
                return
            seen.append(self.at.objectName())
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {name}; it led to {list(dict.fromkeys(seen))}")

    def push(self, name: str) -> None:
        """Tab to a button and press it."""
        self.tab_to(name)
        self.press(Qt.Key.Key_Space)

    def wait(self, until: Callable[[], object]) -> None:
        """Wait for what the program does by itself."""
        self._qtbot.waitUntil(lambda: bool(until()))

    def wait_at(self, name: str) -> None:
        """Wait until the keyboard stands in the control of this object name."""

        def there() -> bool:
            found = QApplication.focusWidget()
            return found is not None and found.objectName() == name

        self._qtbot.waitUntil(there)
