"""A new meeting: from the template of its kind, or from the last of a series."""

from datetime import time
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.errors import RuleBroken
from frontdesk.meetings import Follow, Kind, MeetingRow, Prepare, SetTemplate
from frontdesk.messages import _
from ui.desk.drafting import draft_key
from ui.desk.env import Env
from ui.meetings.buttons import button, in_row
from ui.meetings.entry_form import DESK
from ui.meetings.fields import day_field, moment
from ui.meetings.subject import DEED_OF
from ui.meetings.words import KINDS, choices
from ui.parts.fields import Choice, ChoiceField, LineField
from ui.parts.form import Form, required
from ui.parts.headings import Heading, Hint, Page
from ui.parts.reading import TimeField


class Beginning(QWidget):
    """Asks for the least a meeting needs; everything else comes from its template or the last of its series."""

    made = Signal(str)
    """The number of the new meeting."""
    left = Signal()
    template_asked = Signal(str)
    """The template of this kind is to be changed."""

    def __init__(self, env: Env, after: str | None = None) -> None:
        super().__init__()
        self.setObjectName("beginning")
        self._env = env
        self.form = Form("new_meeting")
        series = [Choice(number, name, number) for name, number in env.services.meetings.series().items()]
        if after is not None and all(choice.key != after for choice in series):
            series.insert(0, Choice(after, env.services.meetings.meeting(after).title, after))
        self._after = ChoiceField(series, nothing=_("none: begin with a template"))
        self._kind = ChoiceField(choices(KINDS))
        self._brings = Hint("")
        self.form.add("number", _("Next of the &series"), self._after)
        self.form.add("kind", _("&Kind"), self._kind)
        self.form.add_wide(self._brings)
        self.form.add("day", _("&Day"), day_field(env))
        self.form.add("at", _("&Begins at"), TimeField())
        self.form.add("title", _("&Name of the meeting"), LineField(), hint=_("Blank: the words of the template."))
        self.form.add("place", _("&Place"), LineField())
        self.form.set_values({"number": after, "kind": Kind.QUARTERLY_BRIEFING, "at": time(8, 0)})
        self.form.changed.connect(self._tell)
        self.form.save_asked.connect(self.save)
        self._save = button(_("&Prepare the meeting"), "new_meeting.save", self.save, main=True)
        self._template = button(_("Change the te&mplate…"), "new_meeting.template", self._on_template)
        back = button(_("Go back"), "new_meeting.back", self.left)
        buttons = in_row(self._save, back, self._template)
        page = Page("beginning_page")
        for widget in (Heading(_("A new meeting")), self.form, buttons):
            page.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        keys = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.left)
        if after is None:
            env.keep_drafts(self.form, draft_key(DESK))
        self._tell()

    def focus_first(self) -> None:
        """Stand where one begins: at the series if there is one, else at the kind."""
        first = "number" if self._after.box.count() > 1 else "kind"
        self.form.field(first).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def save(self) -> None:
        """Prepare it."""
        if not self.form.readable():
            return
        values = self.form.values()
        try:
            required(values, {"day": _("The day"), "at": _("The hour")})
        except RuleBroken as error:
            self.form.show_error(error)
            return
        starts, title = moment(values["day"], values["at"]), values["title"] or None
        if starts is None:
            return
        ask: Any = Prepare(Kind(values["kind"]), starts, title, place=values["place"] or None)
        if values["number"] is not None:
            ask = Follow(values["number"], starts, title)
        self._save.setEnabled(False)
        self._env.do(DEED_OF[type(ask)], ask, self, form=self.form, done=self._on_done, ended=self._on_ended)

    @Slot()
    def _on_template(self) -> None:
        self.template_asked.emit(self.form.values()["kind"] or Kind.QUARTERLY_BRIEFING)

    @Slot()
    def _tell(self) -> None:
        values = self.form.values()
        self.form.show_field("kind", values["number"] is None)
        self.form.show_field("place", values["number"] is None)
        self._template.setVisible(values["number"] is None and self._env.may(DEED_OF[SetTemplate]))
        if values["number"] is not None:
            words = _("Delegates, sites and standing items come along; tasks still open and petitions not yet answered "
                      "show on the agenda.")  # fmt: skip
        else:
            template = self._env.services.meetings.template(Kind(values["kind"] or Kind.QUARTERLY_BRIEFING))
            words = _("The template brings {count} items, {minutes} minutes, and invites its groups of the roster.")
            words = words.format(count=len(template.agenda), minutes=template.minutes)
        self._brings.setText(words)

    @Slot(object)
    def _on_done(self, row: MeetingRow) -> None:
        self.made.emit(row.number)

    @Slot(str)
    def _on_ended(self, outcome: str) -> None:
        if outcome != "done":
            self._save.setEnabled(True)
