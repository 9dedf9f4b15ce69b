"""An office with a roster, and the desk over it."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.roster import Admit, Appoint, BodyKind, FoundBody, OpenTerm, Sex
from tests.ui.roster.hands import committee
from tests.ui.stage import Stage
from ui.roster.desk import RosterDesk

PEOPLE = (
    ("Trần Thị Hoà", Sex.FEMALE, date(1968, 9, 5), "Khu phố 2", "Trưởng ban"),
    ("Nguyễn Văn Ân", Sex.MALE, date(1975, 6, 25), "Khu phố 10", "Phó Trưởng ban"),
    ("Đặng Quốc Ẩn", Sex.MALE, date(1956, 1, 2), "Khu phố 2", "Ủy viên"),
)


@pytest.fixture
def people(services: Services) -> tuple[str, ...]:
    """The numbers of three people in two areas."""
    services.roster.found_body(FoundBody(BodyKind.COMMITTEE, since=date(2025, 7, 1)))
    return tuple(
        services.roster.admit(
            Admit(name, sex, born, phone="0912345678", party=True, area=area, post=post, since=date(2025, 7, 1))
        ).number
        for name, sex, born, area, post in PEOPLE
    )


@pytest.fixture
def desk(stage: Stage, people: tuple[str, ...], qtbot: QtBot) -> RosterDesk:
    """The desk, open on the list."""
    made = RosterDesk(stage.env)
    with qtbot.waitActive(stage.window):
        stage.show(made)
    qtbot.waitUntil(lambda: made.people.chooser.tree.topLevelItemCount() == 3)
    return made


@pytest.fixture
def seated(services: Services, people: tuple[str, ...]) -> str:
    """A committee of two in its first term."""
    name = committee(services)
    services.roster.open_term(OpenTerm(name, "khóa I", date(2025, 7, 1)))
    for number, post in zip(people, ("Chủ tịch", "Ủy viên"), strict=False):
        services.roster.appoint(Appoint(number, name, post, since=date(2025, 7, 1)))
    return name
