"""A window with everything a desk is given, over an office of the test's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMainWindow, QWidget

from frontdesk.commands.services import Services
from frontdesk.office import PaperAsk
from ui.desk.env import Env
from ui.parts.ask import Ask
from ui.parts.lane import Lane
from ui.parts.notices import Notices
from ui.parts.relay import Relay
from ui.parts.theme import Theme

SCREEN = QSize(1366, 768)


class Kept(dict[str, Any]):
    """Arrangements, in memory."""

    def put(self, key: str, value: Any) -> None:
        self[key] = value


@dataclass
class Stage:
    """The environment, the window a page stands in, and what the page asked to be opened."""

    env: Env
    window: QMainWindow
    papers: list[tuple[str, PaperAsk]] = field(default_factory=list)
    jumps: list[str] = field(default_factory=list)
    helps: list[str] = field(default_factory=list)
    restores: list[tuple[Path, str]] = field(default_factory=list)

    def show(self, page: QWidget) -> None:
        """Show a page as the shell does."""
        self.window.setCentralWidget(page)
        self.window.resize(SCREEN)
        self.window.show()


def instead(env: Env, **slices: object) -> Env:
    """The same, with other services in the place of some slices'."""
    services = copy(env.services)
    vars(services).update(slices)
    return replace(env, services=services)


@contextmanager
def staged(services: Services, theme: Theme, ask: Ask) -> Iterator[Stage]:
    """A stage whose lanes end with it, before the office is closed."""
    window = QMainWindow()
    window.setObjectName("stage")
    relay = Relay(window)
    services.store.listen(relay.hear)
    lane = Lane(window, on_stop=services.store.release_thread)
    papers: list[tuple[str, PaperAsk]] = []
    jumps: list[str] = []
    helps: list[str] = []
    restores: list[tuple[Path, str]] = []
    env = Env(
        services=services,
        lane=lane,
        relay=relay,
        ask=ask,
        notices=Notices(window),
        theme=theme,
        state=Kept(),
        show_paper=lambda kind, wanted: papers.append((kind, wanted)),
        jump=jumps.append,
        help_for=helps.append,
        restore=lambda backup, passphrase: restores.append((backup, passphrase)),
    )
    yield Stage(env, window, papers, jumps, helps, restores)
    lane.close()
    window.close()
