"""Widths that every kind of print shares."""

from collections.abc import Sequence

from frontdesk.paper import layout
from frontdesk.paper.blocks import Column, Orientation


def text_width_mm(orientation: Orientation) -> float:
    """The width between the margins."""
    paper = layout.A4_HEIGHT_MM if orientation is Orientation.LANDSCAPE else layout.A4_WIDTH_MM
    return paper - layout.MARGIN_LEFT_MM - layout.MARGIN_RIGHT_MM


def column_widths_mm(columns: Sequence[Column], width_mm: float) -> tuple[float, ...]:
    """The columns' widths: the fixed ones as told, the others by weight; all shrunk when they are too many."""
    fixed = sum(column.width_mm for column in columns if column.width_mm is not None)
    weights = sum(column.weight for column in columns if column.width_mm is None)
    # Where fixed columns leave no room the others still get a tenth, so that nothing disappears.
    left = max(width_mm - fixed, width_mm * 0.1)
    widths = [column.width_mm if column.width_mm is not None else left * column.weight / weights for column in columns]
    factor = min(1.0, width_mm / sum(widths))
    return tuple(width * factor for width in widths)
