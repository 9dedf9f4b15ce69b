"""Scanned files behind a paper: their pages as they are, each file under a bookmark."""

import io
from collections.abc import Sequence
from contextlib import closing

from frontdesk.paper.document import Enclosure

OUTLINE_PAGES = 4
"""A paper of so many pages opens with its bookmarks in sight."""


def enclose(own: bytes, enclosures: Sequence[Enclosure]) -> tuple[bytes, int]:
    """The PDF `own` with the pages of `enclosures` behind it, and the number of all pages; equal in, equal out.

    Only pages are taken over: no lock against changes, no script and no property of a scan.
    """
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=io.BytesIO(own))
    for enclosure in enclosures:
        first = len(writer.pages)
        writer.append(fileobj=PdfReader(io.BytesIO(_bare(enclosure.pdf))), import_outline=False)
        writer.add_outline_item(title=enclosure.title, page_number=first)
    if len(writer.pages) >= OUTLINE_PAGES:
        writer.page_mode = "/UseOutlines"
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue(), len(writer.pages)


def _bare(pdf: bytes) -> bytes:
    """The pages of a PDF alone; PDFium mends what scanners write wrongly, where pypdf would give up."""
    import pypdfium2

    stream = io.BytesIO()
    with closing(pypdfium2.PdfDocument(pdf)) as source, closing(pypdfium2.PdfDocument.new()) as bare:
        bare.import_pages(source)
        bare.save(stream)
    return stream.getvalue()
