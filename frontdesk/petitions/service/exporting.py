"""Registers out."""

from pathlib import Path

from frontdesk.office import ListAsk
from frontdesk.paper import print_xlsx
from frontdesk.petitions import deeds
from frontdesk.petitions.service.filters import PetitionFilter, PetitionSort
from frontdesk.petitions.service.undoing import Undoing
from frontdesk.petitions.sheets.writing import register


class Exporting(Undoing):
    """Writing sheets."""

    def export_sheet(self, path: Path, ask: ListAsk) -> None:
        """Write the register, which the import takes back unchanged; showing identity papers is journalled."""
        if ask.sensitive:
            with self._store.change(deeds.SHOW_SENSITIVE) as change:
                change.note("export petitions")
        wanted = PetitionFilter(ask.search, status=ask.status, since=ask.since, until=ask.until)
        rows = self.chosen(wanted, PetitionSort("received", descending=False))
        print_xlsx(register(rows, self._office.author(), sensitive=ask.sensitive), path)
