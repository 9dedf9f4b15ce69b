"""The steps of an import with no window in sight: what was said so far, and the work each step asks for."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

from frontdesk.errors import RuleBroken
from frontdesk.messages import _, mark
from frontdesk.office import ImportAsk
from frontdesk.roster import FieldChange, PlannedRow, Preview, Roster, RowChoice
from frontdesk.sheet import Cell, ImportReport, Outcome, Recognised, RowOutcome, is_blank
from ui.parts.colours import Tone
from ui.roster.words import MASK, SENSITIVE, day, title

OUTCOME_TITLES = {
    Outcome.ADDED: mark("New"),
    Outcome.UPDATED: mark("Updated"),
    Outcome.JOINED: mark("Joined"),
    Outcome.UNCHANGED: mark("Unchanged"),
    Outcome.REJECTED: mark("Needs an answer"),
    Outcome.IGNORED: mark("Left out"),
}
OUTCOME_TONES = {Outcome.ADDED: Tone.GOOD, Outcome.REJECTED: Tone.BAD, Outcome.IGNORED: Tone.MUTED}
SAMPLES = 3


class Step(IntEnum):
    """Where an import stands."""

    SOURCE = 0
    HEADERS = 1
    PREVIEW = 2
    REPORT = 3


@dataclass(frozen=True)
class Header:
    """A header of the sheet, the field it means ("" for none), and the first cells below it."""

    text: str
    field: str
    samples: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """A row of the preview or the report; `planned` None where the row is no person or the report is shown."""

    id: int
    row: int
    what: str
    outcome: Outcome
    reason: str
    planned: PlannedRow | None = None

    @property
    def changes(self) -> str:
        """What would change, old and new; sensitive values hidden."""
        if self.planned is None or self.outcome is Outcome.ADDED:
            return ""
        told = [_told(change) for change in self.planned.changes]
        if self.planned.new_post is not None:
            told.append(_("new post {post}").format(post=self.planned.new_post or "–"))
        return "; ".join(told)


@dataclass
class ImportFlow:
    """What the person has said: the file or the pasted text, what headers mean, whom rows mean."""

    roster: Roster
    path: Path | None = None
    text: str = ""
    overrides: dict[str, str] = field(default_factory=dict)
    choices: dict[int, RowChoice] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What is being read, as people call it."""
        return self.path.name if self.path is not None else _("pasted rows")

    def begin(self, path: Path | None, text: str = "") -> None:
        """Another file or text; what was said of the last one is forgotten."""
        self.path, self.text = path, text
        self.overrides, self.choices = {}, {}

    def headers(self) -> Recognised:
        """The header as recognised, to be confirmed."""
        if self.path is not None:
            return self.roster.recognise_sheet(self.path, self.overrides)
        return self.roster.recognise_pasted(self.text, self.overrides)

    def say_headers(self, shown: tuple[Header, ...], said: Mapping[str, str]) -> None:
        """Take what headers mean: `said` by header, "" to leave a column out. Raises RuleBroken with the header."""
        changed = {each.text: said[each.text] for each in shown if said[each.text] != each.field}
        counted = Counter(meaning for meaning in said.values() if meaning)
        for header, meaning in changed.items():
            if counted[meaning] > 1:
                message = _("Two columns mean “{field}”. Leave one of them out.").format(field=title(meaning))
                raise RuleBroken("roster.import.twice", message, header)
        if "name" not in said.values():
            raise RuleBroken("roster.import.nameless", _("Say which column holds the full name."), None)
        self.overrides.update(changed)
        self.choices = {}

    def preview(self) -> Preview:
        """What the import would do."""
        if self.path is not None:
            return self.roster.preview_sheet(self.path, self.overrides, self.choices)
        return self.roster.preview_pasted(self.text, self.overrides, self.choices)

    def run(self, tick: Callable[[int, int], object]) -> ImportReport:
        """Do it."""
        if self.path is not None:
            return self.roster.import_sheet(ImportAsk(self.path, overrides=self.overrides), self.choices, tick)
        return self.roster.import_pasted(self.text, self.overrides, self.choices, tick)


def headers_of(recognised: Recognised) -> tuple[Header, ...]:
    """The headers to confirm, each once, in the order of the columns."""
    meant = {column.index: name for name, columns in recognised.mapping.items() for column in columns}
    columns = [column for columns in recognised.mapping.values() for column in columns]
    found: dict[str, Header] = {}
    for column in sorted([*columns, *recognised.unknown], key=lambda column: column.index):
        rows = recognised.grid.rows[recognised.first_data_row :]
        cells = (row[column.index] for row in rows if column.index < len(row) and not is_blank(row[column.index]))
        samples = tuple(_shown(cell) for _at, cell in zip(range(SAMPLES), cells, strict=False))
        found.setdefault(column.header, Header(column.header, meant.get(column.index, ""), samples))
    return tuple(found.values())


def lines_of(preview: Preview) -> list[Line]:
    """The rows of a preview in the order of the sheet."""
    lines = [
        *((row.row, row.name, row.outcome, row.reason, row) for row in preview.rows),
        *((other.row, other.what, other.kind, other.reason, None) for other in preview.others),
    ]
    return [Line(at, *parts) for at, parts in enumerate(sorted(lines, key=lambda parts: parts[0]))]


def reported(outcomes: tuple[RowOutcome, ...]) -> list[Line]:
    """The rows of a report."""
    return [Line(at, each.row, each.what, each.kind, each.reason) for at, each in enumerate(outcomes)]


def summary(lines: list[Line]) -> str:
    """How many rows became what, in a sentence."""
    counted = Counter(line.outcome for line in lines)
    return ", ".join(f"{_(OUTCOME_TITLES[kind])}: {counted[kind]}" for kind in Outcome if counted[kind])


def _shown(cell: Cell) -> str:
    if hasattr(cell, "strftime"):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())[:40]


def _told(change: FieldChange) -> str:
    if change.name in SENSITIVE:
        return f"{title(change.name)}: {MASK}"
    before, after = (_plain(value) for value in (change.before, change.after))
    return f"{title(change.name)}: {before} → {after}"


def _plain(value: object) -> str:
    if value is None or value == "":
        return "–"
    return day(value) if hasattr(value, "strftime") else str(value)  # type: ignore[arg-type]
