"""Reading the sheets offices really keep: `read` a file, `recognise` its header, `walk` its rows.

The cells of a row are turned into values by `values` (``values.day``, ``values.money``, …); what became of the rows
goes into an `ImportReport`.
"""

from frontdesk.sheet import values
from frontdesk.sheet.ditto import runs_on
from frontdesk.sheet.fields import FieldSpec, Kind
from frontdesk.sheet.grid import Cell, Grid, Merge, Workbook, is_blank, row_label
from frontdesk.sheet.lines import Line
from frontdesk.sheet.reading import read
from frontdesk.sheet.recognise import parse_overrides, recognise, require
from frontdesk.sheet.recognised import Column, Recognised
from frontdesk.sheet.report import ImportReport, Outcome, RowOutcome
from frontdesk.sheet.rows import Ignored, Row, walk
from frontdesk.sheet.uncollected import uncollected
from frontdesk.sheet.units import multiplied, unit_of

__all__ = [
    "Cell",
    "Column",
    "FieldSpec",
    "Grid",
    "Ignored",
    "ImportReport",
    "Kind",
    "Line",
    "Merge",
    "Outcome",
    "Recognised",
    "Row",
    "RowOutcome",
    "Workbook",
    "is_blank",
    "multiplied",
    "parse_overrides",
    "read",
    "recognise",
    "require",
    "row_label",
    "runs_on",
    "uncollected",
    "unit_of",
    "values",
    "walk",
]
