"""Rows copied out of a spreadsheet."""

import csv
import io
from pathlib import Path
from typing import Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.sheet import Grid, Workbook
from frontdesk.vietnamese import decide, decode, nfc

_MOST_CELLS: Final = 500_000


def pasted(text: str) -> Workbook:
    """The table in text from the clipboard: a line a row, tabs between cells, quotes around cells of several lines.

    Raises RuleBroken when it holds no table, or more than an office would ever paste.
    """
    rows = list(csv.reader(io.StringIO(text.replace("\x00", ""), newline=""), delimiter="\t"))
    if not any(len(row) > 1 for row in rows):
        raise RuleBroken(
            "roster.paste.no_table",
            _("This is no table. Copy the rows in Excel, the header row with them, then paste again."),
        )
    if sum(map(len, rows)) > _MOST_CELLS:
        raise RuleBroken("roster.paste.too_large", _("These are too many rows. Save them as a file and import it."))
    encoding = decide(cell for row in rows for cell in row if not cell.isascii())
    grid = Grid(_("pasted rows"), [[nfc(decode(cell, encoding)) for cell in row] for row in rows], encoding=encoding)
    return Workbook(Path(), (grid,))
