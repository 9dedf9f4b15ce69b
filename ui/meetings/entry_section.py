"""A part of a meeting: its entries at the left, the form for one of them at the right."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.meetings import Move, PutBack, Remove
from frontdesk.messages import _, n_
from ui.desk.env import Undo
from ui.meetings.entry_form import EntryForm, EntryKind
from ui.meetings.ordered import OrderedTable
from ui.meetings.section import Part, Side, side_by_side
from ui.meetings.subject import Subject, undo_by
from ui.parts.rowtable import Empty


class EntrySection(Part):
    """Entries of one `EntryKind`. Enter corrects one, Esc goes back to adding."""

    def __init__(
        self, subject: Subject, kind: EntryKind, *, in_session: bool = False, foot: QWidget | None = None
    ) -> None:
        super().__init__(subject, kind.name, _(kind.title))
        self.kind = kind
        empty = Empty(_(kind.empty.title), _(kind.empty.advice), "")
        self.list = OrderedTable(f"{kind.name}_list", _(kind.title), kind.columns(subject), empty)
        self.side = Side(f"{kind.name}_side")
        self._follows = in_session
        self.adding: EntryForm | None = None
        self.editing: EntryForm | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(self.list, self.side, equal=in_session))
        if foot is not None:
            self.list.add_below(foot)
        self.list.opened.connect(self.edit)
        self.list.moved.connect(self._on_moved)
        self.list.removed.connect(self._on_removed)
        self.show_row()

    def show_row(self) -> None:
        """See `Part`."""
        can_add = self.subject.may(self.kind.adds)
        can_edit = self.kind.edits is not None and self.subject.may(self.kind.edits)
        can_move = self.kind.movable and self.subject.may(Move)
        self.list.allow(edit=can_edit, move=can_move, remove=self.subject.may_remove(self.kind.part))
        if can_add and self.adding is None:
            self.adding = EntryForm(self.subject, self.kind)
            self.adding.saved.connect(self._on_added)
            self.side.add(self.adding)
        elif not can_add and self.adding is not None:
            self.adding.deleteLater()
            self.adding = None
        self._show_side()
        rows = self.kind.rows(self.subject)
        says = self.kind.says(self.subject) if self.kind.says is not None else _count(len(rows))
        self.list.set_rows(rows, says)
        if self._follows and rows:
            self._follows = False
            self.list.go_to(len(rows) - 1)

    def focus_first(self) -> None:
        """See `Part`."""
        if self.adding is not None and self.editing is None:
            self.adding.focus_first()
        else:
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def edit(self, row: Any) -> None:
        """Correct an entry."""
        self._close_editing()
        which = (self.list.place_of(row) or 0) + 1
        self.editing = self.make_editing(row, which)
        self.editing.saved.connect(self._on_edited)
        self.editing.left.connect(self._on_left)
        self.side.add(self.editing)
        self.editing.show()
        self._show_side()
        self.editing.focus_first()

    def make_editing(self, row: Any, which: int) -> EntryForm:
        """The form to correct an entry."""
        return EntryForm(self.subject, self.kind, row, which)

    def _show_side(self) -> None:
        if self.adding is not None:
            self.adding.setVisible(self.editing is None)
        self.side.setVisible(self.adding is not None or self.editing is not None)

    def _close_editing(self) -> None:
        if self.editing is not None:
            self.editing.hide()
            self.editing.deleteLater()
            self.editing = None
        self._show_side()

    @Slot(object)
    def _on_added(self, row: Any) -> None:
        self._follows = True

    @Slot(object)
    def _on_edited(self, row: Any) -> None:
        self._on_left()

    @Slot()
    def _on_left(self) -> None:
        # First, so that the focus does not wander through what is taken away.
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._close_editing()

    @Slot(int, int)
    def _on_moved(self, begun: int, ended: int) -> None:
        self.subject.do(Move(self.subject.number, self.kind.part, begun + 1, to=ended + 1), self)

    @Slot(object)
    def _on_removed(self, row: Any) -> None:
        which = (self.list.place_of(row) or 0) + 1
        if self.editing is not None and self.editing.row.id == row.id:
            self._close_editing()
        ask = Remove(self.subject.number, self.kind.part, which, row.revision)
        self.subject.do(ask, self, says=_("Taken out."), undo=self._way_back)

    def _way_back(self, _row: Any) -> Undo:
        return undo_by(PutBack(self.subject.number, self.kind.part))


def _count(count: int) -> str:
    return n_("{count} entry", "{count} entries", count).format(count=count) if count else ""
