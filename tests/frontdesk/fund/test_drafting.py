"""Drafts: moved to another fund or account with all they name, refused where no book could hold them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from frontdesk.fund import Fund
from frontdesk.fund.deeds.closing import CloseYear, CountCash, Notes
from frontdesk.fund.deeds.people import AdmitDonor, MakePledge
from frontdesk.fund.deeds.vouchers import Goods, Pay, Post, Receive, Revise, SetOpening, TakeIn, Transfer
from frontdesk.fund.rules.kinds import Account
from frontdesk.office import ListAsk, PaperAsk
from frontdesk.paper import print_paper
from tests.frontdesk.fund.moving import received, refused


def test_a_draft_moves_to_another_fund_and_account_with_all_it_names(desk: Fund) -> None:
    draft = desk.receive(
        Receive(500_000, "Ủng hộ", "Ông An", source="Doanh nghiệp", purpose="Nhà Đại đoàn kết", restricted=True)
    )
    row = desk.revise(Revise(draft.draft or "", fund="Cứu trợ", account=Account.BANK))
    assert (row.fund, row.account, row.source, row.purpose) == (
        "Cứu trợ", Account.BANK, "Doanh nghiệp", "Nhà Đại đoàn kết"
    )  # fmt: skip
    desk.post(Post(row.draft or ""))
    assert {(each.fund, each.account.value): each.balance_vnd for each in desk.balances() if each.balance_vnd} == {
        ("Cứu trợ", "bank"): 500_000
    }
    assert (desk.held("Cứu trợ"), desk.held(None)) == (500_000, 0)
    assert [finding.fault for finding in desk.check() if not finding.ok] == []


@pytest.mark.parametrize(
    ("draft", "sides"),
    [
        pytest.param(Pay(100, "Chi", "Bà Bình", "Quà Tết", "15/QĐ"), ((Account.BANK, None), "Quà Tết"), id="payment"),
        pytest.param(Transfer(100), ((Account.BANK, Account.CASH), None), id="transfer"),
    ],
)
def test_a_draft_comes_from_the_account_it_was_moved_to(
    desk: Fund, draft: Pay | Transfer, sides: tuple[tuple[Account, Account | None], str | None]
) -> None:
    written = desk.pay(draft) if isinstance(draft, Pay) else desk.transfer(draft)
    row = desk.revise(Revise(written.draft or "", account=Account.BANK))
    assert ((row.account, row.to_account), row.purpose) == sides


def test_a_draft_that_keeps_a_pledge_stays_in_its_fund(desk: Fund) -> None:
    desk.admit_donor(AdmitDonor("Công ty An Bình"))
    pledge = desk.pledge(MakePledge("UH-0001", 500_000, "Ủng hộ")).number
    draft = desk.receive(Receive(500_000, "Ủng hộ", "Công ty An Bình", pledge=pledge)).draft or ""
    assert refused(lambda: desk.revise(Revise(draft, fund="Cứu trợ"))) == "fund.pledge.other_fund"
    assert desk.voucher(draft).fund == "Vì người nghèo"


def test_things_given_move_to_another_fund_too(desk: Fund) -> None:
    draft = desk.take_in(TakeIn((Goods("Gạo", 10, "kg"),), "Nhận", "Ông An")).draft or ""
    desk.post(Post(desk.revise(Revise(draft, fund="Cứu trợ")).draft or ""))
    assert (desk.stock(fund="Cứu trợ"), desk.stock()) == ([("Gạo", "kg", 10)], [])


LARGEST = 10**15


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        pytest.param(lambda desk: desk.receive(Receive(LARGEST + 1, "x", "y")), "fund.amount.too_large", id="amount"),
        pytest.param(
            lambda desk: desk.take_in(TakeIn((Goods("Gạo", 10**9, "kg", 10**9),), "x", "y")),
            "fund.amount.too_large",
            id="things",
        ),
        pytest.param(
            lambda desk: desk.take_in(TakeIn((Goods(" ", 1),), "x", "y")), "fund.goods.no_name", id="no thing"
        ),
        pytest.param(
            lambda desk: desk.count_cash(CountCash((Notes(500_000, 10**15),))), "fund.amount.too_large", id="notes"
        ),
        pytest.param(
            lambda desk: desk.count_cash(CountCash((), day=date(2099, 1, 1))), "fund.day.future", id="a count to come"
        ),
        pytest.param(lambda desk: desk.close_year(CloseYear(0)), "fund.household.year", id="year nought"),
        pytest.param(lambda desk: desk.close_year(CloseYear(10_000)), "fund.household.year", id="year ten thousand"),
        pytest.param(lambda desk: received(desk, 5, day=date(1, 1, 1)), "fund.day.early", id="the first day there is"),
        pytest.param(lambda desk: received(desk, 5, day=date(1900, 1, 1)), "fund.day.early", id="1900 typed for 2009"),
        pytest.param(
            lambda desk: desk.set_opening(SetOpening(5, day=date(9999, 12, 31))), "fund.day.future", id="the last day"
        ),
    ],
)
def test_what_no_book_can_hold_is_refused_by_a_rule(desk: Fund, deed: Callable[[Fund], object], code: str) -> None:
    assert refused(lambda: deed(desk)) == code
    assert desk.voucher_list(ListAsk(status="posted")) == []


def test_sums_beyond_all_words_still_print(desk: Fund, tmp_path: Path) -> None:
    for _each in range(2):
        received(desk, LARGEST)
    for kind in ("disclosure", "fund-report", "cashbook"):
        print_paper(
            desk.paper(kind, PaperAsk(since=date(2026, 1, 1), until=date(2026, 12, 31))), tmp_path / f"{kind}.pdf"
        )
        assert (tmp_path / f"{kind}.pdf").stat().st_size > 1_000
