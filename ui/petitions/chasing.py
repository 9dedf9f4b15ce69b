"""Chasing: which agencies owe answers, letters to them, and what goes upward in one list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Slot

from frontdesk.messages import _
from frontdesk.office import PaperAsk
from frontdesk.petitions import AgencyRow, PetitionRow, SubmitUpward, UrgeAgency
from ui.desk.days import day_field
from ui.desk.dialogs import FormDialog, given
from ui.desk.doing import may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.parts.fields import LineField, TextField
from ui.parts.form import required
from ui.parts.headings import Section
from ui.parts.menus import Entry, push
from ui.parts.rowtable import Empty
from ui.parts.smalltable import SmallTable
from ui.parts.table import Column
from ui.petitions.papers import PeriodPaperDialog
from ui.petitions.words import agency_field, day, due_tone, sender, text_of


@dataclass(frozen=True)
class Owing:
    """An agency with the petitions it is due to be asked about."""

    agency: AgencyRow
    petitions: tuple[PetitionRow, ...]

    @property
    def id(self) -> int:
        """The agency's."""
        return self.agency.id

    @property
    def longest(self) -> date | None:
        """Since when the oldest lies there."""
        return min((row.forwarded for row in self.petitions if row.forwarded), default=None)


class ChasingPanel(RecordPanel[Owing]):
    """The agencies, the most owing first; under them what the selected one owes."""

    help_page = "petitions-chasing"

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "petitions.chasing",
            _("To be urged"),
            ("petitions", "agencies"),
            (
                Column("agency", _("Agency"), 0, text=lambda row: row.agency.name),
                Column("count", _("Petitions"), 10, "right", text=lambda row: str(len(row.petitions))),
                Column("longest", _("Oldest since"), 14, text=lambda row: day(row.longest)),
                Column("phone", _("Phone"), 14, text=lambda row: row.agency.phone or ""),
            ),
            searched=lambda row: row.agency.name,
            empty=Empty(_("No agency is to be urged"), _("What is forwarded and not answered in time comes here.")),
            detail=_("Forwarded or last urged longer ago than the office's setting says."),
        )
        today = env.services.store.today
        if may(env, SubmitUpward):
            self.add_tool(push(Entry(_("Send upward in one list…"), self.submit_upward, name="chasing.upward")))
        self.add_tool(push(Entry(_("Consolidated list…"), self.show_upward_list, name="chasing.list")))
        self.buttons = self.add_buttons(
            (
                Entry(_("Record the urging of all…"), self.urge, may(env, UrgeAgency), "chasing.urge", "main"),
                Entry(_("Letter of reminder"), self.print_current, name="chasing.letter"),
            )
        )
        self.owed: SmallTable[PetitionRow] = SmallTable(
            "chasing.owed",
            _("What the agency owes"),
            (
                Column("number", _("Number"), 13),
                Column("summary", _("What it is about"), 0),
                Column("sender", _("Sender"), 22, text=sender),
                Column("forwarded", _("Forwarded"), 11, text=lambda row: day(row.forwarded)),
                Column("urged", _("Urged"), 8, "right"),
                Column("due", _("Due"), 11, text=lambda row: day(row.due), tone=lambda row: due_tone(row, today)),
            ),
            empty=_("Select an agency to see what it owes."),
        )
        self.owed.opened.connect(self._on_petition)
        section = Section(_("What the agency owes"))
        section.add(self.owed)
        self.column.addWidget(section)
        self.on_picked()

    def load(self) -> Sequence[Owing]:
        """See `RecordPanel`."""
        petitions = self.env.services.petitions
        rows = petitions.to_urge()
        return [
            Owing(agency, tuple(row for row in rows if row.agency_id == agency.id))
            for agency, _count in petitions.owing()
        ]

    def print_current(self) -> None:
        """The letter for all the selected agency owes."""
        row = self.current()
        if row is not None:
            self.env.show_paper("reminder", PaperAsk(number=row.agency.name))

    @Slot()
    def urge(self) -> None:
        """Record that the agency was urged for all of it."""
        row = self.current()
        if row is None:
            return
        dialog = FormDialog(
            self.env,
            "urge_agency",
            _("Urge: {agency}").format(agency=row.agency.name),
            _("Record"),
            partial(_urge, row),
            self,
            says=_("The urging is recorded with each petition."),
            hint=_("One letter for {count} petitions.").format(count=len(row.petitions)),
        )
        dialog.add("document", _("Document &number"), LineField(hint="15/MTTQ-BTT"))
        dialog.add("text", _("What is &said"), TextField())
        dialog.add("day", _("&Day"), day_field(self.env), value=self.env.services.store.today)
        dialog.begin()

    @Slot()
    def submit_upward(self) -> None:
        """Forward what is above our competence in one list."""
        dialog = FormDialog(
            self.env,
            "submit_upward",
            _("Send upward in one list"),
            _("Send"),
            _submit,
            self,
            says=_("The petitions are on the list upward, until they are answered."),
            hint=_("All petitions classified to be forwarded above our competence go together."),
        )
        dialog.add("to", _("&Agency"), agency_field(self.env))
        dialog.add("document", _("Document &number"), LineField())
        dialog.add("day", _("&Day"), day_field(self.env), value=self.env.services.store.today)
        dialog.begin()

    @Slot()
    def show_upward_list(self) -> None:
        """The list as a paper."""
        PeriodPaperDialog(self.env, "upward-list", self).begin()

    @Slot(object)
    def on_rows(self, rows: Sequence[Owing]) -> None:
        """See `RecordPanel`: who owes most is selected at first."""
        super().on_rows(rows)
        if rows and self.current() is None:
            self.pane.select(rows[0].id)

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        row = self.current()
        self.buttons.enable(row is not None)
        self.owed.set_rows(row.petitions if row is not None else ())

    @Slot()
    def on_opened(self) -> None:
        """The keyboard goes on to what the agency owes."""
        self.owed.table.setFocus()

    @Slot()
    def _on_petition(self) -> None:
        row = self.owed.current()
        if row is not None:
            self.env.jump(row.number)


def _urge(row: Owing, values: Mapping[str, Any]) -> UrgeAgency:
    numbers = tuple(each.number for each in row.petitions)
    return UrgeAgency(row.agency.name, numbers, **given(values, ("document", "text", "day")))


def _submit(values: Mapping[str, Any]) -> SubmitUpward:
    required(values, {"to": _("The agency")})
    return SubmitUpward(text_of(values["to"]) or "", **given(values, ("document", "day")))
