"""An office with meetings, and the two conferences the samples tell of."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from frontdesk.commands.services import Services, build
from frontdesk.meetings import Finalise, Meetings
from frontdesk.store import open_store
from tests.conftest import PASSPHRASE, USER, StandingClock

HELD = "HN-2026-0001"
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


@pytest.fixture(scope="session")
def held_office(blank_office: Path, briefing: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a conference that was held; only copied, for reading it in anew takes longer than most tests."""
    folder = Path(shutil.copytree(blank_office, tmp_path_factory.mktemp("held") / "office"))
    store = open_store(folder, USER, PASSPHRASE, clock=StandingClock(datetime(2026, 6, 22, 8, 0)))
    assert build(store).meetings.import_json(briefing) == (HELD,)
    store.close()
    return folder


@pytest.fixture(scope="session")
def final_office(held_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with the conference's minutes final; only copied."""
    folder = Path(shutil.copytree(held_office, tmp_path_factory.mktemp("final") / "office"))
    store = open_store(folder, USER, PASSPHRASE, clock=StandingClock(datetime(2026, 6, 22, 8, 0)))
    build(store).meetings.finalise(Finalise(HELD))
    store.close()
    return folder


@pytest.fixture
def office_folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """This test's own copy of the office that has what the test asks for."""
    needed = next((name for name in ("final", "held") if name in request.fixturenames), "blank")
    return Path(shutil.copytree(request.getfixturevalue(f"{needed}_office"), tmp_path / "office"))


@pytest.fixture
def held(services: Services) -> str:
    """The number of a conference that was held, with votes, opinions and tasks."""
    return HELD


@pytest.fixture
def final(services: Services) -> str:
    """The number of the same conference, its minutes final."""
    return HELD
