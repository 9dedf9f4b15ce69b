"""The daily backup in the background."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.office import Set
from tests.conftest import StandingClock
from ui.desk.backing_up import BackupRound
from ui.desk.framing import House
from ui.desk.shell import Shell


@pytest.fixture
def round_(house: House, shell: Shell) -> BackupRound:
    return BackupRound(house, shell)


def test_the_first_start_of_a_day_makes_one_and_the_second_none(
    round_: BackupRound, house: House, shell: Shell, clock: StandingClock, qtbot: QtBot
) -> None:
    store = house.services.store
    with qtbot.waitSignal(round_.made):
        round_.look()
    assert shell.status.backup.text() == "Backup: today 08:00"
    with qtbot.assertNotEmitted(round_.made, wait=300):
        round_.look()
    clock.moment += timedelta(1)
    with qtbot.waitSignal(round_.made):
        round_.look()
    assert len(store.backups()) == 2
    assert shell.env.notices.texts == ()


def test_where_the_office_wants_none_none_is_made(
    round_: BackupRound, house: House, shell: Shell, qtbot: QtBot
) -> None:
    house.services.office.set(Set("office.daily_backup", "no"))
    with qtbot.assertNotEmitted(round_.made, wait=300):
        round_.look()
    assert shell.status.backup.text() == "No backup yet"


def test_one_asked_for_is_answered(round_: BackupRound, shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(round_.made):
        round_.make()
    assert shell.env.notices.texts == ("The backup is made and checked.",)


def test_one_that_fails_is_said_and_can_be_tried_again(
    round_: BackupRound, house: House, shell: Shell, qtbot: QtBot
) -> None:
    place = house.services.store.folder / "backups"
    place.touch()
    round_.make()
    qtbot.waitUntil(lambda: bool(shell.env.notices.texts))
    assert shell.env.notices.texts[0].startswith("No backup was made.")
    place.unlink()
    with qtbot.waitSignal(round_.made):
        round_.make()
