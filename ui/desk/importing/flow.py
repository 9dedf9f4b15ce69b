"""The steps of an import with no window in sight: what was said so far, and the work each step asks for."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any, TypeAlias

from frontdesk.errors import RuleBroken
from frontdesk.messages import _, mark
from frontdesk.sheet import Cell, ImportReport, Outcome, Recognised, RowOutcome, is_blank
from ui.parts.colours import Tone
from ui.parts.fields import Choice

OUTCOME_TITLES = {
    Outcome.ADDED: mark("New"),
    Outcome.UPDATED: mark("Updated"),
    Outcome.JOINED: mark("Joined"),
    Outcome.UNCHANGED: mark("Unchanged"),
    Outcome.REJECTED: mark("Needs an answer"),
    Outcome.IGNORED: mark("Left out"),
}
OUTCOME_TONES = {Outcome.ADDED: Tone.GOOD, Outcome.REJECTED: Tone.BAD, Outcome.IGNORED: Tone.MUTED}
TAKEN = (Outcome.ADDED, Outcome.UPDATED, Outcome.JOINED)
"""What an import writes."""
SAMPLES = 3
Tick: TypeAlias = Callable[[int, int], object]


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
    """A row of the preview or the report.

    `changes` tells what would change of what is known already; `choices` is what may be said of the row, () where
    nothing may.
    """

    id: int
    row: int
    what: str
    outcome: Outcome
    reason: str
    changes: str = ""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Done:
    """What an import has done: its report, and the rows and the sentence a window shows of it."""

    report: ImportReport
    lines: Sequence[Line]
    says: str

    @classmethod
    def of(cls, report: ImportReport) -> "Done":
        """Made where the import ran: ten thousand rows are too many for the window's thread."""
        lines = reported(report.outcomes)
        return cls(report, lines, summary(lines))


@dataclass(frozen=True)
class Looked:
    """What an import would do: the rows in the order of the sheet, and notes about the whole."""

    lines: Sequence[Line]
    notes: Sequence[str]


class SheetFlow(ABC):
    """What the person has said: the file or the pasted text, what headers mean, what rows mean.

    A desk's own flow says what its sheets are read by. `tick` is told how far the work is.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path, self.text = path, ""
        self.overrides: dict[str, str] = {}
        self.choices: dict[int, Any] = {}

    @property
    def name(self) -> str:
        """What is being read, as people call it."""
        return self.path.name if self.path is not None else _("pasted rows")

    def begin(self, path: Path | None, text: str = "") -> None:
        """Another file or text; what was said of the last one is forgotten."""
        self.path, self.text = path, text
        self.overrides, self.choices = {}, {}

    def say_headers(self, shown: tuple[Header, ...], said: Mapping[str, str]) -> None:
        """Take what headers mean: `said` by header, "" to leave a column out. Raises RuleBroken with the header."""
        changed = {each.text: said[each.text] for each in shown if said[each.text] != each.field}
        counted = Counter(meaning for meaning in said.values() if meaning)
        titles = {each.key: each.text for each in self.meanings()}
        for header, meaning in changed.items():
            if counted[meaning] > 1:
                message = _("Two columns mean “{field}”. Leave one of them out.").format(field=titles[meaning])
                raise RuleBroken("sheet.header.twice", message, header)
        self.refuse_incomplete(set(said.values()))
        self.overrides.update(changed)
        self.choices = {}

    def say_row(self, row: int, choice: Any) -> None:
        """Take what a row means; None: the program's own finding."""
        if choice is None:
            self.choices.pop(row, None)
        else:
            self.choices[row] = choice

    @abstractmethod
    def meanings(self) -> list[Choice]:
        """What a header may mean."""

    @abstractmethod
    def refuse_incomplete(self, meanings: set[str]) -> None:
        """Raise RuleBroken where no header means what a row cannot do without."""

    @abstractmethod
    def headers(self) -> Recognised:
        """The header as recognised, to be confirmed."""

    @abstractmethod
    def look(self, tick: Tick) -> Looked:
        """What the import would do."""

    @abstractmethod
    def run(self, tick: Tick) -> ImportReport:
        """Do it."""

    @abstractmethod
    def undo(self) -> Any:
        """The request that takes the whole import back."""


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


def reported(outcomes: Sequence[RowOutcome]) -> list[Line]:
    """The rows of a report."""
    return [Line(at, each.row, each.what, each.kind, each.reason) for at, each in enumerate(outcomes)]


def summary(lines: Sequence[Line]) -> str:
    """How many rows became what, in a sentence."""
    counted = Counter(line.outcome for line in lines)
    return ", ".join(f"{_(OUTCOME_TITLES[kind])}: {counted[kind]}" for kind in Outcome if counted[kind])


def _shown(cell: Cell) -> str:
    if hasattr(cell, "strftime"):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())[:40]
