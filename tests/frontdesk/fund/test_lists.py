"""The list of vouchers: every filter and sort gives each voucher once, in its order, wherever a page begins."""

from datetime import date
from typing import Any

import pytest

from frontdesk.fund import Fund, Post, Receive, Reverse, Status, VoucherFilter, VoucherKind
from frontdesk.fund.deeds.vouchers import Discard, Pay
from frontdesk.fund.rules.rows import VoucherRow

PAGE = 3


@pytest.fixture
def listed(desk: Fund) -> Fund:
    """Vouchers in every status, of days and amounts that do not follow their numbers."""
    drafts = [
        desk.receive(Receive(amount, "Ủng hộ", "Ông An", day=date(2026, 8, day))).draft or ""
        for amount, day in ((5_000, 3), (9_000, 1), (5_000, 2), (7_000, 3), (1_000, 1))
    ]
    drafts += [
        desk.pay(Pay(amount, "Chi", "Bà Bình", "Quà Tết", "15/QĐ", day=date(2026, 8, 3))).draft or ""
        for amount in (2_000, 1_000)
    ]
    numbers = [desk.post(Post(drafts[each])).number or "" for each in (1, 0, 5, 3)]
    desk.reverse(Reverse(numbers[1], "Nhầm"))
    desk.discard(Discard(drafts[4], "Nhầm"))
    return desk


def expected(desk: Fund, which: VoucherFilter, sort: str) -> list[int]:
    """The ids of a list, worked out from the vouchers themselves."""
    keys: dict[str, Any] = {
        "day": lambda row: (row.day, row.id),
        "number": lambda row: (row.number or "", row.id),
        "amount": lambda row: (row.amount_vnd, row.id),
    }
    asked = set(Status) - {Status.DISCARDED} if which.status is None else {which.status}
    rows: list[VoucherRow] = [
        row
        for row in desk.vouchers_by_id(range(1, 10_000))
        if row.status in asked and (not which.kinds or row.kind in which.kinds)
    ]
    ordered = sorted(rows, key=keys[sort.removeprefix("-")], reverse=sort.startswith("-"))
    return [row.id for row in ordered]


@pytest.mark.parametrize("sort", ["day", "-day", "number", "-number", "amount", "-amount"])
@pytest.mark.parametrize(
    "which",
    [
        pytest.param(VoucherFilter(), id="all"),
        pytest.param(VoucherFilter(kinds=(VoucherKind.PAYMENT,)), id="payments"),
        *(pytest.param(VoucherFilter(status=status), id=status.value) for status in Status),
    ],
)
def test_every_voucher_has_its_place_on_one_page(listed: Fund, which: VoucherFilter, sort: str) -> None:
    wanted = expected(listed, which, sort)
    assert wanted
    pages = [[row.id for row in listed.page(which, sort, at, PAGE)] for at in range(0, len(wanted) + PAGE, PAGE)]
    assert [row_id for page in pages for row_id in page] == wanted
    assert listed.count(which) == len(wanted)
    assert [listed.place(which, row_id, sort) for row_id in wanted] == list(range(len(wanted)))
    assert [[row.id for row in listed.page(which, sort, at, 1)] for at in range(len(wanted))] == [[i] for i in wanted]
    assert listed.page(which, sort, len(wanted) + 5, PAGE) == []
    assert listed.place(which, 10_001, sort) is None
