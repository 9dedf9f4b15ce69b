"""The one main window: desks at the left, the open one beside them, the state of things at the foot."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import shiboken6
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.messages import _
from ui.desk.drafting import place_of
from ui.desk.env import BACK_UP, DeskSpec
from ui.desk.framing import DeskWindow, Frame, House
from ui.desk.menus import Menus
from ui.desk.navigation import Navigation
from ui.desk.search import SearchBox
from ui.desk.statusline import StatusLine
from ui.parts.headings import label
from ui.parts.notices import Weight
from ui.parts.theme import SPACE, IconButton

LAST_DESK = "desk.last"


class Shell(Frame):
    """Everything else is opened from here. Pages are made when they are first shown."""

    lock_asked = Signal()
    other_user_asked = Signal()
    backup_asked = Signal()
    restore_asked = Signal(object, str)
    """See `Opener.restore_asked`."""
    closed = Signal()
    """It has closed for good; nothing is unsaved."""

    def __init__(self, house: House) -> None:
        super().__init__(house, "main")
        self._pages: dict[int, Any] = {}
        self._at = -1
        self._is_leaving = False
        self._windows: list[DeskWindow] = []
        self._search: SearchBox | None = None
        self.stack = QStackedWidget()
        self.stack.setObjectName("desks")
        self.navigation = Navigation(self.desks)
        self.status = StatusLine(self)
        self._build()
        self.menus = Menus(self)
        self._add_keys()
        self.navigation.chosen.connect(self.open_desk)
        self.opener.jump_asked.connect(self.jump)
        self.opener.restore_asked.connect(self.restore_asked)
        self.status.backup_asked.connect(self.backup_asked)
        house.lane.busy_changed.connect(self.status.show_work)
        store = house.services.store
        self.status.tell(self.office_name(), store.session, read_only=store.read_only)
        self.place()
        last = house.state.get(LAST_DESK)
        self.open_desk(next((at for at, desk in enumerate(self.desks) if desk.key == last), 0))
        self.navigation.setFocus()

    # What is open

    @property
    def desks(self) -> Sequence[DeskSpec]:
        """The desks offered, in order."""
        return self.house.wiring.desks

    @property
    def page(self) -> Any:
        """See `Frame`."""
        return self._pages.get(self._at)

    @property
    def windows(self) -> tuple[DeskWindow, ...]:
        """The desks' own windows that are open."""
        return tuple(self._windows)

    def office_name(self) -> str:
        """Whose office this is."""
        return self.house.services.office.author()

    @Slot(int)
    def open_desk(self, at: int) -> None:
        """Bring a desk to the front, making its page the first time."""
        if not 0 <= at < len(self.desks):
            return
        if at not in self._pages:
            page = self.make(self.desks[at])
            self._pages[at] = page
            self.stack.addWidget(page)
        self._at = at
        self.stack.setCurrentWidget(self._pages[at])
        self.navigation.show_current(at)
        self.house.state.put(LAST_DESK, self.desks[at].key)
        self.retitle()

    @Slot(str)
    def jump(self, target: str) -> None:
        """Open a record by its number, a desk by its key, a draft by its; see `Env.jump`."""
        if target == BACK_UP:
            self.backup_asked.emit()
            return
        key, what = place_of(target)
        at = next((at for at, desk in enumerate(self.desks) if desk.key == key or _opens(desk, target)), None)
        if at is None:
            self.env.notices.say(_("{number} cannot be opened here.").format(number=target), Weight.WARN)
            return
        self.come_forward()
        self.open_desk(at)
        if _opens(self.desks[at], target):
            self.page.open_record(target)
        elif _opens(self.desks[at], what):
            self.page.open_record(target.partition("/")[2])
        elif what:
            # The form gives back the draft itself.
            self.page.new_record()
        self.retitle()

    @Slot()
    def open_own_window(self) -> DeskWindow | None:
        """The desk in front, once more in a window of its own."""
        if self._at < 0:
            return None
        window = DeskWindow(self.house, self.desks[self._at])
        window.opener.jump_asked.connect(self.jump)
        window.opener.restore_asked.connect(self.restore_asked)
        window.destroyed.connect(self._on_window_gone)
        self._windows.append(window)
        window.show()
        return window

    @Slot()
    def open_search(self) -> None:
        """Ctrl+K: find anything."""
        if self._search is None:
            self._search = SearchBox(self.house.lane, self.desks, self)
            self._search.chosen.connect(self.jump)
        self._search.open_over(self)

    def show_age(self, made: datetime | None) -> None:
        """When the last good backup was made."""
        self.status.show_age(made, self.house.services.store.today)

    def come_forward(self) -> None:
        """Be seen, above the other windows."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    @Slot()
    def retitle(self) -> None:
        """See `Frame`."""
        if self._at >= 0:
            self.setWindowTitle(f"{self.titled(self.desks[self._at])} – {self.office_name()}")

    # Leaving

    def may_leave(self) -> bool:
        """Whether every open desk can be closed; each asks about what is not saved."""
        for at, page in self._pages.items():
            if not page.may_leave():
                self.open_desk(at)
                return False
        return all(window.close() for window in self.windows)

    def close_unasked(self) -> None:
        """Go without a question and without `closed`: somebody else signs in."""
        self._is_leaving = True
        for window in self.windows:
            window.close_unasked()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's name."""
        if not self._is_leaving and not self.may_leave():
            event.ignore()
            return
        super().closeEvent(event)
        if not self._is_leaving:
            self._is_leaving = True
            self.closed.emit()

    # Building

    def _build(self) -> None:
        search = IconButton("search", _("Find anything (Ctrl+K)"), "open_search", _("Find (Ctrl+K)"))
        search.clicked.connect(self.open_search)
        own = IconButton("window", _("Open this desk in a window of its own"), "own_window", _("Own window"))
        own.setProperty("role", "flat")
        own.clicked.connect(self.open_own_window)
        self._name: QLabel = label(self.house.services.office.commune().name, "section", name="commune")
        side = QWidget()
        side.setObjectName("side")
        column = QVBoxLayout(side)
        column.setContentsMargins(SPACE.m, SPACE.l, SPACE.m, SPACE.m)
        column.setSpacing(SPACE.m)
        column.addWidget(self._name)
        column.addWidget(search)
        column.addWidget(self.navigation, 1)
        column.addWidget(own)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(whole)
        self.setStatusBar(self.status)

    def _add_keys(self) -> None:
        for at in range(min(9, len(self.desks))):
            keys = QShortcut(QKeySequence(f"Ctrl+{at + 1}"), self)
            keys.setProperty("desk", at)
            keys.activated.connect(self._on_desk_key)
        QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_K), self).activated.connect(self.open_search)

    @Slot()
    def _on_desk_key(self) -> None:
        self.open_desk(int(self.sender().property("desk")))

    @Slot()
    def _on_window_gone(self) -> None:
        self._windows = [window for window in self._windows if shiboken6.isValid(window)]


def _opens(desk: DeskSpec, number: str) -> bool:
    return bool(number) and number.startswith(desk.prefixes)
