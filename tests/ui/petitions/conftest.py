"""The petition desk on a stage, over an office of the test's own."""

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.petitions import Kind, Register
from tests.ui.stage import Stage
from ui.petitions.desk import PetitionsDesk

LIGHTS = "Đèn đường ngõ 12 hỏng từ đầu tháng, đề nghị sửa chữa"


@pytest.fixture
def number(services: Services) -> str:
    """A proposal, just received."""
    return services.petitions.register(Register(Kind.PROPOSAL, LIGHTS, sender="Trần Thị Hoà")).number


@pytest.fixture
def desk(stage: Stage, number: str, qtbot: QtBot) -> PetitionsDesk:
    """The desk, open on a list of one petition, in a window that has the keyboard."""
    made = PetitionsDesk(stage.env)
    with qtbot.waitActive(stage.window):
        stage.show(made)
    return made
