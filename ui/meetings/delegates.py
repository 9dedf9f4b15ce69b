"""Who is invited and who is there: the list, groups of the roster, presence by keys, order by hand."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.meetings import (
    AddDelegate,
    AskToSpeak,
    EditDelegate,
    InviteGroup,
    Mark,
    MarkRest,
    Move,
    PartName,
    PutBack,
    Remove,
)
from frontdesk.messages import _, n_
from ui.desk.env import Undo
from ui.meetings.arranging import ArrangingForm
from ui.meetings.delegate_forms import DELEGATES, DelegateEdit, GroupForm, mark_ask
from ui.meetings.delegate_lines import Line, Lines, delegate_columns
from ui.meetings.entry_form import EntryForm
from ui.meetings.marking import Marking
from ui.meetings.section import Part, Side, side_by_side
from ui.meetings.subject import Subject, undo_by
from ui.parts.colours import Tone
from ui.parts.headings import label, restyle
from ui.parts.listpane import ListPane
from ui.parts.rowtable import Empty
from ui.parts.theme import SPACE, IconButton


def quorum_words(subject: Subject) -> tuple[str, Tone]:
    """How many are there and whether that is enough, in a line."""
    row = subject.row
    if row.present is None:
        return _("Nobody is marked yet."), Tone.MUTED
    found = subject.quorum()
    if found is None:
        convened = row.convened if row.convened is not None else len(row.delegates)
        return _("{present} present of {convened}.").format(present=row.present, convened=convened), Tone.PLAIN
    words = _("{present} present of {convened}, quorum reached ({needed} needed).")
    if not found.reached:
        words = _("{present} present of {convened}, no quorum yet: {needed} needed.")
    said = words.format(present=found.present, convened=found.convened, needed=found.needed)
    return said, Tone.GOOD if found.reached else Tone.WARN


class DelegatesSection(Part):
    """F6 to F9 mark who is present, absent with or without excuse, or take the mark back; F4 who asks to speak."""

    def __init__(self, subject: Subject) -> None:
        super().__init__(subject, "delegates", _("Delegates"))
        self._source = Lines()
        filters = (
            ("", _("All")), ("unmarked", _("Not marked")), ("present", _("Present")), ("absent", _("Absent")),
            ("speaks", _("Ask to speak")),
        )  # fmt: skip
        empty = Empty(_("Nobody is invited yet"), _("Invite a group of the roster at the right, or add people one by "
                                                    "one: two letters of the name are enough."))  # fmt: skip
        self.pane = ListPane(
            "delegate_list", _("Delegates"), self._source, delegate_columns(), empty=empty, filters=filters,
            state=subject.env.state,
        )  # fmt: skip
        self.count = label("", "section", name="delegates.count")
        self.side = Side("delegates_side")
        self.adding: EntryForm | None = None
        self.group: GroupForm | None = None
        self.editing: DelegateEdit | None = None
        self.arranging: ArrangingForm | None = None
        self._marks = Marking(self)
        self._marks.marked.connect(self._on_mark)
        self._build()
        self.pane.opened.connect(self.edit)
        self.pane.picked.connect(self._on_picked)
        self.show_row()

    def _build(self) -> None:
        self._tools: list[IconButton] = []
        top = QHBoxLayout()
        top.setSpacing(SPACE.s)
        top.addWidget(self.count, 1)
        table = self.pane.table
        for drawing, says, name, keys, slot in (
            ("up", _("Move up (Alt+Up)"), "up", "Alt+Up", self._on_up),
            ("down", _("Move down (Alt+Down)"), "down", "Alt+Down", self._on_down),
            ("close", _("Take out (Del)"), "remove", "Del", self._on_remove),
            ("done", _("Mark all others present"), "rest", "", self._on_rest),
        ):
            tool = IconButton(drawing, says, f"delegates.{name}")
            tool.clicked.connect(slot)
            tool.setProperty("role", "flat")
            top.addWidget(tool)
            self._tools.append(tool)
            if keys:
                shortcut = QShortcut(QKeySequence(keys), table)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(slot)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addLayout(top)
        column.addWidget(self.pane, 1)
        column.addWidget(self._marks)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(side_by_side(left, self.side))

    def show_row(self) -> None:
        """See `Part`."""
        subject = self.subject
        rows = subject.row.delegates
        self._source.set_rows([Line(row.id or 0, at, row) for at, row in enumerate(rows, 1)])
        self.pane.reload()
        words, tone = quorum_words(subject)
        self.count.setText(words)
        restyle(self.count, "tone", tone.value)
        if subject.may(AddDelegate) and self.adding is None:
            self.adding, self.group = EntryForm(subject, DELEGATES), GroupForm(subject)
            self.side.add(self.adding)
            self.side.add(self.group)
            self.arranging = ArrangingForm(subject)
            self.side.add(self.arranging)
        elif not subject.may(AddDelegate):
            for form in (self.adding, self.group, self.arranging):
                if form is not None:
                    form.deleteLater()
            self.adding = self.group = self.arranging = None
        self._marks.setVisible(subject.may(Mark))
        for tool, takes in zip(self._tools, (Move, Move, Remove, MarkRest), strict=True):
            tool.setVisible(subject.may(takes))
        self._show_side()
        self._on_picked(self.pane.selected_ids())

    def focus_first(self) -> None:
        """See `Part`."""
        if self.adding is not None and self.adding.isVisible() and not self.subject.row.delegates:
            self.adding.focus_first()
        else:
            self.pane.table.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.pane.selected_ids() and self.subject.row.delegates:
                self.pane.table.selectRow(0)

    @Slot(object)
    def edit(self, row_id: int) -> None:
        """All about one delegate."""
        if not self.subject.may(EditDelegate):
            return
        self._close_editing()
        place = self._place(row_id)
        self.editing = DelegateEdit(self.subject, self.subject.row.delegates[place - 1], place)
        self.editing.left.connect(self._on_left)
        self.side.add(self.editing)
        self.editing.show()
        self._show_side()
        self.editing.focus_first()

    def _place(self, row_id: int) -> int:
        return next(at for at, row in enumerate(self.subject.row.delegates, 1) if row.id == row_id)

    def _show_side(self) -> None:
        for form in (self.adding, self.group):
            if form is not None:
                form.setVisible(self.editing is None)
        if self.group is not None:
            self.group.setVisible(self.editing is None and self.subject.may(InviteGroup))
        if self.arranging is not None:
            self.arranging.setVisible(self.editing is None and bool(self.subject.row.delegates))
        self.side.setVisible(self.adding is not None or self.editing is not None)

    def _close_editing(self) -> None:
        if self.editing is not None:
            self.editing.hide()
            self.editing.deleteLater()
            self.editing = None
        self._show_side()

    @Slot()
    def _on_left(self) -> None:
        # First, so that the focus does not wander through what is taken away.
        self.pane.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._close_editing()

    @Slot(object)
    def _on_picked(self, ids: tuple[int, ...]) -> None:
        self._marks.allow(useful=bool(ids))
        up, down, remove, rest = self._tools
        rows = self.subject.row.delegates
        one = len(ids) == 1
        at = self._place(ids[0]) if one and any(row.id == ids[0] for row in rows) else 0
        up.setEnabled(at > 1)
        down.setEnabled(0 < at < len(rows))
        remove.setEnabled(at > 0)
        rest.setEnabled(any(row.present is None for row in rows))

    @Slot(str)
    def _on_mark(self, how: str) -> None:
        if not self.subject.may(Mark):
            return
        for row_id in self.pane.selected_ids():
            place = self._place(row_id)
            if how == "speaks":
                waits = self.subject.row.delegates[place - 1].speaks is not None
                self.subject.do(AskToSpeak(self.subject.number, place, 0 if waits else None), self)
            else:
                self.subject.do(mark_ask(self.subject.number, place, how), self)

    @Slot()
    def _on_rest(self) -> None:
        left = sum(row.present is None for row in self.subject.row.delegates)
        what = n_("{count} delegate nobody has marked will count as present.",
                  "{count} delegates nobody has marked will count as present.", left)  # fmt: skip
        if self.subject.env.ask.confirm(_("Mark all others present"), what.format(count=left), _("Mark them")):
            self.subject.do(MarkRest(self.subject.number, present=True), self)

    @Slot()
    def _on_up(self) -> None:
        self._step(-1)

    @Slot()
    def _on_down(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        ids = self.pane.selected_ids()
        if len(ids) != 1 or not self.subject.may(Move):
            return
        place, rows = self._place(ids[0]), self.subject.row.delegates
        if self.pane.model.query.named == "speaks":
            turn = max(1, (rows[place - 1].speaks or 1) + by)
            self.subject.do(AskToSpeak(self.subject.number, place, turn), self)
        elif 1 <= place + by <= len(rows):
            self.subject.do(Move(self.subject.number, PartName.DELEGATE, place, to=place + by), self)

    @Slot()
    def _on_remove(self) -> None:
        ids = self.pane.selected_ids()
        if len(ids) == 1 and self.subject.may(Remove):
            ask = Remove(self.subject.number, PartName.DELEGATE, self._place(ids[0]))
            self.subject.do(ask, self, says=_("Taken out."), undo=self._way_back)

    def _way_back(self, _row: Any) -> Undo:
        return undo_by(PutBack(self.subject.number, PartName.DELEGATE))
