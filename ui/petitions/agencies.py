"""The register of agencies: who settles what, and where they are."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Slot

from frontdesk.messages import _
from frontdesk.petitions import AddAgency, AgencyRow, EditAgency, EndAgency
from ui.desk.days import day_field
from ui.desk.dialogs import FormDialog, given
from ui.desk.doing import may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.parts.fields import ChoiceField, LineField, TextField
from ui.parts.form import required
from ui.parts.menus import Entry, push
from ui.parts.rowtable import Empty
from ui.parts.table import Column
from ui.petitions.words import LEVEL_TITLES, agency_field, choices, day, text_of, word


class AgenciesPanel(RecordPanel[AgencyRow]):
    """Every agency there ever was; those still there at first."""

    help_page = "petitions-agencies"

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "petitions.agencies",
            _("Agencies"),
            ("agencies",),
            (
                Column("name", _("Agency"), 0),
                Column("level", _("Level"), 12, text=lambda row: word(LEVEL_TITLES, row.level)),
                Column("competence", _("Settles"), 22),
                Column("address", _("Address"), 20),
                Column("phone", _("Phone"), 12),
                Column("until", _("Ended"), 10, text=lambda row: day(row.until), hidden=True),
            ),
            searched=lambda row: f"{row.name} {row.competence or ''}",
            empty=Empty(
                _("No agency yet"),
                _("Add those you forward petitions to; one typed while forwarding is added by itself."),
                _("Add an agency…") if may(env, AddAgency) else "",
            ),
            named={
                "": (_("Running"), lambda row: row.until is None),
                "ended": (_("Ended"), lambda row: row.until is not None),
            },
        )
        if may(env, AddAgency):
            self.add_tool(push(Entry(_("Add an agency… (Ctrl+N)"), self.begin_new, name="agencies.new", role="main")))
        self.buttons = self.add_buttons(
            (
                Entry(_("Correct…"), self.on_opened, may(env, EditAgency), "agencies.edit"),
                Entry(_("End…"), self.end, may(env, EndAgency), "agencies.end"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[AgencyRow]:
        """See `RecordPanel`."""
        return self.env.services.petitions.agencies(ended=True)

    @Slot()
    def begin_new(self) -> None:
        """Another agency."""
        if may(self.env, AddAgency):
            says = _("The agency is in the list.")
            dialog = FormDialog(self.env, "agency", _("An agency"), _("Add"), _add, self, says=says)
            dialog.add("name", _("&Name"), LineField(hint="Ủy ban nhân dân phường"))
            _more(dialog, None)
            dialog.begin()

    @Slot()
    def on_opened(self) -> None:
        """Correct the selected agency."""
        row = self.current()
        if row is not None and may(self.env, EditAgency):
            title = _("Correct: {name}").format(name=row.name)
            dialog = FormDialog(self.env, "agency", title, _("Save"), partial(_edit, row), self, says=_("Saved."))
            dialog.add("new_name", _("&Name"), LineField(), value=row.name)
            _more(dialog, row)
            dialog.begin()

    @Slot()
    def end(self) -> None:
        """The selected agency is no more."""
        row = self.current()
        if row is None:
            return
        dialog = FormDialog(
            self.env,
            "end_agency",
            _("End: {name}").format(name=row.name),
            _("End"),
            partial(_end, row),
            self,
            says=_("The agency has ended."),
            hint=_("What it has not answered goes over to its successor."),
        )
        dialog.add("successor", _("&Successor"), agency_field(self.env))
        dialog.add("day", _("&Day"), day_field(self.env), value=self.env.services.store.today)
        dialog.begin()

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        row = self.current()
        self.buttons.enable(row is not None and row.until is None)


def _more(dialog: FormDialog, row: AgencyRow | None) -> None:
    level = ChoiceField(choices(LEVEL_TITLES), nothing=_("As the name says"))
    dialog.add("level", _("&Level"), level, value=row and row.level)
    dialog.add("competence", _("S&ettles"), TextField(hint="Đất đai, xây dựng"), value=row and row.competence)
    dialog.add("address", _("&Address"), LineField(), value=row and row.address)
    dialog.add("phone", _("&Phone"), LineField(), value=row and row.phone)


def _add(values: Mapping[str, Any]) -> AddAgency:
    required(values, {"name": _("The name")})
    return AddAgency(values["name"], **given(values, ("level", "competence", "address", "phone")))


def _edit(row: AgencyRow, values: Mapping[str, Any]) -> EditAgency:
    fields = given(values, ("new_name", "level", "competence", "address", "phone"))
    return EditAgency(row.name, **fields, revision=row.revision)


def _end(row: AgencyRow, values: Mapping[str, Any]) -> EndAgency:
    return EndAgency(row.name, values["day"], text_of(values["successor"]))
