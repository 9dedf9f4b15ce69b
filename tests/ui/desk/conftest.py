"""The shell over a test's own office, with desks that note what is asked of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.commands.context import Start
from frontdesk.store import Store, open_store
from tests.conftest import StandingClock
from tests.ui.asking import ScriptedAsk
from tests.ui.desk.notedesk import desk
from tests.ui.stage import Kept, Stage
from ui.desk.application import Program
from ui.desk.framing import House
from ui.desk.shell import Shell
from ui.desk.today import with_today
from ui.desk.wiring import Wiring
from ui.parts.theme import Theme


@pytest.fixture
def wiring() -> Wiring:
    return with_today(Wiring((desk("notes", "KN-"), desk("people", "NG-"))))


@pytest.fixture
def house(stage: Stage, wiring: Wiring) -> House:
    env = stage.env
    return House(env.services, env.lane, env.relay, env.theme, env.state, wiring, env.ask)


@pytest.fixture
def shell(house: House) -> Iterator[Shell]:
    window = Shell(house)
    window.show()
    window.open_desk(1)
    yield window
    window.close_unasked()
    window.deleteLater()


@pytest.fixture
def make_program(
    office_folder: Path, theme: Theme, ask: ScriptedAsk, wiring: Wiring, clock: StandingClock, qtbot: QtBot
) -> Iterator[Callable[..., Program]]:
    """Programs over `office_folder` by this test's clock; what is still open is closed at the end."""
    made: list[Program] = []

    def opens(folder: Path, user: str | None, passphrase: str, read_only: bool) -> Store:
        return open_store(folder, user, passphrase, clock=clock, read_only=read_only)

    def make(**given: object) -> Program:
        start = replace(Start(office_folder, None), **given)
        program = Program(start, wiring, theme, Kept(), ask=ask, opens=opens)
        made.append(program)
        program.begin()
        return program

    yield make
    for program in made:
        program.end()


def sign_in(program: Program, qtbot: QtBot, passphrase: str, user: str = "") -> Shell:
    """Through the login window to the shell."""
    login = program.front
    values = {"passphrase": passphrase} | ({"user": user} if user else {})
    login.sign_in.form.set_values(values)
    login.sign_in.go.click()
    qtbot.waitUntil(lambda: program.sitting is not None)
    return program.sitting.shell
