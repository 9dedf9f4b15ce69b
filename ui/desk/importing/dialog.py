"""The import dialog: leads through the steps, does the work on the lanes, shows progress and lets stop."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.errors import DeskError, RuleBroken
from frontdesk.messages import _
from frontdesk.sheet import ImportReport
from ui.desk.deskkeys import KeysDialog
from ui.desk.dialogs import SMALL_SCREEN
from ui.desk.doing import do, may
from ui.desk.env import Env
from ui.desk.importing.flow import TAKEN, Done, Header, Line, Looked, SheetFlow, Step, headers_of, summary
from ui.desk.importing.pages import HeaderPage, LinesPage, SourcePage
from ui.parts.ask import Kind
from ui.parts.errors import explain
from ui.parts.lane import Job
from ui.parts.menus import Entry, push
from ui.parts.notices import Weight
from ui.parts.progress import Progress
from ui.parts.theme import SPACE

WIDE: Final = 1080
HIGH: Final = 660


@dataclass(frozen=True)
class Saying:
    """A desk's words for its import: the window's title, the first page's, the column of what a row is about, what is
    said while rows are compared, and the button that does it. `name` keeps the lists apart from other desks'.
    """

    name: str
    title: str
    heading: str
    who: str
    comparing: str
    yes: str


class ImportDialog(KeysDialog):
    """Reads a sheet in by a desk's flow; `asks`: rows may be asked about, `pastes`: rows may come off the clipboard."""

    imported = Signal(object)

    def __init__(
        self, env: Env, parent: QWidget, flow: SheetFlow, saying: Saying, *, asks: bool = False, pastes: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import_dialog")
        self.setWindowTitle(saying.title)
        self.env, self._owner, self.flow, self._saying = env, parent, flow, saying
        self._step = Step.SOURCE
        self._job: Job | None = None
        self._report: ImportReport | None = None
        self.lines: tuple[Line, ...] = ()
        self.source = SourcePage(env.ask, saying.heading, pastes=pastes)
        self.headers = HeaderPage(flow.meanings())
        preview, report = f"{saying.name}.preview", f"{saying.name}.report"
        self.preview = LinesPage(preview, _("What would happen"), saying.who, env.state, asks=asks)
        self.report = LinesPage(report, _("What has happened"), saying.who, env.state)
        self.stack = QStackedWidget()
        for page in (self.source, self.headers, self.preview, self.report):
            self.stack.addWidget(page)
        self.progress = Progress()
        self._build()
        self.source.file.changed.connect(self._on_file)
        self.source.pasted.connect(self._on_paste)
        self.headers.shown.connect(self._on_headers_shown)
        self.preview.said.connect(self._on_said)
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

    def take_text(self, text: str) -> None:
        """Read these rows."""
        self.flow.begin(None, text)
        self._look()

    def sizeHint(self) -> QSize:
        """Qt's name."""
        return QSize(WIDE, HIGH).boundedTo(SMALL_SCREEN)

    def reject(self) -> None:
        """Esc and Close; stops the work under way."""
        if self._job is not None:
            self._job.cancel()
            return
        super().reject()

    # Building

    def _build(self) -> None:
        self.back = push(Entry(_("Back"), self._on_back, name="import.back"))
        self.next = push(Entry(_("Next"), self._on_next, name="import.next", role="main"))
        self.save = push(Entry(_("Save the report…"), self._on_save, name="import.save"))
        self.undo = push(Entry(_("Undo the import"), self._on_undo, name="import.undo"))
        self.close_button = push(Entry(_("Close"), self.reject, name="import.close"))
        row = QHBoxLayout()
        row.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(self.progress, 1)
        row.addStretch(1)
        for button in (self.source.file.button, self.source.paste):
            button.setAutoDefault(False)
        for button in (self.save, self.undo, self.back, self.next, self.close_button):
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
        self.next.setText(self._saying.yes if step is Step.PREVIEW else _("Next"))
        self.save.setVisible(step is Step.REPORT)
        self.undo.setVisible(step is Step.REPORT and self._wrote() and may(self.env, type(self.flow.undo())))
        self._wake()

    def _wake(self) -> None:
        free = self._job is None
        has_source = self.flow.path is not None or bool(self.flow.text)
        takes = any(line.outcome in TAKEN for line in self.lines)
        ready = {Step.SOURCE: has_source, Step.PREVIEW: takes}.get(self._step, True)
        self.next.setEnabled(free and ready)
        self.back.setEnabled(free)

    def _work(
        self, work: Callable[[Job], Any], done: Callable[[Any], object], says: str, *, writes: bool = False
    ) -> None:
        job = self._job = Job(says)
        job.ended.connect(self._on_ended)
        self.progress.watch(job)
        lane = self.env.lane.submit if writes else self.env.lane.read
        lane(partial(work, job), done, self._on_failed, self, job)
        self._wake()

    # What happens

    @Slot()
    def _on_file(self) -> None:
        path = self.source.file.value()
        if path is not None and not self.source.file.trouble():
            self.flow.begin(path)
            self._look()

    @Slot()
    def _on_paste(self) -> None:
        self.take_text(QGuiApplication.clipboard().mimeData().text())

    def _look(self) -> None:
        self.source.form.clear_errors()
        self._work(self._recognise, self._on_headers, _("Reading the headers…"))

    @Slot()
    def _on_next(self) -> None:
        if self._step is Step.SOURCE:
            self._look()
        elif self._step is Step.HEADERS:
            try:
                self.flow.say_headers(self.headers.headers, self.headers.said())
            except RuleBroken as error:
                self.headers.form.show_error(RuleBroken(error.code, error.message, self.headers.field_of(error.field)))
                return
            self._plan()
        else:
            says = _("Reading in {file}…").format(file=self.flow.name)
            self._work(self._run, self._on_done, says, writes=True)

    @Slot()
    def _on_back(self) -> None:
        self._show_step(Step(self._step - 1))

    @Slot(object)
    def _on_headers(self, headers: tuple[Header, ...]) -> None:
        self.headers.heading.set_text(_("What do the columns mean?"), self.flow.name)
        self.headers.show_headers(headers)

    @Slot()
    def _on_headers_shown(self) -> None:
        self._show_step(Step.HEADERS)

    def _plan(self) -> None:
        self._work(self._compare, self._on_looked, self._saying.comparing)

    @Slot(object)
    def _on_looked(self, looked: Looked) -> None:
        self.lines = tuple(looked.lines)
        came = self._step is not Step.PREVIEW
        self.preview.show_lines(self.lines, summary(self.lines), looked.notes, self.flow.choices)
        self._show_step(Step.PREVIEW)
        if came:
            self.preview.pane.table.setFocus()

    @Slot(int, object)
    def _on_said(self, row: int, choice: Any) -> None:
        self.flow.say_row(row, choice)
        self._plan()

    @Slot(object)
    def _on_done(self, done: Done) -> None:
        self._report = done.report
        self.report.show_lines(done.lines, done.says, done.report.notes)
        self._show_step(Step.REPORT)
        self.imported.emit(done.report)

    @Slot(str)
    def _on_ended(self, outcome: str) -> None:
        if self.sender() is self._job:
            self._job = None
            if outcome == "cancelled":
                self.env.notices.say(_("Stopped. Nothing was changed."), Weight.INFO)
            self._wake()

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        if isinstance(error, RuleBroken) and self._step is Step.SOURCE:
            self.source.form.show_error(RuleBroken(error.code, error.message, "file"))
        else:
            explain(error, self.env.ask, self.env.notices, form=self.headers.form)

    @Slot()
    def _on_save(self) -> None:
        if self._report is None:
            return
        kind = Kind(_("Report"), ("csv",))
        path = self.env.ask.choose_save(_("Save the report"), (kind,), Path.home() / "ket-qua-nhap.csv")
        if path is not None:
            self._work(partial(_save, self._report, path), self._on_saved, _("Saving…"))

    @Slot(object)
    def _on_saved(self, _nothing: object) -> None:
        self.env.notices.say(_("The report is saved."))

    @Slot()
    def _on_undo(self) -> None:
        self.undo.setEnabled(False)
        says = _("The import was undone.")
        do(self.env, self.flow.undo(), self._owner, done=self._on_undone, failed=self._on_not_undone, says=says)

    @Slot(object)
    def _on_undone(self, _result: object) -> None:
        self.accept()

    @Slot(object)
    def _on_not_undone(self, _error: DeskError) -> None:
        self.undo.setEnabled(True)

    # On the workers

    def _recognise(self, _job: Job) -> tuple[Header, ...]:
        return headers_of(self.flow.headers())

    def _compare(self, job: Job) -> Looked:
        return self.flow.look(job.tick)

    def _run(self, job: Job) -> Done:
        return Done.of(self.flow.run(job.tick))

    def _wrote(self) -> bool:
        return self._report is not None and bool(self._report.of(*TAKEN))


def _save(report: ImportReport, path: Path, _job: Job) -> None:
    report.write_csv(path)
