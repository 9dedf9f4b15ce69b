"""The petitions: today's work and the list, and over it one petition or the form of a new one."""

from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from frontdesk.messages import _
from frontdesk.office import AreaRow, PaperAsk
from frontdesk.petitions import AgencyRow, ListedRow, PetitionRow, Register
from ui.desk.doing import may
from ui.desk.env import Env
from ui.desk.panel import Panel
from ui.parts.headings import Heading
from ui.parts.listpane import ListPane
from ui.parts.rowtable import Empty
from ui.parts.table import Sort
from ui.parts.theme import SPACE
from ui.petitions.card import PetitionPage
from ui.petitions.intake import IntakePage
from ui.petitions.listtools import ListTools
from ui.petitions.source import FILTER_TITLES, NEWEST_HITS, PetitionSource
from ui.petitions.work import Filters, TodaysWork

Around = tuple[dict[str, int], list[str], list[AreaRow], list[AgencyRow]]


class PetitionsPanel(Panel):
    """The list, with one petition or a new one in front of it."""

    help_page = "petitions"

    def __init__(self, env: Env) -> None:
        super().__init__(env, "petitions.panel", ("petitions", "agencies", "areas"))
        self.column.setContentsMargins(0, 0, 0, 0)
        self.source = PetitionSource(env.services.petitions, env.services.store)
        self.stack = QStackedWidget()
        self.column.addWidget(self.stack)
        self.card: PetitionPage | None = None
        self.intake: IntakePage | None = None
        self.heading = Heading(_("Petitions"))
        self.work, self.filters = TodaysWork(), Filters(env)
        self.pane = self._make_pane()
        self.tools = ListTools(env, self)
        self.heading.add(self.tools)
        self.stack.addWidget(self._make_list())
        self.tools.begin.connect(self.begin_new)
        self.work.chosen.connect(self.show_filter)
        self.filters.changed.connect(self._on_filters)
        self.pane.opened.connect(self._on_opened)
        self.pane.begin.connect(self.begin_new)

    # What the desk asks

    def reload(self) -> None:
        """The list, today's counts, and the petition in front."""
        self.read(partial(_around, self.env), self._on_around)
        self.pane.reload()
        if self.card is not None:
            self.card.reload()

    def open_record(self, number: str) -> None:
        """Put one petition in front."""
        if not self.may_leave():
            return
        self._close_front()
        self.card = PetitionPage(self.env, number, self)
        self.card.left.connect(self.back_to_list)
        self.card.tools.part_asked.connect(self.begin_part)
        self._bring(self.card, number)
        self.card.reload()

    @Slot()
    def begin_new(self) -> None:
        """Put the form of a new petition in front."""
        if may(self.env, Register) and self.may_leave():
            self._begin(None)

    @Slot()
    def begin_part(self) -> None:
        """Put the form of another part of the letter in front; a mixed letter is split (Thông tư 05/2021)."""
        if self.card is not None and self.card.row is not None:
            self._begin(self.card.row)

    def _begin(self, whole: PetitionRow | None) -> None:
        self._close_front()
        self.intake = IntakePage(self.env, self, whole)
        self.intake.saved.connect(self._on_registered)
        self.intake.left.connect(self.back_to_list)
        self._bring(self.intake, _("A new petition"))
        self.intake.begin()

    def search(self, text: str) -> None:
        """The keyboard into the filter of the list."""
        if self.may_leave():
            self._close_front()
            self.pane.focus_filter()

    def print_current(self) -> None:
        """The whole file of the petition in front, or the register."""
        if self.card is not None:
            self.env.show_paper("case", PaperAsk(number=self.card.number))
        elif self.intake is None:
            self.tools.show_paper("petition-register")

    def may_leave(self) -> bool:
        """Ask about a form that is not saved."""
        return self.intake is None or self.intake.may_leave()

    @Slot(str)
    def show_filter(self, key: str) -> None:
        """Show what a named filter leaves."""
        self.filters.clear()
        self._on_filters()
        named: Any = self.pane.findChild(QWidget, "petitions.list.named")
        named.setCurrentIndex(1 + list(FILTER_TITLES).index(key))
        named.activated.emit(named.currentIndex())
        self.pane.table.setFocus()

    @Slot()
    def back_to_list(self) -> None:
        """The list in front again, the petition still selected."""
        row = self.card.row if self.card is not None else None
        self._close_front()
        if row is not None:
            self.pane.select(row.id)
        self.pane.table.setFocus()

    # Building

    def _make_pane(self) -> ListPane[ListedRow]:
        offered = may(self.env, Register)
        advice = _("Enter the first one with Ctrl+N; or import the register you keep in Excel (Import…).")
        return ListPane(
            "petitions.list",
            _("Petitions"),
            self.source,
            self.source.columns(),
            empty=Empty(
                _("No petition yet"),
                advice if offered else _("Whoever receives people enters petitions."),
                _("Enter a petition") if offered else "",
            ),
            state=self.env.state,
            filters=[("", _("All")), *((key, _(words)) for key, words in FILTER_TITLES.items())],
            sort=Sort("received", descending=True),
            newest=NEWEST_HITS,
        )

    def _make_list(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.m)
        column.setSpacing(SPACE.m)
        for part in (self.heading, self.work, self.filters):
            column.addWidget(part)
        column.addWidget(self.pane, 1)
        return page

    def _bring(self, page: QWidget, title: str) -> None:
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.title = title
        self.title_changed.emit()

    def _close_front(self) -> None:
        for page in (self.card, self.intake):
            if page is not None:
                self.stack.removeWidget(page)
                page.hide()
                page.deleteLater()
        self.card = self.intake = None
        self.title = ""
        self.title_changed.emit()

    # What happens

    @Slot(object)
    def _on_around(self, around: Around) -> None:
        counts, fields, areas, agencies = around
        self.work.show_counts(counts)
        self.filters.offer(fields, areas, agencies)

    @Slot()
    def _on_filters(self) -> None:
        self.source.narrowed = self.filters.narrowed()
        self.pane.reload()

    @Slot(object)
    def _on_opened(self, _row_id: int) -> None:
        row = self.pane.model.row(self.pane.table.currentIndex().row())
        if row is not None:
            self.open_record(row.number)

    @Slot(str)
    def _on_registered(self, number: str) -> None:
        self._close_front()
        self.open_record(number)


def _around(env: Env) -> Around:
    """What stands round the list; runs on the lane."""
    petitions = env.services.petitions
    return petitions.today_work(), petitions.fields(), env.services.office.areas(), petitions.agencies()
