"""Whom to congratulate when."""

from datetime import date, timedelta
from typing import Any

from peewee import fn

from frontdesk.roster.model import Membership, Person
from frontdesk.roster.rules.merits import ReminderRow, birthdays, elders, long_service
from frontdesk.roster.rules.rows import PersonRow
from frontdesk.roster.service.rowmaking import in_force
from frontdesk.roster.service.visits import Visits
from frontdesk.roster.settings import ELDER_AGES, REMIND_DAYS, SERVICE_YEARS
from frontdesk.store import tuples


class Reminders(Visits):
    """Birthdays, mừng thọ and long service of those who serve."""

    def birthdays(self, start: date | None = None, end: date | None = None) -> list[ReminderRow]:
        """Serving people whose birthday falls on these days (from today, as many days as the setting says)."""
        first = start or self.today
        last = end or first + timedelta(days=int(self._office.setting(REMIND_DAYS)))
        days = {(first + timedelta(days=ahead)).strftime("%m-%d") for ahead in range(min((last - first).days, 366) + 1)}
        if "02-28" in days:
            days.add("02-29")
        return birthdays(self._serving(fn.STRFTIME("%m-%d", Person.born).in_(days)), first, last, self.today)

    def elders(self, year: int | None = None) -> list[ReminderRow]:
        """Serving people who reach an age of mừng thọ in a year (None: this one); the ages are a setting."""
        ages = [int(age) for age in self._office.setting(ELDER_AGES)]
        when = year or self.today.year
        return elders(self._serving(Person.birth_year.in_([when - age for age in ages])), when, ages, self.today)

    def long_service(self, year: int | None = None) -> list[ReminderRow]:
        """Serving people whose first post began so many years before a year (None: this one) as the setting says."""
        spans = [int(span) for span in self._office.setting(SERVICE_YEARS)]
        when = year or self.today.year
        first = Membership.select(Membership.person).where(
            Membership.withdrawn.is_null(), Membership.since.is_null(False)
        )
        began = fn.STRFTIME("%Y", fn.MIN(Membership.since)).cast("integer")
        reached = first.group_by(Membership.person).having(began.in_([when - span for span in spans]))
        return long_service(self._serving(Person.id.in_(reached)), when, spans, self.today)

    def _serving(self, condition: Any) -> list[PersonRow]:
        """Serving people who meet a condition, masked."""
        held = Membership.select(Membership.person).where(Membership.withdrawn.is_null(), *in_force(self.today))
        query = Person.select(Person.id).where(Person.withdrawn.is_null(), Person.id.in_(held), condition)
        return self._people([row[0] for row in tuples(query)], masked=True)
