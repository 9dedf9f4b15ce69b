"""What an empty list of merits offers."""

from typing import Any

from frontdesk.messages import _
from ui.desk.doing import may
from ui.desk.env import Env
from ui.parts.rowtable import Empty


def first_of(env: Env, takes: type[Any], title: str, advice: str) -> Empty:
    """The words of an empty list, and the button that enters the first row where the role may."""
    return Empty(title, advice, _("Enter the first…") if may(env, takes) else "")
