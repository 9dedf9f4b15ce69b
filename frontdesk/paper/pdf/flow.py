"""Blocks to flowables: what follows what, and what may not be parted."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.platypus.doctemplate import NextPageTemplate
from reportlab.platypus.flowables import Flowable, PageBreak

from frontdesk.paper import blocks as b
from frontdesk.paper import layout
from frontdesk.paper.document import Paper
from frontdesk.paper.fonts import printable
from frontdesk.paper.pdf import heads, small, tables
from frontdesk.paper.pdf.boxes import Bookmark, Columns, Fitted, Gap, Glued, Kept, Line, Stack
from frontdesk.paper.pdf.cards import SlotBox, card_pages
from frontdesk.paper.pdf.charts import ChartBox
from frontdesk.paper.pdf.text import BODY, Style, paragraph
from frontdesk.paper.wording import numbered_texts

HEADING_GAP: Final = layout.PARAGRAPH_GAP_PT + 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page template by name, and its room for text in points from the lower left corner of the paper."""

    name: str
    paper: tuple[float, float]
    left: float
    bottom: float
    width: float
    height: float
    numbered: bool


def sheets(*, numbered: bool) -> dict[str, Sheet]:
    """Every kind of page a paper may have: for text and for small cards, upright and lying."""
    made = {}
    for orientation in b.Orientation:
        across, down = layout.A4_WIDTH_MM, layout.A4_HEIGHT_MM
        if orientation is b.Orientation.LANDSCAPE:
            across, down = down, across
        edge = layout.CARD_SHEET_MARGIN_MM
        text = (layout.MARGIN_LEFT_MM, layout.MARGIN_RIGHT_MM, layout.MARGIN_TOP_MM, layout.MARGIN_BOTTOM_MM)
        for kind, (left, right, top, bottom) in (("text", text), ("card", text), ("cards", (edge,) * 4)):
            mm = (across, down, left, bottom, across - left - right, down - top - bottom)
            paper_width, paper_height, x, y, width, height = (value * layout.POINTS_PER_MM for value in mm)
            name = f"{orientation} {kind}"
            made[name] = Sheet(
                name, (paper_width, paper_height), x, y, width, height, numbered=numbered and kind == "text"
            )
    return made


@dataclass(slots=True)
class _Entry:
    """A flowable of the story; `keeps_next` forbids a page to end between it and the next."""

    flowable: Flowable
    page_height: float
    keeps_next: bool = False
    is_break: bool = False


class Flow:
    """The story of one paper."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.sheets = sheets(numbered=paper.page_numbers)
        self.orientation = paper.orientation
        self.sheet = self.sheets[f"{self.orientation} text"]
        self.first_sheet = self.sheet
        self.entries: list[_Entry] = []
        self.keys = itertools.count(1)

    def story(self) -> list[Flowable]:
        """All of the paper's flowables in order, those that belong together glued."""
        for block in self.paper.blocks:
            self._add(block)
        while self.entries and self.entries[-1].is_break:
            self.entries.pop()
        story: list[Flowable] = []
        held: list[Flowable] = []
        for number, entry in enumerate(self.entries):
            held.append(entry.flowable)
            after = self.entries[number + 1] if number + 1 < len(self.entries) else None
            if not (entry.keeps_next and after is not None and not after.is_break):
                story.append(Glued(held, entry.page_height) if len(held) > 1 else held[0])
                held = []
        # A paper of nothing is one empty page.
        return story or [Gap(1, firm=True)]

    def _add(self, block: b.Block) -> None:
        match block:
            case b.Footer():
                pass
            case b.Section():
                self.orientation = block.orientation
                self._turn_to("text")
            case b.PageBreak():
                self._turn_to("text")
            case b.Cards():
                self._turn_to("card" if block.across == block.down == 1 else "cards")
                name = f"cards{next(self.keys)}"
                pages = card_pages(block, self.sheet.width, self.sheet.height, self._face, name)
                self.entries += [self._entry(page, is_break=isinstance(page, PageBreak)) for page in pages]
            case _:
                if self.sheet.name.split()[-1] != "text":
                    self._turn_to("text")
                self._add_flowing(block)

    def _add_flowing(self, block: b.Block) -> None:
        if isinstance(block, b.Signatures):
            # Two pieces of text, or the last lines of a longer one, never let the signatures stand alone.
            for entry in self.entries[-layout.BODY_LINES_WITH_SIGNATURE :]:
                entry.keeps_next = not entry.is_break
        if isinstance(block, b.Title | b.Heading):
            level, text, gap = self._outline(block)
            mark = Bookmark(printable(text), level, f"b{next(self.keys)}", gap)
            self.entries.append(self._entry(mark, keeps_next=True))
        made = [self._entry(flowable) for flowable in self.flowables(block, self.sheet.width, self.sheet.height)]
        if made:
            made[-1].keeps_next = _keeps_next(block)
        if isinstance(block, b.Recipients) and self.entries and isinstance(self._last_block, b.Signatures):
            self.entries[-1].keeps_next = True
        self.entries += made
        self._last_block = block

    _last_block: b.Block | None = None

    def _outline(self, block: b.Title | b.Heading) -> tuple[int, str, float]:
        if isinstance(block, b.Title):
            words = " ".join(part for part in (block.kind, block.subject) if part)
            return 0, " ".join(words.split()), layout.PARAGRAPH_GAP_PT
        return block.level, " ".join(block.text.split()), HEADING_GAP

    def _turn_to(self, kind: str) -> None:
        self.sheet = self.sheets[f"{self.orientation} {kind}"]
        while self.entries and self.entries[-1].is_break:
            self.entries.pop()
        if not self.entries:
            self.first_sheet = self.sheet
            return
        self.entries += [
            self._entry(NextPageTemplate(self.sheet.name), is_break=True),
            self._entry(PageBreak(), is_break=True),
        ]

    def _entry(self, flowable: Flowable, *, keeps_next: bool = False, is_break: bool = False) -> _Entry:
        return _Entry(flowable, self.sheet.height, keeps_next, is_break)

    def _face(self, face: Sequence[b.Block], width: float, height: float) -> list[Flowable]:
        return [flowable for block in face for flowable in self.flowables(block, width, height)]

    def flowables(self, block: b.Block, width: float, height: float) -> list[Flowable]:  # noqa: C901 - a table of kinds
        """The flowables of one block in a width and a page height in points."""
        match block:
            case b.Letterhead():
                return [heads.letterhead(block, width, height)]
            case b.Title():
                return [heads.title(block, width, height)]
            case b.Heading():
                return [paragraph(block.text, _heading_style(block))]
            case b.Paragraph():
                return [paragraph(block.text, _paragraph_style(block))]
            case b.Numbered():
                return [paragraph(text, BODY) for text in numbered_texts(block)]
            case b.FormLine():
                return [small.form_line(block, height)]
            case b.Table():
                return [tables.grid_of(block, width, height)]
            case b.BookTable():
                return [tables.book_grid_of(block, width, height)]
            case b.Signatures():
                return [heads.signatures(block, width, height)]
            case b.Recipients():
                return [heads.recipients(block, height, layout.SIGNATURE_GAP_PT)]
            case b.Picture() | b.Chart() | b.Code():
                return [self._illustration(block, height)]
            case b.Beside():
                weights = block.weights or (1.0,) * len(block.columns)
                columns = [
                    self._face(column, width * weight / sum(weights), height)
                    for column, weight in zip(block.columns, weights, strict=True)
                ]
                return [Columns(columns, weights, height, gap=layout.PARAGRAPH_GAP_PT)]
            case b.Together():
                most = None if block.within_mm is None else block.within_mm * layout.POINTS_PER_MM
                face = self._face(block.blocks, width, height)
                return [Kept(face, height) if most is None else Fitted(face, height, most)]
            case b.Slot():
                return [SlotBox(block)]
            case b.Space():
                return [Gap(block.height_mm * layout.POINTS_PER_MM)]
            case b.Rule():
                return [Line(gap=layout.PARAGRAPH_GAP_PT, dashed=block.dashed)]
            case _:
                raise ValueError(f"{type(block).__name__} stands on its own, not inside other blocks")

    def _illustration(self, block: b.Picture | b.Chart | b.Code, height: float) -> Flowable:
        if isinstance(block, b.Chart):
            return ChartBox(block, height)
        box = small.PictureBox(block, height) if isinstance(block, b.Picture) else small.CodeBox(block)
        return Stack([box, paragraph(block.caption, small.CAPTION)], height) if block.caption else box


def _keeps_next(block: b.Block) -> bool:
    match block:
        case b.Heading() | b.Title() | b.Letterhead() | b.Space():
            return True
        case b.Paragraph():
            return block.keep_with_next
        case _:
            return False


def _heading_style(block: b.Heading) -> Style:
    indent = layout.FIRST_LINE_MM * layout.POINTS_PER_MM if block.align is b.Align.LEFT else 0
    # The gap above stands before the bookmark.
    return Style(
        layout.HEADING_PT, block.align, bold=True, italic=block.level > 2, spacing=BODY.spacing, first_line=indent
    )


def _paragraph_style(block: b.Paragraph) -> Style:
    indented = block.first_line and block.align in (b.Align.JUSTIFY, b.Align.LEFT)
    return Style(
        block.size_pt or layout.BODY_PT,
        block.align,
        block.bold,
        block.italic,
        BODY.spacing,
        BODY.first_line if indented else 0,
        block.left_mm * layout.POINTS_PER_MM,
        BODY.gap,
    )
