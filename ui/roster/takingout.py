"""Taking an entry made in error out of a list: why is asked, what goes with it is said, and Undo puts it back."""

from collections.abc import Callable
from functools import partial
from typing import Any

from frontdesk.messages import _
from ui.desk.doing import do, undo_by
from ui.desk.env import Undo
from ui.desk.panel import Panel


def take_out(panel: Panel, what_happens: str, make: Callable[[str], Any], back: Any) -> None:
    """Do the deed that `make` builds of the reason typed; `back` is what takes it back."""
    why = panel.env.ask.reason(_("Entered in error"), what_happens, _("Take it out"))
    if why is not None:
        do(panel.env, make(why), panel, says=_("It was taken out."), undo=partial(_back, back))


def _back(ask: Any, _row: object) -> Undo:
    return undo_by(ask)
