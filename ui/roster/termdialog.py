"""The change of a term, step by step: the new term, who sits in it, what will happen, the list of changes."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.errors import DeskError, RuleBroken
from frontdesk.messages import _, n_
from frontdesk.office import PaperAsk
from frontdesk.roster import HOW_CHOSEN_TITLES, HowChosen, RestoreTerms, Step, TermFlow, TermRow
from ui.desk.days import day_field
from ui.desk.deskkeys import KeysDialog
from ui.desk.dialogs import SMALL_SCREEN
from ui.desk.doing import do, undo_by
from ui.desk.env import Env, Undo
from ui.parts.errors import explain
from ui.parts.fields import ChoiceField, LineField
from ui.parts.form import Form
from ui.parts.headings import Facts, Heading, Hint, Page
from ui.parts.menus import Entry, push
from ui.parts.theme import SPACE
from ui.roster.termseats import SeatsPage
from ui.roster.words import choices, day, word

WIDE: Final = 900
HIGH: Final = 620


class TermDialog(KeysDialog):
    """Draws a `TermFlow` of one body, or of several that change on the same day."""

    def __init__(self, env: Env, bodies: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("term_dialog")
        self._whose = bodies[0] if len(bodies) == 1 else _many(len(bodies))
        self.setWindowTitle(_("Change of term: {body}").format(body=self._whose))
        self.env, self._owner = env, parent
        roster = env.services.roster
        self.flow = TermFlow(lambda name, on: roster.members(name, on=on), bodies=tuple(bodies))
        self.flow.forward()
        self.form = Form("new_term")
        self.seating = SeatsPage(env, self.flow)
        self.review = Facts()
        self.stack = QStackedWidget()
        for page in (self._term_page(), self.seating, self._review_page()):
            self.stack.addWidget(page)
        self._build()
        self.finished.connect(self.deleteLater)
        self.resize(self.sizeHint())
        self._show()

    def begin(self) -> None:
        """Open over the window."""
        self.open()
        self.form.field("name").setFocus()

    def sizeHint(self) -> QSize:
        """Qt's name."""
        return QSize(WIDE, HIGH).boundedTo(SMALL_SCREEN)

    def _term_page(self) -> QWidget:
        page = Page("term_page")
        page.add(Heading(_("The new term"), self._whose))
        self.form.add("name", _("&Name"), LineField(hint="khóa II, nhiệm kỳ 2030 - 2035"))
        hint = _("The term so far ends the day before.")
        if len(self.flow.bodies) > 1:
            hint = _("The terms so far end the day before; the new term has the same name and days in all of them.")
        self.form.add("day", _("&First day"), day_field(self.env), hint=hint).set_value(self.flow.day)
        how = self.form.add("chosen", _("&How chosen"), ChoiceField(choices(HOW_CHOSEN_TITLES)))
        how.set_value(HowChosen.CONSULTED)
        self.form.add("decision_number", _("&Decision number"), LineField())
        self.form.add("decision_date", _("Decision da&te"), day_field(self.env))
        self.form.save_asked.connect(self._on_next)
        page.add(self.form)
        return page

    def _review_page(self) -> QWidget:
        page = Page("term_review")
        page.add(Heading(_("What will happen"), self._whose))
        page.add(self.review)
        page.add(
            Hint(
                _(
                    "The posts of the old term end the day before; everybody's history keeps them. Afterwards the list "
                    "of changes opens, ready to print."
                )
            )
        )
        return page

    def _build(self) -> None:
        self.back = push(Entry(_("Back"), self._on_back, name="term.back"))
        self.next = push(Entry(_("Next"), self._on_next, name="term.next", role="main"))
        self.close_button = push(Entry(_("Close"), self.reject, name="term.close"))
        row = QHBoxLayout()
        row.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        row.addStretch(1)
        for button in (self.back, self.next, self.close_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addWidget(self.stack, 1)
        column.addLayout(row)

    def _show(self) -> None:
        step = self.flow.step
        self.stack.setCurrentIndex(step - Step.TERM)
        self.back.setVisible(step > Step.TERM)
        self.next.setText(_("Change the term") if step is Step.REVIEW else _("Next"))
        if step is Step.SEATS:
            self.seating.show_seats()
        elif step is Step.REVIEW:
            self._show_review()

    def _show_review(self) -> None:
        flow = self.flow
        again, new, leaving = flow.counts
        last = flow.day - timedelta(days=1) if flow.day is not None else None
        facts = [
            (_("The old term ends on"), day(last)),
            (_("The new term"), flow.name),
            (_("First day"), day(flow.day)),
            (_("How chosen"), word(HOW_CHOSEN_TITLES, flow.chosen)),
            (_("Decision"), ", ".join(filter(None, (flow.decision_number, day(flow.decision_date))))),
            (_("Go on"), str(again)),
            (_("Come in"), str(new)),
        ]
        gone: dict[str, list[str]] = {}
        for one in flow.people:
            if not one.kept:
                gone.setdefault(one.body, []).append(one.name)
        if len(flow.bodies) == 1:
            facts.append((_("Leave"), ", ".join(gone.get(flow.bodies[0], ())) or "0"))
        else:
            facts.append((_("Leave"), str(leaving)))
            facts += [(body, ", ".join(names)) for body, names in gone.items()]
        self.review.set_facts(facts)

    @Slot()
    def _on_next(self) -> None:
        flow = self.flow
        if flow.step is Step.TERM:
            if not self.form.readable():
                return
            self._take(self.form.values())
            missing = flow.missing
            if missing is not None:
                self.form.show_error(RuleBroken("form.needed", _("This is needed."), missing))
                return
        if flow.step is Step.REVIEW:
            self.next.setEnabled(False)
            do(
                self.env,
                flow.ask(),
                self._owner,
                done=self._on_done,
                failed=self._on_failed,
                ended=self._on_ended,
                says=_("The new term has begun."),
                undo=_undo,
            )
            return
        if flow.missing is not None:
            self.seating.show_missing()
            return
        flow.forward()
        self._show()

    def _take(self, values: Mapping[str, Any]) -> None:
        flow = self.flow
        flow.name, flow.day = values["name"], values["day"]
        flow.chosen = values["chosen"] or HowChosen.CONSULTED
        flow.decision_number, flow.decision_date = values["decision_number"] or None, values["decision_date"]

    @Slot()
    def _on_back(self) -> None:
        self.flow.back()
        self._show()

    @Slot(object)
    def _on_done(self, _terms: tuple[TermRow, ...]) -> None:
        first, bodies = self.flow.day, self.flow.bodies
        whose = bodies[0] if len(bodies) == 1 else None
        self.env.show_paper("changes", PaperAsk(number=whose, since=first, until=first))
        self.accept()

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        if isinstance(error, RuleBroken) and error.field in ("name", "day", "since"):
            while self.flow.step is not Step.TERM:
                self.flow.back()
            self._show()
            field = "day" if error.field == "since" else error.field
            explain(RuleBroken(error.code, error.message, field), self.env.ask, self.env.notices, form=self.form)

    @Slot(str)
    def _on_ended(self, outcome: str) -> None:
        if outcome != "done":
            self.next.setEnabled(True)


def _undo(terms: tuple[TermRow, ...]) -> Undo:
    return undo_by(RestoreTerms(tuple(term.body for term in terms)))


def _many(count: int) -> str:
    return n_("{count} body", "{count} bodies", count).format(count=count)
