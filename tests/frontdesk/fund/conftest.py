"""An office with a fund, and a short way of moving money in it."""

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest

from frontdesk import fund
from frontdesk import office as office_room
from frontdesk.fund import Fund
from frontdesk.office import Office, lay_out
from frontdesk.store import Cost, Store, create, open_store

USER = "Lê Ngọc Thảo"
PASSPHRASE = "một mật khẩu dài"
MODELS = [*office_room.MODELS, *fund.MODELS]


class StandingClock:
    """A clock that tells the time it was set to."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def go(self, day: date) -> None:
        """Stand at eight in the morning of `day`."""
        self.moment = datetime(day.year, day.month, day.day, 8)

    @classmethod
    def standing_on(cls, day: date) -> "StandingClock":
        """A clock of its own, standing on `day`."""
        return cls(datetime(day.year, day.month, day.day, 8))


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock(datetime(2026, 8, 3, 8, 0))


@cache
def blank_office() -> Path:
    """An office with its first user and nothing else, made once a run; never opened, only copied."""
    folder = Path(tempfile.mkdtemp(prefix="fund-blank-")) / "office"
    atexit.register(shutil.rmtree, folder.parent, ignore_errors=True)
    create(
        folder,
        USER,
        PASSPHRASE,
        MODELS,
        clock=StandingClock.standing_on(date(2026, 1, 1)),
        cost=Cost(memory_kib=8, passes=1),
        first=lambda change: lay_out(change, "00070"),
    )
    return folder


@contextmanager
def office(folder: Path, today: date = date(2026, 8, 3)) -> Iterator[Fund]:
    """A blank office of its own in `folder`; one may be open at a time."""
    shutil.copytree(blank_office(), folder)
    opened = open_store(folder, USER, PASSPHRASE, clock=StandingClock.standing_on(today))
    try:
        yield Fund(opened, Office(opened))
    finally:
        opened.close()


@pytest.fixture
def store(tmp_path: Path, clock: StandingClock) -> Iterator[Store]:
    folder = Path(shutil.copytree(blank_office(), tmp_path / "office"))
    opened = open_store(folder, USER, PASSPHRASE, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store) -> Fund:
    return Fund(store, Office(store))
