"""What an item of the agenda led to: notes, decisions, tasks, one line each."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from frontdesk.meetings import AddOutcome, AgendaRow, EndOutcome, OutcomeKind, OutcomeRow
from frontdesk.messages import _
from ui.desk.drafting import draft_key
from ui.meetings.entry_form import DESK
from ui.meetings.ordered import OrderedTable
from ui.meetings.section import Part
from ui.meetings.speaking import said_field
from ui.meetings.subject import Subject
from ui.meetings.words import OUTCOMES, choices
from ui.parts.fields import ChoiceField
from ui.parts.form import Form
from ui.parts.rowtable import Empty
from ui.parts.table import Column
from ui.parts.theme import SPACE


class Outcomes(Part):
    """The outcomes of one item; Enter writes one down and stands ready for the next."""

    def __init__(self, subject: Subject, item_id: int) -> None:
        super().__init__(subject, "outcomes", _("Outcomes"))
        self._item_id = item_id
        columns: Sequence[Column[OutcomeRow]] = (
            Column("kind", _("Kind"), 12, text=lambda row: _(OUTCOMES[row.kind])),
            Column("text", _("Outcome")),
        )
        empty = Empty(_("No outcome yet"), _("Write down what was noted or decided, then Enter."))
        self.list = OrderedTable("outcome_list", _("Outcomes"), columns, empty)
        self.list.setMinimumHeight(self.fontMetrics().height() * 8)
        self.list.removed.connect(self._on_removed)
        self.form = Form("outcome_new")
        self.form.add("kind", _("&Kind"), ChoiceField(choices(OUTCOMES)))
        self._said = said_field(self.form, "text", _("&Outcome"), lines=2)
        self.form.set_values({"kind": OutcomeKind.NOTE})
        self.form.save_asked.connect(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(self.list)
        column.addWidget(self.form)
        subject.env.keep_drafts(self.form, draft_key(DESK, f"{subject.number} outcome {self.place}"))
        self.show_row()

    @property
    def item(self) -> AgendaRow | None:
        """The item as it stands, None once it was taken out."""
        return next((row for row in self.subject.row.agenda if row.id == self._item_id), None)

    @property
    def place(self) -> int:
        """The item's place on the agenda, from 1; 0 once it was taken out."""
        return next((at for at, row in enumerate(self.subject.row.agenda, 1) if row.id == self._item_id), 0)

    def show_row(self) -> None:
        """See `Part`."""
        item = self.item
        self.list.set_rows(item.outcomes if item is not None else ())
        self.list.allow(remove=self.subject.may(EndOutcome))
        self.form.setVisible(self.subject.may(AddOutcome))

    def focus_first(self) -> None:
        """See `Part`: where the next outcome is typed."""
        self._said.setFocus()

    @Slot()
    def save(self) -> None:
        """Write down what stands in the form."""
        values = self.form.values()
        if values["text"] and self.form.readable():
            kind = OutcomeKind(values["kind"] or OutcomeKind.NOTE)
            ask = AddOutcome(self.subject.number, self.place, text=values["text"], kind=kind)
            self.subject.do(ask, self, form=self.form, done=self._on_done)

    @Slot(object)
    def _on_done(self, _item: Any) -> None:
        self.form.set_values({"text": ""})
        self._said.setFocus()

    @Slot(object)
    def _on_removed(self, row: OutcomeRow) -> None:
        which = (self.list.place_of(row) or 0) + 1
        self.subject.do(EndOutcome(self.subject.number, self.place, outcome=which), self, says=_("Taken out."))
