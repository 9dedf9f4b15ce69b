"""What can be done with a person's entry: the buttons at the head of the card."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from frontdesk.roster import (
    BlankPerson,
    Correct,
    JoinPeople,
    PersonRow,
    ReinstatePerson,
    SetPhoto,
    WithdrawPerson,
)
from ui.desk.dialogs import FormDialog
from ui.desk.doing import do, may, undo_by
from ui.desk.env import Undo
from ui.parts.menus import Entry, fill, more, push
from ui.parts.theme import SPACE
from ui.roster.pickers import person_field

if TYPE_CHECKING:
    from ui.roster.card import CardPage


class CardTools(QWidget):
    """Edit, badge, and a menu of the rest; what the role or the state of the entry does not allow is not there."""

    def __init__(self, card: "CardPage", owner: QWidget) -> None:
        super().__init__()
        self._card, self._owner, self._env = card, owner, card.env
        self._person: PersonRow | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        self.edit = push(Entry(_("Edit (F2)"), card.edit_asked, name="card.edit", role="main"))
        self.edit.setVisible(False)
        self._more = more("card.more", ())
        self.back = push(Entry(_("Back to the list (Esc)"), card.left, name="card.back"))
        for button in (self.back, self.edit, self._more):
            row.addWidget(button)

    def show_person(self, person: PersonRow, joined_into: str | None) -> None:
        """Offer what fits this entry."""
        self._person = person
        env, live = self._env, person.withdrawn is None
        self.edit.setVisible(live and may(env, Correct))
        menu = self._more.menu()
        menu.clear()
        fill(
            menu,
            (
                Entry(_("Print everything about this person…"), self._print, name="card.print"),
                Entry(_("Print the badge…"), self._badge, live and bool(person.memberships), "card.badge"),
                Entry(""),
                Entry(_("Choose a photo…"), self._card.choose_photo, live and may(env, SetPhoto), "card.set_photo"),
                Entry(_("Join with another entry…"), self._join, live and may(env, JoinPeople), "card.join"),
                Entry(_("Withdraw the entry…"), self._withdraw, live and may(env, WithdrawPerson), "card.withdraw"),
                Entry(
                    _("Take the entry back"),
                    self._reinstate,
                    not live and joined_into is None and may(env, ReinstatePerson),
                    "card.reinstate",
                ),
                Entry(_("Blank the entry…"), self._blank, may(env, BlankPerson), "card.blank"),
            ),
        )
        self._more.setVisible(bool(menu.actions()))

    @Slot()
    def _print(self) -> None:
        self._card.print_current()

    @Slot()
    def _badge(self) -> None:
        self._env.show_paper("badges", PaperAsk(number=self._card.number))

    @Slot()
    def _join(self) -> None:
        if self._person is None:
            return
        dialog = FormDialog(
            self._env,
            "join_people",
            _("Join with another entry"),
            _("Join"),
            partial(_join, self._person.number),
            self._owner,
            says=_("The two entries are one now."),
            hint=_(
                "Posts, training and commendations of the other entry go to {name}; blanks are filled from it; the "
                "other number stays known and leads here. This cannot be undone by a button."
            ).format(name=f"{self._person.name} ({self._person.number})"),
        )
        dialog.add("other", _("&The other entry"), person_field(self._env))
        dialog.begin()

    @Slot()
    def _withdraw(self) -> None:
        why = self._env.ask.reason(
            _("Withdraw the entry"),
            _("The entry leaves every list and figure; it can be taken back. Say why."),
            _("Withdraw"),
        )
        if why is not None and self._person is not None:
            ask = WithdrawPerson(self._person.number, why, self._person.revision)
            do(self._env, ask, self._owner, says=_("The entry was withdrawn."), undo=_reinstate, reload=self._reload)

    @Slot()
    def _reinstate(self) -> None:
        if self._person is not None:
            do(self._env, ReinstatePerson(self._person.number), self._owner, says=_("The entry is back."))

    @Slot()
    def _blank(self) -> None:
        why = self._env.ask.reason(
            _("Blank the entry"),
            _(
                "Everything known of this person is wiped, the photo and the journal's past included; only the number "
                "and the posts stay, without a name. This cannot be undone. Backups made before still hold the data. "
                "Say why, but leave the name out: the reason stays."
            ),
            _("Blank for good"),
        )
        if why is not None and self._person is not None:
            ask = BlankPerson(self._person.number, why, self._person.revision)
            do(self._env, ask, self._owner, says=_("The entry was blanked."), reload=self._reload)

    def _reload(self) -> None:
        self._card.reload()


def _join(number: str, values: Mapping[str, Any]) -> JoinPeople:
    other = values["other"]
    if other is None:
        raise RuleBroken("form.needed", _("Choose the other entry."), "other")
    return JoinPeople(number, other.key)


def _reinstate(person: PersonRow) -> Undo:
    return undo_by(ReinstatePerson(person.number))
