"""Every part of the desk: named, reached by Tab in reading order, nothing cut."""

from collections.abc import Callable
from functools import partial

from pytestqt.qtbot import QtBot

from tests.ui.stage import Stage
from tests.ui.walk import check_parts, walked
from ui.parts.theme import Theme
from ui.petitions.desk import PetitionsDesk


@walked
def test_every_part_is_walked_by_keys(desk: PetitionsDesk, stage: Stage, theme: Theme, qtbot: QtBot) -> None:
    def bring(tab: int) -> None:
        desk.tabs.setCurrentIndex(tab)
        qtbot.waitUntil(lambda: not stage.env.lane._jobs)

    check_parts(stage.window, theme, (partial(bring, tab) for tab in range(desk.tabs.count())))


@walked
def test_a_petition_and_the_intake_are_walked_by_keys(
    desk: PetitionsDesk, stage: Stage, theme: Theme, number: str, qtbot: QtBot
) -> None:
    def bring(begin: Callable[[], object]) -> None:
        begin()
        qtbot.waitUntil(lambda: not stage.env.lane._jobs)

    steps = (partial(desk.open_record, number), desk.new_record)
    check_parts(stage.window, theme, (partial(bring, step) for step in steps))
