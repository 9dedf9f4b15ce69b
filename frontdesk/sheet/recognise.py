"""Finding the header of a sheet, and which column means which field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from frontdesk.sheet.fields import FieldSpec
from frontdesk.sheet.grid import Grid, Workbook


@dataclass(frozen=True, slots=True)
class Column:
    """A headed column: `index` counted from 0, `header` as people read it ("Trình độ / LLCT")."""

    index: int
    header: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """Where the header of a sheet stands and what its columns mean.

    `header_rows` are counted from 0, `first_data_row` stands below them and their row of column numbers.
    `mapping` gives a field's columns: one, or several when a name stands in two. `unknown` columns hold something
    nobody asked for; `missing` are needed fields without a column. `confidence` runs from 0 to 1.
    """

    grid: Grid
    header_rows: range
    first_data_row: int
    mapping: Mapping[str, tuple[Column, ...]]
    unknown: tuple[Column, ...]
    missing: tuple[FieldSpec, ...]
    confidence: float

    def notes(self) -> tuple[str, ...]:
        """A sentence for each unknown header, for the report of the import."""
        raise NotImplementedError


def recognise(
    workbook: Workbook, fields: Sequence[FieldSpec], overrides: Mapping[str, str] | None = None
) -> Recognised:
    """The best header of all sheets of `workbook` for `fields`; missing needed fields are listed, not refused.

    `overrides` is what a person said: {"header text": "field name"}, or a field name of "" for "leave this out".
    Raises RuleBroken(``sheet.no_header``, ``sheet.unknown_header``, ``sheet.unknown_field``).
    """
    raise NotImplementedError


def require(recognised: Recognised) -> Recognised:
    """`recognised` itself; RuleBroken(``sheet.missing_header``) naming the headers it lacks, for ``--map``."""
    raise NotImplementedError


def parse_overrides(pairs: Sequence[str]) -> dict[str, str]:
    """``["Header=field", …]`` of the command line as overrides; RuleBroken(``sheet.bad_map``) without a "="."""
    raise NotImplementedError
