"""The running content of a Word document, block by block."""

import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

import segno
from docx.oxml.ns import qn
from docx.shared import Mm

from frontdesk.paper import blocks as b
from frontdesk.paper import layout
from frontdesk.paper.docx import heads, tables, wml
from frontdesk.paper.docx.wml import CellSpec, Element, Look, RowSpec
from frontdesk.paper.measures import text_width_mm
from frontdesk.paper.pdf.picture import chart_png
from frontdesk.paper.wording import numbered_texts

_BODY: Final = Look(
    align=b.Align.JUSTIFY,
    spacing=layout.LINE_SPACING,
    before=layout.PARAGRAPH_GAP_PT,
    first_line_mm=layout.FIRST_LINE_MM,
)
_QR_SCALE: Final = 8


class Body:
    """Adds blocks to a document; `orientation` is how the present section lies."""

    def __init__(self, document: Any, orientation: b.Orientation) -> None:
        self.document = document
        self.orientation = orientation

    @property
    def width_mm(self) -> float:
        """The width of the text."""
        return text_width_mm(self.orientation)

    def add(self, block: b.Block) -> None:
        """Put `block` at the end."""
        if isinstance(block, b.PageBreak):
            self._append([_page_break()])
        elif isinstance(block, b.Cards):
            if len(self._root) > 1:
                self._append([_page_break()])
            self._append(self._cards(block))
        else:
            if isinstance(block, b.Signatures):
                self._keep_last_lines()
            self._append(self.elements(block, self.width_mm))

    def finish(self) -> None:
        """A document that ends with a table needs a paragraph after it; make it too flat to start a page."""
        last = self._root[-2] if len(self._root) > 1 else None
        if last is not None and last.tag == qn("w:tbl"):
            self._append([_flat()])

    @property
    def _root(self) -> Any:
        return self.document.element.body

    def _append(self, elements: Sequence[Element]) -> None:
        end = self._root[-1]
        for element in elements:
            # Two tables without a paragraph between them would become one.
            if element.tag == qn("w:tbl") and len(self._root) > 1 and self._root[-2].tag == qn("w:tbl"):
                end.addprevious(_flat())
            end.addprevious(element)

    def _keep_last_lines(self) -> None:
        """The last paragraph, or the last two rows of a table, stay on the page of the signatures."""
        last = self._root[-2] if len(self._root) > 1 else None
        if last is None:
            return
        rows = last.findall(qn("w:tr"))
        places = [last] if not rows else rows[-layout.BODY_LINES_WITH_SIGNATURE :]
        for place in places:
            _keep_with_next(place)

    def elements(self, block: b.Block, width_mm: float) -> list[Element]:  # noqa: C901 - a table of kinds
        """The elements of one block in a column of `width_mm`."""
        match block:
            case b.Letterhead():
                return heads.letterhead(block, width_mm)
            case b.Title():
                return heads.title(block, width_mm)
            case b.Heading():
                return [wml.paragraph(block.text, _heading_look(block))]
            case b.Paragraph():
                return [wml.paragraph(block.text, _paragraph_look(block))]
            case b.Numbered():
                return [wml.paragraph(text, _BODY) for text in numbered_texts(block)]
            case b.FormLine():
                return _form_lines(block, width_mm)
            case b.Table() | b.BookTable():
                return [_flat(layout.PARAGRAPH_GAP_PT, keep_next=True), tables.table_element(block, width_mm)]
            case b.Signatures():
                return heads.signatures(block, width_mm)
            case b.Recipients():
                return heads.recipients(block, before=layout.SIGNATURE_GAP_PT)
            case b.Picture():
                return self._picture(block.data, min(block.width_mm, width_mm), block.caption)
            case b.Chart():
                return self._chart(block, width_mm)
            case b.Code():
                return self._code(block)
            case b.Beside():
                return [self._beside(block, width_mm)]
            case b.Together():
                made = [element for inner in block.blocks for element in self.elements(inner, width_mm)]
                for element in made[:-1]:
                    _keep_with_next(element)
                return made
            case b.Space():
                points = block.height_mm * layout.POINTS_PER_MM
                return [wml.paragraph("", Look(size=points / 2, spacing=2))]
            case b.Rule():
                return [wml.rule(width_mm, width_mm, layout.PARAGRAPH_GAP_PT, dashed=block.dashed)]
            case b.Slot():
                return []
            case _:
                raise ValueError(f"{type(block).__name__} stands on its own, not inside other blocks")

    def _picture(self, data: bytes, width_mm: float, caption: str, align: b.Align = b.Align.CENTER) -> list[Element]:
        # Only python-docx knows how a file's parts hang together: let it place the picture, then take the paragraph.
        placed = self.document.add_paragraph()
        placed.add_run().add_picture(io.BytesIO(data), width=Mm(width_mm))
        paragraph = wml.paragraph("", Look(align=align, fixed=False, before=layout.PARAGRAPH_GAP_PT))
        paragraph.extend(placed._p.findall(qn("w:r")))
        placed._p.getparent().remove(placed._p)
        under = Look(layout.CAPTION_PT, b.Align.CENTER, italic=True, before=3)
        return [paragraph, *([wml.paragraph(caption, under)] if caption else [])]

    def _chart(self, block: b.Chart, width_mm: float) -> list[Element]:
        return self._picture(chart_png(block, width_mm, 200), width_mm, "")

    def _code(self, block: b.Code) -> list[Element]:
        stream = io.BytesIO()
        code = segno.make_qr(block.digits, error="m")
        code.save(stream, kind="png", scale=_QR_SCALE, border=layout.QR_QUIET_MODULES)
        return self._picture(stream.getvalue(), block.size_mm, block.caption, block.align)

    def _beside(self, block: b.Beside, width_mm: float) -> Element:
        weights = block.weights or [1.0] * len(block.columns)
        widths = [width_mm * weight / sum(weights) for weight in weights]
        cells = [
            CellSpec([element for inner in column for element in self.elements(inner, width)])
            for column, width in zip(block.columns, widths, strict=True)
        ]
        return wml.table(widths, [RowSpec(cells)], ruled=False)

    def _cards(self, block: b.Cards) -> list[Element]:
        if block.across == block.down == 1:
            made: list[Element] = []
            for number, fill in enumerate(block.fills):
                made += [_page_break()] if number else []
                made += self._face(block.face, fill, self.width_mm)
            return made
        width = self.width_mm / block.across
        lying = self.orientation is b.Orientation.LANDSCAPE
        page = layout.A4_WIDTH_MM if lying else layout.A4_HEIGHT_MM
        height = (page - layout.MARGIN_TOP_MM - layout.MARGIN_BOTTOM_MM - 2) / block.down
        rows = []
        for start in range(0, len(block.fills), block.across):
            fills = block.fills[start : start + block.across]
            cells = [CellSpec(self._face(block.face, fill, width - 4)) for fill in fills]
            cells += [CellSpec([])] * (block.across - len(cells))
            rows.append(RowSpec(cells, height_mm=height))
        return [wml.table([width] * block.across, rows, ruled=block.border)]

    def _face(self, face: Sequence[b.Block], fill: Mapping[str, b.Text | b.Code], width_mm: float) -> list[Element]:
        return [element for block in face for element in self.elements(_filled(block, fill), width_mm)]


def _filled(block: b.Block, fill: Mapping[str, b.Text | b.Code]) -> b.Block:
    """`block` with its slots replaced by what `fill` puts there."""
    match block:
        case b.Beside():
            return b.Beside(
                tuple(tuple(_filled(inner, fill) for inner in column) for column in block.columns), block.weights
            )
        case b.Together():
            return b.Together(tuple(_filled(inner, fill) for inner in block.blocks), block.within_mm)
        case b.Slot():
            value = fill.get(block.name)
            if isinstance(value, b.Code):
                return value
            return b.Paragraph(value or "", block.align, block.bold, block.italic, size_pt=block.size_pt)
        case _:
            return block


def _heading_look(block: b.Heading) -> Look:
    return Look(
        layout.HEADING_PT, block.align, bold=True, italic=block.level > 2, spacing=layout.LINE_SPACING,
        before=layout.PARAGRAPH_GAP_PT + 2, first_line_mm=layout.FIRST_LINE_MM if block.align is b.Align.LEFT else 0,
        keep_next=True, outline_level=block.level,
    )  # fmt: skip


def _paragraph_look(block: b.Paragraph) -> Look:
    indented = block.first_line and block.align in (b.Align.JUSTIFY, b.Align.LEFT)
    return Look(
        block.size_pt or layout.BODY_PT, block.align, block.bold, block.italic, layout.LINE_SPACING,
        layout.PARAGRAPH_GAP_PT, layout.FIRST_LINE_MM if indented else 0, block.left_mm,
        keep_next=block.keep_with_next,
    )  # fmt: skip


def _form_lines(block: b.FormLine, width_mm: float) -> list[Element]:
    look = Look(spacing=layout.LINE_SPACING, before=layout.PARAGRAPH_GAP_PT)
    if block.value:
        return [wml.paragraph(f"{block.label} {block.value}".strip(), look)]
    dotted = Look(spacing=layout.LINE_SPACING, dots_mm=width_mm)
    first = Look(spacing=layout.LINE_SPACING, before=layout.PARAGRAPH_GAP_PT, dots_mm=width_mm)
    return [wml.paragraph(f"{block.label} ", first), *(wml.paragraph("", dotted) for _ in range(1, block.lines))]


def _page_break() -> Element:
    run = wml.run("", 1)
    run.append(wml.element("w:br", {"type": "page"}))
    made = wml.paragraph("", Look(size=1, spacing=1))
    made.append(run)
    return made


def _flat(height_pt: float = 1, *, keep_next: bool = False) -> Element:
    return wml.paragraph("", Look(size=1, spacing=height_pt, keep_next=keep_next))


def _keep_with_next(place: Element) -> None:
    """The paragraphs in `place` stay on the page of what follows them."""
    for properties in place.iter(qn("w:pPr")):
        if properties.find(qn("w:keepNext")) is None:
            properties.insert(0, wml.element("w:keepNext"))
