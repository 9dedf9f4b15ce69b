"""What became of each row of an imported sheet."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from frontdesk.messages import _, mark
from frontdesk.sheet.grid import row_label

# Excel and LibreOffice take a cell that begins so for a formula, even one that comes out of a CSV file.
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


class Outcome(StrEnum):
    """What became of a row. `JOINED` rows went to a person already there; `IGNORED` ones held no data."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"
    JOINED = "joined"
    IGNORED = "ignored"


_WORDS: Final = {
    Outcome.ADDED: mark("added"),
    Outcome.UPDATED: mark("updated"),
    Outcome.UNCHANGED: mark("unchanged"),
    Outcome.REJECTED: mark("rejected"),
    Outcome.JOINED: mark("joined"),
    Outcome.IGNORED: mark("ignored"),
}


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """One row's fate: `row` as `row_number` makes it, `what` the row is about, `reason` in the reader's language."""

    kind: Outcome
    row: int
    what: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Everything an import did or would do; `notes` are sentences about the whole sheet (an unknown header)."""

    outcomes: Sequence[RowOutcome]
    notes: Sequence[str] = ()

    def count(self, kind: Outcome) -> int:
        """How many rows ended as `kind`."""
        return sum(outcome.kind is kind for outcome in self.outcomes)

    def of(self, *kinds: Outcome) -> tuple[RowOutcome, ...]:
        """The rows that ended as one of `kinds`, in the sheet's order."""
        return tuple(outcome for outcome in self.outcomes if outcome.kind in kinds)

    @property
    def nothing_read(self) -> bool:
        """Whether not one row could be taken: the import as a whole has failed."""
        return not self.of(Outcome.ADDED, Outcome.UPDATED, Outcome.UNCHANGED, Outcome.JOINED)

    def summary_line(self) -> str:
        """The counts in fixed English words, for scripts; a joined row counts as an update of its person."""
        updated = self.count(Outcome.UPDATED) + self.count(Outcome.JOINED)
        return (
            f"added {self.count(Outcome.ADDED)}, updated {updated}, "
            f"unchanged {self.count(Outcome.UNCHANGED)}, rejected {self.count(Outcome.REJECTED)}"
        )

    def write_csv(self, path: Path) -> None:
        """Writes a line a row, then the notes, as CSV that Excel opens in Vietnamese and never runs."""
        with path.open("w", encoding="utf-8-sig", newline="") as handle:
            writer = csv.writer(handle)
            writer.writerow([_("Row"), _("Outcome"), _("What"), _("Reason")])
            for outcome in self.outcomes:
                writer.writerow(
                    [
                        row_label(outcome.row),
                        _(_WORDS[outcome.kind]),
                        _harmless(outcome.what),
                        _harmless(outcome.reason),
                    ]
                )
            for note in self.notes:
                writer.writerow(["", "", "", _harmless(note)])


def _harmless(text: str) -> str:
    """`text` behind an apostrophe where a spreadsheet would compute it."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
