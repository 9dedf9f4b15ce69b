"""The desk "Kiến nghị": what people tell the Front, from the day it comes in to the day its sender knows."""

from typing import Final

from PySide6.QtWidgets import QWidget

from frontdesk.messages import mark
from ui.desk.env import DeskSpec, Env


def make(env: Env) -> QWidget:
    """The desk's page."""
    # Only once the desk is opened: the other desks need none of its windows.
    from ui.petitions.desk import PetitionsDesk

    return PetitionsDesk(env)


DESK: Final = DeskSpec("petitions", mark("Petitions"), "letter", make, ("KN-",))
