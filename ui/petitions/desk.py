"""The desk's page: its parts side by side under tabs, read when they are first seen."""

from frontdesk.messages import _
from ui.desk.env import Env
from ui.desk.tabbed import TabbedPage
from ui.petitions.agencies import AgenciesPanel
from ui.petitions.chasing import ChasingPanel
from ui.petitions.deadlines import DeadlinesPanel
from ui.petitions.figures import FiguresPanel
from ui.petitions.listing import PetitionsPanel


class PetitionsDesk(TabbedPage):
    """What the shell shows of the petitions."""

    def __init__(self, env: Env) -> None:
        self.petitions, self.chasing = PetitionsPanel(env), ChasingPanel(env)
        self.agencies, self.deadlines, self.figures = AgenciesPanel(env), DeadlinesPanel(env), FiguresPanel(env)
        super().__init__(
            "petitions",
            _("Parts of the petition desk"),
            (
                (self.petitions, _("Petitions")),
                (self.chasing, _("Chasing")),
                (self.agencies, _("Agencies")),
                (self.figures, _("Figures")),
                (self.deadlines, _("Deadline rules")),
            ),
        )

    def open_record(self, number: str) -> None:
        """Show one petition; the form of a new one for its draft."""
        self.tabs.setCurrentWidget(self.petitions)
        self.petitions.open_record(number.partition(" ")[0])
