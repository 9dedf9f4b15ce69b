"""Every window of the desk: walked through, opened and closed fifty times, and Qt called a hundred thousand times."""

from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.office import CommuneRow, PaperAsk
from frontdesk.store import recovery_code
from tests.ui.walk import check_window, walked
from ui.desk.about import About
from ui.desk.first_run import Header, Step
from ui.desk.framing import DeskWindow, House
from ui.desk.locking import LockScreen
from ui.desk.login import LoginWindow
from ui.desk.search import SearchBox
from ui.desk.shell import Shell
from ui.desk.wizard import Wizard
from ui.parts.theme import Theme

TIMES = 50
CALLS = 100_000
COMMUNE = CommuneRow("00070", "phường", "Hoàn Kiếm", "Thành phố Hà Nội")

Make = Callable[[House], QWidget]


def wizard(step: Step) -> Make:
    """The wizard at a step."""

    def make(house: House) -> QWidget:
        assert house.ask is not None
        window = Wizard(Path("office"), house.lane, house.theme, house.state, house.ask)
        window._is_done = True
        flow = window.flow
        flow.commune, flow.header = COMMUNE, Header.of(COMMUNE)
        if step in (Step.RECOVERY, Step.TYPE_BACK):
            flow.code = recovery_code()
        flow.step = step
        window._show()
        return window

    return make


def shell_with_notices(house: House) -> QWidget:
    window = Shell(house)
    window.env.notices.say("The backup is made and checked.")
    return window


WINDOWS: dict[str, Make] = {
    "shell": Shell,
    "shell with a notice": shell_with_notices,
    "own window": lambda house: DeskWindow(house, house.wiring.desks[1]),
    "login": lambda house: LoginWindow(house.services.store.folder, None, house.lane, house.theme),
    "search": lambda house: SearchBox(house.lane, house.wiring.desks, None),
    "lock": lambda house: LockScreen(house.services.store, house.lane, None),
    "about": lambda house: About(),
    **{f"wizard {step}": wizard(step) for step in Step},
}
DIFFERENT = {name: make for name, make in WINDOWS.items() if not name.startswith("wizard") or "welcome" in name}
windows = pytest.mark.parametrize("make", WINDOWS.values(), ids=WINDOWS.keys())


def let_go(window: QWidget, qtbot: QtBot) -> None:
    """Close a window the way the program does, and wait until it is gone."""
    if isinstance(window, Shell | DeskWindow):
        window.close_unasked()
    if isinstance(window, LockScreen):
        window.finish()
    if shiboken6.isValid(window):
        window.hide()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not shiboken6.isValid(window))


@windows
@walked
def test_everything_is_named_reached_by_tab_and_shown_whole(
    make: Make, house: House, theme: Theme, qtbot: QtBot
) -> None:
    window = make(house)
    check_window(window, theme)
    let_go(window, qtbot)


@pytest.mark.parametrize("make", DIFFERENT.values(), ids=DIFFERENT.keys())
def test_opening_and_closing_leaves_nothing_behind(make: Make, house: House, qtbot: QtBot) -> None:
    counts = []
    for _time in range(TIMES):
        window = make(house)
        window.show()
        let_go(window, qtbot)
        counts.append((len(QApplication.topLevelWidgets()), len(QApplication.allWidgets())))
    assert counts[4] == counts[-1]


def test_a_paper_opened_and_closed_leaves_nothing_behind(house: House, qtbot: QtBot) -> None:
    shell = Shell(house)
    shell.show()
    counts = []
    for _time in range(5):
        window = shell.opener.show_paper("members", PaperAsk())
        qtbot.waitUntil(lambda: not house.lane._jobs)
        window.close()
        qtbot.waitUntil(lambda window=window: not shiboken6.isValid(window))
        counts.append(len(QApplication.allWidgets()))
    assert counts[1] == counts[-1]
    let_go(shell, qtbot)


def test_a_hundred_thousand_calls_that_return_nothing(qtbot: QtBot) -> None:
    """PySide6 6.12.0 took a reference of None with each and ended the program after some 5,000."""
    words = QLabel()
    qtbot.addWidget(words)
    for _call in range(CALLS):
        words.setEnabled(True)
        words.update()
    assert words.isEnabled()
