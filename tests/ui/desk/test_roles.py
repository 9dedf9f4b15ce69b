"""Two users: whoever signs in meets every desk, is offered what the role may do, and is refused the rest."""

from pathlib import Path
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.commands.context import Start
from frontdesk.commands.rooms import DEEDS
from frontdesk.commands.services import build
from frontdesk.errors import NotAllowed
from frontdesk.office import AdmitUser
from frontdesk.store import Role, journal_entries, open_store
from main import wire
from tests.conftest import PASSPHRASE, USER, StandingClock
from tests.ui.asking import ScriptedAsk
from tests.ui.stage import Kept
from ui.desk.application import Program
from ui.desk.shell import Shell
from ui.parts.theme import Theme

SECOND: Final = "Phạm Đức Toàn"
THEIRS: Final = "mật khẩu của anh Toàn"


@pytest.mark.parametrize("role", list(Role))
def test_every_deed_of_every_desk_is_offered_and_done_by_its_roles_alone(
    office_folder: Path, clock: StandingClock, theme: Theme, ask: ScriptedAsk, qtbot: QtBot, role: Role
) -> None:
    store = open_store(office_folder, USER, PASSPHRASE, clock=clock)
    build(store).office.admit_user(AdmitUser(SECOND, (role,), THEIRS))
    store.close()
    program = Program(Start(office_folder, "pham duc toan", THEIRS), wire(), theme, Kept(), ask=ask)
    program.begin()
    shell = program.front
    assert isinstance(shell, Shell)
    for at in range(len(shell.desks)):
        shell.open_desk(at)
        qtbot.waitUntil(lambda: not program._lane._jobs)
    signed_in = shell.env.services.store
    assert signed_in.session.user == SECOND
    before = sum(1 for _entry in journal_entries())
    for deed in DEEDS:
        assert shell.env.may(deed) == (role in deed.roles), deed.name
        if role not in deed.roles:
            with pytest.raises(NotAllowed), signed_in.change(deed):
                pass
    assert sum(1 for _entry in journal_entries()) == before
    program.end()
