"""What happened, in its order: a line down the page with a mark for each moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from frontdesk.messages import _
from ui.parts.colours import Tone, colours_of
from ui.parts.headings import Hint, label, show_now
from ui.parts.theme import SPACE

MARK: Final = 5


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened or is due: when (as shown), what, more of it, and where it leads.

    `link` is handed out by `link_activated` when its text `link_text` is chosen; "" for none. `ahead` marks what has
    not happened yet.
    """

    when: str
    title: str
    detail: str = ""
    link: str = ""
    link_text: str = ""
    tone: Tone = Tone.PLAIN
    ahead: bool = False


class LineOfTime(QWidget):
    """Moments from the top down, in the order given."""

    link_activated = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(_("What happened so far"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_moments(self, moments: Sequence[Moment]) -> None:
        """Show these."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, moment in enumerate(moments):
            row = _MomentRow(moment, first=at == 0, last=at == len(moments) - 1)
            if row.button is not None:
                row.button.setObjectName(f"{self.objectName()}.link{at}")
                row.button.clicked.connect(self._on_link)
            self._column.addWidget(row)
            show_now(row)
        if not moments:
            self._column.addWidget(Hint(_("Nothing has happened yet.")))

    @Slot()
    def _on_link(self) -> None:
        self.link_activated.emit(str(self.sender().property("link")))


class _MomentRow(QWidget):
    """Date, mark and words of one moment."""

    def __init__(self, moment: Moment, *, first: bool, last: bool) -> None:
        super().__init__()
        self._moment, self._first, self._last = moment, first, last
        self.button: QPushButton | None = None
        digits = self.fontMetrics().horizontalAdvance("00/00/0000 00:00")
        when = label(moment.when, "hint")
        when.setFixedWidth(digits + SPACE.xs)
        when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        title = label(moment.title, "value")
        title.setProperty("tone", (Tone.MUTED if moment.ahead else moment.tone).value)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, SPACE.xs, 0, SPACE.m)
        grid.setHorizontalSpacing(SPACE.xl + SPACE.m)
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnStretch(1, 1)
        grid.addWidget(when, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(title, 0, 1)
        if moment.detail:
            grid.addWidget(label(moment.detail, "hint"), 1, 1)
        if moment.link:
            self.button = QPushButton(moment.link_text or moment.link)
            self.button.setProperty("role", "link")
            self.button.setProperty("link", moment.link)
            self.button.setAccessibleName(f"{moment.title}: {self.button.text()}")
            grid.addWidget(self.button, 2, 1, Qt.AlignmentFlag.AlignLeft)
        self._x = digits + SPACE.xs + (SPACE.xl + SPACE.m) / 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt's name: the line and the mark."""
        colours = colours_of(QGuiApplication.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = SPACE.xs + self.fontMetrics().height() / 2
        painter.setPen(QPen(QColor(colours.line), 2))
        painter.drawLine(
            QPointF(self._x, y if self._first else 0), QPointF(self._x, y if self._last else self.height())
        )
        tone = colours.accent if self._moment.tone is Tone.PLAIN else colours.of(self._moment.tone)
        painter.setPen(QPen(QColor(tone), 2))
        painter.setBrush(QColor(colours.window if self._moment.ahead else tone))
        painter.drawEllipse(QPointF(self._x, y), MARK, MARK)
        painter.end()
