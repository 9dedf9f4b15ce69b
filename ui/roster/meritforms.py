"""The dialogs of training, commendations, good models and study visits."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.roster import (
    Attend,
    Commend,
    CommendationRow,
    CopyModel,
    CopyRow,
    CourseRow,
    EditCopy,
    EditCourse,
    EditModel,
    EditVisit,
    HoldCourse,
    Level,
    ModelRow,
    NoteModel,
    NoteVisit,
    VisitRow,
    WithdrawCommendation,
)
from ui.desk.days import day_field
from ui.desk.dialogs import FormDialog, emptied, given
from ui.desk.doing import undo_by
from ui.desk.env import Env, Undo
from ui.parts.fields import Choice, ChoiceField, LineField, TextField
from ui.parts.form import required
from ui.parts.picker import PickerField
from ui.parts.reading import NumberField
from ui.roster.peoplefield import PeopleField
from ui.roster.pickers import area_field, chosen, find_bodies, find_people, text_of
from ui.roster.words import LEVEL_TITLES, choices


def course(env: Env, row: CourseRow | None, parent: QWidget) -> FormDialog:
    """A course, new or to be corrected."""
    title = _("A training course") if row is None else _("Correct: {course}").format(course=row.title)
    yes, says = (_("Enter"), _("The course is entered.")) if row is None else (_("Save"), _("Saved."))
    dialog = FormDialog(env, "course", title, yes, partial(_course, row), parent, says=says)
    dialog.add("title", _("&Title"), LineField(), value=row and row.title)
    dialog.add("since", _("&From"), day_field(env), value=row and row.since)
    dialog.add("until", _("&To"), day_field(env), value=row and row.until)
    dialog.add("organiser", _("&Held by"), LineField(), value=row and row.organiser)
    dialog.add("place", _("&Place"), LineField(), value=row and row.place)
    dialog.add("note", _("N&ote"), TextField(), value=row and row.note)
    return dialog


def attend(env: Env, row: CourseRow, parent: QWidget) -> FormDialog:
    """Who took part in a course."""
    dialog = FormDialog(
        env,
        "attend",
        _("Who took part: {course}").format(course=row.title),
        _("Enter"),
        partial(_attend, row),
        parent,
        says=_("Entered."),
    )
    dialog.add("numbers", _("&Who"), PeopleField(env))
    dialog.add("result", _("&Result"), LineField(), hint=_("The same for all of them; blank where there is none."))
    return dialog


def commend(env: Env, parent: QWidget) -> FormDialog:
    """A commendation."""
    dialog = FormDialog(
        env,
        "commend",
        _("A commendation"),
        _("Enter"),
        _commend,
        parent,
        says=_("The commendation is entered."),
        undo=_take_back,
    )
    hint = _("Somebody of the roster, a body, or any other name.")
    dialog.add("recipient", _("&Who"), PickerField(partial(_find, env), lane=env.lane, free_text=True), hint=hint)
    dialog.add("form", _("&Form"), LineField(hint="Giấy khen"))
    dialog.add("level", _("&Level"), ChoiceField(choices(LEVEL_TITLES)), value=Level.COMMUNE)
    dialog.add("merit", _("For &what"), TextField())
    dialog.add("decision_number", _("&Decision number"), LineField())
    dialog.add("decision_date", _("Decision da&te"), day_field(env))
    return dialog


def model(env: Env, row: ModelRow | None, parent: QWidget) -> FormDialog:
    """A good model, new or to be corrected."""
    title = _("A good model") if row is None else _("Correct: {model}").format(model=row.name)
    yes, says = (_("Enter"), _("The model is entered.")) if row is None else (_("Save"), _("Saved."))
    dialog = FormDialog(env, "model", title, yes, partial(_model, row), parent, says=says)
    dialog.add("name", _("&Name"), LineField(), value=row and row.name)
    dialog.add("founder", _("&Begun by"), LineField(), value=row and row.founder)
    dialog.add("area", _("Residential &area"), area_field(env, new=False), value=chosen(row.area if row else None))
    dialog.add("since", _("&From"), day_field(env), value=row and row.since)
    if row is not None:
        dialog.add("until", _("&To"), day_field(env), value=row.until, hint=_("Blank while it runs."))
    dialog.add("description", _("&Description"), TextField(), value=row and row.description)
    return dialog


def copied(env: Env, row: ModelRow, parent: QWidget) -> FormDialog:
    """Where a model was copied to."""
    dialog = FormDialog(
        env,
        "copied",
        _("Copied: {model}").format(model=row.name),
        _("Enter"),
        partial(_copied, row),
        parent,
        says=_("Entered."),
    )
    dialog.add("area", _("Residential &area"), area_field(env, new=False))
    dialog.add("place", _("Or &place elsewhere"), LineField())
    dialog.add("since", _("&From"), day_field(env))
    dialog.add("note", _("N&ote"), LineField())
    return dialog


def copy(env: Env, row: CopyRow, parent: QWidget) -> FormDialog:
    """A place a model was copied to, to be corrected."""
    title = _("Correct: {visit}").format(visit=row.place)
    dialog = FormDialog(env, "copy", title, _("Save"), partial(_copy, row), parent, says=_("Saved."))
    dialog.add("place", _("&Place"), LineField(), value=row.place)
    dialog.add("since", _("&From"), day_field(env), value=row.since)
    dialog.add("note", _("N&ote"), LineField(), value=row.note)
    return dialog


def visit(env: Env, row: VisitRow | None, parent: QWidget) -> FormDialog:
    """A study visit, new or to be corrected."""
    title = _("A study visit") if row is None else _("Correct: {visit}").format(visit=row.place)
    yes, says = (_("Enter"), _("The visit is entered.")) if row is None else (_("Save"), _("Saved."))
    dialog = FormDialog(env, "visit", title, yes, partial(_visit, row), parent, says=says)
    dialog.add("place", _("Where &to"), LineField(), value=row and row.place)
    dialog.add("day", _("&Day"), day_field(env), value=row and row.day)
    dialog.add("purpose", _("What &for"), LineField(), value=row and row.purpose)
    went = tuple(Choice(*each) for each in zip(row.numbers, row.visitors, strict=True)) if row else None
    dialog.add("visitors", _("&Who went"), PeopleField(env), value=went)
    hint = _("Blank: those named.")
    count = row and row.head_count
    dialog.add("head_count", _("&People in all"), NumberField(1, 1000), hint=hint, value=count)
    models = [Choice(each.name, each.name) for each in env.services.roster.models()]
    seen = row.models[0] if row and row.models else None
    dialog.add("models", _("&Model seen"), ChoiceField(models, nothing=_("None")), value=seen)
    dialog.add("result", _("&Result"), TextField(), value=row and row.result)
    return dialog


def _course(row: CourseRow | None, values: Mapping[str, Any]) -> HoldCourse | EditCourse:
    required(values, {"title": _("The title"), "since": _("The first day")})
    kept = given(values, ("until", "organiser", "place", "note"))
    if row is None:
        return HoldCourse(values["title"], values["since"], **kept)
    title = values["title"] if values["title"] != row.title else None
    return EditCourse(
        row.title,
        row.since,
        new_title=title,
        since=values["since"],
        **kept,
        clear=emptied(values, row, ("until", "organiser", "place", "note")),
        revision=row.revision,
    )


def _attend(row: CourseRow, values: Mapping[str, Any]) -> Attend:
    if not values["numbers"]:
        raise RuleBroken("form.needed", _("Name at least one person."), "numbers")
    return Attend(row.title, tuple(one.key for one in values["numbers"]), values["result"] or None, row.since)


def _find(env: Env, text: str) -> list[Choice]:
    bodies = [Choice(("body", each.text), each.text, _("body")) for each in find_bodies(env, text)]
    return [*(Choice(("number", each.key), each.text, each.detail) for each in find_people(env, text)), *bodies]


def _commend(values: Mapping[str, Any]) -> Commend:
    required(values, {"recipient": _("Who"), "form": _("The form"), "decision_date": _("The decision date")})
    who = values["recipient"]
    kind, name = who.key or ("recipient", who.text)
    kept = given(values, ("level", "merit", "decision_number"))
    return Commend(values["form"], values["decision_date"], **{kind: name}, **kept)


def _take_back(row: CommendationRow) -> Undo:
    return undo_by(WithdrawCommendation(row.recipient, row.decision_date, _("Entered in error"), row.form))


def _model(row: ModelRow | None, values: Mapping[str, Any]) -> NoteModel | EditModel:
    required(values, {"name": _("The name")})
    kept = given(values, ("founder", "since", "until", "description"))
    area = text_of(values["area"])
    if row is None:
        return NoteModel(values["name"], area=area, **kept)
    name = values["name"] if values["name"] != row.name else None
    return EditModel(
        row.name,
        new_name=name,
        area=area if area != row.area else None,
        **kept,
        clear=emptied({**values, "area": area}, row, ("founder", "area", "since", "until", "description")),
        revision=row.revision,
    )


def _copied(row: ModelRow, values: Mapping[str, Any]) -> CopyModel:
    return CopyModel(row.name, area=text_of(values["area"]), **given(values, ("place", "since", "note")))


def _copy(row: CopyRow, values: Mapping[str, Any]) -> EditCopy:
    required(values, {"place": _("Where it was copied to")})
    place = values["place"] if values["place"] != row.place else None
    kept = given(values, ("since", "note"))
    clear = emptied(values, row, ("since", "note"))
    return EditCopy(row.model, row.place, new_place=place, **kept, clear=clear, revision=row.revision)


def _visit(row: VisitRow | None, values: Mapping[str, Any]) -> NoteVisit | EditVisit:
    required(values, {"place": _("Where to"), "day": _("The day")})
    visitors = tuple(one.key for one in values["visitors"])
    kept = given(values, ("purpose", "head_count", "result"))
    seen = [values["models"]] if values["models"] else []
    if row is None:
        return NoteVisit(values["place"], values["day"], visitors=visitors, models=tuple(seen), **kept)
    # The form holds one model; a visit that saw several keeps the others.
    seen += row.models[1:]
    return EditVisit(
        row.place,
        row.day,
        new_place=values["place"],
        new_day=values["day"],
        visitors=visitors,
        models=tuple(dict.fromkeys(seen)),
        **kept,
        clear=emptied(values, row, ("purpose", "head_count", "result")),
        revision=row.revision,
    )
