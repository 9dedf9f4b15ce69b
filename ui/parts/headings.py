"""Words that order a window: titles, sections, hints, and facts to read."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.parts.colours import Tone
from ui.parts.theme import SPACE

WIDE: Final = 10_000
"""So wide that no words are wrapped."""


def label(text: str, role: str, *, wraps: bool = True, name: str = "") -> QLabel:
    """Words in one of the style sheet's roles; plain text always, whatever stands in it."""
    words = QLabel(text)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setProperty("role", role)
    words.setObjectName(name)
    words.setIndent(0)
    words.setWordWrap(wraps)
    if wraps:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        words.setSizePolicy(policy)
    return words


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet reads, and let it be seen."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


class Elided(QLabel):
    """One line that ends in "…" where there is no room; the tip has it all."""

    def __init__(self, role: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._whole = ""

    def set_text(self, text: str) -> None:
        """Show this."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Qt's name: room for all of it."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Qt's name: room for a few letters."""
        return QSize(min(self.sizeHint().width(), 6 * SPACE.l), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's name."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class Hint(QLabel):
    """A quiet sentence that wraps."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "hint")
        self.setWordWrap(True)


class Heading(QWidget):
    """The title of a window or page, a quiet line under it, and its buttons on the right."""

    def __init__(self, text: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label(text, "title", name="title")
        self._detail = label(detail, "hint", name="title_detail")
        words = QVBoxLayout()
        words.setSpacing(SPACE.xs)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(SPACE.s)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.l)
        row.addLayout(words, 1)
        row.addLayout(self._tools)
        # Only now: what is shown before it stands in something is a window of its own for a moment.
        self._detail.setVisible(bool(detail))

    def minimumSizeHint(self) -> QSize:
        """Qt's name."""
        return unwrapped(self, super().minimumSizeHint())

    def set_text(self, text: str, detail: str = "") -> None:
        """Another title."""
        self._title.setText(text)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))

    def add(self, tool: QWidget) -> None:
        """Put a button at the right end."""
        self._tools.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)


def unwrapped(widget: QWidget, least: QSize) -> QSize:
    """`least`, but no higher than `widget` is where its words need not be wrapped.

    How high it is follows from the width it is given: layouts ask for that. The height of its least width would make
    a page scroll, or a window grow past the screen, for lines nobody sees.
    """
    if not widget.hasHeightForWidth():
        return least
    return least.boundedTo(QSize(least.width(), widget.heightForWidth(WIDE)))


def show_now(widget: QWidget) -> None:
    """Show what was just put into a layout in sight.

    Left to itself Qt shows it a turn later: a window read anew would blink, and a key pressed then would go nowhere.
    """
    if widget.parentWidget() is not None and not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
        widget.show()


class Section(QWidget):
    """A part of a page under its own small title."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, SPACE.s, 0, SPACE.s)
        self._column.setSpacing(SPACE.s)
        self._column.addWidget(label(title, "section"))
        line = QFrame()
        line.setProperty("role", "line")
        self._column.addWidget(line)

    def add(self, widget: QWidget) -> None:
        """Put a widget below what is there."""
        self._column.addWidget(widget)
        show_now(widget)


class Facts(QWidget):
    """Labels and values to read, two columns; a value can be marked and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # No QFormLayout: it gives a value of several lines the height of its neighbours.
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(SPACE.l)
        self._rows.setVerticalSpacing(SPACE.s)
        self._rows.setColumnStretch(1, 1)

    def set_facts(self, facts: Sequence[tuple[str, str] | tuple[str, str, Tone]]) -> None:
        """Show these (label, value) or (label, value, tone); an empty value shows as a dash."""
        while (shown := self._rows.takeAt(0)) is not None:
            widget = shown.widget()
            assert widget is not None
            widget.setParent(None)
        for at, (title, value, *tone) in enumerate(facts):
            words = label(value or "–", "value")
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setProperty("tone", tone[0].value if tone else Tone.PLAIN.value)
            for column, part in enumerate((label(title, "hint", wraps=False), words)):
                self._rows.addWidget(part, at, column, Qt.AlignmentFlag.AlignTop)
                show_now(part)


class Page(QScrollArea):
    """A page that scrolls up and down, never sideways, so no narrower than its content; content goes in with `add`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "page")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("role", "page")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        self._column.setSpacing(SPACE.m)
        self._column.addStretch(1)
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        """Qt's name."""
        return QSize(self.content_width(), super().minimumSizeHint().height())

    def content_width(self) -> int:
        """The least width of what stands in it, the scroll bar beside it included."""
        inside = self.widget()
        least = inside.minimumSizeHint().width() if inside is not None else 0
        return least + self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's name: what stands in it has changed its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def add(self, widget: QWidget) -> None:
        """Put a widget below what is there."""
        self._column.insertWidget(self._column.count() - 1, widget)
        show_now(widget)


class Below(Page):
    """What belongs to a list, under it: as high as its content where there is room, and scrolled where there is not."""

    LINES_LEAST: Final = 4

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        """Qt's name."""
        inside = self.widget()
        high = inside.sizeHint().height() if inside is not None else 0
        return QSize(self.content_width(), high + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """Qt's name: a title and a row, or all of it where that is less."""
        least = self.LINES_LEAST * self.fontMetrics().height()
        return QSize(self.content_width(), min(least, self.sizeHint().height()))
