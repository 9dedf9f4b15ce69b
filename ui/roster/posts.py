"""Posts given, corrected and ended: the dialogs of a person's card."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from frontdesk.messages import _
from frontdesk.roster import (
    HOW_CHOSEN_TITLES,
    WHY_ENDED_TITLES,
    AmendMembership,
    Appoint,
    EndMembership,
    MembershipRow,
    PersonRow,
    ResumeMembership,
    WhyEnded,
    WithdrawMembership,
)
from ui.desk.days import day_field
from ui.desk.dialogs import FormDialog, emptied, given
from ui.desk.doing import undo_by
from ui.desk.env import Env, Undo
from ui.parts.fields import ChoiceField, LineField
from ui.parts.form import required
from ui.roster.pickers import area_field, body_field, chosen, post_field, text_of
from ui.roster.words import BLOC_TITLES, choices, title

_DECISION: Final = ("since", "decision_number", "decision_date", "chosen", "bloc", "represents")


def add_post_fields(env: Env, dialog: FormDialog, held: MembershipRow | None = None) -> None:
    """The fields of a post besides its body and its name."""
    dialog.add("since", _("&From"), day_field(env), value=held and held.since)
    dialog.add("decision_number", _("&Decision number"), LineField(), value=held and held.decision_number)
    dialog.add("decision_date", _("Decision da&te"), day_field(env), value=held and held.decision_date)
    how = ChoiceField(choices(HOW_CHOSEN_TITLES), nothing=_("Not recorded"))
    dialog.add("chosen", _("&How chosen"), how, value=held and held.chosen)
    bloc = ChoiceField(choices(BLOC_TITLES), nothing=_("Not recorded"))
    dialog.add("bloc", _("B&loc"), bloc, value=held and held.bloc)
    dialog.add("represents", _("Rep&resents"), LineField(), value=held and held.represents)


def appoint_dialog(env: Env, person: PersonRow, parent: QWidget) -> FormDialog:
    """Give somebody a post."""
    dialog = FormDialog(
        env,
        "appoint",
        _("A post for {name}").format(name=person.name),
        _("Give the post"),
        partial(_appoint, person.number),
        parent,
        says=_("{name} has a new post.").format(name=person.name),
        undo=partial(_take_back, person),
        hint=_(
            "Without a body it is the Front working committee of the area; without both, the committee of the Front."
        ),
    )
    dialog.add("body", _("&Body"), body_field(env))
    dialog.add("area", _("Residential &area"), area_field(env))
    dialog.add("post", _("&Post"), post_field(env))
    add_post_fields(env, dialog)
    return dialog


def amend_dialog(env: Env, person: PersonRow, held: MembershipRow, parent: QWidget) -> FormDialog:
    """Correct what is recorded of a post."""
    dialog = FormDialog(
        env,
        "amend_post",
        _("Correct: {post}").format(post=held.title),
        _("Save"),
        partial(_amend, person.number, held),
        parent,
        says=_("Corrected."),
    )
    dialog.add("new_post", _("&Post"), post_field(env), value=chosen(held.post))
    dialog.add("area", _("Residential &area"), area_field(env, new=False), value=chosen(held.area))
    add_post_fields(env, dialog, held)
    if held.until is not None:
        dialog.add("until", _("&To"), day_field(env), value=held.until)
    return dialog


def end_dialog(env: Env, person: PersonRow, held: MembershipRow, parent: QWidget) -> FormDialog:
    """End a post with its last day."""
    dialog = FormDialog(
        env,
        "end_post",
        _("End: {post}").format(post=held.title),
        _("End the post"),
        partial(_end, person.number, held),
        parent,
        says=_("{name}: the post has ended.").format(name=person.name),
        undo=partial(_resume, person.number, held),
        hint=_("The post stays in the history of {name}.").format(name=person.name),
    )
    dialog.add("until", _("Last &day"), day_field(env), value=env.services.store.today)
    dialog.add("why", _("&Why"), ChoiceField(choices(WHY_ENDED_TITLES)), value=WhyEnded.RELIEVED)
    dialog.add("note", _("&Remark"), LineField())
    return dialog


def resume_ask(person: PersonRow, held: MembershipRow) -> ResumeMembership:
    """Take the end of a post back."""
    return ResumeMembership(person.number, held.body, held.post, held.since, held.until, held.revision)


def withdraw_ask(person: PersonRow, held: MembershipRow) -> WithdrawMembership:
    """A post entered in error."""
    return WithdrawMembership(person.number, held.body, held.post, held.since, held.until, held.revision)


def _appoint(number: str, values: Mapping[str, Any]) -> Appoint:
    return Appoint(
        number,
        body=text_of(values["body"]),
        post=text_of(values["post"]),
        area=text_of(values["area"]),
        **given(values, _DECISION),
    )


def _amend(number: str, held: MembershipRow, values: Mapping[str, Any]) -> AmendMembership:
    post, area = text_of(values["new_post"]), text_of(values["area"])
    cleared = emptied({**values, "area": area}, held, ("area", *_DECISION))
    if post is None and held.post is not None:
        cleared = ("new_post", *cleared)
    return AmendMembership(
        number,
        body=held.body,
        post=held.post,
        new_post=post if post != held.post else None,
        area=area if area != held.area else None,
        began=held.since,
        ended=held.until,
        clear=cleared,
        revision=held.revision,
        **given(values, (*_DECISION, "until")),
    )


def _end(number: str, held: MembershipRow, values: Mapping[str, Any]) -> EndMembership:
    required(values, {"until": title("until"), "why": title("ended_why")})
    return EndMembership(
        number,
        body=held.body,
        post=held.post,
        until=values["until"],
        why=values["why"],
        note=values["note"] or None,
        began=held.since,
        revision=held.revision,
    )


def _resume(number: str, held: MembershipRow, after: PersonRow) -> Undo:
    ended = next(each for each in after.memberships if each.id == held.id)
    return undo_by(ResumeMembership(number, held.body, held.post, ended.since, ended.until))


def _take_back(before: PersonRow, after: PersonRow) -> Undo:
    known = {held.id for held in before.memberships}
    new = next(held for held in after.memberships if held.id not in known)
    return undo_by(WithdrawMembership(after.number, new.body, new.post, new.since, new.until))
