"""What a sheet file holds once it is read: grids of cells, in Unicode, where Excel shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final, TypeAlias

from frontdesk.vietnamese import LegacyEncoding

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta

BLANK: Final = ""


def is_blank(cell: Cell) -> bool:
    """Whether nobody wrote anything in `cell`: empty, or blanks only."""
    return isinstance(cell, str) and not cell.strip()


# No program's sheets have as many rows: what is above is the sheet's place in its book.
_ROWS_OF_A_SHEET: Final = 10_000_000


def row_number(place: int, index: int) -> int:
    """The number of the row at `index` (from 0) of the sheet at `place` (from 0): unique in its book, and for the
    first sheet the one Excel shows.
    """
    return place * _ROWS_OF_A_SHEET + index + 1


def row_label(number: int) -> str:
    """A row's number as people read it: "7", or "2:7" for row 7 of the second sheet read."""
    place, row = divmod(number, _ROWS_OF_A_SHEET)
    return f"{place + 1}:{row}" if place else str(row)


@dataclass(frozen=True, slots=True)
class Merge:
    """A rectangle of merged cells, counted from 0, both ends included; its text stands in the top left cell."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet of a workbook. ``rows[0]`` is the row Excel shows as 1; a cell nobody filled is ``""``.

    Text is NFC and already out of its legacy font; `encoding` names that font's encoding, None for Unicode.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    merges: Sequence[Merge] = ()
    hidden: bool = False
    encoding: LegacyEncoding | None = None


@dataclass(frozen=True, slots=True)
class Workbook:
    """A sheet file as read: its sheets in their order, at least one."""

    path: Path
    grids: tuple[Grid, ...]
