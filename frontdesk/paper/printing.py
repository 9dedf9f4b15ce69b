"""The doors of the print room: one paper in, one file out. The libraries behind a door load when it is first used."""

import importlib
from pathlib import Path

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.paper.blocks import Chart
from frontdesk.paper.document import Paper
from frontdesk.paper.ink import ON_PAPER, Ink
from frontdesk.paper.output import Target, write_whole


def print_pdf(paper: Paper, target: Target) -> int:
    """Print `paper` as PDF and return its number of pages.

    A file at a path is written whole or not at all. Raises DeskUnavailable when the place cannot be written.
    """
    data, pages = importlib.import_module("frontdesk.paper.pdf").lay_out(paper)
    write_whole(data, target)
    return int(pages)


def print_docx(paper: Paper, target: Target) -> None:
    """Print `paper` as an editable Word document that looks like its PDF; raises like `print_pdf`."""
    write_whole(importlib.import_module("frontdesk.paper.docx").compose(paper), target)


def print_xlsx(paper: Paper, target: Target) -> None:
    """Print the tables of `paper` as an Excel workbook, figures as numbers, dates as dates; raises like `print_pdf`."""
    write_whole(importlib.import_module("frontdesk.paper.xlsx").fill_in(paper), target)


def print_paper(paper: Paper, path: Path) -> None:
    """Print `paper` to `path` by its ending, .pdf, .docx or .xlsx; raises RuleBroken for any other ending."""
    match path.suffix.lower():
        case ".pdf":
            print_pdf(paper, path)
        case ".docx":
            print_docx(paper, path)
        case ".xlsx":
            print_xlsx(paper, path)
        case _other:
            text = _("“{name}” is no kind of file this program prints. End the name in .pdf, .docx or .xlsx.")
            raise RuleBroken("paper.unknown_format", text.format(name=path.name), "out")


def chart_png(chart: Chart, width_mm: float, dpi: float = 150, ink: Ink = ON_PAPER) -> bytes:
    """`chart` as a PNG `width_mm` wide in the colours of `ink`: the drawing that stands on paper, for a screen."""
    picture: bytes = importlib.import_module("frontdesk.paper.pdf.picture").chart_png(chart, width_mm, dpi, ink)
    return picture


def missing_letters(text: str) -> tuple[str, ...]:
    """The letters of `text` that no font here can print, each once, in order; empty when all can stand on paper."""
    found: tuple[str, ...] = importlib.import_module("frontdesk.paper.fonts").missing_letters(text)
    return found
