"""The desk Hôm nay: what a secretary sees at eight in the morning, each line a way to go there."""

from functools import partial
from typing import Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.errors import DeskError
from frontdesk.messages import _, language, mark
from frontdesk.vietnamese import lunar_day, spoken_date
from ui.desk.env import DeskSpec, Env
from ui.desk.linelist import LineList
from ui.desk.today_lines import Group, read_groups
from ui.desk.wiring import Wiring
from ui.parts.headings import Heading, Hint, Page, label, show_now
from ui.parts.lane import Job
from ui.parts.notices import Weight
from ui.parts.theme import SPACE

READ_AFTER_MS: Final = 400
LOOK_EVERY_MS: Final = 60_000
TWO_COLUMNS_LETTERS: Final = 118
HELP: Final = "today"


class TodayPage(Page):
    """A `DeskPage`. It reads again when anything changes, and when the day does."""

    title = ""
    help_page = HELP

    def __init__(self, env: Env, desks: tuple[DeskSpec, ...] = ()) -> None:
        super().__init__("today")
        self._env, self._desks = env, desks
        self._job: Job | None = None
        self._day = env.services.store.today
        self.groups: tuple[Group, ...] = ()
        self.cards: dict[str, Card] = {}
        self._heading = Heading("", "")
        self._nothing = Hint(_("Nothing presses today."))
        self._nothing.hide()
        self._columns = _Columns()
        self.add(self._heading)
        self.add(self._nothing)
        self.add(self._columns)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(READ_AFTER_MS)
        self._soon.timeout.connect(self.refresh)
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_EVERY_MS)
        self._clock.timeout.connect(self._on_minute)
        self._clock.start()
        env.relay.changed.connect(self._soon.start)
        self._date()
        self.refresh()

    # DeskPage

    def open_record(self, number: str) -> None:
        """Nothing has its home here."""

    def new_record(self) -> None:
        """Nothing is begun here."""

    def search(self, text: str) -> None:
        """Nothing is filtered here."""

    def print_current(self) -> None:
        """Nothing is printed here."""

    def may_leave(self) -> bool:
        """Always: nothing is typed here."""
        return True

    @Slot()
    def refresh(self) -> None:
        """Read everything again, on the worker."""
        self._soon.stop()
        if self._job is not None:
            self._job.cancel()
        read = partial(read_groups, self._env.services, self._desks)
        self._job = self._env.lane.read(read, self._on_read, self._on_failed, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's name: one column or two."""
        super().resizeEvent(event)
        self._arrange()

    # What happens

    @Slot(object)
    def _on_read(self, groups: tuple[Group, ...]) -> None:
        self._job = None
        self.groups = groups
        for key in set(self.cards) - {group.key for group in groups}:
            self.cards.pop(key).deleteLater()
        for group in groups:
            card = self.cards.get(group.key)
            if card is None:
                card = self.cards[group.key] = Card(group)
                card.lines.asked.connect(self._on_asked)
            card.show_group(group)
        self._nothing.setVisible(not groups)
        self._arrange()

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        self._job = None
        self._env.notices.say(str(error), Weight.ERROR)

    @Slot(str)
    def _on_asked(self, target: str) -> None:
        self._env.jump(target)

    @Slot()
    def _on_minute(self) -> None:
        if self._env.services.store.today != self._day:
            self._day = self._env.services.store.today
            self._date()
            self.refresh()

    def _date(self) -> None:
        if language() == "vi":
            said = spoken_date(self._day)
            words = f"{said[0].upper()}{said[1:]} (âm lịch: {lunar_day(self._day).name})"
        else:
            words = f"{self._day:%A, %d %B %Y}"
        self._heading.set_text(_("Today"), words)

    def _arrange(self) -> None:
        wide = self.viewport().width() >= self.fontMetrics().averageCharWidth() * TWO_COLUMNS_LETTERS
        self._columns.arrange([self.cards[group.key] for group in self.groups], 2 if wide else 1)


class Card(QFrame):
    """A group under its title."""

    def __init__(self, group: Group) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._title = label(group.title, "section", name=f"today.{group.key}.title")
        self.lines = LineList(f"today.{group.key}", group.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.s)
        column.setSpacing(SPACE.xs)
        column.addWidget(self._title)
        column.addWidget(self.lines)

    def show_group(self, group: Group) -> None:
        """Show what there is now."""
        self._title.setText(group.title)
        self.lines.set_lines(group.lines)


class _Columns(QWidget):
    """Cards in one column or two, filled from the top, the shorter column first."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.l)
        self._row = row
        self._columns: list[QVBoxLayout] = []
        for _at in range(2):
            column = QVBoxLayout()
            column.setSpacing(SPACE.l)
            row.addLayout(column)
            self._columns.append(column)
        self._shown: tuple[tuple[Card, ...], ...] = ()

    def arrange(self, cards: list[Card], count: int) -> None:
        """Put `cards` into so many columns; nothing moves when it stands right already."""
        columns: list[list[Card]] = [[] for _at in range(count)]
        heights = [0] * count
        for card in cards:
            at = heights.index(min(heights))
            columns[at].append(card)
            heights[at] += card.lines.count() + 2
        wanted = tuple(tuple(column) for column in columns)
        if wanted == self._shown:
            return
        self._shown = wanted
        for layout in self._columns:
            while layout.count():
                layout.takeAt(0)
        for at in range(len(self._columns)):
            self._row.setStretch(at, 1 if at < count else 0)
        before: QWidget | None = None
        for layout, column in zip(self._columns, wanted, strict=False):
            for card in column:
                layout.addWidget(card)
                show_now(card)
                if before is not None:
                    QWidget.setTabOrder(before, card.lines)
                before = card.lines
            layout.addStretch(1)


def with_today(wiring: Wiring) -> Wiring:
    """The desks with Hôm nay before them, which leads to them all."""
    spec = DeskSpec("today", mark("Today"), "home", partial(TodayPage, desks=wiring.desks))
    return Wiring((spec, *wiring.desks), wiring.help)
