"""What is in one body: its facts and warnings, who sits in it today, its terms, and what can be done with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from frontdesk.messages import _, n_
from frontdesk.roster import (
    BODY_TITLES,
    AmendBody,
    BodyRow,
    BodyWarning,
    ChangeTerms,
    EditTerm,
    EndBody,
    MemberRow,
    OpenTerm,
    RestoreTerms,
    ResumeBody,
    TermRow,
)
from ui.desk.doing import do, may
from ui.desk.env import Env
from ui.parts.colours import Tone
from ui.parts.headings import Facts, Heading, Hint, Page, Section
from ui.parts.menus import ButtonRow, Entry
from ui.parts.smalltable import SmallTable
from ui.roster.bodycolumns import AREA_COLUMN, member_columns, term_columns
from ui.roster.bodyforms import amend_dialog, edit_term_dialog, end_dialog, open_term_dialog
from ui.roster.words import capital, day, joined, span


@dataclass(frozen=True)
class Inside:
    """What is in a body today."""

    body: BodyRow
    terms: tuple[TermRow, ...]
    members: tuple[MemberRow, ...]


def look_inside(env: Env, body: BodyRow) -> Inside:
    """Read what is in a body."""
    roster = env.services.roster
    members = roster.members(body.name) if body.in_force(env.services.store.today) else []
    rows = tuple(row for row in members if row.membership.body_id == body.id)
    return Inside(body, tuple(term for term in roster.terms(body.name) if term.body_id == body.id), rows)


class BodySide(Page):
    """The page beside the list of bodies. `change_terms` leads through the change of term of what the list selects."""

    def __init__(self, env: Env, owner: QWidget, change_terms: Callable[[], object]) -> None:
        super().__init__("bodies.side")
        self._env, self._owner = env, owner
        self.inside: Inside | None = None
        self.heading = Heading("")
        self.told = Hint("")
        self.told.setObjectName("bodies.warnings")
        self.told.setProperty("tone", Tone.WARN.value)
        self._facts = Facts()
        self.tools = ButtonRow(
            (
                Entry(_("Change of term…"), change_terms, may(env, ChangeTerms), "bodies.change", "main"),
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
        self.terms = SmallTable("bodies.terms", _("Terms"), term_columns(), empty=_("No term entered yet."))
        self.terms.opened.connect(self.edit_term)
        term_tools = ButtonRow(
            (
                Entry(_("Enter a term…"), self.open_term, may(env, OpenTerm), "bodies.open_term"),
                Entry(_("Correct the term…"), self.edit_term, may(env, EditTerm), "bodies.edit_term"),
                Entry(
                    _("Take the change of term back…"), self.restore_term, may(env, RestoreTerms), "bodies.restore_term"
                ),
            )
        )
        self._hint = Hint(_("Choose a body to see who sits in it."))
        members, terms = Section(_("Members today")), Section(_("Terms"))
        members.add(self.members)
        terms.add(self.terms)
        terms.add(term_tools)
        self._parts = (self.heading, self.told, self._facts, self.tools, members, terms)
        for part in (self._hint, *self._parts):
            self.add(part)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what to do first."""
        self.inside = None
        self._hint.show()
        for part in self._parts:
            part.hide()

    def show_body(self, inside: Inside, warnings: Sequence[BodyWarning]) -> None:
        """Show one body, with those of `warnings` that are about it."""
        self.inside = inside
        self._hint.hide()
        for part in self._parts:
            part.show()
        body = inside.body
        self.heading.set_text(body.name, capital(_(BODY_TITLES[body.kind])))
        told = [f"{each.message} ({each.source})" for each in warnings if each.body == body.name]
        self.told.setText("\n".join(told))
        self.told.setVisible(bool(told))
        self._show_facts(body)
        self.members.table.setColumnHidden(AREA_COLUMN, body.area is not None)
        self.members.set_rows(inside.members)
        self.terms.set_rows(inside.terms)
        running = body.in_force(self._env.services.store.today)
        for name, right in (("change", running), ("amend", True), ("end", running), ("resume", not running)):
            if f"bodies.{name}" in self.tools.buttons:
                self.tools.buttons[f"bodies.{name}"].setVisible(right)

    def show_many(self, count: int) -> None:
        """Offer what can be done with several bodies at once."""
        self.show_nothing()
        self._hint.hide()
        self.heading.set_text(n_("{count} body", "{count} bodies", count).format(count=count), _("chosen in the list"))
        for name, button in self.tools.buttons.items():
            button.setVisible(name == "bodies.change")
        for part in (self.heading, self.tools):
            part.show()

    def _show_facts(self, body: BodyRow) -> None:
        facts = [
            (_("Residential area"), body.area),
            (_("Project"), body.project),
            (_("Households"), str(body.households or "")),
            (_("Decision"), joined((body.decision_number, day(body.decision_date)), ", ")),
            (_("Existing"), span(body.since, body.until)),
            (_("Why ended"), body.ended_why),
            (_("Remarks"), body.note),
        ]
        known = [(words, value) for words, value in facts if value]
        self._facts.set_facts(known)
        self._facts.setVisible(bool(known))

    # What can be done

    @Slot()
    def amend(self) -> None:
        """Correct the body."""
        if self.inside is not None and may(self._env, AmendBody):
            amend_dialog(self._env, self.inside.body, self._owner).begin()

    @Slot()
    def end(self) -> None:
        """End the body."""
        if self.inside is not None:
            end_dialog(self._env, self.inside.body, self._owner).begin()

    @Slot()
    def resume(self) -> None:
        """Take its end back."""
        if self.inside is not None:
            do(self._env, ResumeBody(self.inside.body.name), self._owner, says=_("The body goes on."))

    @Slot()
    def open_term(self) -> None:
        """Enter a term."""
        if self.inside is not None:
            open_term_dialog(self._env, self.inside.body, self._owner).begin()

    @Slot()
    def edit_term(self) -> None:
        """Correct the selected term, the running one when none is selected."""
        if self.inside is not None and self.inside.terms and may(self._env, EditTerm):
            edit_term_dialog(self._env, self.terms.current() or self.inside.terms[0], self._owner).begin()

    @Slot()
    def restore_term(self) -> None:
        """Take the change to the running term back."""
        if self.inside is None:
            return
        what = _(
            "The running term of “{body}” is taken out again; the term before it and its posts go on as if nothing had "
            "happened. This works as long as nothing is recorded in the new term."
        ).format(body=self.inside.body.name)
        if self._env.ask.confirm(_("Take the change of term back"), what, _("Take it back"), risky=True):
            ask = RestoreTerms((self.inside.body.name,))
            do(self._env, ask, self._owner, says=_("The change of term was taken back."))

    @Slot()
    def _on_member(self) -> None:
        row = self.members.current()
        if row is not None:
            self._env.jump(row.person.number)
