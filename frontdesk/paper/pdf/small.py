"""The small parts of a page: pictures, QR codes, lines to be filled in."""

import io
from collections.abc import Iterator, Sequence
from typing import Any, Final

import segno
from reportlab.lib.utils import ImageReader
from reportlab.platypus.flowables import Flowable

from frontdesk.paper import layout
from frontdesk.paper.blocks import Align, Code, FormLine, Picture
from frontdesk.paper.pdf.boxes import Stack
from frontdesk.paper.pdf.faces import ascent, face_name, width_of
from frontdesk.paper.pdf.text import BODY, Style, paragraph

CAPTION: Final = Style(layout.CAPTION_PT, Align.CENTER, italic=True, gap=3)
FORM_LINE: Final = Style(BODY.size, Align.LEFT, spacing=BODY.spacing, gap=layout.PARAGRAPH_GAP_PT)
_SHIFT: Final = {Align.LEFT: 0.0, Align.JUSTIFY: 0.0, Align.CENTER: 0.5, Align.RIGHT: 1.0}


class PictureBox(Flowable):
    """A picture, centred, never wider or higher than the page."""

    def __init__(self, block: Picture, page_height: float) -> None:
        super().__init__()
        self.spaceBefore = layout.PARAGRAPH_GAP_PT
        self.reader = ImageReader(io.BytesIO(block.data))
        self.wanted = block.width_mm * layout.POINTS_PER_MM
        self.page_height = page_height
        self.size = (0.0, 0.0)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        pixels_across, pixels_down = self.reader.getSize()
        across = min(self.wanted, available_width)
        down = across * pixels_down / pixels_across
        # A tenth of a page is left for a caption.
        factor = min(1.0, self.page_height * 0.9 / down)
        self.size = (across * factor, down * factor)
        self.width, self.height = available_width, self.size[1]
        return self.width, self.height

    def draw(self) -> None:
        across, down = self.size
        self.canv.drawImage(self.reader, (self.width - across) / 2, 0, across, down, mask="auto")


class CodeBox(Flowable):
    """A QR code with its quiet edge."""

    def __init__(self, block: Code) -> None:
        super().__init__()
        self.block = block
        self.side = block.size_mm * layout.POINTS_PER_MM

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.side = min(self.side, available_width)
        self.width, self.height = available_width, self.side
        return self.width, self.height

    def draw(self) -> None:
        draw_code(self.canv, self.block.digits, (self.width - self.side) * _SHIFT[self.block.align], 0, self.side)


def draw_code(canvas: Any, digits: str, x: float, y: float, side: float) -> None:
    """Draw the QR code of `digits` in the square of `side` points whose lower left corner is `x`, `y`."""
    rows = segno.make_qr(digits, error="m").matrix
    modules = len(rows) + 2 * layout.QR_QUIET_MODULES
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(side / modules, side / modules)
    # ReportLab formats each number of a path: for 500 codes that takes longer than making them.
    canvas.addLiteral(" ".join(_rectangles(rows)) + " f")
    canvas.restoreState()


def _rectangles(rows: Sequence[bytearray]) -> Iterator[str]:
    """The dark stretches of a code as PDF rectangles, a module being one unit."""
    for number, row in enumerate(rows, 1):
        y = layout.QR_QUIET_MODULES + len(rows) - number
        start = row.find(1)
        while start >= 0:
            end = row.find(0, start)
            end = len(row) if end < 0 else end
            yield f"{layout.QR_QUIET_MODULES + start} {y} {end - start} 1 re"
            start = row.find(1, end)


class DottedLine(Flowable):
    """A label, and dots from its end up to the edge, with more dotted lines below."""

    def __init__(self, label: str, lines: int) -> None:
        super().__init__()
        self.lines = lines
        self.spaceBefore = layout.PARAGRAPH_GAP_PT
        self.text = paragraph(label, FORM_LINE)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width = available_width
        self.height = self.text.wrap(available_width, available_height)[1] + (self.lines - 1) * FORM_LINE.leading
        return self.width, self.height

    def draw(self) -> None:
        height = self.text.height
        self.text.drawOn(self.canv, 0, self.height - height)
        last = self.text.blPara.lines[-1]
        unused = last[0] if isinstance(last, tuple) else last.extraSpace
        blank = width_of(" ", FORM_LINE.size)
        base = self.height - height + FORM_LINE.leading - ascent(FORM_LINE.size)
        self._dots(self.width - max(unused - blank, 0), base)
        for number in range(1, self.lines):
            self._dots(0, base - number * FORM_LINE.leading)

    def _dots(self, left: float, base: float) -> None:
        count = int((self.width - left) / width_of(".", FORM_LINE.size))
        self.canv.setFont(face_name(), FORM_LINE.size)
        self.canv.drawRightString(self.width, base, "." * count)


def form_line(block: FormLine, page_height: float) -> Flowable:
    """A line to be filled in, or filled in already."""
    if block.value:
        return paragraph(f"{block.label} {block.value}", FORM_LINE)
    return Stack([DottedLine(block.label, block.lines)], page_height)
