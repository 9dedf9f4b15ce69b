"""What stands on printed pages, in millimetres from their upper left corner."""

import io
import re
from dataclasses import dataclass

import pdfplumber

from frontdesk.paper import Paper, Paragraph, print_pdf

MM = 72 / 25.4
A_SENTENCE = "Ban Thường trực đề nghị các khu dân cư tiếp tục vận động Nhân dân giữ gìn vệ sinh môi trường. "


@dataclass(frozen=True)
class Found:
    """A stretch of text on a page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    font: str


class Page:
    """One page of a PDF."""

    def __init__(self, page):
        self.page = page
        self.text = page.extract_text()
        self.width, self.height = page.width / MM, page.height / MM

    def find(self, words):
        """Where `words` stand first, or None."""
        hits = self.page.search(re.escape(words), case=True)
        if not hits:
            return None
        hit = hits[0]
        letter = hit["chars"][0]
        return Found(
            words, hit["x0"] / MM, hit["x1"] / MM, hit["top"] / MM, hit["bottom"] / MM, round(letter["size"], 2),
            letter["fontname"],
        )  # fmt: skip

    @property
    def rules(self):
        """Lines as (left, right, height on the page), from the top."""
        lines = [(line["x0"] / MM, line["x1"] / MM, line["top"] / MM) for line in self.page.lines]
        return sorted(lines, key=lambda line: line[2])

    @property
    def letters_edges(self):
        """Left, right, top and bottom of all that is printed."""
        chars = self.page.chars
        return (
            min(c["x0"] for c in chars) / MM, max(c["x1"] for c in chars) / MM,
            min(c["top"] for c in chars) / MM, max(c["bottom"] for c in chars) / MM,
        )  # fmt: skip


def print_blocks(*blocks, **more):
    """The bytes of a paper made of `blocks`."""
    stream = io.BytesIO()
    print_pdf(Paper("Giấy thử", "Ban thử", tuple(blocks), **more), stream)
    return stream.getvalue()


def read(data):
    """The pages of a PDF."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [Page(page) for page in pdf.pages]


def pages_of(*blocks, **more):
    """The pages `blocks` print to."""
    return read(print_blocks(*blocks, **more))


def filling(paragraphs, sentences=6):
    """So many paragraphs of some lines each."""
    return [Paragraph(A_SENTENCE * sentences) for _ in range(paragraphs)]
