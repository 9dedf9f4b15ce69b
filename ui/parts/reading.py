"""Fields where one types freely and sees what was understood: the base of date and money; a number, a time."""

import re
from datetime import time
from typing import Any

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout

from frontdesk.messages import _
from frontdesk.vietnamese import nfc
from ui.parts.fields import Field, HintedLine
from ui.parts.headings import label, restyle
from ui.parts.theme import SPACE


class ReadField(Field):
    """A typed line that is read as something else, with what was read in words below it."""

    def __init__(self, *, hint: str = "", width_letters: int = 0) -> None:
        super().__init__()
        self.line = Settling(hint, width_letters)
        self.words = label("", "words", name="words")
        self.words.hide()
        self.line.textEdited.connect(self._on_edited)
        self.line.returnPressed.connect(self.entered)
        self.line.left.connect(self._settle)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE.s)
        self._row.addWidget(self.line)
        if width_letters:
            self._row.addStretch(1)
        self._column.addLayout(self._row)
        self._column.addWidget(self.words)
        self.hold(self.line)
        self._trouble = ""

    def trouble(self) -> str:
        return self._trouble

    def read(self, text: str) -> Any:
        """What `text` means; raises ValueError with the sentence to show."""
        raise NotImplementedError

    def written(self, value: Any) -> str:
        """The usual way to type `value`."""
        raise NotImplementedError

    def in_words(self, value: Any) -> str:
        """What was understood, for the line below; "" shows none."""
        return ""

    def value(self) -> Any:
        """What was read; None for nothing typed or nothing understood (see `trouble`)."""
        text = nfc(self.line.text(), one_line=True)
        try:
            return self.read(text) if text else None
        except ValueError:
            return None

    def set_value(self, value: Any) -> None:
        self.line.setText("" if value is None else self.written(value))
        self._show()

    @Slot()
    def _on_edited(self) -> None:
        self._show()
        self.changed.emit()

    @Slot()
    def _settle(self) -> None:
        value = self.value()
        if value is not None:
            self.line.setText(self.written(value))
            self._show()

    def _show(self) -> None:
        text = nfc(self.line.text(), one_line=True)
        self._trouble = ""
        words = ""
        if text:
            try:
                words = self.in_words(self.read(text))
            except ValueError as error:
                self._trouble = str(error)
        self.words.setText(self._trouble or words)
        restyle(self.words, "role", "error" if self._trouble else "words")
        self.words.setVisible(bool(self._trouble or words))


class Settling(HintedLine):
    """A line that tells when the focus leaves it; `letters` wide, or as its hint is (0: as there is room)."""

    left = Signal()

    def __init__(self, hint: str = "", letters: int = 0) -> None:
        super().__init__(hint)
        self._letters = letters
        self._limit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's name: larger letters need more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._limit()

    def _limit(self) -> None:
        if self._letters:
            letters = self.fontMetrics().horizontalAdvance("0") * self._letters
            self.setMaximumWidth(max(letters + 2 * SPACE.xl, self.hint_width()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's name."""
        super().focusOutEvent(event)
        self.left.emit()


class NumberField(ReadField):
    """A whole number from `least` to `most`; `value` is int or None."""

    def __init__(self, least: int = 0, most: int = 999_999, *, hint: str = "") -> None:
        super().__init__(hint=hint, width_letters=10)
        self._least, self._most = least, most

    def read(self, text: str) -> int:
        digits = re.sub(r"[.\s]", "", text)
        if not re.fullmatch(r"-?\d{1,12}", digits) or not self._least <= int(digits) <= self._most:
            raise ValueError(
                _("Type a whole number from {least} to {most}.").format(least=self._least, most=self._most)
            )
        return int(digits)

    def written(self, value: int) -> str:
        return str(value)


class TimeField(ReadField):
    """A time of day, typed "8h30", "8:30", "830" or "8"; `value` is `datetime.time` or None."""

    def __init__(self) -> None:
        super().__init__(hint="08:00", width_letters=7)

    def read(self, text: str) -> time:
        found = re.fullmatch(r"(\d{1,2})\s*(?:[:hHgG.]\s*(\d{1,2})?)?|(\d{1,2})(\d{2})", text)
        if found:
            hour = int(found[1] or found[3])
            minute = int(found[2] or found[4] or 0)
            if hour < 24 and minute < 60:
                return time(hour, minute)
        raise ValueError(_("Type the time as 8:30 or 8h30."))

    def written(self, value: time) -> str:
        return f"{value:%H:%M}"
