"""What the main window and a desk's own window have in common: one environment for each, and a title that tells."""

from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from frontdesk.commands.services import Services
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from ui.desk.deskkeys import answer, press_button
from ui.desk.env import DeskSpec, Env
from ui.desk.showing import PaperWindow, paper_title, printed
from ui.desk.wiring import Wiring
from ui.parts.ask import Ask, QtAsk
from ui.parts.lane import Lane
from ui.parts.notices import Notices
from ui.parts.relay import Relay
from ui.parts.remembering import StateStore, keep_place, restore_place
from ui.parts.theme import Theme

FIRST_SIZE: Final = (1180, 700)
"""Of a window never opened before, in pixels."""
ROOMY: Final = 1600
"""On a screen narrower than this a window takes all of it at first: a list has no width to give away."""


@dataclass(frozen=True)
class House:
    """What all windows of one sign-in share. `ask` None: each window asks with its own dialogs."""

    services: Services
    lane: Lane
    relay: Relay
    theme: Theme
    state: StateStore
    wiring: Wiring
    ask: Ask | None = None


class Opener(QObject):
    """Opens what a window asks for by name: a record by its number, a paper, a page of help."""

    jump_asked = Signal(str)
    restore_asked = Signal(object, str)
    """The folder (`Path`) of a backup, and the passphrase of whoever wants it back."""

    def __init__(self, house: House, window: QWidget) -> None:
        super().__init__(window)
        self._house, self._window = house, window
        self.env = Env(
            services=house.services,
            lane=house.lane,
            relay=house.relay,
            ask=house.ask or QtAsk(window),
            notices=Notices(window),
            theme=house.theme,
            state=house.state,
            show_paper=self.show_paper,
            jump=self.jump_asked.emit,
            help_for=self.help_for,
            restore=self.restore_asked.emit,
        )

    def show_paper(self, kind: str, ask: PaperAsk) -> PaperWindow:
        """Open a paper in preview."""
        house = self._house
        window = PaperWindow(paper_title(kind), house.lane, house.theme, house.state, house.ask, self._window)
        window.show()
        window.preview.show_paper(partial(printed, house.services, kind, ask))
        return window

    def help_for(self, page: str) -> None:
        """Open a page of help, where there is help."""
        if self._house.wiring.help is not None:
            self._house.wiring.help(self.env, page)


class Frame(QMainWindow):
    """A window that holds desks: their keys, its title, its place on the screen."""

    def __init__(self, house: House, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.house = house
        self.opener = Opener(house, self)
        self.env = self.opener.env
        house.theme.add_keys(self)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    @property
    def page(self) -> Any:
        """The desk's page now in front (a `DeskPage`), None when there is none."""
        raise NotImplementedError

    def make(self, desk: DeskSpec) -> Any:
        """The page of a desk, for this window."""
        page = desk.make(self.env)
        changed = getattr(page, "title_changed", None)
        if changed is not None:
            changed.connect(self.retitle)
        return page

    @Slot()
    def retitle(self) -> None:
        """Name the open record, the desk and the office in the title."""
        raise NotImplementedError

    def titled(self, desk: DeskSpec) -> str:
        """The window's title while `desk` is in front."""
        parts = [self.page.title, _(desk.title)] if self.page is not None else [_(desk.title)]
        return " – ".join(part for part in parts if part)

    def place(self) -> None:
        """Stand where the window stood last."""
        if not restore_place(self, self.house.state):
            self.resize(*FIRST_SIZE)
            if FIRST_SIZE[0] < self.screen().availableGeometry().width() < ROOMY:
                self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's name: the keys that no control wanted."""
        if event.matches(QKeySequence.StandardKey.HelpContents):
            self.open_help()
        elif not press_button(event, self) and (self.page is None or not answer(event, self.page, self)):
            super().keyPressEvent(event)

    @Slot()
    def open_help(self) -> None:
        """F1: help for where one stands."""
        self.opener.help_for(getattr(self.page, "help_page", ""))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's name: remember the place."""
        keep_place(self, self.house.state)
        super().closeEvent(event)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self.retitle()


class DeskWindow(Frame):
    """One desk in a window of its own."""

    def __init__(self, house: House, desk: DeskSpec) -> None:
        super().__init__(house, f"desk_{desk.key}")
        self.desk = desk
        self._is_leaving = False
        self._page = self.make(desk)
        self.setCentralWidget(self._page)
        self.place()
        self.retitle()

    @property
    def page(self) -> Any:
        """See `Frame`."""
        return self._page

    @Slot()
    def retitle(self) -> None:
        """See `Frame`."""
        self.setWindowTitle(self.titled(self.desk))

    def close_unasked(self) -> None:
        """Go without a question: what was being typed has been kept."""
        self._is_leaving = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's name: ask about what is not saved."""
        if not self._is_leaving and not self._page.may_leave():
            event.ignore()
            return
        super().closeEvent(event)
        self.deleteLater()
