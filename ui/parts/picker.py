"""Choosing a person, an area, an agency by typing two letters of it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from frontdesk.errors import DeskError
from frontdesk.messages import _, n_
from frontdesk.vietnamese import nfc
from ui.parts.announcing import announce
from ui.parts.fields import LINE_MOST, Choice, Field
from ui.parts.headings import label
from ui.parts.lane import Job, Lane
from ui.parts.reading import Settling
from ui.parts.theme import SPACE

LETTERS_LEAST: Final = 2
TYPING_MS: Final = 80
ROWS_SHOWN: Final = 8


class PickerField(Field):
    """A line that offers what matches while one types; `value` is a `Choice` or None.

    `find` gives the matches for typed words (folding is its business), on the lane's reading worker when there is
    one. With `free_text` what was typed is a value too, as a `Choice` whose key is None. `add_new` is the text of a
    last row that emits `add_asked` with what was typed. With `prefer_offers` Enter takes the first offer even where
    free text is allowed; Esc keeps what was typed.
    """

    add_asked = Signal(str)

    def __init__(
        self,
        find: Callable[[str], Sequence[Choice]],
        *,
        lane: Lane | None = None,
        free_text: bool = False,
        prefer_offers: bool = False,
        add_new: str = "",
        hint: str = "",
    ) -> None:
        super().__init__()
        self._find, self._lane, self._free, self._add_new = find, lane, free_text, add_new
        self._prefer_offers = prefer_offers
        self._chosen: Choice | None = None
        self._offered: tuple[Choice, ...] = ()
        self._asked: Job | None = None
        self._offers: _Offers | None = None
        self.line = Settling(hint or _("Type two letters"))
        self.line.setMaxLength(LINE_MOST)
        self.detail = label("", "words", name="detail")
        self.detail.hide()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._search)
        self.line.textEdited.connect(self._on_edited)
        self.line.returnPressed.connect(self.entered)
        self.line.left.connect(self._settle)
        self._column.addWidget(self.line)
        self._column.addWidget(self.detail)
        self.hold(self.line)
        self._open_keys = [
            self._key(Qt.Key.Key_Up, self._on_up),
            self._key(Qt.Key.Key_Return, self._take_current),
            self._key(Qt.Key.Key_Enter, self._take_current),
            self._key(Qt.Key.Key_Escape, self._close),
        ]
        self._key(Qt.Key.Key_Down, self._on_down).setEnabled(True)

    def value(self) -> Choice | None:
        if self._chosen is not None:
            return self._chosen
        text = nfc(self.line.text(), one_line=True)
        return Choice(None, text) if text and self._free else None

    def set_value(self, value: Choice | None) -> None:
        self._chosen = value if value is not None and value.key is not None else None
        self.line.setText("" if value is None else value.text)
        self._show_detail()

    def trouble(self) -> str:
        typed = nfc(self.line.text(), one_line=True)
        if self._chosen is None and typed and not self._free:
            return _("“{text}” is not in the list. Choose one of the offers.").format(text=typed)
        return ""

    @property
    def offers(self) -> tuple[str, ...]:
        """What is offered at the moment, () when the list is closed."""
        if self._offers is None or self._offers.isHidden():
            return ()
        return tuple(self._offers.list.item(at).text() for at in range(self._offers.list.count()))

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt's name."""
        self._close()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's name."""
        self._close()
        super().resizeEvent(event)

    # Searching

    @Slot()
    def _on_edited(self) -> None:
        self._chosen = None
        self._show_detail()
        self.changed.emit()
        self._typing.start()

    @Slot()
    def _search(self) -> None:
        self._typing.stop()
        text = nfc(self.line.text(), one_line=True)
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        if len(text) < LETTERS_LEAST:
            self._close()
        elif self._lane is None:
            self._offer(self._find(text))
        else:
            self._asked = self._lane.read(partial(self._find, text), self._offer, self._on_failed, self)

    @Slot(object)
    def _offer(self, found: Sequence[Choice]) -> None:
        self._asked = None
        if not self.line.hasFocus():
            return
        self._offered = tuple(found)
        if not found and not self._add_new:
            self._close()
            return
        offers = self._offers or self._make_offers()
        typed = nfc(self.line.text(), one_line=True)
        offers.fill(self._offered, self._add_new.format(text=typed))
        offers.list.setCurrentRow(0 if found and (self._prefer_offers or not self._free) else -1)
        offers.open_under(self.line)
        for key in self._open_keys:
            key.setEnabled(True)
        announce(self.line, n_("{count} offer", "{count} offers", len(found)).format(count=len(found)))

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        self._asked = None
        self._close()
        self.mark_wrong(str(error))

    # Keys

    def _key(self, key: Qt.Key, slot: Callable[[], Any]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self.line)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.setEnabled(False)
        shortcut.activated.connect(slot)
        return shortcut

    @Slot()
    def _on_down(self) -> None:
        if self.offers:
            self._step(1)
        else:
            self._search()

    @Slot()
    def _on_up(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if self._offers is not None:
            rows = self._offers.list.count()
            at = self._offers.list.currentRow() + by
            self._offers.list.setCurrentRow(max(-1 if self._free else 0, min(at, rows - 1)))
            current = self._offers.list.currentItem()
            announce(self.line, current.text() if current is not None else self.line.text())

    @Slot()
    def _take_current(self) -> None:
        at = self._offers.list.currentRow() if self._offers is not None else -1
        if at < 0:
            self._close()
            self.entered.emit()
        else:
            self._take(at)

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        if self._offers is not None:
            self._take(self._offers.list.row(item))

    def _take(self, at: int) -> None:
        self._close()
        if at >= len(self._offered):
            self.add_asked.emit(nfc(self.line.text(), one_line=True))
            return
        self.set_value(self._offered[at])
        self.changed.emit()

    @Slot()
    def _settle(self) -> None:
        self._typing.stop()
        typed = nfc(self.line.text(), one_line=True).casefold()
        same = [choice for choice in self._offered if choice.text.casefold() == typed]
        if self._chosen is None and len(same) == 1:
            self.set_value(same[0])
            self.changed.emit()
        self._close()

    @Slot()
    def _close(self) -> None:
        for key in self._open_keys:
            key.setEnabled(False)
        if self._offers is not None:
            self._offers.hide()

    def _make_offers(self) -> "_Offers":
        self._offers = _Offers(self.window())
        self._offers.list.itemClicked.connect(self._on_clicked)
        self.destroyed.connect(self._offers.deleteLater)
        return self._offers

    def _show_detail(self) -> None:
        detail = self._chosen.detail if self._chosen is not None else ""
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))


class _Offers(QFrame):
    """The list under the line: part of its window and never focused, so that typing goes on undisturbed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("choices")
        self.list = QListWidget()
        self.list.setObjectName("offers")
        self.list.setAccessibleName(_("Offers"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.list)
        self.hide()

    def fill(self, choices: Sequence[Choice], add_new: str) -> None:
        self.list.clear()
        for choice in choices:
            words = f"{choice.text} — {choice.detail}" if choice.detail else choice.text
            item = QListWidgetItem(words)
            item.setToolTip(words)
            self.list.addItem(item)
        if add_new:
            self.list.addItem(QListWidgetItem(f"+ {add_new}"))

    def open_under(self, line: QLineEdit) -> None:
        rows = min(self.list.count(), ROWS_SHOWN)
        wide = max(line.width(), min(self.list.sizeHintForColumn(0) + SPACE.xl, 2 * line.width()))
        wide = min(wide, self._window.width() - 2 * SPACE.xs)
        high = rows * max(1, self.list.sizeHintForRow(0)) + SPACE.xs
        window = self._window
        below = line.mapTo(window, QPoint(0, line.height() + 1))
        y = below.y() if below.y() + high <= window.height() else max(0, below.y() - line.height() - high - 2)
        self.setGeometry(min(below.x(), max(SPACE.xs, window.width() - wide - SPACE.xs)), y, wide, high)
        self.show()
        self.raise_()
