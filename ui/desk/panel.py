"""What the parts of a desk share: they read on the lane, and again when their topics have news."""

from collections.abc import Callable, Collection
from typing import Any, Final, TypeVar

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.errors import DeskError
from ui.desk.env import Env
from ui.parts.errors import explain
from ui.parts.lane import Job
from ui.parts.theme import SPACE

T = TypeVar("T")
GATHER_MS: Final = 30


class Panel(QWidget):
    """One part of a desk. It reads when it is first seen, on F5, and when rows of `topics` have changed.

    News that come together make one reload; news for a part out of sight wait until it is seen.
    """

    title_changed = Signal()
    help_page = ""

    def __init__(self, env: Env, name: str, topics: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.env = env
        self.title = ""
        self._topics = frozenset(topics)
        self._stale = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(GATHER_MS)
        self._soon.timeout.connect(self._on_soon)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.m)
        self.column.setSpacing(SPACE.m)
        env.relay.changed.connect(self._on_news)

    def reload(self) -> None:
        """Read everything again."""
        raise NotImplementedError

    def begin_new(self) -> None:
        """Ctrl+N here; nothing where nothing new can be made."""

    def search(self, text: str) -> None:
        """Ctrl+F here."""

    def print_current(self) -> None:
        """Ctrl+P here."""

    def may_leave(self) -> bool:
        """Whether nothing unsaved would be lost."""
        return True

    def read(self, work: Callable[[], T], done: Callable[[T], object]) -> Job:
        """Read on the lane; an error is told as a notice."""
        return self.env.lane.read(work, done, self.on_failed, self)

    @Slot(object)
    def on_failed(self, error: DeskError) -> None:
        """Tell what went wrong."""
        explain(error, self.env.ask, self.env.notices)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's name: read what has changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.reload()

    @Slot(str, object)
    def _on_news(self, topic: str, _ids: Any) -> None:
        if topic in self._topics:
            self._soon.start()

    @Slot()
    def _on_soon(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._stale = True
