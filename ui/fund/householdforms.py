"""The dialogs of households: themselves, what they are in a year, who lives there."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from frontdesk.fund import (
    CATEGORY_TITLES,
    AddMember,
    Category,
    ClassifyHousehold,
    EditHousehold,
    EditMember,
    HouseholdRow,
    RegisterHousehold,
)
from frontdesk.messages import _
from ui.desk.dialogs import FormDialog, given
from ui.desk.env import Env
from ui.fund.words import choices
from ui.parts.fields import Choice, ChoiceField, LineField, SwitchField, TextField
from ui.parts.form import required
from ui.parts.reading import NumberField


@dataclass(frozen=True)
class PlacedMember:
    """Somebody in a household, by their place in it from 1."""

    place: int
    name: str
    relation: str
    birth_year: int | None
    note: str


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
    dialog.add("note", _("N&ote"), LineField())
    return dialog


def edit_member_dialog(env: Env, row: HouseholdRow, member: PlacedMember, parent: QWidget) -> FormDialog:
    """Somebody in a household to be corrected, or who left it."""
    make, says = partial(_edited, row, member), _("The member is saved.")
    dialog = FormDialog(env, "edit_member", row.head, _("Save"), make, parent, says=says)
    dialog.add("name", _("&Name"), LineField(), value=member.name)
    dialog.add("relation", _("&Relation to the head"), LineField(), value=member.relation)
    dialog.add("birth_year", _("Year of &birth"), NumberField(1900, 2100), value=member.birth_year)
    dialog.add("note", _("N&ote"), LineField(), value=member.note)
    dialog.add("left", "", SwitchField(_("No longer lives in this household")))
    return dialog


def _household(row: HouseholdRow | None, values: Mapping[str, Any]) -> RegisterHousehold | EditHousehold:
    required(values, {"head": _("The head's name"), "area": _("The residential area")})
    if row is None:
        return RegisterHousehold(**given(values, tuple(values)))
    # A blank citizen number is one that is not shown; the other blanks were made by the person.
    blank = {name: values[name] for name in ("address", "phone", "note")}
    kept = given(values, ("head", "area", "citizen_id"))
    return EditHousehold(row.number, **kept, **blank, revision=row.revision)


def _kind(row: HouseholdRow, values: Mapping[str, Any]) -> ClassifyHousehold:
    required(values, {"year": _("The year")})
    return ClassifyHousehold(row.number, values["year"], values["category"])


def _member(row: HouseholdRow, values: Mapping[str, Any]) -> AddMember:
    required(values, {"name": _("The name")})
    return AddMember(row.number, **values)


def _edited(row: HouseholdRow, member: PlacedMember, values: Mapping[str, Any]) -> EditMember:
    required(values, {"name": _("The name")})
    return EditMember(row.number, member.place, **values)
