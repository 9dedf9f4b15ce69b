"""Petition registers as offices keep them in Excel: in, out, and out again for other systems."""

from frontdesk.petitions.sheets.fields import FIELDS
from frontdesk.petitions.sheets.reading import PetitionLine, SheetLines, read_lines

__all__ = ["FIELDS", "PetitionLine", "SheetLines", "read_lines"]
