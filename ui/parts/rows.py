"""A short list edited in place: agenda items, recipients, conclusions."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from frontdesk.messages import _
from frontdesk.vietnamese import nfc
from ui.parts.fields import LINE_MOST, Field
from ui.parts.theme import SPACE, IconButton

T = TypeVar("T")
_KEY = Qt.ItemDataRole.UserRole


class RowsField(Field, Generic[T]):
    """Things in an order of one's own; `value` is a tuple of them.

    A line at the foot adds with Enter (`make` turns what is typed into a thing); F2 changes one in place (`remake`,
    else `make`), unless `edits_outside`: then F2, Enter or a double click emit `edit_asked` with its place. Alt+Up and
    Alt+Down or the mouse move, Del removes, Ctrl+Z takes back the last of all this.
    """

    edit_asked = Signal(int)

    def __init__(
        self,
        describe: Callable[[T], str],
        make: Callable[[str], T],
        *,
        remake: Callable[[T, str], T] | None = None,
        edits_outside: bool = False,
        hint: str = "",
        rows_shown: int = 5,
    ) -> None:
        super().__init__()
        self._describe, self._make, self._remake = describe, make, remake
        self._outside = edits_outside
        self._things: dict[int, T] = {}
        self._next_key = 0
        self._past: list[tuple[T, ...]] = []
        self._shows = False
        self._last: tuple[T, ...] = ()
        self.list = QListWidget()
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(round(self.list.fontMetrics().height() * 1.9 * rows_shown))
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.NoEditTriggers
            if edits_outside
            else QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.line = QLineEdit()
        self.line.setMaxLength(LINE_MOST)
        self.line.setPlaceholderText(hint or _("Type, then Enter adds it"))
        self._build()
        self.hold(self.line)

    def name_for_access(self, name: str) -> None:
        self.list.setAccessibleName(name)
        self.line.setAccessibleName(_("Add to: {list}").format(list=name))
        base = self.line.objectName() or "rows"
        self.list.setObjectName(f"{base}.list")
        for button in self._buttons:
            button.setObjectName(f"{base}.{button.objectName().rpartition('.')[2]}")
            button.setAccessibleName(f"{button.toolTip()}: {name}")

    def value(self) -> tuple[T, ...]:
        return tuple(self._things[self.list.item(at).data(_KEY)] for at in range(self.list.count()))

    def set_value(self, value: Sequence[T] | None) -> None:
        self._past.clear()
        self._fill(tuple(value or ()))
        self._after()

    def add_value(self, thing: T) -> None:
        """Put a thing at the end, as the person's doing."""
        self._do((*self.value(), thing), self.list.count())

    def replace_value(self, at: int, thing: T) -> None:
        """Put another thing in that place, as the person's doing."""
        things = list(self.value())
        things[at] = thing
        self._do(tuple(things), at)

    def _build(self) -> None:
        self._buttons = [
            IconButton("up", _("Move up (Alt+Up)"), "move_up"),
            IconButton("down", _("Move down (Alt+Down)"), "move_down"),
            IconButton("close", _("Remove (Del)"), "remove"),
            IconButton("undo", _("Undo (Ctrl+Z)"), "undo"),
        ]
        side = QVBoxLayout()
        side.setSpacing(SPACE.xs)
        for button, keys, slot in zip(
            self._buttons, ("Alt+Up", "Alt+Down", "Del", "Ctrl+Z"), self._slots(), strict=True
        ):
            button.clicked.connect(slot)
            side.addWidget(button)
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        side.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(SPACE.s)
        top.addWidget(self.list, 1)
        top.addLayout(side)
        self._column.addLayout(top)
        self._column.addWidget(self.line)
        self.line.textEdited.connect(self.changed)
        self.line.returnPressed.connect(self._on_add)
        self.list.itemChanged.connect(self._on_item_changed)
        self.list.model().rowsMoved.connect(self._on_dragged)
        self.list.currentRowChanged.connect(self._after)
        if self._outside:
            self.list.itemDoubleClicked.connect(self._on_edit)
            for keys in ("F2", "Return", "Enter"):
                shortcut = QShortcut(QKeySequence(keys), self.list)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(self._on_edit)
        self._after()

    def _slots(self) -> tuple[Callable[[], None], ...]:
        return self._on_up, self._on_down, self._on_remove, self._on_undo

    # Every change of the person's passes here

    def _do(self, things: tuple[T, ...], current: int) -> None:
        self._past.append(self._last)
        self._fill(things)
        self.list.setCurrentRow(min(current, self.list.count() - 1))
        self._after()
        self.changed.emit()

    def _fill(self, things: tuple[T, ...]) -> None:
        self._shows = True
        self.list.clear()
        self._things.clear()
        for thing in things:
            item = QListWidgetItem(self._describe(thing))
            self._next_key += 1
            self._things[self._next_key] = thing
            item.setData(_KEY, self._next_key)
            if not self._outside:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
        self._last = things
        self._shows = False

    @Slot()
    def _after(self) -> None:
        at, rows = self.list.currentRow(), self.list.count()
        for button, useful in zip(self._buttons, (at > 0, 0 <= at < rows - 1, at >= 0, bool(self._past)), strict=True):
            button.setEnabled(useful)

    def _move(self, by: int) -> None:
        at, things = self.list.currentRow(), list(self.value())
        if at >= 0 and 0 <= at + by < len(things):
            things.insert(at + by, things.pop(at))
            self._do(tuple(things), at + by)

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    @Slot()
    def _on_remove(self) -> None:
        at, things = self.list.currentRow(), list(self.value())
        if at >= 0:
            del things[at]
            self._do(tuple(things), at)

    @Slot()
    def _on_undo(self) -> None:
        if self._past:
            self._fill(self._past.pop())
            self._after()
            self.changed.emit()

    @Slot()
    def _on_add(self) -> None:
        text = nfc(self.line.text(), one_line=True)
        if not text:
            self.entered.emit()
            return
        self.line.clear()
        self.add_value(self._make(text))

    @Slot()
    def _on_edit(self) -> None:
        if self.list.currentRow() >= 0:
            self.edit_asked.emit(self.list.currentRow())

    @Slot(QListWidgetItem)
    def _on_item_changed(self, item: QListWidgetItem) -> None:
        if self._shows:
            return
        at, old = self.list.row(item), self._things[item.data(_KEY)]
        text = nfc(item.text(), one_line=True)
        if not text:
            self.replace_value(at, old)
        elif text != self._describe(old):
            self.replace_value(at, self._remake(old, text) if self._remake is not None else self._make(text))

    @Slot()
    def _on_dragged(self, *_where: Any) -> None:
        self._past.append(self._last)
        self._last = self.value()
        self._after()
        self.changed.emit()
