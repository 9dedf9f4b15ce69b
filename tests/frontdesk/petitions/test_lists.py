"""The list of petitions."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any

import pytest

from frontdesk.office import AddArea, ImportAsk, ListAsk, Office
from frontdesk.petitions import Kind, PetitionRow, Petitions, Register, Status
from frontdesk.petitions.asks import Pause, Void
from frontdesk.petitions.rules.words import Ending
from frontdesk.petitions.service import lists
from frontdesk.petitions.service.filters import SAVED_FILTERS, PetitionFilter, PetitionSort
from frontdesk.petitions.service.lists import HELD_MOST
from frontdesk.petitions.settings import CHASE_AFTER_DAYS
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


@pytest.mark.parametrize("held", [0, HELD_MOST])
@pytest.mark.parametrize(
    ("key", "descending"), [("received", True), ("sender", False), ("sender", True), ("due", False)]
)
@pytest.mark.parametrize(
    "sides",
    [{}, {"kind": Kind.PROPOSAL}, {"since": date(2026, 1, 6), "until": date(2026, 1, 7)}, {"field": "Chợ"}],
)
def test_a_search_as_one_types_finds_what_the_other_filters_leave_however_old(
    twelve: Petitions, monkeypatch: pytest.MonkeyPatch, held: int, key: str, descending: bool, sides: dict[str, Any]
) -> None:
    monkeypatch.setattr(lists, "HELD_MOST", held)
    sort, wanted = PetitionSort(key, descending), PetitionFilter(search="viec so", **sides)
    whole = [row.id for row in twelve.chosen(wanted, sort)]
    newest = sorted(whole, reverse=True)[:3]
    assert list(twelve.find(replace(wanted, hits=100), sort).ids or ()) == whole
    assert list(twelve.find(replace(wanted, hits=3), sort).ids or ()) == [each for each in whole if each in newest]


@pytest.mark.parametrize("key", ["number", "received", "due", "sender"])
@pytest.mark.parametrize("descending", [True, False])
def test_pages_join_to_the_whole_list_in_order(twelve: Petitions, key: str, descending: bool) -> None:
    sort, wanted = PetitionSort(key, descending), PetitionFilter()
    whole = [row.id for row in twelve.chosen(wanted, sort)]
    found = twelve.find(wanted, sort)
    pages = [row.id for offset in range(0, 15, 5) for row in twelve.page(found, offset, 5)]
    assert pages == whole
    assert [twelve.place(found, petition_id) for petition_id in whole] == list(range(12))


def test_names_sort_by_the_given_name_and_the_nameless_come_last(twelve: Petitions) -> None:
    names = [row.sender for row in twelve.chosen(PetitionFilter(), PetitionSort("sender", False))]
    assert names == ["Lê Thị An"] * 3 + ["Nguyễn Văn Bình"] * 3 + ["Trần Văn Đức"] * 3 + [None] * 3


FILTERS: list[dict[str, Any]] = [
    dict(zip(("kind", "field", "search", "since"), values, strict=True))
    for values in product((None, Kind.REPORT), (None, "Đất đai"), (None, "an", "viec 7"), (None, date(2026, 1, 7)))
]


@pytest.mark.parametrize("filters", FILTERS)
def test_a_filter_counts_what_it_shows(twelve: Petitions, filters: dict[str, Any]) -> None:
    wanted = PetitionFilter(**filters)
    shown = twelve.chosen(wanted)
    assert twelve.count(wanted) == len(shown)
    for row in shown:
        assert filters["kind"] in (None, row.kind)
        assert filters["field"] in (None, row.field)
        assert filters["since"] is None or row.received >= filters["since"]


def test_overdue_is_what_is_late_and_open(twelve: Petitions) -> None:
    late = twelve.chosen(PetitionFilter(status="overdue"))
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
    whole = [row.id for row in desk.chosen(wanted, sort)]
    held = desk.find(wanted, sort)
    assert held.ids == tuple(whole)
    many = replace(held, ids=None)
    for offset in range(0, held.total + 20, 7):
        for limit in (1, 10, 100):
            for found in (held, many):
                page = [row.id for row in desk.page(found, offset, limit)]
                assert page == whole[offset : offset + limit]
    for found in (held, many):
        assert [desk.place(found, petition_id) for petition_id in whole] == list(range(len(whole)))
        assert desk.place(found, 0) is None


TODAY = date(2026, 10, 1)
CHASED = timedelta(CHASE_AFTER_DAYS.default)


def _is(status: str, row: PetitionRow) -> bool:
    """What a status or the name of a filter promises of a row, in plain words."""
    going, asked = row.settled is None, row.urged_on or row.forwarded
    known = {
        "open": going,
        "due_today": going and row.due == TODAY,
        "overdue": row.overdue(TODAY),
        "unanswered": going and row.status is Status.FORWARDED and asked is not None and asked <= TODAY - CHASED,
        "to_tell": row.status is Status.ANSWERED,
        "to_ask": row.status is Status.TOLD and row.satisfied is None,
        "paused": going and row.paused,
        "upward": going and row.status is Status.FORWARDED and row.upward,
        "dissatisfied": row.satisfied is False and row.closed_as is not Ending.MISTAKEN,
    }
    return known.get(status, row.status == status and row.closed_as is not Ending.MISTAKEN)


@pytest.fixture
def mixed(desk: Petitions, clock: Settable) -> Petitions:
    """The sample's register, with an entry made by mistake, a waiting one, and one due today."""
    clock.moment = datetime(2026, 10, 1, 9)
    desk.import_sheet(ImportAsk(SAMPLE))
    for at, text in enumerate(("Vào nhầm", "Chờ người gửi", "Đến hạn hôm nay")):
        row = desk.register(Register(Kind.PROPOSAL, text, received=date(2026, 9, 17), field="Đất đai"))
        if at == 0:
            desk.void(Void(row.number, "Vào hai lần"))
        elif at == 1:
            desk.pause(Pause(row.number, "Thiếu địa chỉ"))
    return desk


@pytest.mark.parametrize("status", [None, *Status, *SAVED_FILTERS])
def test_every_status_and_saved_filter_leaves_what_it_says(mixed: Petitions, status: str | None) -> None:
    wrong = mixed.chosen(PetitionFilter(status="mistaken"))
    rows = mixed.chosen(PetitionFilter())
    assert [row.closed_as for row in wrong] == [Ending.MISTAKEN]
    for kind, field in product((None, *Kind), (None, "Đất đai")):
        wanted = PetitionFilter(status=status, kind=kind, field=field)
        right = {
            row.number
            for row in (wrong if status == "mistaken" else rows)
            if (status in (None, "mistaken") or _is(status, row))
            and kind in (None, row.kind)
            and field in (None, row.field)
        }
        assert {row.number for row in mixed.chosen(wanted)} == right
        assert mixed.count(wanted) == mixed.find(wanted).total == len(right)
