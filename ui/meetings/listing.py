"""The list of meetings."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from frontdesk.meetings import Kind, MeetingFilter, MeetingLine, Meetings, MeetingSort, Prepare, Status
from frontdesk.messages import _
from frontdesk.office import ListAsk
from ui.desk.env import Env
from ui.meetings.subject import DEED_OF, TOPICS
from ui.meetings.words import KINDS, STATUSES, moment_words
from ui.parts.ask import Kind as FileKind
from ui.parts.colours import Tone
from ui.parts.errors import explain
from ui.parts.fields import Choice, ChoiceField
from ui.parts.listpane import ListPane
from ui.parts.rowtable import Empty
from ui.parts.table import Column, Query, Sort
from ui.parts.theme import SPACE


class MeetingSource:
    """The meetings a page at a time. The named filter is a status; `kind`, `year` and `series` narrow further."""

    def __init__(self, meetings: Meetings) -> None:
        self._meetings = meetings
        self.kind: Kind | None = None
        self.year: int | None = None
        self.series: str | None = None

    def count(self, query: Query) -> int:
        """See `RowSource`."""
        return self._meetings.count(self._wanted(query))

    def page(self, query: Query, offset: int, limit: int) -> Sequence[MeetingLine]:
        """See `RowSource`."""
        sort, descending = _order(query)
        return self._meetings.page(self._wanted(query), sort, offset, limit, descending=descending)

    def place(self, query: Query, row_id: int) -> int | None:
        """See `RowSource`."""
        sort, descending = _order(query)
        return self._meetings.place(row_id, self._wanted(query), sort, descending=descending)

    def _wanted(self, query: Query) -> MeetingFilter:
        status = Status(query.named) if query.named else None
        return MeetingFilter(query.text or None, self.kind, status, self.year, self.series)


class MeetingList(QWidget):
    """All meetings, the newest first, with filters for kind, year and series."""

    opened = Signal(str)
    begin = Signal()

    def __init__(self, env: Env) -> None:
        super().__init__()
        self.setObjectName("meeting_list")
        self.env = env
        self._source = MeetingSource(env.services.meetings)
        may = env.may(DEED_OF[Prepare])
        empty = Empty(
            _("No meeting yet"),
            _("Prepare the first one: choose its kind and day, the template brings the rest."),
            _("New meeting") if may else "",
        )
        filters = [("", _("All states")), *((status.value, _(STATUSES[status])) for status in Status)]
        self.pane = ListPane(
            "meetings", _("Meetings"), self._source, _columns(), empty=empty, state=env.state, filters=filters,
            sort=Sort("starts", descending=True),
        )  # fmt: skip
        options = [Choice(kind, _(text)) for kind, text in KINDS.items()]
        self.kinds = self._filter(_("Kind"), "meetings.kind", options, _("All kinds"))
        self.years = self._filter(_("Year"), "meetings.year", [], _("All years"))
        self.series = self._filter(_("Series"), "meetings.series", [], _("All series"))
        top = QHBoxLayout()
        top.setSpacing(SPACE.s)
        for field in (self.kinds, self.years, self.series):
            top.addWidget(field)
        top.addStretch(1)
        calendar_file = QPushButton(_("&Calendar file…"))
        calendar_file.setObjectName("meetings.ics")
        calendar_file.clicked.connect(self._on_calendar_file)
        top.addWidget(calendar_file)
        if may:
            new = QPushButton(_("&New meeting"))
            new.setObjectName("meetings.new")
            new.setProperty("role", "main")
            new.clicked.connect(self.begin)
            top.addWidget(new)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.m)
        column.setSpacing(SPACE.s)
        column.addLayout(top)
        column.addWidget(self.pane)
        self.pane.opened.connect(self._on_opened)
        self.pane.begin.connect(self.begin)
        env.relay.changed.connect(self._on_news)
        self._fill_filters()

    def _filter(self, title: str, name: str, options: Sequence[Choice], nothing: str) -> ChoiceField:
        field = ChoiceField(options, nothing=nothing)
        field.box.setObjectName(name)
        field.name_for_access(title)
        field.box.setMinimumContentsLength(7)
        field.set_value(None)
        field.changed.connect(self._on_filter)
        return field

    def _fill_filters(self) -> None:
        meetings = self.env.services.meetings
        self.years.set_choices([Choice(year, str(year)) for year in meetings.years()])
        names = [Choice(name, name) for name in meetings.series()]
        self.series.set_choices(names)
        self.series.setVisible(bool(names))

    def reload(self) -> None:
        """Read everything again."""
        self._fill_filters()
        self.pane.reload()

    @Slot()
    def _on_filter(self) -> None:
        self._source.kind = self.kinds.value()
        self._source.year = self.years.value()
        self._source.series = self.series.value()
        self.pane.reload()

    @Slot(object)
    def _on_opened(self, row_id: int) -> None:
        self.opened.emit(self.env.services.meetings.number_of(row_id))

    @Slot(str, object)
    def _on_news(self, topic: str, _ids: Any) -> None:
        if topic in TOPICS and self.isVisible():
            self.reload()

    @Slot()
    def _on_calendar_file(self) -> None:
        path = self.env.ask.choose_save(_("Calendar file"), (FileKind(_("Calendar"), ("ics",)),))
        if path is not None:
            meetings, ask = self.env.services.meetings, ListAsk(since=self.env.services.store.today)
            self._written = path.name
            self.env.lane.read(lambda: meetings.export_calendar(path, ask), self._on_calendar, self._on_failed, self)

    @Slot(object)
    def _on_calendar(self, count: int) -> None:
        words = _("{count} meetings from today on are in {file}.").format(count=count, file=self._written)
        self.env.notices.say(words)

    @Slot(object)
    def _on_failed(self, error: Any) -> None:
        explain(error, self.env.ask, self.env.notices)


def _order(query: Query) -> tuple[MeetingSort, bool]:
    if query.sort is None:
        return MeetingSort.STARTS, True
    return MeetingSort(query.sort.key), query.sort.descending


def _tone(row: MeetingLine) -> Tone:
    return {Status.DRAFT: Tone.PLAIN, Status.FINAL: Tone.GOOD, Status.WITHDRAWN: Tone.MUTED}[row.status]


def _columns() -> tuple[Column[MeetingLine], ...]:
    return (
        Column("number", _("Number"), 13, sort_key="number"),
        Column("starts", _("Time"), 16, text=lambda row: moment_words(row.starts), sort_key="starts"),
        Column("title", _("Meeting"), sort_key="title"),
        Column("kind", _("Kind"), 20, text=lambda row: _(KINDS[row.kind]), sort_key="kind"),
        Column("place", _("Place"), 18, hidden=True),
        Column("series", _("Series"), 16, hidden=True),
        Column("status", _("State"), 16, text=lambda row: _(STATUSES[row.status]), tone=_tone),
        Column("paper_number", _("Number of the minutes"), 18, hidden=True),
    )
