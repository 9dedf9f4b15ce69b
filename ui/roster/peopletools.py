"""The buttons over the list of people: new, import, papers, and a menu of the rest."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QMimeData, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.messages import _, n_
from frontdesk.office import ListAsk
from frontdesk.roster import Admit, EditPeople, ShowSensitive, UndoImport
from ui.desk.doing import BY_NAME, do, may
from ui.parts.ask import Answer
from ui.parts.lane import Job
from ui.parts.menus import Entry, menu_button, more, push
from ui.parts.preview import EXCEL
from ui.parts.theme import SPACE
from ui.roster.bulk import bulk_dialog
from ui.roster.importing.dialog import ImportDialog
from ui.roster.papers import PaperMenu
from ui.roster.source import order_of

IMPORT: Final = BY_NAME["roster.import_sheet"]
if TYPE_CHECKING:
    from ui.roster.people import PeoplePanel

EXPORT_NAME: Final = "danh-ba.xlsx"


class PeopleTools(QWidget):
    """What can be done with the list; what the role may not do is not there."""

    def __init__(self, panel: "PeoplePanel") -> None:
        super().__init__()
        self._panel, self._env = panel, panel.env
        self._exported = Path()
        env = panel.env
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        if may(env, Admit):
            new = push(Entry(_("New person (Ctrl+N)"), self._on_new, name="roster.new", role="main"))
            row.addWidget(new)
        if env.may(IMPORT):
            row.addWidget(push(Entry(_("Import from Excel…"), self.open_import, name="roster.import")))
        printing = menu_button("roster.papers", _("Papers"), (), "print")
        self.papers = PaperMenu(env, printing.menu(), panel)
        row.addWidget(printing)
        rest = more(
            "roster.more",
            (
                Entry(_("Change the selected people…"), self.open_bulk, may(env, EditPeople), "roster.bulk"),
                Entry(_("Show or hide sensitive columns…"), self._on_sensitive, may(env, ShowSensitive), "roster.show"),
                Entry(""),
                Entry(_("Paste rows from Excel (Ctrl+V)…"), self.paste, env.may(IMPORT), "roster.paste"),
                Entry(_("Export the people shown to Excel…"), self.export, name="roster.export"),
                Entry(_("Undo the last import…"), self.undo_import, may(env, UndoImport), "roster.undo_import"),
            ),
        )
        row.addWidget(rest)
        if env.may(IMPORT):
            keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), panel.pane.table)
            keys.setContext(Qt.ShortcutContext.WidgetShortcut)
            keys.activated.connect(self.paste)

    @Slot()
    def open_import(self) -> None:
        """Read a sheet in."""
        if self._env.may(IMPORT):
            ImportDialog(self._env, self._panel).begin()

    @Slot()
    def paste(self) -> None:
        """Read rows in that were copied in Excel."""
        held: QMimeData = QGuiApplication.clipboard().mimeData()
        dialog = ImportDialog(self._env, self._panel)
        dialog.begin()
        dialog.take_text(held.text())

    @Slot()
    def open_bulk(self) -> None:
        """The same values for all selected people."""
        ids = self._panel.pane.selected_ids()
        if not ids:
            self._env.notices.say(_("Select the people first: Space and Shift+arrows, or Ctrl+click."))
            return
        bulk_dialog(self._env, self._env.services.roster.numbers(ids), self._panel).begin()

    @Slot()
    def export(self) -> None:
        """Write the people the list shows, as it is filtered and sorted, to a sheet that imports back unchanged."""
        path = self._env.ask.choose_save(_("Export the roster"), (EXCEL,), Path.home() / EXPORT_NAME)
        if path is None:
            return
        sensitive = False
        if self._panel.source.shown:
            answers = [Answer("masked", _("Without them")), Answer("shown", _("With them"))]
            asked = _("Ethnicity, religion and Party are shown at the moment. Shall the file hold them? If so it goes "
                      "into the journal.")  # fmt: skip
            answer = self._env.ask.question(_("Sensitive columns"), asked, answers)
            if answer is None:
                return
            sensitive = answer == "shown"
        self._exported = path
        source, query = self._panel.source, self._panel.pane.model.query
        sort, descending = order_of(query)
        export = self._env.services.roster.export_sheet
        work = partial(export, path, ListAsk(sensitive=sensitive), source.wanted(query), sort, descending=descending)
        # With sensitive columns the export is journalled, and so belongs to the lane that writes.
        lane = self._env.lane.submit if sensitive else self._env.lane.read
        lane(work, self._on_exported, self._panel.on_failed, self, Job(_("Exporting the roster…")))

    @Slot()
    def undo_import(self) -> None:
        """Take the last import back as a whole."""
        self._panel.read(self._env.services.roster.imports, self._on_imports)

    @Slot()
    def _on_new(self) -> None:
        self._panel.begin_new()

    @Slot()
    def _on_sensitive(self) -> None:
        self._panel.show_sensitive()

    @Slot(object)
    def _on_exported(self, count: int) -> None:
        text = n_("{count} person written to {file}.", "{count} people written to {file}.", count)
        text = text.format(count=count, file=self._exported.name)
        self._env.notices.say(text, action=_("Open folder"), slot=self._open_folder)

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._exported.parent)))

    @Slot(object)
    def _on_imports(self, imports: list[Any]) -> None:
        last = next((each for each in imports if each.undone is None), None)
        if last is None:
            self._env.notices.say(_("There is no import to undo."))
            return
        what = _(
            "“{file}” was read in by {user} on {day}: {added} added, {updated} updated. The people it added are "
            "withdrawn, the values it changed are put back; what was changed since stays."
        ).format(
            file=last.file, user=last.user, day=f"{last.at:%d/%m/%Y %H:%M}", added=last.added, updated=last.updated
        )
        if self._env.ask.confirm(_("Undo the last import"), what, _("Undo the import"), risky=True):
            do(self._env, UndoImport(last.file), self._panel, says=_("The import was undone."))
