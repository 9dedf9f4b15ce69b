"""Signing in: who, passphrase; or a new passphrase by the printed recovery code."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.errors import DeskError, DeskUnavailable, RuleBroken, Trouble
from frontdesk.messages import _
from frontdesk.store import Store, is_shared, open_store, reset_passphrase
from ui.desk.deskkeys import press_button
from ui.desk.signing import PassphraseField
from ui.parts.fields import LineField
from ui.parts.form import Form, required
from ui.parts.headings import Heading, Page, label
from ui.parts.lane import Lane
from ui.parts.theme import SPACE, Theme

Opens = Callable[[Path, str | None, str, bool], Store]
"""Opens the office: folder, user (None: the only one), passphrase, read-only."""

WIDE_LETTERS: Final = 66


def opens(folder: Path, user: str | None, passphrase: str, read_only: bool) -> Store:
    """Open the office as the store does."""
    return open_store(folder, user, passphrase, read_only=read_only)


class LoginWindow(QWidget):
    """Asks until the office is open, or the person leaves."""

    opened = Signal(object)
    """The `Store`."""
    other_asked = Signal()
    """Another office, or a backup: back to the first questions."""
    left = Signal()

    def __init__(
        self, folder: Path, user: str | None, lane: Lane, theme: Theme, *, opens: Opens = opens, says: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName("login")
        self.setWindowTitle(_("Sign in"))
        self._folder, self._lane, self._opens = folder, lane, opens
        self._is_done = False
        theme.add_keys(self)
        self.stack = QStackedWidget()
        self.stack.setObjectName("login.pages")
        self.sign_in = SignIn(folder, user, says)
        self.recover = Recover(user)
        for page in (self.sign_in, self.recover):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.sign_in.form.save_asked.connect(self._on_sign_in)
        self.sign_in.go.clicked.connect(self._on_sign_in)
        self.sign_in.look.clicked.connect(self._on_look)
        self.sign_in.forgot.clicked.connect(self._on_forgot)
        self.sign_in.other.clicked.connect(self.other_asked)
        self.recover.form.save_asked.connect(self._on_recover)
        self.recover.go.clicked.connect(self._on_recover)
        self.recover.back.clicked.connect(self._on_back)
        letters = self.fontMetrics()
        # With room for what may have to be said beside the passphrase.
        self.resize(letters.averageCharWidth() * WIDE_LETTERS, self.sizeHint().height() + 3 * letters.lineSpacing())
        if user:
            # Who is known types on with the passphrase.
            self.sign_in.form.field("passphrase").setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's name: Enter presses the button one stands on."""
        if not press_button(event, self):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's name."""
        super().closeEvent(event)
        if not self._is_done:
            self.left.emit()

    @Slot()
    def _on_sign_in(self) -> None:
        self._try(read_only=False)

    @Slot()
    def _on_look(self) -> None:
        self._try(read_only=True)

    def _try(self, *, read_only: bool) -> None:
        values = self.sign_in.form.values()
        self.sign_in.busy(True)
        work = partial(
            self._opens, self._folder, values.get("user") or self.sign_in.user, values["passphrase"], read_only
        )
        self._lane.submit(work, self._on_opened, self._on_refused, self).ended.connect(self._on_ended)

    @Slot(object)
    def _on_opened(self, store: Store) -> None:
        self._is_done = True
        self.opened.emit(store)

    @Slot(object)
    def _on_refused(self, error: DeskError) -> None:
        self.sign_in.busy(False)
        self.sign_in.show_error(error)

    @Slot(str)
    def _on_ended(self, outcome: str) -> None:
        """After a fault of the program too, whose report stands in front, one can try again."""
        if outcome != "done":
            self.sign_in.busy(False)
            self.recover.go.setEnabled(True)

    @Slot()
    def _on_forgot(self) -> None:
        self.recover.form.set_values({"user": self.sign_in.form.values().get("user") or self.sign_in.user or ""})
        self.stack.setCurrentWidget(self.recover)
        self.recover.form.field("user").setFocus()

    @Slot()
    def _on_back(self) -> None:
        self.stack.setCurrentWidget(self.sign_in)

    @Slot()
    def _on_recover(self) -> None:
        form = self.recover.form
        values = form.values()
        try:
            required(values, {"user": _("Your name"), "recovery_code": _("The recovery code")})
            if values["passphrase"] != values["again"]:
                raise RuleBroken("login.passphrases_differ", _("The two passphrases are not the same."), "again")
        except RuleBroken as error:
            form.show_error(error)
            return
        self.recover.go.setEnabled(False)
        work = partial(reset_passphrase, self._folder, values["recovery_code"], values["user"], values["passphrase"])
        self._lane.submit(work, self._on_reset, self._on_not_reset, self).ended.connect(self._on_ended)

    @Slot(object)
    def _on_reset(self, _nothing: object) -> None:
        values = self.recover.form.values()
        self.recover.clear()
        self.stack.setCurrentWidget(self.sign_in)
        self.sign_in.form.set_values({"user": values["user"], "passphrase": values["passphrase"]})
        self.sign_in.user = values["user"]
        self._on_sign_in()

    @Slot(object)
    def _on_not_reset(self, error: DeskError) -> None:
        field = error.field if isinstance(error, RuleBroken) else "recovery_code"
        self.recover.form.show_error(RuleBroken("login.recovery", str(error), field))


class SignIn(Page):
    """The first page: who, passphrase."""

    def __init__(self, folder: Path, user: str | None, says: str) -> None:
        super().__init__("sign_in")
        self.user = user
        self.add(Heading(_("Front desk"), _("The office in {folder}").format(folder=folder)))
        self.says = label(says, "words", name="login.says")
        self.says.setVisible(bool(says))
        self.add(self.says)
        self.form = Form("login")
        if is_shared(folder):
            self.form.add("user", _("&Your name"), LineField(), hint=_("Marks and capitals do not matter."))
            self.form.set_values({"user": user or ""})
        self.form.add("passphrase", _("&Passphrase"), PassphraseField())
        self.add(self.form)
        self.error = label("", "error", name="login.trouble")
        self.error.hide()
        self.add(self.error)
        self.go = _button(_("Sign in"), "login.go", "main")
        self.look = _button(_("Open read-only"), "login.look")
        self.look.hide()
        self.forgot = _button(_("Passphrase forgotten…"), "login.forgot", "link")
        self.other = _button(_("Another office, or a backup…"), "login.other", "link")
        self.add(_row(self.go, self.look))
        self.add(_row(self.forgot, self.other))

    def busy(self, is_busy: bool) -> None:
        """Take no second try while one is under way."""
        for button in (self.go, self.look, self.forgot, self.other):
            button.setEnabled(not is_busy)
        self.go.setText(_("Opening…") if is_busy else _("Sign in"))
        if is_busy:
            self.error.hide()
            self.form.clear_errors()

    def show_error(self, error: DeskError) -> None:
        """Say why the office did not open, and what can be done instead."""
        passphrase = self.form.field("passphrase")
        if isinstance(error, RuleBroken):
            self.form.show_error(error)
            return
        if isinstance(error, DeskUnavailable) and error.trouble is Trouble.WRONG_PASSPHRASE:
            self.form.show_error(RuleBroken("login.wrong", str(error), "passphrase"))
            passphrase.control.selectAll()  # type: ignore[attr-defined]
            return
        self.error.setText(str(error))
        self.error.show()
        held = isinstance(error, DeskUnavailable) and error.trouble in (Trouble.LOCKED, Trouble.READ_ONLY)
        self.look.setVisible(held)
        (self.look if held else passphrase).setFocus(Qt.FocusReason.OtherFocusReason)


class Recover(Page):
    """A new passphrase by the printed code."""

    def __init__(self, user: str | None) -> None:
        super().__init__("recover")
        self.add(
            Heading(
                _("Passphrase forgotten"),
                _("The recovery code stands on the card that was printed when the office was set up."),
            )
        )
        self.form = Form("recover")
        self.form.add("user", _("&Your name"), LineField()).set_value(user or "")
        self.form.add(
            "recovery_code",
            _("Recovery &code"),
            LineField(),
            hint=_("Eight groups of six digits; blanks do not matter."),
        )
        self.form.add("passphrase", _("&New passphrase"), PassphraseField())
        self.form.add("again", _("Once &more"), PassphraseField())
        self.add(self.form)
        self.go = _button(_("Set the new passphrase"), "recover.go", "main")
        self.back = _button(_("Go back"), "recover.back")
        self.add(_row(self.go, self.back))

    def clear(self) -> None:
        """Leave no secret behind."""
        self.form.set_values({"recovery_code": "", "passphrase": "", "again": ""})
        self.go.setEnabled(True)


def _button(text: str, name: str, role: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("role", role)
    button.setAutoDefault(False)
    return button


def _row(*buttons: QPushButton) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.s)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return holder
