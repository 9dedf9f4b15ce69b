"""The dialogs of bodies and their terms."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from frontdesk.messages import _
from frontdesk.roster import (
    BODY_TITLES,
    AmendBody,
    BodyKind,
    BodyRow,
    EditTerm,
    EndBody,
    FoundBody,
    OpenTerm,
    ResumeBody,
    TermRow,
)
from ui.desk.days import day_field
from ui.desk.dialogs import FormDialog, emptied, given
from ui.desk.doing import undo_by
from ui.desk.env import Env, Undo
from ui.parts.fields import ChoiceField, LineField, TextField
from ui.parts.form import required
from ui.parts.reading import NumberField
from ui.roster.pickers import area_field, chosen, text_of
from ui.roster.words import choices

_KEPT: Final = ("name", "project", "households", "since", "decision_number", "decision_date", "note")


def found_dialog(env: Env, parent: QWidget) -> FormDialog:
    """A body there is from now on."""
    dialog = FormDialog(env, "body", _("Found a body"), _("Found it"), _found, parent, says=_("The body is founded."))
    dialog.add("kind", _("&Kind"), ChoiceField(choices(BODY_TITLES)), value=BodyKind.COMMITTEE)
    hint = _("Blank: made from the kind and the area.")
    dialog.add("name", _("&Name"), LineField(), hint=hint)
    dialog.add("area", _("Residential &area"), area_field(env))
    _add_more(env, dialog, None)
    return dialog


def amend_dialog(env: Env, body: BodyRow, parent: QWidget) -> FormDialog:
    """Correct what is recorded of a body."""
    make = partial(_amend, body)
    title = _("Correct: {body}").format(body=body.name)
    dialog = FormDialog(env, "body", title, _("Save"), make, parent, says=_("Saved."))
    dialog.add("name", _("&Name"), LineField(), value=body.name)
    dialog.add("area", _("Residential &area"), area_field(env, new=False), value=chosen(body.area))
    _add_more(env, dialog, body)
    return dialog


def end_dialog(env: Env, body: BodyRow, parent: QWidget) -> FormDialog:
    """End a body with every post in it."""
    dialog = FormDialog(
        env,
        "end_body",
        _("End: {body}").format(body=body.name),
        _("End the body"),
        partial(_end, body),
        parent,
        says=_("The body has ended."),
        undo=_resume,
        hint=_("Every post in it and its running term end on the same day. The history stays readable."),
    )
    dialog.add("until", _("Last &day"), day_field(env), value=env.services.store.today)
    dialog.add("why", _("&Why"), LineField())
    return dialog


def open_term_dialog(env: Env, body: BodyRow, parent: QWidget) -> FormDialog:
    """Enter a term that is known already."""
    dialog = FormDialog(
        env,
        "term",
        _("A term of {body}").format(body=body.name),
        _("Enter"),
        partial(_open_term, body),
        parent,
        says=_("The term is entered."),
        hint=_("For a term that runs or is past. To begin the next one, use “Change of term”."),
    )
    dialog.add("name", _("&Name"), LineField(hint="khóa I, nhiệm kỳ 2025 - 2030"))
    dialog.add("since", _("&From"), day_field(env), value=body.since)
    dialog.add("until", _("&To"), day_field(env), hint=_("Blank while it runs."))
    return dialog


def edit_term_dialog(env: Env, term: TermRow, parent: QWidget) -> FormDialog:
    """Correct a term."""
    title = _("Correct: {term}").format(term=term.name)
    dialog = FormDialog(env, "term", title, _("Save"), partial(_edit_term, term), parent, says=_("Saved."))
    dialog.add("new_name", _("&Name"), LineField(), value=term.name)
    dialog.add("since", _("&From"), day_field(env), value=term.since)
    dialog.add("until", _("&To"), day_field(env), value=term.until)
    return dialog


def _add_more(env: Env, dialog: FormDialog, body: BodyRow | None) -> None:
    hint = _("Only for a supervision board: it ends with its project.")
    dialog.add("project", _("&Project"), LineField(), hint=hint, value=body and body.project)
    dialog.add("households", _("&Households"), NumberField(0, 20_000), value=body and body.households)
    dialog.add("since", _("There &since"), day_field(env), value=body and body.since)
    dialog.add("decision_number", _("&Decision number"), LineField(), value=body and body.decision_number)
    dialog.add("decision_date", _("Decision da&te"), day_field(env), value=body and body.decision_date)
    dialog.add("note", _("N&ote"), TextField(), value=body and body.note)


def _found(values: Mapping[str, Any]) -> FoundBody:
    return FoundBody(values["kind"], area=text_of(values["area"]), **given(values, _KEPT))


def _amend(body: BodyRow, values: Mapping[str, Any]) -> AmendBody:
    required(values, {"name": _("The name")})
    area, kept = text_of(values["area"]), given(values, _KEPT)
    if kept.get("name") == body.name:
        del kept["name"]
    return AmendBody(
        body.name,
        area=area if area != body.area else None,
        **kept,
        clear=emptied({**values, "area": area}, body, ("area", *(name for name in _KEPT if name != "name"))),
        revision=body.revision,
    )


def _end(body: BodyRow, values: Mapping[str, Any]) -> EndBody:
    required(values, {"until": _("The last day")})
    return EndBody(body.name, values["until"], values["why"] or None, body.revision)


def _resume(body: BodyRow) -> Undo:
    return undo_by(ResumeBody(body.name))


def _open_term(body: BodyRow, values: Mapping[str, Any]) -> OpenTerm:
    required(values, {"since": _("The first day")})
    return OpenTerm(body.name, values["name"], values["since"], values["until"])


def _edit_term(term: TermRow, values: Mapping[str, Any]) -> EditTerm:
    return EditTerm(
        term.body,
        term.name,
        new_name=values["new_name"] or None,
        since=values["since"],
        until=values["until"],
        clear=emptied(values, term, ("until",)),
        revision=term.revision,
    )
