"""Text being typed in a form, kept every two seconds and given back the next time the same form opens."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Slot

from frontdesk.errors import DeskError
from frontdesk.messages import _
from frontdesk.store import Store
from ui.parts.fields import Choice
from ui.parts.form import Form
from ui.parts.lane import Lane
from ui.parts.notices import Notices, Weight

NEW: Final = "new"
"""What follows the desk's key in the key of a draft of something that has no number yet."""


def draft_key(desk: str, what: str = NEW) -> str:
    """The key of a draft: the desk's key, then the record's number or `NEW`, then which of several forms it was."""
    return f"{desk}/{what}"


def place_of(key: str) -> tuple[str, str]:
    """The desk and the record's number (or `NEW`) of a draft's key; "" for what is no such key."""
    desk, _slash, what = key.partition("/")
    return desk, what.partition(" ")[0]


class DraftKeeper(QObject):
    """Keeps one form's draft under one key; a child of the form. Fields named in `secret` never leave the window."""

    def __init__(
        self, form: Form, key: str, store: Store, lane: Lane, notices: Notices, secret: Collection[str]
    ) -> None:
        super().__init__(form)
        self._form, self._key, self._store, self._lane, self._notices = form, key, store, lane, notices
        self._secret = frozenset(secret)
        self._before: dict[str, Any] = {}
        self._complained = False

    def begin(self) -> bool:
        """Give back what was being typed, if anything, and keep from now on; whether there was something."""
        self._before = self._form.values()
        found = next((row for row in self._store.drafts() if row.key == self._key), None)
        if found is not None:
            self._form.restore_draft(decode(found.content))
            said = _("What you were typing on {when} is here again.").format(when=f"{found.saved:%d/%m/%Y %H:%M}")
            self._notices.say(said, Weight.INFO, action=_("Throw away"), slot=self.discard)
        self._form.keep_drafts(self._keep)
        return found is not None

    def drop(self) -> None:
        """Forget the draft: it was saved, or given up."""
        self._lane.submit(partial(self._store.drop_draft, self._key), None, self._on_failed, self)

    @Slot()
    def discard(self) -> None:
        """Put the form back to what it was before the draft came, and forget the draft."""
        self._form.set_values(self._before)
        self.drop()

    def _keep(self, values: Mapping[str, Any]) -> None:
        kept = encode({name: value for name, value in values.items() if name not in self._secret})
        self._lane.submit(partial(self._store.keep_draft, self._key, kept), None, self._on_failed, self)

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        if not self._complained:
            self._complained = True
            self._notices.say(str(error), Weight.WARN)


def encode(values: Mapping[str, Any]) -> dict[str, object]:
    """A form's values as JSON can hold them; a value of a kind it does not know is left out."""
    packed = {name: _packed(value) for name, value in values.items()}
    return {name: value for name, value in packed.items() if value is not _UNKNOWN}


def decode(content: Mapping[str, Any]) -> dict[str, Any]:
    """What `encode` was given."""
    return {name: _unpacked(value) for name, value in content.items()}


_UNKNOWN: Final = object()
_READERS: Final = {"date": date.fromisoformat, "datetime": datetime.fromisoformat, "time": time.fromisoformat}


def _packed(value: Any) -> object:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    for name, kind in (("datetime", datetime), ("date", date), ("time", time)):
        if isinstance(value, kind):
            return {"$": name, "is": value.isoformat()}
    if isinstance(value, Path):
        return {"$": "path", "is": str(value)}
    if isinstance(value, Choice):
        return {"$": "choice", "is": [value.key, value.text, value.detail]}
    if isinstance(value, list | tuple):
        parts = [_packed(part) for part in value]
        return _UNKNOWN if _UNKNOWN in parts else parts
    return _UNKNOWN


def _unpacked(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_unpacked(part) for part in value)
    if not isinstance(value, dict):
        return value
    kind, held = value["$"], value["is"]
    if kind == "choice":
        return Choice(*held)
    return Path(held) if kind == "path" else _READERS[kind](held)
