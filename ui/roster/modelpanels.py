"""Good models and where they were copied to, study visits and who went."""

from collections.abc import Sequence

from PySide6.QtCore import Slot

from frontdesk.messages import _
from frontdesk.roster import (
    CopyModel,
    EditModel,
    EditVisit,
    ModelRow,
    NoteModel,
    NoteVisit,
    VisitRow,
)
from ui.desk.doing import may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.parts.menus import Entry
from ui.parts.table import Column
from ui.roster import meritforms as forms
from ui.roster.firsts import first_of
from ui.roster.papers import ask_paper
from ui.roster.words import day, span


class ModelsPanel(RecordPanel[ModelRow]):
    """Good models and where they were copied to."""

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "roster.models",
            _("Good models"),
            ("models", "areas"),
            (
                Column("name", _("Model"), 0),
                Column("founder", _("Begun by"), 22),
                Column("area", _("Residential area"), 14, text=lambda row: row.area or ""),
                Column("span", _("Running"), 22, text=lambda row: span(row.since, row.until)),
                Column("copies", _("Copied to"), 30, text=lambda row: ", ".join(row.copies)),
            ),
            searched=lambda row: f"{row.name} {row.founder or ''} {row.area or ''} {' '.join(row.copies)}",
            empty=first_of(env, NoteModel, _("No good model yet"), _("Enter what is worth copying elsewhere.")),
        )
        self.buttons = self.add_buttons(
            (
                Entry(_("Enter a model…"), self.begin_new, may(env, NoteModel), "models.new", "main"),
                Entry(_("Correct…"), self.on_opened, may(env, EditModel), "models.edit"),
                Entry(_("Copied to…"), self._copy, may(env, CopyModel), "models.copy"),
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
        self.buttons.enable(self.current() is not None, "models.new", "models.print")

    @Slot()
    def print_current(self) -> None:
        """See `Panel`."""
        ask_paper(self.env, "models", self)

    @Slot()
    def _copy(self) -> None:
        row = self.current()
        if row is not None:
            forms.copied(self.env, row, self).begin()


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
