"""A petition desk over a copy of a blank office, on Tuesday, 3 March 2026."""

from datetime import datetime
from pathlib import Path
from typing import Protocol

import pytest

from frontdesk import office as office_room
from frontdesk import petitions as petitions_room
from frontdesk.office import Office, lay_out
from frontdesk.petitions import Petitions
from frontdesk.store import Cost, Store, create

USER = "Lê Ngọc Thảo"
PASSPHRASE = "một mật khẩu dài"
COMMUNE = "00070"
MODELS = (*office_room.MODELS, *petitions_room.MODELS)


class _Founded:
    def now(self) -> datetime:
        return datetime(2026, 1, 2, 8)


class Settable(Protocol):
    """The clock of a test: it stands at `moment` until the test moves it."""

    moment: datetime


@pytest.fixture(scope="session")
def blank_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk") / "office"
    create(
        folder, USER, PASSPHRASE, MODELS, clock=_Founded(), cost=Cost(8, 1),
        first=lambda change: lay_out(change, COMMUNE),
    )  # fmt: skip
    return folder


@pytest.fixture
def office(store: Store) -> Office:
    return Office(store)


@pytest.fixture
def desk(store: Store, office: Office, clock: Settable) -> Petitions:
    clock.moment = datetime(2026, 3, 3, 9)
    return Petitions(store, office, None)
