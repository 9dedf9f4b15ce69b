"""Texts as ReportLab paragraphs, built from fragments: nothing a person typed is ever parsed as markup."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paragraph import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from frontdesk.paper import layout
from frontdesk.paper.blocks import Align, Text
from frontdesk.paper.figures import runs_of
from frontdesk.paper.fonts import printable
from frontdesk.paper.pdf.faces import face_name, width_of

_ALIGNMENT: Final = {
    Align.LEFT: TA_LEFT,
    Align.CENTER: TA_CENTER,
    Align.RIGHT: TA_RIGHT,
    Align.JUSTIFY: TA_JUSTIFY,
}
_BLANKS: Final = re.compile("  +")
_LONGEST_BALANCED: Final = 60
"""Words. A longer text is no heading any more, and even lines would cost time."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set; sizes, gaps and indents in points."""

    size: float = layout.BODY_PT
    align: Align = Align.LEFT
    bold: bool = False
    italic: bool = False
    spacing: float = layout.TIGHT_LINE_SPACING
    first_line: float = 0
    left: float = 0
    gap: float = 0
    """Empty room above, dropped at the top of a page."""

    @property
    def leading(self) -> float:
        """From one base line to the next, in points."""
        return self.size * self.spacing


BODY: Final = Style(
    align=Align.JUSTIFY,
    spacing=layout.LINE_SPACING,
    first_line=layout.FIRST_LINE_MM * layout.POINTS_PER_MM,
    gap=layout.PARAGRAPH_GAP_PT,
)


def paragraph(text: Text, style: Style) -> Paragraph:
    """`text` as a paragraph: line feeds break lines, a word longer than a line breaks by its letters."""
    fragments: list[ParaFrag] = []
    for run in runs_of(text, bold=style.bold, italic=style.italic):
        name = face_name(bold=run.bold, italic=run.italic)
        lines = blanks_kept(printable(run.text)).split("\n")
        for number, line in enumerate(lines):
            if number:
                fragments.append(_fragment(name, style.size, "", lineBreak=True))
            if line:
                fragments.append(_fragment(name, style.size, line))
    return Paragraph(None, paragraph_style(style), frags=fragments or [_fragment(face_name(), style.size, "\u00a0")])


def blanks_kept(text: str) -> str:
    """`text` with all but the last of several blanks hard, so that they stand as typed."""
    return _BLANKS.sub(lambda found: "\u00a0" * (len(found[0]) - 1) + " ", text) if "  " in text else text


@lru_cache(maxsize=256)
def paragraph_style(style: Style) -> ParagraphStyle:
    """The same in ReportLab's words; neither first nor last line of a paragraph stands alone on a page."""
    return ParagraphStyle(
        "paper",
        fontName=face_name(bold=style.bold, italic=style.italic),
        bulletFontName=face_name(),
        fontSize=style.size,
        leading=style.leading,
        alignment=_ALIGNMENT[style.align],
        firstLineIndent=style.first_line,
        leftIndent=style.left,
        spaceBefore=style.gap,
        allowOrphans=0,
        allowWidows=0,
        splitLongWords=1,
    )


def _fragment(name: str, size: float, text: str, **more: Any) -> ParaFrag:
    # What ReportLab's own parser gives a fragment.
    return ParaFrag(
        fontName=name, fontSize=size, text=text, textColor=_BLACK, rise=0, bold=0, italic=0, greek=0, link=[],
        us_lines=[], **more,
    )  # fmt: skip


_BLACK: Final = ParagraphStyle("black").textColor


def balanced(text: str, style: Style, width: float) -> str:
    """`text` with line feeds put so that its lines are about equally long: for centred heads of a few lines."""
    return "\n".join(_balanced_line(line, style, width) for line in text.split("\n"))


def _balanced_line(text: str, style: Style, width: float) -> str:
    words = text.split(" ")
    lengths = [width_of(word, style.size, bold=style.bold, italic=style.italic) for word in words]
    blank = width_of(" ", style.size, bold=style.bold, italic=style.italic)
    whole = sum(lengths) + blank * (len(words) - 1)
    if whole <= width or len(words) > _LONGEST_BALANCED or max(lengths) > width:
        return text
    low, high = whole / len(words), width
    count = _line_count(lengths, blank, width)
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if _line_count(lengths, blank, middle) <= count else (middle, high)
    return "\n".join(" ".join(words[start:end]) for start, end in _lines(lengths, blank, high))


def _line_count(lengths: list[float], blank: float, width: float) -> int:
    return sum(1 for _ in _lines(lengths, blank, width))


def _lines(lengths: list[float], blank: float, width: float) -> Iterable[tuple[int, int]]:
    start, filled = 0, 0.0
    for index, length in enumerate(lengths):
        if index > start and filled + blank + length > width:
            yield start, index
            start, filled = index, length
        else:
            filled += length + (blank if index > start else 0)
    yield start, len(lengths)
