"""What every part of the petition desk's service builds on: reading one petition, and taking one step with it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.office import Office
from frontdesk.petitions.model import DeadlineRule, Petition, PetitionStep
from frontdesk.petitions.rules import flow
from frontdesk.petitions.rules.deadlines import Counting, Due, Event, RuleRow, Step, deadline, pending
from frontdesk.petitions.rules.defaults import DEFAULT_RULES
from frontdesk.petitions.rules.rows import PetitionRow
from frontdesk.petitions.rules.words import (
    Complexity,
    Kind,
    Status,
)
from frontdesk.petitions.service.reading import JOINED, NAMES, WHOLE, encoded
from frontdesk.petitions.settings import SETTINGS
from frontdesk.roster import Roster
from frontdesk.store import Change, Store
from frontdesk.vietnamese import WorkCalendar, short_date

SERIES: Final = "KN"


class Counter:
    """Counts deadlines by one state of the rule table and the calendar, for as many petitions as a deed touches."""

    def __init__(self, office: Office, rules: tuple[RuleRow, ...]) -> None:
        self.rules = rules
        self._office = office
        self._calendars: dict[int, WorkCalendar] = {}

    def calendar(self, day: date) -> WorkCalendar:
        """The working days of the years round `day`."""
        if day.year not in self._calendars:
            self._calendars[day.year] = self._office.calendar(day)
        return self._calendars[day.year]

    def due(self, petition: PetitionRow) -> Due | None:
        """The deadline of a petition as it stands; None where it keeps the one it has."""
        owed = pending(petition)
        return None if owed is None else deadline(petition, self.rules, self.calendar(owed.start))


class Base:
    """The petition desk's store and neighbours."""

    def __init__(self, store: Store, office: Office, roster: Roster) -> None:
        self._store = store
        self._office = office
        self._roster = roster
        office.declare(SETTINGS)

    def petition(self, number: str) -> PetitionRow:
        """The petition people know by `number`; RuleBroken when there is none."""
        found = WHOLE.one("number", number.strip().upper())
        if found is None:
            raise RuleBroken("petitions.unknown", _("There is no petition {number}.").format(number=number), "number")
        return found

    def rules(self) -> tuple[RuleRow, ...]:
        """The deadline table: the office's own, or the one the program comes with."""
        own = DeadlineRule.select().order_by(DeadlineRule.id)
        return tuple(map(_rule, own)) or DEFAULT_RULES

    def _by_id(self, petition_id: int) -> PetitionRow:
        found = WHOLE.one("id", petition_id)
        if found is None:
            raise LookupError(petition_id)
        return found

    def _by_ids(self, ids: Iterable[int]) -> dict[int, PetitionRow]:
        return {row.id: row for row in WHOLE.many(ids)}

    def _counter(self) -> Counter:
        return Counter(self._office, self.rules())

    def _day(self, day: date | None, petition: PetitionRow) -> date:
        """The day of a deed: today unless said, never in the future nor before the petition came."""
        day = day or self._store.today
        if day > self._store.today:
            raise RuleBroken("petitions.day.future", _("{day} is yet to come.").format(day=short_date(day)), "day")
        if day < petition.received:
            raise RuleBroken(
                "petitions.day.too_early",
                _("{number} was received on {received}, after {day}.").format(
                    number=petition.number, received=short_date(petition.received), day=short_date(day)
                ),
                "day",
            )
        return day

    def _step(
        self,
        change: Change,
        petition: PetitionRow,
        verb: str,
        day: date,
        *,
        document: str | None = None,
        text: str | None = None,
        counter: Counter | None = None,
        **columns: Any,
    ) -> PetitionRow:
        """Take one step: check it against the flow, change `columns`, count the deadline anew, keep it as history."""
        status = flow.check(petition, verb)
        self._keep_old_history(change, petition)
        after = replace(petition, status=status, **columns)
        if verb not in flow.ASIDE:
            after = counted(replace(after, due_own=False), counter or self._counter())
        changed = {name: encoded(name, getattr(after, name)) for name in NAMES if name not in JOINED}
        change.amend(Petition, petition.id, **{**changed, "revision": petition.revision})
        step = {"petition_id": petition.id, "verb": verb, "day": day, "at": change.at, "user": change.user}
        told = {"status": status, "agency_id": after.agency_id, "document": document, "text": text}
        change.write(PetitionStep, {**step, **told})
        return self._by_id(petition.id)

    def _keep_old_history(self, change: Change, petition: PetitionRow) -> None:
        """Before an imported case first changes, write down as steps what its register told."""
        if PetitionStep.select(PetitionStep.id).where(PetitionStep.petition == petition.id).exists():
            return
        for verb, day, status, document, text in told_by_register(petition):
            change.write(
                PetitionStep,
                {
                    "petition_id": petition.id, "verb": verb, "day": day, "status": status, "document": document,
                    "text": text, "agency_id": petition.agency_id if verb == "forward" else None,
                },
            )  # fmt: skip


def told_by_register(petition: PetitionRow) -> list[tuple[str, date, Status, str | None, str | None]]:
    """The steps of an imported case as its columns tell them: verb, day, status after it, document, text."""
    steps: list[tuple[str, date, Status, str | None, str | None]] = [
        ("register", petition.received, Status.RECEIVED, None, None)
    ]
    done = {Status.GUIDED: "guide", Status.RETURNED: "give_back", Status.FILED: "file"}
    if petition.status in done and petition.settled is not None:
        steps.append((done[petition.status], petition.settled, petition.status, None, petition.reason))
    if petition.forwarded is not None:
        steps.append(
            ("forward", petition.forwarded, Status.FORWARDED, petition.forward_document, petition.forwarded_to)
        )
    if petition.answered is not None:
        steps.append(("answer", petition.answered, Status.ANSWERED, petition.answer_document, petition.result))
    if petition.told is not None:
        steps.append(("tell", petition.told, Status.TOLD, None, petition.satisfaction))
    if petition.closed is not None:
        steps.append(("close", petition.closed, Status.CLOSED, None, petition.reason))
    return steps


def counted(petition: PetitionRow, counter: Counter) -> PetitionRow:
    """`petition` with the deadline of its present step; a settled one keeps the deadline it had."""
    due = counter.due(petition)
    if due is None:
        return petition
    extended = petition.extended_to if petition.due_step == due.step else None
    return replace(petition, due=due.day, due_why=due.why, due_step=due.step, extended_to=extended)


def _rule(row: DeadlineRule) -> RuleRow:
    return RuleRow(
        row.name,
        Kind(row.kind) if row.kind else None,
        Step(row.step),
        Event(row.counted_from),
        row.days,
        Counting(row.counting),
        row.law,
        row.remote,
        Complexity(row.complexity) if row.complexity else None,
        row.valid_from,
        row.valid_to,
        row.id,
        row.revision,
    )
