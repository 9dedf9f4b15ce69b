"""Walking the rows under a header: the data, and the lines offices put between them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from frontdesk.messages import _
from frontdesk.sheet.columns import is_below_header, label
from frontdesk.sheet.ditto import is_ditto
from frontdesk.sheet.fields import Kind
from frontdesk.sheet.grid import BLANK, Cell, Grid, is_blank, row_number
from frontdesk.sheet.lines import BOOK_LINES, NUMERAL, WORDS, Line, is_foot, is_title, line_of, names_group
from frontdesk.sheet.recognised import Recognised
from frontdesk.sheet.values import text

_SPARSE: Final = 3
_NAMING_TEXTS: Final = 2
_WIDE_MERGE: Final = 3
# A vertically merged cell speaks for all its rows; an amount or a person in it must not count twice.
_SPEAKS_FOR_ALL: Final = frozenset((Kind.TEXT, Kind.DAY))
# A ditto mark repeats what the row above says, but never its number or its amount.
_NEVER_REPEATED: Final = frozenset((Kind.WHOLE, Kind.MONEY))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of data: `number` as `row_number` makes it, the cell of each mapped field, the text of its group."""

    number: int
    cells: Mapping[str, Cell]
    group: str


@dataclass(frozen=True, slots=True)
class Ignored:
    """A row that is no data; `cells` are those of a balance or total, for a cash book to read, and else empty."""

    number: int
    line: Line
    text: str
    cells: Mapping[str, Cell]

    @property
    def why(self) -> str:
        """What the row was taken for, in the reader's language."""
        return _(WORDS[self.line])


def walk(recognised: Recognised) -> Iterator[Row | Ignored]:
    """Every row of this one table in order, titles and header included; blank rows at the end are left out."""
    rows = recognised.grid.rows
    start, end = recognised.rows.start, recognised.rows.stop
    while end > start and all(map(is_blank, rows[end - 1])):
        end -= 1
    yield from _Walker(recognised).rows(range(start, end))


class _Walker:
    """The state of a walk: the group its rows stand in, and whether the foot has been reached."""

    def __init__(self, recognised: Recognised) -> None:
        self._grid = recognised.grid
        self._place = recognised.place
        self._columns = [
            (name, tuple(column.index for column in columns)) for name, columns in recognised.mapping.items()
        ]
        self._names = [name for name, _indices in self._columns]
        self._places = [indices[0] for _name, indices in self._columns]
        self._last = max(self._places)
        self._one_each = all(len(indices) == 1 for _name, indices in self._columns)
        kinds = {spec.name: spec.kind for spec in recognised.fields}
        speaks_for_all = {spec.name for spec in recognised.fields if spec.shared or spec.kind in _SPEAKS_FOR_ALL}
        needed = {spec.name for spec in recognised.fields if spec.needed}
        self._needed = {index for name, indices in self._columns if name in needed for index in indices}
        self._repeatable = {name for name, _indices in self._columns if kinds[name] not in _NEVER_REPEATED}
        self._dittos = set(filter(is_ditto, {cell for row in self._grid.rows for cell in row}))
        self._said_above: dict[str, Cell] = {}
        shared = {index for name, indices in self._columns if name in speaks_for_all for index in indices}
        self._fills = _fills(self._grid, shared, recognised.first_data_row)
        self._wide = {
            merge.top
            for merge in self._grid.merges
            if merge.right - merge.left + 1 >= _WIDE_MERGE and merge.top >= recognised.first_data_row
        }
        self._header = {
            cell for index in recognised.header_rows for cell in self._grid.rows[index] if not is_blank(cell)
        }
        self._header_rows = recognised.header_rows
        self._first_data_row = recognised.first_data_row
        self._first_column = min(index for _name, indices in self._columns for index in indices)
        self._group = ""
        self._before: Line | None = Line.HEADER
        self._at_foot = False

    def rows(self, indices: range) -> Iterator[Row | Ignored]:
        for index in indices:
            row = self._grid.rows[index]
            filled = [place for place, cell in enumerate(row) if type(cell) is not str or (cell and not cell.isspace())]
            line = self._line(index, row, filled) if index >= self._first_data_row else self._above(index, row, filled)
            self._before = line
            if line is None:
                yield Row(row_number(self._place, index), self._without_dittos(self._cells(index, row)), self._group)
            else:
                cells = self._cells(index, row) if line in BOOK_LINES else {}
                yield Ignored(row_number(self._place, index), line, _joined([row[place] for place in filled]), cells)

    def _cells(self, index: int, row: Sequence[Cell]) -> dict[str, Cell]:
        if index in self._fills:
            row = list(row)
            for column, cell in self._fills[index].items():
                row[column] = cell
        width = len(row)
        if self._one_each and self._last < width:
            return dict(zip(self._names, [row[place] for place in self._places], strict=True))
        cells: dict[str, Cell] = {}
        for name, places in self._columns:
            if len(places) == 1:
                cells[name] = row[places[0]] if places[0] < width else BLANK
            else:
                parts = [row[place] for place in places if place < width and not is_blank(row[place])]
                cells[name] = parts[0] if len(parts) == 1 else " ".join(map(str, parts))
        return cells

    def _without_dittos(self, cells: dict[str, Cell]) -> dict[str, Cell]:
        """The cells of a row of data with what the row above says where they only say "nt"."""
        if self._dittos.isdisjoint(cells.values()):
            self._said_above = cells
            return cells
        for name, cell in cells.items():
            if cell in self._dittos and name in self._repeatable:
                cells[name] = self._said_above.get(name, BLANK)
        self._said_above = cells
        return cells

    def _above(self, index: int, row: Sequence[Cell], filled: Sequence[int]) -> Line:
        """What a row is that stands above the data; some books write their opening balance over the header."""
        if not filled:
            return Line.BLANK
        if index >= self._header_rows.start:
            return Line.HEADER
        return next(filter(None, map(line_of, _lettered(row, filled))), Line.TITLE)

    def _line(self, index: int, row: Sequence[Cell], filled: Sequence[int]) -> Line | None:
        """What row `index` is; None for data."""
        if not filled:
            return Line.BLANK
        if not self._header.isdisjoint(row):
            repeated = sum(row[place] in self._header for place in filled)
            if repeated > 1 and repeated * 3 >= len(filled) * 2:
                self._at_foot = False
                return Line.HEADER
        if self._before is Line.HEADER and is_below_header(self._grid, index):
            return Line.HEADER
        lettered = _lettered(row, filled)
        for words in islice(lettered, _NAMING_TEXTS):
            if line := line_of(words):
                return line
        if len(filled) > _SPARSE:
            self._at_foot = False
            return None
        return self._sparse_line(index, row, filled)

    def _sparse_line(self, index: int, row: Sequence[Cell], filled: Sequence[int]) -> Line | None:
        """What a row of few cells is: a group, a signature, or a record of which little is known.

        One that only has numbers was numbered, or given its formulas, before there was anything to write in it.
        """
        only_text = all(isinstance(row[place], str) for place in filled)
        names_record = not self._needed.isdisjoint(filled)
        if not names_record and not any(isinstance(row[place], str) for place in filled):
            return Line.BLANK
        feet = [is_foot(words) for words in _lettered(row, filled)]
        if only_text and any(feet) and (all(feet) or not names_record):
            self._at_foot = True
        if self._at_foot:
            if only_text or not names_record:
                return Line.FOOT
            self._at_foot = False
        if heading := self._heading(index, row, filled):
            if is_title(heading):
                return Line.TITLE
            self._group = heading
            return Line.GROUP
        return None

    def _heading(self, index: int, row: Sequence[Cell], filled: Sequence[int]) -> str:
        """The text of a row that holds nothing else, perhaps after a numeral; "" for a record."""
        first, *rest = (label(row[place]) for place in filled)
        if len(rest) == 1 and NUMERAL.fullmatch(first) and rest[0]:
            return rest[0]
        if rest or not first:
            return ""
        if index in self._wide or names_group(first):
            return first
        alone_outside = filled[0] not in self._needed
        return first if alone_outside and filled[0] <= self._first_column else ""


def _fills(grid: Grid, columns: set[int], first_row: int) -> dict[int, dict[int, Cell]]:
    """For rows inside cells merged downwards the text that stands at their top, by row and column."""
    fills: dict[int, dict[int, Cell]] = {}
    for merge in grid.merges:
        if merge.top < first_row or merge.left not in columns or merge.left != merge.right:
            continue
        for index in range(merge.top + 1, min(merge.bottom + 1, len(grid.rows))):
            fills.setdefault(index, {})[merge.left] = grid.rows[merge.top][merge.left]
    return fills


def _lettered(row: Sequence[Cell], filled: Sequence[int]) -> Iterator[str]:
    """The texts of a row that hold a letter: no numbers, no dates."""
    return (cell for place in filled if isinstance(cell := row[place], str) and any(map(str.isalpha, cell)))


def _joined(cells: Sequence[Cell]) -> str:
    return " ".join(map(text, cells))
