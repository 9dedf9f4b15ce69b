"""The plain fields of a form: a line, a text, a choice, yes or no."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from frontdesk.messages import _
from frontdesk.vietnamese import nfc
from ui.parts.headings import restyle
from ui.parts.theme import SPACE

LINE_MOST: Final = 500
TEXT_MOST: Final = 20_000


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: its key (an id, a code; None for typed text), its name, a quiet word to tell it apart."""

    key: Any
    text: str
    detail: str = ""


class Field(QWidget):
    """What every field can do. Subclasses call `hold` with the control that takes the focus."""

    changed = Signal()
    """The person changed it; `set_value` is silent."""
    entered = Signal()
    """Enter was pressed in it: the form moves on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.xs)
        self._control: QWidget = self

    def hold(self, control: QWidget) -> None:
        """Make `control` the one that takes focus, name and the red frame."""
        self._control = control
        self.setFocusProxy(control)

    @property
    def control(self) -> QWidget:
        """The widget that takes the focus, for label buddies and tests."""
        return self._control

    def name_for_access(self, name: str) -> None:
        """Tell screen readers what the field is for."""
        self._control.setAccessibleName(name)

    def mark_wrong(self, message: str) -> None:
        """Frame the field in red, or no more with ""; the form shows the message itself."""
        restyle(self._control, "wrong", bool(message))
        self._control.setAccessibleDescription(message)

    def value(self) -> Any:
        """What the field holds; None for nothing where the type has a nothing."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show `value`, without a `changed`."""
        raise NotImplementedError

    def trouble(self) -> str:
        """Why what was typed cannot be read, "" when it can."""
        return ""


class HintedLine(QLineEdit):
    """A line whose hint can be read whole."""

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(hint)

    def sizeHint(self) -> QSize:
        """Qt's name."""
        return super().sizeHint().expandedTo(QSize(self.hint_width(), 0))

    def minimumSizeHint(self) -> QSize:
        """Qt's name."""
        return super().minimumSizeHint().expandedTo(QSize(self.hint_width(), 0))

    def hint_width(self) -> int:
        """What the hint needs with the line's frame, 0 where there is none."""
        hint = self.placeholderText()
        return self.fontMetrics().horizontalAdvance(hint) + 2 * SPACE.xl if hint else 0


class LineField(Field):
    """One line of text; `value` is NFC, trimmed, single-spaced; a `secret` one keeps its blanks."""

    def __init__(self, *, hint: str = "", most: int = LINE_MOST, secret: bool = False) -> None:
        super().__init__()
        self.line = HintedLine(hint)
        self.line.setMaxLength(most)
        self._secret = secret
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.textEdited.connect(self.changed)
        self.line.returnPressed.connect(self.entered)
        self._column.addWidget(self.line)
        self.hold(self.line)

    def value(self) -> str:
        text = self.line.text()
        return unicodedata.normalize("NFC", text) if self._secret else nfc(text, one_line=True)

    def set_value(self, value: str | None) -> None:
        self.line.setText(value or "")
        self.line.setCursorPosition(0)


class _Growing(QPlainTextEdit):
    """As tall as its text, between two and ten lines; Tab leaves it."""

    entered = Signal()

    def __init__(self, least: int, most: int, *, enter_moves_on: bool) -> None:
        super().__init__()
        self._enter_moves_on = enter_moves_on
        self._least, self._most_lines = least, most
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's name: a text takes Enter before any shortcut, so it is told apart here."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = self._enter_moves_on and held == Qt.KeyboardModifier.NoModifier
        if is_enter and (plain or held == Qt.KeyboardModifier.ControlModifier):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's name: narrower may mean more lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    @Slot()
    def _grow(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Qt's name: the height the text wants."""
        # QPlainTextDocumentLayout gives its height in lines, wrapped ones counted.
        lines = round(self.document().documentLayout().documentSize().height())
        lines = max(self._least, min(lines, self._most_lines))
        frame = 2 * (self.frameWidth() + SPACE.s)
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + frame)

    def minimumSizeHint(self) -> QSize:
        """Qt's name."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


class TextField(Field):
    """Text of several lines that grows as it is typed; Ctrl+Enter moves on, Enter is a new line.

    With `enter_moves_on` Enter moves on and Shift+Enter is a new line.
    """

    def __init__(
        self,
        *,
        hint: str = "",
        most: int = TEXT_MOST,
        lines: int = 2,
        lines_most: int = 10,
        enter_moves_on: bool = False,
    ) -> None:
        super().__init__()
        self._most = most
        self._shows = False
        self.text = _Growing(lines, lines_most, enter_moves_on=enter_moves_on)
        self.text.entered.connect(self.entered)
        self.text.setPlaceholderText(hint)
        self.text.textChanged.connect(self._on_changed)
        self._column.addWidget(self.text)
        self.hold(self.text)

    def value(self) -> str:
        return nfc(self.text.toPlainText())

    def set_value(self, value: str | None) -> None:
        self._shows = True
        self.text.setPlainText(value or "")
        self._shows = False

    def trouble(self) -> str:
        over = len(self.value()) - self._most
        return _("The text is {over} letters too long.").format(over=over) if over > 0 else ""

    @Slot()
    def _on_changed(self) -> None:
        if not self._shows:
            self.changed.emit()


class _ClosedBox(QComboBox):
    """A choice the mouse wheel does not change by passing over it; Enter moves on."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def wheelEvent(self, event: Any) -> None:
        """Qt's name: let the page scroll."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's name: Alt+Down and F4 open the list (by Qt), Enter moves on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)


class ChoiceField(Field):
    """One of a few; `value` is the key. `nothing` is the text of an empty first entry, whose key is None."""

    def __init__(self, choices: Sequence[Choice] = (), *, nothing: str | None = None) -> None:
        super().__init__()
        self._nothing = nothing
        self.box = _ClosedBox()
        self.box.activated.connect(self.changed)
        self.box.entered.connect(self.entered)
        self._column.addWidget(self.box)
        self.hold(self.box)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these from now on; the value stays if it is still among them."""
        kept = self.value() if self.box.count() else None
        self._keys = [choice.key for choice in choices]
        self.box.clear()
        if self._nothing is not None:
            self._keys.insert(0, None)
            self.box.addItem(self._nothing)
        for choice in choices:
            self.box.addItem(f"{choice.text} — {choice.detail}" if choice.detail else choice.text)
        if kept in self._keys:
            self.set_value(kept)

    def value(self) -> Any:
        at = self.box.currentIndex()
        return self._keys[at] if at >= 0 else None

    def set_value(self, value: Any) -> None:
        self.box.setCurrentIndex(self._keys.index(value) if value in self._keys else -1)


class YesNoField(ChoiceField):
    """Yes, no, or not known: `value` is True, False or None."""

    def __init__(self) -> None:
        super().__init__([Choice(True, _("Yes")), Choice(False, _("No"))], nothing=_("Not known"))


class _Tick(QCheckBox):
    """A box to tick in a form: the space bar ticks it, Enter moves on."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's name."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)


class SwitchField(Field):
    """A box to tick; `says` stands beside it and is its name."""

    def __init__(self, says: str) -> None:
        super().__init__()
        self.box = _Tick(says)
        self.box.clicked.connect(self.changed)
        self.box.entered.connect(self.entered)
        row = QHBoxLayout()
        row.addWidget(self.box)
        row.addStretch(1)
        self._column.addLayout(row)
        self.hold(self.box)

    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: bool | None) -> None:
        self.box.setChecked(bool(value))
