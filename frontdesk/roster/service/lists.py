"""The lists of the command line besides the people: bodies, warnings, changes, reminders, and what people earned."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from frontdesk.office import ListAsk
from frontdesk.roster.rules.merits import ReminderRow
from frontdesk.roster.service.base import AreaBook
from frontdesk.roster.service.checking import Checking
from frontdesk.vietnamese import fold


class Lists(Checking):
    """Rows as `list` shows them: plain values, days as ISO text; `search` looks through all that a row says."""

    def list_bodies(self, ask: ListAsk) -> list[dict[str, Any]]:
        """The bodies there are on the last day asked for (None: today), of one area where one is named."""
        on = ask.until or self.today
        members: dict[int, set[int]] = {}
        for row in self._members(on):
            members.setdefault(row.membership.body_id, set()).add(row.person.id)
        terms = {term.body_id: term.name for term in self.terms() if term.since <= on <= (term.until or on)}
        wanted = None if ask.body is None else self.body(ask.body).id
        rows = [body for body in self.bodies(area=ask.area, on=ask.until) if wanted in (None, body.id)]
        listed = (
            {
                "name": row.name,
                "kind": row.kind.value,
                "area": row.area,
                "project": row.project,
                "households": row.households,
                "from": _iso(row.since),
                "to": _iso(row.until),
                "term": terms.get(row.id),
                "people": len(members.get(row.id, ())),
                "decision_number": row.decision_number,
                "decision_date": _iso(row.decision_date),
                "note": row.note,
            }
            for row in rows
        )
        return _found(listed, ask.search)

    def list_warnings(self, ask: ListAsk) -> list[dict[str, Any]]:
        """What the rules of number and composition would have otherwise, with their sources."""
        within = None
        if ask.area is not None:
            within = {body.name for body in self.bodies(area=ask.area, on=ask.until)}
        if ask.body is not None:
            within = {self.body(ask.body).name} & (within if within is not None else {self.body(ask.body).name})
        listed = (
            {"body": row.body, "code": row.code, "message": row.message, "source": row.source}
            for row in self.warnings(ask.until)
            if within is None or row.body in within
        )
        return _found(listed, ask.search)

    def list_changes(self, ask: ListAsk) -> list[dict[str, Any]]:
        """Who came, left or changed posts, from the first day of the year to today where no days are said."""
        until = ask.until or self.today
        since = ask.since or date(until.year, 1, 1)
        names = None
        if ask.area is not None:
            ids, day = self.area_scope(ask.area, ask.until)
            book = AreaBook()
            names = {book.name(each, on) for each in ids for on in (None, day, since)}
        listed = (
            {
                "change": row.change.value,
                "number": row.person.number,
                "name": row.person.name,
                "body": row.body,
                "area": row.area,
                "before": row.before,
                "after": row.after,
                "day": _iso(row.day),
                "decision": row.decision,
                "why": row.why,
            }
            for row in self.changes(since, until, ask.body)
            if names is None or row.area in names
        )
        return _found(listed, ask.search)

    def list_reminders(self, ask: ListAsk) -> list[dict[str, Any]]:
        """Birthdays of the days to come; mừng thọ and long service of the year of the first day."""
        year = (ask.since or self.today).year
        lists = (
            ("birthday", self.birthdays(ask.since, ask.until)),
            ("elder", self.elders(year)),
            ("long_service", self.long_service(year)),
        )
        return _found((_reminded(kind, row) for kind, rows in lists for row in rows), ask.search)

    def list_courses(self, ask: ListAsk) -> list[dict[str, Any]]:
        """The training courses with who took part."""
        listed = (
            {
                "title": row.title,
                "from": _iso(row.since),
                "to": _iso(row.until),
                "organiser": row.organiser,
                "place": row.place,
                "turns": [
                    {"number": turn.number, "name": turn.name, "result": turn.result} for turn in self.turns_of(row.id)
                ],
                "note": row.note,
            }
            for row in self.courses(ask.since, ask.until)
        )
        return _found(listed, ask.search)

    def list_commendations(self, ask: ListAsk) -> list[dict[str, Any]]:
        """The commendations."""
        listed = (
            {
                "recipient": row.recipient,
                "number": row.number,
                "form": row.form,
                "level": row.level.value,
                "merit": row.merit,
                "decision_number": row.decision_number,
                "decision_date": _iso(row.decision_date),
            }
            for row in self.commendations(ask.since, ask.until)
        )
        return _found(listed, ask.search)

    def list_models(self, ask: ListAsk) -> list[dict[str, Any]]:
        """The good models with the places they were copied to."""
        listed = (
            {
                "name": row.name,
                "founder": row.founder,
                "area": row.area,
                "from": _iso(row.since),
                "to": _iso(row.until),
                "description": row.description,
                "copies": list(row.copies),
            }
            for row in self.models()
        )
        return _found(listed, ask.search)

    def list_visits(self, ask: ListAsk) -> list[dict[str, Any]]:
        """The study visits, who went and what was seen."""
        listed = (
            {
                "day": _iso(row.day),
                "place": row.place,
                "purpose": row.purpose,
                "head_count": row.head_count,
                "visitors": list(row.visitors),
                "models": list(row.models),
                "result": row.result,
            }
            for row in self.visits(ask.since, ask.until)
        )
        return _found(listed, ask.search)


def _reminded(kind: str, row: ReminderRow) -> dict[str, Any]:
    return {
        "kind": kind,
        "day": _iso(row.day),
        "years": row.years,
        "number": row.number,
        "name": row.name,
        "phone": row.phone,
        "posts": row.posts,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _found(rows: Iterable[dict[str, Any]], search: str | None) -> list[dict[str, Any]]:
    words = fold(search or "").split()
    return [row for row in rows if not words or all(word in fold(str(list(row.values()))) for word in words)]
