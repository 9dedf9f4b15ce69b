"""Four narrow serif faces cut from the variable Noto Serif, for machines without a Times that knows Vietnamese."""

import io
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import fontpkg_noto_serif
from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from frontdesk.paper.fonts import FAMILY, RECIPE, Face

WIDTH: Final = 85
"""Per cent of Noto Serif's own width; a line of it is then as long as one of Times New Roman."""

REGULAR_WEIGHT: Final = 400
BOLD_WEIGHT: Final = 700

_KEPT_RANGES: Final = ((0x0000, 0x052F), (0x1E00, 0x1EFF), (0x2000, 0x2BFF), (0xFFFD, 0xFFFD))
"""Latin, Greek, Cyrillic, marks, punctuation, currency and symbols: what a name or a pasted letter may hold."""

_BOXES: Final = (0x25A1, 0x25AF, 0x2610)
_CROSSED_BOX: Final = 0x2612


def make_face(face: Face) -> bytes:
    """The TrueType file of one face, equal bytes each time; takes about a second.

    Noto Serif has no empty boxes to tick (□ ▯ ☐ ☒): they are drawn in.
    """
    # Subsetting first halves the time: what is cut away need not be instantiated.
    font = TTFont(io.BytesIO(_subset(italic=face.is_italic)), recalcTimestamp=False)
    weight = BOLD_WEIGHT if face.is_bold else REGULAR_WEIGHT
    instancer.instantiateVariableFont(font, {"wght": weight, "wdth": WIDTH}, inplace=True)
    _draw_boxes(font)
    _rename(font, face)
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()


@lru_cache(maxsize=2)
def _subset(*, italic: bool) -> bytes:
    """The variable font with the letters we keep; both weights are cut from it."""
    name = "NotoSerif-Italic[wdth,wght].ttf" if italic else "NotoSerif[wdth,wght].ttf"
    path = Path(fontpkg_noto_serif.__file__).parent / "files" / name
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = True
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "MVAR", "STAT"]
    subsetter = subset.Subsetter(options)
    stream = io.BytesIO()
    with TTFont(path, recalcTimestamp=False, lazy=True) as font:
        letters = font.getBestCmap()
        subsetter.populate(
            unicodes=[code for code in letters if any(low <= code <= high for low, high in _KEPT_RANGES)]
        )
        subsetter.subset(font)
        font.save(stream)
    return stream.getvalue()


def _draw_boxes(font: Any) -> None:
    side = font["OS/2"].sCapHeight
    stroke = side // 12
    margin = side // 10
    empty = _box(side, stroke, margin, crossed=False)
    crossed = _box(side, stroke, margin, crossed=True)
    glyphs = {"emptybox": empty, "crossedbox": crossed}
    font.setGlyphOrder([*font.getGlyphOrder(), *glyphs])
    for name, glyph in glyphs.items():
        font["glyf"][name] = glyph
        font["hmtx"][name] = (side + 2 * margin, margin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(dict.fromkeys(_BOXES, "emptybox") | {_CROSSED_BOX: "crossedbox"})


def _box(side: int, stroke: int, margin: int, *, crossed: bool) -> Any:
    pen = TTGlyphPen(None)
    left, right, low, high = margin, margin + side, 0, side
    _contour(pen, (left, low), (left, high), (right, high), (right, low))
    inner = (left + stroke, low + stroke), (right - stroke, low + stroke), (right - stroke, high - stroke)
    _contour(pen, *inner, (left + stroke, high - stroke))
    if crossed:
        near, far = 2 * stroke, side - 2 * stroke
        arm = stroke
        _contour(
            pen, (left + near, low + near + arm), (left + far - arm, low + far), (left + far, low + far - arm),
            (left + near + arm, low + near),
        )  # fmt: skip
        _contour(
            pen, (left + near, low + far - arm), (left + near + arm, low + far), (left + far, low + near + arm),
            (left + far - arm, low + near),
        )  # fmt: skip
    return pen.glyph()


def _contour(pen: TTGlyphPen, start: tuple[int, int], *rest: tuple[int, int]) -> None:
    pen.moveTo(start)
    for point in rest:
        pen.lineTo(point)
    pen.closePath()


def _rename(font: Any, face: Face) -> None:
    names = {1: FAMILY, 2: face.value, 3: f"{FAMILY}-{face}-{RECIPE}", 4: f"{FAMILY} {face}", 6: f"{FAMILY}-{face}"}
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 13, 14)]
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
