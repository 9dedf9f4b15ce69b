"""Bodies and their terms: who sits in them, what the rules would have otherwise, and the change of a term."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from frontdesk.messages import _, n_
from frontdesk.office import PaperAsk
from frontdesk.roster import (
    BODY_TITLES,
    AmendBody,
    BodyLine,
    BodyRow,
    BodyWarning,
    ChangeTerms,
    EditTerm,
    EndBody,
    FoundBody,
    MemberRow,
    OpenTerm,
    RestoreTerms,
    ResumeBody,
    TermRow,
)
from ui.desk.doing import do, may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.parts.colours import Tone
from ui.parts.headings import Facts, Heading, Hint, Page, Section
from ui.parts.menus import ButtonRow, Entry, menu_button, push
from ui.parts.rowtable import Empty
from ui.parts.smalltable import SmallTable
from ui.parts.theme import SPACE
from ui.roster.bodycolumns import body_columns, member_columns, term_columns
from ui.roster.bodyforms import amend_dialog, edit_term_dialog, end_dialog, found_dialog, open_term_dialog
from ui.roster.papers import PaperMenu
from ui.roster.termdialog import TermDialog
from ui.roster.words import capital, day, joined, span


@dataclass(frozen=True)
class Inside:
    """What is in a body today."""

    body: BodyRow
    terms: tuple[TermRow, ...]
    members: tuple[MemberRow, ...]


class BodiesPanel(RecordPanel[BodyLine]):
    """The list of bodies, beside it what is in the selected one."""

    help_page = "roster-bodies"

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "roster.bodies",
            _("Bodies and terms"),
            ("bodies", "roster", "areas"),
            body_columns(),
            searched=lambda line: f"{line.body.name} {line.body.area or ''} {line.body.project or ''}",
            empty=Empty(
                _("No body yet"),
                _("Found the committee first; importing the roster makes the working committees it names."),
                _("Found a body…") if may(env, FoundBody) else "",
            ),
            named={
                "": (
                    _("Running"),
                    lambda line: line.body.until is None or line.body.in_force(env.services.store.today),
                ),
                "warned": (_("With warnings"), lambda line: line.body.name in self._warned),
                "ended": (_("Ended"), lambda line: not line.body.in_force(env.services.store.today)),
                "all": (_("All that ever were"), lambda line: True),
            },
            orders={"people": lambda line: line.people},
        )
        self._warnings: tuple[BodyWarning, ...] = ()
        self._warned: frozenset[str] = frozenset()
        self._inside: Inside | None = None
        if may(env, FoundBody):
            self.add_tool(push(Entry(_("Found a body… (Ctrl+N)"), self.begin_new, name="bodies.new", role="main")))
        papers = menu_button("bodies.papers", _("Papers"), (), "print")
        self.papers = PaperMenu(env, papers.menu(), self)
        self.add_tool(papers)
        self._build()
        self._show(None)

    def load(self) -> Sequence[BodyLine]:
        """See `RecordPanel`."""
        self._found = tuple(self.env.services.roster.warnings())
        return self.env.services.roster.body_lines()

    @Slot(object)
    def on_rows(self, rows: Sequence[BodyLine]) -> None:
        """See `RecordPanel`."""
        self._warnings = self._found
        self._warned = frozenset(warning.body for warning in self._warnings)
        super().on_rows(rows)

    @Slot()
    def begin_new(self) -> None:
        """Another body."""
        if may(self.env, FoundBody):
            found_dialog(self.env, self).begin()

    def print_current(self) -> None:
        """The members of the body."""
        if self._inside is not None:
            self.env.show_paper("members", PaperAsk(number=self._inside.body.name))
        else:
            self.papers.show("members")

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        line = self.current()
        if line is None or len(self.selected()) > 1:
            self._show(None)
            self._show_many()
            return
        self.papers.whose = line.body.name
        self.read(partial(_inside, self.env, line.body), self._on_inside)

    # Building

    def _build(self) -> None:
        env = self.env
        self.side = Page("bodies.side")
        self._name = Heading("")
        self._facts = Facts()
        self._tell = Hint("")
        self._tell.setObjectName("bodies.warnings")
        self._tell.setProperty("tone", Tone.WARN.value)
        self.tools = ButtonRow(
            (
                Entry(_("Change of term…"), self.change_term, may(env, ChangeTerms), "bodies.change", "main"),
                Entry(_("Correct…"), self.amend, may(env, AmendBody), "bodies.amend"),
                Entry(_("End…"), self.end, may(env, EndBody), "bodies.end"),
                Entry(_("Take the end back"), self.resume, may(env, ResumeBody), "bodies.resume"),
            )
        )
        self.members = SmallTable(
            "bodies.members",
            _("Members"),
            member_columns(),
            empty=_("Nobody sits in it today. Give somebody a post from the person's card."),
            row_id=lambda row: row.membership.id,
        )
        self.members.opened.connect(self._on_member)
        terms = term_columns()
        self.terms = SmallTable("bodies.terms", _("Terms"), terms, empty=_("No term entered yet."))
        self.terms.opened.connect(self.edit_term)
        self.term_tools = ButtonRow(
            (
                Entry(_("Enter a term…"), self.open_term, may(env, OpenTerm), "bodies.open_term"),
                Entry(_("Correct the term…"), self.edit_term, may(env, EditTerm), "bodies.edit_term"),
                Entry(
                    _("Take the change of term back…"), self.restore_term, may(env, RestoreTerms), "bodies.restore_term"
                ),
            )
        )
        self._hint = Hint(_("Choose a body to see who sits in it."))
        members, terms_part = Section(_("Members today")), Section(_("Terms"))
        members.add(self.members)
        terms_part.add(self.terms)
        terms_part.add(self.term_tools)
        self._parts = (self._name, self._tell, self._facts, self.tools, members, terms_part)
        for part in (self._hint, *self._parts):
            self.side.add(part)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        left = QWidget()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, SPACE.m, 0)
        inside.addWidget(self.pane)
        split.addWidget(left)
        split.addWidget(self.side)
        letters = self.fontMetrics().averageCharWidth()
        split.setSizes([letters * 70, letters * 80])
        self.column.addWidget(split, 1)

    def _show(self, inside: Inside | None) -> None:
        self._inside = inside
        self._hint.setVisible(inside is None)
        for part in self._parts:
            part.setVisible(inside is not None)
        if inside is None:
            return
        body = inside.body
        running = body.in_force(self.env.services.store.today)
        self._name.set_text(body.name, capital(_(BODY_TITLES[body.kind])))
        told = [f"{each.message} ({each.source})" for each in self._warnings if each.body == body.name]
        self._tell.setText("\n".join(told))
        self._tell.setVisible(bool(told))
        decision = joined((body.decision_number, day(body.decision_date)), ", ")
        facts = [
            (_("Residential area"), body.area),
            (_("Project"), body.project),
            (_("Households"), str(body.households or "")),
            (_("Decision"), decision),
            (_("Existing"), span(body.since, body.until)),
            (_("Why ended"), body.ended_why),
            (_("Remarks"), body.note),
        ]
        self._facts.set_facts([(words, value) for words, value in facts if value])
        self._facts.setVisible(any(value for _words, value in facts))
        self.members.set_rows(inside.members)
        self.terms.set_rows(inside.terms)
        for name, right in (("change", running), ("amend", True), ("end", running), ("resume", not running)):
            if f"bodies.{name}" in self.tools.buttons:
                self.tools.buttons[f"bodies.{name}"].setVisible(right)

    def _show_many(self) -> None:
        """What can be done with several bodies at once."""
        count = len(self.selected())
        if count < 2:
            return
        self._hint.hide()
        self._name.set_text(n_("{count} body", "{count} bodies", count).format(count=count), _("chosen in the list"))
        for name, button in self.tools.buttons.items():
            button.setVisible(name == "bodies.change")
        for part in (self._name, self.tools):
            part.show()

    # What happens

    @Slot(object)
    def _on_inside(self, inside: Inside) -> None:
        line = self.current()
        if line is not None and line.body.id == inside.body.id and len(self.selected()) == 1:
            self._show(inside)

    @Slot()
    def on_opened(self) -> None:
        """Correct the selected body."""
        self.amend()

    @Slot()
    def amend(self) -> None:
        """Correct the body."""
        if self._inside is not None and may(self.env, AmendBody):
            amend_dialog(self.env, self._inside.body, self).begin()

    @Slot()
    def end(self) -> None:
        """End the body."""
        if self._inside is not None:
            end_dialog(self.env, self._inside.body, self).begin()

    @Slot()
    def resume(self) -> None:
        """Take its end back."""
        if self._inside is not None:
            do(self.env, ResumeBody(self._inside.body.name), self, says=_("The body goes on."))

    @Slot()
    def change_term(self) -> None:
        """Lead through a change of term."""
        today = self.env.services.store.today
        running = [line.body.name for line in self.selected() if line.body.in_force(today)]
        if running:
            TermDialog(self.env, running, self).begin()

    @Slot()
    def open_term(self) -> None:
        """Enter a term."""
        if self._inside is not None:
            open_term_dialog(self.env, self._inside.body, self).begin()

    @Slot()
    def edit_term(self) -> None:
        """Correct the selected term, the running one when none is selected."""
        if self._inside is not None and self._inside.terms and may(self.env, EditTerm):
            edit_term_dialog(self.env, self.terms.current() or self._inside.terms[0], self).begin()

    @Slot()
    def restore_term(self) -> None:
        """Take the change to the running term back."""
        if self._inside is None:
            return
        what = _(
            "The running term of “{body}” is taken out again; the term before it and its posts go on as if nothing had "
            "happened. This works as long as nothing is recorded in the new term."
        ).format(body=self._inside.body.name)
        if self.env.ask.confirm(_("Take the change of term back"), what, _("Take it back"), risky=True):
            ask = RestoreTerms((self._inside.body.name,))
            do(self.env, ask, self, says=_("The change of term was taken back."))

    @Slot()
    def _on_member(self) -> None:
        row = self.members.current()
        if row is not None:
            self.env.jump(row.person.number)


def _inside(env: Env, body: BodyRow) -> Inside:
    roster = env.services.roster
    members = roster.members(body.name) if body.in_force(env.services.store.today) else []
    rows = tuple(row for row in members if row.membership.body_id == body.id)
    return Inside(body, tuple(term for term in roster.terms(body.name) if term.body_id == body.id), rows)
