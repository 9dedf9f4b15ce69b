"""The change of a term, step by step: the new term, who sits in it, what will happen, the list of changes."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import groupby
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from frontdesk.errors import DeskError, RuleBroken
from frontdesk.messages import _, n_
from frontdesk.office import PaperAsk
from frontdesk.roster import HOW_CHOSEN_TITLES, HowChosen, RestoreTerms, Step, TermFlow, TermRow, Ticked
from ui.desk.days import day_field
from ui.desk.dialogs import SMALL_SCREEN
from ui.desk.doing import do, undo_by
from ui.desk.env import Env, Undo
from ui.parts.errors import explain
from ui.parts.fields import Choice, ChoiceField, LineField
from ui.parts.form import Form
from ui.parts.headings import Facts, Heading, Hint, Page
from ui.parts.menus import Entry, push
from ui.parts.theme import SPACE
from ui.roster.pickers import person_field
from ui.roster.words import choices, day, word

WIDE: Final = 900
HIGH: Final = 620
_SEAT: Final = Qt.ItemDataRole.UserRole
"""Body and number of the seat in a row; only the body in the line over a body's seats."""


class TermDialog(QDialog):
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
        self.seats = QTableWidget(0, 2)
        self.person = person_field(env)
        self.into = ChoiceField([Choice(body, body) for body in bodies])
        self.count = Hint("")
        self.review = Facts()
        self.stack = QStackedWidget()
        for page in (self._term_page(), self._seats_page(), self._review_page()):
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

    def _seats_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("seats_page")
        self.seats.setObjectName("term.seats")
        self.seats.setAccessibleName(_("Who sits in the new term"))
        self.seats.setHorizontalHeaderLabels([_("Sits in the new term"), _("As")])
        self.seats.verticalHeader().hide()
        self.seats.setShowGrid(False)
        self.seats.setTabKeyNavigation(False)
        self.seats.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.seats.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.seats.itemChanged.connect(self._on_seat)
        self.seats.currentItemChanged.connect(self._on_current)
        self.person.control.setObjectName("term.person")
        self.person.name_for_access(_("Bring somebody in"))
        self.person.changed.connect(self._on_person)
        self.into.control.setObjectName("term.into")
        self.into.name_for_access(_("Into which body"))
        self.into.setVisible(len(self.flow.bodies) > 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(Heading(_("Who sits in the new term?"), _("Space ticks; F2 changes the post.")))
        column.addWidget(self.seats, 1)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        self.all = push(Entry(_("Tick all"), self._on_all, name="term.all"))
        self.none = push(Entry(_("Tick none"), self._on_none, name="term.none"))
        for widget in (self.all, self.none, Hint(_("Bring somebody in:"))):
            row.addWidget(widget)
        row.addWidget(self.person, 1)
        row.addWidget(self.into)
        column.addLayout(row)
        column.addWidget(self.count)
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
        for button in (self.all, self.none):
            button.setAutoDefault(False)
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
            self._show_seats()
        elif step is Step.REVIEW:
            self._show_review()

    def _show_seats(self) -> None:
        self.seats.blockSignals(True)
        self.seats.clearSpans()
        self.seats.setRowCount(0)
        for body, people in groupby(self.flow.people, key=lambda one: one.body):
            if len(self.flow.bodies) > 1:
                self._add_group(body)
            for one in people:
                self._add_seat(one)
        self.seats.blockSignals(False)
        self._show_count()

    def _add_group(self, body: str) -> None:
        at = self.seats.rowCount()
        self.seats.insertRow(at)
        head = QTableWidgetItem(body)
        head.setData(_SEAT, (body, ""))
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        self.seats.setItem(at, 0, head)
        self.seats.setSpan(at, 0, 1, 2)

    def _add_seat(self, one: Ticked) -> None:
        at = self.seats.rowCount()
        self.seats.insertRow(at)
        who = QTableWidgetItem(_("{name} (new)").format(name=one.name) if one.new else one.name)
        who.setData(_SEAT, (one.body, one.number))
        who.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        who.setCheckState(Qt.CheckState.Checked if one.kept else Qt.CheckState.Unchecked)
        self.seats.setItem(at, 0, who)
        self.seats.setItem(at, 1, QTableWidgetItem(one.post or ""))

    def _show_count(self) -> None:
        again, new, leaving = self.flow.counts
        said = _("{again} go on, {new} come in, {leaving} leave.")
        self.count.setText(said.format(again=again, new=new, leaving=leaving))

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
                says=_("The new term has begun."),
                undo=_undo,
            )
            return
        if flow.missing is not None:
            empty = flow.unseated[0]
            said = _("Tick at least one person.") if len(flow.bodies) == 1 else _("Tick at least one person of {body}.")
            self.count.setText(said.format(body=empty))
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

    @Slot(QTableWidgetItem)
    def _on_seat(self, item: QTableWidgetItem) -> None:
        who = self.seats.item(item.row(), 0)
        body, number = who.data(_SEAT) if who is not None else ("", "")
        if item.column() == 0:
            self.flow.tick(body, number, item.checkState() is Qt.CheckState.Checked)
        else:
            self.flow.give_post(body, number, item.text().strip())
        self._show_count()

    @Slot()
    def _on_current(self) -> None:
        who = self.seats.item(self.seats.currentRow(), 0)
        if who is not None:
            self.into.set_value(who.data(_SEAT)[0])

    @Slot()
    def _on_all(self) -> None:
        self.flow.tick_all()
        self._show_seats()

    @Slot()
    def _on_none(self) -> None:
        self.flow.tick_all(False)
        self._show_seats()

    @Slot()
    def _on_person(self) -> None:
        choice = self.person.value()
        if choice is not None and choice.key:
            self.flow.bring_in(self.into.value() or self.flow.bodies[0], choice.key, choice.text)
            self.person.set_value(None)
            self._show_seats()

    @Slot(object)
    def _on_done(self, _terms: tuple[TermRow, ...]) -> None:
        first, bodies = self.flow.day, self.flow.bodies
        whose = bodies[0] if len(bodies) == 1 else None
        self.env.show_paper("changes", PaperAsk(number=whose, since=first, until=first))
        self.accept()

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        self.next.setEnabled(True)
        if isinstance(error, RuleBroken) and error.field in ("name", "day", "since"):
            while self.flow.step is not Step.TERM:
                self.flow.back()
            self._show()
            field = "day" if error.field == "since" else error.field
            explain(RuleBroken(error.code, error.message, field), self.env.ask, self.env.notices, form=self.form)


def _undo(terms: tuple[TermRow, ...]) -> Undo:
    return undo_by(RestoreTerms(tuple(term.body for term in terms)))


def _many(count: int) -> str:
    return n_("{count} body", "{count} bodies", count).format(count=count)
