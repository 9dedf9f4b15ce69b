"""The form for one entry of a meeting: a new one, or one that is corrected."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from frontdesk.meetings import PartName
from frontdesk.messages import _
from ui.desk.drafting import draft_key
from ui.meetings.fields import asked
from ui.meetings.subject import Subject
from ui.parts.fields import TextField
from ui.parts.form import Form
from ui.parts.headings import label
from ui.parts.rowtable import Empty
from ui.parts.table import Column
from ui.parts.theme import SPACE

DESK = "meetings"
_TEXT_LETTERS: Final = 22


@dataclass(frozen=True)
class EntryKind:
    """One kind of entry a meeting lists, and how a window shows, adds and corrects it.

    `fill` puts the fields into a form (named as the keys of `adds` and `edits`) and, given a row, shows it; it may
    return an object that lives with the form. `says` stands beside the title. `edits` None: entries are not corrected.
    """

    name: str
    part: PartName
    title: str
    new_title: str
    edit_title: str
    empty: Empty
    adds: type[Any]
    edits: type[Any] | None
    columns: Callable[[Subject], Sequence[Column[Any]]]
    rows: Callable[[Subject], Sequence[Any]]
    fill: Callable[[Form, Subject, Any], QObject | None]
    says: Callable[[Subject], str] | None = None
    movable: bool = True
    more: Callable[[Form], dict[str, Any]] | None = None
    """What else the request says, beside the fields' values."""


class EntryForm(QWidget):
    """Adds an entry (and stands ready for the next) or corrects `row`; what is typed is kept every 2 s."""

    saved = Signal(object)
    """The entry as it is now."""
    left = Signal()
    """The person went back from a correction."""

    def __init__(self, subject: Subject, kind: EntryKind, row: Any = None, which: int = 0) -> None:
        super().__init__()
        self._subject, self._kind, self._row, self._which = subject, kind, row, which
        self._sent: dict[str, Any] | None = None
        self._is_asked_again = False
        self.form = Form(f"{kind.name}_edit" if row is not None else f"{kind.name}_new")
        self._helper = kind.fill(self.form, subject, row)
        for words in self.form.findChildren(TextField):
            # Labels go above where a sentence would stand in a column of two words.
            words.setMinimumWidth(words.fontMetrics().averageCharWidth() * _TEXT_LETTERS)
        if row is None and "item" in self.form.values():
            self.form.field("item").set_value(subject.item_on)
            subject.item_changed.connect(self._on_item)
        self.form.mark_clean()
        self._blank = self.form.values()
        self._save = QPushButton(_("Save") if row is not None else _("Add"))
        self._save.setObjectName(f"{self.form.objectName()}.save")
        self._save.setProperty("role", "main")
        self._save.clicked.connect(self.save)
        self._back = QPushButton(_("Go back"))
        self._back.setObjectName(f"{self.form.objectName()}.back")
        self._back.clicked.connect(self.go_back)
        self.form.save_asked.connect(self.save)
        title = _(kind.edit_title).format(which=which) if row is not None else _(kind.new_title)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.s)
        buttons.addWidget(self._save)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.m)
        self._column.addWidget(label(title, "section"))
        self._column.addWidget(self.form)
        self._column.addLayout(buttons)
        self._back.setVisible(row is not None)
        if row is not None:
            keys = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(self.go_back)
        what = f"{subject.number} {kind.name}"
        subject.env.keep_drafts(self.form, draft_key(DESK, f"{what} {which}" if row is not None else what))

    @property
    def row(self) -> Any:
        """What is corrected, None for a new entry."""
        return self._row

    def add_below(self, widget: QWidget) -> None:
        """Put a widget under the form."""
        self._column.addWidget(widget)

    def focus_first(self) -> None:
        """Stand in the first field."""
        first = next(iter(self.form.values()))
        self.form.field(first).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def save(self) -> None:
        """Do the deed. Whoever types on meanwhile loses no letter, and may ask for the next before this is done."""
        if not self.form.readable():
            return
        if self._sent is not None:
            self._is_asked_again = True
            return
        number, more = self._subject.number, self._kind.more
        if self._row is None:
            self.focus_first()
            ask = asked(self._kind.adds, number, self.form, **(more(self.form) if more is not None else {}))
        else:
            takes = self._kind.edits or self._kind.adds
            ask = asked(takes, number, self.form, which=self._which, revision=self._row.revision)
        self._sent = self.form.values()
        self._save.setEnabled(False)
        self._subject.do(ask, self, form=self.form, done=self._on_done, ended=self._on_ended)
        if self._row is None:
            self.form.select_focused()

    @Slot()
    def _on_item(self) -> None:
        """Another item is on: the next entry belongs to it, one half typed still to the one before."""
        self._blank["item"] = self._subject.item_on
        if not self.form.dirty:
            self.form.set_values(self._blank)

    @Slot()
    def go_back(self) -> None:
        """Leave a correction; what was typed since is thrown away."""
        self.form.mark_clean()
        self.left.emit()

    @Slot(object)
    def _on_done(self, result: Any) -> None:
        sent, again = self._ready()
        if self._row is None:
            self.form.start_over(self._blank, sent)
        self.saved.emit(result)
        if again and self.form.dirty:
            self.save()

    @Slot(str)
    def _on_ended(self, outcome: str) -> None:
        if outcome != "done":
            # What was refused stands there again, whatever was typed over it.
            sent, _again = self._ready()
            self.form.restore_draft(sent)

    def _ready(self) -> tuple[dict[str, Any], bool]:
        """Take the next deed; what was sent with the last, and whether the next was asked for already."""
        sent, again = self._sent or {}, self._is_asked_again
        self._sent, self._is_asked_again = None, False
        self._save.setEnabled(True)
        return sent, again
