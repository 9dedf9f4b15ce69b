"""Who comes in: two letters of the name, or the digits of the invitation typed by a scanner."""

import re
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)

from frontdesk.errors import RuleBroken
from frontdesk.meetings import AddDelegate, CheckIn, DelegateRow, MarkRest
from frontdesk.messages import _, mark, n_
from frontdesk.vietnamese import excerpt, nfc
from ui.meetings.delegate_forms import mark_ask
from ui.meetings.fields import answers_to
from ui.meetings.section import Part
from ui.meetings.subject import Subject
from ui.meetings.words import attendance_words
from ui.parts.announcing import announce
from ui.parts.colours import Tone
from ui.parts.headings import label, restyle
from ui.parts.rowtable import Empty, EmptyPage
from ui.parts.theme import SPACE

_DIGITS: Final = re.compile(r"[\d\s.-]{5,}")
"""More digits than any name has: an invitation's code, whole or mistyped."""
_NAME_SHOWN: Final = 40
_WALK_IN: Final = mark("Whoever comes without an invitation is added here: type the whole name, then Ctrl+Enter.")


class CheckInPart(Part):
    """One line to type into and the list it narrows. Enter marks present, F7 and F8 absent; the line stands ready.

    Who comes without standing in the list is put into it with Ctrl+Enter.
    """

    def __init__(self, subject: Subject) -> None:
        super().__init__(subject, "check_in", _("Check-in"))
        self.line = QLineEdit()
        self.line.setObjectName("check_in.line")
        self.line.setAccessibleName(_("Name or code of the invitation"))
        self.line.setPlaceholderText(_("Two letters of the name, or scan the invitation; Enter: present"))
        self.list = QListWidget()
        self.list.setObjectName("check_in.list")
        self.list.setAccessibleName(_("Delegates"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.empty = EmptyPage("check_in", Empty(_("Nobody is invited yet"), _(_WALK_IN)))
        self.empty.button.clicked.connect(self.add_typed)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self.last = label("", "section", name="check_in.last")
        self._rest = QPushButton(_("Mark all others &absent…"))
        self._rest.setObjectName("check_in.rest")
        self._rest.clicked.connect(self._on_rest)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.s)
        for how, text, keys in (
            ("present", _("Present (Enter)"), ""),
            ("excused", _("Excused (F7)"), "F7"),
            ("unexcused", _("Unexcused (F8)"), "F8"),
            ("unknown", _("Undo the mark (F9)"), "F9"),
        ):
            button = QPushButton(text)
            button.setObjectName(f"check_in.{how}")
            button.setProperty("how", how)
            button.clicked.connect(self._on_how)
            foot.addWidget(button)
            if keys:
                shortcut = QShortcut(QKeySequence(keys), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.setProperty("how", how)
                shortcut.activated.connect(self._on_how)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addWidget(self.line)
        told = QHBoxLayout()
        told.setSpacing(SPACE.m)
        told.addWidget(self.last, 1)
        column.addLayout(told)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        told.addWidget(self._rest)
        self.line.textChanged.connect(self._on_typed)
        self.line.returnPressed.connect(self._on_enter)
        self.list.itemActivated.connect(self._on_enter)
        adding = QShortcut(QKeySequence("Ctrl+Return"), self)
        adding.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        adding.activated.connect(self.add_typed)
        for key, by in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1)):
            shortcut = QShortcut(QKeySequence(key), self.line)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.setProperty("by", by)
            shortcut.activated.connect(self._on_step)
        self.show_row()

    def show_row(self) -> None:
        """See `Part`."""
        self._narrow()
        self._rest.setEnabled(any(row.present is None for row in self.subject.row.delegates))

    def focus_first(self) -> None:
        """See `Part`."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self) -> None:
        typed = nfc(self.line.text(), one_line=True)
        if _DIGITS.fullmatch(typed):
            return
        kept = self.list.currentItem()
        kept_id = kept.data(Qt.ItemDataRole.UserRole) if kept is not None else None
        rows = [row for row in self.subject.row.delegates if not typed or answers_to(row.name, typed)]
        # Who is still missing stands first: the next at the door is one of them.
        rows.sort(key=lambda row: row.present is not None)
        self.list.clear()
        for at, row in enumerate(rows):
            item = QListWidgetItem(_line(row))
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            self.list.addItem(item)
            if row.id == kept_id and not typed:
                self.list.setCurrentRow(at)
        if typed and rows:
            self.list.setCurrentRow(0)
        self._show_empty(typed)

    def _show_empty(self, typed: str) -> None:
        """Where nobody is found, say how the person at the door comes onto the list."""
        self._stack.setCurrentIndex(0 if self.list.count() else 1)
        if self.list.count():
            return
        may_add = bool(typed) and self.subject.may(AddDelegate)
        title = _("Nobody in the list is called so") if typed else _("Nobody is invited yet")
        button = _("Add “{name}”, present (Ctrl+Enter)").format(name=excerpt(typed, _NAME_SHOWN)) if may_add else ""
        self.empty.say(Empty(title, _(_WALK_IN), button))

    @Slot()
    def _on_typed(self) -> None:
        self._narrow()

    @Slot()
    def _on_step(self) -> None:
        at = self.list.currentRow() + int(self.sender().property("by"))
        self.list.setCurrentRow(max(0, min(at, self.list.count() - 1)))

    @Slot()
    def _on_enter(self) -> None:
        typed = nfc(self.line.text(), one_line=True)
        if _DIGITS.fullmatch(typed):
            self.line.clear()
            self.subject.do(CheckIn(typed, self.subject.number), self, done=self._on_marked, refused=self._on_refused)
        elif typed or self.list.hasFocus():
            self._mark("present")

    @Slot()
    def _on_how(self) -> None:
        self._mark(str(self.sender().property("how")))

    def _mark(self, how: str) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        row_id = item.data(Qt.ItemDataRole.UserRole)
        place = next((at for at, row in enumerate(self.subject.row.delegates, 1) if row.id == row_id), 0)
        if place:
            self.line.clear()
            ask = mark_ask(self.subject.number, place, how)
            self.subject.do(ask, self, done=self._on_marked, refused=self._on_refused)

    @Slot()
    def add_typed(self) -> None:
        """Put whoever is typed at the end of the list, present; a code or somebody found is no new name."""
        typed = nfc(self.line.text(), one_line=True)
        if typed and not self.list.count() and not _DIGITS.fullmatch(typed) and self.subject.may(AddDelegate):
            self.line.clear()
            ask = AddDelegate(self.subject.number, typed)
            self.subject.do(ask, self, done=self._on_added, refused=self._on_refused)

    @Slot(object)
    def _on_added(self, row: DelegateRow) -> None:
        self.subject.reload()
        place = next((at for at, each in enumerate(self.subject.row.delegates, 1) if each.id == row.id), 0)
        if place:
            self.subject.do(mark_ask(self.subject.number, place, "present"), self, done=self._on_marked)

    @Slot(object)
    def _on_refused(self, error: RuleBroken) -> None:
        self._tell(str(error), Tone.BAD)

    @Slot(object)
    def _on_marked(self, row: DelegateRow) -> None:
        state = attendance_words(row) or _("not recorded")
        self._tell(f"{row.name}: {state}")

    def _tell(self, words: str, tone: Tone = Tone.PLAIN) -> None:
        self.last.setText(words)
        restyle(self.last, "tone", tone.value)
        announce(self.last, words)
        self.focus_first()

    @Slot()
    def _on_rest(self) -> None:
        left = sum(row.present is None for row in self.subject.row.delegates)
        what = n_("{count} delegate nobody has marked will count as absent.",
                  "{count} delegates nobody has marked will count as absent.", left)  # fmt: skip
        if self.subject.env.ask.confirm(_("Mark all others absent"), what.format(count=left), _("Mark them")):
            self.subject.do(MarkRest(self.subject.number, present=False), self)


def _line(row: DelegateRow) -> str:
    said = attendance_words(row)
    if row.present and row.arrived is not None:
        said = f"{said} {row.arrived:%H:%M}"
    return " · ".join(part for part in (row.name, row.post, said) if part)
