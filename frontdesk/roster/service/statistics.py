"""Composition as of a day, warnings about bodies, and lists of changes."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from frontdesk.roster.kinds import Bloc, BodyKind, Sex, WhyEnded
from frontdesk.roster.model import Body, Membership, Person, Term
from frontdesk.roster.rules.changes import ChangeRow, changes
from frontdesk.roster.rules.composition import Composition, Seated, composition
from frontdesk.roster.rules.rows import TermRow
from frontdesk.roster.rules.warnings import LIMITS, BodyWarning, Limits, warnings_of
from frontdesk.roster.service.reminders import Reminders
from frontdesk.roster.service.rowmaking import in_force
from frontdesk.roster.settings import AGE_GROUPS, LIMIT_SETTINGS, MAJORITY_PEOPLE
from frontdesk.store import tuples


@dataclass(frozen=True)
class Among:
    """Whose composition: those of a body, of a kind of bodies, of an area, of a term, or everybody who serves.

    `on` None: today, or the last day of a term, a body or an area that has ended.
    """

    body: str | None = None
    kind: BodyKind | None = None
    area: str | None = None
    term: TermRow | None = None
    on: date | None = None


class Statistics(Reminders):
    """Figures from the rows themselves, so that counts and percentages always agree."""

    def composition(self, among: Among | None = None) -> Composition:
        """The composition on a day."""
        among = among or Among()
        conditions, day = self._among(among)
        ages = [int(age) for age in self._office.setting(AGE_GROUPS)]
        return composition(self._seated(conditions, day), day, ages, self._office.setting(MAJORITY_PEOPLE))

    def warnings(self, on: date | None = None) -> list[BodyWarning]:
        """What the rules of number and composition would have otherwise in the bodies of a day."""
        by_body: dict[int, list[Any]] = {}
        for row in self._members(on):
            by_body.setdefault(row.membership.body_id, []).append(row)
        return [
            warning
            for body in self.bodies(on=on)
            for warning in warnings_of(body.name, body.kind, by_body.get(body.id, []), self._limits(body.kind))
        ]

    def changes(self, since: date, until: date, body: str | None = None) -> list[ChangeRow]:
        """Who came, left or changed posts in a period, in all bodies or in one; masked."""
        query = Membership.select(Membership.person).where(
            Membership.withdrawn.is_null(),
            Membership.since.between(since, until) | Membership.until.between(since - timedelta(days=1), until),
        )
        wanted = None if body is None else self.body(body).id
        if wanted is not None:
            query = query.where(Membership.body == wanted)
        ids = [
            row[0] for row in tuples(Person.select(Person.id).where(Person.id.in_(query), Person.withdrawn.is_null()))
        ]
        rows = changes(self._people(ids, masked=True), since, until)
        if wanted is None:
            return rows
        name = self.body(body or "").name
        return [row for row in rows if row.body == name]

    def _among(self, among: Among) -> tuple[list[Any], date]:
        """The conditions on memberships, and the day."""
        day = among.on or self.today
        conditions: list[Any] = []
        if among.area is not None:
            ids, day = self.area_scope(among.area, among.on)
            conditions.append(Membership.area.in_(ids))
        if among.term is not None:
            last = among.term.until
            day = among.on or (last if last is not None and last < self.today else self.today)
            conditions.append(Membership.term == among.term.id)
        if among.body is not None:
            body_id, body_day = self.body_scope(among.body, None, among.on)
            conditions.append(Membership.body == body_id)
            day = day if among.term is not None else body_day
        if among.kind is not None:
            conditions.append(Body.kind == among.kind.value)
        return [*conditions, *in_force(day)], day

    def _seated(self, conditions: list[Any], day: date) -> list[Seated]:
        """The people who hold such a post, a row a post."""
        query = (
            Membership.select(
                Person.id, Person.sex, Person.born, Person.birth_year, Person.ethnicity, Person.religion,
                Person.party, Person.education, Person.profession, Person.political_theory, Membership.bloc,
                Body.kind, Membership.term, Membership.since,
            )
            .join_from(Membership, Person)
            .join_from(Membership, Body)
            .where(Membership.withdrawn.is_null(), Person.withdrawn.is_null(), *conditions)
            .order_by(Membership.id.desc())
        )  # fmt: skip
        earlier = self._earlier(day)
        return [
            Seated(
                *[
                    row[0],
                    row[1] and Sex(row[1]),
                    *row[2:10],
                    row[10] and Bloc(row[10]),
                    _again(earlier.get((row[0], row[11]), ()), row[12], row[13]),
                ]
            )
            for row in tuples(query)
        ]

    def _earlier(self, day: date) -> dict[tuple[int, str], list[tuple[int | None, date, bool]]]:
        """Posts in terms that were over by `day`, by person and kind of body: term, last day, ended with its term."""
        query = (
            Membership.select(Membership.person, Body.kind, Membership.term, Membership.until, Membership.ended_why)
            .join_from(Membership, Body)
            .join_from(Membership, Term, "LEFT OUTER JOIN")
            .where(Membership.withdrawn.is_null(), Membership.until < day)
        )
        found: dict[tuple[int, str], list[tuple[int | None, date, bool]]] = {}
        for person_id, kind, term, until, why in tuples(query):
            found.setdefault((person_id, kind), []).append((term, until, why == WhyEnded.TERM_OVER.value))
        return found

    def _limits(self, kind: BodyKind) -> Limits | None:
        """The numbers the rules set for a kind, as this office has them."""
        limits = LIMITS.get(kind)
        if limits is None:
            return None
        least, most = LIMIT_SETTINGS[kind]
        low, high = int(self._office.setting(least)), int(self._office.setting(most))
        return Limits(low or None, high or None, limits.source)


def _again(earlier: Any, term: int | None, since: date | None) -> bool | None:
    """Whether one of the earlier posts was in an earlier term; None where the post belongs to no term."""
    if term is None:
        return None
    return any(
        (over or (before is not None and before != term)) and (since is None or until < since)
        for before, until, over in earlier
    )
