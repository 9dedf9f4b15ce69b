"""How strong a passphrase is, while it is being typed."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.office import Strength
from ui.parts.colours import Tone, colours_of
from ui.parts.headings import label, restyle
from ui.parts.theme import SPACE

STEPS: Final = 5


class StrengthView(QWidget):
    """Five steps, and the sentence below them says the same."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = _Bar()
        self.words = label("", "words", name="strength.words")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(self._bar)
        column.addWidget(self.words)

    def show_strength(self, found: Strength | None) -> None:
        """What was found; None while nothing is typed."""
        score = -1 if found is None else found.score
        tone = tone_of(score)
        self._bar.show_score(score, tone)
        self.words.setText("" if found is None else found.words)
        restyle(self.words, "tone", tone.value)


def tone_of(score: int) -> Tone:
    """How much a score should worry."""
    return Tone.BAD if score < 2 else Tone.WARN if score == 2 else Tone.GOOD


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._score, self._tone = -1, Tone.BAD
        self.setFixedHeight(SPACE.xs)

    def show_score(self, score: int, tone: Tone) -> None:
        self._score, self._tone = score, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, SPACE.xs)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(QGuiApplication.palette())
        painter = QPainter(self)
        step = (self.width() + SPACE.xs) // STEPS
        for at in range(STEPS):
            colour = colours.of(self._tone) if at <= self._score else colours.line
            painter.fillRect(at * step, 0, step - SPACE.xs, SPACE.xs, QColor(colour))
        painter.end()
