"""Walks a window: every control named, reached by Tab in reading order, no word cut."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSplitterHandle,
    QStyle,
    QStyleOptionFrame,
    QTabBar,
    QToolButton,
    QWidget,
)

from frontdesk import messages
from tests.ui.legible import pale
from ui.parts.theme import Theme

SCREEN = (1366, 768)
SAME_LINE = 8
LINE_MARGIN = 2
"""What Qt leaves free at both ends of a line's text."""
ZOOMS = {"vi": (1.0, 1.5), "en": (1.5,)}
"""What people see is walked at both sizes; English where its words need most room. Names and Tab know no language."""

walked = pytest.mark.parametrize("spoken", messages.LANGUAGES, indirect=True)
"""A test that walks windows, made in each language."""


def check_window(window: QWidget, theme: Theme, *, zooms: tuple[float, ...] | None = None) -> None:
    """Assert all of it, at 1366×768 at most and at each of `zooms`, those of the language when none are given."""
    for zoom in zooms or ZOOMS[messages.language()]:
        wear(theme, zoom)
        show_at_screen(window)
        assert not unnamed(window), f"without an accessible name at {zoom}: {unnamed(window)}"
        assert not cut(window), f"cut at {zoom}: {cut(window)}"
        assert not outside(window), f"beyond the edge at {zoom}: {outside(window)}"
        # Large letters may leave a list with many columns too little room; a page, never.
        wide = sideways(window, lists=zoom == 1.0)
        assert not wide, f"scrolls sideways at {zoom}: {wide}"
        assert not too_large(window), f"larger than the screen at {zoom}: {too_large(window)}"
        unreached = set(map(_who, set(focusable(window)) - set(tab_chain(window))))
        assert not unreached, f"not reached by Tab at {zoom}: {unreached}"
        assert not pale(window), f"too pale at {zoom}: {pale(window)}"
        assert not jumps(window), f"Tab goes against reading order at {zoom}: {jumps(window)}"


def check_parts(window: QWidget, theme: Theme, parts: Iterable[Callable[[], object]]) -> None:
    """The same of each part that one of `parts` brings to the front; dressed anew once a zoom, not once a part."""
    steps = tuple(parts)
    for zoom in ZOOMS[messages.language()]:
        for bring in steps:
            bring()
            check_window(window, theme, zooms=(zoom,))


def check_windows(makes: Iterable[Callable[[], QWidget]], theme: Theme) -> None:
    """The same of each window that one of `makes` opens, one after the other, over what is open already."""
    steps = tuple(makes)
    for zoom in ZOOMS[messages.language()]:
        wear(theme, zoom)
        for make in steps:
            window = make()
            check_window(window, theme, zooms=(zoom,))
            window.hide()
            window.deleteLater()


def wear(theme: Theme, zoom: float) -> None:
    """Light at 100 %, dark where letters are large: both looks are walked, and each window is dressed once a zoom."""
    theme.wear("light" if zoom == 1.0 else "dark", zoom)


def show_at_screen(window: QWidget) -> None:
    """Show the window, no larger than the small screen an office has."""
    window.show()
    settle()
    wanted = window.size().expandedTo(window.sizeHint()).expandedTo(window.minimumSizeHint())
    window.resize(wanted.boundedTo(QSize(*SCREEN)))
    settle()


def settle() -> None:
    """Let the window come to rest."""
    # A new font asks for a new layout, and that for another round where words wrap.
    for _round in range(3):
        QApplication.sendPostedEvents()


def focusable(window: QWidget) -> list[QWidget]:
    """The controls in view that a key can reach."""
    return [
        child
        for child in window.findChildren(QWidget)
        if child.isVisibleTo(window)
        and child.isEnabled()
        and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.focusProxy() is None
        and not _is_inside(child)
    ]


def unnamed(window: QWidget) -> list[str]:
    """Controls a screen reader has no words for."""
    words = {label.buddy(): label.text() for label in window.findChildren(QLabel) if label.buddy() is not None}
    return [_who(control) for control in focusable(window) if not _name(control, words)]


def cut(window: QWidget) -> list[str]:
    """Labels and buttons smaller than their words, and lines than their hints."""
    small = [(part, text) for part, text in _worded(window) if _is_cut(part, text)]
    return [f"{_who(part)}: {text}" for part, text in (*small, *_hints_cut(window))]


def outside(window: QWidget) -> list[str]:
    """Labels and buttons that reach beyond what they stand in, to the right or, where nothing scrolls, below."""
    return [f"{_who(part)}: {text}" for part, text in _worded(window) if _is_outside(part, window)]


def sideways(window: QWidget, *, lists: bool) -> list[str]:
    """Pages that are wider than the room they have, and `lists`."""
    kinds = QAbstractScrollArea if lists else QScrollArea
    return [
        f"{_who(area)}: {area.horizontalScrollBar().maximum()}"
        for area in window.findChildren(QAbstractScrollArea)
        if isinstance(area, kinds) and area.isVisibleTo(window) and area.horizontalScrollBar().maximum() > 0
    ]


def too_large(window: QWidget) -> list[str]:
    """The window itself, when its least size is more than the screen."""
    least = window.minimumSizeHint()
    return [f"{least.width()}×{least.height()}"] if least.width() > SCREEN[0] or least.height() > SCREEN[1] else []


def tab_chain(window: QWidget) -> list[QWidget]:
    """The controls in the order of Tab, beginning with the first."""
    wanted = set(focusable(window))
    chain: list[QWidget] = []
    at = window.nextInFocusChain()
    while at is not window and at is not None and len(chain) < 10_000:
        if at in wanted:
            chain.append(at)
        at = at.nextInFocusChain()
    return chain


def jumps(window: QWidget) -> list[str]:
    """Steps of Tab within one parent that go up the page, or left on the same line."""
    found = []
    places: dict[int, tuple[QWidget, QRect]] = {}
    for control in tab_chain(window):
        parent = control.parentWidget() or window
        place = QRect(control.mapTo(window, QPoint(0, 0)), control.size())
        before = places.get(id(parent))
        if before is not None and _is_before(place, before[1]):
            found.append(f"{_who(before[0])} → {_who(control)}")
        places[id(parent)] = (control, place)
    return found


def _is_before(place: QRect, other: QRect) -> bool:
    """Whether `place` stands above `other`, or left of it on one line; columns side by side are read one by one."""
    overlap = min(place.bottom(), other.bottom()) - max(place.top(), other.top())
    if overlap > SAME_LINE:
        return place.right() < other.left()
    return place.bottom() < other.top() and place.left() <= other.right() and place.right() >= other.left()


def _worded(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    for child in window.findChildren(QWidget):
        if not child.isVisibleTo(window) or _is_inside(child):
            continue
        if isinstance(child, QLabel | QAbstractButton) and child.text():
            yield child, child.text()


def _is_cut(part: QWidget, text: str) -> bool:
    if isinstance(part, QLabel) and part.wordWrap():
        inside = part.contentsRect()
        letters = QFontMetrics(part.font())
        needed = letters.boundingRect(QRect(0, 0, inside.width(), 10_000), Qt.TextFlag.TextWordWrap, text)
        return needed.height() > inside.height() + 2 or needed.width() > inside.width() + 2
    if isinstance(part, QLabel | QPushButton | QCheckBox | QRadioButton | QToolButton):
        hint = part.minimumSizeHint() if isinstance(part, QLabel) else part.sizeHint()
        return part.width() < hint.width() - 1 or part.height() < hint.height() - 2
    return False


def _hints_cut(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    for line in window.findChildren(QLineEdit):
        hint = line.placeholderText()
        if hint and not line.text() and line.isVisibleTo(window):
            around = QStyleOptionFrame()
            line.initStyleOption(around)
            inside = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, around, line)
            if line.fontMetrics().horizontalAdvance(hint) > inside.width() - 2 * LINE_MARGIN:
                yield line, hint


def _is_outside(part: QWidget, window: QWidget) -> bool:
    place, around = QRect(QPoint(0, 0), part.size()), part
    while around is not window and not around.isWindow():
        place.translate(around.pos())
        around = around.parentWidget()
        if place.right() > around.width() or place.left() < 0:
            return True
        if isinstance(around.parentWidget(), QAbstractScrollArea):
            return False
        if place.bottom() > around.height() or place.top() < 0:
            return True
    return False


def _is_inside(child: QWidget) -> bool:
    """Whether it is a piece of a Qt control (a header, a scroll bar, a calendar's inside), not one of ours."""
    pieces = (QHeaderView, QAbstractSlider, QSplitterHandle)
    if isinstance(child, pieces) or child.objectName().startswith("qt_"):
        return True
    parent = child.parentWidget()
    if isinstance(child, QScrollArea) and not child.accessibleName():
        return True
    while parent is not None:
        if isinstance(parent, QCalendarWidget):
            return True
        parent = parent.parentWidget()
    return type(child) is QWidget and isinstance(child.parentWidget(), QAbstractScrollArea | QAbstractItemView)


def _name(control: QWidget, words: Mapping[QWidget, str]) -> str:
    """What a screen reader says of it; `words` are those of the labels beside controls."""
    if control.accessibleName():
        return control.accessibleName()
    if isinstance(control, QAbstractButton):
        return control.text()
    if isinstance(control, QTabBar):
        return control.tabText(0)
    parent = control.parentWidget()
    if isinstance(control, QLineEdit) and parent is not None and control not in words:
        return parent.accessibleName()
    return words.get(control, "")


def _who(part: QWidget) -> str:
    path = []
    at: QWidget | None = part
    while at is not None and len(path) < 3:
        path.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    return "/".join(reversed(path))
