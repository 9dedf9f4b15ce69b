"""News of changed rows, from the thread that committed them to every open window."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Relay(QObject):
    """Passes the store's news on into the window's thread.

    Give `hear` to the store as its listener; windows connect to `changed` and reload when the topic is theirs.
    """

    changed = Signal(str, object)
    """Topic and ids of the rows (`tuple[int, ...]`; as `object`, for ids pass 32 bits)."""
    _heard = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def hear(self, topic: str, ids: Sequence[int]) -> None:
        """Take news from any thread; returns at once."""
        self._heard.emit(topic, tuple(ids))

    @Slot(str, object)
    def _pass_on(self, topic: str, ids: tuple[int, ...]) -> None:
        self.changed.emit(topic, ids)
