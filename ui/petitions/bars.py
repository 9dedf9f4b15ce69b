"""A drawing of groups: for each a bar, settled and open one behind the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.messages import _
from ui.parts.colours import colours_of
from ui.parts.theme import SPACE

BARS_MOST: Final = 10


@dataclass(frozen=True)
class Bar:
    """A group and its two counts."""

    name: str
    settled: int
    open: int


class Bars(QWidget):
    """The ten largest groups; the table beside it says the same in figures."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Drawing: settled and open"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._bars: tuple[Bar, ...] = ()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Draw these."""
        largest = sorted(bars, key=lambda bar: -(bar.settled + bar.open))[:BARS_MOST]
        self._bars = tuple(bar for bar in largest if bar.settled + bar.open)
        self.setAccessibleDescription("; ".join(f"{bar.name}: {bar.settled} + {bar.open}" for bar in self._bars))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt's name."""
        if not self._bars:
            return
        colours = colours_of(QGuiApplication.palette())
        painter = QPainter(self)
        letters = self.fontMetrics()
        high, thick = letters.height(), SPACE.m
        longest = max(bar.settled + bar.open for bar in self._bars)
        room = max(1, self.width() - letters.horizontalAdvance("000 + 000") - SPACE.s)
        settled, still_open = QColor(colours.accent), QColor(colours.warn)
        y = self._legend(painter, settled, still_open)
        for bar in self._bars:
            painter.setPen(QColor(colours.text))
            words = letters.elidedText(bar.name, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(QRect(0, y, self.width(), high), Qt.AlignmentFlag.AlignLeft, words)
            y += high + SPACE.xs
            done, rest = round(room * bar.settled / longest), round(room * bar.open / longest)
            painter.fillRect(0, y, done, thick, settled)
            painter.fillRect(done, y, rest, thick, still_open)
            counts = f"{bar.settled} + {bar.open}"
            place = QRect(done + rest + SPACE.s, y - (high - thick) // 2, self.width(), high)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, counts)
            y += thick + SPACE.m
        painter.end()

    def _legend(self, painter: QPainter, settled: QColor, still_open: QColor) -> int:
        """Which colour is what; returns where the bars begin."""
        letters, x = self.fontMetrics(), 0
        colours = colours_of(QGuiApplication.palette())
        for colour, words in ((settled, _("Settled")), (still_open, _("Still open"))):
            painter.fillRect(x, (letters.height() - SPACE.m) // 2, SPACE.m, SPACE.m, colour)
            x += SPACE.m + SPACE.s
            painter.setPen(QColor(colours.text))
            painter.drawText(x, letters.ascent(), words)
            x += letters.horizontalAdvance(words) + SPACE.l
        return letters.height() + SPACE.m
