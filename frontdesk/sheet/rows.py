"""Walking the rows under a header: the data, and the lines offices put between them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from frontdesk.sheet.grid import Cell
from frontdesk.sheet.recognise import Recognised


class Line(StrEnum):
    """What a row is that holds no data of its own."""

    BLANK = "blank"
    TITLE = "title"
    GROUP = "group"
    HEADER = "header"
    OPENING = "opening"
    CLOSING = "closing"
    TOTAL = "total"
    CARRIED = "carried"
    BROUGHT = "brought"
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of data: `number` as Excel shows it, the cell of each mapped field, the text of the group it stands in."""

    number: int
    cells: Mapping[str, Cell]
    group: str


@dataclass(frozen=True, slots=True)
class Ignored:
    """A row that is no data; `cells` let a cash book read the balance of its opening and closing lines."""

    number: int
    line: Line
    text: str
    cells: Mapping[str, Cell]

    @property
    def why(self) -> str:
        """What the row was taken for, in the reader's language."""
        raise NotImplementedError


def walk(recognised: Recognised) -> Iterator[Row | Ignored]:
    """Every row of the sheet in order, title and header lines included; trailing blank rows are left out."""
    raise NotImplementedError
