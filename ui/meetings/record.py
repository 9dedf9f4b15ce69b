"""The window of one meeting: its parts at the left, the one chosen beside them."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from frontdesk.meetings import AddOpinion, Follow, Kind, MeetingRow, Status, TakeUp
from frontdesk.messages import _, mark
from ui.meetings.agenda import AgendaSection
from ui.meetings.buttons import button
from ui.meetings.conclusion import ConclusionSection
from ui.meetings.delegates import DelegatesSection
from ui.meetings.entry_section import EntrySection
from ui.meetings.general import GeneralSection
from ui.meetings.invitations import InvitationsSection
from ui.meetings.kinds import PAPERS, TASK_ENTRIES
from ui.meetings.minutes import MinutesSection
from ui.meetings.news import NewsSection
from ui.meetings.opinions import OpinionSection
from ui.meetings.section import Part
from ui.meetings.subject import Subject
from ui.meetings.supervision import SupervisionSection
from ui.meetings.votes import VOTES
from ui.meetings.words import KINDS, STATUSES, moment_words
from ui.parts.form import Form
from ui.parts.headings import Elided
from ui.parts.theme import SPACE, IconButton

SECTIONS: Final[dict[str, tuple[str, Callable[[Subject], Part], Callable[[MeetingRow], int]]]] = {
    "general": (mark("General"), GeneralSection, lambda _row: 0),
    "delegates": (mark("Delegates"), DelegatesSection, lambda row: len(row.delegates)),
    "invitations": (mark("Invitations"), InvitationsSection, lambda _row: 0),
    "agenda": (mark("Agenda"), AgendaSection, lambda row: len(row.agenda)),
    "papers": (mark("Papers read"), lambda subject: EntrySection(subject, PAPERS), lambda row: len(row.papers)),
    "opinions": (mark("Opinions"), OpinionSection, lambda row: len(row.opinions)),
    "votes": (mark("Votes"), lambda subject: EntrySection(subject, VOTES), lambda row: len(row.votes)),
    "conclusion": (mark("Conclusion"), ConclusionSection, lambda row: len(row.conclusion)),
    "tasks": (mark("Tasks"), lambda subject: EntrySection(subject, TASK_ENTRIES), lambda row: len(row.tasks)),
    "minutes": (mark("Minutes and papers"), MinutesSection, lambda _row: 0),
    "news": (mark("News item"), NewsSection, lambda row: len(row.publications)),
    "supervision": (mark("Supervision"), SupervisionSection, lambda row: len(row.recommendations)),
}
"""The parts in their order: title, what makes it, how many entries it has (0: not said)."""

DRAFT_PLACES: Final = {
    "site": "general", "delegate": "delegates", "presence": "delegates", "reply": "delegates", "item": "agenda",
    "outcome": "agenda", "paper": "papers", "opinion": "opinions", "vote": "votes", "task": "tasks",
    "publication": "news", "plan": "supervision", "member": "supervision", "visit": "supervision",
    "recommendation": "supervision", "answer": "supervision",
}  # fmt: skip
"""In which part a draft belongs, by the word after the meeting's number in its key."""

_SUPERVISED: Final = (Kind.SUPERVISION, Kind.SOCIAL_CRITICISM)


class MeetingRecord(QWidget):
    """A meeting open at one of its parts. Alt+Left goes back to the list."""

    left = Signal()
    session_asked = Signal()
    next_asked = Signal(str)
    """The next meeting of the series of this number is wanted."""
    title_changed = Signal()

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self.setObjectName("meeting")
        self.subject = subject
        subject.setParent(self)
        self._title = Elided("title", "meeting.title")
        self._detail = Elided("hint", "meeting.detail")
        self.sections = QListWidget()
        self.sections.setObjectName("meeting.sections")
        self.sections.setAccessibleName(_("Parts of the meeting"))
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._names: list[str] = []
        self._made: dict[str, Part] = {}
        self.stack = QStackedWidget()
        self.stack.setObjectName("meeting.parts")
        back = IconButton("previous", _("Back to the list (Alt+Left)"), "meeting.back")
        back.setProperty("role", "flat")
        back.clicked.connect(self.left)
        QShortcut(
            QKeySequence("Alt+Left"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        ).activated.connect(self.left)
        self.session = button(_("In &session"), "meeting.session", self.session_asked, main=True)
        self.following = button(_("&Next of the series…"), "meeting.next", self._on_next)
        self.take_up = button(_("&Take up again"), "meeting.take_up", self._on_take_up)
        self._build(back)
        subject.changed.connect(self.show_row)
        self.sections.currentRowChanged.connect(self._on_section)
        self.show_row()
        self.open_section("general" if subject.is_open else "minutes")

    def _build(self, back: IconButton) -> None:
        words = QVBoxLayout()
        words.setSpacing(SPACE.xs)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        top = QHBoxLayout()
        top.setContentsMargins(SPACE.l, SPACE.l, SPACE.xl, SPACE.s)
        top.setSpacing(SPACE.m)
        top.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        for each in (self.take_up, self.following, self.session):
            top.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE.l, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sections)
        row.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE.m)
        column.setSpacing(SPACE.s)
        column.addLayout(top)
        column.addLayout(row, 1)

    @property
    def part(self) -> Part:
        """The part now open."""
        return self._made[self._names[self.sections.currentRow()]]

    @Slot()
    def show_row(self) -> None:
        """Show the meeting as it stands."""
        row = self.subject.row
        status = Status(row.status or Status.DRAFT)
        self._title.set_text(row.title)
        paper = f" {row.paper_number}" if row.final and row.paper_number else ""
        detail = (
            row.number or "",
            _(KINDS[row.kind]),
            moment_words(row.starts),
            row.place,
            _(STATUSES[status]) + paper,
        )
        self._detail.set_text(" · ".join(part for part in detail if part))
        self.session.setVisible(self.subject.may(AddOpinion))
        self.following.setVisible(self.subject.may(Follow))
        self.take_up.setVisible(self.subject.may(TakeUp) and status is Status.WITHDRAWN)
        self._list_sections(row)
        self.title_changed.emit()

    def _list_sections(self, row: MeetingRow) -> None:
        names = [name for name in SECTIONS if name != "supervision" or row.kind in _SUPERVISED or row.subject]
        if names != self._names:
            current = self._names[self.sections.currentRow()] if self._names else names[0]
            self._names = names
            self.sections.blockSignals(True)
            self.sections.clear()
            for name in names:
                self.sections.addItem(QListWidgetItem(_(SECTIONS[name][0])))
            self.sections.setCurrentRow(names.index(current) if current in names else 0)
            self.sections.blockSignals(False)
        for at, name in enumerate(names):
            title, _make, count = SECTIONS[name]
            entries = count(row)
            self.sections.item(at).setText(f"{_(title)}  {entries}" if entries else _(title))
        self._fit()

    def _fit(self) -> None:
        letters = self.sections.fontMetrics()
        wide = max(letters.horizontalAdvance(self.sections.item(at).text()) for at in range(self.sections.count()))
        self.sections.setFixedWidth(wide + 2 * SPACE.l)
        self.sections.scheduleDelayedItemsLayout()

    def changeEvent(self, event: object) -> None:
        """Qt's name: the list of parts as wide as its words."""
        super().changeEvent(event)  # type: ignore[arg-type]
        if hasattr(self, "_names") and self._names:
            self._fit()

    def open_section(self, name: str) -> Part:
        """Bring a part to the front."""
        at = self._names.index(name) if name in self._names else 0
        if self.sections.currentRow() == at:
            self._on_section(at)
        else:
            self.sections.setCurrentRow(at)
        return self.part

    def open_draft(self, words: str) -> None:
        """Go to the form whose draft has these words after the number: "opinion", "opinion 5"."""
        name, _blank, which = words.partition(" ")
        part = self.open_section(DRAFT_PLACES.get(name, name))
        if which.isdigit() and isinstance(part, EntrySection):
            rows = part.kind.rows(self.subject)
            if 0 < int(which) <= len(rows):
                part.edit(rows[int(which) - 1])
        elif which.isdigit() and isinstance(part, DelegatesSection) and int(which) <= len(self.subject.row.delegates):
            part.edit(self.subject.row.delegates[int(which) - 1].id or 0)

    def unsaved(self) -> bool:
        """Whether a form in any part holds something unsaved."""
        return any(form.dirty for form in self.findChildren(Form))

    @Slot(int)
    def _on_section(self, at: int) -> None:
        name = self._names[at]
        if name not in self._made:
            part = SECTIONS[name][1](self.subject)
            self._made[name] = part
            self.stack.addWidget(part)
        self.stack.setCurrentWidget(self._made[name])

    @Slot()
    def _on_next(self) -> None:
        self.next_asked.emit(self.subject.number)

    @Slot()
    def _on_take_up(self) -> None:
        self.subject.do(TakeUp(self.subject.number), self, says=_("The meeting stands again."))
