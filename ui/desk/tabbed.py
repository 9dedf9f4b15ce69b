"""A desk's page whose parts stand side by side under tabs, each read when it is first seen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ui.desk.panel import Panel


class TabbedPage(QWidget):
    """What the shell shows of a desk, a `ui.desk.env.DeskPage`; everything is asked of the part in front."""

    title_changed = Signal()

    def __init__(self, name: str, accessible: str, parts: Sequence[tuple[Panel, str]]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.panels = tuple(panel for panel, _words in parts)
        self.tabs = QTabWidget()
        self.tabs.setObjectName(f"{name}.tabs")
        self.tabs.tabBar().setAccessibleName(accessible)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        # Before the parts come: Qt works out the style of all that is inside whenever a widget finds its place.
        self.column.addWidget(self.tabs, 1)
        for panel, words in parts:
            panel.title_changed.connect(self.title_changed)
            self.tabs.addTab(panel, words)
        self.tabs.currentChanged.connect(self.title_changed)

    @property
    def panel(self) -> Panel:
        """The part in front."""
        return self.panels[self.tabs.currentIndex()]

    @property
    def title(self) -> str:
        """The open record, "" for a list."""
        return self.panel.title

    @property
    def help_page(self) -> str:
        """The help for the part in front."""
        return self.panel.help_page

    def new_record(self) -> None:
        """Ctrl+N: what the part in front is about."""
        self.panel.begin_new()

    def search(self, text: str) -> None:
        """Ctrl+F."""
        self.panel.search(text)

    def refresh(self) -> None:
        """F5."""
        self.panel.reload()

    def print_current(self) -> None:
        """Ctrl+P."""
        self.panel.print_current()

    def may_leave(self) -> bool:
        """Ask about what is not saved."""
        return all(panel.may_leave() for panel in self.panels)
