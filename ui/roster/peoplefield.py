"""Several people of the roster, chosen one after another."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from frontdesk.messages import _
from ui.desk.env import Env
from ui.parts.fields import Choice, Field
from ui.roster.pickers import person_field

_CHOICE = Qt.ItemDataRole.UserRole
ROWS = 4


class PeopleField(Field):
    """Type a name, Enter adds it; Del in the list takes somebody off. `value` is a tuple of `Choice`."""

    def __init__(self, env: Env) -> None:
        super().__init__()
        self.picker = person_field(env)
        self.list = QListWidget()
        self.list.setObjectName("people_chosen")
        self.list.setToolTip(_("Del takes somebody off the list"))
        self.list.setFixedHeight(ROWS * round(self.fontMetrics().height() * 1.9))
        self.picker.changed.connect(self._on_picked)
        self.picker.entered.connect(self.entered)
        self._column.addWidget(self.picker)
        self._column.addWidget(self.list)
        self.hold(self.picker.control)
        remove = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self._on_remove)

    def name_for_access(self, name: str) -> None:
        super().name_for_access(name)
        self.list.setAccessibleName(_("{field}: chosen").format(field=name))

    def value(self) -> tuple[Choice, ...]:
        return tuple(self.list.item(at).data(_CHOICE) for at in range(self.list.count()))

    def set_value(self, value: tuple[Choice, ...] | None) -> None:
        self.list.clear()
        for choice in value or ():
            self._append(choice)

    def trouble(self) -> str:
        return self.picker.trouble()

    def _append(self, choice: Choice) -> None:
        item = QListWidgetItem(f"{choice.text} — {choice.detail}" if choice.detail else choice.text)
        item.setData(_CHOICE, choice)
        self.list.addItem(item)

    @Slot()
    def _on_picked(self) -> None:
        choice = self.picker.value()
        if choice is None or choice.key is None:
            return
        if all(one.key != choice.key for one in self.value()):
            self._append(choice)
            self.changed.emit()
        self.picker.set_value(None)

    @Slot()
    def _on_remove(self) -> None:
        if self.list.currentRow() >= 0:
            self.list.takeItem(self.list.currentRow())
            self.changed.emit()
