"""The check list of a petition: each condition met or not, or none looked at yet."""

from collections.abc import Collection

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox

from frontdesk.messages import _
from frontdesk.petitions import Condition, Kind, condition_title, conditions
from ui.parts.fields import Field
from ui.parts.headings import Hint
from ui.petitions.words import capital


class ConditionsField(Field):
    """A box for each condition and one that says they were looked at; `value` names those not met, None: not checked.

    A ticked condition is met. They all begin ticked: one takes away what is missing.
    """

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.checked = QCheckBox(_("The conditions were checked"))
        self.checked.clicked.connect(self._on_checked)
        self._column.addWidget(self.checked)
        self.boxes: dict[Condition, QCheckBox] = {}
        for condition in conditions(kind):
            box = QCheckBox(capital(condition_title(condition)))
            box.setObjectName(f"condition.{condition}")
            box.setChecked(True)
            box.clicked.connect(self.changed)
            self.boxes[condition] = box
            self._column.addWidget(box)
        self._hint = Hint(_("Take away the tick from what is missing."))
        self._column.addWidget(self._hint)
        self.hold(self.checked)
        self._show()

    def value(self) -> tuple[Condition, ...] | None:
        """See `Field`."""
        if not self.checked.isChecked():
            return None
        return tuple(condition for condition, box in self.boxes.items() if not box.isChecked())

    def set_value(self, value: Collection[str] | None) -> None:
        """See `Field`."""
        self.checked.setChecked(value is not None)
        for condition, box in self.boxes.items():
            box.setChecked(condition not in (value or ()))
        self._show()

    @Slot()
    def _on_checked(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for box in (*self.boxes.values(), self._hint):
            box.setVisible(self.checked.isChecked())
