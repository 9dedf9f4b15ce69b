"""The desk "Danh bạ": people, bodies and terms, areas, composition, merits, reminders."""

from typing import Final

from PySide6.QtWidgets import QWidget

from frontdesk.messages import mark
from ui.desk.env import DeskSpec, Env


def make(env: Env) -> QWidget:
    """The desk's page."""
    # Only once the desk is opened: the other desks need none of its windows.
    from ui.roster.desk import RosterDesk

    return RosterDesk(env)


DESK: Final = DeskSpec("roster", mark("Roster"), "people", make, ("NG-",))
