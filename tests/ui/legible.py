"""Whether the words of a window stand out from their ground, read from what is painted."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QTabBar,
    QWidget,
)

from ui.parts.colours import contrast

LEAST = 4.5
"""WCAG 2.2, contrast of text."""
FRAME = 4
"""What is left out all around: a border is no letter."""
MOST_CELLS = 24
"""So many cells of a list are looked at: the rest is painted alike."""


def pale(window: QWidget) -> list[str]:
    """Words that can be used now and stand out by less than `LEAST`; half hidden ones are not judged."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ratio = picture.devicePixelRatio()
    found = []
    for part, place, words in _written(window):
        if not part.isEnabled() or not QRegion(place).subtracted(part.visibleRegion()).isEmpty():
            continue
        inner = QRect(part.mapTo(window, place.topLeft()), place.size()).adjusted(FRAME, FRAME, -FRAME, -FRAME)
        apart = _apart(picture, QRect(inner.topLeft() * ratio, inner.size() * ratio))
        if apart is not None and apart < LEAST:
            found.append(f"{part.objectName() or type(part).__name__}: {words} {apart:.1f}")
    return found


def _apart(picture: QImage, place: QRect) -> float | None:
    """The contrast of the strongest of the place's colours with the one there is most of; None where nothing is."""
    cut = picture.copy(place)
    if cut.isNull():
        return None
    pixels = Counter(memoryview(cut.constBits()).cast("I"))
    ground = _named(pixels.most_common(1)[0][0])
    return max(contrast(ground, _named(pixel)) for pixel in (min(pixels, key=_light), max(pixels, key=_light)))


def _light(pixel: int) -> int:
    """Nearly how bright: good enough to tell which of many is the darkest and which the lightest."""
    return 2 * (pixel >> 16 & 255) + 7 * (pixel >> 8 & 255) + (pixel & 255)


def _named(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06x}"


def _written(window: QWidget) -> Iterator[tuple[QWidget, QRect, str]]:
    """Who paints words, where within itself, and which."""
    for part in window.findChildren(QWidget):
        if not part.isVisibleTo(window):
            continue
        if isinstance(part, QTabBar):
            yield from ((part, part.tabRect(at), part.tabText(at)) for at in range(part.count()))
        elif isinstance(part, QHeaderView):
            continue
        elif isinstance(part, QAbstractItemView):
            yield from _cells(part)
        elif words := _words(part):
            yield part, part.rect(), words


def _words(part: QWidget) -> str:
    if isinstance(part, QLabel | QAbstractButton):
        return part.text().strip()
    if isinstance(part, QLineEdit):
        return part.text() or part.placeholderText()
    return part.currentText() if isinstance(part, QComboBox) else ""


def _cells(view: QAbstractItemView) -> Iterator[tuple[QWidget, QRect, str]]:
    model, left = view.model(), MOST_CELLS
    if model is None:
        return
    root = view.rootIndex()
    columns = 1 if isinstance(view, QListView) else model.columnCount(root)
    for row in range(min(model.rowCount(root), MOST_CELLS)):
        for column in range(columns):
            index = model.index(row, column, root)
            words, place = index.data(), view.visualRect(index)
            if left and isinstance(words, str) and words and place.isValid():
                left -= 1
                yield view.viewport(), place, words
