"""The pages of a PDF one under the other, drawn on the reading worker as they come into view."""

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from frontdesk.errors import DeskError
from frontdesk.messages import _
from frontdesk.paper import POINTS_PER_INCH, PageImage, render_pages
from ui.parts.lane import Job, Lane
from ui.parts.theme import SPACE

ZOOM_LEAST: Final = 0.25
ZOOM_MOST: Final = 4.0
ZOOM_STEP: Final = 1.25
PAGES_KEPT: Final = 6
SCREEN_DPI: Final = 96


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page's width and height in points."""

    width: float
    height: float


def page_sizes(pdf: bytes) -> tuple[PageSize, ...]:
    """The sizes of the pages of `pdf`, in order."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(PageSize(*document.get_page_size(at)) for at in range(len(document)))
    finally:
        document.close()


def draw_page(pdf: bytes, number: int, dpi: float, *, grey: bool = False) -> QImage:
    """Page `number` (from 1) as a picture; safe off the window's thread."""
    return as_image(next(iter(render_pages(pdf, dpi, grey, (number,)))))


def as_image(page: PageImage) -> QImage:
    """A rendered page as Qt paints it."""
    kind = QImage.Format.Format_Grayscale8 if page.grey else QImage.Format.Format_RGB888
    # copy(): the picture must own its pixels when the worker's bytes are gone.
    return QImage(page.data, page.width, page.height, page.stride, kind).copy()


class Sheets(QAbstractScrollArea):
    """A paper to look at. Plus and minus zoom, 0 fits the width, Page Up and Page Down turn pages."""

    page_changed = Signal(int)
    """The page most in view, from 1."""
    zoom_changed = Signal(float)

    def __init__(self, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._pdf = b""
        self._sizes: tuple[PageSize, ...] = ()
        self._pictures: OrderedDict[int, QPixmap] = OrderedDict()
        self._asked: dict[int, Job] = {}
        self._wide = True
        self._zoom = 1.0
        self._page = 1
        self.setProperty("role", "paper")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("The paper"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def zoom(self) -> float:
        """1.0 is the paper's own size on the screen."""
        return self._zoom

    def show_pdf(self, pdf: bytes, sizes: tuple[PageSize, ...]) -> None:
        """Show another paper, or the same one made anew: the place is kept."""
        self._forget()
        self._pdf, self._sizes = pdf, sizes
        self._page = max(1, min(self._page, len(sizes)))
        self._lay_out()

    def go_to(self, number: int) -> None:
        """Bring page `number` (from 1) to the top."""
        if 1 <= number <= self.count:
            self.verticalScrollBar().setValue(self._top_of(number) - SPACE.m)

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller, keeping the page."""
        self._wide = False
        self._set_zoom(self._zoom * factor)

    def fit_width(self) -> None:
        """As wide as the window, from now on."""
        self._wide = True
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's name."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's name."""
        key = event.key()
        if key == Qt.Key.Key_PageDown:
            self.go_to(min(self._page + 1, self.count))
        elif key == Qt.Key.Key_PageUp:
            self.go_to(max(self._page - 1, 1))
        elif key == Qt.Key.Key_Home:
            self.go_to(1)
        elif key == Qt.Key.Key_End:
            self.go_to(self.count)
        elif event.text() in ("+", "="):
            self.zoom_by(ZOOM_STEP)
        elif event.text() == "-":
            self.zoom_by(1 / ZOOM_STEP)
        elif event.text() == "0":
            self.fit_width()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's name: draw the pages in view, ask for those not drawn yet."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().mid())
        for number in self._in_view():
            place = self._place_of(number)
            painter.fillRect(place, QColor(Qt.GlobalColor.white))
            picture = self._pictures.get(number)
            if picture is not None:
                self._pictures.move_to_end(number)
                painter.drawPixmap(place, picture)
            if number not in self._asked and not self._is_sharp(number, picture):
                self._ask(number)
        painter.end()

    def _ask(self, number: int) -> None:
        dpi = SCREEN_DPI * self._zoom * self.devicePixelRatioF()
        work = partial(_drawn, self._pdf, number, dpi)
        self._asked[number] = self._lane.read(work, self._on_drawn, self._on_failed, self)

    @Slot(object)
    def _on_drawn(self, drawn: tuple[int, QImage]) -> None:
        number, image = drawn
        self._asked.pop(number, None)
        self._pictures[number] = QPixmap.fromImage(image)
        while len(self._pictures) > max(PAGES_KEPT, len(self._in_view()) + 2):
            self._pictures.popitem(last=False)
        self.viewport().update()

    @Slot(object)
    def _on_failed(self, _error: DeskError) -> None:
        self._asked.clear()

    def _forget(self) -> None:
        for job in self._asked.values():
            job.cancel()
        self._asked.clear()
        self._pictures.clear()

    def _is_sharp(self, number: int, picture: QPixmap | None) -> bool:
        wanted = self._place_of(number).width() * self.devicePixelRatioF()
        return picture is not None and abs(picture.width() - wanted) <= 2

    # Where pages stand

    def _set_zoom(self, zoom: float) -> None:
        zoom = max(ZOOM_LEAST, min(zoom, ZOOM_MOST))
        if zoom != self._zoom:
            self._zoom = zoom
            for job in self._asked.values():
                job.cancel()
            self._asked.clear()
            self.zoom_changed.emit(zoom)
        self._lay_out()

    def _lay_out(self) -> None:
        if not self._sizes:
            self.viewport().update()
            return
        page = self._page
        if self._wide:
            widest = max(size.width for size in self._sizes) * SCREEN_DPI / POINTS_PER_INCH
            zoom = max(ZOOM_LEAST, min((self.viewport().width() - 2 * SPACE.l) / widest, ZOOM_MOST))
            if abs(zoom - self._zoom) > 0.001:
                self._zoom = zoom
                self.zoom_changed.emit(zoom)
        whole = self._top_of(self.count + 1)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, whole - self.viewport().height()))
        down.setPageStep(self.viewport().height())
        down.setSingleStep(SPACE.xl * 2)
        widest_px = max(self._pixels(size).width() for size in self._sizes) + 2 * SPACE.l
        across.setRange(0, max(0, widest_px - self.viewport().width()))
        across.setPageStep(self.viewport().width())
        if page != self._page or page > 1:
            self.go_to(page)
        self.viewport().update()

    def _pixels(self, size: PageSize) -> QSize:
        factor = self._zoom * SCREEN_DPI / POINTS_PER_INCH
        return QSize(round(size.width * factor), round(size.height * factor))

    def _top_of(self, number: int) -> int:
        return SPACE.m + sum(self._pixels(size).height() + SPACE.m for size in self._sizes[: number - 1])

    def _place_of(self, number: int) -> QRect:
        size = self._pixels(self._sizes[number - 1])
        left = max(SPACE.l, (self.viewport().width() - size.width()) // 2) - self.horizontalScrollBar().value()
        return QRect(left, self._top_of(number) - self.verticalScrollBar().value(), size.width(), size.height())

    def _in_view(self) -> list[int]:
        seen = self.viewport().rect()
        return [number for number in range(1, self.count + 1) if self._place_of(number).intersects(seen)]

    @Slot()
    def _on_scrolled(self) -> None:
        middle = self.viewport().height() // 2
        page = next((at for at in range(1, self.count + 1) if self._place_of(at).bottom() >= middle), self.count)
        if page and page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self.viewport().update()


def _drawn(pdf: bytes, number: int, dpi: float) -> tuple[int, QImage]:
    return number, draw_page(pdf, number, dpi)
