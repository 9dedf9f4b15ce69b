"""Ruled tables that break between rows (inside one only when it must), repeat their header and carry sums forward."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reportlab.platypus.flowables import Flowable

from frontdesk.paper import layout
from frontdesk.paper.pdf.cells import Line, Shape

_BEYOND_A_PAGE: Final = 1e6
_BREAKABLE_SHARE: Final = 0.35
"""A row higher than this part of a page may break inside: moving it whole would leave too much of a page empty."""

Carrier = Callable[[int, bool], Line]
"""Makes the carried-forward line after so many rows; True for the one at a page's head."""


@dataclass(frozen=True, slots=True)
class Book:
    """What all pieces of one table share."""

    shape: Shape
    header: Sequence[Line]
    rows: Sequence[Line]
    page_height: float
    carrier: Carrier | None = None

    @property
    def header_height(self) -> float:
        """In points."""
        return sum(line.measure(self.shape) for line in self.header)


class Grid(Flowable):
    """The rows of a table from `start` to before `end`.

    `first` stands for the row at `start` when the page before holds its upper part; `carried` above it and `after`
    below the rows are what only this page shows.
    """

    def __init__(
        self,
        book: Book,
        start: int,
        end: int,
        *,
        first: Line | None = None,
        carried: Line | None = None,
        after: Sequence[Line] = (),
        gap: float = 0,
    ) -> None:
        super().__init__()
        self.book, self.start, self.end, self.first = book, start, end, first
        self.carried, self.after = carried, after
        self.spaceBefore = gap

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Rows beyond the page are not measured: a book of years would take seconds at each page."""
        shape = self.book.shape
        total = self._top_height() + sum(line.measure(shape) for line in self.after)
        for index in range(self.start, self.end):
            total += self._row(index).measure(shape)
            if total > max(available_height, self.book.page_height):
                total = _BEYOND_A_PAGE
                break
        self.width, self.height = sum(shape.widths), total
        return self.width, self.height

    def tail_height(self) -> float:
        """The height of the last two rows, which go along with what follows the table."""
        start = max(self.start, self.end - layout.BODY_LINES_WITH_SIGNATURE)
        return sum(self._row(index).measure(self.book.shape) for index in range(start, self.end))

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        shape = self.book.shape
        room = available_height - self._top_height()
        index = self.start
        while index < self.end and self._row(index).measure(shape) <= room:
            room -= self._row(index).measure(shape)
            index += 1
        foot = self._carry(index, at_head=False)
        while foot is not None and index > self.start and foot.measure(shape) > room:
            index -= 1
            room += self._row(index).measure(shape)
            foot = self._carry(index, at_head=False)
        broken = self._broken(index, room - (foot.measure(shape) if foot else 0))
        if broken is None:
            while index > self.start and self._row(index - 1).leads:
                index -= 1
            if index in (self.start, self.end):
                return []
            foot = self._carry(index, at_head=False)
        upper, lower = broken or (None, None)
        piece = Grid(
            self.book, self.start, index, first=self.first, carried=self.carried, gap=self.spaceBefore,
            after=[line for line in (upper, foot) if line is not None],
        )  # fmt: skip
        rest = Grid(self.book, index, self.end, first=lower, carried=self._carry(index, at_head=True))
        return [piece, rest]

    def draw(self) -> None:
        canvas, shape = self.canv, self.book.shape
        canvas.saveState()
        canvas.setLineWidth(layout.GRID_PT)
        y = _draw_header(canvas, shape, self.book.header, self.height)
        above = [self.carried] if self.carried is not None else []
        for line in (*above, *map(self._row, range(self.start, self.end)), *self.after):
            _draw_line(canvas, shape, line, y)
            y -= line.measure(shape)
        canvas.restoreState()

    def _row(self, index: int) -> Line:
        return self.first if self.first is not None and index == self.start else self.book.rows[index]

    def _top_height(self) -> float:
        return self.book.header_height + (self.carried.measure(self.book.shape) if self.carried else 0)

    def _carry(self, index: int, *, at_head: bool) -> Line | None:
        return self.book.carrier(index, at_head) if self.book.carrier else None

    def _broken(self, index: int, room: float) -> tuple[Line, Line] | None:
        """The row at `index` in two, when it is too high to be moved whole."""
        if index >= self.end:
            return None
        row, shape = self._row(index), self.book.shape
        whole_page = self.book.page_height - self.book.header_height
        return row.split(shape, room) if row.measure(shape) > whole_page * _BREAKABLE_SHARE else None


def settle_header(header: Sequence[Line], shape: Shape) -> None:
    """Make the last header row high enough for the titles that stand over all of them."""
    height = sum(line.measure(shape) for line in header)
    tallest = max((cell.height for line in header for cell in line.cells if cell.rows > 1), default=0)
    if tallest + 2 * shape.padding_y > height:
        header[-1].height += tallest + 2 * shape.padding_y - height


def _draw_line(canvas: Any, shape: Shape, line: Line, top: float) -> None:
    height = line.measure(shape)
    for cell in line.cells:
        left, width = shape.left(cell.column), shape.width(cell)
        if shape.lines:
            canvas.rect(left, top - height, width, height, stroke=1, fill=0)
        cell.draw(canvas, left, top - shape.padding_y, width, height - 2 * shape.padding_y, shape.padding_x)


def _draw_header(canvas: Any, shape: Shape, header: Sequence[Line], top: float) -> float:
    heights = [line.measure(shape) for line in header]
    for number, line in enumerate(header):
        for cell in line.cells:
            height = sum(heights[number : number + cell.rows])
            left, width = shape.left(cell.column), shape.width(cell)
            if shape.lines:
                canvas.saveState()
                canvas.setFillGray(layout.HEADER_GREY)
                canvas.rect(left, top - height, width, height, stroke=1, fill=1)
                canvas.restoreState()
            cell.draw(canvas, left, top - shape.padding_y, width, height - 2 * shape.padding_y, shape.padding_x)
        top -= heights[number]
    return top
