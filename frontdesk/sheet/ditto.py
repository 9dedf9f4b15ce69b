"""How clerks say "the same as in the row above": by a mark, or by nothing at all."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
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
    return isinstance(cell, str) and 0 < len(cell) <= LONGEST and _may_be_mark(cell[0]) and _is_mark(cell)


def _may_be_mark(first: str) -> bool:
    return first in "nN" or not first.isalnum()


@lru_cache(maxsize=1 << 12)
def _is_mark(written: str) -> bool:
    return _MARKS.fullmatch(written.strip()) is not None or fold(written.strip(_EDGES)) in _WORDS


def runs_on(texts: Sequence[str]) -> bool:
    """Whether a column says each thing only in the first of its rows, as merged cells do once they are saved as text.

    A blank there says "the same as above"; in a column that says something in every other row it says none.
    """
    repeated = any(text and text == following for text, following in pairwise(texts))
    return bool(texts) and bool(texts[0]) and not repeated and 2 * sum(map(bool, texts)) <= len(texts)
