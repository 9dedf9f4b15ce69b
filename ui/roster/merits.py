"""Training, commendations, good models and study visits: four lists beside one another."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTabWidget

from frontdesk.messages import _, mark, n_
from frontdesk.roster import (
    Attend,
    Commend,
    CommendationRow,
    CourseRow,
    EditCourse,
    HoldCourse,
    ReinstateCommendation,
    ReinstateCourse,
    TurnRow,
    WithdrawCommendation,
    WithdrawCourse,
    WithdrawTurn,
)
from ui.desk.doing import do, may, undo_by
from ui.desk.env import Env, Undo
from ui.desk.panel import Panel
from ui.desk.records import RecordPanel
from ui.parts.menus import Entry
from ui.parts.smalltable import SmallTable
from ui.parts.table import Column
from ui.parts.theme import SPACE
from ui.roster import meritforms as forms
from ui.roster.firsts import first_of
from ui.roster.modelpanels import ModelsPanel, VisitsPanel
from ui.roster.papers import ask_paper
from ui.roster.takingout import take_out
from ui.roster.words import LEVEL_TITLES, day, span, word

_CHOOSE: Final = mark("Choose a course to see who took part.")


class CoursesPanel(RecordPanel[CourseRow]):
    """The courses, below them who took part in the selected one."""

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "roster.courses",
            _("Training courses"),
            ("training", "roster"),
            (
                Column("since", _("Day"), 20, text=lambda row: _days(row)),
                Column("title", _("Course"), 0),
                Column("organiser", _("Held by"), 18),
                Column("place", _("Place"), 12),
                Column("turns", _("Took part"), 8, "right"),
            ),
            searched=lambda row: f"{row.title} {row.organiser or ''} {row.place or ''}",
            empty=first_of(env, HoldCourse, _("No course yet"), _("Enter the first course, then who took part.")),
        )
        self.turns: SmallTable[TurnRow] = SmallTable(
            "courses.turns",
            _("Who took part"),
            (Column("number", _("Number"), 9), Column("name", _("Full name"), 0), Column("result", _("Result"), 24)),
            empty=_(_CHOOSE),
            row_id=hash,
        )
        self.turns.opened.connect(self._on_turn)
        self.column.addWidget(self.turns)
        self.buttons = self.add_buttons(
            (
                Entry(_("Enter a course…"), self.begin_new, may(env, HoldCourse), "courses.new", "main"),
                Entry(_("Correct…"), self.on_opened, may(env, EditCourse), "courses.edit"),
                Entry(_("Enter who took part…"), self._attend, may(env, Attend), "courses.attend"),
                Entry(_("Did not take part"), self._withdraw_turn, may(env, WithdrawTurn), "courses.withdraw_turn"),
                Entry(_("Entered in error…"), self._withdraw, may(env, WithdrawCourse), "courses.withdraw"),
                Entry(_("Print…"), self.print_current, name="courses.print"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[CourseRow]:
        """See `RecordPanel`."""
        return self.env.services.roster.courses()

    @Slot()
    def begin_new(self) -> None:
        """A course."""
        if may(self.env, HoldCourse):
            forms.course(self.env, None, self).begin()

    @Slot()
    def on_opened(self) -> None:
        """Correct the course."""
        row = self.current()
        if row is not None and may(self.env, EditCourse):
            forms.course(self.env, row, self).begin()

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        row = self.current()
        self.buttons.enable(row is not None, "courses.new", "courses.print")
        if row is None:
            self.turns.set_rows((), empty=_(_CHOOSE))
        else:
            self.read(partial(self.env.services.roster.turns_of, row.id), self._on_turns)

    @Slot()
    def print_current(self) -> None:
        """See `Panel`."""
        ask_paper(self.env, "training", self)

    @Slot(object)
    def _on_turns(self, turns: Sequence[TurnRow]) -> None:
        self.turns.set_rows(turns, empty=_("Nobody is entered for this course yet."))

    @Slot()
    def _attend(self) -> None:
        row = self.current()
        if row is not None:
            forms.attend(self.env, row, self).begin()

    @Slot()
    def _withdraw_turn(self) -> None:
        row, turn = self.current(), self.turns.current()
        if row is not None and turn is not None:
            back = Attend(row.title, (turn.number,), turn.result, row.since)
            ask = WithdrawTurn(row.title, turn.number, row.since)
            do(self.env, ask, self, says=_("Taken off the course."), undo=partial(_undo, back))

    @Slot()
    def _withdraw(self) -> None:
        row = self.current()
        if row is None:
            return
        what = _("“{course}” leaves every list and paper. Say why.").format(course=row.title)
        if row.turns:
            what = n_(
                "“{course}” leaves every list and paper, and the card of the one person who took part. Say why.",
                "“{course}” leaves every list and paper, and the cards of the {count} people who took part. Say why.",
                row.turns,
            ).format(course=row.title, count=row.turns)
        ask = partial(WithdrawCourse, row.title, began=row.since, revision=row.revision)
        take_out(self, what, ask, ReinstateCourse(row.title, row.since))

    @Slot()
    def _on_turn(self) -> None:
        turn = self.turns.current()
        if turn is not None:
            self.env.jump(turn.number)


class PraisePanel(RecordPanel[CommendationRow]):
    """Who was commended."""

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "roster.praise",
            _("Commendations"),
            ("commendations", "roster"),
            (
                Column("decision_date", _("Day"), 10, text=lambda row: day(row.decision_date)),
                Column("recipient", _("Who"), 26),
                Column("form", _("Form"), 22),
                Column("level", _("Level"), 12, text=lambda row: word(LEVEL_TITLES, row.level)),
                Column("merit", _("For what"), 0),
                Column("decision_number", _("Decision"), 16),
            ),
            searched=lambda row: f"{row.recipient} {row.form} {row.merit or ''} {row.decision_number or ''}",
            empty=first_of(env, Commend, _("No commendation yet"), _("Enter the first one as the decision comes.")),
        )
        self.buttons = self.add_buttons(
            (
                Entry(_("Enter a commendation…"), self.begin_new, may(env, Commend), "praise.new", "main"),
                Entry(_("Open the card"), self.on_opened, name="praise.open"),
                Entry(_("Entered in error…"), self._withdraw, may(env, WithdrawCommendation), "praise.withdraw"),
                Entry(_("Print…"), self.print_current, name="praise.print"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[CommendationRow]:
        """See `RecordPanel`."""
        return self.env.services.roster.commendations()

    @Slot()
    def begin_new(self) -> None:
        """A commendation."""
        if may(self.env, Commend):
            forms.commend(self.env, self).begin()

    @Slot()
    def on_opened(self) -> None:
        """Open the person's card."""
        row = self.current()
        if row is not None and row.number is not None:
            self.env.jump(row.number)

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        row = self.current()
        self.buttons.enable(row is not None, "praise.new", "praise.print")
        self.buttons.buttons["praise.open"].setEnabled(row is not None and row.number is not None)

    @Slot()
    def print_current(self) -> None:
        """See `Panel`."""
        ask_paper(self.env, "commendations", self)

    @Slot()
    def _withdraw(self) -> None:
        row = self.current()
        if row is None:
            return
        what = _("The commendation leaves every list. Say why.")
        ask = partial(WithdrawCommendation, row.recipient, row.decision_date, form=row.form)
        take_out(self, what, ask, ReinstateCommendation(row.recipient, row.decision_date, row.form))


class MeritsPanel(Panel):
    """The four lists under tabs of their own."""

    help_page = "roster-training"

    def __init__(self, env: Env) -> None:
        super().__init__(env, "roster.merits", ())
        self.column.setContentsMargins(0, SPACE.s, 0, 0)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("roster.merits.tabs")
        self.tabs.tabBar().setAccessibleName(_("Training, commendations, models"))
        self.column.addWidget(self.tabs)
        self.courses, self.praise = CoursesPanel(env), PraisePanel(env)
        self.models, self.visits = ModelsPanel(env), VisitsPanel(env)
        for panel, words in (
            (self.courses, _("Training attended")),
            (self.praise, _("Commendations")),
            (self.models, _("Good models")),
            (self.visits, _("Study visits")),
        ):
            self.tabs.addTab(panel, words)

    @property
    def _front(self) -> Panel:
        front = self.tabs.currentWidget()
        assert isinstance(front, Panel)
        return front

    def reload(self) -> None:
        """Read the list in front again."""
        self._front.reload()

    def begin_new(self) -> None:
        """One more of what stands in front."""
        self._front.begin_new()

    def search(self, text: str) -> None:
        """See `Panel`."""
        self._front.search(text)

    def print_current(self) -> None:
        """See `Panel`."""
        self._front.print_current()


def _days(row: CourseRow) -> str:
    return day(row.since) if row.until in (None, row.since) else span(row.since, row.until)


def _undo(ask: Attend, _row: CourseRow) -> Undo:
    return undo_by(ask)
