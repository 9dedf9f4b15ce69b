"""A cash book kept in Excel: looked at first, refused with the row named, read in; and written out."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSize, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from frontdesk.errors import DeskError, RuleBroken
from frontdesk.fund import ACCOUNT_TITLES, IMPORT, Account
from frontdesk.messages import _
from frontdesk.office import ImportAsk, ListAsk
from frontdesk.sheet import ImportReport, Outcome, RowOutcome, row_label
from ui.desk.deskkeys import KeysDialog
from ui.desk.dialogs import SMALL_SCREEN, FormDialog
from ui.desk.env import Env
from ui.fund.words import choices, fund_field
from ui.parts.ask import Kind
from ui.parts.colours import Tone
from ui.parts.errors import explain
from ui.parts.fields import ChoiceField
from ui.parts.files import FileField
from ui.parts.form import Form
from ui.parts.headings import Hint
from ui.parts.lane import Job
from ui.parts.progress import Progress
from ui.parts.smalltable import SmallTable
from ui.parts.table import Column
from ui.parts.theme import SPACE

WIDE, HIGH = 920, 620


class BookImport(KeysDialog):
    """Choose a sheet, see what it would do, read it in whole."""

    def __init__(self, env: Env, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("book_import")
        self.setWindowTitle(_("Read in a cash book"))
        self.env = env
        self.form = Form("book_import_form")
        self.file = FileField(env.ask, sheet_kinds(), title=_("The cash book"))
        self.form.add("file", _("&Sheet"), self.file, hint=_("Date, number, text, in, out, balance: in any order."))
        self.form.add("fund", _("F&und"), fund_field(env.services.fund.funds()))
        account = ChoiceField(choices(ACCOUNT_TITLES))
        account.set_value(Account.CASH)
        self.form.add("account", _("Acc&ount"), account)
        self.says = Hint(_("Choose the sheet; what it would do is shown before anything is written."))
        self.rows: SmallTable[RowOutcome] = SmallTable(
            "book_import.rows",
            _("Rows of the sheet"),
            (
                Column("row", _("Row"), 6, "right"),
                Column("kind", _("Outcome"), 14, text=_outcome, tone=_tone),
                Column("what", _("What for"), 0),
                Column("reason", _("Reason"), 44, tone=_tone),
            ),
            empty=_("No sheet was read yet."),
            row_id=hash,
            fills=True,
        )
        self.progress = Progress()
        self.buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.yes: QPushButton = self.buttons.addButton(_("Read it into the books"), role.AcceptRole)
        self.yes.setObjectName("book_import.yes")
        self.yes.setProperty("role", "main")
        back = self.buttons.addButton(_("Go back"), role.RejectRole)
        for button in (self.yes, back, self.file.button):
            button.setAutoDefault(False)
        self.yes.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addWidget(self.form)
        column.addWidget(self.says)
        column.addWidget(self.rows, 1)
        column.addWidget(self.progress)
        column.addWidget(self.buttons)
        self.buttons.accepted.connect(self._on_yes)
        self.buttons.rejected.connect(self.reject)
        self.form.changed.connect(self._look)
        self.finished.connect(self.deleteLater)

    def begin(self) -> None:
        """Open over the window."""
        self.open()
        self.file.setFocus()

    def take_file(self, path: Path) -> None:
        """Look at this sheet."""
        self.file.set_value(path)
        self._look()

    def sizeHint(self) -> QSize:
        """Qt's name."""
        return QSize(WIDE, HIGH).boundedTo(SMALL_SCREEN)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's name: as high as its rows want, where Qt would give two thirds of the screen at most."""
        super().showEvent(event)
        self.resize(self.sizeHint())

    @Slot()
    def _look(self) -> None:
        self.yes.setEnabled(False)
        if self.file.value() is not None and not self.file.trouble():
            self.form.clear_errors()
            job = Job(_("Reading the sheet…"))
            self.progress.watch(job)
            self.env.lane.read(self._work(dry_run=True), self._on_looked, self._on_failed, self, job)

    @Slot()
    def _on_yes(self) -> None:
        self.yes.setEnabled(False)
        job = Job(_("Reading in the cash book…"))
        self.progress.watch(job)
        job.ended.connect(self._on_ended)
        self.env.lane.submit(self._work(dry_run=False), self._on_read, self._on_failed, self, job)

    def _work(self, *, dry_run: bool) -> Callable[[], ImportReport]:
        values = self.form.values()
        ask = ImportAsk(values["file"], dry_run=dry_run, fund=values["fund"], account=values["account"])
        return partial(self.env.services.fund.import_sheet, ask)

    @Slot(object)
    def _on_looked(self, report: ImportReport) -> None:
        refused = report.of(Outcome.REJECTED)
        new = report.count(Outcome.ADDED)
        if refused:
            first = refused[0]
            words = _("The sheet is refused; nothing is written. Row {row}: {why}")
            said = words.format(row=row_label(first.row), why=first.reason)
        else:
            words = _("{new} new vouchers, {known} in the books already. The sheet comes in whole or not at all.")
            said = words.format(new=new, known=report.count(Outcome.UNCHANGED))
        self.says.setText("\n".join((said, *report.notes)))
        kept = [each for each in report.outcomes if each.kind not in (Outcome.REJECTED, Outcome.IGNORED)]
        self.rows.set_rows([*refused, *kept, *report.of(Outcome.IGNORED)])
        self.yes.setEnabled(bool(new) and not refused)

    @Slot(object)
    def _on_read(self, report: ImportReport) -> None:
        self.env.notices.say(_("{count} vouchers were read in.").format(count=report.count(Outcome.ADDED)))
        self.accept()

    @Slot(str)
    def _on_ended(self, outcome: str) -> None:
        if outcome != "done":
            self.yes.setEnabled(True)

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        if isinstance(error, RuleBroken) and error.field not in self.form.values():
            error = RuleBroken(error.code, error.message, "file")
        explain(error, self.env.ask, self.env.notices, form=self.form)


class BookExport(QObject):
    """Writes a book as the sheet that can be read in again."""

    def __init__(self, env: Env, owner: QWidget) -> None:
        super().__init__(owner)
        self.env = env
        self._name = ""

    def write(self, fund: str, account: Account, ask: ListAsk) -> None:
        """Ask where to, and write it."""
        path = self.env.ask.choose_save(_("Write the book as a sheet"), (Kind(_("Excel"), ("xlsx",)),))
        if path is not None:
            self._name = path.name
            work = partial(self.env.services.fund.export_sheet, path, ask, fund, account)
            self.env.lane.read(work, self._on_written, self._on_failed, self)

    @Slot(object)
    def _on_written(self, _nothing: object) -> None:
        self.env.notices.say(_("The book is in {file}.").format(file=self._name))

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        explain(error, self.env.ask, self.env.notices)


def may_import(env: Env) -> bool:
    """Whether the user may read a cash book in."""
    return env.may(IMPORT)


def sheet_kinds() -> tuple[Kind, ...]:
    """The sheets that can be read."""
    return (Kind(_("Excel"), ("xlsx", "xls", "csv", "ods")),)


def statement_dialog(env: Env, make: Callable[[Mapping[str, Any]], Any], parent: QWidget) -> FormDialog:
    """Choose a bank statement to lay beside the book."""
    hint = _("The statement's lines are matched with the vouchers of the bank account by amount and day.")
    dialog = FormDialog(
        env, "reconcile", _("Reconcile the bank account"), _("Compare"), make, parent, says=_("Compared."), hint=hint
    )
    field = FileField(env.ask, sheet_kinds(), title=_("The bank's statement"))
    field.button.setAutoDefault(False)
    dialog.add("file", _("&Statement"), field)
    dialog.add("fund", _("F&und"), fund_field(env.services.fund.funds()))
    return dialog


def _outcome(row: RowOutcome) -> str:
    return {
        Outcome.ADDED: _("New"),
        Outcome.UNCHANGED: _("In the books already"),
        Outcome.REJECTED: _("Refused"),
        Outcome.IGNORED: _("No voucher"),
    }.get(row.kind, row.kind.value)


def _tone(row: RowOutcome) -> Tone:
    return {Outcome.REJECTED: Tone.BAD, Outcome.ADDED: Tone.GOOD}.get(row.kind, Tone.MUTED)
