"""Charts, drawn once as vectors; screens and Word show this drawing as a picture."""

from decimal import Decimal
from typing import Any, Final

from reportlab.graphics import renderPDF
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.charts.legends import Legend
from reportlab.graphics.charts.linecharts import HorizontalLineChart
from reportlab.graphics.charts.piecharts import Pie
from reportlab.graphics.shapes import Drawing, String
from reportlab.graphics.widgets.markers import makeMarker
from reportlab.lib.colors import Color, HexColor
from reportlab.platypus.flowables import Flowable

from frontdesk.paper import layout
from frontdesk.paper.blocks import Chart, ChartKind
from frontdesk.paper.figures import figure_text
from frontdesk.paper.fonts import printable
from frontdesk.paper.ink import ON_PAPER, Ink
from frontdesk.paper.pdf.faces import face_name, width_of

_MARKERS: Final = ("FilledCircle", "FilledSquare", "FilledDiamond", "FilledTriangle", "Circle", "Square", "Diamond")
_TITLE_ROOM: Final = 22.0
_LEGEND_LINE: Final = 16.0
_LABEL_LETTERS: Final = 24


class ChartBox(Flowable):
    """A chart as wide as the text."""

    def __init__(self, block: Chart, page_height: float) -> None:
        super().__init__()
        self.block = block
        self.spaceBefore = layout.PARAGRAPH_GAP_PT
        self.high = min(block.height_mm * layout.POINTS_PER_MM, page_height)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width, self.height = available_width, self.high
        return self.width, self.height

    def draw(self) -> None:
        renderPDF.draw(drawing_of(self.block, self.width, self.height), self.canv, 0, 0)


def drawing_of(block: Chart, width: float, height: float, ink: Ink = ON_PAPER) -> Drawing:
    """`block` as a drawing of that size in points, its letters those of the paper, in the colours of `ink`."""
    drawing = Drawing(width, height, initialFontName=face_name())
    heading = " ".join(part for part in (block.title, f"({block.unit})" if block.unit else "") if part)
    if heading:
        text = String(width / 2, height - layout.CHART_PT - 4, printable(heading), textAnchor="middle")
        text.fontName, text.fontSize = face_name(bold=True), layout.CHART_PT + 1
        text.fillColor = HexColor(ink.text)
        drawing.add(text)
    if not _figures(block):
        return drawing
    names = _legend_names(block)
    legend_room = _add_legend(drawing, names, width, ink) if names else 4.0
    top = height - (_TITLE_ROOM if heading else 6.0)
    chart = {ChartKind.BARS: _bars, ChartKind.LINES: _lines, ChartKind.PIE: _pie}[block.kind](block, ink)
    if block.kind is ChartKind.PIE:
        side = max(top - legend_room - 8, 20)
        chart.x, chart.y, chart.width, chart.height = (width - side) / 2, legend_room, side, side
    else:
        axis_room = _value_axis_room(block)
        labels_room = layout.CHART_PT * (4.5 if chart.categoryAxis.labels.angle else 2.2)
        chart.x, chart.y = axis_room, legend_room + labels_room
        chart.width, chart.height = width - axis_room - 10, max(top - legend_room - labels_room - 12, 20)
    drawing.add(chart)
    return drawing


def _legend_names(block: Chart) -> list[str]:
    if block.kind is ChartKind.PIE:
        values = block.series[0].values
        whole = Decimal(sum(value for value in values if value is not None))
        return [
            f"{name}: {figure_text(value)} ({_percent(value, whole)})"
            for name, value in zip(block.categories, values, strict=True)
            if value is not None
        ]
    return [series.name for series in block.series] if len(block.series) > 1 else []


def _percent(value: int | Decimal, whole: Decimal) -> str:
    share = Decimal(value) * 100 / whole if whole else Decimal(0)
    return f"{figure_text(share.quantize(Decimal('0.1')))} %"


def _add_legend(drawing: Drawing, names: list[str], width: float, ink: Ink) -> float:
    """Put the legend at the foot, in as many columns as fit; returns the height it takes."""
    shown = [printable(name) for name in names]
    widest = max(width_of(name, layout.CHART_PT) for name in shown) + 28
    across = max(1, int(width // widest))
    lines = -(-len(shown) // across)
    legend = Legend()
    legend.fontName, legend.fontSize = face_name(), layout.CHART_PT
    legend.colorNamePairs = [(_fill(ink, number), name) for number, name in enumerate(shown)]
    legend.columnMaximum = lines
    legend.alignment = "right"
    legend.dx = legend.dy = legend.dxTextSpace = 8
    legend.deltay = _LEGEND_LINE
    legend.deltax = widest
    legend.fillColor, legend.strokeColor, legend.strokeWidth = HexColor(ink.text), HexColor(ink.text), 0.25
    legend.boxAnchor = "s"
    legend.x, legend.y = width / 2, 2
    drawing.add(legend)
    return lines * _LEGEND_LINE + 6


def _bars(block: Chart, ink: Ink) -> Any:
    chart = VerticalBarChart()
    chart.data = _data(block)
    chart.groupSpacing, chart.barSpacing = 10, 1
    for number in range(len(block.series)):
        chart.bars[number].fillColor = _fill(ink, number)
        chart.bars[number].strokeColor, chart.bars[number].strokeWidth = HexColor(ink.text), 0.25
    _axes(chart, block, ink)
    if len(block.categories) * len(block.series) <= 16:
        chart.barLabelFormat = lambda value: "" if value is None else figure_text(Decimal(str(value)).normalize() + 0)
        chart.barLabels.fontName, chart.barLabels.fontSize = face_name(), layout.CHART_PT - 1
        chart.barLabels.fillColor, chart.barLabels.nudge = HexColor(ink.text), 7
    return chart


def _lines(block: Chart, ink: Ink) -> Any:
    chart = HorizontalLineChart()
    chart.data = _data(block)
    for number in range(len(block.series)):
        line = chart.lines[number]
        line.strokeColor, line.strokeWidth = _fill(ink, number), 1.4
        line.symbol = makeMarker(_MARKERS[number % len(_MARKERS)], size=5)
    _axes(chart, block, ink)
    return chart


def _pie(block: Chart, ink: Ink) -> Any:
    chart = Pie()
    values = [float(value) for value in block.series[0].values if value is not None]
    # A pie of nothing is drawn as one empty circle.
    chart.data = values if sum(values) > 0 else [1]
    chart.labels = [""] * len(chart.data)
    chart.slices.fontName = face_name()
    chart.slices.strokeColor, chart.slices.strokeWidth = HexColor(ink.ground), 0.75
    for number in range(len(chart.data)):
        chart.slices[number].fillColor = _fill(ink, number) if sum(values) > 0 else HexColor(ink.ground)
    if not sum(values):
        chart.slices.strokeColor = HexColor(ink.text)
    chart.startAngle, chart.direction = 90, "clockwise"
    return chart


def _figures(block: Chart) -> list[int | Decimal]:
    return [value for series in block.series for value in series.values if value is not None]


def _data(block: Chart) -> list[list[float | None]]:
    return [[None if value is None else float(value) for value in series.values] for series in block.series]


def _axes(chart: Any, block: Chart, ink: Ink) -> None:
    names, values = chart.categoryAxis, chart.valueAxis
    names.categoryNames = [_short(printable(name)) for name in block.categories]
    names.labels.fontName = values.labels.fontName = face_name()
    names.labels.fontSize = values.labels.fontSize = layout.CHART_PT - 1
    for axis in (names, values):
        axis.labels.fillColor = axis.strokeColor = HexColor(ink.text)
    if sum(width_of(name, layout.CHART_PT) for name in names.categoryNames) > 380:
        names.labels.angle, names.labels.boxAnchor, names.labels.dy = 30, "ne", -2
    figures = _figures(block)
    values.valueMin = min(0.0, float(min(figures)))
    # Room for the figure above the highest bar.
    values.valueMax = max(float(max(figures)) * 1.1, 0.0) or 1.0
    if all(value == int(value) for value in figures) and max(figures) < 5:
        values.valueStep = 1
    values.labelTextFormat = lambda value: figure_text(Decimal(f"{value:.10g}"))
    values.visibleGrid, values.gridStrokeColor, values.gridStrokeWidth = 1, HexColor(ink.grid), 0.4


def _short(name: str) -> str:
    return name if len(name) <= _LABEL_LETTERS else f"{name[: _LABEL_LETTERS - 1].rstrip()}…"


def _value_axis_room(block: Chart) -> float:
    widest = max((figure_text(int(value)) for value in _figures(block)), key=len)
    return width_of(widest, layout.CHART_PT) + 16


def _fill(ink: Ink, number: int) -> Color:
    return HexColor(ink.fills[number % len(ink.fills)])
