"""One row of a ruled table: its cells measured, split and drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from reportlab.platypus.paragraph import Paragraph

from frontdesk.paper import layout
from frontdesk.paper.blocks import Align, Text
from frontdesk.paper.fonts import printable
from frontdesk.paper.pdf.faces import ascent, base_line, face_name, width_of
from frontdesk.paper.pdf.text import Style, paragraph

_LEAST_SHARE: Final = 0.8
"""Of the size told: smaller letters would be harder to read than a word on two lines."""


@dataclass(slots=True)
class CellBox:
    """A cell over `span` columns from `column`: its text as one plain line, or as a paragraph where it needs more."""

    column: int
    span: int
    style: Style
    text: str = ""
    flow: Paragraph | None = None
    height: float = 0
    rows: int = 1
    """How many header rows it stands over."""
    whole: bool = False
    """Whether its text is a figure, which is shrunk to one line rather than ever broken into two."""

    @classmethod
    def of(
        cls, text: Text, style: Style, column: int, span: int = 1, *, rows: int = 1, whole: bool = False
    ) -> "CellBox":
        """A cell with `text`."""
        if isinstance(text, str):
            return cls(column, span, style, printable(text), rows=rows, whole=whole)
        return cls(column, span, style, flow=paragraph(text, style), rows=rows)

    def measure(self, width: float, padding: float) -> float:
        """The height of the cell, in points, in a column of `width`."""
        inner = width - 2 * padding
        if self.flow is None:
            style = self.style
            if not self.text:
                self.height = 0
                return 0
            length = width_of(self.text, style.size, bold=style.bold, italic=style.italic)
            if length > inner and self.whole:
                self.style = style = replace(style, size=style.size * inner / length)
                length = inner
            if length <= inner and "\n" not in self.text and "  " not in self.text:
                self.height = style.leading
                return self.height
            self.flow = paragraph(self.text, self._fitting(inner))
        self.height = self.flow.wrap(inner, 0)[1]
        return self.height

    def _fitting(self, inner: float) -> Style:
        """Letters a little smaller where that saves a word, the number of a case most often, from being cut in two."""
        style = self.style
        lengths = (width_of(word, style.size, bold=style.bold, italic=style.italic) for word in self.text.split())
        longest = max(lengths, default=0)
        if inner < longest <= inner / _LEAST_SHARE:
            # In whole quarters of a point: sizes without end would be as many styles.
            return replace(style, size=int(style.size * inner / longest * 4) / 4)
        return style

    def draw(self, canvas: Any, x: float, top: float, width: float, height: float, padding: float) -> None:
        """Draw the text in the middle of `height` points below `top`."""
        style = self.style
        drop = (height - self.height) / 2
        if self.flow is not None:
            lift = ascent(style.size) - base_line(style.size)
            self.flow.drawOn(canvas, x + padding, top - drop - self.height + lift)
        elif self.text:
            canvas.setFont(face_name(bold=style.bold, italic=style.italic), style.size)
            y = top - drop - base_line(style.size)
            if style.align is Align.RIGHT:
                canvas.drawRightString(x + width - padding, y, self.text)
            elif style.align is Align.CENTER:
                canvas.drawCentredString(x + width / 2, y, self.text)
            else:
                canvas.drawString(x + padding, y, self.text)

    def split(self, width: float, room: float, padding: float) -> tuple["CellBox", "CellBox"]:
        """What of the cell fits into `room` points, and the rest."""
        empty = CellBox(self.column, self.span, self.style)
        if self.height <= room:
            return self, empty
        if self.flow is None:
            return empty, self
        parts = self.flow.split(width - 2 * padding, room)
        if len(parts) < 2:
            return empty, self
        first, rest = (CellBox(self.column, self.span, self.style, flow=part) for part in parts)
        return first, rest


@dataclass(slots=True)
class Line:
    """A row as it stands on a page."""

    cells: Sequence[CellBox]
    least_height: float = 0
    leads: bool = False
    """Whether it names the rows below it and so never stands last on a page."""
    height: float = 0

    def measure(self, shape: "Shape") -> float:
        """The height of the row in points, its padding included; measured once."""
        if not self.height:
            measured = [(cell.measure(shape.width(cell), shape.padding_x), cell.rows) for cell in self.cells]
            tallest = max((height for height, rows in measured if rows == 1), default=0)
            self.height = max(tallest + 2 * shape.padding_y, self.least_height)
        return self.height

    def split(self, shape: "Shape", room: float) -> "tuple[Line, Line] | None":
        """The row in two where a part of it fits into `room` points; None where nothing does."""
        inner = room - 2 * shape.padding_y
        pairs = [cell.split(shape.width(cell), inner, shape.padding_x) for cell in self.cells]
        if not any(first.text or first.flow for first, _ in pairs):
            return None
        return Line([first for first, _ in pairs]), Line([rest for _, rest in pairs])


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of a table in points, and whether rules are drawn."""

    widths: tuple[float, ...]
    lines: bool = True
    padding_x: float = layout.CELL_PADDING_X_PT
    padding_y: float = layout.CELL_PADDING_Y_PT

    def width(self, cell: CellBox) -> float:
        """The width of the columns `cell` stands over."""
        return sum(self.widths[cell.column : cell.column + cell.span])

    def left(self, column: int) -> float:
        """Where `column` begins."""
        return sum(self.widths[:column])
