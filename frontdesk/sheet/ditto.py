"""The marks clerks write for "the same as in the row above"."""

import re
from functools import lru_cache
from typing import Final

from frontdesk.sheet.grid import Cell
from frontdesk.vietnamese import fold

LONGEST: Final = 14
_WORDS: Final = frozenset(("nt", "n t", "nhu tren"))
# Quotation marks of any shape or strokes, alone or between dashes; one dash or stroke alone says "none".
_MARKS: Final = re.compile(r"[-–—. ]*(?:[\"“”„″〃]+|['’‘`´]{2,}|-['’]-|/{2,})[-–—. ]*")
_EDGES: Final = "-–—.()\"“”' "


def is_ditto(cell: Cell) -> bool:
    """Whether a cell says "nt", "như trên" or a ditto mark and nothing besides."""
    return isinstance(cell, str) and 0 < len(cell) <= LONGEST and not cell[-1].isdigit() and _is_mark(cell)


@lru_cache(maxsize=1 << 12)
def _is_mark(written: str) -> bool:
    return _MARKS.fullmatch(written.strip()) is not None or fold(written.strip(_EDGES)) in _WORDS
