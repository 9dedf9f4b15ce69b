"""Tables and books as grids."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import Final

from frontdesk.paper import layout
from frontdesk.paper.blocks import Align, BookTable, Cell, Column, GroupRow, Row, Table
from frontdesk.paper.carrying import CARRIED_BACK, CARRIED_ON, CarriedSums, all_rows
from frontdesk.paper.figures import cell_text
from frontdesk.paper.pdf.cells import CellBox, Line, Shape
from frontdesk.paper.pdf.columns import roomy_widths_mm
from frontdesk.paper.pdf.grid import Book, Grid, settle_header
from frontdesk.paper.pdf.text import Style

_ROWS_IN_MEMORY: Final = 512
"""More than two pages hold; a row is built again when it is asked for after so many others."""

_HEADER_SHARE: Final = 0.4
"""The most of a page a header may take."""


def grid_of(table: Table, width: float, page_height: float) -> Grid:
    """`table` as a flowable `width` points wide."""
    size = table.size_pt or (layout.COMPACT_TABLE_PT if table.compact else layout.TABLE_PT)
    least = (table.row_height_mm or 0) * layout.POINTS_PER_MM
    return _grid(
        table.columns,
        all_rows(table),
        size,
        width,
        page_height,
        lines=table.lines,
        numbers=table.column_numbers,
        least=least,
        totalled=table.total is not None,
    )


def book_grid_of(table: BookTable, width: float, page_height: float) -> Grid:
    """A book as a flowable `width` points wide, with its carried-forward lines."""
    size = layout.COMPACT_TABLE_PT if table.compact else layout.TABLE_PT
    return _grid(table.columns, all_rows(table), size, width, page_height, numbers=table.column_numbers, book=table)


def _column_widths(columns: Sequence[Column], width: float, size: float) -> tuple[float, ...]:
    widths = roomy_widths_mm(columns, width / layout.POINTS_PER_MM, size)
    return tuple(value * layout.POINTS_PER_MM for value in widths)


def _grid(
    columns: tuple[Column, ...],
    rows: Sequence[Row | GroupRow],
    size: float,
    width: float,
    page_height: float,
    *,
    lines: bool = True,
    numbers: bool,
    least: float = 0,
    totalled: bool = False,
    book: BookTable | None = None,
) -> Grid:
    shape = Shape(_column_widths(columns, width, size), lines)
    header = _fitting_header(columns, shape, size, numbers, page_height)
    maker = _RowMaker(columns, size, least)
    carrier = None
    if book is not None:
        sums = CarriedSums(book)

        def carrier(count: int, at_head: bool) -> Line:
            return maker.carried_line(CARRIED_BACK if at_head else CARRIED_ON, book.label_column, sums[count])

    shared = Book(shape, header, _Rows(rows, maker, totalled=totalled), page_height, carrier)
    return Grid(shared, 0, len(rows), gap=layout.PARAGRAPH_GAP_PT)


class _RowMaker:
    """Makes lines of a table's rows."""

    def __init__(self, columns: tuple[Column, ...], size: float, least: float) -> None:
        self.columns, self.least = columns, least
        self.styles = {
            (align, bold, italic): Style(size, align, bold, italic)
            for align in Align
            for bold in (False, True)
            for italic in (False, True)
        }

    def line(self, row: Row | GroupRow) -> Line:
        """`row` as it will be measured and drawn."""
        if isinstance(row, GroupRow):
            cell = CellBox.of(row.text, self.styles[Align.LEFT, True, False], 0, len(self.columns))
            return Line([cell], leads=True)
        cells = [
            self._cell(cell, column, number, row)
            for number, (cell, column) in enumerate(zip(row.cells, self.columns, strict=True))
        ]
        return Line(cells, self.least)

    def carried_line(self, label: str, label_column: int, cells: tuple[Cell, ...]) -> Line:
        """A carried-forward line: its words stand across the columns around `label_column` that show nothing."""
        shown = [number for number, column in enumerate(self.columns) if column.carry]
        first = max((number + 1 for number in shown if number < label_column), default=0)
        end = min((number for number in shown if number > label_column), default=label_column + 1)
        line = self.line(Row(cells, bold=True, italic=True))
        words = CellBox.of(label, self.styles[Align.CENTER, True, True], first, end - first)
        return Line([*line.cells[:first], words, *line.cells[end:]])

    def _cell(self, cell: Cell, column: Column, number: int, row: Row) -> CellBox:
        style = self.styles[column.align, row.bold, row.italic]
        whole = isinstance(cell, int | Decimal | date)
        return CellBox.of(cell_text(cell, grouped=column.grouped), style, number, whole=whole)


class _Rows(Sequence[Line]):
    """The lines of a table, made when they are asked for. `totalled`: the last one never stands on a page alone."""

    def __init__(self, rows: Sequence[Row | GroupRow], maker: _RowMaker, *, totalled: bool) -> None:
        self._count = len(rows)

        def made(index: int) -> Line:
            line = maker.line(rows[index])
            line.leads = line.leads or (totalled and index == len(rows) - 2)
            return line

        self._line = lru_cache(maxsize=_ROWS_IN_MEMORY)(made)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: int) -> Line:  # type: ignore[override]
        return self._line(index)


def _fitting_header(
    columns: tuple[Column, ...], shape: Shape, size: float, numbers: bool, page_height: float
) -> list[Line]:
    """The header, its letters shrunk where its titles would leave no room for rows."""
    if not any(column.title for column in columns):
        return []
    header = _header(columns, size, numbers)
    settle_header(header, shape)
    if sum(line.height for line in header) > page_height * _HEADER_SHARE and size > 1:
        return _fitting_header(columns, shape, size * 0.8, numbers, page_height)
    return header


def _header(columns: tuple[Column, ...], size: float, numbers: bool) -> list[Line]:
    style = Style(size, Align.CENTER, bold=True)
    two = any(column.group for column in columns)
    upper: list[CellBox] = []
    lower: list[CellBox] = []
    for group, members in groupby(enumerate(columns), key=lambda pair: pair[1].group):
        indexed = list(members)
        if group:
            upper.append(CellBox.of(group, style, indexed[0][0], len(indexed)))
        for number, column in indexed:
            cell = CellBox.of(column.title, style, number, rows=1 if group or not two else 2)
            (lower if group else upper).append(cell)
    lines = [Line(upper), Line(lower)] if two else [Line(upper)]
    if numbers:
        plain = Style(size, Align.CENTER, italic=True)
        lines.append(Line([CellBox.of(f"({number + 1})", plain, number) for number in range(len(columns))]))
    return lines
