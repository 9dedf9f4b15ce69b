"""A month of meetings, each day with its lunar date."""

from calendar import Calendar
from collections import defaultdict
from datetime import date, datetime
from typing import Any, Final

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from frontdesk.messages import _
from frontdesk.vietnamese import lunar_day, spoken_date
from ui.desk.env import Env
from ui.meetings.subject import TOPICS
from ui.meetings.words import sentence
from ui.parts.colours import colours_of
from ui.parts.headings import label
from ui.parts.theme import SPACE, IconButton

_WEEK: Final = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
Held = tuple[datetime, str, str]


class MonthGrid(QWidget):
    """The days of a month to walk through with the arrow keys."""

    chosen = Signal(object)
    """Another day is chosen."""
    entered = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setObjectName("month")
        self.setAccessibleName(_("Month"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.day = today
        self._today = today
        self._held: dict[date, list[Held]] = {}
        self.setMinimumSize(self.fontMetrics().averageCharWidth() * 50, self.fontMetrics().height() * 14)

    @property
    def weeks(self) -> list[list[date]]:
        """The weeks shown, Monday first."""
        return Calendar().monthdatescalendar(self.day.year, self.day.month)

    def show_held(self, held: dict[date, list[Held]]) -> None:
        """Show these meetings by day."""
        self._held = held
        self.update()

    def go_to(self, day: date) -> None:
        """Choose a day."""
        if 1900 < day.year < 2099:
            self.day = day
            self.setAccessibleDescription(day_words_full(day))
            self.update()
            self.chosen.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's name: arrows, Home and End, Page Up and Down; Enter goes to the day's meetings."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        key = Qt.Key(event.key())
        if key in steps:
            self.go_to(date.fromordinal(self.day.toordinal() + steps[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go_to(next_month(self.day, 1 if key == Qt.Key.Key_PageDown else -1))
        elif key == Qt.Key.Key_Home:
            self.go_to(self._today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's name."""
        weeks, head = self.weeks, self._head()
        at = event.position()
        column = int(at.x() * 7 // max(1, self.width()))
        row = int((at.y() - head) * len(weeks) // max(1, self.height() - head))
        if 0 <= row < len(weeks) and 0 <= column < 7:
            self.go_to(weeks[row][column])

    def _head(self) -> int:
        return round(self.fontMetrics().height() * 1.8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt's name."""
        colours = colours_of(QGuiApplication.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        weeks, head = self.weeks, self._head()
        wide, high = self.width() / 7, (self.height() - head - 1) / len(weeks)
        painter.setPen(QColor(colours.muted))
        for column, name in enumerate(_WEEK):
            painter.drawText(QRectF(column * wide, 0, wide, head), Qt.AlignmentFlag.AlignCenter, name)
        for row, week in enumerate(weeks):
            for column, day in enumerate(week):
                self._paint_day(painter, QRectF(column * wide + 1, head + row * high + 1, wide - 2, high - 2), day)
        painter.end()

    def _paint_day(self, painter: QPainter, box: QRectF, day: date) -> None:
        colours = colours_of(QGuiApplication.palette())
        chosen, held = day == self.day, self._held.get(day, [])
        painter.setBrush(QColor(colours.accent_soft if chosen else colours.surface))
        edge = colours.accent if chosen and self.hasFocus() else colours.border if day == self._today else colours.line
        painter.setPen(QPen(QColor(edge), 2 if chosen or day == self._today else 1))
        painter.drawRoundedRect(box, SPACE.xs, SPACE.xs)
        inside = box.adjusted(SPACE.s, SPACE.xs, -SPACE.s, -SPACE.xs)
        line = self.fontMetrics().height()
        painter.setPen(QColor(colours.text if day.month == self.day.month else colours.muted))
        font = painter.font()
        font.setBold(day == self._today or bool(held))
        painter.setFont(font)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, str(day.day))
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, lunar_short(day))
        painter.setPen(QColor(colours.accent))
        for at, (starts, _number, title) in enumerate(held):
            top = inside.top() + (at + 1) * line
            if top + line > inside.bottom() + 2:
                break
            words = self.fontMetrics().elidedText(
                f"{starts:%H:%M} {title}", Qt.TextElideMode.ElideRight, int(inside.width())
            )
            painter.drawText(QRectF(inside.left(), top, inside.width(), line), Qt.AlignmentFlag.AlignLeft, words)


class CalendarPage(QWidget):
    """The month, and beside it the meetings of the day chosen."""

    opened = Signal(str)

    def __init__(self, env: Env) -> None:
        super().__init__()
        self.setObjectName("meeting_calendar")
        self.env = env
        self.grid = MonthGrid(env.services.store.today)
        self._month = label("", "section", wraps=False, name="month.title")
        self._day = label("", "hint", name="day.title")
        self.list = QListWidget()
        self.list.setObjectName("day.meetings")
        self.list.setAccessibleName(_("Meetings of the day"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._on_activated)
        before = IconButton("previous", _("Month before (Page Up)"), "month.before")
        after = IconButton("next", _("Next month (Page Down)"), "month.after")
        before.clicked.connect(self._on_before)
        after.clicked.connect(self._on_after)
        top = QHBoxLayout()
        top.setSpacing(SPACE.s)
        for widget in (before, after, self._month):
            top.addWidget(widget)
        top.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(SPACE.s)
        left.addLayout(top)
        left.addWidget(self.grid, 1)
        right = QVBoxLayout()
        right.setSpacing(SPACE.s)
        right.addWidget(self._day)
        right.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.m)
        row.setSpacing(SPACE.l)
        row.addLayout(left, 3)
        row.addLayout(right, 1)
        self.grid.chosen.connect(self._on_day)
        self.grid.entered.connect(self.list.setFocus)
        env.relay.changed.connect(self._on_news)

    def reload(self) -> None:
        """Read the month again."""
        weeks = self.grid.weeks
        held: defaultdict[date, list[Held]] = defaultdict(list)
        for each in self.env.services.meetings.days(weeks[0][0], weeks[-1][-1]):
            held[each[0].date()].append(each)
        self.grid.show_held(held)
        day = self.grid.day
        self._month.setText(_("Month {month} of {year}").format(month=day.month, year=day.year))
        self._day.setText(day_words_full(day))
        self.list.clear()
        for starts, number, title in held.get(day, []):
            item = QListWidgetItem(f"{starts:%H:%M} {title}")
            item.setData(Qt.ItemDataRole.UserRole, number)
            self.list.addItem(item)
        if not self.list.count():
            item = QListWidgetItem(_("No meeting that day"))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's name: a fresh look."""
        super().showEvent(event)
        self.reload()

    @Slot(object)
    def _on_day(self, _day: date) -> None:
        self.reload()

    @Slot()
    def _on_before(self) -> None:
        self.grid.go_to(next_month(self.grid.day, -1))

    @Slot()
    def _on_after(self) -> None:
        self.grid.go_to(next_month(self.grid.day, 1))

    @Slot(QListWidgetItem)
    def _on_activated(self, item: QListWidgetItem) -> None:
        number = item.data(Qt.ItemDataRole.UserRole)
        if number:
            self.opened.emit(number)

    @Slot(str, object)
    def _on_news(self, topic: str, _ids: Any) -> None:
        if topic in TOPICS and self.isVisible():
            self.reload()


def lunar_short(day: date) -> str:
    """The lunar day as wall calendars print it: the day alone, with the month on its first and the first shown."""
    found = lunar_day(day)
    return f"{found.day}/{found.month}" if found.day == 1 or day.day == 1 else str(found.day)


def day_words_full(day: date) -> str:
    """The day in full with its lunar date."""
    words = _("{day}, lunar: {lunar}")
    return words.format(day=sentence(spoken_date(day)), lunar=lunar_day(day).name)


def next_month(day: date, by: int) -> date:
    """The same day of the next month or the one before, or its last day."""
    month = day.year * 12 + day.month - 1 + by
    year, place = divmod(month, 12)
    last = max(each.day for week in Calendar().monthdatescalendar(year, place + 1) for each in week
               if each.month == place + 1)  # fmt: skip
    return date(year, place + 1, min(day.day, last))
