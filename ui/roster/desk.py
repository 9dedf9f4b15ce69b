"""The desk's page: its parts side by side under tabs, read when they are first seen."""

from frontdesk.messages import _
from ui.desk.env import Env
from ui.desk.tabbed import TabbedPage
from ui.roster.areas import AreasPanel
from ui.roster.bodies import BodiesPanel
from ui.roster.composition import CompositionPanel
from ui.roster.merits import MeritsPanel
from ui.roster.people import PeoplePanel
from ui.roster.reminders import RemindersPanel


class RosterDesk(TabbedPage):
    """What the shell shows of the roster."""

    def __init__(self, env: Env) -> None:
        self.people, self.bodies, self.areas = PeoplePanel(env), BodiesPanel(env), AreasPanel(env)
        self.composition, self.merits = CompositionPanel(env), MeritsPanel(env)
        self.reminders = RemindersPanel(env)
        super().__init__(
            "roster",
            _("Parts of the roster"),
            (
                (self.people, _("List")),
                (self.bodies, _("Bodies")),
                (self.areas, _("Residential areas")),
                (self.composition, _("Composition")),
                (self.merits, _("Training, commendations")),
                (self.reminders, _("Reminders")),
            ),
        )

    def open_record(self, number: str) -> None:
        """Show a person's card."""
        self.tabs.setCurrentWidget(self.people)
        self.people.open_record(number)
