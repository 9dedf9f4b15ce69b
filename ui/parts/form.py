"""A form: labelled fields in reading order, errors beside them, drafts kept while one types."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from ui.parts.fields import Field
from ui.parts.formline import Line
from ui.parts.headings import label, unwrapped
from ui.parts.theme import SPACE

DRAFT_AFTER_MS: Final = 2000
"""Typing that stops, or goes on, this long is kept: no more than 2 s of it can be lost."""
ROOM_FOR_ERROR: Final = 60
"""What is shown around a field that is wrong, in pixels: its error stands below it."""


class Form(QWidget):
    """Fields by name. Enter moves on, Ctrl+S asks to save, and what is typed is kept as a draft.

    The names are those of the deed's keys, so that `RuleBroken.field` finds its place. Labels stand beside their
    fields, and above them where the form is too narrow for both.
    """

    save_asked = Signal()
    """Ctrl+S, or Enter in the last field."""
    changed = Signal()
    """The person changed a field."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._lines: dict[str, Line] = {}
        self._clean: dict[str, Any] = {}
        self._keep: Callable[[Mapping[str, Any]], object] | None = None
        self._wide: list[QWidget] = []
        self._is_stacked = False
        self._rows = 0
        self._whole = label("", "error", name=f"{name}.error")
        self._whole.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE.l)
        self._grid.setVerticalSpacing(SPACE.m)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(self._whole)
        column.addLayout(self._grid)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep_now)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.save_asked)

    def add(self, name: str, title: str, field: Field, *, hint: str = "") -> Field:
        """Put `field` under what is there, labelled `title`; its control is found as ``<form>.<name>``.

        An "&" in the title gives its key. A field that carries its own words (a switch) may have the title "".
        """
        line = Line(title, field, hint)
        self._lines[name] = line
        field.setObjectName(f"{self.objectName()}.{name}.field")
        field.control.setObjectName(f"{self.objectName()}.{name}")
        line.error.setObjectName(f"{self.objectName()}.{name}.error")
        line.row = self._next_row()
        if line.label is not None:
            line.label.setTextFormat(Qt.TextFormat.AutoText)
            line.label.setBuddy(field.control)
            line.label.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
            field.name_for_access(title.replace("&", ""))
        self._put(line)
        field.changed.connect(self._on_changed)
        field.entered.connect(self._on_entered)
        self._clean[name] = field.value()
        return field

    def add_wide(self, widget: QWidget) -> None:
        """Put something that is no field across both columns: a section's title, a table."""
        self._wide.append(widget)
        self._grid.addWidget(widget, self._next_row(), 0, 1, 2)

    def width_beside(self) -> int:
        """The least width at which labels stand beside their fields."""
        labels = max((line.label_width() for line in self._lines.values()), default=0)
        gap = self._grid.horizontalSpacing() if labels else 0
        return max(labels + gap + self._least(Line.field_width), self._least_wide())

    def minimumSizeHint(self) -> QSize:
        """Qt's name: labels may stand above."""
        least = max(self._least(Line.field_width), self._least(Line.label_width), self._least_wide())
        return unwrapped(self, QSize(least, super().minimumSizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's name."""
        super().resizeEvent(event)
        self._stack()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's name: larger letters need more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._stack()

    def field(self, name: str) -> Field:
        """The field of that name."""
        return self._lines[name].field

    def show_field(self, name: str, shown: bool) -> None:
        """Show or hide a field with its label; a hidden one keeps its value."""
        line = self._lines[name]
        for widget in (line.label, line.field, line.hint):
            if widget is not None:
                widget.setVisible(shown)
        if not shown:
            line.error.hide()

    def values(self) -> dict[str, Any]:
        """What every field holds, by name."""
        return {name: line.field.value() for name, line in self._lines.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these; names the form does not have are passed over. Nothing counts as changed afterwards."""
        for name, value in values.items():
            if name in self._lines:
                self._lines[name].field.set_value(value)
        self.mark_clean()
        self.clear_errors()

    def restore_draft(self, values: Mapping[str, Any]) -> None:
        """Show what was being typed; it counts as changed."""
        for name, value in values.items():
            if name in self._lines:
                self._lines[name].field.set_value(value)
        self.changed.emit()

    def start_over(self, blank: Mapping[str, Any], sent: Mapping[str, Any]) -> None:
        """Show `blank` for the next entry; fields typed in since `sent` was taken stay, and count as changed."""
        for name, line in self._lines.items():
            if line.field.value() == sent.get(name):
                line.field.set_value(blank[name])
        self._clean = dict(blank)
        self.clear_errors()
        if self._keep is not None and self.dirty:
            self._timer.start()

    def select_focused(self) -> None:
        """Select what the field one stands in shows, so that the next letter begins anew."""
        line = self.focusWidget()
        if isinstance(line, QLineEdit | QPlainTextEdit):
            line.selectAll()

    @property
    def dirty(self) -> bool:
        """Whether something differs from what was last shown or saved."""
        return self.values() != self._clean

    def touched(self) -> list[str]:
        """The fields that differ from what was last shown or saved."""
        return [name for name, value in self.values().items() if value != self._clean[name]]

    def take_over(self, values: Mapping[str, Any]) -> None:
        """Show these, saved elsewhere; the other fields keep what was typed in them."""
        for name, value in values.items():
            field = self._lines[name].field
            field.set_value(value)
            self._clean[name] = field.value()

    def mark_clean(self) -> None:
        """What stands here now is saved; a draft still waiting is not kept."""
        self._timer.stop()
        self._clean = self.values()

    def readable(self) -> bool:
        """Whether every field can be read; else says why beside the first that cannot, and goes there."""
        for name, line in self._lines.items():
            trouble = line.field.trouble()
            if trouble and not line.field.isHidden():
                self.show_error(RuleBroken("form.unreadable", trouble, name))
                return False
        return True

    def show_error(self, error: RuleBroken) -> None:
        """Say it beside its field and go there; above the form if it has no field here."""
        self.clear_errors()
        line = self._lines.get(error.field or "")
        if line is None:
            self._whole.setText(error.message)
            self._whole.show()
            self._bring_into_view(self._whole)
            return
        if line.field.trouble() != error.message:
            line.error.setText(error.message)
            line.error.show()
        line.field.mark_wrong(error.message)
        line.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring_into_view(line.field)

    def _bring_into_view(self, part: QWidget) -> None:
        """Scroll the page the form stands in, if it does: Qt follows Tab only, and unseen errors say nothing."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(part, 0, ROOM_FOR_ERROR)

    def clear_errors(self) -> None:
        """No error any more."""
        self._whole.hide()
        for line in self._lines.values():
            line.error.hide()
            line.field.mark_wrong("")

    def error_text(self, name: str = "") -> str:
        """The error shown beside the field `name`, or above the form; "" for none."""
        line = self._lines.get(name)
        place = self._whole if line is None else line.error
        return "" if place.isHidden() else place.text()

    def keep_drafts(self, keep: Callable[[Mapping[str, Any]], object], *, after_ms: int = DRAFT_AFTER_MS) -> None:
        """Call `keep` with the values 2 s after typing began; it hands them to the lane."""
        self._keep = keep
        self._timer.setInterval(after_ms)

    @Slot()
    def keep_now(self) -> None:
        """Keep the draft at once: before locking, before closing."""
        self._timer.stop()
        if self._keep is not None and self.dirty:
            self._keep(self.values())

    def _next_row(self) -> int:
        # Two for each: its label stands in the first where it stands above its field.
        self._rows += 2
        return self._rows

    def _put(self, line: Line) -> None:
        """Place a field and its label, as the form is arranged now."""
        if line.label is not None:
            if self._is_stacked:
                self._grid.addWidget(line.label, line.row, 0, 1, 2)
            else:
                self._grid.addWidget(line.label, line.row, 0, Qt.AlignmentFlag.AlignTop)
        line.beside.setContentsMargins(0, 0, 0, SPACE.s if self._is_stacked else 0)
        self._grid.addLayout(line.beside, line.row + self._is_stacked, 1 - self._is_stacked, 1, 1 + self._is_stacked)

    def _stack(self) -> None:
        """Labels above their fields where there is too little room beside them, and beside them again."""
        stacks = self.width() < self.width_beside()
        if stacks is self._is_stacked:
            return
        self._is_stacked = stacks
        for line in self._lines.values():
            self._grid.removeItem(line.beside)
            if line.label is not None:
                self._grid.removeWidget(line.label)
            self._put(line)
        self._grid.setVerticalSpacing(SPACE.xs if stacks else SPACE.m)
        self.updateGeometry()

    def _least(self, width: Callable[[Line], int]) -> int:
        return max(map(width, self._lines.values()), default=0)

    def _least_wide(self) -> int:
        return max((each.minimumSizeHint().width() for each in self._wide if not each.isHidden()), default=0)

    @Slot()
    def _on_changed(self) -> None:
        field = self.sender()
        for line in self._lines.values():
            if line.field is field:
                line.error.hide()
                line.field.mark_wrong("")
        # Started once and not again with every key: someone who never stops typing is kept too.
        if self._keep is not None and not self._timer.isActive():
            self._timer.start()
        self.changed.emit()

    @Slot()
    def _on_entered(self) -> None:
        fields = [line.field for line in self._lines.values() if line.field.isVisible() and line.field.isEnabled()]
        at = next((at for at, field in enumerate(fields) if field is self.sender()), len(fields) - 1)
        if at + 1 < len(fields):
            fields[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.save_asked.emit()


def required(values: Mapping[str, Any], titles: Mapping[str, str]) -> None:
    """Raise `RuleBroken` for the first of `titles` (field: name people know it by) that holds nothing."""
    for name, title in titles.items():
        if values.get(name) in (None, ""):
            raise RuleBroken("form.needed", _("{what} is needed.").format(what=title), name)
