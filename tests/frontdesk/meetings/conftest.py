"""An office with meetings, and the two conferences the samples tell of."""

from pathlib import Path

import pytest

from frontdesk import office as office_room
from frontdesk.meetings import MODELS, Meetings
from frontdesk.office import Office, lay_out
from frontdesk.store import Cost, Store, create

USER, PASSPHRASE = "Lê Ngọc Thảo", "một mật khẩu dài"
DATA = Path(__file__).parents[2] / "data" / "meetings"


@pytest.fixture(scope="session")
def blank_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("meetings") / "office"
    models = (*office_room.MODELS, *MODELS)
    create(folder, USER, PASSPHRASE, models, cost=Cost(32, 1), first=lambda change: lay_out(change, "00070"))
    return folder


@pytest.fixture
def meetings(store: Store) -> Meetings:
    return Meetings(store, Office(store))


@pytest.fixture(scope="session")
def briefing() -> str:
    return (DATA / "meeting-briefing.json").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def seminar() -> str:
    return (DATA / "meeting-seminar.json").read_text(encoding="utf-8")
