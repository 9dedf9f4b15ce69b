"""The widths of a table's columns, with room for every word of their titles."""

from collections.abc import Sequence
from typing import Final

from frontdesk.paper import layout
from frontdesk.paper.blocks import Column
from frontdesk.paper.measures import column_widths_mm
from frontdesk.paper.pdf.faces import width_of

_PADDING_MM: Final = (2 * layout.CELL_PADDING_X_PT + layout.GRID_PT) / layout.POINTS_PER_MM


def roomy_widths_mm(
    columns: Sequence[Column], width_mm: float, size: float, *, spare: float = 1.0
) -> tuple[float, ...]:
    """The columns' widths in mm, in letters of `size` points: no word of a title is cut in two.

    What a narrow column lacks is taken from those that have more than their own titles need, in proportion; where all
    together have too little, the widths stay as they were told. `spare` is the factor by which a word may come out
    longer where the paper is read, in another typeface of that size.
    """
    widths = column_widths_mm(columns, width_mm)
    needed = [_needed_mm(column.title, size) * spare + _PADDING_MM for column in columns]
    lacking = sum(max(need - width, 0) for need, width in zip(needed, widths, strict=True))
    plenty = sum(max(width - need, 0) for need, width in zip(needed, widths, strict=True))
    if not lacking or lacking > plenty:
        return widths
    left = 1 - lacking / plenty
    return tuple(need + max(width - need, 0) * left for need, width in zip(needed, widths, strict=True))


def _needed_mm(title: str, size: float) -> float:
    return max((width_of(word, size, bold=True) for word in title.split()), default=0) / layout.POINTS_PER_MM
