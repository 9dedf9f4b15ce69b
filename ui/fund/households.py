"""The part "Households": who may be helped, who lives there, what each received, and who got nothing."""

from collections.abc import Mapping, Sequence
from functools import partial
from operator import attrgetter
from typing import Any

from PySide6.QtCore import Slot

from frontdesk.fund import (
    CATEGORY_TITLES,
    AddMember,
    Category,
    ClassifyHousehold,
    EditHousehold,
    EditMember,
    Fund,
    HelpRow,
    HouseholdRow,
    RegisterHousehold,
    SurveyHouse,
)
from frontdesk.messages import _
from frontdesk.vietnamese import masked_id
from ui.desk.doing import may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.fund.householdforms import PlacedMember, edit_member_dialog, household_dialog, kind_dialog, member_dialog
from ui.fund.words import day, vnd, word
from ui.fund.workforms import survey_dialog
from ui.parts.colours import Tone
from ui.parts.fields import Choice, ChoiceField
from ui.parts.headings import Below
from ui.parts.menus import Entry, more
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
                Column("received", _("Help received"), 17, "right", _received, "received", tone=_tone),
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
                Column("source", _("Source"), 18),
                Column("amount_vnd", _("Amount (đồng)"), 13, "right", lambda row: vnd(row.amount_vnd)),
                Column("goods", _("Things"), 24),
            ),
            empty=_("Choose a household to see what it received over the years; nothing yet shows nothing."),
            row_id=hash,
        )
        self.help.opened.connect(self._on_help)
        self.members: SmallTable[PlacedMember] = SmallTable(
            "households.members",
            _("Members of the household"),
            (
                Column("place", "#", 4, "right"),
                Column("name", _("Name"), 0),
                Column("relation", _("Relation to the head"), 20),
                Column("birth_year", _("Year of birth"), 12, text=lambda row: str(row.birth_year or "")),
                Column("note", _("Remarks"), 24),
            ),
            empty=_("No member besides the head is recorded."),
            row_id=attrgetter("place"),
        )
        self.members.opened.connect(self._on_change_member)
        below = Below("households.below")
        below.add(self.help)
        below.add(self.members)
        self.column.addWidget(below)
        self.buttons = self.add_buttons(
            (
                Entry(_("&New household…"), self.begin_new, may(env, RegisterHousehold), "households.new", "main"),
                Entry(_("C&hange…"), self.on_opened, may(env, EditHousehold), "households.change"),
                Entry(_("&Kind in a year…"), self._on_kind, may(env, ClassifyHousehold), "households.kind"),
                Entry(_("&Survey its house…"), self._on_survey, may(env, SurveyHouse), "households.survey"),
            )
        )
        self.more = more(
            "households.more",
            (
                Entry(_("Add a &member…"), self._on_member, may(env, AddMember), "households.member"),
                Entry(_("Change the m&ember…"), self._on_change_member, may(env, EditMember), "households.edit_member"),
            ),
        )
        self.add_tool(self.more)
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
            self.read(partial(around, self.env.services.fund, row.number), self._on_around)
        self.members.setVisible(row is not None)

    @Slot(object)
    def _on_around(self, found: tuple[Sequence[HelpRow], Sequence[PlacedMember]]) -> None:
        helped, members = found
        self.help.set_rows(helped)
        self.members.set_rows(members)

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
    def _on_change_member(self) -> None:
        row, member = self.current(), self.members.current()
        if row is not None and member is not None and may(self.env, EditMember):
            edit_member_dialog(self.env, row, member, self).begin()

    @Slot()
    def _on_survey(self) -> None:
        row = self.current()
        if row is not None:
            survey_dialog(self.env, row.number, row.head, self).begin()


def around(service: Fund, number: str) -> tuple[Sequence[HelpRow], Sequence[PlacedMember]]:
    """What a household received, and who lives in it; runs on the reading worker."""
    members = service.members(number)
    placed = [
        PlacedMember(at, each.name, each.relation, each.birth_year, each.note) for at, each in enumerate(members, 1)
    ]
    return service.helped(number), placed


def _is(category: Category, row: HouseholdRow) -> bool:
    return row.category is category


def _received(row: HouseholdRow) -> str:
    return vnd(row.received_vnd) if row.received_vnd else _("nothing")


def _tone(row: HouseholdRow) -> Tone:
    return Tone.PLAIN if row.received_vnd else Tone.WARN
