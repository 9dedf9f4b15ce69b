"""A paper on the screen before it is one: looked through, printed, saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from frontdesk.errors import DeskError
from frontdesk.messages import _, mark, n_
from frontdesk.paper import write_whole
from ui.parts.ask import Ask, Kind
from ui.parts.headings import label, show_now
from ui.parts.lane import Job, Lane
from ui.parts.notices import Notices, Weight
from ui.parts.printrun import PrintRun
from ui.parts.sheets import ZOOM_STEP, PageSize, Sheets, page_sizes
from ui.parts.theme import SPACE, IconButton


@dataclass(frozen=True, slots=True)
class Saver:
    """Another form the paper can be saved in: its kind of file, and what writes it (on the reading worker)."""

    kind: Kind
    write: Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper ready to show: its title, its PDF, the file name it is saved under (without ending), other forms."""

    title: str
    pdf: bytes
    file_name: str
    savers: tuple[Saver, ...] = ()


PDF: Final = Kind("PDF", ("pdf",))
WORD: Final = Kind("Word", ("docx",))
EXCEL: Final = Kind("Excel", ("xlsx",))
_SAVE_AS: Final = {"pdf": mark("Save as PDF"), "docx": mark("Save as Word"), "xlsx": mark("Save as Excel")}


class Preview(QWidget):
    """Shows what `make` gives; `make` runs on the reading worker and returns a `Shown`."""

    shown = Signal(object)
    """A paper has come onto the screen (`Shown`)."""

    def __init__(
        self,
        lane: Lane,
        ask: Ask,
        notices: Notices,
        *,
        folder: Path | None = None,
        open_url: Callable[[QUrl], object] = QDesktopServices.openUrl,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self._lane, self._ask, self._notices, self._open_url = lane, ask, notices, open_url
        self._folder = folder or Path.home()
        self._paper: Shown | None = None
        self._sizes: tuple[PageSize, ...] = ()
        self._saved = Path()
        self.sheets = Sheets(lane)
        self.sheets.setObjectName("preview.sheets")
        self._says = label(_("Making the paper…"), "hint", wraps=False, name="preview.says")
        self._number = QSpinBox()
        self._of = QLabel()
        self._savers: list[QPushButton] = []
        self._bar = QHBoxLayout()
        self._bar.setSpacing(SPACE.s)
        self._build()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addLayout(self._bar)
        column.addWidget(self._says)
        column.addWidget(self.sheets, 1)
        self._enable(False)

    def show_paper(self, make: Callable[[], Shown]) -> None:
        """Make the paper on the worker and show it; again, to show it after a change."""
        self._says.setText(_("Making the paper…"))
        self._says.show()
        self._lane.read(partial(_made, make), self._on_made, self._on_failed, self, Job(_("Making the paper…")))

    @Slot()
    def print_paper(self) -> None:
        """Ctrl+P: ask for a printer, then print."""
        if self._paper is None:
            return
        printer = self._ask.printer(self._paper.title, len(self._sizes))
        if printer is not None:
            run = PrintRun(self._lane, self._paper.pdf, self._sizes, printer, self)
            run.finished.connect(self._on_printed)
            run.failed.connect(self._on_failed)
            run.finished.connect(run.deleteLater)
            run.start()

    @Slot()
    def save_pdf(self) -> None:
        """Ask where, then save as PDF."""
        if self._paper is not None:
            self._save(Saver(PDF, partial(write_whole, self._paper.pdf)))

    # Building

    def _build(self) -> None:
        self._print = QPushButton(_("Print…"))
        self._print.setObjectName("preview.print")
        self._print.setProperty("role", "main")
        self._print.setAccessibleName(_("Print (Ctrl+P)"))
        self._print.clicked.connect(self.print_paper)
        self._save_pdf = QPushButton(_("Save as PDF"))
        self._save_pdf.setObjectName("preview.pdf")
        self._save_pdf.setAccessibleName(_("Save as PDF"))
        self._save_pdf.clicked.connect(self.save_pdf)
        self._more = QHBoxLayout()
        self._more.setSpacing(SPACE.s)
        self._number.setObjectName("preview.page")
        self._number.setAccessibleName(_("Page"))
        self._number.setMinimum(1)
        self._number.valueChanged.connect(self.sheets.go_to)
        self.sheets.page_changed.connect(self._on_page)
        self._of.setProperty("role", "hint")
        self._percent = label("", "hint", wraps=False, name="preview.zoom")
        self.sheets.zoom_changed.connect(self._on_zoom)
        out = IconButton("zoom_out", _("Smaller (-)"), "preview.zoom_out")
        into = IconButton("zoom_in", _("Larger (+)"), "preview.zoom_in")
        fit = IconButton("fit", _("Fit the width (0)"), "preview.fit")
        out.clicked.connect(self._on_smaller)
        into.clicked.connect(self._on_larger)
        fit.clicked.connect(self.sheets.fit_width)
        self._bar.addWidget(self._print)
        self._bar.addWidget(self._save_pdf)
        self._bar.addLayout(self._more)
        self._bar.addStretch(1)
        right: tuple[QWidget, ...] = (label(_("Page"), "hint", wraps=False), self._number, self._of)
        for widget in (*right, out, self._percent, into, fit):
            self._bar.addWidget(widget)
        self._tools: tuple[QWidget, ...] = (self._print, self._save_pdf, self._number, out, into, fit)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.print_paper)

    def _enable(self, useful: bool) -> None:
        for tool in self._tools:
            tool.setEnabled(useful)

    def _offer(self, savers: Sequence[Saver]) -> None:
        for button in self._savers:
            self._more.removeWidget(button)
            button.deleteLater()
        self._savers = []
        before: QWidget = self._save_pdf
        for saver in savers:
            ending = saver.kind.endings[0]
            button = QPushButton(_(_SAVE_AS[ending]))
            button.setObjectName(f"preview.{ending}")
            button.setAccessibleName(button.text())
            button.clicked.connect(self._on_save_other)
            self._more.addWidget(button)
            show_now(button)
            self._savers.append(button)
            self.setTabOrder(before, button)
            before = button

    # What happens

    @Slot(object)
    def _on_made(self, made: tuple[Shown, tuple[PageSize, ...]]) -> None:
        self._paper, self._sizes = made
        self._says.hide()
        self._offer(self._paper.savers)
        self._number.setMaximum(max(1, len(self._sizes)))
        self._of.setText(_("of {count}").format(count=len(self._sizes)))
        self.sheets.setAccessibleDescription(self._paper.title)
        self.sheets.show_pdf(self._paper.pdf, self._sizes)
        self._on_zoom(self.sheets.zoom)
        self._enable(True)
        self.shown.emit(self._paper)

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        if self._paper is None:
            self._says.setText(str(error))
        self._notices.say(str(error), Weight.ERROR)

    @Slot()
    def _on_save_other(self) -> None:
        if self._paper is not None and self.sender() in self._savers:
            at = [button is self.sender() for button in self._savers].index(True)
            self._save(self._paper.savers[at])

    def _save(self, saver: Saver) -> None:
        if self._paper is None:
            return
        ending = saver.kind.endings[0]
        suggested = self._folder / f"{self._paper.file_name}.{ending}"
        path = self._ask.choose_save(_(_SAVE_AS[ending]), (saver.kind,), suggested)
        if path is not None:
            self._folder = path.parent
            self._lane.read(partial(_written, saver, path), self._on_saved, self._on_failed, self, Job(_("Saving…")))

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._saved = path
        text = _("Saved as {file}").format(file=path.name)
        self._notices.say(text, action=_("Open folder"), slot=self._open_folder)

    @Slot()
    def _open_folder(self) -> None:
        self._open_url(QUrl.fromLocalFile(str(self._saved.parent)))

    @Slot(int)
    def _on_printed(self, sent: int) -> None:
        self._notices.say(
            n_("{count} page sent to the printer", "{count} pages sent to the printer", sent).format(count=sent)
        )

    @Slot(int)
    def _on_page(self, number: int) -> None:
        self._number.blockSignals(True)
        self._number.setValue(number)
        self._number.blockSignals(False)

    @Slot(float)
    def _on_zoom(self, zoom: float) -> None:
        self._percent.setText(f"{round(zoom * 100)} %")

    @Slot()
    def _on_smaller(self) -> None:
        self.sheets.zoom_by(1 / ZOOM_STEP)

    @Slot()
    def _on_larger(self) -> None:
        self.sheets.zoom_by(ZOOM_STEP)


def _made(make: Callable[[], Shown]) -> tuple[Shown, tuple[PageSize, ...]]:
    paper = make()
    return paper, page_sizes(paper.pdf)


def _written(saver: Saver, path: Path) -> Path:
    saver.write(path)
    return path
