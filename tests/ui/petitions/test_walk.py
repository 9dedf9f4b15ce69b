"""Every part of the desk: named, reached by Tab in reading order, nothing cut."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.stage import Stage
from tests.ui.walk import check_window, walked
from ui.parts.theme import Theme
from ui.petitions.desk import PetitionsDesk


@pytest.mark.parametrize("tab", range(5))
@walked
def test_every_part_is_walked_by_keys(desk: PetitionsDesk, stage: Stage, theme: Theme, tab: int, qtbot: QtBot) -> None:
    desk.tabs.setCurrentIndex(tab)
    qtbot.waitUntil(lambda: not stage.env.lane._jobs)
    check_window(stage.window, theme)


@walked
def test_a_petition_is_walked_by_keys(
    desk: PetitionsDesk, stage: Stage, theme: Theme, number: str, qtbot: QtBot
) -> None:
    desk.open_record(number)
    qtbot.waitUntil(lambda: not stage.env.lane._jobs)
    check_window(stage.window, theme)


@walked
def test_the_intake_is_walked_by_keys(desk: PetitionsDesk, stage: Stage, theme: Theme, qtbot: QtBot) -> None:
    desk.new_record()
    qtbot.waitUntil(lambda: not stage.env.lane._jobs)
    check_window(stage.window, theme)
