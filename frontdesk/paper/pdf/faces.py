"""The paper's faces as ReportLab knows them."""

import io
from functools import lru_cache
from typing import Final

from fontTools.ttLib import TTFont as TrueType
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from frontdesk.paper.fonts import Face, typeface

_PREFIX: Final = "Paper"
_HIGHEST_BASE_LINE: Final = 0.93
"""Of the size. Some faces claim more room above their letters than any Vietnamese capital needs, and stand low then."""


@lru_cache(maxsize=1)
def register_faces() -> None:
    """Tell ReportLab of the four faces, once a process, and that it shall start from them.

    Without the latter every PDF names a Helvetica that is not embedded.
    """
    for face, data in typeface().files.items():
        font = TTFont(f"{_PREFIX}-{face}", io.BytesIO(data))
        font.face.ascent = ascender(data)
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(
        face_name(), face_name(), face_name(bold=True), face_name(italic=True), face_name(bold=True, italic=True)
    )
    rl_config.canvas_basefontname = face_name()
    # Text-safe streams are a quarter longer and take time; no mail program of today needs them.
    rl_config.useA85 = 0


def ascender(data: bytes) -> float:
    """How far above the base line the letters of a TrueType file reach, in thousandths of their size.

    As Windows counts it. ReportLab takes the typographic ascender, which in Times New Roman ends below the marks of
    Vietnamese capitals: lines would stand a fifth of their size too high, over the margin and over the rule of a cell.
    """
    with TrueType(io.BytesIO(data)) as file:
        return float(file["OS/2"].usWinAscent * 1000 / file["head"].unitsPerEm)


def face_name(*, bold: bool = False, italic: bool = False) -> str:
    """The name under which a face is registered."""
    if bold:
        return f"{_PREFIX}-{Face.BOLD_ITALIC if italic else Face.BOLD}"
    return f"{_PREFIX}-{Face.ITALIC if italic else Face.REGULAR}"


def width_of(text: str, size_pt: float, *, bold: bool = False, italic: bool = False) -> float:
    """The length of `text` on one line, in points."""
    return float(pdfmetrics.stringWidth(text, face_name(bold=bold, italic=italic), size_pt))


def ascent(size_pt: float) -> float:
    """How far below its top ReportLab puts the base line of a paragraph's first line, in points."""
    return float(pdfmetrics.getAscent(face_name(), size_pt))


def base_line(size_pt: float) -> float:
    """How far below the top of a cell its base line looks right, in points."""
    return min(ascent(size_pt), _HIGHEST_BASE_LINE * size_pt)
