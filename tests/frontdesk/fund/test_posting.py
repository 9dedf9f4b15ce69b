"""Posting and reversing: numbers, balances, and everything that must be refused."""

from datetime import date

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.fund import Fund
from frontdesk.fund.deeds.vouchers import Pay, Post, Receive, Reverse, SetOpening, Transfer
from frontdesk.fund.rules.kinds import Account, Status


def received(desk: Fund, amount: int, **more: object) -> str:
    draft = desk.receive(Receive(amount, "Ủng hộ", "Ông An", **more))  # type: ignore[arg-type]
    return desk.post(Post(draft.draft or "")).number or ""


def paid(desk: Fund, amount: int, **more: object) -> str:
    values = {"approval": "15/QĐ-BVĐ", **more}
    draft = desk.pay(Pay(amount, "Hỗ trợ", "Bà Bình", **values))  # type: ignore[arg-type]
    return desk.post(Post(draft.draft or "")).number or ""


def test_a_draft_has_no_number_and_moves_nothing(desk: Fund) -> None:
    draft = desk.receive(Receive(500_000, "Ủng hộ", "Ông An"))
    assert (draft.number, draft.draft, draft.status) == (None, "NHAP-0001", Status.DRAFT)
    assert desk.balance(None, Account.CASH) == 0


def test_posting_gives_numbers_in_order_per_kind_and_year(desk: Fund) -> None:
    assert [received(desk, 500_000), received(desk, 1), paid(desk, 100)] == [
        "PT-2026-0001",
        "PT-2026-0002",
        "PC-2026-0001",
    ]
    assert received(desk, 7, day=date(2025, 12, 31)) == "PT-2025-0001"
    assert desk.balance(None, Account.CASH) == 500_001 - 100 + 7


def test_a_reversal_is_dated_today_and_names_the_original_and_the_reason(desk: Fund) -> None:
    number = received(desk, 500_000, day=date(2026, 7, 1))
    back = desk.reverse(Reverse(number, "Ghi nhầm người"))
    assert (back.day, back.reverses, back.reason, back.amount_vnd) == (
        date(2026, 8, 3),
        number,
        "Ghi nhầm người",
        -500_000,
    )
    assert desk.voucher(number).status is Status.REVERSED
    assert desk.balance(None, Account.CASH) == 0
    with pytest.raises(RuleBroken, match="reversed already"):
        desk.reverse(Reverse(number, "Lần nữa"))


def test_a_transfer_moves_money_between_the_accounts(desk: Fund) -> None:
    desk.set_opening(SetOpening(1_000_000))
    desk.post(Post(desk.transfer(Transfer(400_000)).draft or ""))
    assert [row.balance_vnd for row in desk.balances()] == [600_000, 400_000]


def test_no_day_falls_below_zero_by_a_payment_dated_back(desk: Fund) -> None:
    received(desk, 500_000, day=date(2026, 7, 1))
    paid(desk, 500_000, day=date(2026, 7, 20))
    with pytest.raises(RuleBroken) as refused:
        paid(desk, 1, day=date(2026, 7, 5))
    assert refused.value.code == "fund.money.short"
