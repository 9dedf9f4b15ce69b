"""What only the roster can say about its rows."""

from peewee import fn

from frontdesk.messages import _
from frontdesk.office.model import stood
from frontdesk.roster.kinds import ONE_AN_AREA
from frontdesk.roster.model import Body, Membership, Person, Term
from frontdesk.roster.service.base import AreaBook
from frontdesk.roster.service.naming import naming
from frontdesk.roster.service.papers import Papers
from frontdesk.store import Finding, tuples

_MOST_NAMED = 5


class Checking(Papers):
    """Checks for `check`: a line each, with what is wrong."""

    def check(self) -> list[Finding]:
        """Births, names, days of posts, terms and areas' bodies, each against what must hold."""
        subjects = (
            (_("births of people"), self._birth_faults()),
            (_("names and their order"), self._name_faults()),
            (_("days of posts"), self._day_faults()),
            (_("terms of bodies"), self._term_faults()),
            (_("one Front working committee an area"), self._area_faults()),
        )
        return [Finding(subject, "; ".join(faults[:_MOST_NAMED]) or None) for subject, faults in subjects]

    def _birth_faults(self) -> list[str]:
        query = Person.select(Person.number).where(
            Person.born.is_null(False),
            Person.birth_year.is_null() | (fn.STRFTIME("%Y", Person.born).cast("integer") != Person.birth_year),
        )
        return [_("{number}: day and year differ").format(number=row[0]) for row in tuples(query)]

    def _name_faults(self) -> list[str]:
        query = Person.select(Person.number, Person.name, Person.sort_name, Person.name_key, Person.sort_key)
        return [
            _("{number}: the name sorts elsewhere").format(number=number)
            for number, name, sort_name, name_key, sort_key in tuples(query)
            if (wanted := naming(name, sort_name))["name_key"] != name_key or wanted["sort_key"] != sort_key
        ]

    def _day_faults(self) -> list[str]:
        query = (
            Membership.select(Person.number, Body.name)
            .join_from(Membership, Person)
            .join_from(Membership, Body)
            .where(Membership.withdrawn.is_null(), Membership.until < Membership.since)
        )
        return [
            _("{number} in {body}: ends before it begins").format(number=row[0], body=row[1]) for row in tuples(query)
        ]

    def _term_faults(self) -> list[str]:
        other = Term.alias()
        query = (
            Term.select(Body.name, Term.name)
            .join_from(Term, Body)
            .join_from(Term, other, on=(other.body == Term.body) & (other.id != Term.id))
            .where(
                stood(Term), stood(other), other.since >= Term.since, Term.until.is_null() | (other.since <= Term.until)
            )
        )
        return [_("{body}: “{term}” overlaps another").format(body=row[0], term=row[1]) for row in tuples(query)]

    def _area_faults(self) -> list[str]:
        book = AreaBook()
        seen: dict[tuple[str, int], str] = {}
        faults = []
        kinds = [kind.value for kind in ONE_AN_AREA]
        query = Body.select(Body.kind, Body.area, Body.name).where(
            Body.kind.in_(kinds), Body.until.is_null(), Body.area.is_null(False)
        )
        for kind, area, name in tuples(query):
            first = seen.setdefault((kind, book.on(area)), name)
            if first != name:
                faults.append(_("{one} and {other} are of one area").format(one=first, other=name))
        return faults
