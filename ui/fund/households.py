"""The part "Households": who may be helped, what each received, and who got nothing."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from frontdesk.fund.deeds.people import AddMember, ClassifyHousehold, EditHousehold, RegisterHousehold
from frontdesk.fund.deeds.works import SurveyHouse
from frontdesk.fund.rules.kinds import CATEGORY_TITLES, Category
from frontdesk.fund.rules.people import HelpRow, HouseholdRow, masked_id
from frontdesk.messages import _
from ui.desk.dialogs import FormDialog, given
from ui.desk.doing import may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.fund.words import choices, day, vnd, word
from ui.fund.workforms import survey_dialog
from ui.parts.colours import Tone
from ui.parts.fields import Choice, ChoiceField, LineField, TextField
from ui.parts.form import required
from ui.parts.menus import Entry
from ui.parts.reading import NumberField
from ui.parts.rowtable import Empty
from ui.parts.smalltable import SmallTable
from ui.parts.table import Column, Sort


class HouseholdsPanel(RecordPanel[HouseholdRow]):
    """The households of a year by what they received, below them everything the selected one got."""

    help_page = "fund-households"

    def __init__(self, env: Env) -> None:
        named: Mapping[str, tuple[str, Any]] = {
            "": (_("All households"), lambda _row: True),
            "nothing": (_("Got nothing this year"), lambda row: not row.received_vnd),
            **{each.value: (word(CATEGORY_TITLES, each), partial(_is, each)) for each in Category},
        }
        super().__init__(
            env,
            "fund.households",
            _("Households of the fund"),
            ("households", "vouchers", "distributions"),
            (
                Column("number", _("Number"), 10, sort_key="number"),
                Column("head", _("Head of the household"), 0, sort_key="head"),
                Column("area", _("Residential area"), 16, sort_key="area"),
                Column("category", _("Kind"), 18, text=lambda row: word(CATEGORY_TITLES, row.category)),
                Column("received", _("Received (đồng)"), 14, "right", _received, "received", tone=_tone),
                Column("citizen_id", _("Citizen number"), 14, text=lambda row: masked_id(row.citizen_id), hidden=True),
                Column("address", _("Address"), 24, hidden=True),
            ),
            searched=lambda row: f"{row.number} {row.head} {row.area} {row.address}",
            named=named,
            orders={
                "number": lambda row: row.number,
                "head": lambda row: row.head,
                "area": lambda row: row.area,
                "received": lambda row: row.received_vnd,
            },
            sort=Sort("received"),
            empty=Empty(
                _("No household in this year yet"),
                _("Enter the poor and near-poor households of the year; lists are drawn up from them."),
                _("New household…") if may(env, RegisterHousehold) else "",
            ),
            detail=_("Who got nothing stands first."),
        )
        today = env.services.store.today
        self.years = ChoiceField([Choice(year, str(year)) for year in range(today.year + 1, today.year - 6, -1)])
        self.years.box.setObjectName("households.year")
        self.years.name_for_access(_("Year"))
        self.years.set_value(today.year)
        self.years.changed.connect(self._on_year)
        self.pane.add_tool(self.years)
        self.help: SmallTable[HelpRow] = SmallTable(
            "households.help",
            _("What it received"),
            (
                Column("day", _("Day"), 10, text=lambda row: day(row.day)),
                Column("number", _("Number"), 14),
                Column("text", _("What for"), 0),
                Column("source", _("From"), 18),
                Column("amount_vnd", _("Amount (đồng)"), 13, "right", lambda row: vnd(row.amount_vnd)),
                Column("goods", _("Things"), 24),
            ),
            empty=_("Choose a household to see what it received over the years; nothing yet shows nothing."),
            row_id=hash,
        )
        self.help.opened.connect(self._on_help)
        self.column.addWidget(self.help)
        self.buttons = self.add_buttons(
            (
                Entry(_("&New household…"), self.begin_new, may(env, RegisterHousehold), "households.new", "main"),
                Entry(_("C&hange…"), self.on_opened, may(env, EditHousehold), "households.change"),
                Entry(_("&Kind in a year…"), self._on_kind, may(env, ClassifyHousehold), "households.kind"),
                Entry(_("Add a &member…"), self._on_member, may(env, AddMember), "households.member"),
                Entry(_("&Survey its house…"), self._on_survey, may(env, SurveyHouse), "households.survey"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[HouseholdRow]:
        """See `RecordPanel`."""
        return self.env.services.fund.fairness(self.years.value())

    @Slot()
    def begin_new(self) -> None:
        """Another household."""
        if may(self.env, RegisterHousehold):
            household_dialog(self.env, None, self).begin()

    @Slot()
    def on_opened(self) -> None:
        """Correct the household."""
        row = self.current()
        if row is not None and may(self.env, EditHousehold):
            household_dialog(self.env, row, self).begin()

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        row = self.current()
        self.buttons.enable(row is not None, "households.new")
        if row is None:
            self.help.set_rows(())
        else:
            self.read(partial(self.env.services.fund.helped, row.number), self._on_helped)

    @Slot(object)
    def _on_helped(self, rows: Sequence[HelpRow]) -> None:
        self.help.set_rows(rows)

    @Slot()
    def _on_help(self) -> None:
        row = self.help.current()
        if row is not None:
            self.env.jump(row.number)

    @Slot()
    def _on_year(self) -> None:
        self.reload()

    @Slot()
    def _on_kind(self) -> None:
        row = self.current()
        if row is not None:
            kind_dialog(self.env, row, self).begin()

    @Slot()
    def _on_member(self) -> None:
        row = self.current()
        if row is not None:
            member_dialog(self.env, row, self).begin()

    @Slot()
    def _on_survey(self) -> None:
        row = self.current()
        if row is not None:
            survey_dialog(self.env, row.number, row.head, self).begin()


def household_dialog(env: Env, row: HouseholdRow | None, parent: QWidget) -> FormDialog:
    """A household, new or to be corrected."""
    title = _("New household") if row is None else _("Household {number}").format(number=row.number)
    make, says = partial(_household, row), _("The household is saved.")
    dialog = FormDialog(env, "household", title, _("Save"), make, parent, says=says)
    dialog.add("head", _("&Head of the household"), LineField(), value=row and row.head)
    areas = [Choice(area.name, area.name) for area in env.services.office.areas()]
    dialog.add("area", _("Residential &area"), ChoiceField(areas), value=row and row.area)
    if row is None:
        dialog.add("category", _("&Kind"), ChoiceField(choices(CATEGORY_TITLES)), value=Category.POOR)
        dialog.add("year", _("&Year"), NumberField(1990, 2100), value=env.services.store.today.year)
    dialog.add("address", _("A&ddress"), LineField(), value=row and row.address)
    dialog.add("phone", _("&Phone"), LineField(), value=row and row.phone)
    hint = _("Masked on papers. Blank leaves it as it is.")
    dialog.add("citizen_id", _("&Citizen number"), LineField(), hint=hint)
    dialog.add("note", _("N&ote"), TextField(), value=row and row.note)
    return dialog


def kind_dialog(env: Env, row: HouseholdRow, parent: QWidget) -> FormDialog:
    """What a household is in a year."""
    make, says = partial(_kind, row), _("It is recorded.")
    dialog = FormDialog(env, "kind", row.head, _("Save"), make, parent, says=says)
    dialog.add("year", _("&Year"), NumberField(1990, 2100), value=env.services.store.today.year)
    field = ChoiceField(choices(CATEGORY_TITLES), nothing=_("None of these any more"))
    dialog.add("category", _("&Kind"), field, value=row.category)
    return dialog


def member_dialog(env: Env, row: HouseholdRow, parent: QWidget) -> FormDialog:
    """Somebody more in a household."""
    make, says = partial(_member, row), _("The member is added.")
    dialog = FormDialog(env, "member", row.head, _("Add"), make, parent, says=says)
    dialog.add("name", _("&Name"), LineField())
    dialog.add("relation", _("&Relation to the head"), LineField())
    dialog.add("birth_year", _("Year of &birth"), NumberField(1900, 2100))
    return dialog


def _household(row: HouseholdRow | None, values: Mapping[str, Any]) -> RegisterHousehold | EditHousehold:
    required(values, {"head": _("The head's name"), "area": _("The residential area")})
    if row is None:
        return RegisterHousehold(**given(values, tuple(values)))
    return EditHousehold(row.number, **given(values, tuple(values)), revision=row.revision)


def _kind(row: HouseholdRow, values: Mapping[str, Any]) -> ClassifyHousehold:
    required(values, {"year": _("The year")})
    return ClassifyHousehold(row.number, values["year"], values["category"])


def _member(row: HouseholdRow, values: Mapping[str, Any]) -> AddMember:
    required(values, {"name": _("The name")})
    return AddMember(row.number, values["name"], values["relation"], values["birth_year"])


def _is(category: Category, row: HouseholdRow) -> bool:
    return row.category is category


def _received(row: HouseholdRow) -> str:
    return vnd(row.received_vnd) if row.received_vnd else _("nothing")


def _tone(row: HouseholdRow) -> Tone:
    return Tone.PLAIN if row.received_vnd else Tone.WARN
