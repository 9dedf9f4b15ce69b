"""What every test may ask for: a clock that stands still and an office of its own, copied from a blank one."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from frontdesk import messages
from frontdesk.commands.rooms import MODELS
from frontdesk.commands.services import Services, build
from frontdesk.office import lay_out
from frontdesk.store import Cost, Store, create, open_store

# A busy machine is no fault of the code: examples are counted, not timed. What lands is judged by the same examples.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("landing", settings.get_profile("house"), derandomize=True)
settings.load_profile("landing" if os.environ.get("CI") else "house")

USER = "Lê Ngọc Thảo"
PASSPHRASE = "một mật khẩu dài"
COMMUNE = "00070"
PATIENCE_MS = 60_000
QUICK = Cost(memory_kib=8, passes=1)


class StandingClock:
    """A clock that tells the time it was set to."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


class PatientBot(QtBot):
    """Waits longer than pytest-qt does: on a busy machine what must come comes late; what never comes still fails."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitActive(self, widget: Any, *, timeout: int = PATIENCE_MS) -> Any:
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE_MS) -> Any:
        return super().waitExposed(widget, timeout=timeout)

    def mouseClick(self, widget: Any, *more: Any, **options: Any) -> None:
        assert widget is not None, "there is nothing to click: Qt would abort the whole run"
        QtBot.mouseClick(widget, *more, **options)

    def keyClick(self, widget: Any, *more: Any, **options: Any) -> None:
        assert widget is not None, "there is nothing to type into: Qt would abort the whole run"
        QtBot.keyClick(widget, *more, **options)


@pytest.fixture
def collected_at_home() -> Iterator[None]:
    """No collection while a test has worker threads: a widget that goes in one of them takes Qt down with it."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Messages are tested by their msgids; whatever language a test chooses ends with it."""
    messages.use("en")
    yield
    messages.use("en")


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock(datetime(2026, 6, 22, 8, 0))


@pytest.fixture(scope="session")
def blank_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with its first user and nothing else; never opened, only copied."""
    folder = tmp_path_factory.mktemp("blank") / "office"
    moment = StandingClock(datetime(2026, 6, 1, 8, 0))
    create(folder, USER, PASSPHRASE, MODELS, clock=moment, cost=QUICK, first=lambda change: lay_out(change, COMMUNE))
    return folder


@pytest.fixture
def office_folder(blank_office: Path, tmp_path: Path) -> Path:
    """This test's own copy of the blank office."""
    return Path(shutil.copytree(blank_office, tmp_path / "office"))


@pytest.fixture
def store(office_folder: Path, clock: StandingClock) -> Iterator[Store]:
    opened = open_store(office_folder, USER, PASSPHRASE, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def services(store: Store) -> Services:
    return build(store)
