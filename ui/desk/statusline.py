"""The line at the foot of the window: whose office, who is signed in, how old the last backup is, what goes on."""

from datetime import date, datetime
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QStatusBar, QWidget

from frontdesk.messages import _, n_
from frontdesk.store import ROLE_TITLES, Role, Session
from ui.parts.colours import Tone
from ui.parts.headings import label, restyle
from ui.parts.lane import Job
from ui.parts.progress import Progress
from ui.parts.theme import SPACE

OLD_DAYS: Final = 1
VERY_OLD_DAYS: Final = 7


def who(session: Session) -> str:
    """The user and what they may do: "Lê Ngọc Thảo (thư ký, kế toán)"."""
    roles = ", ".join(_(ROLE_TITLES[role]) for role in Role if role in session.roles)
    return f"{session.user} ({roles})" if roles else session.user


def age(made: datetime | None, today: date) -> tuple[str, Tone]:
    """How old the last good backup is, and how much that should worry."""
    if made is None:
        return _("No backup yet"), Tone.BAD
    days = (today - made.date()).days
    if days <= 0:
        return _("Backup: today {time}").format(time=f"{made:%H:%M}"), Tone.GOOD
    words = n_("Backup: yesterday", "Backup: {days} days ago", days).format(days=days)
    return words, Tone.BAD if days > VERY_OLD_DAYS else Tone.WARN if days > OLD_DAYS else Tone.MUTED


class StatusLine(QStatusBar):
    """Shows it. The backup's age is a button that makes one."""

    backup_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setSizeGripEnabled(False)
        self.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
        self._office = label("", "hint", wraps=False, name="status.office")
        self._user = label("", "hint", wraps=False, name="status.user")
        self._reading = label("·  " + _("Read-only"), "hint", wraps=False, name="status.read_only")
        self._reading.setProperty("tone", Tone.WARN.value)
        self._reading.hide()
        self.backup = QPushButton(_("Backup"))
        self.backup.setObjectName("status.backup")
        self.backup.setProperty("role", "status")
        self.backup.setToolTip(_("Make a backup now"))
        self.backup.clicked.connect(self.backup_asked)
        self.progress = Progress()
        for words in (self._office, self._user, self._reading):
            self.addWidget(words)
        self.addPermanentWidget(self.progress)
        self.addPermanentWidget(self.backup)
        self._watched: Job | None = None

    def tell(self, office: str, session: Session, *, read_only: bool) -> None:
        """Whose office, and who is signed in."""
        self._office.setText(office)
        self._user.setText(f"·  {who(session)}")
        self._reading.setVisible(read_only)
        self.backup.setVisible(not read_only)

    def show_age(self, made: datetime | None, today: date) -> None:
        """When the last good backup was made, None for never."""
        words, tone = age(made, today)
        self.backup.setText(words)
        self.backup.setAccessibleName(f"{words}. {self.backup.toolTip()}")
        restyle(self.backup, "tone", tone.value)

    @Slot(object)
    def show_work(self, jobs: tuple[Job, ...]) -> None:
        """Watch the oldest work under way that has something to say."""
        if jobs and jobs[0] is not self._watched:
            self._watched = jobs[0]
            self.progress.watch(jobs[0])
        elif not jobs:
            self._watched = None
