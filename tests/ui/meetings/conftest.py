"""The desk of the meetings on a stage, over an office of the test's own."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from tests.ui.meetings.office import briefing
from tests.ui.stage import Stage
from ui.meetings.page import MeetingsPage
from ui.parts.form import Form


@pytest.fixture
def page(qtbot: QtBot, stage: Stage) -> Iterator[MeetingsPage]:
    """The desk's page in a window that has the keyboard."""
    made = MeetingsPage(stage.env)
    with qtbot.waitActive(stage.window):
        stage.show(made)
    yield made
    # What a test leaves half typed would be kept after its office is gone.
    for form in stage.window.findChildren(Form):
        form.mark_clean()


@pytest.fixture
def number(services: Services) -> str:
    """A briefing that is being prepared, with four delegates."""
    return briefing(services, delegates=4)
