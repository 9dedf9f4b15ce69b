"""Posting and reversing: numbers, balances, and everything that must be refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from frontdesk.errors import NotAllowed
from frontdesk.fund import Fund
from frontdesk.fund.deeds.closing import CloseMonth, CloseYear, ConfirmClosing, CountCash, Notes, Reopen
from frontdesk.fund.deeds.vouchers import (
    Discard,
    Goods,
    HandOut,
    OpenFund,
    Pay,
    Post,
    Receive,
    Reverse,
    Revise,
    SetOpening,
    TakeIn,
    Transfer,
)
from frontdesk.fund.rules.kinds import Account, ClosingState, LedgerKind, Status, VoucherKind
from frontdesk.office import ListAsk
from frontdesk.store import Change, Role, Session, Store, check
from tests.frontdesk.fund.conftest import MODELS, StandingClock
from tests.frontdesk.fund.moving import paid, received, refused


def signed_in(store: Store, user: str, *roles: Role) -> None:
    """Somebody else sits down at the same open office."""
    store.session = Session(user, frozenset(roles))


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


def test_a_posted_voucher_is_frozen(desk: Fund) -> None:
    number = received(desk, 500_000)
    for deed in (
        lambda: desk.revise(Revise(number, amount_vnd=1)),
        lambda: desk.discard(Discard(number, "thôi")),
        lambda: desk.post(Post(number)),
    ):
        assert refused(deed) == "fund.voucher.frozen"


def test_a_refused_posting_takes_no_number(desk: Fund) -> None:
    assert refused(lambda: paid(desk, 100)) == "fund.money.short"
    received(desk, 1_000)
    assert paid(desk, 100) == "PC-2026-0001"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param({"amount_vnd": None}, "fund.voucher.no_amount_vnd", id="no amount"),
        pytest.param({"text": ""}, "fund.voucher.no_text", id="no text"),
        pytest.param({"counterparty": ""}, "fund.voucher.no_counterparty", id="nobody"),
        pytest.param({"day": date(2026, 8, 4)}, "fund.day.future", id="tomorrow"),
        pytest.param({"approval": None}, "fund.payment.no_approval", id="no approval"),
        pytest.param({"approval": "đã duyệt"}, "fund.payment.no_approval", id="approval without number"),
        pytest.param({"approval": "HN-2026-0001"}, "fund.payment.unknown_approval", id="a meeting that is not there"),
        pytest.param({"amount_vnd": 1_000_001}, "fund.money.short", id="one đồng too much"),
        pytest.param({"account": Account.BANK}, "fund.money.short", id="the other account"),
        pytest.param({"accountant": "Lê Hoa", "treasurer": "lê hoa "}, "fund.payment.one_person", id="one person"),
    ],
)
def test_a_payment_that_breaks_a_rule_is_refused(desk: Fund, change: dict[str, Any], code: str) -> None:
    received(desk, 1_000_000)
    ask = replace(Pay(1_000_000, "Hỗ trợ", "Bà Bình", approval="15/QĐ-BVĐ"), **change)
    draft = desk.pay(ask).draft or ""
    assert refused(lambda: desk.post(Post(draft))) == code
    assert desk.balance(None, Account.CASH) == 1_000_000


def test_the_whole_balance_may_be_paid(desk: Fund) -> None:
    received(desk, 1_000_000)
    paid(desk, 1_000_000)
    assert desk.balance(None, Account.CASH) == 0


def test_who_draws_up_a_payment_does_not_pay_it_out_but_for_a_recorded_exception(desk: Fund, store: Store) -> None:
    received(desk, 1_000_000)
    signed_in(store, "Hòa", Role.ACCOUNTANT)
    draft = desk.pay(Pay(1_000, "Hỗ trợ", "Bà Bình", approval="15/QĐ-BVĐ")).draft or ""
    assert refused(lambda: desk.post(Post(draft))) == "fund.payment.one_person"
    signed_in(store, "Đức", Role.TREASURER)
    assert desk.post(Post(draft)).exception is None
    signed_in(store, "Hòa", Role.ACCOUNTANT)
    alone = desk.pay(Pay(1_000, "Hỗ trợ", "Bà Bình", approval="15/QĐ-BVĐ", exception="Thủ quỹ nghỉ ốm")).draft or ""
    assert desk.post(Post(alone)).exception == "Thủ quỹ nghỉ ốm"


def test_a_viewer_may_not_post(desk: Fund, store: Store) -> None:
    draft = desk.receive(Receive(500_000, "Ủng hộ", "Ông An")).draft or ""
    signed_in(store, "Khách", Role.VIEWER)
    with pytest.raises(NotAllowed):
        desk.post(Post(draft))


def test_a_reversal_is_dated_today_and_names_the_original_and_the_reason(desk: Fund) -> None:
    number = received(desk, 500_000, day=date(2026, 7, 1))
    back = desk.reverse(Reverse(number, "Ghi nhầm người"))
    expected = (date(2026, 8, 3), number, "Ghi nhầm người", -500_000)
    assert (back.day, back.reverses, back.reason, back.amount_vnd) == expected
    assert desk.voucher(number).status is Status.REVERSED
    assert desk.balance(None, Account.CASH) == 0
    assert refused(lambda: desk.reverse(Reverse(number, "Lần nữa"))) == "fund.voucher.reversed"
    assert refused(lambda: desk.reverse(Reverse(back.number or "", "Hoàn lại"))) == "fund.voucher.is_reversal"


def test_a_receipt_whose_money_is_gone_cannot_be_reversed(desk: Fund) -> None:
    number = received(desk, 500_000)
    paid(desk, 1)
    assert refused(lambda: desk.reverse(Reverse(number, "Nhầm"))) == "fund.money.short"


def test_a_transfer_is_neither_receipt_nor_payment(desk: Fund) -> None:
    desk.set_opening(SetOpening(1_000_000))
    desk.post(Post(desk.transfer(Transfer(400_000)).draft or ""))
    assert [row.balance_vnd for row in desk.balances()] == [600_000, 400_000]
    report = desk.report(None, date(2026, 1, 1), date(2026, 12, 31))
    assert (report.opening_vnd, report.received_vnd, report.paid_vnd, report.closing_vnd) == (
        1_000_000,
        0,
        0,
        1_000_000,
    )


def test_no_day_falls_below_zero_by_a_payment_dated_back(desk: Fund) -> None:
    received(desk, 500_000, day=date(2026, 7, 1))
    paid(desk, 500_000, day=date(2026, 7, 20))
    received(desk, 500_000, day=date(2026, 7, 21))
    assert refused(lambda: paid(desk, 1, day=date(2026, 7, 5))) == "fund.money.short"
    paid(desk, 1, day=date(2026, 7, 21))


def test_funds_are_never_mixed(desk: Fund) -> None:
    received(desk, 500_000, fund="Cứu trợ")
    assert refused(lambda: paid(desk, 1)) == "fund.money.short"
    assert desk.open_fund(OpenFund("Bão số 3")) == "Bão số 3"
    received(desk, 7, fund="quỹ bão số 3")
    assert desk.balance("Bão số 3", Account.CASH) == 7
    assert refused(lambda: received(desk, 1, fund="Khác")) == "fund.fund.unknown"
    assert refused(lambda: desk.open_fund(OpenFund("BÃO SỐ 3"))) == "fund.fund.exists"


def test_restricted_money_is_spent_only_as_its_donor_asked(desk: Fund) -> None:
    gift = received(desk, 600_000, restricted=True, purpose="Học bổng")
    received(desk, 100_000)
    assert desk.held(None) == 600_000
    assert refused(lambda: paid(desk, 100_001, purpose="Học bổng")) == "fund.money.held"
    assert refused(lambda: paid(desk, 1, purpose="Quà Tết", gift=gift)) == "fund.gift.misspent"
    assert refused(lambda: paid(desk, 600_001, purpose="Học bổng", gift=gift)) == "fund.gift.misspent"
    paid(desk, 100_000, purpose="Quà Tết")
    spent = paid(desk, 600_000, purpose="học bổng", gift=gift)
    assert (desk.held(None), desk.gift_left(gift).balance_vnd) == (0, 0)
    assert refused(lambda: desk.reverse(Reverse(gift, "Nhầm"))) == "fund.gift.spent"
    desk.reverse(Reverse(spent, "Nhầm"))
    assert desk.held(None) == 600_000
    desk.reverse(Reverse(gift, "Nhầm"))
    assert desk.held(None) == 0


def test_gifts_in_kind_never_go_below_the_store_and_are_no_money(desk: Fund) -> None:
    desk.post(Post(desk.take_in(TakeIn((Goods("Gạo", 20, "kg", 15_000),), "Nhận", "Ông An")).draft or ""))
    out = desk.hand_out(HandOut((Goods("gạo", 21, "kg"),), "Trao", "Bà Bình")).draft or ""
    assert refused(lambda: desk.post(Post(out))) == "fund.goods.short"
    given = desk.post(Post(desk.hand_out(HandOut((Goods("Gạo", 5, "kg"),), "Trao", "Bà Bình")).draft or ""))
    assert (given.number, given.kind) == ("HV-2026-0002", VoucherKind.GIFT_OUT)
    assert desk.stock() == [("Gạo", "kg", 15)]
    assert refused(lambda: desk.reverse(Reverse("HV-2026-0001", "Nhầm"))) == "fund.goods.short"
    assert [row.balance_vnd for row in desk.balances()] == [0, 0]


def test_things_of_one_fund_are_not_handed_out_by_another(desk: Fund) -> None:
    taken = TakeIn((Goods("Gạo", 20, "kg"),), "Nhận", "Ông An", fund="Cứu trợ")
    desk.post(Post(desk.take_in(taken).draft or ""))
    out = desk.hand_out(HandOut((Goods("Gạo", 1, "kg"),), "Trao", "Bà Bình")).draft or ""
    assert refused(lambda: desk.post(Post(out))) == "fund.goods.short"
    assert (desk.stock(), desk.stock(fund="Cứu trợ")) == ([], [("Gạo", "kg", 20)])


def test_the_first_day_of_the_books_is_that_of_their_oldest_voucher(desk: Fund) -> None:
    assert desk.first_day() is None
    received(desk, 1, day=date(2019, 5, 2))
    received(desk, 1)
    assert desk.first_day() == date(2019, 5, 2)


def test_a_closed_day_accepts_nothing_until_it_is_reopened(desk: Fund, store: Store) -> None:
    received(desk, 500_000, day=date(2026, 7, 1))
    row = desk.close_month(CloseMonth("7/2026"))
    assert (row.since, row.until, row.cash_vnd, row.in_vnd, row.out_vnd) == (
        date(2026, 7, 1),
        date(2026, 7, 31),
        500_000,
        500_000,
        0,
    )
    assert refused(lambda: received(desk, 1, day=date(2026, 7, 31))) == "fund.day.closed"
    signed_in(store, row.closed_by, Role.ACCOUNTANT)
    assert refused(lambda: desk.confirm_closing(ConfirmClosing(row.number))) == "fund.closing.one_person"
    signed_in(store, "Đức", Role.TREASURER)
    confirmed = desk.confirm_closing(ConfirmClosing(row.number))
    assert (confirmed.state, confirmed.confirmed_by, confirmed.exception) == (ClosingState.CONFIRMED, "Đức", None)
    assert confirmed.fingerprint == desk.fingerprint()
    signed_in(store, "Hòa", Role.ACCOUNTANT)
    desk.reopen(Reopen(row.number, "Thiếu một phiếu"))
    received(desk, 1, day=date(2026, 7, 31))
    assert [finding.fault for finding in desk.check() if not finding.ok] == []


def test_a_period_is_closed_at_its_end_in_order_and_without_drafts(desk: Fund, clock: StandingClock) -> None:
    draft = desk.receive(Receive(1, "Ủng hộ", "Ông An", day=date(2026, 7, 2))).draft or ""
    assert refused(lambda: desk.close_month(CloseMonth("2026-08"))) == "fund.closing.early"
    assert refused(lambda: desk.close_month(CloseMonth("2026-07"))) == "fund.closing.drafts"
    assert refused(lambda: desk.close_month(CloseMonth("tháng bảy"))) == "fund.closing.month"
    desk.discard(Discard(draft, "Không nộp"))
    desk.close_month(CloseMonth("2026-07"))
    assert refused(lambda: desk.close_month(CloseMonth("2026-06"))) == "fund.closing.twice"
    clock.go(date(2026, 12, 31))
    assert desk.close_year(CloseYear(2026)).since == date(2026, 8, 1)


def test_a_difference_of_the_till_needs_its_reason(desk: Fund) -> None:
    received(desk, 520_000)
    ask = CountCash((Notes(500_000, 1), Notes(10_000, 1)))
    assert refused(lambda: desk.count_cash(ask)) == "fund.count.difference"
    row = desk.count_cash(replace(ask, reason="Mất một tờ"))
    assert (row.number, row.difference_vnd, row.counted_vnd) == ("KK-2026-0001", -10_000, 510_000)
    assert refused(lambda: desk.count_cash(CountCash((Notes(123, 1),)))) == "fund.count.denomination"


def test_an_opening_balance_stands_before_the_first_voucher(desk: Fund) -> None:
    desk.set_opening(SetOpening(1_000, day=date(2026, 2, 1)))
    assert refused(lambda: received(desk, 1, day=date(2026, 1, 31))) == "fund.day.before_opening"
    received(desk, 1, day=date(2026, 2, 1))
    assert refused(lambda: desk.set_opening(SetOpening(5))) == "fund.opening.late"
    assert desk.book(None, LedgerKind.CASH, None, date(2026, 1, 1), date(2026, 12, 31)).opening_vnd == 1_000


def test_the_lists_have_the_promised_keys(desk: Fund) -> None:
    received(desk, 500_000, purpose="Học bổng", restricted=True)
    (row,) = desk.voucher_list(ListAsk())
    promised = "number draft book_number date kind status fund account amount_vnd purpose counterparty text reverses"
    assert list(row)[:13] == promised.split()
    assert (row["purpose"], row["account"], row["status"]) == ("Học bổng", "cash", "posted")
    assert [list(each) for each in desk.balance_list(ListAsk())] == [["fund", "account", "balance_vnd", "on"]] * 2


def test_the_store_vouches_for_every_row_too(desk: Fund, store: Store) -> None:
    desk.reverse(Reverse(received(desk, 500_000), "Nhầm"))
    desk.close_month(CloseMonth("2026-07"))
    assert [finding.fault for finding in check(store, MODELS) if not finding.ok] == []


class PowerCut(Exception):
    """The machine stops."""


def stops_at(stop: int, deed: Callable[..., Any], done: list[None]) -> Callable[..., Any]:
    """`deed`, but the machine stops at write number `stop` of all that share `done`."""

    def cut(*given: Any, **more: Any) -> Any:
        done.append(None)
        if len(done) == stop:
            raise PowerCut
        return deed(*given, **more)

    return cut


def test_posting_interrupted_at_any_write_is_whole_or_absent(desk: Fund, monkeypatch: pytest.MonkeyPatch) -> None:
    received(desk, 1_000)
    draft = desk.receive(Receive(5_000, "Ủng hộ", "Ông An", restricted=True, purpose="Học bổng")).draft or ""
    number, stop = None, 0
    while number is None:
        stop += 1
        done: list[None] = []
        with monkeypatch.context() as patched:
            patched.setattr(Change, "amend", stops_at(stop, Change.amend, done))
            patched.setattr(Change, "write", stops_at(stop, Change.write, done))
            patched.setattr(Change, "write_all", stops_at(stop, Change.write_all, done))
            patched.setattr(Change, "add_up", stops_at(stop, Change.add_up, done))
            try:
                number = desk.post(Post(draft)).number
            except PowerCut:
                assert desk.voucher(draft).status is Status.DRAFT
                assert (desk.balance(None, Account.CASH), desk.held(None)) == (1_000, 0)
                assert all(finding.ok for finding in desk.check())
    assert (stop, number) == (4, "PT-2026-0002")
    assert (desk.balance(None, Account.CASH), desk.held(None)) == (6_000, 5_000)


def test_a_discarded_draft_is_not_posted_and_not_listed_unless_asked_for(desk: Fund) -> None:
    draft = desk.receive(Receive(5, "Ủng hộ", "Ông An")).draft or ""
    desk.discard(Discard(draft, "Không nộp"))
    assert refused(lambda: desk.post(Post(draft))) == "fund.voucher.discarded"
    assert desk.voucher_list(ListAsk()) == []
    assert [row["draft"] for row in desk.voucher_list(ListAsk(status="discarded"))] == [draft]


def test_a_status_that_is_none_is_refused_with_those_there_are(desk: Fund) -> None:
    assert refused(lambda: desk.voucher_list(ListAsk(status="nháp"))) == "fund.status.unknown"
    assert refused(lambda: desk.household_list(ListAsk(status="rich"))) == "fund.status.unknown"
