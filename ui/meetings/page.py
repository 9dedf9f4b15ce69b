"""The page of the desk "Hội nghị": lists at first, then one meeting, a new one, or the screen for its day."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from frontdesk.meetings import Kind, Prepare
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from ui.desk.env import Env
from ui.meetings.beginning import Beginning
from ui.meetings.calendar import CalendarPage
from ui.meetings.following import TasksPage
from ui.meetings.listing import MeetingList
from ui.meetings.recommending import RecommendationsPage
from ui.meetings.record import MeetingRecord
from ui.meetings.session.screen import SessionScreen
from ui.meetings.subject import DEED_OF, Subject
from ui.meetings.templates import TemplatePage
from ui.parts.form import Form


class MeetingsPage(QWidget):
    """A `DeskPage`."""

    title_changed = Signal()

    def __init__(self, env: Env) -> None:
        super().__init__()
        self.setObjectName("meetings_page")
        self.env = env
        self.list = MeetingList(env)
        self.tasks = TasksPage(env)
        self.calendar = CalendarPage(env)
        self.home = QTabWidget()
        self.home.setObjectName("meetings.home")
        self.home.setDocumentMode(True)
        self.home.tabBar().setAccessibleName(_("Meetings"))
        for page, title in (
            (self.list, _("Meetings")),
            (self.tasks, _("Tasks")),
            (RecommendationsPage(env), _("Recommendations")),
            (self.calendar, _("Calendar")),
        ):
            self.home.addTab(page, title)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.home)
        self._open: Beginning | TemplatePage | MeetingRecord | SessionScreen | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.list.opened.connect(self.open_record)
        self.list.begin.connect(self.new_record)
        self.calendar.opened.connect(self.open_record)

    @property
    def title(self) -> str:
        """See `DeskPage`."""
        if isinstance(self._open, MeetingRecord | SessionScreen):
            return self._open.subject.number
        return _("New meeting") if self._open is not None else ""

    @property
    def help_page(self) -> str:
        """See `DeskPage`."""
        if isinstance(self._open, SessionScreen):
            return "meetings-session"
        return "meetings"

    @property
    def opened(self) -> QWidget | None:
        """What stands before the lists: a meeting, its session, a new one; None while the lists do."""
        return self._open

    @Slot(str)
    def open_record(self, number: str) -> None:
        """See `DeskPage`; "HN-2026-0001 opinion 5" leads to the form of that draft."""
        meeting, _blank, draft = number.partition(" ")
        if not isinstance(self._open, MeetingRecord) or self._open.subject.number != meeting:
            record = MeetingRecord(Subject(self.env, meeting))
            record.left.connect(self.close_record)
            record.session_asked.connect(self.open_session)
            record.next_asked.connect(self.new_after)
            record.title_changed.connect(self.title_changed)
            self._show(record)
            record.part.focus_first()
        if draft and isinstance(self._open, MeetingRecord):
            self._open.open_draft(draft)

    @Slot()
    def new_record(self) -> None:
        """See `DeskPage`; nothing for who may not prepare meetings."""
        if self.env.may(DEED_OF[Prepare]):
            self._begin(None)

    @Slot(str)
    def new_after(self, number: str) -> None:
        """Begin the next meeting of a series."""
        self._begin(number)

    def _begin(self, after: str | None) -> None:
        beginning = Beginning(self.env, after)
        beginning.made.connect(self.open_record)
        beginning.left.connect(self.close_record)
        beginning.template_asked.connect(self.open_template)
        self._show(beginning)
        beginning.focus_first()

    @Slot(str)
    def open_template(self, kind: str) -> None:
        """How meetings of a kind begin."""
        page = TemplatePage(self.env, Kind(kind))
        page.left.connect(self.new_record)
        self._show(page)
        page.focus_first()

    @Slot()
    def open_session(self) -> None:
        """The screen for the day of the meeting that is open."""
        if isinstance(self._open, MeetingRecord):
            screen = SessionScreen(Subject(self.env, self._open.subject.number))
            screen.left.connect(self._on_session_left)
            self._show(screen)
            screen.focus_first()

    @Slot()
    def close_record(self) -> None:
        """Back to the lists."""
        self._show(None)
        self.list.reload()
        self.list.pane.table.setFocus()

    def search(self, text: str) -> None:
        """See `DeskPage`."""
        if self._open is not None:
            self.close_record()
        self.home.setCurrentWidget(self.list)
        self.list.pane.focus_filter()

    def refresh(self) -> None:
        """See `DeskPage`."""
        if isinstance(self._open, MeetingRecord | SessionScreen):
            self._open.subject.reload()
        elif self._open is None:
            current = self.home.currentWidget()
            if isinstance(current, MeetingList | TasksPage | RecommendationsPage | CalendarPage):
                current.reload()

    def print_current(self) -> None:
        """See `DeskPage`."""
        if isinstance(self._open, MeetingRecord | SessionScreen):
            self.env.show_paper("minutes", PaperAsk(number=self._open.subject.number))
        elif self._open is None:
            current = self.home.currentWidget()
            if isinstance(current, TasksPage | RecommendationsPage):
                current.print_list()

    def may_leave(self) -> bool:
        """See `DeskPage`: what is unsaved is kept as a draft."""
        dirty = [form for form in self.findChildren(Form) if form.dirty and form.isVisible()]
        for form in dirty:
            form.keep_now()
        if not dirty:
            return True
        what = _("What you were typing is not saved. It is kept as a draft and offered again the next time.")
        return self.env.ask.confirm(_("Close with something unsaved"), what, _("Close"))

    @Slot()
    def _on_session_left(self) -> None:
        if isinstance(self._open, SessionScreen):
            number = self._open.subject.number
            self._show(None)
            self.open_record(number)

    def _show(self, page: Beginning | TemplatePage | MeetingRecord | SessionScreen | None) -> None:
        if self._open is not None:
            for form in self._open.findChildren(Form):
                form.keep_now()
            self.stack.removeWidget(self._open)
            self._open.hide()
            self._open.deleteLater()
        self._open = page
        if page is not None:
            self.stack.addWidget(page)
            self.stack.setCurrentWidget(page)
        self.title_changed.emit()
