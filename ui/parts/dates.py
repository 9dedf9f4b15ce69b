"""A date as people say it: typed in words or figures, read back in full, or taken from a calendar."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from frontdesk.messages import _, language
from ui.parts.reading import ReadField
from ui.parts.theme import IconButton


def table_day(value: date | None) -> str:
    """A day as every list shows it, "" for none; papers write days as the law has them."""
    return "" if value is None else f"{value:%d/%m/%Y}"


class DateField(ReadField):
    """A date; `value` is `datetime.date` or None.

    `parse` reads what is typed ("5/9", "mai", "thứ hai") and raises ValueError with the sentence to show; `words`
    says a date in full. Alt+Down opens a calendar.
    """

    def __init__(
        self, parse: Callable[[str], date], words: Callable[[date], str], *, today: Callable[[], date] | None = None
    ) -> None:
        super().__init__(hint=_("5/9, tomorrow, monday"), width_letters=16)
        self._parse, self._words, self._today = parse, words, today
        self.opener = IconButton("calendar", _("Choose from a calendar (Alt+Down)"), "open_calendar")
        self.opener.clicked.connect(self.open_calendar)
        self._row.insertWidget(1, self.opener)
        keys = QShortcut(QKeySequence("Alt+Down"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.open_calendar)
        self._popup: CalendarPopup | None = None

    def name_for_access(self, name: str) -> None:
        super().name_for_access(name)
        self.opener.setAccessibleName(f"{name}: {self.opener.toolTip()}")

    def read(self, text: str) -> date:
        return self._parse(text)

    def written(self, value: date) -> str:
        return table_day(value)

    def in_words(self, value: date) -> str:
        return self._words(value)

    @Slot()
    def open_calendar(self) -> None:
        """Show a month to choose from; Esc goes back."""
        if self._popup is None:
            self._popup = CalendarPopup(self)
            self._popup.calendar.activated.connect(self._on_chosen)
            self._popup.calendar.clicked.connect(self._on_chosen)
        start = self.value() or (self._today() if self._today else None)
        self._popup.open_at(self.line, start)

    @Slot(QDate)
    def _on_chosen(self, chosen: QDate) -> None:
        if self._popup is not None and self._popup.isVisible():
            self._popup.hide()
            self.set_value(date(chosen.year(), chosen.month(), chosen.day()))
            self.changed.emit()
            self.line.setFocus(Qt.FocusReason.PopupFocusReason)


class CalendarPopup(QFrame):
    """A month in a small window of its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendar_popup")
        self.calendar = QCalendarWidget(self)
        self.calendar.setObjectName("calendar")
        self.calendar.setAccessibleName(_("Calendar"))
        spoken = QLocale.Language.Vietnamese if language() == "vi" else QLocale.Language.English
        self.calendar.setLocale(QLocale(spoken))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setGridVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.calendar)

    def open_at(self, line: QWidget, day: date | None) -> None:
        """Show under `line`, on `day`."""
        plain = QTextCharFormat()
        plain.setForeground(self.palette().text())
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekend, plain)
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        letters = self.calendar.fontMetrics()
        # By its own hint the month cuts its last week when the letters are large.
        day_width = letters.horizontalAdvance(self.calendar.locale().dayName(6, QLocale.FormatType.ShortFormat) + "00")
        self.calendar.setMinimumSize(7 * day_width, 13 * letters.height())
        self.adjustSize()
        self.move(self._place(line))
        self.show()
        self.calendar.setFocus()

    def _place(self, line: QWidget) -> QPoint:
        below = line.mapToGlobal(QPoint(0, line.height()))
        room = line.screen().availableGeometry()
        x = max(room.left(), min(below.x(), room.right() - self.width()))
        above = line.mapToGlobal(QPoint(0, 0)).y() - self.height()
        return QPoint(x, below.y() if below.y() + self.height() <= room.bottom() else max(room.top(), above))
