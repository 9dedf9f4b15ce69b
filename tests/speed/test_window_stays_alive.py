"""The window answers while ten thousand rows are read in beside it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Final

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import build
from frontdesk.office import ListAsk
from frontdesk.store import open_store
from main import wire
from tests.conftest import PASSPHRASE, USER, StandingClock
from tests.speed.test_importing import REGISTER, ROSTER, ROWS, Sheet, write
from tests.ui.asking import ScriptedAsk
from tests.ui.stage import staged
from ui.desk.framing import House
from ui.desk.importing.dialog import ImportDialog
from ui.desk.importing.flow import Step
from ui.desk.shell import Shell
from ui.parts.collecting import Collector
from ui.parts.theme import Theme
from ui.petitions.importing import ImportDialog as RegisterDialog
from ui.roster.importing.dialog import ImportDialog as RosterDialog

pytestmark = pytest.mark.speed

LONGEST_MS: Final = 100
BEAT_MS: Final = 5
TRIES: Final = 4


class Pulse(QObject):
    """Beats in the window's thread and keeps the longest pause between two beats."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = 0.0
        self._last = perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> float:
        """End; the longest pause in milliseconds."""
        self._timer.stop()
        self._beat()
        return self.longest_ms

    @Slot()
    def _beat(self) -> None:
        now = perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000)
        self._last = now


@pytest.fixture
def collector() -> Iterator[Collector]:
    """Garbage is collected as in the program: in the window's thread."""
    made = Collector()
    yield made
    made.end()


def longest_pause(shell: Shell, dialog: ImportDialog, path: Path, qtbot: QtBot) -> float:
    """Milliseconds the window was deaf at most, from the choice of the file to the report."""

    def until(step: Step, ready: Callable[[], bool]) -> None:
        qtbot.waitUntil(lambda: dialog.stack.currentIndex() == step and ready(), timeout=600_000)

    dialog.begin()
    qtbot.waitUntil(lambda: not shell.env.lane._jobs)
    pulse = Pulse()
    dialog.take_file(path)
    until(Step.HEADERS, dialog.next.isEnabled)
    dialog.next.click()
    until(Step.PREVIEW, dialog.next.isEnabled)
    dialog.next.click()
    until(Step.REPORT, lambda: not shell.env.lane._jobs)
    return pulse.stop()


@pytest.mark.parametrize(
    ("sheet", "desk", "make"),
    [
        pytest.param(ROSTER, "roster", RosterDialog, id="roster"),
        pytest.param(REGISTER, "petitions", RegisterDialog, id="register"),
    ],
)
def test_the_window_is_never_deaf_for_a_tenth_of_a_second_while_ten_thousand_rows_are_read_in(
    sheet: Sheet,
    desk: str,
    make: Callable[..., ImportDialog],
    blank_office: Path,
    tmp_path: Path,
    clock: StandingClock,
    theme: Theme,
    collector: Collector,
    qtbot: QtBot,
) -> None:
    """The best of a few imports: whatever else runs on the machine only ever adds to a pause, the program's own comes
    back with each import."""
    path = write(sheet, tmp_path / "sheet.xlsx")
    pauses: list[float] = []
    while len(pauses) < TRIES and not (pauses and min(pauses) <= LONGEST_MS):
        folder = Path(shutil.copytree(blank_office, tmp_path / f"office-{len(pauses)}"))
        store = open_store(folder, USER, PASSPHRASE, clock=clock)
        services = build(store)
        with staged(services, theme, ScriptedAsk()) as stage:
            env = stage.env
            env.lane.busy_changed.connect(collector.heed)
            shell = Shell(House(services, env.lane, env.relay, env.theme, env.state, wire(), env.ask))
            shell.show()
            shell.jump(desk)
            pauses.append(longest_pause(shell, make(shell.env, shell.page), path, qtbot))
            assert len(services.listing(sheet.what, ListAsk())) >= 0.95 * ROWS
            shell.close_unasked()
            shell.deleteLater()
        store.close()
    print(f"{sheet.what}: the window paused {min(pauses):.0f} ms at most")  # noqa: T201
    assert min(pauses) <= LONGEST_MS
