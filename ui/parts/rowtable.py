"""The table widget of every list, and the page that stands in its place when it is empty."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from frontdesk.messages import _
from ui.parts.fitting import Want, fitted
from ui.parts.headings import Hint, label
from ui.parts.theme import SPACE

ROWS_MEASURED: Final = 20
CELL_PADDING: Final = 1.4
"""What a cell needs beside its words, in heights of a line: the style's padding on both sides and Qt's own margin."""
WORDS_LEAST: Final = 11
"""Digits a column of words keeps where there is too little room."""
REST_LEAST: Final = 9
"""Digits the column that takes what is left keeps, if nothing need be moved sideways then."""
ROWS_WANTED: Final = 10
SETTLED_MS: Final = 60


class Table(QTableView):
    """A table of whole rows, for keys first: Enter opens, letters go nowhere, Tab leaves.

    Where the window is too narrow, columns are narrower than asked for; they are asked for in digits, so that they
    are as wide again in a wider window and at another zoom.
    """

    widths_asked = Signal()
    """A column was given another width, by hand or by the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.sectionResized.connect(self._on_resized)
        self._wide: tuple[int, int] | None = None
        self._asked: dict[int, float] = {}
        self._by_hand: set[int] = set()
        self._shown: dict[int, int] = {}
        self._is_fitting = False
        self._digit = self.digit()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._fit_columns)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.wanted_height: int | None = None
        """How high it would be where there is room; None leaves it to Qt."""
        self._fit_rows()

    def digit(self) -> int:
        """The width of a digit, the measure of columns."""
        return max(1, self.fontMetrics().horizontalAdvance("0"))

    def let_stretch(self, column: int, least_letters: int) -> None:
        """Give `column` all the room that is left, but never less than so many digits."""
        self._wide = (column, least_letters)
        self._fit_columns()

    def ask_width(self, column: int, pixels: int) -> None:
        """Give `column` this width, at the zoom of now."""
        self._asked[column] = pixels / self._digit
        self._by_hand.discard(column)
        self.horizontalHeader().resizeSection(column, pixels)

    def asked_letters(self, column: int) -> float | None:
        """The width a column was given, in digits, however narrow it is for now; None for one nobody gave any."""
        return self._asked.get(column)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Qt's name: other rows may need other widths."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._settled.start)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's name."""
        super().showEvent(event)
        if not self._shown:
            self._fit_columns()

    def sizeHint(self) -> QSize:
        """Qt's name."""
        hint = super().sizeHint()
        return hint if self.wanted_height is None else QSize(hint.width(), self.wanted_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's name: a current row that was in view stays in view."""
        super().resizeEvent(event)
        self._shown.clear()
        self._fit_columns()
        current = self.currentIndex()
        if current.isValid() and 0 <= self.rowViewportPosition(current.row()) < event.oldSize().height():
            self.scrollTo(current)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's name: rows as high as the letters want."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()
            if self._digit != self.digit():
                self._digit = self.digit()
                self._shown.clear()
                self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's name: Enter opens the row; the rest is Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(int, int, int)
    def _on_resized(self, at: int, before: int, now: int) -> None:
        if self._is_fitting or not now or (self._wide is not None and at == self._wide[0]):
            return
        if not before:
            # It was hidden.
            self._settled.start()
            return
        self._asked[at] = now / self._digit
        self._by_hand.add(at)
        self.widths_asked.emit()

    @Slot()
    def _on_scrolled(self) -> None:
        if self._shown:
            self._settled.start()

    @Slot()
    def _fit_columns(self) -> None:
        """As wide as asked; where that is too much, no wider than what is in view needs."""
        header, at_least, least_of_all = self.horizontalHeader(), 0, 0
        if self._wide is not None:
            at_least = self._wide[1] * self._digit
            least_of_all = min(at_least, max(REST_LEAST * self._digit, header.sectionSizeHint(self._wide[0])))
        columns = [at for at in sorted(self._asked) if at < header.count() and not header.isSectionHidden(at)]
        room = self.viewport().width() - at_least
        # A title does not grow as the digits do from one zoom to another; only people cut it.
        titles = {at: header.sectionSizeHint(at) for at in columns if at not in self._by_hand}
        widths = [max(round(self._asked[at] * self._digit), titles.get(at, 0)) for at in columns]
        if sum(widths) > room and self.isVisible():
            widths = fitted([self._want(at, asked) for at, asked in zip(columns, widths, strict=True)], room)
            # Rather a word less than a table that has to be moved sideways.
            left = self.viewport().width() - sum(widths)
            at_least = min(at_least, left) if left >= least_of_all else at_least
        self._is_fitting = True
        for at, width in zip(columns, widths, strict=True):
            header.resizeSection(at, width)
        if self._wide is not None:
            self._stretch(self._wide[0], at_least)
        self._is_fitting = False

    def _want(self, at: int, asked: int) -> Want:
        title, texts = self.horizontalHeader().sectionSizeHint(at), self._texts_in_view(at)
        widest = max(map(self.fontMetrics().horizontalAdvance, texts), default=0)
        # What was in view since the window got its size: rows that come and go do not make the columns dance.
        needs = max(self._shown.get(at, 0), title, widest + round(CELL_PADDING * self.fontMetrics().height()))
        self._shown[at] = needs
        # A number, a day, an amount or a mark has no blank, or stands right, and its beginning says nothing; words do.
        align = self.model().headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        is_left = align is not None and bool(align & Qt.AlignmentFlag.AlignLeft)
        words = is_left and any(" " in text for text in texts) and needs > WORDS_LEAST * 2 * self._digit
        if not words:
            return Want(max(asked, needs), needs, needs)
        return Want(asked, min(asked, needs), min(asked, max(WORDS_LEAST * self._digit, title)))

    def _texts_in_view(self, at: int) -> list[str]:
        first = max(0, self.rowAt(0))
        rows = range(first, min(self.model().rowCount(), first + ROWS_MEASURED))
        return [str(self.model().index(row, at).data()) for row in rows]

    def _stretch(self, column: int, least: int) -> None:
        header = self.horizontalHeader()
        others = sum(header.sectionSize(at) for at in range(header.count()) if at != column)
        fits = self.viewport().width() - others >= least
        mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Fixed
        if header.sectionResizeMode(column) is not mode:
            header.setSectionResizeMode(column, mode)
        if not fits:
            header.resizeSection(column, least)

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.9))


@dataclass(frozen=True, slots=True)
class Empty:
    """What an empty list says: a short title, what to do first, and the button that does it ("" for none)."""

    title: str
    advice: str
    button: str = ""


class EmptyPage(QFrame):
    """What is said instead of rows: what to do first, or that the filter is too narrow."""

    def __init__(self, name: str, empty: Empty) -> None:
        super().__init__()
        self._empty = empty
        self.is_filtered = False
        self.setProperty("role", "empty")
        self._title = label("", "section", name=f"{name}.empty")
        self._advice = Hint("")
        self.button = QPushButton()
        self.button.setObjectName(f"{name}.begin")
        self.button.setProperty("role", "main")
        column = QVBoxLayout(self)
        column.setSpacing(SPACE.s)
        column.addStretch(2)
        for words in (self._title, self._advice):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        column.addSpacing(SPACE.s)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.show_for(filtered=False)

    def say(self, empty: Empty) -> None:
        """Say something else from now on."""
        self._empty = empty
        self.show_for(filtered=False)

    def show_for(self, *, filtered: bool) -> None:
        """Say that nothing is there, or that nothing matches."""
        self.is_filtered = filtered
        advice = _("Try fewer letters, or show the whole list again.") if filtered else self._empty.advice
        self._title.setText(_("Nothing matches") if filtered else self._empty.title)
        self._advice.setText(advice)
        self.button.setText(_("Show all") if filtered else self._empty.button)
        self.button.setVisible(bool(self.button.text()))


class TableOrWords(QStackedWidget):
    """A table, or what is said while it is empty; as small as the one in sight may be."""

    def __init__(self, table: Table, words: EmptyPage) -> None:
        super().__init__()
        self._table = table
        self.addWidget(table)
        self.addWidget(words)

    def show_table(self, shown: bool) -> None:
        """The table, or the words."""
        self.setCurrentIndex(0 if shown else 1)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Qt's name: some rows, so that what stands below a list does not take all its room."""
        rows = ROWS_WANTED * self._table.verticalHeader().defaultSectionSize()
        return super().sizeHint().expandedTo(QSize(0, self._table.horizontalHeader().sizeHint().height() + rows))

    def minimumSizeHint(self) -> QSize:
        """Qt's name."""
        shown = self.currentWidget()
        return super().minimumSizeHint() if shown is None else shown.minimumSizeHint()
