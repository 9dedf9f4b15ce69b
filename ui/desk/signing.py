"""A field for a passphrase: shown on request, with a word when Caps Lock seems to be on."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from frontdesk.messages import _
from ui.parts.colours import Tone
from ui.parts.fields import LineField
from ui.parts.headings import label
from ui.parts.theme import SPACE, IconButton


class PassphraseField(LineField):
    """A secret line with an eye beside it; `value` keeps its blanks."""

    def __init__(self) -> None:
        super().__init__(secret=True)
        self._before = ""
        self.eye = IconButton("eye", _("Show what is typed"), "eye")
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._on_eye)
        self.caps = label(_("Caps Lock seems to be on."), "words", name="caps")
        self.caps.setProperty("tone", Tone.WARN.value)
        self.caps.hide()
        self._column.removeWidget(self.line)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        self._column.addLayout(row)
        self._column.addWidget(self.caps)
        self.line.textEdited.connect(self._on_typed)

    def name_for_access(self, name: str) -> None:
        super().name_for_access(name)
        self.eye.setObjectName(f"{self.line.objectName()}.eye")
        self.eye.setAccessibleName(f"{name}: {self.eye.toolTip()}")

    def set_value(self, value: str | None) -> None:
        super().set_value(value)
        self._before = value or ""

    @Slot(bool)
    def _on_eye(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        # Qt does not tell the state of the key; a capital that comes without Shift, or a small letter with it, does.
        added = text[len(self._before) :] if text.startswith(self._before) else ""
        self._before = text
        shifted = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        if len(added) == 1 and added.isalpha():
            self.caps.setVisible(added.isupper() != shifted)
