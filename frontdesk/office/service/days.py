"""The office's working days: the public calendar, and where the office's own table says otherwise."""

from datetime import date
from functools import lru_cache

from frontdesk.office.deeds import SET_DAY, CalendarDay, SetDay
from frontdesk.office.model import DayOff
from frontdesk.office.service.letterhead import Letterheads
from frontdesk.vietnamese import DayKind, HolidayRow, WorkCalendar, default_holidays

FIRST_YEAR = 2007
LAST_YEAR = 2099
YEARS_ROUND = 2


@lru_cache(maxsize=64)
def _public(year: int) -> tuple[HolidayRow, ...]:
    return default_holidays((year,))


class Days(Letterheads):
    """The calendar that deadlines are counted by."""

    def calendar(self, around: date | None = None) -> WorkCalendar:
        """The working days of the years round a day (None: today), the office's own days overruling."""
        middle = (around or self.today).year
        return WorkCalendar.from_rows(self.holidays(middle - YEARS_ROUND, middle + YEARS_ROUND))

    def holidays(self, first_year: int, last_year: int) -> list[HolidayRow]:
        """Days off and make-up days of these years in order; the public ones are known from 2007 to 2099."""
        years = range(max(first_year, FIRST_YEAR), min(last_year, LAST_YEAR) + 1)
        table = {row.day: row for year in years for row in _public(year)}
        for own in DayOff.select().where(DayOff.day.between(date(first_year, 1, 1), date(last_year, 12, 31))):
            if own.kind == CalendarDay.ORDINARY:
                table.pop(own.day, None)
            else:
                table[own.day] = HolidayRow(own.day, own.name, DayKind(own.kind), announced=True)
        return [table[day] for day in sorted(table)]

    def set_day(self, ask: SetDay) -> list[HolidayRow]:
        """Change one day of the calendar; returns the days of its year."""
        row = DayOff.get_or_none(DayOff.day == ask.day)
        content = {"day": ask.day, "kind": ask.kind, "name": ask.name}
        with self.store.change(SET_DAY) as change:
            change.write(DayOff, content if row is None else {**content, "id": row.id})
        return self.holidays(ask.day.year, ask.day.year)

    @property
    def today(self) -> date:
        """The day it is in the office."""
        return self.store.today
