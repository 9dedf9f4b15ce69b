"""The session: time and quorum above, one thing at a time below."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from frontdesk.messages import _
from ui.meetings.conclusion import ConclusionSection
from ui.meetings.delegates import quorum_words
from ui.meetings.entry_section import EntrySection
from ui.meetings.kinds import PAPERS, TASK_ENTRIES
from ui.meetings.opinions import OpinionSection
from ui.meetings.outcomes import Outcomes
from ui.meetings.section import Part
from ui.meetings.session.check_in import CheckInPart
from ui.meetings.session.clock import PlanClock
from ui.meetings.subject import Subject
from ui.meetings.votes import VOTES
from ui.parts.form import Form
from ui.parts.headings import Elided, label, restyle
from ui.parts.theme import SPACE, IconButton


class ItemPart(Part):
    """What the item that is on leads to."""

    def __init__(self, subject: Subject, clock: PlanClock) -> None:
        super().__init__(subject, "session_outcomes", _("Outcomes"))
        self._clock = clock
        self._title = label("", "section", name="session_outcomes.item")
        self._outcomes: Outcomes | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        self._column.setSpacing(SPACE.m)
        self._column.addWidget(self._title)
        clock.item_changed.connect(self._on_item)
        self._on_item()

    def show_row(self) -> None:
        """See `Part`."""
        if self._outcomes is None:
            self._on_item()

    def focus_first(self) -> None:
        """See `Part`."""
        if self._outcomes is not None:
            self._outcomes.form.field("text").setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_item(self) -> None:
        item = self._clock.item
        if self._outcomes is not None:
            self._outcomes.form.keep_now()
            self._outcomes.hide()
            self._outcomes.deleteLater()
            self._outcomes = None
        self._title.setText(item.title if item is not None else _("Add the items of the agenda first."))
        if item is not None and item.id is not None:
            self._outcomes = Outcomes(self.subject, item.id)
            self._column.addWidget(self._outcomes, 1)


class SessionScreen(QWidget):
    """Alt+1 to Alt+7 go from one thing to the next, F11 to the next item, Alt+Left back to the meeting."""

    left = Signal()

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self.setObjectName("session")
        self.subject = subject
        subject.setParent(self)
        self._title = Elided("hint", "session.title")
        self._quorum = label("", "section", wraps=False, name="session_quorum")
        self.clock = PlanClock(subject)
        self.leaves = QTabWidget()
        self.leaves.setObjectName("session.leaves")
        self.leaves.setDocumentMode(True)
        self.leaves.tabBar().setAccessibleName(_("In session"))
        self.check_in = CheckInPart(subject)
        self.opinions = OpinionSection(subject, in_session=True)
        self.votes = EntrySection(subject, VOTES, in_session=True)
        self.papers = EntrySection(subject, PAPERS, in_session=True)
        self.outcomes = ItemPart(subject, self.clock)
        self.tasks = EntrySection(subject, TASK_ENTRIES, in_session=True)
        self.conclusion = ConclusionSection(subject)
        self._parts: tuple[Part, ...] = (
            self.check_in, self.papers, self.opinions, self.votes, self.outcomes, self.tasks, self.conclusion,
        )  # fmt: skip
        for at, part in enumerate(self._parts, 1):
            self.leaves.addTab(part, f"{at} {part.title}")
            self.leaves.setTabToolTip(at - 1, f"Alt+{at}")
            shortcut = QShortcut(QKeySequence(f"Alt+{at}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setProperty("leaf", at - 1)
            shortcut.activated.connect(self._on_leaf_key)
        self._build()
        subject.changed.connect(self.show_row)
        self.show_row()

    def _build(self) -> None:
        back = IconButton("previous", _("Back to the meeting (Alt+Left)"), "session.back")
        back.setProperty("role", "flat")
        back.clicked.connect(self.left)
        keys = QShortcut(QKeySequence("Alt+Left"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.left)
        top = QHBoxLayout()
        top.setSpacing(SPACE.m)
        top.addWidget(back)
        top.addWidget(self._title, 1)
        top.addWidget(self._quorum)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.l, SPACE.m, SPACE.xl, 0)
        head.setSpacing(SPACE.s)
        head.addLayout(top)
        head.addWidget(self.clock)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE.m)
        column.setSpacing(SPACE.s)
        column.addLayout(head)
        column.addWidget(self.leaves, 1)

    @property
    def part(self) -> Part:
        """What is in front."""
        return self._parts[self.leaves.currentIndex()]

    def focus_first(self) -> None:
        """Begin with the check-in, or with the opinions once everybody is marked."""
        rows = self.subject.row.delegates
        done = bool(rows) and all(row.present is not None for row in rows)
        self.leaves.setCurrentWidget(self.opinions if done else self.check_in)
        self.part.focus_first()

    def unsaved(self) -> bool:
        """Whether a form holds something unsaved."""
        return any(form.dirty for form in self.findChildren(Form))

    @Slot()
    def show_row(self) -> None:
        """Show title and quorum as they stand."""
        self._title.set_text(self.subject.row.title)
        words, tone = quorum_words(self.subject)
        self._quorum.setText(words)
        restyle(self._quorum, "tone", tone.value)

    @Slot()
    def _on_leaf_key(self) -> None:
        self.leaves.setCurrentIndex(int(self.sender().property("leaf")))
        self.part.focus_first()
