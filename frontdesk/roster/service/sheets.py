"""Sheets out, and a whole import taken back."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.office import ListAsk
from frontdesk.paper import print_xlsx
from frontdesk.roster.deeds.sheets import UNDO_IMPORT, UndoImport
from frontdesk.roster.model import Membership, Person, SheetImport
from frontdesk.roster.service.base import table_name
from frontdesk.roster.service.statistics import Statistics
from frontdesk.roster.service.wanted import PeopleFilter, PeopleSort, filter_of
from frontdesk.roster.sheets.exporting import export_paper
from frontdesk.store import Change, Record, entries_of_act, tuples

_UNDONE: Final = "Hoàn tác nhập bảng tính"


class Sheets(Statistics):
    """What `import roster` took, given back."""

    def export_sheet(
        self,
        path: Path,
        ask: ListAsk,
        wanted: PeopleFilter | None = None,
        sort: PeopleSort = PeopleSort.NUMBER,
        *,
        descending: bool = False,
    ) -> int:
        """Write people and their posts to an xlsx that imports back unchanged; returns how many people.

        `wanted`, a window's filter, stands before what `ask` says of whom. Sensitive columns are masked unless asked
        for, which is journalled.
        """
        rows = self._page(wanted or filter_of(ask), sort, 0, -1, descending=descending, masked=not ask.sensitive)
        if ask.sensitive:
            self.note_shown(len(rows))
        print_xlsx(export_paper(rows, self._office.author()), path)
        return len(rows)

    def undo_import(self, ask: UndoImport) -> SheetImport:
        """Take back an import: people it added are withdrawn, values it changed are put back.

        What somebody has changed since stays as it is. Areas, bodies and posts it made stay too.
        """
        found = self._import(ask.file)
        with self._store.change(UNDO_IMPORT) as change:
            entries = entries_of_act(found.act)
            for model in (Membership, Person):
                for entry in entries:
                    if entry.table_name == table_name(model):
                        _take_back(change, model, entry.row_id, entry.content())
            change.amend(SheetImport, found.id, undone=change.at)
        undone: SheetImport = SheetImport.get_by_id(found.id)
        return undone

    def _import(self, file: str | None) -> SheetImport:
        query = SheetImport.select().where(SheetImport.undone.is_null()).order_by(SheetImport.id.desc())
        if file is not None:
            query = query.where(SheetImport.file == file)
        found: SheetImport | None = query.first()
        if found is None:
            raise RuleBroken("roster.import.none", _("There is no import to undo."), "file")
        return found


def _serves(person_id: int) -> bool:
    """Whether posts are left that something else than the import gave."""
    query = Membership.select(Membership.id).where(Membership.person == person_id, Membership.withdrawn.is_null())
    return next(tuples(query.limit(1)), None) is not None


def _take_back(change: Change, model: type[Record], row_id: int, content: Mapping[str, Any]) -> None:
    """Undo one write of an import, unless its row was written again since, or blanked."""
    after, before = content.get("after"), content.get("before")
    if after is None:
        return
    revision = next(tuples(model.select(model.revision).where(model.id == row_id)))[0]
    if revision != after["revision"]:
        return
    if before is None and model is Person:
        if not _serves(row_id):
            change.amend(Person, row_id, withdrawn=change.today, withdrawn_why=_UNDONE)
    elif before is None:
        change.amend(model, row_id, withdrawn=change.today)
    else:
        earlier = {name: value for name, value in before.items() if name != "revision"}
        change.amend(model, row_id, **earlier)
