"""A kept register read in: which file, what its columns mean, what would happen, what has happened."""

from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.errors import DeskError
from frontdesk.messages import _
from frontdesk.office import ImportAsk
from frontdesk.petitions.sheets import FIELDS
from frontdesk.sheet import ImportReport, Outcome, Recognised, read, recognise
from ui.desk.dialogs import SMALL_SCREEN
from ui.desk.env import Env
from ui.parts.errors import explain
from ui.parts.fields import Choice
from ui.parts.menus import Entry, push
from ui.parts.theme import SPACE
from ui.roster.importing.flow import Step, headers_of, reported, summary
from ui.roster.importing.pages import HeaderPage, LinesPage, SourcePage

WIDE: Final = 1080
HIGH: Final = 660
_TAKEN: Final = (Outcome.ADDED, Outcome.UPDATED, Outcome.JOINED)


class ImportDialog(QDialog):
    """Reads a register of petitions in; nothing is written before the last but one page was agreed to."""

    def __init__(self, env: Env, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("petition_import_dialog")
        self.setWindowTitle(_("Import a register"))
        self._env = env
        self._path: Path | None = None
        self._step = Step.SOURCE
        self.source = SourcePage(env.ask)
        self.source.paste.hide()
        self.headers = HeaderPage([Choice(spec.name, spec.synonyms[0]) for spec in FIELDS])
        self.preview = LinesPage("petitions.preview", _("What would happen"), env.state, asks=False)
        self.report = LinesPage("petitions.report", _("What has happened"), env.state, asks=False)
        self.stack = QStackedWidget()
        for page in (self.source, self.headers, self.preview, self.report):
            self.stack.addWidget(page)
        self._build()
        self.source.file.changed.connect(self._on_file)
        self.finished.connect(self.deleteLater)
        self.resize(self.sizeHint())
        self._show_step(Step.SOURCE)

    def begin(self) -> None:
        """Open over the window."""
        self.open()
        self.source.file.setFocus()

    def take_file(self, path: Path) -> None:
        """Read this file."""
        self.source.file.set_value(path)
        self._on_file()

    def sizeHint(self) -> QSize:
        """Qt's name."""
        return QSize(WIDE, HIGH).boundedTo(SMALL_SCREEN)

    def _build(self) -> None:
        self.back = push(Entry(_("Back"), self._on_back, name="petitions.import.back"))
        self.next = push(Entry(_("Next"), self._on_next, name="petitions.import.next", role="main"))
        self.close_button = push(Entry(_("Close"), self.reject, name="petitions.import.close"))
        row = QHBoxLayout()
        row.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        row.setSpacing(SPACE.s)
        row.addStretch(1)
        for button in (self.back, self.next, self.close_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addWidget(self.stack, 1)
        column.addLayout(row)

    def _show_step(self, step: Step) -> None:
        self._step = step
        self.stack.setCurrentIndex(step)
        self.back.setVisible(step in (Step.HEADERS, Step.PREVIEW))
        self.next.setVisible(step is not Step.REPORT)
        self.next.setText(_("Import the register") if step is Step.PREVIEW else _("Next"))
        self.next.setEnabled(step is not Step.SOURCE or self._path is not None)

    def _ask_for(self, *, dry_run: bool) -> ImportAsk:
        assert self._path is not None
        shown = self.headers.headers
        said = self.headers.said()
        overrides = {each.text: said[each.text] for each in shown if said[each.text] != each.field}
        return ImportAsk(self._path, dry_run=dry_run, overrides=overrides)

    @Slot()
    def _on_file(self) -> None:
        path = self.source.file.value()
        if path is not None and not self.source.file.trouble():
            self._path = path
            self._env.lane.read(partial(_look, path), self._on_headers, self._on_failed, self)

    @Slot()
    def _on_next(self) -> None:
        petitions = self._env.services.petitions
        self.next.setEnabled(False)
        if self._step is Step.SOURCE:
            self._on_file()
        elif self._step is Step.HEADERS:
            look = partial(petitions.import_sheet, self._ask_for(dry_run=True))
            self._env.lane.read(look, self._on_preview, self._on_failed, self)
        else:
            run = partial(petitions.import_sheet, self._ask_for(dry_run=False))
            self._env.lane.submit(run, self._on_report, self._on_failed, self)

    @Slot()
    def _on_back(self) -> None:
        self._show_step(Step(self._step - 1))

    @Slot(object)
    def _on_headers(self, recognised: Recognised) -> None:
        self.headers.show_headers(headers_of(recognised))
        self._show_step(Step.HEADERS)

    @Slot(object)
    def _on_preview(self, report: ImportReport) -> None:
        _show(self.preview, report)
        self._show_step(Step.PREVIEW)
        self.next.setEnabled(bool(report.of(*_TAKEN)))

    @Slot(object)
    def _on_report(self, report: ImportReport) -> None:
        _show(self.report, report)
        self._show_step(Step.REPORT)

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        self.next.setEnabled(True)
        form = self.source.form if self._step is Step.SOURCE else self.headers.form
        explain(error, self._env.ask, self._env.notices, form=form)


def _look(path: Path) -> Recognised:
    return recognise(read(path), FIELDS, {})


def _show(page: LinesPage, report: ImportReport) -> None:
    lines: Any = reported(tuple(report.outcomes))
    page.show_lines(lines, summary(lines), report.notes)
