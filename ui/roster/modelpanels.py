"""Good models and where they were copied to, study visits and who went."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Slot

from frontdesk.messages import _, mark
from frontdesk.roster import (
    CopyModel,
    CopyRow,
    EditCopy,
    EditModel,
    EditVisit,
    ModelRow,
    NoteModel,
    NoteVisit,
    ReinstateCopy,
    ReinstateModel,
    ReinstateVisit,
    VisitRow,
    WithdrawCopy,
    WithdrawModel,
    WithdrawVisit,
)
from ui.desk.doing import may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.parts.menus import Entry
from ui.parts.smalltable import SmallTable
from ui.parts.table import Column
from ui.roster import meritforms as forms
from ui.roster.firsts import first_of
from ui.roster.papers import ask_paper
from ui.roster.takingout import take_out
from ui.roster.words import day, span, title

_CHOOSE: Final = mark("Choose a model to see where it was copied to.")


class ModelsPanel(RecordPanel[ModelRow]):
    """Good models, below them where the selected one was copied to."""

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "roster.models",
            _("Good models"),
            ("models", "areas"),
            (
                Column("name", _("Model"), 0),
                Column("founder", _("Begun by"), 18),
                Column("area", _("Residential area"), 12, text=lambda row: row.area or ""),
                Column("span", _("Running"), 20, text=lambda row: span(row.since, row.until)),
                Column("copies", _("Copied to"), 14, text=lambda row: ", ".join(row.copies)),
            ),
            searched=lambda row: f"{row.name} {row.founder or ''} {row.area or ''} {' '.join(row.copies)}",
            empty=first_of(env, NoteModel, _("No good model yet"), _("Enter what is worth copying elsewhere.")),
        )
        self.copies: SmallTable[CopyRow] = SmallTable(
            "models.copies",
            _("Copied to"),
            (
                Column("place", _("Copied to"), 34),
                Column("since", _("From"), 12, text=lambda row: day(row.since)),
                Column("note", title("note"), 0),
            ),
            empty=_(_CHOOSE),
        )
        self.copies.opened.connect(self._edit_copy)
        self.copies.picked.connect(self._on_copy)
        self.column.addWidget(self.copies)
        self.buttons = self.add_buttons(
            (
                Entry(_("Enter a model…"), self.begin_new, may(env, NoteModel), "models.new", "main"),
                Entry(_("Correct…"), self.on_opened, may(env, EditModel), "models.edit"),
                Entry(_("Entered in error…"), self._withdraw, may(env, WithdrawModel), "models.withdraw"),
                Entry(_("Copied to…"), self._copy, may(env, CopyModel), "models.copy"),
                Entry(_("Correct the place…"), self._edit_copy, may(env, EditCopy), "models.edit_copy"),
                Entry(_("Not copied there…"), self._withdraw_copy, may(env, WithdrawCopy), "models.withdraw_copy"),
                Entry(_("Print…"), self.print_current, name="models.print"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[ModelRow]:
        """See `RecordPanel`."""
        return self.env.services.roster.models()

    @Slot()
    def begin_new(self) -> None:
        """A model."""
        if may(self.env, NoteModel):
            forms.model(self.env, None, self).begin()

    @Slot()
    def on_opened(self) -> None:
        """Correct the model."""
        row = self.current()
        if row is not None and may(self.env, EditModel):
            forms.model(self.env, row, self).begin()

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        row = self.current()
        self.buttons.enable(row is not None, "models.new", "models.print")
        if row is None:
            self.copies.set_rows((), empty=_(_CHOOSE))
            self._on_copy()
        else:
            self.read(partial(self.env.services.roster.copies, row.name), self._on_copies)

    @Slot(object)
    def _on_copies(self, rows: Sequence[CopyRow]) -> None:
        self.copies.set_rows(rows, empty=_("It was copied nowhere yet."))
        self._on_copy()

    @Slot()
    def _on_copy(self) -> None:
        for name in ("models.edit_copy", "models.withdraw_copy"):
            if name in self.buttons.buttons:
                self.buttons.buttons[name].setEnabled(self.copies.current() is not None)

    @Slot()
    def print_current(self) -> None:
        """See `Panel`."""
        ask_paper(self.env, "models", self)

    @Slot()
    def _copy(self) -> None:
        row = self.current()
        if row is not None:
            forms.copied(self.env, row, self).begin()

    @Slot()
    def _edit_copy(self) -> None:
        row = self.copies.current()
        if row is not None and may(self.env, EditCopy):
            forms.copy(self.env, row, self).begin()

    @Slot()
    def _withdraw_copy(self) -> None:
        row = self.copies.current()
        if row is not None:
            what = _("“{place}” leaves the places “{model}” was copied to, in lists and papers. Say why.")
            ask = partial(WithdrawCopy, row.model, row.place, revision=row.revision)
            take_out(self, what.format(place=row.place, model=row.model), ask, ReinstateCopy(row.model, row.place))

    @Slot()
    def _withdraw(self) -> None:
        row = self.current()
        if row is not None:
            what = _("“{model}” leaves every list and paper, with the places it was copied to. Say why.")
            ask = partial(WithdrawModel, row.name, revision=row.revision)
            take_out(self, what.format(model=row.name), ask, ReinstateModel(row.name))


class VisitsPanel(RecordPanel[VisitRow]):
    """Study visits, who went and what was seen."""

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "roster.visits",
            _("Study visits"),
            ("visits", "models", "roster"),
            (
                Column("day", _("Day"), 10, text=lambda row: day(row.day)),
                Column("place", _("Where to"), 26),
                Column("purpose", _("What for"), 0),
                Column("head_count", _("Head count"), 8, "right"),
                Column("visitors", _("Who"), 30, text=lambda row: ", ".join(row.visitors)),
                Column("models", _("Models seen"), 24, text=lambda row: ", ".join(row.models)),
            ),
            searched=lambda row: f"{row.place} {row.purpose or ''} {' '.join(row.visitors)}",
            empty=first_of(env, NoteVisit, _("No study visit yet"), _("Enter the first one after the journey.")),
        )
        self.buttons = self.add_buttons(
            (
                Entry(_("Enter a visit…"), self.begin_new, may(env, NoteVisit), "visits.new", "main"),
                Entry(_("Correct…"), self.on_opened, may(env, EditVisit), "visits.edit"),
                Entry(_("Entered in error…"), self._withdraw, may(env, WithdrawVisit), "visits.withdraw"),
                Entry(_("Print…"), self.print_current, name="visits.print"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[VisitRow]:
        """See `RecordPanel`."""
        return self.env.services.roster.visits()

    @Slot()
    def begin_new(self) -> None:
        """A visit."""
        if may(self.env, NoteVisit):
            forms.visit(self.env, None, self).begin()

    @Slot()
    def on_opened(self) -> None:
        """Correct the visit."""
        row = self.current()
        if row is not None and may(self.env, EditVisit):
            forms.visit(self.env, row, self).begin()

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        self.buttons.enable(self.current() is not None, "visits.new", "visits.print")

    @Slot()
    def print_current(self) -> None:
        """See `Panel`."""
        ask_paper(self.env, "visits", self)

    @Slot()
    def _withdraw(self) -> None:
        row = self.current()
        if row is not None:
            what = _("The visit to “{place}” on {day} leaves every list, card and paper. Say why.")
            ask = partial(WithdrawVisit, row.place, row.day, revision=row.revision)
            take_out(self, what.format(place=row.place, day=day(row.day)), ask, ReinstateVisit(row.place, row.day))
