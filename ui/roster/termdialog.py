"""The change of a term, step by step: the new term, who sits in it, what will happen, the list of changes."""

from collections.abc import Mapping
from datetime import timedelta
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
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from frontdesk.roster import HOW_CHOSEN_TITLES, HowChosen, Step, TermFlow, TermRow
from ui.desk.days import day_field
from ui.desk.dialogs import SMALL_SCREEN
from ui.desk.doing import do
from ui.desk.env import Env
from ui.parts.errors import explain
from ui.parts.fields import ChoiceField, LineField
from ui.parts.form import Form
from ui.parts.headings import Facts, Heading, Hint, Page
from ui.parts.menus import Entry, push
from ui.parts.theme import SPACE
from ui.roster.pickers import person_field
from ui.roster.words import choices, day, word

WIDE: Final = 900
HIGH: Final = 620
_NUMBER: Final = Qt.ItemDataRole.UserRole


class TermDialog(QDialog):
    """Draws a `TermFlow` of one body."""

    def __init__(self, env: Env, body: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("term_dialog")
        self.setWindowTitle(_("Change of term: {body}").format(body=body))
        self.env, self._owner = env, parent
        roster = env.services.roster
        self.flow = TermFlow(lambda name, on: roster.members(name, on=on), body=body)
        self.flow.forward()
        self.form = Form("new_term")
        self.seats = QTableWidget(0, 2)
        self.person = person_field(env)
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
        page.add(Heading(_("The new term"), self.flow.body))
        self.form.add("name", _("&Name"), LineField(hint="khóa II, nhiệm kỳ 2030 - 2035"))
        hint = _("The term so far ends the day before.")
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
        self.person.control.setObjectName("term.person")
        self.person.name_for_access(_("Bring somebody in"))
        self.person.changed.connect(self._on_person)
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
        column.addLayout(row)
        column.addWidget(self.count)
        return page

    def _review_page(self) -> QWidget:
        page = Page("term_review")
        page.add(Heading(_("What will happen"), self.flow.body))
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
        self.seats.setRowCount(len(self.flow.people))
        for at, one in enumerate(self.flow.people):
            who = QTableWidgetItem(_("{name} (new)").format(name=one.name) if one.new else one.name)
            who.setData(_NUMBER, one.number)
            who.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            who.setCheckState(Qt.CheckState.Checked if one.kept else Qt.CheckState.Unchecked)
            self.seats.setItem(at, 0, who)
            self.seats.setItem(at, 1, QTableWidgetItem(one.post or ""))
        self.seats.blockSignals(False)
        self._show_count()

    def _show_count(self) -> None:
        again, new, leaving = self.flow.counts
        said = _("{again} go on, {new} come in, {leaving} leave.")
        self.count.setText(said.format(again=again, new=new, leaving=leaving))

    def _show_review(self) -> None:
        flow = self.flow
        again, new, leaving = flow.counts
        last = flow.day - timedelta(days=1) if flow.day is not None else None
        self.review.set_facts(
            [
                (_("The old term ends on"), day(last)),
                (_("The new term"), flow.name),
                (_("First day"), day(flow.day)),
                (_("How chosen"), word(HOW_CHOSEN_TITLES, flow.chosen)),
                (_("Decision"), ", ".join(filter(None, (flow.decision_number, day(flow.decision_date))))),
                (_("Go on"), str(again)),
                (_("Come in"), str(new)),
                (_("Leave"), ", ".join(one.name for one in flow.people if not one.kept) if leaving else "0"),
            ]
        )

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
            says = _("The new term has begun.")
            do(self.env, flow.ask(), self._owner, done=self._on_done, failed=self._on_failed, says=says)
            return
        if flow.missing is not None:
            self.count.setText(_("Tick at least one person."))
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
        number = str(who.data(_NUMBER)) if who is not None else ""
        if item.column() == 0:
            self.flow.tick(number, item.checkState() is Qt.CheckState.Checked)
        else:
            self.flow.give_post(number, item.text().strip())
        self._show_count()

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
            self.flow.bring_in(choice.key, choice.text)
            self.person.set_value(None)
            self._show_seats()

    @Slot(object)
    def _on_done(self, _term: TermRow) -> None:
        first = self.flow.day
        self.env.show_paper("changes", PaperAsk(number=self.flow.body, since=first, until=first))
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
