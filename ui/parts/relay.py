"""News of changed rows, from the thread that committed them to every open window."""

from collections.abc import Collection
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Heard(Protocol):
    """What the store tells: the topic of the rows and their ids."""

    @property
    def topic(self) -> str:
        """Which windows it concerns."""

    @property
    def ids(self) -> Collection[int]:
        """The rows touched."""


class Relay(QObject):
    """Passes the store's news on into the window's thread.

    Give `hear` to `Store.listen`; windows connect to `changed` and reload when the topic is theirs.
    """

    changed = Signal(str, object)
    """Topic, and the ids in order (`tuple[int, ...]`; as `object`, since a Qt int has 32 bits)."""
    _heard = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def hear(self, news: Heard) -> None:
        """Take news from any thread; returns at once."""
        self._heard.emit(news.topic, tuple(sorted(news.ids)))

    @Slot(str, object)
    def _pass_on(self, topic: str, ids: tuple[int, ...]) -> None:
        self.changed.emit(topic, ids)
