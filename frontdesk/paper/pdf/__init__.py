"""The PDF printer: lays blocks out with ReportLab."""

import io
import threading
from typing import Any, Final

from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.frames import Frame

from frontdesk.paper import layout
from frontdesk.paper.blocks import Footer
from frontdesk.paper.document import Paper
from frontdesk.paper.enclosing import OUTLINE_PAGES, enclose
from frontdesk.paper.fonts import printable, readable
from frontdesk.paper.pdf.faces import face_name, register_faces, width_of
from frontdesk.paper.pdf.flow import Flow, Sheet

_ONE_AT_A_TIME: Final = threading.Lock()
"""ReportLab's fonts count their letters per document, but its settings are the process's own."""


def lay_out(paper: Paper) -> tuple[bytes, int]:
    """`paper` as the bytes of a PDF file, and its number of pages; equal papers give equal bytes."""
    with _ONE_AT_A_TIME:
        register_faces()
        flow = Flow(paper)
        story = flow.story()
        stream = io.BytesIO()
        document = _Document(paper, flow, stream)
        document.build(story)
        if paper.enclosures:
            return enclose(stream.getvalue(), paper.enclosures)
        return stream.getvalue(), document.page


class _Document(BaseDocTemplate):
    """A paper's pages, their numbers and footers."""

    def __init__(self, paper: Paper, flow: Flow, stream: io.BytesIO) -> None:
        first = flow.first_sheet
        super().__init__(
            stream,
            pagesize=first.paper,
            title=readable(paper.title),
            author=readable(paper.author),
            creator="frontdesk",
            producer="frontdesk",
            lang="vi",
            invariant=1,
            displayDocTitle=True,
            initialFontName=face_name(),
        )
        self.footer = "   ".join(printable(block.text) for block in paper.blocks if isinstance(block, Footer))
        sheets = [first, *(sheet for sheet in flow.sheets.values() if sheet is not first)]
        self.addPageTemplates([self._template(sheet) for sheet in sheets])

    def _template(self, sheet: Sheet) -> PageTemplate:
        frame = Frame(
            sheet.left, sheet.bottom, sheet.width, sheet.height, 0, 0, 0, 0, id=sheet.name
        )  # fmt: skip
        on_page = self._number_page if sheet.numbered else _nothing
        return PageTemplate(sheet.name, [frame], onPage=on_page, onPageEnd=self._draw_footer, pagesize=sheet.paper)

    def _number_page(self, canvas: Any, document: Any) -> None:
        number = canvas.getPageNumber()
        if number == 1:
            return
        if number == OUTLINE_PAGES:
            canvas.showOutline()
        width, height = canvas._pagesize
        canvas.setFont(face_name(), layout.PAGE_NUMBER_PT)
        # Centred over the text, not over the sheet: the wide margin is for the file's binding.
        middle = (width + (layout.MARGIN_LEFT_MM - layout.MARGIN_RIGHT_MM) * layout.POINTS_PER_MM) / 2
        canvas.drawCentredString(middle, height - layout.PAGE_NUMBER_MM * layout.POINTS_PER_MM, str(number))

    def _draw_footer(self, canvas: Any, document: Any) -> None:
        if not self.footer:
            return
        left = layout.MARGIN_LEFT_MM * layout.POINTS_PER_MM
        room = canvas._pagesize[0] - left - layout.MARGIN_RIGHT_MM * layout.POINTS_PER_MM
        text = " ".join(self.footer.split())
        size = layout.FOOTER_PT * min(1.0, room / max(width_of(text, layout.FOOTER_PT), 1.0))
        canvas.setFont(face_name(), size)
        # The deepest letters reach less than a third of their size below the base line.
        canvas.drawString(left, layout.FOOTER_EDGE_MM * layout.POINTS_PER_MM + size / 3, text)


def _nothing(canvas: Any, document: Any) -> None:
    """A page without a number."""
