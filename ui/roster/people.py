"""The people: the tree, the list, a person's card and form, one in front of the other."""

from functools import partial
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.messages import _
from frontdesk.roster import Admit, PersonRow, Sex, ShowSensitive, Status
from ui.desk.doing import BY_NAME, do, may
from ui.desk.drafting import draft_key
from ui.desk.env import Env
from ui.desk.panel import Panel
from ui.parts.fields import Choice, ChoiceField
from ui.parts.headings import Heading
from ui.parts.listpane import ListPane
from ui.parts.rowtable import Empty
from ui.parts.table import Sort
from ui.parts.theme import SPACE
from ui.roster.card import CardPage
from ui.roster.chooser import Chooser, Places
from ui.roster.editor import PersonEditor
from ui.roster.peopletools import PeopleTools
from ui.roster.source import EMPTY_ADVICE, EMPTY_TITLE, PeopleSource, Scope
from ui.roster.words import SEX_TITLES, STATUS_TITLES, choices

IMPORT: Final = BY_NAME["roster.import_sheet"]
SPLIT = "roster.people.split"


class PeoplePanel(Panel):
    """The list of people, and over it the card or the form of one."""

    help_page = "roster"

    def __init__(self, env: Env) -> None:
        super().__init__(env, "roster.people_panel", ("roster", "bodies", "areas", "training", "commendations"))
        self.column.setContentsMargins(0, 0, 0, 0)
        self.source = PeopleSource(env.services.roster, env.services.store)
        self.stack = QStackedWidget()
        self.column.addWidget(self.stack)
        self.card: CardPage | None = None
        self.editor: PersonEditor | None = None
        self.heading = Heading(_("The roster"))
        self.chooser = Chooser()
        self.pane = self._make_pane()
        self.tools = PeopleTools(self)
        self.heading.add(self.tools)
        self.party = self._make_filters()
        self.stack.addWidget(self._make_list())
        self.chooser.chosen.connect(self._on_scope)
        self.pane.opened.connect(self._on_opened)
        self.pane.begin.connect(self._on_begin)

    # What the desk asks

    def reload(self) -> None:
        """Read the list, the tree, and the card in front."""
        self.read(partial(_places, self.env), self._on_places)
        self.pane.reload()
        if self.card is not None:
            self.card.reload()
        # Behind everything else: somebody may sort by posts next, and should not wait for what can be known by then.
        self.env.lane.read(self.env.services.roster.ready_orders, None, self.on_failed, self)

    def open_record(self, number: str) -> None:
        """Show a person's card, or the form where a draft of it waits."""
        if not self.may_leave():
            return
        self._close_front()
        if any(draft.key == draft_key("roster", number) for draft in self.env.services.store.drafts()):
            self.open_editor(self.env.services.roster.person(number))
        else:
            self.open_card(number)

    def begin_new(self) -> None:
        """Somebody new."""
        if may(self.env, Admit) and self.may_leave():
            self._close_front()
            self.open_editor(None)

    def search(self, text: str) -> None:
        """Put the keyboard into the filter of the list."""
        if self.may_leave():
            self._close_front()
            self.pane.focus_filter()

    def print_current(self) -> None:
        """The roster of whom the list shows, or everything about whom the card shows."""
        if self.card is not None:
            self.card.print_current()
        elif self.editor is None:
            self.tools.papers.show("roster")

    def may_leave(self) -> bool:
        """Ask about a form that is not saved."""
        return self.editor is None or self.editor.may_leave()

    # One in front of the other

    def open_card(self, number: str) -> None:
        """Put a person's card in front."""
        self._close_front()
        self.card = CardPage(self.env, number, self)
        self.card.left.connect(self.back_to_list)
        self.card.edit_asked.connect(self._on_edit)
        self._bring(self.card, number)
        self.card.tools.back.setFocus()
        self.card.reload()

    def open_editor(self, person: PersonRow | None) -> None:
        """Put a person's form in front; None for somebody new."""
        self._close_front()
        self.editor = PersonEditor(self.env, person, self)
        self.editor.saved.connect(self.open_card)
        self.editor.left.connect(self._on_editor_left)
        self._bring(self.editor, person.name if person else _("A new person"))
        self.editor.begin()

    @Slot()
    def back_to_list(self) -> None:
        """The list in front again, the person still selected."""
        number = self.card.person if self.card is not None else None
        self._close_front()
        if number is not None:
            self.pane.select(number.id)
        self.pane.table.setFocus()

    def _bring(self, page: QWidget, title: str) -> None:
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.title = title
        self.title_changed.emit()

    def _close_front(self) -> None:
        for page in (self.card, self.editor):
            if page is not None:
                self.stack.removeWidget(page)
                page.hide()
                page.deleteLater()
        self.card = self.editor = None
        self.title = ""
        self.title_changed.emit()

    # Building

    def _make_pane(self) -> ListPane[PersonRow]:
        offered = self.env.may(IMPORT)
        button = _("Import from Excel…") if offered else ""
        advice = _(EMPTY_ADVICE) if offered else _("Whoever keeps the roster imports it first.")
        statuses = [("" if status is Status.ALL else status.value, _(STATUS_TITLES[status])) for status in Status]
        return ListPane(
            "roster.people",
            _("The roster"),
            self.source,
            self.source.columns(),
            empty=Empty(_(EMPTY_TITLE), advice, button),
            state=self.env.state,
            filters=statuses,
            sort=Sort("name"),
        )

    def _make_filters(self) -> ChoiceField:
        sex = ChoiceField(choices(SEX_TITLES), nothing=_("Men and women"))
        sex.control.setObjectName("roster.people.sex")
        sex.name_for_access(_("Sex"))
        sex.changed.connect(self._on_sex)
        self._sex = sex
        party = ChoiceField(
            [Choice(True, _("Party members")), Choice(False, _("Not in the Party"))],
            nothing=_("In or out of the Party"),
        )
        party.control.setObjectName("roster.people.party")
        party.name_for_access(_("Party member"))
        party.changed.connect(self._on_party)
        party.hide()
        for field in (sex, party):
            field.box.setMinimumContentsLength(14)
            self.pane.add_tool(field)
        return party

    def _make_list(self) -> QWidget:
        page = QWidget()
        split = QSplitter()
        split.setObjectName(SPLIT)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self.chooser)
        beside = QWidget()
        inside = QVBoxLayout(beside)
        inside.setContentsMargins(SPACE.m, 0, 0, 0)
        inside.addWidget(self.pane)
        split.addWidget(beside)
        split.setStretchFactor(1, 1)
        letters = self.fontMetrics().averageCharWidth()
        kept = self.env.state.get(SPLIT)
        split.setSizes([int(kept) if isinstance(kept, int) else letters * 30, letters * 120])
        split.splitterMoved.connect(self._on_split)
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.m)
        column.setSpacing(SPACE.m)
        column.addWidget(self.heading)
        column.addWidget(split, 1)
        return page

    # What happens

    @Slot(object)
    def _on_places(self, places: Places) -> None:
        self.chooser.show_places(places)

    @Slot(object)
    def _on_scope(self, scope: Scope) -> None:
        self.source.scope = scope
        self.tools.papers.whose = scope.name
        self.heading.set_text(scope.name or _("The roster"))
        self.pane.reload()

    @Slot(object)
    def _on_opened(self, row_id: int) -> None:
        row = self.env.services.roster.person_by_id(row_id)
        self.open_record(row.number)

    @Slot()
    def _on_begin(self) -> None:
        self.tools.open_import()

    @Slot()
    def _on_edit(self) -> None:
        if self.card is not None and self.card.person is not None:
            self.open_editor(self.card.person)

    @Slot()
    def _on_editor_left(self) -> None:
        person = self.editor.person if self.editor is not None else None
        if person is None:
            self.back_to_list()
        else:
            self.open_card(person.number)

    @Slot()
    def _on_sex(self) -> None:
        value = self._sex.value()
        self.source.sex = Sex(value) if value else None
        self.pane.reload()

    @Slot()
    def _on_party(self) -> None:
        self.source.party = self.party.value()
        self.pane.reload()

    @Slot(int, int)
    def _on_split(self, at: int, _index: int) -> None:
        self.env.state.put(SPLIT, at)

    def show_sensitive(self) -> None:
        """Ask why, then show the masked columns of everybody, and the filter by Party; a second call hides them."""
        if self.source.shown:
            self._on_shown(())
            return
        why = self.env.ask.reason(
            _("Show sensitive columns"),
            _("Ethnicity, religion and Party of everybody are shown. Say why; it goes into the journal."),
            _("Show"),
        )
        if why is not None:
            do(self.env, ShowSensitive(why), self, done=self._on_shown)

    @Slot(object)
    def _on_shown(self, rows: tuple[PersonRow, ...]) -> None:
        self.source.shown = {row.id: row for row in rows}
        if not rows:
            self.source.party = None
            self.party.set_value(None)
        self.party.setVisible(bool(rows))
        for at, column in enumerate(self.pane.model.columns):
            if column.key in ("ethnicity", "religion", "party"):
                self.pane.table.setColumnHidden(at, not rows)
        self.pane.reload()


def _places(env: Env) -> Places:
    return Places(tuple(env.services.roster.bodies()), tuple(env.services.office.areas()))
