"""A form in a dialog that does one deed: errors beside their fields, closed once it is done."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from ui.desk.deskkeys import KeysDialog
from ui.desk.doing import do
from ui.desk.env import Env, Undo
from ui.parts.fields import Field
from ui.parts.form import Form
from ui.parts.headings import Hint, Page
from ui.parts.theme import SPACE

LOWEST: Final = 200
SMALL_SCREEN: Final = QSize(1340, 704)
"""What a dialog may take of the smallest screen an office has, 1366×768."""


class FormDialog(KeysDialog):
    """Fields and one button that does the deed `make` builds the request of.

    `make` gets the form's values and may raise RuleBroken. Notices and Undo belong to `parent`, which stays.
    """

    saved = Signal(object)
    """What the deed gave back."""
    wide_letters = 64
    """How wide it is, in letters."""

    def __init__(
        self,
        env: Env,
        name: str,
        title: str,
        yes: str,
        make: Callable[[Mapping[str, Any]], Any],
        parent: QWidget,
        *,
        says: str = "",
        undo: Callable[[Any], Undo] | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_dialog")
        self.setWindowTitle(title)
        self.env, self._make, self._says, self._undo = env, make, says, undo
        self._owner = parent
        self.form = Form(name)
        self.page = Page(f"{name}_page")
        if hint:
            self.page.add(Hint(hint))
        self.page.add(self.form)
        self.buttons = QDialogButtonBox()
        self.yes: QPushButton = self.buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self.yes.setObjectName(f"{name}.yes")
        self.yes.setProperty("role", "main")
        back = self.buttons.addButton(_("Go back"), QDialogButtonBox.ButtonRole.RejectRole)
        back.setObjectName(f"{name}.back")
        for button in (self.yes, back):
            # Enter moves on in the form; it must not press a button by the way.
            button.setAutoDefault(False)
        self.buttons.accepted.connect(self.save)
        self.buttons.rejected.connect(self.reject)
        self.form.save_asked.connect(self.save)
        # Later, when the field that changed has its new height.
        self.form.changed.connect(self._on_typed, Qt.ConnectionType.QueuedConnection)
        self.finished.connect(self.deleteLater)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE.l)
        column.addWidget(self.page, 1)
        below = QVBoxLayout()
        below.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        below.addWidget(self.buttons)
        column.addLayout(below)

    def add(self, name: str, title: str, field: Field, *, hint: str = "", value: Any = None) -> Field:
        """A field with the value it begins with."""
        self.form.add(name, title, field, hint=hint)
        if value is not None:
            self.form.set_values({name: value})
        return field

    def begin(self) -> None:
        """Open over its window; the first field has the keyboard."""
        self.form.mark_clean()
        self.open()
        focused = self.form.focusWidget() or next(iter(self.form.findChildren(Field)), None)
        if focused is not None:
            focused.setFocus(Qt.FocusReason.TabFocusReason)

    def sizeHint(self) -> QSize:
        """Qt's name: all of the form where the screen has room for it."""
        inside = self.page.widget()
        assert inside is not None
        wide = self.fontMetrics().averageCharWidth() * self.wide_letters
        wide = max(wide, inside.minimumSizeHint().width() + SPACE.xl, self.form.width_beside() + 3 * SPACE.xl)
        high = inside.heightForWidth(wide) if inside.hasHeightForWidth() else inside.sizeHint().height()
        high = max(high, inside.sizeHint().height())
        high += self.buttons.sizeHint().height() + 2 * SPACE.l + SPACE.s
        return QSize(wide, max(LOWEST, high)).boundedTo(SMALL_SCREEN)

    @Slot()
    def _on_typed(self) -> None:
        """Grow where a field came to say more, such as an amount in words: never a bar for a line too many."""
        wanted = self.sizeHint()
        if self.isVisible() and wanted.height() > self.height():
            self.resize(self.width(), wanted.height())

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's name: as large as the form wants, where Qt would give two thirds of the screen at most."""
        super().showEvent(event)
        self.resize(self.sizeHint())

    @Slot()
    def save(self) -> None:
        """Do the deed."""
        if not self.yes.isEnabled() or not self.form.readable():
            return
        try:
            ask = self._make(self.form.values())
        except RuleBroken as error:
            self.form.show_error(error)
            return
        self.yes.setEnabled(False)
        self.submit(ask)

    def submit(self, ask: Any) -> None:
        """Send the request on its way."""
        do(
            self.env,
            ask,
            self._owner,
            done=self._on_done,
            ended=self._on_ended,
            form=self.form,
            says=self._says,
            undo=self._undo,
        )

    def reject(self) -> None:
        """Esc and Go back; asks before typed words are thrown away."""
        if not self.form.dirty or self.env.ask.confirm(
            self.windowTitle(), _("What you typed here is thrown away."), _("Throw away"), risky=True
        ):
            super().reject()

    @Slot(object)
    def _on_done(self, result: Any) -> None:
        self.saved.emit(result)
        self.accept()

    @Slot(str)
    def _on_ended(self, outcome: str) -> None:
        if outcome != "done":
            self.yes.setEnabled(True)


def emptied(values: Mapping[str, Any], row: object, names: Collection[str]) -> tuple[str, ...]:
    """Which of `names` held something in `row` and are blank now: what a request of correction must empty."""
    blank, held = (None, "", ()), (None, "", (), 0)
    return tuple(name for name in names if values.get(name) in blank and getattr(row, name) not in held)


def given(values: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    """The values of a request that were filled in; what is blank is left as it is."""
    return {name: values[name] for name in names if values.get(name) not in (None, "", ())}
