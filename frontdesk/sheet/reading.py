"""From a file to grids of cells, whatever the file claims to be."""

import unicodedata
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.sheet.delimited import is_text, read_rows
from frontdesk.sheet.grid import Cell, Grid, Workbook, is_blank
from frontdesk.sheet.guard import Limits, check_archive, too_large, wrong_type
from frontdesk.vietnamese import legacy

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENOUGH_TO_DECIDE: Final = 5_000


def read(path: Path, limits: Limits | None = None) -> Workbook:
    """Reads a sheet file (xlsx, xls, ods, csv, told by content) with the values Excel saved for its formulas.

    Raises RuleBroken(``sheet.missing``, ``sheet.not_a_file``, ``sheet.no_permission``, ``sheet.empty``,
    ``sheet.wrong_type``, ``sheet.encrypted``, ``sheet.too_large``, ``sheet.unreadable``) with advice.
    """
    limits = limits or Limits()
    data = _load(path, limits)
    if data.startswith(_ZIP):
        from frontdesk.sheet.books import read_book  # late: whoever reads no sheet loads no reader of books

        check_archive(data, limits)
        raw = read_book(data, limits)
    elif data.startswith(_COMPOUND):
        from frontdesk.sheet.books import read_old_book

        raw = read_old_book(data, limits)
    elif is_text(data):
        raw = [Grid(path.stem, read_rows(data, limits))]
    else:
        raise wrong_type()
    grids = tuple(_in_unicode(grid) for grid in raw)
    if not any(not is_blank(cell) for grid in grids for row in grid.rows for cell in row):
        raise _empty()
    return Workbook(path, grids)


def _load(path: Path, limits: Limits) -> bytes:
    """The bytes of the file at `path`, or the refusal that says what stands in the way."""
    try:
        if not path.is_file():
            if path.exists():
                raise RuleBroken(
                    "sheet.not_a_file", _("{name} is not a file. Choose the sheet.").format(name=path.name)
                )
            raise RuleBroken("sheet.missing", _("There is no file {name}.").format(name=path.name))
        if path.stat().st_size > limits.file_bytes:
            raise too_large()
        data = path.read_bytes()
    except PermissionError as error:
        message = _("The file {name} cannot be opened. Close it in Excel, or ask for permission to read it.")
        raise RuleBroken("sheet.no_permission", message.format(name=path.name)) from error
    except OSError as error:
        message = _("The file {name} cannot be read. Copy it to this computer first, then try again.")
        raise RuleBroken("sheet.unreadable", message.format(name=path.name)) from error
    if not data:
        raise _empty()
    return data


def _empty() -> RuleBroken:
    return RuleBroken("sheet.empty", _("The file holds nothing."))


def _in_unicode(grid: Grid) -> Grid:
    """`grid` with every text in NFC; a sheet in a legacy font is decided once, by all its texts together."""
    cells = set(chain.from_iterable(grid.rows))
    texts = [cell for cell in cells if type(cell) is str and not cell.isascii()]
    encoding = legacy.decide(sorted(texts)[:_ENOUGH_TO_DECIDE]) if texts else None
    decode = partial(legacy.decode, encoding=encoding) if encoding else str
    changed = {text: mended for text in texts if (mended := unicodedata.normalize("NFC", decode(text))) != text}
    rows: Sequence[Sequence[Cell]] = grid.rows
    if changed:
        swap: Callable[[Cell, Cell], Cell] = changed.get  # type: ignore[assignment]
        rows = [[swap(cell, cell) if type(cell) is str else cell for cell in row] for row in rows]
    return Grid(grid.name, rows, grid.merges, grid.hidden, encoding)
