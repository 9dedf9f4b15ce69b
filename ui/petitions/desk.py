"""The desk's page: its parts side by side under tabs, read when they are first seen."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from frontdesk.messages import _
from ui.desk.env import Env
from ui.desk.panel import Panel
from ui.petitions.agencies import AgenciesPanel
from ui.petitions.chasing import ChasingPanel
from ui.petitions.deadlines import DeadlinesPanel
from ui.petitions.figures import FiguresPanel
from ui.petitions.listing import PetitionsPanel


class PetitionsDesk(QWidget):
    """What the shell shows; a `ui.desk.env.DeskPage`."""

    title_changed = Signal()

    def __init__(self, env: Env) -> None:
        super().__init__()
        self.setObjectName("petitions")
        self.tabs = QTabWidget()
        self.tabs.setObjectName("petitions.tabs")
        self.tabs.tabBar().setAccessibleName(_("Parts of the petition desk"))
        self.petitions, self.chasing = PetitionsPanel(env), ChasingPanel(env)
        self.agencies, self.deadlines, self.figures = AgenciesPanel(env), DeadlinesPanel(env), FiguresPanel(env)
        parts: tuple[tuple[Panel, str], ...] = (
            (self.petitions, _("Petitions")),
            (self.chasing, _("Chasing")),
            (self.agencies, _("Agencies")),
            (self.figures, _("Figures")),
            (self.deadlines, _("Deadline rules")),
        )
        self._panels = tuple(panel for panel, _words in parts)
        for panel, words in parts:
            panel.title_changed.connect(self.title_changed)
            self.tabs.addTab(panel, words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.tabs.currentChanged.connect(self._on_tab)

    @property
    def panel(self) -> Panel:
        """The part in front."""
        return self._panels[self.tabs.currentIndex()]

    @property
    def title(self) -> str:
        """The open record, "" for a list."""
        return self.panel.title

    @property
    def help_page(self) -> str:
        """The help for the part in front."""
        return self.panel.help_page

    def open_record(self, number: str) -> None:
        """Show one petition; the form of a new one for its draft."""
        self.tabs.setCurrentWidget(self.petitions)
        self.petitions.open_record(number)

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
        return all(panel.may_leave() for panel in self._panels)

    @Slot()
    def _on_tab(self) -> None:
        self.title_changed.emit()
