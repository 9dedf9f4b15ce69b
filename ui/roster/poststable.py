"""The posts of a person on the card: the table, and what can be done with each."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from frontdesk.messages import _
from frontdesk.roster import (
    HOW_CHOSEN_TITLES,
    WHY_ENDED_TITLES,
    AmendMembership,
    Appoint,
    EndMembership,
    MembershipRow,
    PersonRow,
    ResumeMembership,
    WithdrawMembership,
)
from ui.desk.doing import do, may
from ui.parts.colours import Tone
from ui.parts.headings import Section
from ui.parts.menus import ButtonRow, Entry
from ui.parts.smalltable import SmallTable
from ui.parts.table import Column
from ui.roster.posts import amend_dialog, appoint_dialog, end_dialog, resume_ask, withdraw_ask
from ui.roster.words import day, joined, title, word

if TYPE_CHECKING:
    from ui.roster.card import CardPage


class PostsSection(Section):
    """Every post ever held, those of today first."""

    def __init__(self, card: "CardPage", owner: QWidget) -> None:
        super().__init__(_("Posts"))
        self._card, self._owner = card, owner
        self._env = card.env
        self._person: PersonRow | None = None
        env = card.env
        self.table = SmallTable(
            "card.posts", _("Posts"), self._columns(), empty=_("No post recorded. Give the first one below.")
        )
        self.buttons = ButtonRow(
            (
                Entry(_("Give a post…"), self.appoint, may(env, Appoint), "card.appoint"),
                Entry(_("Correct…"), self.amend, may(env, AmendMembership), "card.amend"),
                Entry(_("End…"), self.end, may(env, EndMembership), "card.end"),
                Entry(_("Take the end back"), self.resume, may(env, ResumeMembership), "card.resume"),
                Entry(_("Entered in error…"), self.withdraw, may(env, WithdrawMembership), "card.withdraw_post"),
            )
        )
        self.table.picked.connect(self._on_picked)
        self.table.opened.connect(self.amend)
        self.add(self.table)
        self.add(self.buttons)

    def show_person(self, person: PersonRow) -> None:
        """Show the posts of this person."""
        self._person = person
        today = self._env.services.store.today
        self.table.set_rows(sorted(person.memberships, key=lambda held: (not held.in_force(today),)))
        if len(person.memberships) == 1:
            self.table.select(0)
        self._on_picked()

    def _columns(self) -> tuple[Column[MembershipRow], ...]:
        return (
            Column("post", title("post"), 20, tone=self._tone),
            Column("body", title("body"), 0, text=lambda held: joined((held.body, held.term)), tone=self._tone),
            Column("since", title("since"), 10, text=lambda held: day(held.since), tone=self._tone),
            Column("until", title("until"), 10, text=lambda held: day(held.until), tone=self._tone),
            Column("decision_number", title("decision_number"), 13, text=_decision, tone=self._tone),
            Column("chosen", title("chosen"), 10, text=lambda held: word(HOW_CHOSEN_TITLES, held.chosen)),
            Column("ended_why", title("ended_why"), 10, text=_ended),
        )

    def _tone(self, held: MembershipRow) -> Tone:
        return Tone.PLAIN if held.in_force(self._env.services.store.today) else Tone.MUTED

    @Slot()
    def appoint(self) -> None:
        """Give a post."""
        if self._person is not None:
            appoint_dialog(self._env, self._person, self._owner).begin()

    @Slot()
    def amend(self) -> None:
        """Correct the selected post."""
        held = self.table.current()
        if self._person is not None and held is not None and may(self._env, AmendMembership):
            amend_dialog(self._env, self._person, held, self._owner).begin()

    @Slot()
    def end(self) -> None:
        """End the selected post."""
        held = self.table.current()
        if self._person is not None and held is not None:
            end_dialog(self._env, self._person, held, self._owner).begin()

    @Slot()
    def resume(self) -> None:
        """Take the end of the selected post back."""
        held = self.table.current()
        if self._person is not None and held is not None:
            do(self._env, resume_ask(self._person, held), self._owner, says=_("The post goes on."))

    @Slot()
    def withdraw(self) -> None:
        """Say that the selected post was entered in error."""
        held = self.table.current()
        if self._person is None or held is None:
            return
        says = _("“{post}” of {name} was never held: it leaves every list and figure. The journal keeps it.")
        what = says.format(post=held.title, name=self._person.name)
        if self._env.ask.confirm(_("Entered in error"), what, _("Take it out"), risky=True):
            do(self._env, withdraw_ask(self._person, held), self._owner, says=_("The post was taken out."))

    @Slot()
    def _on_picked(self) -> None:
        held = self.table.current()
        self.buttons.enable(held is not None, "card.appoint")
        for name, right in (
            ("card.end", held is not None and held.until is None),
            ("card.resume", held is not None and held.until is not None),
        ):
            if name in self.buttons.buttons:
                self.buttons.buttons[name].setEnabled(right)


def _decision(held: MembershipRow) -> str:
    return joined((held.decision_number, day(held.decision_date)), ", ")


def _ended(held: MembershipRow) -> str:
    return joined((word(WHY_ENDED_TITLES, held.ended_why), held.ended_note), ": ")
