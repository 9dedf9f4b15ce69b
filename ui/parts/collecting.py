"""Python's garbage collector, kept to the window's own thread.

Python collects in whichever thread happens to allocate. A widget that goes in a worker's thread takes Qt down with
it, so the automatic collection is off while there are windows, and a timer collects where widgets may go.
"""

import gc
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS: Final = 250
"""Often, for what a long work allocates between two collections is what the window waits for."""


class Collector(QObject):
    """Collects from time to time in the thread it was made in; `end` gives Python its own way back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._is_busy = False
        # The program's own modules never become garbage; walking them each time takes most of the time.
        gc.collect()
        gc.freeze()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @Slot(object)
    def heed(self, jobs: Sequence[object]) -> None:
        """Leave the older generations alone while a worker has `jobs`: what it builds up is no garbage yet."""
        self._is_busy = bool(jobs)

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python itself would."""
        counts = gc.get_count()
        for generation in (0,) if self._is_busy else (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def end(self) -> None:
        """Stop, and let Python collect by itself again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
