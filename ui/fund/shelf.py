"""Parts that belong together, under tabs of their own."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTabWidget

from ui.desk.env import Env
from ui.desk.panel import Panel
from ui.parts.theme import SPACE


class Shelf(Panel):
    """Panels side by side; what is asked of the shelf goes to the one in front."""

    def __init__(self, env: Env, name: str, title: str, parts: Sequence[tuple[Panel, str]]) -> None:
        super().__init__(env, name, ())
        self.column.setContentsMargins(0, SPACE.s, 0, 0)
        self.tabs = QTabWidget()
        self.tabs.setObjectName(f"{name}.tabs")
        self.tabs.tabBar().setAccessibleName(title)
        for panel, words in parts:
            self.tabs.addTab(panel, words)
        self.column.addWidget(self.tabs)
        self.help_page = parts[0][0].help_page

    @property
    def front(self) -> Panel:
        """The panel in front."""
        panel = self.tabs.currentWidget()
        assert isinstance(panel, Panel)
        return panel

    def reload(self) -> None:
        """See `Panel`."""
        self.front.reload()

    def begin_new(self) -> None:
        """See `Panel`."""
        self.front.begin_new()

    def search(self, text: str) -> None:
        """See `Panel`."""
        self.front.search(text)

    def print_current(self) -> None:
        """See `Panel`."""
        self.front.print_current()
