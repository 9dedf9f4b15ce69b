"""Writing down who speaks and what they say, as fast as they say it."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton

from frontdesk.meetings import PHRASES
from frontdesk.messages import _
from ui.meetings.subject import Subject
from ui.parts.fields import LineField, TextField
from ui.parts.form import Form
from ui.parts.picker import PickerField


class SaidField(TextField):
    """What somebody says: Enter is done with it, Shift+Enter begins a new line."""

    finished = Signal()

    def __init__(self, *, lines: int = 3) -> None:
        super().__init__(lines=lines, lines_most=12)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(key), self.text)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.finished)


class Speaking(QObject):
    """Goes on from the speaker, once chosen, to what is said, and from there with Enter to the next speaker."""

    def __init__(self, form: Form, speaker: PickerField, said: TextField, organisation: LineField | None) -> None:
        super().__init__(form)
        self._form, self._speaker, self._said, self._organisation = form, speaker, said, organisation
        speaker.changed.connect(self._on_speaker)
        speaker.entered.connect(self._on_entered)
        if isinstance(said, SaidField):
            said.finished.connect(form.save_asked)

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


class Phrases(QPushButton):
    """The office's quick phrases: one is put where the cursor stands. The n-th has the key n while the list is open."""

    def __init__(self, subject: Subject, said: TextField) -> None:
        super().__init__(_("&Quick phrases"))
        self.setObjectName("phrases")
        self.setAccessibleName(_("Quick phrases"))
        self._said = said
        menu = QMenu(self)
        menu.setObjectName("phrases.menu")
        for at, phrase in enumerate(subject.env.services.office.setting(PHRASES), 1):
            action = QAction(f"&{at}  {phrase}" if at < 10 else phrase, menu)
            action.setData(phrase)
            action.triggered.connect(self._on_phrase)
            menu.addAction(action)
        self.setMenu(menu)

    @Slot()
    def _on_phrase(self) -> None:
        phrase = self.sender()
        if isinstance(phrase, QAction):
            self._said.text.insertPlainText(str(phrase.data()))
            self._said.setFocus(Qt.FocusReason.OtherFocusReason)
