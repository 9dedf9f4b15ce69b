"""The head of a paper as it will print: the real page, drawn on the worker, cut below the signature."""

import io
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from frontdesk.errors import DeskError
from frontdesk.messages import _
from frontdesk.paper import Letterhead, Paper, Signatures, Signer, Title, print_pdf, render_pages
from ui.desk.first_run import Header
from ui.parts.colours import colours_of
from ui.parts.lane import Job, Lane

DPI: Final = 144
SHOWN: Final = 0.31
"""How much of the page, from its top."""
WIDEST: Final = 620
WAIT_MS: Final = 250


def drawn(header: Header, year: int, chair: str) -> QImage:
    """The upper part of a paper under this head."""
    paper = Paper(
        "Mẫu",
        header.front_line,
        (
            Letterhead(
                (header.front_line, header.organ_line),
                "Số:        /BB-MTTQ-BTT",
                f"{header.place}, ngày      tháng      năm {year}",
            ),
            Title("BIÊN BẢN", "Hội nghị …"),
            Signatures((Signer(("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"), chair),)),
        ),
    )
    stream = io.BytesIO()
    print_pdf(paper, stream)
    page = next(render_pages(stream.getvalue(), dpi=DPI, grey=True))
    whole = QImage(page.data, page.width, page.height, page.stride, QImage.Format.Format_Grayscale8)
    # A copy: the bytes go with the page.
    return whole.copy(0, 0, page.width, round(page.height * SHOWN))


class LetterheadView(QFrame):
    """Shows it, and draws it again shortly after the lines change."""

    def __init__(self, lane: Lane, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letterhead")
        self.setProperty("role", "card")
        self._lane, self._year = lane, year
        self._wanted: tuple[Header, str] | None = None
        self._picture: QImage | None = None
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._draw)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_drawn(self) -> bool:
        """Whether what is shown is what was asked for last."""
        return self._picture is not None and self._job is None and not self._timer.isActive()

    def show_header(self, header: Header, chair: str = "") -> None:
        """These lines."""
        self._wanted = (header, chair)
        self.setAccessibleName("\n".join((header.front_line, header.organ_line, header.place, chair)))
        self._timer.start()

    def sizeHint(self) -> QSize:
        """Qt's name."""
        return QSize(WIDEST, self.heightForWidth(WIDEST))

    def heightForWidth(self, width: int) -> int:
        """Qt's name: the shape of the part shown."""
        return round(min(width, WIDEST) * 297 / 210 * SHOWN)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's name."""
        super().paintEvent(event)
        if self._picture is not None:
            inside = self.contentsRect().adjusted(1, 1, -1, -1)
            ratio = self.devicePixelRatioF()
            size = self._picture.size().scaled(inside.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio)
            picture = self._picture.scaled(
                size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            picture.setDevicePixelRatio(ratio)
            painter = QPainter(self)
            painter.drawImage(inside.x() + (inside.width() - round(size.width() / ratio)) // 2, inside.y(), picture)
            painter.end()
        else:
            painter = QPainter(self)
            painter.setPen(QColor(colours_of(QGuiApplication.palette()).muted))
            painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignCenter, _("Making the paper…"))
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's name."""
        super().resizeEvent(event)
        self.updateGeometry()

    @Slot()
    def _draw(self) -> None:
        if self._wanted is None:
            return
        if self._job is not None:
            self._job.cancel()
        header, chair = self._wanted
        self._job = self._lane.read(partial(drawn, header, self._year, chair), self._on_drawn, self._on_failed, self)

    @Slot(object)
    def _on_drawn(self, picture: QImage) -> None:
        self._job = None
        self._picture = picture
        self.update()

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        self._job = None
        self.setToolTip(str(error))
