"""Restoring an office from a backup: choose it, look at what it holds, then put it in place."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton

from frontdesk.errors import RuleBroken
from frontdesk.messages import _, mark
from frontdesk.store import BackupRow
from ui.desk.first_pages import FirstPage, left
from ui.desk.first_run import backups_near
from ui.desk.signing import PassphraseField
from ui.parts.ask import Ask
from ui.parts.fields import Choice, ChoiceField, LineField
from ui.parts.headings import Facts, label

TABLES: Final = {
    "person": mark("People"),
    "petition": mark("Petitions"),
    "meeting": mark("Conferences"),
    "voucher": mark("Vouchers"),
}


def dotted(count: int) -> str:
    """A count as Vietnamese papers write it: 1.234."""
    return f"{count:,}".replace(",", ".")


class RestorePage(FirstPage):
    """Which backup, whose passphrase."""

    title = mark("Restore a backup")
    detail = mark("Choose the folder of the backup, or the folder that holds several. What is here now is kept beside.")

    def __init__(self, ask: Ask) -> None:
        super().__init__("restore")
        self._ask = ask
        self._found: list[BackupRow] = []
        self.choose = QPushButton(_("&Choose the folder…"))
        self.choose.setObjectName("restore.choose")
        self.choose.clicked.connect(self._on_choose)
        self.place = label("", "hint", name="restore.place")
        self.which = ChoiceField()
        self.which.changed.connect(self._show)
        self.facts = Facts()
        self.form.add("backup", _("&Backup of"), self.which)
        self.form.add_wide(self.facts)
        self.form.add("user", _("&Your name"), LineField(), hint=_("Leave it blank if you are the only user."))
        self.form.add("passphrase", _("&Passphrase"), PassphraseField(), hint=_("The one of then."))
        self.form.hide()
        self.add(left(self.choose))
        self.add(self.place)
        self.add(self.form)

    def backup(self) -> BackupRow:
        """The backup chosen."""
        at = self.which.value()
        if at is None:
            raise RuleBroken("restore.none", _("Choose the folder of a backup first."))
        return self._found[int(at)]

    def offer(self, folder: Path) -> None:
        """The backups in a folder."""
        self._found = backups_near(folder)
        self.place.setText(str(folder) if self._found else _("There is no backup in {folder}.").format(folder=folder))
        self.which.set_choices(
            [Choice(at, f"{row.manifest.made:%d/%m/%Y %H:%M}") for at, row in enumerate(self._found)]
        )
        self.which.set_value(0 if self._found else None)
        self.form.setVisible(bool(self._found))
        self._show()

    @Slot()
    def _on_choose(self) -> None:
        folder = self._ask.choose_folder(_("Folder of the backup"))
        if folder is not None:
            self.offer(folder)

    @Slot()
    def _show(self) -> None:
        at = self.which.value()
        totals = self._found[at].manifest.totals if at is not None else {}
        self.facts.set_facts([(_(title), dotted(totals[table])) for table, title in TABLES.items() if table in totals])
