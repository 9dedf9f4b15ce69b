"""The first window of a new computer: an office is made, opened, restored or tried."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent

from frontdesk.commands import demo
from frontdesk.errors import DeskError, RuleBroken
from frontdesk.messages import _, mark
from frontdesk.office import recovery_card
from frontdesk.store import Cost, SystemClock, restore_office
from ui.desk.deskkeys import press_button
from ui.desk.first_pages import (
    ChooseCommune,
    ChooseHeader,
    ChooseSigners,
    ChooseUser,
    FirstPage,
    ShowRecovery,
    TypeBack,
    Welcome,
)
from ui.desk.first_run import FirstRun, NewOffice, Step, found_office, office_in
from ui.desk.restore_page import RestorePage
from ui.desk.showing import PaperWindow, shown
from ui.desk.wizard_frame import WizardFrame
from ui.parts.ask import Ask, QtAsk
from ui.parts.lane import Job, Lane
from ui.parts.remembering import StateStore
from ui.parts.theme import Theme

WIDE_LETTERS: Final = 96
HIGH_LINES: Final = 38
NEXT: Final = mark("Next")
_NEXT: Final = {
    Step.USER: mark("Make the office"),
    Step.RECOVERY: mark("I have it on paper"),
    Step.TYPE_BACK: mark("Begin to work"),
    Step.RESTORE: mark("Restore"),
}


class Wizard(WizardFrame):
    """Draws the pages of a `FirstRun`. `folder` is where a new office goes."""

    chosen = Signal(object)
    """The folder (`Path`) of an office that is there."""
    made = Signal(object, str, str)
    """An office that can be opened at once: folder, user, passphrase."""
    left = Signal()

    def __init__(
        self, folder: Path, lane: Lane, theme: Theme, state: StateStore, ask: Ask | None, *, cost: Cost | None = None
    ) -> None:
        super().__init__("wizard")
        self.setWindowTitle(_("Front desk"))
        self.flow = FirstRun()
        self._folder, self._lane, self._theme, self._state, self._cost = folder, lane, theme, state, cost
        self._ask = ask or QtAsk(self)
        self._given_ask = ask
        self._new: NewOffice | None = None
        self._is_done = False
        theme.add_keys(self)
        now = SystemClock().now()
        self._today = now.date()
        self.welcome, self.recovery, self.restore = Welcome(), ShowRecovery(), RestorePage(self._ask)
        self.pages: dict[Step, FirstPage] = {
            Step.WELCOME: self.welcome,
            Step.COMMUNE: ChooseCommune(lane),
            Step.HEADER: ChooseHeader(lane, now.year),
            Step.SIGNERS: ChooseSigners(),
            Step.USER: ChooseUser(),
            Step.RECOVERY: self.recovery,
            Step.TYPE_BACK: TypeBack(),
            Step.RESTORE: self.restore,
        }
        for page in self.pages.values():
            self.stack.addWidget(page)
            page.form.save_asked.connect(self.next)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.next)
        self.welcome.chosen.connect(self._on_way)
        self.recovery.print_asked.connect(self._on_print)
        self._show()
        letters = self.fontMetrics()
        self.resize(letters.averageCharWidth() * WIDE_LETTERS, letters.height() * HIGH_LINES)

    @property
    def page(self) -> FirstPage:
        """The page in front."""
        return self.pages[self.flow.step]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's name: Enter presses the button one stands on."""
        if not press_button(event, self):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's name: an office whose card was not proven is not left without a word."""
        if self.is_busy:
            event.ignore()
            return
        if (
            self.flow.is_made
            and not self._is_done
            and not self._ask.confirm(
                _("Close without the card?"),
                _(
                    "The office is made. Without the recovery card a forgotten passphrase loses all data. "
                    "The code will not be shown again."
                ),
                _("Close all the same"),
                risky=True,
            )
        ):
            event.ignore()
            return
        super().closeEvent(event)
        if not self._is_done:
            self.left.emit()

    # Steps

    @Slot(str)
    def _on_way(self, key: str) -> None:
        if key == "new":
            self.flow.begin_new()
            self._show()
        elif key == "restore":
            self.flow.begin_restore()
            self._show()
        elif key == "open":
            self._open_other()
        else:
            self._make_sample()

    @Slot()
    def next(self) -> None:
        """Take what the page holds, and go on; what is not right stands beside its field."""
        if self.next_button.isEnabled() and self.page.form.readable():
            try:
                self._leave()
            except RuleBroken as error:
                self._show_error(error)

    @Slot()
    def back(self) -> None:
        """One page back."""
        self.flow.back()
        self._show()

    def _leave(self) -> None:
        step = self.flow.step
        if step is Step.USER:
            values = self.page.form.values()
            self._new = self.flow.new_office(values["user"], values["passphrase"], values["again"])
            self._work(
                partial(found_office, self._folder, self._new, self._cost), self._on_made, _("Making the office…")
            )
        elif step is Step.RESTORE:
            self._restore()
        else:
            self.page.leave(self.flow)
            if step is Step.TYPE_BACK:
                self._finish()
            else:
                self._show()

    def _finish(self) -> None:
        if self._new is not None:
            self._is_done = True
            self.made.emit(self._folder, self._new.user, self._new.passphrase)

    @Slot(object)
    def _on_made(self, code: str) -> None:
        self.busy(False)
        self.flow.made(code)
        self._show()

    @Slot()
    def _on_print(self) -> None:
        if self._new is None:
            return
        office = f"Ủy ban MTTQ Việt Nam {self._new.commune.name}"
        card = recovery_card(office, self._new.user, self.flow.code, self._today)
        window = PaperWindow(card.title, self._lane, self._theme, self._state, self._given_ask, self)
        window.show()
        window.preview.show_paper(partial(shown, card, "the-khoi-phuc"))

    # The other ways

    def _open_other(self) -> None:
        folder = self._ask.choose_folder(_("Folder of the office"))
        if folder is not None:
            try:
                place = office_in(folder)
            except RuleBroken as error:
                self.say(str(error))
                return
            self._is_done = True
            self.chosen.emit(place)

    def _make_sample(self) -> None:
        folder = self._folder.with_name("demo")
        self._work(partial(demo.make_sample, folder, demo.PASSPHRASE), self._on_sample, _("Making the sample office…"))

    @Slot(object)
    def _on_sample(self, folder: Path) -> None:
        self._is_done = True
        self.made.emit(folder, demo.USER, demo.PASSPHRASE)

    def _restore(self) -> None:
        values = self.page.form.values()
        chosen = self.restore.backup().folder
        user = values["user"] or None
        self._work(
            partial(restore_office, self._folder, chosen, user, values["passphrase"]),
            self._on_restored,
            _("Checking and restoring the backup…"),
        )

    @Slot(object)
    def _on_restored(self, _nothing: object) -> None:
        self._is_done = True
        self.chosen.emit(self._folder)

    # Working and showing

    def _work(self, work: Callable[[], Any], done: Callable[[Any], object], says: str) -> None:
        self.busy(True)
        job = Job(says)
        self.progress.watch(job)
        self._lane.submit(work, done, self._on_failed, self, job).ended.connect(self._on_ended)

    @Slot()
    def _on_ended(self) -> None:
        """However it ended, a fault of the program included."""
        self.busy(False)

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        self.busy(False)
        self._show_error(error if isinstance(error, RuleBroken) else RuleBroken("first_run.trouble", str(error)))

    def _show_error(self, error: RuleBroken) -> None:
        """Beside its field, or above the page where there are no fields."""
        if self.page.form.isVisible():
            self.page.form.show_error(error)
        else:
            self.say(error.message)

    def _show(self) -> None:
        step, page = self.flow.step, self.page
        page.enter(self.flow)
        at, of = self.flow.place
        self.heading.set_text(_(page.title), _(page.detail))
        self.counter.setText(_("Page {at} of {of}").format(at=at, of=of) if of else "")
        self.stack.setCurrentWidget(page)
        self.back_button.setVisible(self.flow.may_go_back)
        self.next_button.setVisible(step is not Step.WELCOME)
        self.next_button.setText(_(_NEXT.get(step, NEXT)))
        self.say("")
        fields = list(page.form.values())
        if step is Step.WELCOME:
            self.welcome.buttons[0].setFocus()
        elif step is Step.RECOVERY:
            self.recovery.button.setFocus()
        elif fields and page.form.isVisible():
            page.form.field(fields[0]).setFocus()
