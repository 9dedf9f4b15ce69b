"""Between two sign-ins: the office is closed, and a backup takes its place."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.errors import DeskError
from frontdesk.messages import _
from frontdesk.store import Clock, restore_office
from ui.parts.headings import Heading
from ui.parts.lane import Job, Lane
from ui.parts.progress import Progress
from ui.parts.theme import SPACE

WIDE_LETTERS: Final = 66


class ComingBack(QWidget):
    """Says what is going on until the backup is in place, or why it is not; cannot be closed meanwhile."""

    done = Signal()
    failed = Signal(object)
    """The `DeskError`; everything is as it was."""
    broken = Signal()
    """The program has a fault, whose report stands in front."""

    def __init__(self, lane: Lane) -> None:
        super().__init__()
        self.setObjectName("coming_back")
        self.setWindowTitle(_("Restore a backup"))
        self._lane = lane
        self._is_done = False
        self.progress = Progress()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        what = _("What is here now is saved first; then the backup is put in its place. Leave the computer on.")
        column.addWidget(Heading(_("The backup is being restored"), what))
        column.addWidget(self.progress)
        self.resize(self.fontMetrics().averageCharWidth() * WIDE_LETTERS, self.sizeHint().height())

    def begin(self, folder: Path, backup: Path, user: str, passphrase: str, clock: Clock) -> None:
        """Put `backup` in the place of the office in `folder`."""
        job = Job(_("Checking and restoring the backup…"))
        self.progress.watch(job, stops=False)
        work = partial(restore_office, folder, backup, user, passphrase, clock)
        self._lane.submit(work, self._on_done, self._on_failed, self, job).ended.connect(self._on_ended)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's name: half a restore is none."""
        if self._is_done:
            super().closeEvent(event)
        else:
            event.ignore()

    @Slot(object)
    def _on_done(self, _nothing: object) -> None:
        self._is_done = True
        self.done.emit()

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        self._is_done = True
        self.failed.emit(error)

    @Slot()
    def _on_ended(self) -> None:
        if not self._is_done:
            self._is_done = True
            self.broken.emit()
