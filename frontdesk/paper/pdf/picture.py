"""A chart as a picture, drawn from its PDF so that it looks the same everywhere."""

import io

from reportlab.graphics import renderPDF
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from frontdesk.paper import layout
from frontdesk.paper.blocks import Chart
from frontdesk.paper.ink import ON_PAPER, Ink
from frontdesk.paper.pdf.charts import drawing_of
from frontdesk.paper.pdf.faces import face_name, register_faces
from frontdesk.paper.render import render_pages


def chart_png(chart: Chart, width_mm: float, dpi: float, ink: Ink = ON_PAPER) -> bytes:
    """`chart` as a PNG `width_mm` wide in the colours of `ink`."""
    register_faces()
    width, height = width_mm * layout.POINTS_PER_MM, chart.height_mm * layout.POINTS_PER_MM
    stream = io.BytesIO()
    canvas = Canvas(stream, (width, height), invariant=1, initialFontName=face_name())
    canvas.setFillColor(HexColor(ink.ground))
    canvas.rect(0, 0, width, height, stroke=0, fill=1)
    renderPDF.draw(drawing_of(chart, width, height, ink), canvas, 0, 0)
    canvas.save()
    page = next(render_pages(stream.getvalue(), dpi, grey=False))
    return page.png()
