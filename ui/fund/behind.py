"""The line above a list that shows what a figure was made of, with the way back to the whole list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.messages import _
from ui.parts.headings import Hint
from ui.parts.menus import Entry, push
from ui.parts.theme import SPACE


class Behind(QWidget):
    """Which figure the list stands behind; hidden while the list is whole."""

    left = Signal()
    """The whole list is wanted again."""

    def __init__(self) -> None:
        super().__init__()
        self.says = Hint("")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.s)
        line.addWidget(self.says, 1)
        line.addWidget(push(Entry(_("Show all &vouchers"), self.left, name="vouchers.all")))
        self.hide()

    def show_words(self, words: str) -> None:
        """Say which figure; "" hides the line."""
        self.says.setText(words)
        self.setVisible(bool(words))
