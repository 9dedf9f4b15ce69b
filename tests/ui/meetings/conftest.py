"""The desk of the meetings on a stage, over an office of the test's own."""

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from tests.ui.meetings.office import briefing
from tests.ui.stage import Stage
from ui.meetings.page import MeetingsPage


@pytest.fixture
def page(qtbot: QtBot, stage: Stage) -> MeetingsPage:
    """The desk's page in a window that has the keyboard."""
    made = MeetingsPage(stage.env)
    with qtbot.waitActive(stage.window):
        stage.show(made)
    return made


@pytest.fixture
def number(services: Services) -> str:
    """A briefing that is being prepared, with four delegates."""
    return briefing(services, delegates=4)
