"""Writing down who speaks and what they say, as fast as they say it."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton

from frontdesk.meetings import PHRASES
from frontdesk.messages import _
from ui.meetings.subject import Subject
from ui.parts.fields import Field, LineField, TextField
from ui.parts.form import Form
from ui.parts.picker import PickerField


def said_field(form: Form, name: str, title: str, *, lines: int = 3) -> TextField:
    """A field for what somebody says, put into `form`: Enter saves at once, Shift+Enter begins a new line."""
    field = TextField(lines=lines, lines_most=12, enter_moves_on=True)
    form.add(name, title, field, hint=_("Enter: done. Shift+Enter: new line."))
    field.entered.disconnect()
    field.entered.connect(form.save_asked)
    return field


class Speaking(QObject):
    """Goes on from the speaker, once chosen, to what is said, and from there with Enter to the next speaker."""

    def __init__(self, form: Form, speaker: PickerField, said: TextField, organisation: LineField | None) -> None:
        super().__init__(form)
        self._form, self._speaker, self._said, self._organisation = form, speaker, said, organisation
        speaker.changed.connect(self._on_speaker)
        speaker.entered.connect(self._on_entered)

    @Slot()
    def _on_speaker(self) -> None:
        chosen = self._speaker.value()
        if chosen is None or chosen.key is None:
            return
        if self._organisation is not None:
            self._organisation.set_value(chosen.detail)
        self._on_entered()

    @Slot()
    def _on_entered(self) -> None:
        if self._speaker.line.hasFocus():
            self._said.setFocus(Qt.FocusReason.TabFocusReason)


class Onward(QObject):
    """Goes on to the next field once somebody offered is chosen, as Enter does."""

    def __init__(self, form: Form, person: PickerField) -> None:
        super().__init__(form)
        self._person = person
        person.changed.connect(self._on_chosen)

    @Slot()
    def _on_chosen(self) -> None:
        chosen = self._person.value()
        if chosen is not None and chosen.key is not None and self._person.line.hasFocus():
            self._person.entered.emit()


class Phrases(Field):
    """The office's quick phrases: one is put where the cursor stands. The n-th has the key n while the list is open."""

    def __init__(self, subject: Subject, said: TextField) -> None:
        super().__init__()
        self._said = said
        self._button = QPushButton(_("&Quick phrases"))
        menu = QMenu(self._button)
        menu.setObjectName("phrases.menu")
        for at, phrase in enumerate(subject.env.services.office.setting(PHRASES), 1):
            action = QAction(f"&{at}  {phrase}" if at < 10 else phrase, menu)
            action.setData(phrase)
            action.triggered.connect(self._on_phrase)
            menu.addAction(action)
        self._button.setMenu(menu)
        row = QHBoxLayout()
        row.addWidget(self._button)
        row.addStretch(1)
        self._column.addLayout(row)
        self.hold(self._button)

    def value(self) -> None:
        """Nothing: what it puts in stands in the text."""

    def set_value(self, value: object) -> None:
        """Nothing to show."""

    @Slot()
    def _on_phrase(self) -> None:
        phrase = self.sender()
        if isinstance(phrase, QAction):
            self._said.text.insertPlainText(str(phrase.data()))
            self._said.setFocus(Qt.FocusReason.OtherFocusReason)
