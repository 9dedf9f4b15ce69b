"""What the program is doing, how far it is, and a way to stop it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from frontdesk.messages import _
from ui.parts.headings import Elided
from ui.parts.lane import Job
from ui.parts.theme import SPACE


class Progress(QWidget):
    """One line: the job's sentence, a bar, cancel. Hidden while nothing is watched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self.setObjectName("progress")
        self._says = Elided("hint", "progress.says")
        self._bar = QProgressBar()
        self._bar.setObjectName("progress.bar")
        self._bar.setTextVisible(False)
        self._bar.setMinimumWidth(10 * SPACE.m)
        self._cancel = QPushButton(_("Stop"))
        self._cancel.setObjectName("progress.cancel")
        self._cancel.setAccessibleName(_("Stop the work under way"))
        self._cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(self._says)
        row.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._cancel)
        self.hide()

    def watch(self, job: Job, *, stops: bool = True) -> None:
        """Show this job until it ends; `stops`: whether the person may stop it."""
        self._job = job
        self._says.set_text(job.says)
        self._bar.setAccessibleName(job.says)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self._cancel.setVisible(stops)
        job.progressed.connect(self._on_progress)
        job.ended.connect(self._on_ended)
        self.show()

    @Slot(int, int)
    def _on_progress(self, done: int, total: int) -> None:
        if self.sender() is self._job:
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    @Slot()
    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._cancel.setEnabled(False)
            self._says.set_text(_("Stopping…"))

    @Slot(str)
    def _on_ended(self, _outcome: str) -> None:
        if self.sender() is self._job:
            self._job = None
            self.hide()
