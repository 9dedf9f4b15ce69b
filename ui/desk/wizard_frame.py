"""The frame of a window with pages: title, page, what is going on, back and next."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.messages import _
from ui.parts.headings import Heading, label
from ui.parts.progress import Progress
from ui.parts.theme import SPACE


class WizardFrame(QWidget):
    """Holds the pages; which one comes next is the business of whoever fills it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.is_busy = False
        self.heading = Heading("", "")
        self.counter = label("", "hint", wraps=False, name=f"{name}.counter")
        self.stack = QStackedWidget()
        self.stack.setObjectName(f"{name}.pages")
        self.trouble = label("", "error", name=f"{name}.trouble")
        self.progress = Progress()
        self.back_button = QPushButton(_("&Back"))
        self.back_button.setObjectName(f"{name}.back")
        self.next_button = QPushButton(_("Next"))
        self.next_button.setObjectName(f"{name}.next")
        self.next_button.setProperty("role", "main")
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        head.setSpacing(SPACE.m)
        head.addWidget(self.heading)
        head.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        foot.setSpacing(SPACE.s)
        foot.addWidget(self.counter)
        foot.addWidget(self.progress, 1)
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.xl, 0, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)

    def say(self, text: str) -> None:
        """Say what went wrong above the page; "" for nothing."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def busy(self, is_busy: bool) -> None:
        """Take no answer while work is under way."""
        self.is_busy = is_busy
        self.stack.setEnabled(not is_busy)
        for button in (self.back_button, self.next_button):
            button.setEnabled(not is_busy)
        self.say("")
