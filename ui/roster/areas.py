"""The residential areas: found, corrected, renamed and merged from a day on."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Slot

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.office import AREA_TITLES, AddArea, AreaRow, EditArea
from frontdesk.roster import AreaLine, MergeAreas, PartAreas, RenameArea, RestoreAreaName
from ui.desk.days import day_field
from ui.desk.dialogs import FormDialog, given
from ui.desk.doing import do, may, undo_by
from ui.desk.env import Env, Undo
from ui.desk.records import RecordPanel
from ui.parts.colours import Tone
from ui.parts.fields import ChoiceField, LineField, SwitchField
from ui.parts.form import required
from ui.parts.menus import Entry, push
from ui.parts.reading import NumberField
from ui.parts.rowtable import Empty
from ui.parts.table import Column
from ui.roster.papers import PaperDialog, papers
from ui.roster.words import choices, day, word

HOUSEHOLDS_MOST = 20_000


class AreasPanel(RecordPanel[AreaLine]):
    """Every area there ever was; running ones at first."""

    help_page = "roster-areas"

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "roster.areas",
            _("Residential areas"),
            ("areas", "roster", "bodies"),
            _columns(),
            searched=lambda line: f"{line.area.name} {line.became or ''}",
            empty=Empty(
                _("No residential area yet"),
                _("Importing the roster makes the areas it names; or add them one by one."),
                _("Add an area…") if may(env, AddArea) else "",
            ),
            named={
                "": (_("Running"), lambda line: line.area.until is None),
                "ended": (_("Renamed or merged"), lambda line: line.area.until is not None),
                "all": (_("All that ever were"), lambda line: True),
            },
            orders={"people": lambda line: line.people, "households": lambda line: line.area.households or 0},
        )
        if may(env, AddArea):
            self.add_tool(push(Entry(_("Add an area… (Ctrl+N)"), self.begin_new, name="areas.new", role="main")))
        self.add_tool(push(Entry(_("Directory by area…"), self.print_current, name="areas.print")))
        self.buttons = self.add_buttons(
            (
                Entry(_("Correct…"), self.on_opened, may(env, EditArea), "areas.edit"),
                Entry(_("Rename…"), self.rename, may(env, RenameArea), "areas.rename"),
                Entry(_("Merge the selected…"), self.merge, may(env, MergeAreas), "areas.merge"),
                Entry(_("Take the merger or new name back…"), self.take_back, may(env, PartAreas), "areas.take_back"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[AreaLine]:
        """See `RecordPanel`."""
        return self.env.services.roster.area_lines()

    @Slot()
    def begin_new(self) -> None:
        """Another area."""
        if not may(self.env, AddArea):
            return
        dialog = FormDialog(
            self.env, "area", _("A residential area"), _("Add"), _add, self, says=_("The area is in the list.")
        )
        dialog.add("name", _("&Name"), LineField(hint="Khu phố 3"))
        _more(self.env, dialog, None)
        dialog.begin()

    @Slot()
    def print_current(self) -> None:
        """The directory."""
        line = self.current()
        kind = next(kind for kind in papers() if kind.name == "directory")
        PaperDialog(self.env, kind, line.area.name if line else None, self).begin()

    @Slot()
    def on_opened(self) -> None:
        """Correct the selected area."""
        line = self.current()
        if line is None or not may(self.env, EditArea):
            return
        title = _("Correct: {area}").format(area=line.area.name)
        dialog = FormDialog(self.env, "area", title, _("Save"), partial(_edit, line), self, says=_("Saved."))
        _more(self.env, dialog, line)
        dialog.begin()

    @Slot()
    def rename(self) -> None:
        """Another name from a day on."""
        line = self.current()
        if line is None:
            return
        dialog = FormDialog(
            self.env,
            "rename_area",
            _("Rename: {area}").format(area=line.area.name),
            _("Rename"),
            partial(_rename, line),
            self,
            says=_("The area has its new name."),
            undo=_restore_name,
            hint=_("What was recorded before that day stays under the old name; its bodies go on under the new one."),
        )
        dialog.add("name", _("&New name"), LineField(), value=line.area.name)
        dialog.add("day", _("From which &day"), day_field(self.env), value=self.env.services.store.today)
        dialog.add("kind", _("&Kind"), ChoiceField(choices(AREA_TITLES), nothing=_("As the name says")))
        dialog.begin()

    @Slot()
    def merge(self) -> None:
        """One area of the selected ones."""
        lines = [line for line in self.selected() if line.area.until is None]
        if len(lines) < 2:
            self.env.notices.say(_("Select two areas or more first: Ctrl+click, or Shift+arrows."))
            return
        names = ", ".join(line.area.name for line in lines)
        dialog = FormDialog(
            self.env,
            "merge_areas",
            _("Merge areas"),
            _("Merge"),
            partial(_merge, lines),
            self,
            says=_("The areas are one now."),
            undo=_part,
            hint=_(
                "{names} end the day before and become one area. Their Front working committees end too; other bodies "
                "go on in the new area. Everything recorded stays readable under the old names."
            ).format(names=names),
        )
        dialog.add("into", _("&Name of the new area"), LineField(), hint=_("One of the old names is allowed."))
        dialog.add("day", _("From which &day"), day_field(self.env), value=self.env.services.store.today)
        dialog.add("households", _("&Households"), NumberField(0, HOUSEHOLDS_MOST), hint=_("Blank: the sum."))
        says = _("Members of the old committees go over to the new one")
        dialog.add("carry", "", SwitchField(says), value=True)
        dialog.add("decision_number", _("D&ecision number"), LineField())
        dialog.add("decision_date", _("Decision da&te"), day_field(self.env))
        dialog.begin()

    @Slot()
    def take_back(self) -> None:
        """Take the last merger or new name of the selected area back."""
        line = self.current()
        if line is not None:
            self.read(partial(self.env.services.roster.way_back, line.area.name), self._on_way_back)

    @Slot(object)
    def _on_way_back(self, ask: PartAreas | RestoreAreaName | None) -> None:
        if ask is None:
            return
        title, said = (
            _("Take the new name back"),
            _("The area has its old name again, as if it had never been renamed."),
        )
        if isinstance(ask, PartAreas):
            title = _("Take the merger back")
            said = _(
                "The areas are separate again, their bodies and people as before, as if they had never been merged."
            )
        limit = _("This works as long as nothing is recorded under “{area}”.").format(area=ask.area)
        if self.env.ask.confirm(title, f"{said} {limit}", _("Take it back"), risky=True):
            do(self.env, ask, self, says=_("Taken back."))

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        line = self.current()
        self.buttons.enable(line is not None and line.area.until is None)
        back = self.buttons.buttons.get("areas.take_back")
        if back is not None:
            came = line is not None and any(other.became == line.area.name for other in self._rows)
            back.setEnabled(came and line is not None and line.area.until is None)
        merge = self.buttons.buttons.get("areas.merge")
        if merge is not None:
            merge.setEnabled(len(self.selected()) > 1)


def _columns() -> tuple[Column[AreaLine], ...]:
    return (
        Column("name", _("Area"), 0, text=lambda line: line.area.name, tone=_tone),
        Column("kind", _("Kind"), 14, text=lambda line: word(AREA_TITLES, line.area.kind)),
        Column("households", _("Households"), 9, "right", text=_households, sort_key="households"),
        Column("people", _("Serving people"), 9, "right", sort_key="people"),
        Column("since", _("From"), 10, text=lambda line: day(line.area.since)),
        Column("until", _("To"), 10, text=lambda line: day(line.area.until)),
        Column("became", _("Became"), 22, text=lambda line: line.became or ""),
    )


def _tone(line: AreaLine) -> Tone:
    return Tone.PLAIN if line.area.until is None else Tone.MUTED


def _households(line: AreaLine) -> str:
    return "" if line.area.households is None else str(line.area.households)


def _more(env: Env, dialog: FormDialog, line: AreaLine | None) -> None:
    kind = ChoiceField(choices(AREA_TITLES), nothing=_("As the name says"))
    dialog.add("kind", _("&Kind"), kind, value=line and line.area.kind)
    households = NumberField(0, HOUSEHOLDS_MOST)
    dialog.add("households", _("&Households"), households, value=line and line.area.households)
    dialog.add("since", _("There &since"), day_field(env), value=line and line.area.since)


def _restore_name(area: AreaRow) -> Undo:
    return undo_by(RestoreAreaName(area.name))


def _part(area: AreaRow) -> Undo:
    return undo_by(PartAreas(area.name))


def _add(values: Mapping[str, Any]) -> AddArea:
    return AddArea(values["name"], **given(values, ("kind", "households", "since")))


def _edit(line: AreaLine, values: Mapping[str, Any]) -> EditArea:
    return EditArea(line.area.name, **given(values, ("kind", "households", "since")), revision=line.area.revision)


def _rename(line: AreaLine, values: Mapping[str, Any]) -> RenameArea:
    required(values, {"name": _("The new name"), "day": _("The day")})
    return RenameArea(line.area.name, values["name"], values["day"], values["kind"])


def _merge(lines: Sequence[AreaLine], values: Mapping[str, Any]) -> MergeAreas:
    required(values, {"into": _("The name of the new area"), "day": _("The day")})
    if not values["decision_number"] and values["decision_date"] is not None:
        raise RuleBroken("form.needed", _("Write the number of the decision too."), "decision_number")
    return MergeAreas(
        tuple(line.area.name for line in lines),
        values["into"],
        values["day"],
        carry=values["carry"],
        **given(values, ("households", "decision_number", "decision_date")),
    )
