"""The desk "Hội nghị": meetings from the invitation to the answer."""

from typing import Final

from PySide6.QtWidgets import QWidget

from frontdesk.messages import mark
from ui.desk.env import DeskSpec, Env


def make(env: Env) -> QWidget:
    """The desk's page."""
    # Only once the desk is opened: the other desks need none of its windows.
    from ui.meetings.page import MeetingsPage

    return MeetingsPage(env)


DESK: Final = DeskSpec("meetings", mark("Meetings"), "meeting", make, ("HN-",))
