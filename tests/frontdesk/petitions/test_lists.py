"""The list of petitions."""

from datetime import date, datetime
from itertools import product
from typing import Any

import pytest

from frontdesk.office import AddArea, ImportAsk, ListAsk, Office
from frontdesk.petitions import Kind, Petitions, Register
from frontdesk.petitions.service.lists import PetitionFilter, PetitionSort
from tests.frontdesk.petitions.conftest import Settable
from tests.frontdesk.petitions.test_importing import SAMPLE

KEYS = """
    number book_number received channel kind field area sender people summary status route forwarded_to forwarded due
    due_why overdue urged answered result satisfied meeting
""".split()  # noqa: SIM905 - as interfaces.md writes them


@pytest.fixture
def twelve(desk: Petitions, office: Office) -> Petitions:
    office.add_area(AddArea("Khu phố 3"))
    senders = ["Trần Văn Đức", "Lê Thị An", None, "Nguyễn Văn Bình"]
    for index in range(12):
        desk.register(
            Register(
                list(Kind)[index % 3],
                f"Việc số {index}",
                received=date(2026, 1, 5 + index % 5),
                sender=senders[index % 4],
                area="KP 3" if index % 2 else None,
                field="Đất đai" if index % 3 else "Môi trường",
            )
        )
    return desk


def test_the_list_has_the_agreed_keys_first(twelve: Petitions) -> None:
    rows = twelve.listing(ListAsk())
    assert len(rows) == 12
    assert list(rows[0])[: len(KEYS)] == KEYS
    assert (rows[0]["received"], rows[0]["kind"], rows[0]["overdue"]) == ("2026-01-05", "proposal", True)
    assert {row["area"] for row in rows} == {None, "Khu phố 3"}


@pytest.mark.parametrize("key", ["number", "received", "due", "sender"])
@pytest.mark.parametrize("descending", [True, False])
def test_pages_join_to_the_whole_list_in_order(twelve: Petitions, key: str, descending: bool) -> None:
    sort, wanted = PetitionSort(key, descending), PetitionFilter()
    whole = twelve.page(wanted, sort)
    pages = [row for offset in range(0, 15, 5) for row in twelve.page(wanted, sort, offset, 5)]
    assert pages == whole
    assert [twelve.place(wanted, sort, row.id) for row in whole] == list(range(12))


def test_names_sort_by_the_given_name_and_the_nameless_come_last(twelve: Petitions) -> None:
    names = [row.sender for row in twelve.page(PetitionFilter(), PetitionSort("sender", False))]
    assert names == ["Lê Thị An"] * 3 + ["Nguyễn Văn Bình"] * 3 + ["Trần Văn Đức"] * 3 + [None] * 3


FILTERS: list[dict[str, Any]] = [
    dict(zip(("kind", "field", "search", "since"), values, strict=True))
    for values in product((None, Kind.REPORT), (None, "Đất đai"), (None, "an", "viec 7"), (None, date(2026, 1, 7)))
]


@pytest.mark.parametrize("filters", FILTERS)
def test_a_filter_counts_what_it_shows(twelve: Petitions, filters: dict[str, Any]) -> None:
    wanted = PetitionFilter(**filters)
    shown = twelve.page(wanted)
    assert twelve.count(wanted) == len(shown)
    for row in shown:
        assert filters["kind"] in (None, row.kind)
        assert filters["field"] in (None, row.field)
        assert filters["since"] is None or row.received >= filters["since"]


def test_overdue_is_what_is_late_and_open(twelve: Petitions) -> None:
    late = twelve.page(PetitionFilter(status="overdue"))
    assert len(late) == 12
    assert all(row.overdue(date(2026, 3, 3)) for row in late)
    assert twelve.count(PetitionFilter(status="due_today")) == 0


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("key", ["received", "number", "due", "sender"])
def test_a_page_is_the_same_from_either_end(desk: Petitions, clock: Settable, key: str, descending: bool) -> None:
    clock.moment = datetime(2026, 10, 1, 9)
    desk.import_sheet(ImportAsk(SAMPLE))
    # Some without a sender, some without a deadline.
    for _each in range(3):
        desk.register(Register(Kind.REPORT, "Không ghi tên"))
    wanted, sort = PetitionFilter(), PetitionSort(key, descending=descending)
    total, whole = desk.count(wanted), [row.number for row in desk.page(wanted, sort)]
    for offset in range(0, total + 20, 7):
        for limit in (1, 10, 100):
            page = [row.number for row in desk.page(wanted, sort, offset, limit, total=total)]
            assert page == whole[offset : offset + limit]
