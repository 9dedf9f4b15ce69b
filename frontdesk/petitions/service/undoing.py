"""A whole register that was read in, taken back."""

from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.petitions import deeds
from frontdesk.petitions.asks import UndoImport
from frontdesk.petitions.model import Petition, PetitionStep, RegisterImport
from frontdesk.petitions.rules.rows import ImportRow
from frontdesk.petitions.rules.words import Ending, Status
from frontdesk.petitions.service.importing import UNDONE, Importing
from frontdesk.store import Change, Entry, entries_of_act, tuples

_COLUMNS: Final = ("id", "file", "act", "at", "user", "added", "updated", "undone")
_REASON: Final = "Hoàn tác nhập sổ"


class Undoing(Importing):
    """What an import took, given back."""

    def imports(self) -> list[ImportRow]:
        """The registers read in, the newest first."""
        columns = [getattr(RegisterImport, name) for name in _COLUMNS]
        return [ImportRow(*row) for row in tuples(RegisterImport.select(*columns).order_by(RegisterImport.id.desc()))]

    def undo_import(self, ask: UndoImport) -> ImportRow:
        """Take an import back: petitions it added count as entered by mistake, values it changed are put back.

        A petition that has had a step or was changed since stays as it is; so do the areas and agencies it made. Read
        in again, the register brings its petitions anew, under new numbers.
        """
        standing = [each for each in self.imports() if each.undone is None and ask.file in (None, each.file)]
        if not standing:
            raise RuleBroken("petitions.import.none", _("There is no import to undo."), "file")
        found = standing[0]
        with self._store.change(deeds.UNDO_IMPORT) as change:
            for entry in entries_of_act(found.act):
                if entry.table_name == "petition":
                    self._take_back(change, entry)
            change.amend(RegisterImport, found.id, undone=change.at)
        return next(each for each in self.imports() if each.id == found.id)

    def _take_back(self, change: Change, entry: Entry) -> None:
        """Undo one write of an import, unless its petition has gone on since."""
        content: dict[str, Any] = entry.content()
        after, before = content.get("after"), content.get("before")
        petition = self._by_id(entry.row_id)
        gone_on = PetitionStep.select(PetitionStep.id).where(PetitionStep.petition == petition.id).exists()
        if after is None or after["revision"] != petition.revision or gone_on:
            return
        if before is not None:
            earlier: dict[str, Any] = {name: value for name, value in before.items() if name != "revision"}
            change.amend(Petition, petition.id, **earlier)
            return
        self._keep_old_history(change, petition)
        day = max(change.today, petition.received)
        closing: dict[str, Any] = {"status": Status.CLOSED, "settled": day, "closed": day, "closed_as": Ending.MISTAKEN}
        change.amend(Petition, petition.id, **closing, reason=_REASON)
        step = {"petition_id": petition.id, "verb": UNDONE, "day": day, "at": change.at, "user": change.user}
        change.write(PetitionStep, {**step, "status": Status.CLOSED, "text": _REASON})
