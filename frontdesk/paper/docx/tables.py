"""Tables in Word: repeated header rows, rows that stay whole."""

from itertools import groupby
from typing import Final

from frontdesk.paper import layout
from frontdesk.paper.blocks import Align, BookTable, Column, GroupRow, Row, Table
from frontdesk.paper.carrying import all_rows
from frontdesk.paper.docx.wml import CellSpec, Element, Look, RowSpec, paragraph, table
from frontdesk.paper.figures import cell_text
from frontdesk.paper.pdf.columns import roomy_widths_mm
from frontdesk.paper.pdf.faces import width_of

_LONGER_IN_TIMES: Final = 1.1
"""Times New Roman, which Word shows, has capitals so much wider than the face made for machines without it."""


def table_element(block: Table | BookTable, width_mm: float) -> Element:
    """A table or book; Word breaks pages itself, so that a book here has no carried-forward lines."""
    asked = block.size_pt if isinstance(block, Table) else None
    size = asked or (layout.COMPACT_TABLE_PT if block.compact else layout.TABLE_PT)
    widths = roomy_widths_mm(block.columns, width_mm, size, spare=_LONGER_IN_TIMES)
    rows: list[RowSpec] = []
    if any(column.title for column in block.columns):
        rows += _header_rows(block.columns, size)
    if block.column_numbers:
        look = Look(size, Align.CENTER, italic=True)
        numbers = [CellSpec([paragraph(f"({n})", look)], shaded=True) for n, _ in enumerate(block.columns, 1)]
        rows.append(RowSpec(numbers, header=True))
    height = block.row_height_mm if isinstance(block, Table) else None
    ruled = block.lines if isinstance(block, Table) else True
    rows += [_row(row, block.columns, widths, size, height) for row in all_rows(block)]
    return table(widths, rows, ruled=ruled)


def _row(
    row: Row | GroupRow, columns: tuple[Column, ...], widths: tuple[float, ...], size: float, height_mm: float | None
) -> RowSpec:
    gap = layout.CELL_PADDING_Y_PT
    if isinstance(row, GroupRow):
        look = Look(size, bold=True, before=gap, keep_next=True)
        return RowSpec([CellSpec([paragraph(row.text, look)], span=len(columns))])
    cells = []
    for cell, column, width in zip(row.cells, columns, widths, strict=True):
        text = cell_text(cell, grouped=column.grouped)
        fitting = _fitting_size(text, size, width) if isinstance(text, str) and not isinstance(cell, str) else size
        look = Look(fitting, column.align, bold=row.bold, italic=row.italic, before=gap)
        cells.append(CellSpec([paragraph(text, look)]))
    return RowSpec(cells, height_mm=height_mm)


def _fitting_size(figure: str, size: float, width_mm: float) -> float:
    """The size in which a figure needs one line: it must never be read as two."""
    inner = width_mm * layout.POINTS_PER_MM - 2 * layout.CELL_PADDING_X_PT
    # Bold is the wider of the weights; Word knows half points only.
    length = width_of(figure, size, bold=True)
    return size if length <= inner else int(size * inner / length * 2) / 2


def _header_rows(columns: tuple[Column, ...], size: float) -> list[RowSpec]:
    look = Look(size, Align.CENTER, bold=True, before=layout.CELL_PADDING_Y_PT, keep_next=True)
    two = any(column.group for column in columns)
    upper: list[CellSpec] = []
    lower: list[CellSpec] = []
    for group, members in groupby(columns, key=lambda column: column.group):
        titles = [[paragraph(column.title, look)] for column in members]
        if group:
            upper.append(CellSpec([paragraph(group, look)], span=len(titles), shaded=True))
            lower += [CellSpec(title, shaded=True) for title in titles]
        else:
            upper += [CellSpec(title, merge="restart" if two else None, shaded=True) for title in titles]
            lower += [CellSpec([], merge="continue", shaded=True) for _ in titles]
    return [RowSpec(upper, header=True), *([RowSpec(lower, header=True)] if two else [])]
