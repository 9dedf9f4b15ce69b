"""The one place that reads the time."""

from datetime import date, datetime
from typing import Protocol

from frontdesk.errors import Trouble
from frontdesk.store.connection import unavailable
from frontdesk.vietnamese import FIRST_YEAR, LAST_YEAR


class Clock(Protocol):
    """Gives the local time of the office; tests hand in their own."""

    def now(self) -> datetime:
        """The local time, to the second, without a zone."""


class SystemClock:
    """The clock of this computer."""

    def now(self) -> datetime:
        """The local time, to the second, without a zone."""
        return datetime.now().replace(microsecond=0)


def today(clock: Clock) -> date:
    """The day it is by `clock`."""
    return clock.now().date()


def refuse_wrong(clock: Clock) -> None:
    """Raise DeskUnavailable where the clock stands in a year that no day of an office can lie in."""
    if not FIRST_YEAR <= clock.now().year <= LAST_YEAR:
        raise unavailable(Trouble.CLOCK)
