"""The chair's conclusion and the hour the meeting ended."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout

from frontdesk.meetings import Conclude
from frontdesk.messages import _
from ui.desk.drafting import draft_key
from ui.meetings.buttons import button, in_row
from ui.meetings.entry_form import DESK
from ui.meetings.fields import moment
from ui.meetings.section import Part
from ui.meetings.shown import Shown
from ui.meetings.subject import Subject
from ui.parts.fields import TextField
from ui.parts.form import Form
from ui.parts.headings import Page
from ui.parts.reading import TimeField


class ConclusionSection(Part):
    """A paragraph a line; saved whole."""

    def __init__(self, subject: Subject) -> None:
        super().__init__(subject, "conclusion", _("Conclusion"))
        self.form = Form("conclusion")
        self.form.add("paragraphs", _("&Conclusion"), TextField(lines=8, lines_most=16),
                      hint=_("Each line becomes a paragraph of the minutes."))  # fmt: skip
        self.form.add("ends", _("Meeting &ended at"), TimeField())
        self._save = button(_("Save"), "conclusion.save", self.save, main=True)
        self._now = button(_("It ends &now"), "conclusion.now", self._on_now)
        self.form.add_wide(in_row(self._save, self._now))
        self.form.save_asked.connect(self.save)
        page = Page("conclusion_page")
        page.add(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self._shown = Shown(self.form, subject, self._values)
        subject.env.keep_drafts(self.form, draft_key(DESK, f"{subject.number} conclusion"))
        self.show_row()

    def show_row(self) -> None:
        """See `Part`; what is being typed stays."""
        self._shown.refresh()
        may = self.subject.may(Conclude)
        self.form.setEnabled(may)
        self._save.setVisible(may)
        self._now.setVisible(may)

    def focus_first(self) -> None:
        """See `Part`."""
        self.form.field("paragraphs").setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def save(self) -> None:
        """Record it."""
        if not self.form.readable() or not self._shown.may_save():
            return
        values, row = self.form.values(), self.subject.row
        lines = tuple(line for line in values["paragraphs"].split("\n") if line.strip())
        day = row.ends.date() if row.ends is not None else row.starts.date()
        ends = moment(day, values["ends"])
        ask = Conclude(self.subject.number, lines, ends, clear=() if ends is not None else ("ends",))
        self.subject.do(
            ask, self, form=self.form, says=_("Saved."), done=self._shown.on_saved, reload=self._shown.give_way
        )

    def _values(self) -> dict[str, Any]:
        row = self.subject.row
        ends = row.ends.time() if row.ends is not None else None
        return {"paragraphs": "\n".join(row.conclusion), "ends": ends}

    @Slot()
    def _on_now(self) -> None:
        self.form.restore_draft({"ends": self.subject.now.time().replace(second=0, microsecond=0)})
