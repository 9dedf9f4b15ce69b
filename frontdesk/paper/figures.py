"""What stands in a cell, as the text a reader sees."""

from datetime import date
from decimal import Decimal

from frontdesk.paper.blocks import Cell, Run, Text


def cell_text(cell: Cell, *, grouped: bool = True) -> Text:
    """The text of `cell`: 1234567 as 1.234.567 unless not `grouped`, Decimal("9.42") as 9,42, dates as 05/09/2026."""
    match cell:
        case None:
            return ""
        case int() | Decimal():
            return figure_text(cell, grouped=grouped)
        case date():
            return f"{cell.day:02}/{cell.month:02}/{cell.year:04}"
        case _:
            return cell


def figure_text(figure: int | Decimal, *, grouped: bool = True) -> str:
    """`figure` with dots between groups of three and a decimal comma, a minus sign before it when negative."""
    text = f"{figure:,}" if grouped else f"{figure}"
    return text.translate(_VIETNAMESE_MARKS)


_VIETNAMESE_MARKS = str.maketrans({",": ".", ".": ","})


def runs_of(text: Text, *, bold: bool = False, italic: bool = False) -> tuple[Run, ...]:
    """`text` as runs; `bold` and `italic` add to what a run says itself."""
    if isinstance(text, str):
        return (Run(text, bold, italic),)
    return tuple(Run(run.text, run.bold or bold, run.italic or italic) for run in text)


def plain_text(text: Text) -> str:
    """`text` without its weights."""
    return text if isinstance(text, str) else "".join(run.text for run in text)
