"""Deadlines over working days, holidays and make-up days, each with its reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from frontdesk.messages import _
from frontdesk.vietnamese.dates import short_date
from frontdesk.vietnamese.public_holidays import DayKind, HolidayRow

_WHOLE_WEEK: Final = frozenset(range(7))
_SATURDAY_AND_SUNDAY: Final = frozenset({5, 6})
_ONE_DAY: Final = timedelta(1)
_WEEKEND: Final = "cuối tuần"


@dataclass(frozen=True)
class DayOff:
    """A day that does not count, and why: the holiday's name or "cuối tuần"."""

    day: date
    reason: str


@dataclass(frozen=True)
class DueDay:
    """Where a count of days ends; `days_off` are the days passed over on the way, in order."""

    day: date
    days_off: tuple[DayOff, ...] = ()

    @property
    def because(self) -> str:
        """The part of a Vietnamese sentence that tells which days were passed over; blank when none were.

        "vì nghỉ Tết Nguyên Đán (16/02/2026 đến 20/02/2026), nghỉ cuối tuần (21/02/2026, 22/02/2026)".
        """
        return because(self.days_off)


@dataclass(frozen=True)
class WorkCalendar:
    """The office's working days: Monday to Friday, but for `holidays` and with `make_up_days` (day → name).

    A day in both is refused. `weekend` holds weekday numbers (Monday is 0) for an office that works on Saturdays.
    """

    holidays: Mapping[date, str] = field(default_factory=dict)
    make_up_days: Mapping[date, str] = field(default_factory=dict)
    weekend: frozenset[int] = _SATURDAY_AND_SUNDAY

    def __post_init__(self) -> None:
        for day in sorted(self.holidays.keys() & self.make_up_days.keys()):
            raise ValueError(_("{day} is both a holiday and a make-up day.").format(day=short_date(day)))
        if self.weekend >= _WHOLE_WEEK:
            raise ValueError(self.weekend)

    @classmethod
    def from_rows(cls, rows: Iterable[HolidayRow]) -> "WorkCalendar":
        """The calendar that the rows of a holiday table make."""
        rows = tuple(rows)
        return cls(
            {row.day: row.name for row in rows if row.kind is DayKind.HOLIDAY},
            {row.day: row.name for row in rows if row.kind is DayKind.MAKE_UP},
        )

    def is_working(self, day: date) -> bool:
        """True when the office works on `day`."""
        return self.reason_off(day) is None

    def reason_off(self, day: date) -> str | None:
        """Why the office is closed on `day`: the holiday's name or "cuối tuần"; None when it works."""
        if day in self.make_up_days:
            return None
        if day in self.holidays:
            return self.holidays[day]
        return _WEEKEND if day.weekday() in self.weekend else None

    def add_working_days(self, start: date, count: int) -> DueDay:
        """The `count`-th working day after `start`, which is itself not counted; before it when `count` is negative.

        0 gives `start`, worked or not.
        """
        step = _ONE_DAY if count >= 0 else -_ONE_DAY
        day, left = start, abs(count)
        days_off: list[DayOff] = []
        while left:
            day += step
            reason = self.reason_off(day)
            if reason is None:
                left -= 1
            else:
                days_off.append(DayOff(day, reason))
        return DueDay(day, tuple(sorted(days_off, key=lambda off: off.day)))

    def add_calendar_days(self, start: date, count: int) -> DueDay:
        """The day `count` days after `start`, moved on to the next working day when the office is closed on it.

        `start` is not counted (Bộ luật Dân sự 2015, Điều 147 and 148); a negative `count` is refused.
        """
        if count < 0:
            raise ValueError(count)
        day = start + timedelta(count)
        days_off: list[DayOff] = []
        while (reason := self.reason_off(day)) is not None:
            days_off.append(DayOff(day, reason))
            day += _ONE_DAY
        return DueDay(day, tuple(days_off))

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days lie after `start` up to `end`, `end` included; negative when `end` comes first."""
        if end < start:
            return -self.working_days_between(end, start)
        days = (start + timedelta(passed) for passed in range(1, (end - start).days + 1))
        return sum(map(self.is_working, days))


def because(days_off: Iterable[DayOff]) -> str:
    """ "vì nghỉ …" over `days_off`, each reason once with its days in runs; blank without any."""
    days_by_reason: dict[str, list[date]] = {}
    for off in days_off:
        days_by_reason.setdefault(off.reason, []).append(off.day)
    if not days_by_reason:
        return ""
    parts = (f"{_rest(reason)} ({', '.join(_runs(days))})" for reason, days in days_by_reason.items())
    return f"vì {', '.join(parts)}"


def _rest(reason: str) -> str:
    return reason if reason.lower().startswith(("nghỉ ", "ngày nghỉ ")) else f"nghỉ {reason}"


def _runs(days: Iterable[date]) -> Iterable[str]:
    for _distance, numbered in groupby(enumerate(sorted(days)), key=lambda item: item[1].toordinal() - item[0]):
        run = [day for _number, day in numbered]
        # Two days read better side by side than as a range.
        if len(run) < 3:
            yield from map(short_date, run)
        else:
            yield f"{short_date(run[0])} đến {short_date(run[-1])}"
