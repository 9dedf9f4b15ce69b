"""WordprocessingML elements: pure functions from texts and measures to XML."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from frontdesk.paper import layout
from frontdesk.paper.blocks import Align, Text
from frontdesk.paper.figures import runs_of
from frontdesk.paper.fonts import readable

FONT: Final = "Times New Roman"
TWIPS_PER_POINT: Final = 20
TWIPS_PER_MM: Final = layout.POINTS_PER_MM * TWIPS_PER_POINT
_EIGHTHS_PER_POINT: Final = 8
_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_JUSTIFICATION: Final = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}

Element = Any
"""An lxml element; python-docx ships no types for its own."""


def element(tag: str, attributes: Mapping[str, object] | None = None, *children: Element) -> Element:
    """An element such as ``w:p`` with its attributes (``w:`` is put before their names) and children."""
    made: Any = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set; sizes and gaps in points, indents in millimetres."""

    size: float = layout.BODY_PT
    align: Align = Align.LEFT
    bold: bool = False
    italic: bool = False
    spacing: float = layout.TIGHT_LINE_SPACING
    before: float = 0
    first_line_mm: float = 0
    left_mm: float = 0
    right_mm: float = 0
    keep_next: bool = False
    outline_level: int | None = None
    dots_mm: float | None = None
    """Where a row of dots ends; the text then ends with a tab."""
    fixed: bool = True
    """Lines as far apart as on paper; False where a picture must have its own height."""


def paragraph(text: Text, look: Look) -> Element:
    """`text` as a paragraph; line feeds break lines."""
    pieces = runs_of(text, bold=look.bold, italic=look.italic)
    runs = [run(piece.text, look.size, bold=piece.bold, italic=piece.italic) for piece in pieces if piece.text]
    if look.dots_mm is not None:
        runs.append(run("", look.size))
        runs[-1].append(element("w:tab"))
    return element("w:p", None, _paragraph_properties(look), *runs)


def run(text: str, size: float, *, bold: bool = False, italic: bool = False) -> Element:
    """A stretch of text in one weight."""
    children: list[Element] = []
    for number, line in enumerate(readable(text).split("\n")):
        if number:
            children.append(element("w:br"))
        if line:
            words = element("w:t")
            words.text = line
            words.set(_XML_SPACE, "preserve")
            children.append(words)
    weights = ([element("w:b")] if bold else []) + ([element("w:i")] if italic else [])
    half_points = {"val": round(size * 2)}
    properties = element("w:rPr", None, *weights, element("w:sz", half_points), element("w:szCs", half_points))
    return element("w:r", None, properties, *children)


def page_number(size: float) -> list[Element]:
    """The runs of a field that shows the page's number."""
    runs = []
    for child in (
        element("w:fldChar", {"fldCharType": "begin"}),
        _instruction(" PAGE "),
        element("w:fldChar", {"fldCharType": "end"}),
    ):
        made = run("", size)
        made.append(child)
        runs.append(made)
    return runs


def rule(width_mm: float, length_mm: float, before: float = 3.0, *, dashed: bool = False) -> Element:
    """A centred line `length_mm` long in a column of `width_mm`: the border of an almost flat paragraph."""
    side = max((width_mm - length_mm) / 2, 0)
    look = Look(size=1, before=before, left_mm=side, right_mm=side, spacing=2)
    made = paragraph("", look)
    border = {"val": "dashed" if dashed else "single", "sz": round(layout.RULE_PT * _EIGHTHS_PER_POINT), "space": 0}
    edges = element("w:pBdr", None, element("w:top", {**border, "color": "000000"}))
    properties = made.find(qn("w:pPr"))
    properties.find(qn("w:spacing")).addprevious(edges)
    return made


@dataclass(frozen=True, slots=True)
class CellSpec:
    """A cell's paragraphs, over how many columns it stands and whether it goes on from the cell above."""

    content: Sequence[Element]
    span: int = 1
    merge: str | None = None
    """None, "restart" for the first of merged cells, "continue" for those below it."""
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class RowSpec:
    """A row: its cells, whether it stands again on every page, its least height in mm (None: as needed)."""

    cells: Sequence[CellSpec]
    header: bool = False
    height_mm: float | None = None


def table(widths_mm: Sequence[float], rows: Iterable[RowSpec], *, ruled: bool) -> Element:
    """A table of fixed column widths whose rows never break across pages.

    Between rules the text of a cell stands half-way down, as in the PDF.
    """
    style = {"val": "single" if ruled else "nil", "sz": round(layout.GRID_PT * _EIGHTHS_PER_POINT), "space": 0}
    borders = [element(f"w:{edge}", style) for edge in ("top", "left", "bottom", "right", "insideH", "insideV")]
    padding = {"w": round(layout.CELL_PADDING_X_PT * TWIPS_PER_POINT) if ruled else 0, "type": "dxa"}
    properties = element(
        "w:tblPr",
        None,
        element("w:tblW", {"w": _twips(sum(widths_mm)), "type": "dxa"}),
        element("w:tblBorders", None, *borders),
        element("w:tblLayout", {"type": "fixed"}),
        element("w:tblCellMar", None, element("w:left", padding), element("w:right", padding)),
    )
    grid = element("w:tblGrid", None, *(element("w:gridCol", {"w": _twips(width)}) for width in widths_mm))
    return element("w:tbl", None, properties, grid, *(_row(row, widths_mm, centred=ruled) for row in rows))


def _row(row: RowSpec, widths_mm: Sequence[float], *, centred: bool) -> Element:
    properties = [element("w:cantSplit")]
    if row.height_mm is not None:
        properties.append(element("w:trHeight", {"val": _twips(row.height_mm), "hRule": "atLeast"}))
    if row.header:
        properties.append(element("w:tblHeader"))
    made = element("w:tr", None, element("w:trPr", None, *properties))
    column = 0
    for cell in row.cells:
        made.append(_cell(cell, sum(widths_mm[column : column + cell.span]), centred=centred))
        column += cell.span
    return made


def _cell(cell: CellSpec, width_mm: float, *, centred: bool) -> Element:
    properties = element("w:tcPr", None, element("w:tcW", {"w": _twips(width_mm), "type": "dxa"}))
    if cell.span > 1:
        properties.append(element("w:gridSpan", {"val": cell.span}))
    if cell.merge:
        properties.append(element("w:vMerge", {"val": cell.merge}))
    if cell.shaded:
        grey = f"{round(layout.HEADER_GREY * 255):02X}" * 3
        properties.append(element("w:shd", {"val": "clear", "color": "auto", "fill": grey}))
    if centred:
        properties.append(element("w:vAlign", {"val": "center"}))
    content = list(cell.content)
    # A cell must end with a paragraph, or Word calls the file damaged.
    if not content or content[-1].tag != qn("w:p"):
        content.append(paragraph("", Look(size=1, spacing=1)))
    return element("w:tc", None, properties, *content)


def _paragraph_properties(look: Look) -> Element:
    made = element("w:pPr")
    if look.keep_next:
        made.append(element("w:keepNext"))
    made.append(element("w:widowControl"))
    if look.dots_mm is not None:
        stop = element("w:tab", {"val": "right", "leader": "dot", "pos": _twips(look.dots_mm)})
        made.append(element("w:tabs", None, stop))
    spacing: dict[str, object] = {"before": round(look.before * TWIPS_PER_POINT), "after": 0}
    if look.fixed:
        spacing |= {"line": round(look.size * look.spacing * TWIPS_PER_POINT), "lineRule": "exact"}
    made.append(element("w:spacing", spacing))
    indents = {"left": look.left_mm, "right": look.right_mm, "firstLine": look.first_line_mm}
    made.append(element("w:ind", {name: _twips(value) for name, value in indents.items()}))
    made.append(element("w:jc", {"val": _JUSTIFICATION[look.align]}))
    if look.outline_level is not None:
        made.append(element("w:outlineLvl", {"val": look.outline_level}))
    return made


def _instruction(text: str) -> Element:
    made = element("w:instrText")
    made.text = text
    made.set(_XML_SPACE, "preserve")
    return made


def _twips(mm: float) -> int:
    return round(mm * TWIPS_PER_MM)
