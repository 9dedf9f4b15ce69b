"""The Word printer: the same blocks as an editable document that looks like the PDF."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from frontdesk.paper import blocks as b
from frontdesk.paper import layout
from frontdesk.paper.archive import without_times
from frontdesk.paper.document import Paper
from frontdesk.paper.docx import wml
from frontdesk.paper.docx.body import Body
from frontdesk.paper.fonts import readable
from frontdesk.paper.pdf.faces import register_faces
from frontdesk.paper.render import render_pages

_ENCLOSURE_MM: Final = 160
_ENCLOSURE_DPI: Final = 150
_THE_SAME_TIME: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""A paper carries no time of printing: equal papers print to equal bytes."""


def compose(paper: Paper) -> bytes:
    """`paper` as the bytes of a Word document; equal papers give equal bytes."""
    # Rules are as long as the text above them, and only the faces know how long that is.
    register_faces()
    document = docx.Document()
    _set_properties(document, paper)
    _set_default_letters(document)
    blocks = [block for block in paper.blocks if not isinstance(block, b.Footer)]
    # A section that opens the paper only says how it lies.
    orientation = paper.orientation
    if blocks and isinstance(blocks[0], b.Section):
        orientation = blocks[0].orientation
        del blocks[0]
    first = document.sections[0]
    _set_page(first, orientation)
    _set_edges(first, paper)
    body = Body(document, orientation)
    for block in blocks:
        if isinstance(block, b.Section):
            section = document.add_section(WD_SECTION.NEW_PAGE)
            _set_page(section, block.orientation)
            section.different_first_page_header_footer = False
            body.orientation = block.orientation
        else:
            body.add(block)
    for picture in _enclosed(paper):
        body.add(picture)
    body.finish()
    stream = io.BytesIO()
    document.save(stream)
    return without_times(stream.getvalue())


def _enclosed(paper: Paper) -> Iterator[b.Block]:
    """What Word can show of the files behind a paper: pictures of their pages."""
    for enclosure in paper.enclosures:
        for page in render_pages(enclosure.pdf, dpi=_ENCLOSURE_DPI):
            yield b.PageBreak()
            if page.number == 1:
                yield b.Heading(enclosure.title, 2)
            yield b.Picture(page.png(), _ENCLOSURE_MM)


def _set_properties(document: Any, paper: Paper) -> None:
    properties = document.core_properties
    properties.title, properties.subject = readable(paper.title)[:255], readable(paper.title)[:255]
    properties.author = properties.last_modified_by = readable(paper.author)[:255]
    properties.comments, properties.language = "", "vi-VN"
    properties.created = properties.modified = _THE_SAME_TIME


def _set_default_letters(document: Any) -> None:
    style = document.styles["Normal"]
    style.font.name, style.font.size = wml.FONT, Pt(layout.BODY_PT)
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), wml.FONT)
    properties.append(wml.element("w:lang", {"val": "vi-VN"}))


def _set_page(section: Any, orientation: b.Orientation) -> None:
    lying = orientation is b.Orientation.LANDSCAPE
    section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
    across, down = Mm(layout.A4_WIDTH_MM), Mm(layout.A4_HEIGHT_MM)
    section.page_width, section.page_height = (down, across) if lying else (across, down)
    section.top_margin, section.bottom_margin = Mm(layout.MARGIN_TOP_MM), Mm(layout.MARGIN_BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(layout.MARGIN_LEFT_MM), Mm(layout.MARGIN_RIGHT_MM)
    section.header_distance = Mm(layout.PAGE_NUMBER_MM - layout.PAGE_NUMBER_PT / layout.POINTS_PER_MM)
    section.footer_distance = Mm(layout.FOOTER_EDGE_MM)


def _set_edges(section: Any, paper: Paper) -> None:
    """Page numbers in the top margin from page 2 on, the footer on every page; later sections go on with them."""
    section.different_first_page_header_footer = True
    if paper.page_numbers:
        look = wml.Look(layout.PAGE_NUMBER_PT, b.Align.CENTER)
        number = wml.paragraph("", look)
        number.extend(wml.page_number(layout.PAGE_NUMBER_PT))
        _replace_content(section.header, number)
    footers = [block.text for block in paper.blocks if isinstance(block, b.Footer)]
    if footers:
        for footer in (section.footer, section.first_page_footer):
            _replace_content(footer, wml.paragraph("   ".join(footers), wml.Look(layout.FOOTER_PT)))


def _replace_content(edge: Any, content: wml.Element) -> None:
    edge.is_linked_to_previous = False
    for old in list(edge._element):
        edge._element.remove(old)
    edge._element.append(content)
