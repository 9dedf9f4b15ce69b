"""The keys every desk answers to, wherever the focus stands in its window.

They are taken as they come up from the control that did not want them, so that a list or a form answers first and no
two shortcuts quarrel.
"""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QDialog, QPushButton, QToolButton, QWidget

from ui.parts.form import Form

_STANDARD = QKeySequence.StandardKey


def answer(event: QKeyEvent, page: Any, window: QWidget) -> bool:
    """Do what the key asks of `page` (a `DeskPage`); False when it asks nothing."""
    if event.matches(_STANDARD.New):
        page.new_record()
    elif event.matches(_STANDARD.Find):
        page.search("")
    elif event.matches(_STANDARD.Print):
        page.print_current()
    elif event.matches(_STANDARD.Refresh):
        page.refresh()
    elif event.matches(_STANDARD.Save):
        save(window)
    else:
        return False
    return True


def press_button(event: QKeyEvent, window: QWidget) -> bool:
    """Enter presses the button that has the focus, as Space does; False when there is none, or another key came."""
    button = window.focusWidget()
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QAbstractButton):
        button.click()
        return True
    return False


class KeysDialog(QDialog):
    """A dialog in which Enter is the fields' key to move on, and presses the button it stands on and no other.

    A button box makes its first button the default whatever `autoDefault` says, and a line passes Enter on.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's name."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(button := self.focusWidget(), QPushButton | QToolButton):
            button.click()


def save(window: QWidget) -> None:
    """Ask every form in view that holds something unsaved to save it."""
    for form in window.findChildren(Form):
        if form.isVisible() and form.dirty:
            form.save_asked.emit()
