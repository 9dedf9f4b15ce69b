"""The daily backup: made on the reading worker while one works, its age always on the screen."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from frontdesk.errors import DeskError
from frontdesk.messages import _
from frontdesk.office import DAILY_BACKUP
from frontdesk.store import BackupRow
from ui.parts.lane import Job
from ui.parts.notices import Weight

if TYPE_CHECKING:
    from ui.desk.framing import House
    from ui.desk.shell import Shell

LOOK_EVERY_MS: Final = 30 * 60 * 1000


class BackupRound(QObject):
    """Looks at the backups on starting and every half hour; makes one when today has none."""

    made = Signal(object)
    """The `BackupRow` of a backup that passed its check."""

    def __init__(self, house: "House", shell: "Shell") -> None:
        super().__init__(shell)
        self._house, self._shell = house, shell
        self._store = house.services.store
        self._newest: datetime | None = None
        self._is_asked = False
        self._is_busy = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look now, and from time to time."""
        self.look()
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """See how old the last backup is, and make one if it is not today's."""
        self._house.lane.read(self._store.backups, self._on_looked, self._on_failed, self)

    @Slot()
    def make(self) -> None:
        """Make a backup because the person asked for one."""
        self._is_asked = True
        self._make()

    def _make(self) -> None:
        if self._is_busy or self._store.read_only:
            return
        self._is_busy = True
        now = self._store.clock.now()
        # The full check once a week: with the first backup of it.
        thorough = self._newest is None or self._newest.isocalendar()[:2] != now.isocalendar()[:2]
        job = Job(_("Making a backup…"))

        def work() -> BackupRow:
            return self._store.back_up(thorough=thorough)

        self._house.lane.read(work, self._on_made, self._on_failed, self, job)

    @Slot(object)
    def _on_looked(self, found: list[BackupRow]) -> None:
        self._newest = found[0].manifest.made if found else None
        self._shell.show_age(self._newest)
        is_old = self._newest is None or self._newest.date() < self._store.today
        if is_old and not self._store.read_only and self._house.services.office.setting(DAILY_BACKUP):
            self._make()

    @Slot(object)
    def _on_made(self, row: BackupRow) -> None:
        self._is_busy = False
        self._newest = row.manifest.made
        self._shell.show_age(self._newest)
        if self._is_asked:
            self._is_asked = False
            self._shell.env.notices.say(_("The backup is made and checked."))
        self.made.emit(row)

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        self._is_busy = self._is_asked = False
        self._shell.show_age(self._newest)
        self._shell.env.notices.say(_("No backup was made. {why}").format(why=error), Weight.WARN)
