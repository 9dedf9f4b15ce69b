"""The headers of a sheet's columns, read through merged cells and over several rows."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from frontdesk.sheet.grid import Cell, Grid, is_blank

_LONGEST_HEADER: Final = 120
_NUMBER: Final = re.compile(r"\(?\s*(\d{1,2}|[A-Za-z])\s*\)?(?:\s*=.*)?")

_IN_BRACKETS: Final = re.compile(r"\([^()]{1,40}\)")


def label(cell: Cell) -> str:
    """A header cell as one line; "" for anything but text."""
    return " ".join(cell.split()) if isinstance(cell, str) else ""


def may_be_header(row: Sequence[Cell]) -> bool:
    """Whether `row` could be a row of a header: short texts, and hardly a number or a date."""
    texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
    others = sum(not isinstance(cell, str) for cell in row)
    return bool(texts) and others * 4 <= len(texts) and all(len(text) <= _LONGEST_HEADER for text in texts)


def is_below_header(grid: Grid, row: int) -> bool:
    """Whether row `row` (from 0) belongs to a header above it: it counts the columns (1, 2, 3 or (1), A, B, or
    "5 = 3 - 4"), or gives their units in brackets.
    """
    if row >= len(grid.rows):
        return False
    cells = [_plain(cell) for cell in grid.rows[row] if not is_blank(cell)]
    if not cells:
        return False
    if all(_IN_BRACKETS.fullmatch(cell) for cell in cells) and not all(map(_NUMBER.fullmatch, cells)):
        return True
    matches = [_NUMBER.fullmatch(cell) for cell in cells]
    if len(cells) < 2 or not all(matches):
        return False
    numbers = [int(match[1]) for match in matches if match and match[1].isdigit()]
    letters = [match[1] for match in matches if match and not match[1].isdigit()]
    counted = all(after == before + 1 for before, after in pairwise(numbers))
    return counted and letters == sorted(letters) and (not numbers or numbers[0] <= 2)


def _plain(cell: Cell) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


def header_paths(grid: Grid, top: int, height: int) -> tuple[tuple[str, ...], ...]:
    """For each column the texts that head it in rows `top` … `top + height - 1`, from the parent down, none twice.

    A merged text heads all columns it covers. A parent that is not merged (csv, ods) heads the columns to its right as
    long as they have none of their own and stand over a child.
    """
    lines = [[label(cell) for cell in row] for row in grid.rows[top : top + height]]
    width = max(map(len, lines))
    lines = [line + [""] * (width - len(line)) for line in lines]
    for merge in grid.merges:
        if top <= merge.top < top + height:
            text = lines[merge.top - top][merge.left] if merge.left < width else ""
            for line in lines[merge.top - top : merge.bottom - top + 1]:
                covered = range(merge.left, min(merge.right + 1, width))
                line[merge.left : merge.right + 1] = [text for _column in covered]
    _spread_parents(lines)
    return tuple(tuple(dict.fromkeys(filter(None, column))) for column in zip(*lines, strict=True))


def _spread_parents(lines: list[list[str]]) -> None:
    for above, below in pairwise(lines):
        for column in range(1, len(above)):
            has_child = below[column - 1] not in ("", above[column - 1])
            if not above[column] and below[column] and has_child:
                above[column] = above[column - 1]


def same_merged_header(grid: Grid, rows: range, left: int) -> bool:
    """Whether one merged header cell covers the column `left` and the next one."""
    return any(merge.top in rows and merge.left <= left < merge.right for merge in grid.merges)
