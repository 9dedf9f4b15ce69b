import threading
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from ui.parts.relay import Relay


@dataclass(frozen=True)
class News:
    topic: str
    ids: frozenset[int]


class Window(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, object, bool]] = []

    @Slot(str, object)
    def on_changed(self, topic: str, ids: object) -> None:
        self.heard.append((topic, ids, QThread.currentThread() is self.thread()))


def test_news_from_a_worker_arrives_in_the_windows_thread_with_ids_past_32_bits(qtbot: QtBot) -> None:
    relay, window = Relay(), Window()
    relay.changed.connect(window.on_changed)
    worker = threading.Thread(target=relay.hear, args=(News("meetings", frozenset({2**40, 7})),))
    with qtbot.waitSignal(relay.changed):
        worker.start()
    worker.join()
    assert window.heard == [("meetings", (7, 2**40), True)]
