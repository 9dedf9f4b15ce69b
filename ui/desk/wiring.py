"""What `main` hands to the window: the desks there are, and where help comes from."""

from collections.abc import Callable
from dataclasses import dataclass

from ui.desk.env import DeskSpec, Env


@dataclass(frozen=True)
class Wiring:
    """The desks in the order of the list at the left, and what opens a help page; None while there is no help."""

    desks: tuple[DeskSpec, ...]
    help: Callable[[Env, str], object] | None = None
