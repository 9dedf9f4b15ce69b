"""An office with a fund, and a short way of moving money in it."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from frontdesk import fund, office
from frontdesk.fund import Fund
from frontdesk.office import Office, lay_out
from frontdesk.store import Cost, Store, create, open_store

USER = "Lê Ngọc Thảo"
PASSPHRASE = "một mật khẩu dài"


class StandingClock:
    """A clock that tells the time it was set to."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def go(self, day: date) -> None:
        """Stand at eight in the morning of `day`."""
        self.moment = datetime(day.year, day.month, day.day, 8)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock(datetime(2026, 8, 3, 8, 0))


@pytest.fixture(scope="session")
def blank_fund(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("blank") / "office"
    models = [*office.MODELS, *fund.MODELS]
    moment = StandingClock(datetime(2026, 1, 1, 8, 0))
    create(
        folder,
        USER,
        PASSPHRASE,
        models,
        clock=moment,
        cost=Cost(memory_kib=8, passes=1),
        first=lambda change: lay_out(change, "00070"),
    )
    return folder


@pytest.fixture
def store(blank_fund: Path, tmp_path: Path, clock: StandingClock) -> Iterator[Store]:
    folder = Path(shutil.copytree(blank_fund, tmp_path / "office"))
    opened = open_store(folder, USER, PASSPHRASE, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store) -> Fund:
    return Fund(store, Office(store))
