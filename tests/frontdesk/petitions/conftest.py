"""A petition desk over a copy of a blank office, on Tuesday, 3 March 2026."""

from datetime import datetime
from typing import Protocol

import pytest

from frontdesk.commands.rooms import MODELS
from frontdesk.commands.services import Services, build
from frontdesk.office import Office
from frontdesk.petitions import Petitions
from tests.conftest import COMMUNE, PASSPHRASE, QUICK, USER

__all__ = ["COMMUNE", "MODELS", "PASSPHRASE", "QUICK", "USER", "Settable", "build"]


class Settable(Protocol):
    """The clock of a test: it stands at `moment` until the test moves it."""

    moment: datetime


@pytest.fixture
def desk(services: Services, clock: Settable) -> Petitions:
    clock.moment = datetime(2026, 3, 3, 9)
    return services.petitions


@pytest.fixture
def office(services: Services) -> Office:
    return services.office
