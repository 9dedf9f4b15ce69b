"""One field of a form with what stands around it."""

from PySide6.QtWidgets import QLabel, QVBoxLayout

from ui.parts.fields import Field
from ui.parts.headings import label
from ui.parts.theme import SPACE


class Line:
    """A field with its label, its hint and the place for its error."""

    def __init__(self, title: str, field: Field, hint: str) -> None:
        self.row = 0
        self.field = field
        self.title = title
        self.label: QLabel | None = label(title, "label", wraps=False) if title else None
        self.hint: QLabel | None = label(hint, "hint") if hint else None
        self.error = label("", "error")
        self.error.hide()
        self.beside = QVBoxLayout()
        self.beside.setSpacing(SPACE.xs)
        for widget in (field, self.hint, self.error):
            if widget is not None:
                self.beside.addWidget(widget)

    def label_width(self) -> int:
        """The room the label needs, 0 where there is none in view."""
        return 0 if self.label is None or self.label.isHidden() else self.label.minimumSizeHint().width()

    def field_width(self) -> int:
        """The room the field needs."""
        return 0 if self.field.isHidden() else self.beside.minimumSize().width()
