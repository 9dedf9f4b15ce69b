"""The desk's page: its parts side by side under tabs."""

from frontdesk.messages import _
from ui.desk.env import Env
from ui.desk.tabbed import TabbedPage
from ui.roster.areas import AreasPanel
from ui.settings.backups import BackupsPanel
from ui.settings.books import BooksPanel
from ui.settings.days import DaysPanel
from ui.settings.look import LookPanel
from ui.settings.signers import SignersPanel
from ui.settings.users import UsersPanel
from ui.settings.values import ValuesPanel


class SettingsDesk(TabbedPage):
    """What the shell shows of the settings."""

    def __init__(self, env: Env) -> None:
        super().__init__(
            "settings",
            _("Parts of the settings"),
            (
                (ValuesPanel(env), _("Office")),
                (AreasPanel(env), _("Residential areas")),
                (SignersPanel(env), _("Who signs")),
                (BooksPanel(env), _("Number books")),
                (DaysPanel(env), _("Days off")),
                (UsersPanel(env), _("Users")),
                (BackupsPanel(env), _("Backups")),
                (LookPanel(env), _("Look")),
            ),
        )
        self.tabs.setDocumentMode(True)

    def open_record(self, number: str) -> None:
        """Settings have no numbers."""
