"""What a form shows of a meeting that another window may change meanwhile."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Slot

from frontdesk.errors import Stale
from frontdesk.messages import _
from ui.meetings.subject import Subject
from ui.parts.errors import explain
from ui.parts.form import Form

Read = Callable[[], Mapping[str, Any]]
"""Tells the values of a form's fields by name."""


class Shown(QObject):
    """Keeps a form at what `read` tells, field by field: what is typed stays, what nobody touched follows.

    A field typed in here and changed elsewhere is never written over unasked, nor saved over the other's words.
    `written` tells what somebody wrote, where `read` also tells what the program drafted (None: they are the same).
    """

    def __init__(self, form: Form, subject: Subject, read: Read, written: Read | None = None) -> None:
        super().__init__(form)
        self._form, self._subject, self._read, self._written = form, subject, read, written or read
        self._typed: dict[str, Any] = {}
        self._seen: dict[str, Any] = {}
        self._fill()

    def refresh(self) -> None:
        """Follow the meeting."""
        if not self._form.dirty:
            self._fill()
            return
        touched, now = self._form.touched(), self._read()
        stands = {name: value for name, value in self._written().items() if name not in touched}
        self._form.take_over({name: now[name] for name, value in stands.items() if value != self._seen[name]})
        self._seen |= stands

    def may_save(self) -> bool:
        """Whether nobody else changed what was typed in here; else the person is asked."""
        if not self._contested():
            return True
        message = _("Somebody else has changed this entry. Reload it, then make your change again.")
        env = self._subject.env
        explain(Stale(message, self._subject.row.id or 0), env.ask, env.notices, reload=self.give_way)
        return False

    @Slot()
    def give_way(self) -> None:
        """Show the other's words; one's own can be put back over them."""
        self._subject.reload()
        values = self._form.values()
        self._typed = {name: values[name] for name in self._contested()}
        if self._typed:
            now = self._read()
            self._form.take_over({name: now[name] for name in self._typed})
            self._seen = dict(self._written())
            says = _("This is the new state. What you had typed there can be put back.")
            self._subject.env.notices.say(says, action=_("Put it back"), slot=self._on_put_back)

    @Slot(object)
    def on_saved(self, _row: object) -> None:
        """Begin anew from what was saved."""
        self._subject.reload()
        self.refresh()

    @Slot()
    def _on_put_back(self) -> None:
        self._form.restore_draft(self._typed)

    def _fill(self) -> None:
        self._seen = dict(self._written())
        self._form.set_values(self._read())

    def _contested(self) -> list[str]:
        """What was typed here and has been changed elsewhere since."""
        stands = self._written()
        return [name for name in self._form.touched() if stands[name] != self._seen[name]]
