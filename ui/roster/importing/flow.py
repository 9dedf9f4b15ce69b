"""What a list of people is read by: the roster's fields, and whom a row means."""

from pathlib import Path
from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _, mark
from frontdesk.office import ImportAsk
from frontdesk.roster import Choice as Said
from frontdesk.roster import FieldChange, PlannedRow, Preview, Roster, RowChoice, UndoImport
from frontdesk.sheet import ImportReport, Outcome, Recognised
from ui.desk.importing.flow import Line, Looked, SheetFlow, Tick
from ui.parts.fields import Choice
from ui.roster.words import FIELD_TITLES, MASK, SENSITIVE, day, title

_MEANINGS: Final = (
    "name", "number", "born", "male", "female", "sex", "ethnicity", "religion", "party", "non_party", "party_since",
    "education", "profession", "political_theory", "occupation", "workplace", "area", "body", "post", "since", "until",
    "decision_number", "decision_date", "phone", "address", "note", "ordinal",
)  # fmt: skip
_SAID: Final = {Said.SKIP: mark("Leave this row out"), Said.KEEP_BOTH: mark("Somebody else: keep both")}


class ImportFlow(SheetFlow):
    """A sheet of people, or rows of one."""

    def __init__(self, roster: Roster, path: Path | None = None) -> None:
        super().__init__(path)
        self._roster = roster

    def meanings(self) -> list[Choice]:
        """See `SheetFlow`."""
        return [Choice(name, title(name)) for name in _MEANINGS if name in FIELD_TITLES]

    def refuse_incomplete(self, meanings: set[str]) -> None:
        """See `SheetFlow`."""
        if "name" not in meanings:
            raise RuleBroken("roster.import.nameless", _("Say which column holds the full name."), None)

    def headers(self) -> Recognised:
        """See `SheetFlow`."""
        if self.path is not None:
            return self._roster.recognise_sheet(self.path, self.overrides)
        return self._roster.recognise_pasted(self.text, self.overrides)

    def look(self, tick: Tick) -> Looked:
        """See `SheetFlow`."""
        if self.path is not None:
            preview = self._roster.preview_sheet(self.path, self.overrides, self.choices)
        else:
            preview = self._roster.preview_pasted(self.text, self.overrides, self.choices)
        return Looked(lines_of(preview, self.choices), preview.notes)

    def run(self, tick: Tick) -> ImportReport:
        """See `SheetFlow`."""
        if self.path is not None:
            return self._roster.import_sheet(ImportAsk(self.path, overrides=self.overrides), self.choices, tick)
        return self._roster.import_pasted(self.text, self.overrides, self.choices, tick)

    def undo(self) -> Any:
        """See `SheetFlow`."""
        return UndoImport(self.name)


def lines_of(preview: Preview, said: dict[int, RowChoice] | None = None) -> list[Line]:
    """The rows of a preview in the order of the sheet; `said` is what was said of rows so far."""
    held = said or {}
    lines = [
        *((row.row, row.name, row.outcome, row.reason, _changes(row), _choices(row, held)) for row in preview.rows),
        *((other.row, other.what, other.kind, other.reason, "", ()) for other in preview.others),
    ]
    return [Line(at, *parts) for at, parts in enumerate(sorted(lines, key=lambda parts: parts[0]))]


def _choices(row: PlannedRow, held: dict[int, RowChoice]) -> tuple[Choice, ...]:
    """What may be said of a row."""
    said = held.get(row.row)
    offered = [RowChoice(Said.JOIN, number) for number in row.candidates] if Said.JOIN in row.choices else []
    offered += [RowChoice(kind) for kind in row.choices if kind in _SAID]
    if said is not None and said not in offered:
        # A row kept besides is a new one to the program: what was said must stay to be taken back.
        offered.append(said)
    return tuple(Choice(choice, _words(choice)) for choice in offered)


def _words(choice: RowChoice) -> str:
    if choice.choice in _SAID:
        return _(_SAID[choice.choice])
    return _("The same person as {number}").format(number=choice.number)


def _changes(row: PlannedRow) -> str:
    """What would change, old and new; sensitive values hidden."""
    if row.outcome is Outcome.ADDED:
        return ""
    told = [_told(change) for change in row.changes]
    if row.new_post is not None:
        told.append(_("new post {post}").format(post=row.new_post or "–"))
    return "; ".join(told)


def _told(change: FieldChange) -> str:
    if change.name in SENSITIVE:
        return f"{title(change.name)}: {MASK}"
    before, after = (_plain(value) for value in (change.before, change.after))
    return f"{title(change.name)}: {before} → {after}"


def _plain(value: object) -> str:
    if value is None or value == "":
        return "–"
    return day(value) if hasattr(value, "strftime") else str(value)  # type: ignore[arg-type]
