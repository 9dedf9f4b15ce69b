"""The table widget of every list, and the page that stands in its place when it is empty."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget

from frontdesk.messages import _
from ui.parts.headings import Hint, label
from ui.parts.theme import SPACE


class Table(QTableView):
    """A table of whole rows, for keys first: Enter opens, letters go nowhere, Tab leaves."""

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
        self._wide: tuple[int, int] | None = None
        self._digit = self.digit()
        self._fit_rows()

    def digit(self) -> int:
        """The width of a digit, the measure of columns."""
        return max(1, self.fontMetrics().horizontalAdvance("0"))

    def let_stretch(self, column: int, least_letters: int) -> None:
        """Give `column` all the room that is left, but never less than so many digits."""
        self._wide = (column, least_letters)
        self._stretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's name."""
        super().resizeEvent(event)
        self._stretch()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's name: rows as high as the letters want."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()
            self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's name: Enter opens the row; the rest is Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _fit_columns(self) -> None:
        header, before = self.horizontalHeader(), self._digit
        self._digit = self.digit()
        if before != self._digit:
            for at in range(header.count()):
                if header.sectionResizeMode(at) is QHeaderView.ResizeMode.Interactive:
                    header.resizeSection(at, round(header.sectionSize(at) * self._digit / before))
            self._stretch()

    def _stretch(self) -> None:
        if self._wide is None:
            return
        column, letters = self._wide
        header, least = self.horizontalHeader(), letters * self._digit
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
