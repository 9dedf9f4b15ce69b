"""The clock against the plan: which item is on, since when, and how far behind."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from frontdesk.meetings import AgendaRow, minutes_behind
from frontdesk.messages import _, n_
from ui.meetings.subject import Subject
from ui.parts.colours import Tone
from ui.parts.headings import Elided, label, restyle
from ui.parts.theme import SPACE, IconButton

TICK_MS: Final = 5_000


class PlanClock(QWidget):
    """The item that is on. F11 begins the next one; where one stands is remembered for the day."""

    item_changed = Signal()

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self.setObjectName("plan_clock")
        self._subject = subject
        self._key = f"session.{subject.number}"
        kept = subject.env.state.get(self._key)
        kept = kept if isinstance(kept, dict) else {}
        self._item_id: int | None = kept.get("item")
        self._begun: datetime | None = datetime.fromisoformat(kept["begun"]) if kept.get("begun") else None
        self._now = label("", "title", wraps=False, name="session.now")
        self._what = Elided("section", "session.item")
        self._late = label("", "value", wraps=False, name="session.late")
        self._before = IconButton("previous", _("Item before"), "session.before")
        self._next = QPushButton(_("Next item (F11)"))
        self._next.setObjectName("session.next")
        self._next.setShortcut("F11")
        self._before.clicked.connect(self._on_before)
        self._next.clicked.connect(self._on_next)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(self._now)
        row.addWidget(self._what, 1)
        row.addWidget(self._late)
        row.addWidget(self._before)
        row.addWidget(self._next)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tell)
        self._timer.start()
        subject.changed.connect(self.tell)
        self.tell()

    @property
    def item(self) -> AgendaRow | None:
        """The item that is on: the one begun, else the first."""
        rows = self._subject.row.agenda
        return next((row for row in rows if row.id == self._item_id), rows[0] if rows else None)

    @Slot()
    def tell(self) -> None:
        """Show the time and the item."""
        now, item = self._subject.now, self.item
        self._subject.go_to_item(item.id if item is not None else None)
        self._now.setText(f"{now:%H:%M}")
        rows = self._subject.row.agenda
        at = rows.index(item) if item is not None else 0
        self._before.setEnabled(at > 0)
        self._next.setEnabled(at + 1 < len(rows))
        if item is None:
            self._what.set_text(_("No agenda"))
            self._late.setText("")
            return
        words = _("{place}/{count} {title}")
        self._what.set_text(words.format(place=at + 1, count=len(rows), title=item.title))
        said, tone = late_words(item, self._begun, now)
        self._late.setText(said)
        restyle(self._late, "tone", tone.value)

    @Slot()
    def _on_before(self) -> None:
        self._go(-1)

    @Slot()
    def _on_next(self) -> None:
        self._go(1)

    def _go(self, by: int) -> None:
        rows, item = self._subject.row.agenda, self.item
        if item is None or not 0 <= rows.index(item) + by < len(rows):
            return
        self._item_id, self._begun = rows[rows.index(item) + by].id, self._subject.now
        self._subject.env.state.put(self._key, {"item": self._item_id, "begun": self._begun.isoformat()})
        self.tell()
        self.item_changed.emit()


def late_words(item: AgendaRow, begun: datetime | None, now: datetime) -> tuple[str, Tone]:
    """How the item stands against its plan: over its time, begun late or early, or on time."""
    if item.at is None:
        return "", Tone.MUTED
    planned_end = datetime.combine(now.date(), item.at) + timedelta(minutes=item.minutes or 0)
    over = int((now - planned_end).total_seconds()) // 60
    if item.minutes and over > 0:
        return n_("{minutes} minute over", "{minutes} minutes over", over).format(minutes=over), Tone.WARN
    behind = minutes_behind(item, begun.time()) if begun is not None else None
    if behind is not None and behind > 0:
        words = n_("begun {minutes} minute late", "begun {minutes} minutes late", behind)
        return words.format(minutes=behind), Tone.WARN
    if behind is not None and behind < 0:
        words = n_("begun {minutes} minute early", "begun {minutes} minutes early", -behind)
        return words.format(minutes=-behind), Tone.GOOD
    return _("until {end}").format(end=f"{planned_end:%H:%M}"), Tone.MUTED
