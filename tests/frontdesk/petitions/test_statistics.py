"""The figures: they balance, and they are those of the list."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontdesk.office import ImportAsk, PaperAsk
from frontdesk.paper import Letterhead, Paper, Paragraph, Signer, Table
from frontdesk.petitions import Kind, PetitionRow, Petitions
from frontdesk.petitions.papers.report import report
from frontdesk.petitions.rules.statistics import Case, Rate, Tally, grouped, statistics, tally
from frontdesk.petitions.rules.words import CHANNEL_WORDS, KIND_WORDS, Channel
from frontdesk.petitions.service.filters import PetitionFilter
from tests.frontdesk.petitions.conftest import Settable
from tests.frontdesk.petitions.test_importing import SAMPLE

_DAYS = st.dates(date(2025, 12, 1), date(2026, 12, 31))


@st.composite
def _cases(draw: st.DrawFn) -> Case:
    received = draw(_DAYS)
    settled = draw(st.none() | st.integers(0, 200).map(lambda days: received + timedelta(days)))
    names = st.sampled_from([None, "Đất đai", "Môi trường"])
    return Case(
        draw(st.sampled_from(Kind)), draw(names), draw(names), draw(names), draw(st.sampled_from(Channel)), 1, received,
        settled, draw(st.none() | st.integers(0, 60).map(lambda days: received + timedelta(days))), draw(st.booleans()),
        settled, draw(st.sampled_from([None, True, False])),
    )  # fmt: skip


@given(st.lists(_cases()), _DAYS, st.integers(0, 200))
def test_carried_over_and_received_is_settled_and_open(cases: list[Case], since: date, days: int) -> None:
    until = since + timedelta(days)
    figures = statistics(cases, since, until, date(2026, 12, 31))
    for counted in (figures.total, *figures.by_kind.values(), *figures.by_field.values()):
        assert counted.carried_over + counted.received == counted.settled + counted.open
        assert counted.settled_late <= counted.settled
        assert counted.overdue <= counted.open
    for groups in (figures.by_kind, figures.by_field, figures.by_area, figures.by_agency):
        assert sum(groups.values(), Tally()) == figures.total


@given(st.lists(_cases()), _DAYS, st.integers(0, 200))
def test_the_rates_of_groups_are_parts_of_the_rate_of_all(cases: list[Case], since: date, days: int) -> None:
    figures = statistics(cases, since, since + timedelta(days), date(2026, 12, 31))
    for rates in (figures.answered_by_kind, figures.answered_by_field, figures.answered_by_area):
        assert sum(rate.part for rate in rates.values()) == figures.answered.part
        assert sum(rate.whole for rate in rates.values()) == figures.answered.whole


@given(st.lists(_cases()), _DAYS)
def test_what_is_open_at_the_end_of_a_period_is_carried_into_the_next(cases: list[Case], middle: date) -> None:
    before = tally(cases, date(2025, 1, 1), middle)
    after = tally(cases, middle + timedelta(1), date(2027, 12, 31))
    assert before.open == after.carried_over


def test_a_rate_shows_both_its_sides() -> None:
    def case(received: date, answered: date | None, *, sent: bool = True) -> Case:
        happy = None if answered is None else True
        return Case(
            Kind.REPORT, None, None, "UBND xã", Channel.AREA, 1, received, answered, None, sent, answered, happy
        )  # fmt: skip

    inside, early = date(2026, 4, 2), date(2026, 3, 31)
    cases = [case(inside, date(2026, 5, 1)), case(inside, None), case(inside, date(2026, 7, 1)), case(early, inside)]
    figures = statistics([*cases, case(inside, None, sent=False)], date(2026, 4, 1), date(2026, 6, 30), inside)
    assert figures.answered == Rate(1, 3)
    assert figures.answered_by_agency == {"UBND xã": Rate(1, 3)}
    assert figures.answered_by_kind[Kind.REPORT] == figures.answered_by_area[""] == Rate(1, 3)
    assert figures.answered_by_kind[Kind.COMPLAINT] == Rate(0, 0)
    assert figures.satisfied == Rate(2, 2)


def test_groups_stand_in_vietnamese_order_with_the_unnamed_last() -> None:
    names = ["Điện", None, "Đất đai", "An ninh", "Chợ"]
    cases = [
        Case(Kind.REPORT, name, None, None, Channel.AREA, 1, date(2026, 1, 5), None, None, False, None, None)
        for name in names
    ]
    found = grouped(cases, lambda case: case.field, date(2026, 1, 1), date(2026, 1, 31))
    assert list(found) == ["An ninh", "Chợ", "Đất đai", "Điện", ""]


@pytest.fixture
def full(desk: Petitions, clock: Settable) -> Petitions:
    clock.moment = datetime(2026, 10, 1, 9)
    desk.import_sheet(ImportAsk(SAMPLE))
    return desk


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.none() | st.sampled_from(Kind),
    field=st.sampled_from([None, "Đất đai", "Giao thông"]),
    search=st.sampled_from([None, "karaoke", "khu pho 5"]),
    since=st.dates(date(2026, 1, 1), date(2026, 8, 31)),
    days=st.integers(0, 120),
)
def test_the_figures_are_those_of_the_list_for_any_filter(
    full: Petitions, kind: Kind | None, field: str | None, search: str | None, since: date, days: int
) -> None:
    until = since + timedelta(days)
    wanted = PetitionFilter(search=search, kind=kind, field=field)
    total = full.statistics(since, until, wanted).total
    listed = full.chosen(wanted)
    came = [row for row in listed if since <= row.received <= until]
    held = [row for row in listed if row.received < since and (row.settled is None or row.settled >= since)]
    done = [row for row in (*came, *held) if row.settled is not None and row.settled <= until]
    assert (total.received, total.carried_over, total.settled) == (len(came), len(held), len(done))
    period = PetitionFilter(search=search, kind=kind, field=field, since=since, until=until)
    assert total.received == full.count(period)


_GROUPS: list[Callable[[PetitionRow], str]] = [
    lambda row: KIND_WORDS[row.kind],
    lambda row: row.field or "(không ghi)",
    lambda row: row.area or "(không ghi)",
    lambda row: row.forwarded_to or "(không ghi)",
]
"""What the four tables of the report go by."""


def counts_of(listed: Sequence[PetitionRow], since: date, until: date, today: date) -> tuple[int, ...]:
    """Carried over, received, settled, settled late, open, overdue: counted from the list, without the service."""
    held = [row for row in listed if row.received <= until and not (row.settled and row.settled < since)]
    done = [row for row in held if row.settled is not None and row.settled <= until]
    going = [row for row in held if row not in done]
    as_of = min(until, today)
    return (
        sum(row.received < since for row in held),
        sum(row.received >= since for row in held),
        len(done),
        sum(row.due is not None and row.settled is not None and row.settled > row.due for row in done),
        len(going),
        sum(row.due is not None and row.due < as_of for row in going),
    )


def printed(paper: Paper) -> list[dict[str, tuple[int, ...]]]:
    """The four tables of a report: the figures of each line, "Cộng" among them."""
    tables = [block for block in paper.blocks if isinstance(block, Table)][:4]
    return [
        {str(row.cells[0]): row.cells[1:] for row in (*table.rows, table.total) if row is not None}  # type: ignore[misc]
        for table in tables
    ]


def expected(listed: Sequence[PetitionRow], since: date, until: date, today: date) -> list[dict[str, tuple[int, ...]]]:
    found = []
    for name in _GROUPS:
        members: dict[str, list[PetitionRow]] = {}
        for row in listed:
            members.setdefault(name(row), []).append(row)
        lines = {group: counts_of(rows, since, until, today) for group, rows in members.items()}
        found.append({**lines, "Cộng": counts_of(listed, since, until, today)})
    return found


def handled(lines: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """Without the lines nothing was to be done of."""
    return {name: figures for name, figures in lines.items() if name == "Cộng" or any(figures[:2])}


_filters = st.fixed_dictionaries(
    {
        "kind": st.none() | st.sampled_from(Kind),
        "field": st.sampled_from([None, "Đất đai", "Giao thông"]),
        "search": st.sampled_from([None, "karaoke", "khu pho 5"]),
        "status": st.sampled_from([None, "open", "closed", "unanswered"]),
        "place": st.sampled_from([None, "area", "agency"]),
        "at": st.integers(0, 100),
    }
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given_filter=_filters, since=st.dates(date(2025, 12, 1), date(2026, 9, 30)), days=st.integers(0, 300))
def test_the_printed_report_adds_up_to_the_list_for_any_filter(
    full: Petitions, given_filter: dict[str, Any], since: date, days: int
) -> None:
    until, today = since + timedelta(days), date(2026, 10, 1)
    everything = full.chosen(PetitionFilter())
    place, at = given_filter.pop("place"), given_filter.pop("at")
    ids = sorted({getattr(row, f"{place}_id") for row in everything} - {None}) if place else []
    wanted = PetitionFilter(**given_filter, **({f"{place}_id": ids[at % len(ids)]} if ids else {}))
    figures = full.statistics(since, until, wanted)
    paper = report(figures, Letterhead(("", ""), "", ""), Signer(("",)), "", "", "", "")
    listed = full.chosen(wanted)
    assert list(map(handled, printed(paper))) == list(map(handled, expected(listed, since, until, today)))
    for table in printed(paper):
        for carried, received, settled, _late, still_open, _overdue in table.values():
            assert carried + received == settled + still_open
        parts = [figures for name, figures in table.items() if name != "Cộng"]
        assert tuple(map(sum, zip(*parts, strict=True))) == (table["Cộng"] if parts else ())


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(since=st.dates(date(2025, 12, 1), date(2026, 9, 30)), days=st.integers(0, 300))
def test_the_report_of_a_period_is_that_of_the_list(full: Petitions, since: date, days: int) -> None:
    until, listed = since + timedelta(days), full.chosen(PetitionFilter())
    paper = full.paper("petition-report", PaperAsk(since=since, until=until))
    assert list(map(handled, printed(paper))) == list(map(handled, expected(listed, since, until, date(2026, 10, 1))))
    said = " ".join(block.text for block in paper.blocks if isinstance(block, Paragraph))
    came = [row for row in listed if since <= row.received <= until]
    for channel, count in Counter(row.channel for row in came).items():
        assert f"{CHANNEL_WORDS[channel]} {count} đơn" in said
    visits = [row for row in came if row.channel is Channel.IN_PERSON]
    assert f"{len(visits)} lượt với {sum(row.people for row in visits)} người" in said
