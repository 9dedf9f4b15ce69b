"""The calendar that deadlines are counted by."""

from datetime import date

import pytest

from frontdesk.commands.services import Services
from frontdesk.office import CalendarDay, SetDay

INDEPENDENCE = date(2026, 9, 2)
TUESDAY = date(2026, 6, 23)
SATURDAY = date(2026, 6, 27)


def test_public_holidays_are_days_off_from_the_start(services: Services) -> None:
    calendar = services.office.calendar()
    assert not calendar.is_working(INDEPENDENCE)
    assert calendar.is_working(TUESDAY)
    assert not calendar.is_working(SATURDAY)


@pytest.mark.parametrize(
    ("day", "kind", "working"),
    [
        (TUESDAY, CalendarDay.HOLIDAY, False),
        (SATURDAY, CalendarDay.MAKE_UP, True),
        (INDEPENDENCE, CalendarDay.ORDINARY, True),
        (INDEPENDENCE, CalendarDay.MAKE_UP, True),
    ],
)
def test_the_offices_own_day_overrules(services: Services, day: date, kind: CalendarDay, working: bool) -> None:
    services.office.set_day(SetDay(day, kind, "theo thông báo"))
    assert services.office.calendar().is_working(day) is working


def test_a_day_changed_again_is_one_day(services: Services) -> None:
    office = services.office
    office.set_day(SetDay(TUESDAY, CalendarDay.HOLIDAY, "Nghỉ bù"))
    rows = office.set_day(SetDay(TUESDAY, CalendarDay.HOLIDAY, "Nghỉ bù lần hai"))
    assert [row.name for row in rows if row.day == TUESDAY] == ["Nghỉ bù lần hai"]
    office.set_day(SetDay(TUESDAY, CalendarDay.ORDINARY))
    assert office.calendar().is_working(TUESDAY)


def test_the_days_of_some_years_come_in_order_and_within_them(services: Services) -> None:
    rows = services.office.holidays(2025, 2026)
    assert [row.day for row in rows] == sorted(row.day for row in rows)
    assert {row.day.year for row in rows} == {2025, 2026}
    assert len({row.day for row in rows}) == len(rows)


def test_a_calendar_far_from_today_knows_its_own_years(services: Services) -> None:
    assert not services.office.calendar(date(2031, 5, 5)).is_working(date(2031, 5, 1))
