"""Sheets that count money by the thousand or the million."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from frontdesk.sheet.grid import Cell

_UNITS: Final = {"nghìn": 1_000, "ngàn": 1_000, "1000": 1_000, "1.000": 1_000, "1,000": 1_000, "triệu": 1_000_000}
_COUNTED: Final = "|".join(map(re.escape, _UNITS))
_SAID: Final = re.compile(
    rf"(?:\b(?:đơn vị(?: tính)?|đvt)\s*[:.]?\s*(?:là\s*)?|\(\s*)(?P<unit>{_COUNTED})\s*(?:đồng|đ)(?!\w)"
)
_AMOUNT: Final = re.compile(
    r"(?P<whole>\d{1,3}(?:(?P<mark>[., ])\d{3})(?:(?P=mark)\d{3})*|\d+)(?:[.,](?P<part>\d{1,2}))?"
)


def unit_of(texts: Iterable[str]) -> int:
    """How many đồng the amounts of a sheet count by, as titles or headers say: "ĐVT: nghìn đồng", "(triệu đồng)"."""
    said = {_UNITS[found["unit"]] for text in texts for found in _SAID.finditer(text.lower())}
    return said.pop() if len(said) == 1 else 1


def multiplied(cell: Cell, unit: int) -> Cell:
    """An amount counted by `unit` in đồng; whatever is none, or is no whole đồng, stays as it is, to be named."""
    if isinstance(cell, bool | date | datetime | time | timedelta):
        return cell
    if not isinstance(cell, str):
        return _whole(Decimal(repr(cell)) * unit, cell)
    bare = cell.strip().strip("()+- ")
    found = _AMOUNT.fullmatch(bare)
    if found is None:
        return cell
    amount = Decimal(re.sub(r"\D", "", found["whole"]) + "." + (found["part"] or "0")) * unit
    return _whole(-amount if cell.strip().startswith(("-", "(")) else amount, cell)


def _whole(amount: Decimal, cell: Cell) -> Cell:
    return int(amount) if amount == int(amount) else cell
