"""Deeds that read sheets in, and take that back."""

from dataclasses import dataclass
from typing import Final

from frontdesk.messages import mark
from frontdesk.store import CLERKS, Deed


@dataclass(frozen=True)
class UndoImport:
    """Take back a whole import: `file` names it, None is the last one."""

    file: str | None = None


IMPORT: Final = Deed("roster.import_sheet", CLERKS, mark("import a roster sheet"), inverse="roster.undo_import")
UNDO_IMPORT: Final = Deed("roster.undo_import", CLERKS, mark("undo an import"), UndoImport)

DEEDS: Final = (IMPORT, UNDO_IMPORT)
