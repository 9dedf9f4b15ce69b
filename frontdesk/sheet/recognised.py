"""A table of a sheet once its header is understood."""

from collections.abc import Mapping
from dataclasses import dataclass

from frontdesk.messages import _
from frontdesk.sheet.fields import FieldSpec
from frontdesk.sheet.grid import Grid, row_label, row_number


@dataclass(frozen=True, slots=True)
class Column:
    """A headed column: `index` counted from 0, `header` as people read it ("Trình độ / LLCT")."""

    index: int
    header: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """Where the header of a sheet stands and what its columns mean.

    `header_rows` are counted from 0, `first_data_row` stands below them and their row of column numbers.
    `mapping` gives a field's columns: one, or several when a name stands in two. `unknown` columns have a header
    that nobody asked for; `missing` are needed fields without a column. `confidence` runs from 0 to 1. `rows` are those
    of the table with its titles: all of the sheet, or a part where several tables stand under one another. `more` are
    the other tables of the book with a header nearly as good; `place` is the place of the sheet among theirs, from 0.
    """

    grid: Grid
    header_rows: range
    first_data_row: int
    fields: tuple[FieldSpec, ...]
    mapping: Mapping[str, tuple[Column, ...]]
    unknown: tuple[Column, ...]
    missing: tuple[FieldSpec, ...]
    confidence: float
    rows: range
    place: int = 0
    more: tuple["Recognised", ...] = ()

    @property
    def sheets(self) -> tuple["Recognised", ...]:
        """All such tables of the book, this one first."""
        return (self, *self.more)

    @property
    def title_rows(self) -> int:
        """How many rows of the table stand above its header."""
        return self.header_rows.start - self.rows.start

    def notes(self) -> tuple[str, ...]:
        """A sentence for each unknown header and each further sheet, for the report of the import."""
        column_left_out = _("The column “{header}” was not recognised and was left out.")
        sheet_read = _("The sheet “{name}” was read as well; its rows are numbered {first}, …")
        unknown = dict.fromkeys(column.header for sheet in self.sheets for column in sheet.unknown)
        return (
            *(column_left_out.format(header=header) for header in unknown),
            *(
                sheet_read.format(name=sheet.grid.name, first=row_label(row_number(sheet.place, 0)))
                for sheet in {each.place: each for each in self.more if each.place != self.place}.values()
            ),
        )
