"""Cards and invitations: the common face drawn once as a form, the rest on top of it for each."""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from reportlab.platypus.flowables import Flowable, PageBreak

from frontdesk.paper import layout
from frontdesk.paper.blocks import Align, Block, Cards, Code, Slot, Text
from frontdesk.paper.pdf.boxes import Stack
from frontdesk.paper.pdf.small import draw_code
from frontdesk.paper.pdf.text import Style, paragraph

BlocksToFlowables = Callable[[Sequence[Block], float, float], list[Flowable]]
"""Lays blocks out in a width and a height in points."""

_SMALLEST_STEP: Final = 0.25


class SlotBox(Flowable):
    """Empty room in a face that remembers where it came to stand."""

    def __init__(self, block: Slot) -> None:
        super().__init__()
        self.block = block
        self.place = (0.0, 0.0, 0.0, 0.0)
        self.fitted: tuple[Text, Any, float] | None = None
        """The words last fitted, as a paragraph of that height: a ballot's question stands on many cards."""

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width, self.height = available_width, self.block.height_mm * layout.POINTS_PER_MM
        return self.width, self.height

    def draw(self) -> None:
        x, y = self.canv.absolutePosition(0, 0)
        right, top = self.canv.absolutePosition(self.width, self.height)
        self.place = (x, y, right - x, top - y)


class Face:
    """The common part of cards, a named form in the file and the places of its slots."""

    _serial = itertools.count()

    def __init__(self, block: Cards, width: float, height: float, lay_out: BlocksToFlowables) -> None:
        self.width, self.height = width, height
        self.padding = 0.0 if block.across == block.down == 1 else layout.CARD_PADDING_MM * layout.POINTS_PER_MM
        inner = (width - 2 * self.padding, height - 2 * self.padding)
        self.content = Stack(lay_out(block.face, *inner), inner[1])
        self.slots: list[SlotBox] = []
        self.bordered = block.border and not block.across == block.down == 1

    def define(self, canvas: Any, name: str) -> None:
        """Draw the face into the form `name`, and learn where its slots stand."""
        canvas.beginForm(name, 0, 0, self.width, self.height)
        if self.bordered:
            canvas.setLineWidth(layout.GRID_PT)
            canvas.setStrokeGray(0.6)
            canvas.rect(0, 0, self.width, self.height)
            canvas.setStrokeGray(0)
        self.content.wrapOn(canvas, self.width - 2 * self.padding, self.height)
        # A whole page begins at its top; on a small card the face stands in the middle.
        unused = self.height - 2 * self.padding - self.content.height if self.padding else 0
        self.content.drawOn(canvas, self.padding, self.height - self.padding - self.content.height - unused / 2)
        canvas.endForm()
        self.slots = list(_slots_in(self.content))


class CardPage(Flowable):
    """One page of cards."""

    def __init__(self, face: Face, name: str, fills: Sequence[Mapping[str, Text | Code]], across: int) -> None:
        super().__init__()
        self.face, self.name, self.fills, self.across = face, name, fills, across

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width, self.height = available_width, available_height
        return self.width, self.height

    def draw(self) -> None:
        face = self.face
        if not self.canv.hasForm(self.name):
            face.define(self.canv, self.name)
        for number, fill in enumerate(self.fills):
            row, column = divmod(number, self.across)
            self.canv.saveState()
            self.canv.translate(column * face.width, self.height - (row + 1) * face.height)
            self.canv.doForm(self.name)
            for slot in face.slots:
                value = fill.get(slot.block.name)
                if value:
                    _fill_slot(self.canv, slot, value)
            self.canv.restoreState()


def card_pages(block: Cards, width: float, height: float, lay_out: BlocksToFlowables, name: str) -> Iterator[Flowable]:
    """The pages of `block` with breaks between them; `name` is its own in the file."""
    face = Face(block, width / block.across, height / block.down, lay_out)
    a_page = block.across * block.down
    for start in range(0, len(block.fills), a_page):
        if start:
            yield PageBreak()
        yield CardPage(face, name, block.fills[start : start + a_page], block.across)


def _slots_in(flowable: Any) -> Iterator[SlotBox]:
    if isinstance(flowable, SlotBox):
        yield flowable
    for child in (*getattr(flowable, "content", ()), *getattr(flowable, "stacks", ()), *getattr(flowable, "items", ())):
        yield from _slots_in(child)


def _fill_slot(canvas: Any, slot: SlotBox, value: Text | Code) -> None:
    x, y, width, height = slot.place
    if isinstance(value, Code):
        side = min(value.size_mm * layout.POINTS_PER_MM, width, height)
        share = {Align.CENTER: 0.5, Align.RIGHT: 1.0}.get(slot.block.align, 0.0)
        draw_code(canvas, value.digits, x + (width - side) * share, y + (height - side) / 2, side)
        return
    if slot.fitted is None or slot.fitted[0] != value:
        slot.fitted = (value, *_fit(slot.block, value, width, height))
    _words, text, text_height = slot.fitted
    text.drawOn(canvas, x, y + (height - text_height) / 2)


def _fit(block: Slot, value: Text, width: float, height: float) -> tuple[Any, float]:
    """The words as a paragraph no higher than the slot, and how high it is."""
    size = block.size_pt or layout.BODY_PT
    while True:
        text = paragraph(value, Style(size, block.align, block.bold, block.italic))
        text_height = text.wrap(width, height)[1]
        if text_height <= height or size <= _SMALLEST_STEP:
            return text, text_height
        # The height falls with the square of the size; the step undershoots, so that few rounds are needed.
        size = max(min(size - _SMALLEST_STEP, size * (height / text_height) ** 0.5), _SMALLEST_STEP)
