"""The head of a meeting: what, when, where, who leads it, who must come; and the sites it is joined from."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout

from frontdesk.errors import RuleBroken
from frontdesk.meetings import Clash, ClashKind, Edit
from frontdesk.messages import _, n_
from ui.desk.drafting import draft_key
from ui.meetings.buttons import button, in_row
from ui.meetings.delegates import quorum_words
from ui.meetings.entry_form import DESK
from ui.meetings.entry_section import EntrySection
from ui.meetings.fields import as_choice, asked, day_field, moment, person_field
from ui.meetings.kinds import SITES
from ui.meetings.section import Part
from ui.meetings.shown import Shown
from ui.meetings.subject import Subject
from ui.meetings.words import KINDS, choices, moment_words
from ui.parts.fields import ChoiceField, LineField, TextField
from ui.parts.form import Form, required
from ui.parts.headings import Page, label, restyle
from ui.parts.reading import NumberField, TimeField

_SHOWN: Final = 3
"""Clashes told one by one: more would push the head off the screen."""


class GeneralSection(Part):
    """The head as a form, live quorum and clashes above it, sites below."""

    def __init__(self, subject: Subject) -> None:
        super().__init__(subject, "general", _("General"))
        self.quorum = label("", "section", name="general.quorum")
        self.clashes = label("", "value", name="general.clashes")
        self.form = _head_form(subject)
        self._save = button(_("Save"), "general.save", self.save, main=True)
        self.form.add_wide(in_row(self._save))
        self.form.save_asked.connect(self.save)
        self.sites = EntrySection(subject, SITES)
        self.sites.setMinimumHeight(self.fontMetrics().height() * 15)
        page = Page("general_page")
        for widget in (self.quorum, self.clashes, self.form, self.sites):
            page.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self._shown = Shown(self.form, subject, partial(_head, subject))
        subject.env.keep_drafts(self.form, draft_key(DESK, f"{subject.number} general"))
        self.show_row()

    def show_row(self) -> None:
        """See `Part`; what is being typed stays."""
        self._shown.refresh()
        words, tone = quorum_words(self.subject)
        self.quorum.setText(words)
        restyle(self.quorum, "tone", tone.value)
        found = self.subject.env.services.meetings.clashes(self.subject.number) if self.subject.is_open else ()
        self.clashes.setText("\n".join(_clash_lines(found)))
        self.clashes.setVisible(bool(found))
        restyle(self.clashes, "tone", "warn")
        may = self.subject.may(Edit)
        self.form.setEnabled(may)
        self._save.setVisible(may)

    def focus_first(self) -> None:
        """See `Part`."""
        self.form.field("title").setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def save(self) -> None:
        """Correct the head."""
        if not self.form.readable() or not self._shown.may_save():
            return
        values = self.form.values()
        needed = {"title": _("A title"), "day": _("The day"), "at": _("The hour")}
        try:
            required(values, needed)
        except RuleBroken as error:
            self.form.show_error(error)
            return
        starts = moment(values["day"], values["at"])
        ends = moment(values["ends_day"] or values["day"], values["ends_at"])
        ask = asked(Edit, self.subject.number, self.form, starts=starts, ends=ends, revision=self.subject.row.revision)
        self.subject.do(
            ask, self, form=self.form, says=_("Saved."), done=self._shown.on_saved, reload=self._shown.give_way
        )


def _head_form(subject: Subject) -> Form:
    env, form = subject.env, Form("general")
    form.add("kind", _("&Kind"), ChoiceField(choices(KINDS)))
    form.add("title", _("&Name of the meeting"), TextField(lines=2))
    form.add("day", _("&Day"), day_field(env))
    form.add("at", _("&Begins at"), TimeField())
    form.add("ends_at", _("&Ends at"), TimeField())
    form.add("ends_day", _("Ends on"), day_field(env), hint=_("Only when it ends on another day."))
    form.add("place", _("&Place"), LineField())
    form.add("chair_name", _("&Chaired by"), person_field(env))
    form.add("chair_position", _("Position of the chair"), LineField())
    form.add("secretary_name", _("&Secretary"), person_field(env))
    form.add("secretary_position", _("Position of the secretary"), LineField())
    form.add("convened", _("C&onvened"), NumberField(most=9_999), hint=_("How many were convened."))
    share = _("The share of those convened who must be present. Blank: no rule.")
    form.add("quorum_share", _("&Quorum"), LineField(hint="2/3"), hint=share)
    form.add("series", _("Se&ries"), LineField(), hint=_("Meetings of one series take over what is still open."))
    form.add("invitation_note", _("&Note on invitations"), TextField())
    return form


def _head(subject: Subject) -> dict[str, Any]:
    row = subject.row
    ends: datetime | None = row.ends
    other_day = ends is not None and ends.date() != row.starts.date()
    return {
        "kind": row.kind, "title": row.title, "day": row.starts.date(), "at": row.starts.time(),
        "ends_at": ends.time() if ends is not None else None,
        "ends_day": ends.date() if ends is not None and other_day else None,
        "place": row.place, "convened": row.convened, "quorum_share": row.quorum_share, "series": row.series,
        "invitation_note": row.invitation_note,
        "chair_name": as_choice(row.chair.name if row.chair is not None else None),
        "chair_position": row.chair.position if row.chair is not None else None,
        "secretary_name": as_choice(row.secretary.name if row.secretary is not None else None),
        "secretary_position": row.secretary.position if row.secretary is not None else None,
    }  # fmt: skip


def _clash_lines(found: Sequence[Clash]) -> Iterator[str]:
    """The first of them, and how many more there are."""
    yield from map(_clash_words, found[:_SHOWN])
    if len(found) > _SHOWN:
        more = len(found) - _SHOWN
        yield n_("… and {count} more", "… and {count} more", more).format(count=more)


def _clash_words(clash: Clash) -> str:
    words = _("{what} is also wanted by {number} at {when}: {title}")
    if clash.kind is ClashKind.PERSON:
        words = _("{what} is also invited to {number} at {when}: {title}")
    return words.format(what=clash.what, number=clash.number, when=moment_words(clash.starts), title=clash.title)
