"""From a file to grids of cells, whatever the file claims to be."""

from pathlib import Path

from frontdesk.sheet.grid import Workbook


def read(path: Path) -> Workbook:
    """Reads a sheet file (xlsx, xls, ods, csv, told by content) with the values Excel saved for its formulas.

    Raises RuleBroken(``sheet.missing``, ``sheet.not_a_file``, ``sheet.no_permission``, ``sheet.empty``,
    ``sheet.wrong_type``, ``sheet.encrypted``, ``sheet.too_large``, ``sheet.unreadable``) with advice.
    """
    raise NotImplementedError(path)
