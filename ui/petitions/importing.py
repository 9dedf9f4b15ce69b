"""A kept register read in."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from frontdesk.messages import _
from frontdesk.office import ImportAsk
from frontdesk.petitions import FIELDS, Petitions, UndoImport
from frontdesk.sheet import ImportReport, Recognised, read, recognise
from ui.desk.env import Env
from ui.desk.importing import dialog
from ui.desk.importing.flow import Looked, SheetFlow, Tick, reported
from ui.parts.fields import Choice


class RegisterFlow(SheetFlow):
    """A register of petitions; the service says which columns it needs."""

    def __init__(self, petitions: Petitions, path: Path | None = None) -> None:
        super().__init__(path)
        self._petitions = petitions

    def meanings(self) -> list[Choice]:
        """See `SheetFlow`: the words of registers, for their readers know them by these."""
        return [Choice(spec.name, spec.synonyms[0]) for spec in FIELDS]

    def refuse_incomplete(self, meanings: set[str]) -> None:
        """See `SheetFlow`: nothing here, some columns may stand for others."""

    def headers(self) -> Recognised:
        """See `SheetFlow`."""
        return recognise(read(self._file()), FIELDS, self.overrides)

    def look(self, tick: Tick) -> Looked:
        """See `SheetFlow`."""
        report = self._petitions.import_sheet(ImportAsk(self._file(), dry_run=True, overrides=self.overrides), tick)
        return Looked(reported(report.outcomes), report.notes)

    def run(self, tick: Tick) -> ImportReport:
        """See `SheetFlow`."""
        return self._petitions.import_sheet(ImportAsk(self._file(), overrides=self.overrides), tick)

    def undo(self) -> Any:
        """See `SheetFlow`."""
        return UndoImport(self.name)

    def _file(self) -> Path:
        assert self.path is not None, "only files are read in here"
        return self.path


class ImportDialog(dialog.ImportDialog):
    """Reads a register of petitions in."""

    def __init__(self, env: Env, parent: QWidget) -> None:
        saying = dialog.Saying(
            "petitions.import",
            _("Import a register"),
            _("Read a register in"),
            _("What it is about"),
            _("Comparing with the petitions…"),
            _("Import the register"),
        )
        super().__init__(env, parent, RegisterFlow(env.services.petitions), saying)
