"""What belongs with a petition: meetings, opinions, tasks, other petitions."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton

from frontdesk.messages import _
from frontdesk.store import LinkRow
from frontdesk.vietnamese import excerpt
from ui.desk.env import Env
from ui.parts.headings import Section

TITLE_MOST: Final = 40
"""A link leaves room for what stands beside it on a small screen; its tip tells all."""


class Related(Section):
    """A button for each row that is linked with the petition; it jumps there."""

    def __init__(self, env: Env) -> None:
        super().__init__(_("Belongs together with"))
        self._env = env
        self._shown: list[QPushButton] = []
        self.hide()

    def show_links(self, links: Sequence[LinkRow]) -> None:
        """Show these; rows without a number cannot be jumped to and are told by the line of time."""
        for button in self._shown:
            button.hide()
            button.deleteLater()
        self._shown = []
        numbered = {link.other.number: link.other.title for link in links if link.other.number}
        for number, title in numbered.items():
            button = QPushButton(f"{number} · {excerpt(title, TITLE_MOST)}" if title and title != number else number)
            button.setObjectName(f"petition.link.{number}")
            button.setProperty("role", "link")
            button.setProperty("number", number)
            button.setToolTip(title)
            button.clicked.connect(self._on_clicked)
            self.add(button)
            self._shown.append(button)
        self.setVisible(bool(self._shown))

    @Slot()
    def _on_clicked(self) -> None:
        self._env.jump(str(self.sender().property("number")))
