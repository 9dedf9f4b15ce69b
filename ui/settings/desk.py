"""The desk's page: its parts side by side under tabs."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from frontdesk.messages import _
from ui.desk.env import Env
from ui.desk.panel import Panel
from ui.settings.backups import BackupsPanel
from ui.settings.books import BooksPanel
from ui.settings.days import DaysPanel
from ui.settings.look import LookPanel
from ui.settings.signers import SignersPanel
from ui.settings.users import UsersPanel
from ui.settings.values import ValuesPanel


class SettingsDesk(QWidget):
    """What the shell shows; a `ui.desk.env.DeskPage`."""

    title_changed = Signal()

    def __init__(self, env: Env) -> None:
        super().__init__()
        self.setObjectName("settings")
        self.tabs = QTabWidget()
        self.tabs.setObjectName("settings.tabs")
        self.tabs.tabBar().setAccessibleName(_("Parts of the settings"))
        self.tabs.setDocumentMode(True)
        parts: tuple[tuple[Panel, str], ...] = (
            (ValuesPanel(env), _("Office")),
            (SignersPanel(env), _("Who signs")),
            (BooksPanel(env), _("Number books")),
            (DaysPanel(env), _("Days off")),
            (UsersPanel(env), _("Users")),
            (BackupsPanel(env), _("Backups")),
            (LookPanel(env), _("Look")),
        )
        self.panels = tuple(panel for panel, _words in parts)
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
        return self.panels[self.tabs.currentIndex()]

    @property
    def title(self) -> str:
        """Settings have no records."""
        return ""

    @property
    def help_page(self) -> str:
        """The help for the part in front."""
        return self.panel.help_page

    def open_record(self, number: str) -> None:
        """Settings have no numbers."""

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

    @Slot()
    def _on_tab(self) -> None:
        self.title_changed.emit()
