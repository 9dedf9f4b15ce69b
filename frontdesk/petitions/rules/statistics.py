"""Counting petitions: what came over and in is what was settled and is open, by whatever one sorts them by."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from frontdesk.petitions.rules.words import Channel, Kind
from frontdesk.vietnamese import text_key

UNNAMED: Final = ""
"""The group of petitions for which nothing was recorded."""


@dataclass(frozen=True)
class Case:
    """What counting needs of a petition. `sent`: forwarded, or settled by the office itself."""

    kind: Kind
    field: str | None
    area: str | None
    agency: str | None
    channel: Channel
    people: int
    received: date
    settled: date | None
    due: date | None
    sent: bool
    answered: date | None
    satisfied: bool | None


@dataclass(frozen=True)
class Tally:
    """The counts of a period: carried_over + received = settled + open, always.

    `settled_late` of the settled ones, `overdue` of the open ones passed their deadline.
    """

    carried_over: int = 0
    received: int = 0
    settled: int = 0
    settled_late: int = 0
    open: int = 0
    overdue: int = 0

    @property
    def handled(self) -> int:
        """All there was to do in the period."""
        return self.carried_over + self.received

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.carried_over + other.carried_over,
            self.received + other.received,
            self.settled + other.settled,
            self.settled_late + other.settled_late,
            self.open + other.open,
            self.overdue + other.overdue,
        )


@dataclass(frozen=True)
class Rate:
    """A share with both its sides; neither is ever shown without the other."""

    part: int
    whole: int


@dataclass(frozen=True)
class Statistics:
    """The figures of a period, each table in Vietnamese order with the unrecorded last."""

    since: date
    until: date
    as_of: date
    total: Tally
    by_kind: dict[Kind, Tally]
    by_field: dict[str, Tally]
    by_area: dict[str, Tally]
    by_agency: dict[str, Tally]
    answered: Rate
    satisfied: Rate
    answered_by_agency: dict[str, Rate]
    answered_by_kind: dict[Kind, Rate] = field(default_factory=dict)
    answered_by_field: dict[str, Rate] = field(default_factory=dict)
    answered_by_area: dict[str, Rate] = field(default_factory=dict)
    by_channel: dict[Channel, int] = field(default_factory=dict)
    visits: int = 0
    visitors: int = 0


def tally(cases: Iterable[Case], since: date, until: date, as_of: date | None = None) -> Tally:
    """The counts of `cases` in the days from `since` to `until`, both included; what is late is so on `as_of`.

    `as_of` None: the last day.
    """
    as_of = as_of or until
    carried = received = settled = late = still_open = overdue = 0
    for case in cases:
        if case.received > until or (case.settled is not None and case.settled < since):
            continue
        carried += case.received < since
        received += case.received >= since
        if case.settled is not None and case.settled <= until:
            settled += 1
            late += case.due is not None and case.settled > case.due
        else:
            still_open += 1
            overdue += case.due is not None and case.due < as_of
    return Tally(carried, received, settled, late, still_open, overdue)


def grouped(
    cases: Iterable[Case], name: Callable[[Case], str | None], since: date, until: date, as_of: date | None = None
) -> dict[str, Tally]:
    """A tally for each name, in Vietnamese order, the unnamed last; names without a case in the period are left out."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        groups.setdefault(name(case) or UNNAMED, []).append(case)
    counted = {group: tally(members, since, until, as_of) for group, members in groups.items()}
    order = sorted(counted, key=lambda group: (group == UNNAMED, text_key(group)))
    return {group: counted[group] for group in order if counted[group].handled}


def answered(cases: Iterable[Case], since: date, until: date) -> Rate:
    """Of the petitions received in the period and sent to somebody, how many were answered by its end."""
    sent = [case for case in cases if case.sent and since <= case.received <= until]
    return Rate(sum(case.answered is not None and case.answered <= until for case in sent), len(sent))


def satisfied(cases: Iterable[Case], since: date, until: date) -> Rate:
    """Of the senders asked about petitions received in the period, how many were satisfied."""
    asked = [case for case in cases if case.satisfied is not None and since <= case.received <= until]
    return Rate(sum(bool(case.satisfied) for case in asked), len(asked))


def statistics(cases: Iterable[Case], since: date, until: date, today: date) -> Statistics:
    """All figures of a period as they stand `today`, which may lie within it."""
    as_of = min(until, today)
    cases = tuple(cases)
    came = [case for case in cases if since <= case.received <= until]
    visits = [case for case in came if case.channel is Channel.IN_PERSON]
    return Statistics(
        since,
        until,
        as_of,
        tally(cases, since, until, as_of),
        {kind: tally([case for case in cases if case.kind is kind], since, until, as_of) for kind in Kind},
        grouped(cases, lambda case: case.field, since, until, as_of),
        grouped(cases, lambda case: case.area, since, until, as_of),
        grouped(cases, lambda case: case.agency, since, until, as_of),
        answered(cases, since, until),
        satisfied(cases, since, until),
        {name: rate for name, rate in _answered_by(came, _agency, since, until).items() if name != UNNAMED},
        {kind: answered([case for case in came if case.kind is kind], since, until) for kind in Kind},
        _answered_by(came, lambda case: case.field, since, until),
        _answered_by(came, lambda case: case.area, since, until),
        {channel: sum(case.channel is channel for case in came) for channel in Channel},
        len(visits),
        sum(case.people for case in visits),
    )


def _agency(case: Case) -> str | None:
    return case.agency


def _answered_by(
    cases: Sequence[Case], name: Callable[[Case], str | None], since: date, until: date
) -> dict[str, Rate]:
    """The rate of answers of each group that was sent something, in Vietnamese order, the unnamed last."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        if case.sent:
            groups.setdefault(name(case) or UNNAMED, []).append(case)
    order = sorted(groups, key=lambda group: (group == UNNAMED, text_key(group)))
    return {group: answered(groups[group], since, until) for group in order}
