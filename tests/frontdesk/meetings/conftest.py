"""An office with meetings, and the two conferences the samples tell of."""

from pathlib import Path

import pytest

from frontdesk.commands.services import Services
from frontdesk.meetings import Meetings

DATA = Path(__file__).parents[2] / "data" / "meetings"


@pytest.fixture
def meetings(services: Services) -> Meetings:
    return services.meetings


@pytest.fixture(scope="session")
def briefing() -> str:
    return (DATA / "meeting-briefing.json").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def seminar() -> str:
    return (DATA / "meeting-seminar.json").read_text(encoding="utf-8")


@pytest.fixture
def held(meetings: Meetings, briefing: str) -> str:
    """The number of a conference that was held, with votes, opinions and tasks."""
    return meetings.import_json(briefing)[0]
