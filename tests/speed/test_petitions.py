"""The list of petitions over a hundred thousand of them: filters, orders, scrolling, opening (design §7).

Two things SQLite needs in any case stand as baselines of the same run: reading the hundred rows of a page, and passing
once over an index of all petitions. Times are of the processor, so that a busy machine tells the same.
"""

import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

import pytest

from frontdesk.commands.services import Services
from frontdesk.office import AddArea
from frontdesk.petitions import Kind, Petitions
from frontdesk.petitions.model import Petition
from frontdesk.petitions.service.filters import PetitionFilter, PetitionSort
from frontdesk.store import live
from tests.frontdesk.petitions.crowd import FIELDS, lay_down
from ui.petitions.source import NEWEST_HITS

pytestmark = pytest.mark.speed

COUNT: Final = 100_000
AREAS: Final = 30
PAGE: Final = 100
ROUNDS: Final = 7
READING: Final = "SELECT * FROM petition WHERE id BETWEEN ? AND ?"
PASSING: Final = "SELECT COUNT(*) FROM petition WHERE number_key > 0 AND (closed_as IS NULL OR closed_as != 'mistaken')"
ROWS_MOST: Final = 8
"""A page of petitions against its bare rows: they become frozen rows of Python."""
PASSES_MOST: Final = 1.5
"""A filter or an order that is put on, or a page deep in the list, against one pass over an index: half of it, or the
sorting of a few thousand rows."""
SORTS: Final = [PetitionSort(key, down) for key in ("received", "number", "due", "sender") for down in (True, False)]
WIDE: Final = ("all", "kind", "field", "closed")
"""Filters that leave tens of thousands: to sort what they leave would take too long."""


@dataclass(frozen=True)
class Bare:
    """What SQLite alone takes, in seconds: for the rows of a page, and for one pass over all entries."""

    rows: float
    passing: float

    def allowed(self, *, deep: bool) -> float:
        """What a page may take."""
        return ROWS_MOST * self.rows + (PASSES_MOST * self.passing if deep else 0)


@pytest.fixture
def desk(services: Services) -> Iterator[Petitions]:
    for at in range(1, AREAS + 1):
        services.office.add_area(AddArea(f"Khu phố {at}"))
    lay_down(COUNT, AREAS)
    yield services.petitions
    assert Petition.select().count() == COUNT


@dataclass(frozen=True)
class Took:
    """Several times in seconds: the middle one is compared, for a busy machine makes single ones longer."""

    middle: float
    p95: float


def took(work: Callable[[], object]) -> Took:
    """How long `work` takes once it has been done."""
    work()
    times = []
    for _round in range(ROUNDS):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    times.sort()
    return Took(times[ROUNDS // 2], times[round(0.95 * (ROUNDS - 1))])


def asked(sql: str, *values: Any) -> Callable[[], object]:
    return lambda: live.execute_sql(sql, values).fetchall()


def bare() -> Bare:
    first = int(live.execute_sql("SELECT MIN(id) FROM petition").fetchone()[0])
    return Bare(took(asked(READING, first + 50_000, first + 50_099)).middle, took(asked(PASSING)).middle)


def filters(services: Services) -> dict[str, PetitionFilter]:
    area, agency = services.office.areas()[3].id, services.petitions.agencies()[3].id
    named = ("open", "due_today", "overdue", "unanswered", "to_tell", "dissatisfied", "mistaken", "received", "closed")
    return {
        "all": PetitionFilter(),
        **{name: PetitionFilter(status=name) for name in named},
        "kind": PetitionFilter(kind=Kind.PROPOSAL),
        "rare kind": PetitionFilter(kind=Kind.DENUNCIATION),
        "field": PetitionFilter(field=FIELDS[2]),
        "area": PetitionFilter(area_id=area),
        "agency": PetitionFilter(agency_id=agency),
        "month": PetitionFilter(since=date(2025, 5, 1), until=date(2025, 5, 31)),
        "field and year": PetitionFilter(field=FIELDS[0], since=date(2020, 1, 1), until=date(2020, 12, 31)),
        "area and kind": PetitionFilter(area_id=area, kind=Kind.REPORT),
        "search": PetitionFilter(search="karaoke", hits=NEWEST_HITS),
        "search of a place": PetitionFilter(search="den duong khu pho 12", hits=NEWEST_HITS),
        "search of five words": PetitionFilter(search="duong ngap nuoc sau mua", hits=NEWEST_HITS),
        "search of six words": PetitionFilter(search="nguyen van den duong khu pho", hits=NEWEST_HITS),
    }


def say(text: str) -> None:
    print(text)  # noqa: T201 - times are printed for orientation


def test_every_filter_in_every_order_keeps_to_its_share_of_what_sqlite_needs(
    desk: Petitions, services: Services
) -> None:
    base = bare()
    say(f"bare rows of a page {base.rows * 1000:.1f} ms, one pass over all {base.passing * 1000:.1f} ms")
    slow, all_puts, all_pages = [], [], []
    for name, wanted in filters(services).items():
        puts: list[Took] = []
        pages: list[Took] = []
        for sort in SORTS:
            puts.append(took(partial(put_on, desk, wanted, sort)))
            found = desk.find(wanted, sort)
            for offset in (0, found.total // 2, max(0, found.total - PAGE)):
                pages.append(took(partial(desk.page, found, offset, PAGE)))
            slow += [(name, sort, each) for each in (puts[-1], *pages[-3:]) if each.middle > base.allowed(deep=True)]
        say(f"{name:20} {desk.count(wanted):6} rows: put on {told(puts)}, a page of it {told(pages)}")
        all_puts += puts
        all_pages += pages
    for name, times in (("put on", all_puts), ("page", all_pages)):
        say(f"{name}: of {len(times)} one in twenty takes {late(times):.1f} ms or more")
    assert slow == []


def put_on(desk: Petitions, wanted: PetitionFilter, sort: PetitionSort) -> None:
    """What a window does when a filter or an order is chosen."""
    desk.page(desk.find(wanted, sort), 0, PAGE)


def late(times: Sequence[Took]) -> float:
    """The 95th percentile in milliseconds."""
    return sorted(each.middle for each in times)[int(0.95 * (len(times) - 1))] * 1000


def told(times: Sequence[Took]) -> str:
    """The slowest of several, middle and p95."""
    return f"{max(each.middle for each in times) * 1000:.1f} (p95 {max(each.p95 for each in times) * 1000:.1f}) ms"


def test_what_leaves_many_is_never_sorted_and_read_from_an_index_alone(desk: Petitions, services: Services) -> None:
    known = filters(services)
    for name in WIDE:
        for sort in SORTS:
            seen: list[str] = []
            found = desk.find(known[name], sort)
            live.connection().set_trace_callback(seen.append)
            desk.page(found, 0, PAGE)
            live.connection().set_trace_callback(None)
            chosen = next(sql for sql in seen if "ORDER BY" in sql)
            plan = " ".join(str(row[3]) for row in live.execute_sql(f"EXPLAIN QUERY PLAN {chosen}").fetchall())
            assert "TEMP B-TREE" not in plan, (name, sort, plan)
            assert "COVERING INDEX" in plan, (name, sort, plan)


def test_the_first_page_in_every_order_costs_little_more_than_its_rows(desk: Petitions) -> None:
    base = bare()
    for sort in SORTS:
        found = took(partial(desk.page, desk.find(PetitionFilter(), sort), 0, PAGE))
        say(f"{sort.key:9} {'down' if sort.descending else 'up':5} {told([found])}")
        assert found.middle <= base.allowed(deep=False)


def test_opening_the_desk_counts_todays_work_in_a_few_passes(desk: Petitions) -> None:
    base = bare()

    def opening() -> None:
        desk.today_work()
        desk.fields()
        put_on(desk, PetitionFilter(), PetitionSort())

    found = took(opening)
    say(f"opening the list {told([found])}")
    assert found.middle <= ROWS_MOST * base.rows + 3 * PASSES_MOST * base.passing


def test_memory_stays_flat_however_far_one_scrolls(desk: Petitions) -> None:
    def scroll(share: int) -> int:
        tracemalloc.start()
        found = desk.find(PetitionFilter())
        for offset in range(0, COUNT * share // 100, 5_000):
            desk.page(found, offset, PAGE)
        kept, _peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return kept

    near, far = scroll(10), scroll(100)
    say(f"kept after scrolling a tenth {near // 1024} KiB, all of it {far // 1024} KiB")
    assert far <= near + 256 * 1024


def test_one_petition_among_them_is_found_at_once(desk: Petitions) -> None:
    base = bare()
    number = desk.page(desk.find(PetitionFilter()), 50_000, 1)[0].number
    for name, work in (("a petition", desk.petition), ("its history", desk.history)):
        found = took(partial(work, number))
        say(f"{name} {told([found])}")
        assert found.middle <= ROWS_MOST * base.rows
