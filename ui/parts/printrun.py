"""Printing a PDF on a real printer: drawn at 300 dpi grey on the worker, one page at a time."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QRect, QSizeF, Signal, Slot
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from frontdesk.errors import DeskError, DeskUnavailable, Trouble
from frontdesk.messages import _
from ui.parts.lane import Job, Lane
from ui.parts.sheets import PageSize, draw_page

DPI: Final = 300


class PrintRun(QObject):
    """Sends the pages the person chose, and tells when the last is on its way. Lives as long as it prints."""

    finished = Signal(int)
    """Pages sent."""
    failed = Signal(object)
    """The `DeskError` to show."""

    def __init__(
        self, lane: Lane, pdf: bytes, sizes: tuple[PageSize, ...], printer: QPrinter, parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self._lane, self._pdf, self._sizes, self._printer = lane, pdf, sizes, printer
        first, last = printer.fromPage() or 1, printer.toPage() or len(sizes)
        self._waiting = list(range(first, min(last, len(sizes)) + 1))
        if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
            self._waiting.reverse()
        if not printer.supportsMultipleCopies():
            self._waiting *= max(1, printer.copyCount())
        self._sent = 0
        self._painter = QPainter()

    def start(self) -> None:
        """Begin; `finished` or `failed` comes later."""
        self._next()

    @Slot(object)
    def _on_drawn(self, page: QImage) -> None:
        number = self._waiting.pop(0)
        self._lay(self._sizes[number - 1])
        if not (self._printer.newPage() if self._sent else self._painter.begin(self._printer)):
            self._give_up(
                DeskUnavailable(
                    Trouble.BUSY, _("The printer does not answer. Check that it is on and connected, then print again.")
                )
            )
            return
        paper = self._printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
        self._painter.drawImage(QRect(0, 0, paper.width(), paper.height()), page)
        self._sent += 1
        self._next()

    @Slot(object)
    def _give_up(self, error: DeskError) -> None:
        if self._painter.isActive():
            self._painter.end()
        self.failed.emit(error)

    def _next(self) -> None:
        if not self._waiting:
            self._painter.end()
            self.finished.emit(self._sent)
            return
        says = _("Printing, {count} pages to go").format(count=len(self._waiting))
        draw = partial(draw_page, self._pdf, self._waiting[0], DPI, grey=True)
        job = self._lane.read(draw, self._on_drawn, self._give_up, self, Job(says))
        job.ended.connect(self._on_ended)

    @Slot(str)
    def _on_ended(self, outcome: str) -> None:
        if outcome == "cancelled":
            if self._painter.isActive():
                self._printer.abort()
                self._painter.end()
            self.finished.emit(self._sent)

    def _lay(self, size: PageSize) -> None:
        """Set the sheet to the page's own size and direction before it begins."""
        wide = size.width > size.height
        short, long = sorted((size.width, size.height))
        sheet = QPageSize(QSizeF(short, long), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
        self._printer.setPageSize(sheet)
        self._printer.setPageOrientation(
            QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        )
