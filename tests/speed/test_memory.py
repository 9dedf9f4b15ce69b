"""Every window opened and closed fifty times: memory stays flat, and no window is left."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.office import PaperAsk
from main import wire
from tests.ui.asking import ScriptedAsk
from tests.ui.stage import staged
from ui.desk.env import DeskSpec
from ui.desk.framing import DeskWindow, House
from ui.desk.importing.dialog import ImportDialog as SheetDialog
from ui.desk.shell import Shell
from ui.parts.theme import Theme
from ui.petitions.importing import ImportDialog as RegisterDialog
from ui.roster.importing.dialog import ImportDialog as RosterDialog
from ui.settings.recovery import RecoveryDialog
from ui.settings.restoring import RestoreDialog

pytestmark = pytest.mark.speed

TIMES: Final = 50
WARM: Final = 10
GROWTH: Final = 1.10
DESKS: Final = wire().desks
DIALOGS: Final[dict[str, Callable[[Shell], QWidget]]] = {
    "roster import": lambda shell: RosterDialog(shell.env, shell.page),
    "register import": lambda shell: RegisterDialog(shell.env, shell.page),
    "restore": lambda shell: RestoreDialog(shell.env, shell.page),
    "recovery": lambda shell: RecoveryDialog(shell.env, shell.page),
    "paper": lambda shell: shell.opener.show_paper("members", PaperAsk()),
}


def resident_mib() -> float:
    """The memory this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


@pytest.fixture
def house(collected_at_home: None, services: Services, theme: Theme) -> Iterator[House]:
    """What all windows share; garbage is collected only where windows may go."""
    with staged(services, theme, ScriptedAsk()) as stage:
        env = stage.env
        yield House(env.services, env.lane, env.relay, env.theme, env.state, wire(), env.ask)


def fifty_times(open_and_close: Callable[[], None]) -> None:
    """Assert that after a warm-up nothing is left of any time."""
    memory, objects, widgets = [], [], []
    for _time in range(TIMES):
        open_and_close()
        gc.collect()
        memory.append(resident_mib())
        objects.append(len(gc.get_objects()))
        widgets.append((len(QApplication.topLevelWidgets()), len(QApplication.allWidgets())))
    assert widgets[WARM] == widgets[-1]
    assert objects[-1] <= GROWTH * objects[WARM]
    assert memory[-1] <= GROWTH * memory[WARM]


def let_go(window: QWidget, house: House, qtbot: QtBot) -> None:
    """Wait until a window has read what it wanted, close it as a person does, and wait until it is gone."""
    window.show()
    qtbot.waitUntil(lambda: not house.lane._jobs)
    if isinstance(window, DeskWindow | Shell):
        window.close_unasked()
    else:
        window.close()
    if isinstance(window, Shell):
        window.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(window))


@pytest.mark.parametrize("desk", DESKS, ids=[desk.key for desk in DESKS])
def test_a_desk_in_a_window_of_its_own_leaves_nothing_behind(desk: DeskSpec, house: House, qtbot: QtBot) -> None:
    fifty_times(lambda: let_go(DeskWindow(house, desk), house, qtbot))


def test_the_main_window_with_every_desk_leaves_nothing_behind(house: House, qtbot: QtBot) -> None:
    def once() -> None:
        shell = Shell(house)
        for at in range(len(DESKS)):
            shell.open_desk(at)
        let_go(shell, house, qtbot)

    fifty_times(once)


@pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS.keys())
def test_a_dialog_leaves_nothing_behind(make: Callable[[Shell], QWidget], house: House, qtbot: QtBot) -> None:
    shell = Shell(house)
    shell.show()
    fifty_times(lambda: let_go(make(shell), house, qtbot))
    assert not shell.findChildren(SheetDialog)
    let_go(shell, house, qtbot)
