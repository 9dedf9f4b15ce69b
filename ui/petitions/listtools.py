"""The buttons over the list: a new petition, papers over a period, sheets in and out."""

from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.messages import _
from frontdesk.office import ListAsk
from frontdesk.petitions import IMPORT, ImportRow, Register, ShowSensitive, UndoImport
from ui.desk.doing import do, may
from ui.desk.env import Env
from ui.parts.ask import Answer, Kind
from ui.parts.errors import explain
from ui.parts.lane import Job
from ui.parts.menus import Entry, menu_button, push
from ui.parts.theme import SPACE
from ui.petitions.importing import ImportDialog
from ui.petitions.papers import PeriodPaperDialog, period_papers
from ui.petitions.words import capital

SHEET_NAME: Final = "so-theo-doi-don.xlsx"


class ListTools(QWidget):
    """Stands beside the title of the list."""

    begin = Signal()

    def __init__(self, env: Env, owner: QWidget) -> None:
        super().__init__()
        self._env, self._owner = env, owner
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        if may(env, Register):
            entry = Entry(_("Enter a petition (Ctrl+N)"), self.begin, name="petitions.new", role="main")
            row.addWidget(push(entry))
        self.papers = menu_button(
            "petitions.papers",
            _("Papers"),
            [
                Entry(f"{capital(_(kind.title))}…", self._on_paper, name=f"petitions.paper.{kind.name}")
                for kind in period_papers()
            ],
            "print",
        )
        more = menu_button(
            "petitions.more",
            _("More"),
            (
                Entry(_("Import a register…"), self.open_import, env.may(IMPORT), "petitions.import"),
                Entry(_("Undo the last import…"), self.undo_import, may(env, UndoImport), "petitions.undo_import"),
                Entry(_("Export to Excel…"), self.export, name="petitions.export"),
            ),
        )
        for button in (self.papers, more):
            row.addWidget(button)

    def show_paper(self, name: str) -> None:
        """Ask for the days of a paper."""
        PeriodPaperDialog(self._env, name, self._owner).begin()

    @Slot()
    def open_import(self) -> None:
        """Read a register in."""
        ImportDialog(self._env, self._owner).begin()

    @Slot()
    def undo_import(self) -> None:
        """Take the last register back as a whole."""
        self._env.lane.read(self._env.services.petitions.imports, self._on_imports, self._on_failed, self)

    @Slot()
    def export(self) -> None:
        """Write the register, as the import takes it back."""
        kind = Kind(_("Excel sheets"), ("xlsx",))
        path = self._env.ask.choose_save(_("Export the register"), (kind,), Path.home() / SHEET_NAME)
        if path is None:
            return
        sensitive = False
        if may(self._env, ShowSensitive):
            answers = [Answer("masked", _("Without them")), Answer("shown", _("With them"))]
            asked = _("Shall the file hold the numbers of senders' identity papers? If so it goes into the journal.")
            answer = self._env.ask.question(_("Identity papers"), asked, answers)
            if answer is None:
                return
            sensitive = answer == "shown"
        write = partial(self._env.services.petitions.export_sheet, path, ListAsk(sensitive=sensitive))
        # With identity papers the export is journalled, and so belongs to the lane that writes.
        lane = self._env.lane.submit if sensitive else self._env.lane.read
        lane(write, self._on_exported, self._on_failed, self, Job(_("Writing the register…")))

    @Slot()
    def _on_paper(self) -> None:
        sender: Any = self.sender()
        self.show_paper(sender.objectName().rpartition(".")[2])

    @Slot(object)
    def _on_imports(self, imports: list[ImportRow]) -> None:
        last = next((each for each in imports if each.undone is None), None)
        if last is None:
            self._env.notices.say(_("There is no import to undo."))
            return
        what = _(
            "“{file}” was read in by {user} on {day}: {added} added, {updated} updated. The petitions it added count "
            "as entered by mistake and keep their numbers, the values it changed are put back; a petition that has "
            "had a step since stays as it is."
        ).format(
            file=last.file, user=last.user, day=f"{last.at:%d/%m/%Y %H:%M}", added=last.added, updated=last.updated
        )
        if self._env.ask.confirm(_("Undo the last import"), what, _("Undo the import"), risky=True):
            do(self._env, UndoImport(last.file), self._owner, says=_("The import was undone."))

    @Slot(object)
    def _on_exported(self, _nothing: object) -> None:
        self._env.notices.say(_("The register is written."))

    @Slot(object)
    def _on_failed(self, error: Any) -> None:
        explain(error, self._env.ask, self._env.notices)
