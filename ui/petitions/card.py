"""One petition: what it is, when the next step is due and why, what may be done now, and all that has happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from frontdesk.errors import DeskError
from frontdesk.messages import _
from frontdesk.petitions import HistoryRow, PetitionRow
from frontdesk.store import AttachmentRow, LinkRow
from ui.desk.env import Env
from ui.parts.errors import explain
from ui.parts.headings import Facts, Heading, Page, Section
from ui.parts.line_of_time import LineOfTime
from ui.parts.notices import Weight
from ui.parts.theme import SPACE
from ui.petitions.cardtools import CardTools
from ui.petitions.facts import facts, outcome
from ui.petitions.files import Files
from ui.petitions.moments import moments
from ui.petitions.related import Related
from ui.petitions.words import sender


@dataclass(frozen=True)
class Whole:
    """A petition with everything around it."""

    row: PetitionRow
    allowed: Sequence[str]
    history: Sequence[HistoryRow]
    files: Sequence[AttachmentRow]
    links: Sequence[LinkRow]


class PetitionPage(QWidget):
    """Shows one petition; `left` asks for the list."""

    left = Signal()

    def __init__(self, env: Env, number: str, owner: QWidget) -> None:
        super().__init__()
        self.setObjectName("petition_page")
        self.env, self.number, self._owner = env, number, owner
        self.row: PetitionRow | None = None
        self._identity = False
        self.heading = Heading(number)
        self.tools = CardTools(env, owner)
        self.facts, self.outcome = Facts(), Facts()
        self.line = LineOfTime("petition.line")
        self.line.link_activated.connect(self._on_link)
        self.files, self.related = Files(env, number), Related(env)
        self._build()
        self.tools.back.connect(self.left)
        self.tools.done.connect(self._on_done)
        self.tools.identity_shown.connect(self._on_identity)

    def reload(self) -> None:
        """Read the petition again."""
        self.env.lane.read(partial(_whole, self.env, self.number), self._on_whole, self._on_failed, self)

    def _build(self) -> None:
        page = Page("petition.page")
        self.outcome_section = Section(_("Answer and satisfaction"))
        self.outcome_section.add(self.outcome)
        history = Section(_("The course of the petition"))
        history.add(self.line)
        left, right = QWidget(), QWidget()
        for side, parts in (
            (left, (self.facts, self.outcome_section)),
            (right, (self.related, self.files, history)),
        ):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACE.m)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
        both = QWidget()
        grid = QGridLayout(both)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * SPACE.xl)
        for at, side in enumerate((left, right)):
            grid.addWidget(side, 0, at)
            grid.setColumnStretch(at, 1)
        page.add(both)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.s)
        top.setSpacing(SPACE.m)
        top.addWidget(self.heading)
        top.addWidget(self.tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(page, 1)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    @Slot(object)
    def _on_whole(self, whole: Whole) -> None:
        first = self.row is None
        row, today = whole.row, self.env.services.store.today
        self.row = row
        self.heading.set_text(f"{row.number} · {sender(row)}", row.summary)
        self.facts.set_facts(facts(row, today, identity=self._identity))
        told = outcome(row)
        self.outcome.set_facts(told)
        self.outcome_section.setVisible(bool(told))
        self.line.set_moments(moments(row, whole.history, today))
        self.files.show_files(whole.files)
        self.related.show_links(whole.links)
        self.tools.show_steps(row, whole.allowed, [file.name for file in whole.files])
        if first:
            self.tools.take_focus()

    @Slot(object)
    def _on_done(self, result: object) -> None:
        notices = getattr(result, "notices", ())
        if len(notices) > 1:
            # What still names a denouncer must be read, not seen passing by.
            self.env.ask.tell(_("What you must look after now"), "\n\n".join(notices))
            return
        for text in notices:
            self.env.notices.say(text, Weight.INFO)

    @Slot(object)
    def _on_identity(self, row: PetitionRow) -> None:
        self._identity = True
        self.facts.set_facts(facts(row, self.env.services.store.today, identity=True))

    @Slot(str)
    def _on_link(self, number: str) -> None:
        self.env.jump(number)

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        explain(error, self.env.ask, self.env.notices)


def _whole(env: Env, number: str) -> Whole:
    """Everything about a petition; runs on the lane."""
    petitions = env.services.petitions
    row = petitions.petition(number)
    return Whole(
        row, petitions.allowed(number), petitions.history(number), petitions.files(number), petitions.related(number)
    )
