"""From any figure of the desk to the vouchers it was made of."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.fund import (
    Account,
    AdmitDonor,
    Category,
    CloseMonth,
    CountCash,
    Goods,
    HandOut,
    HouseWork,
    LedgerKind,
    MakePledge,
    Notes,
    Pay,
    Post,
    Receive,
    Reconcile,
    RegisterHousehold,
    SurveyHouse,
    TakeIn,
    Transfer,
)
from frontdesk.office import AddArea
from tests.ui.walk import check_window
from ui.desk.records import RecordPanel
from ui.fund.book import Line
from ui.fund.desk import FundDesk
from ui.parts.theme import Theme


@pytest.fixture
def figures(money: Services) -> Services:
    """A fund with something behind every figure of its desk."""
    fund = money.fund
    money.office.add_area(AddArea("Khu phố 1"))
    household = fund.register_household(RegisterHousehold("Lê Thị Ba", "Khu phố 1", Category.POOR)).number
    fund.survey_house(SurveyHouse(household, HouseWork.NEW))
    fund.admit_donor(AdmitDonor("Công ty An Bình"))
    pledge = fund.pledge(MakePledge("UH-0001", 900_000, "Ủng hộ")).number
    day = date(2026, 6, 1)
    asks = (
        fund.receive(Receive(400_000, "Ủng hộ", "Công ty An Bình", pledge=pledge, day=day)),
        fund.pay(Pay(250_000, "Hỗ trợ", "Lê Thị Ba", "Quà Tết", "15/QĐ-BVĐ", household=household, day=day)),
        fund.take_in(TakeIn((Goods("Gạo", 50, "kg", 15_000), Goods("Chăn", 2)), "Ủng hộ", "Ông An", day=day)),
        fund.hand_out(HandOut((Goods("Gạo", 20, "kg"),), "Trao", "Bà Bình", day=day)),
    )
    for row in asks:
        fund.post(Post(row.draft or ""))
    fund.count_cash(CountCash((Notes(10_000, 1),), reason="đếm thử"))
    return money


@pytest.fixture
def full(figures: Services, desk: FundDesk) -> FundDesk:
    """The desk over them."""
    return desk


def numbers(desk: FundDesk) -> set[str]:
    """The vouchers the list shows."""
    model = desk.vouchers.pane.model
    rows = (model.row(at) for at in range(model.rowCount()))
    return {row.number or row.draft or "" for row in rows if row is not None}


def picked(qtbot: QtBot, panel: RecordPanel[Any], wanted: Callable[[Any], bool]) -> None:
    """Select the row of a part that `wanted` says yes to, once it is read."""
    model = panel.pane.model

    def rows() -> list[Any]:
        return [row for row in map(model.row, range(model.rowCount())) if row is not None and wanted(row)]

    panel.reload()
    qtbot.waitUntil(lambda: bool(rows()))
    panel.pane.select(rows()[0].id)


def test_a_pledge_opens_what_came_of_it(qtbot: QtBot, full: FundDesk) -> None:
    picked(qtbot, full.pledges, lambda row: row.received_vnd == 400_000)
    full.pledges.buttons.buttons["pledges.vouchers"].click()
    qtbot.waitUntil(lambda: numbers(full) == {"PT-2026-0003"})
    assert full.tabs.currentWidget() is full.vouchers
    assert "CK-2026-0001" in full.vouchers.behind.says.text()


def test_a_thing_in_store_opens_what_came_and_went_of_it(qtbot: QtBot, full: FundDesk) -> None:
    picked(qtbot, full.stock, lambda row: row.item == "Gạo")
    full.stock.on_opened()
    qtbot.waitUntil(lambda: numbers(full) == {"HV-2026-0001", "HV-2026-0002"})
    picked(qtbot, full.stock, lambda row: row.item == "Chăn")
    full.stock.on_opened()
    qtbot.waitUntil(lambda: numbers(full) == {"HV-2026-0001"})


def test_a_house_opens_what_its_household_was_paid(qtbot: QtBot, full: FundDesk) -> None:
    picked(qtbot, full.houses, lambda row: row.head == "Lê Thị Ba")
    full.houses.buttons.buttons["houses.vouchers"].click()
    qtbot.waitUntil(lambda: numbers(full) == {"PC-2026-0001"})


def test_the_campaign_month_opens_its_receipts_and_payments_and_its_pledges(
    qtbot: QtBot, full: FundDesk, figures: Services
) -> None:
    fund, day = figures.fund, date(2025, 11, 1)
    late = fund.post(Post(fund.receive(Receive(70_000, "Ủng hộ", "Ông An", account=Account.BANK, day=day)).draft or ""))
    full.figures.years.set_value(2025)
    full.figures.reload()
    qtbot.waitUntil(lambda: full.figures._goes is not None and full.figures._goes.received_vnd == 70_000)
    full.findChild(QPushButton, "figures.campaign_vouchers").click()
    qtbot.waitUntil(lambda: numbers(full) == {late.number})
    assert "17/10/2025 – 18/11/2025" in full.vouchers.behind.says.text()
    full.findChild(QPushButton, "figures.campaign_pledges").click()
    assert full.giving.front is full.pledges


def test_the_whole_list_comes_back(qtbot: QtBot, full: FundDesk) -> None:
    picked(qtbot, full.pledges, lambda row: row.received_vnd == 400_000)
    full.pledges.buttons.buttons["pledges.vouchers"].click()
    qtbot.waitUntil(lambda: numbers(full) == {"PT-2026-0003"})
    assert full.vouchers.behind.isVisible()
    full.vouchers.behind.left.emit()
    qtbot.waitUntil(lambda: len(numbers(full)) == 7)
    assert not full.vouchers.behind.isVisible()


@pytest.mark.parametrize(
    ("part", "button", "kind"),
    [
        ("closings", "closings.cash", LedgerKind.CASH),
        ("closings", "closings.bank", LedgerKind.BANK),
        ("counts", "counts.book", LedgerKind.CASH),
    ],
)
def test_a_closing_and_a_count_open_the_book_they_were_held_against(
    qtbot: QtBot, figures: Services, full: FundDesk, part: str, button: str, kind: LedgerKind
) -> None:
    figures.fund.close_month(CloseMonth("2026-05"))
    panel = getattr(full, part)
    picked(qtbot, panel, lambda row: bool(row))
    panel.buttons.buttons[button].click()
    assert full.tabs.currentWidget() is full.book
    assert full.book.accounts.value() == (kind, None)


def test_a_statement_shows_what_is_only_in_the_book_and_opens_it(
    qtbot: QtBot, full: FundDesk, figures: Services, tmp_path: Path
) -> None:
    fund = figures.fund
    fund.post(Post(fund.transfer(Transfer(100_000, day=date(2026, 6, 20))).draft or ""))
    path = tmp_path / "sao-ke.csv"
    path.write_text("Ngày giao dịch,Nội dung,Ghi nợ,Ghi có,Số dư\n20/06/2026,phí,11000,,89000\n", encoding="utf-8")
    fund.reconcile(Reconcile(str(path)))
    picked(qtbot, full.statements, lambda row: bool(row.only_in_book))
    model = full.statements.lines.model
    missing = [row for row in map(model.row, range(model.rowCount())) if row is not None and row.id < 0]
    assert [row.voucher for row in missing] == ["CT-2026-0001"]
    full.statements.buttons.buttons["statements.book"].click()
    assert full.book.accounts.value() == (LedgerKind.BANK, None)


def test_a_sum_of_the_book_opens_its_month_and_the_opening_balance_the_year_before(
    qtbot: QtBot, full: FundDesk
) -> None:
    full.show_book("Vì người nghèo", LedgerKind.CASH)
    table = full.book.table

    def lines() -> list[Line]:
        return [row for row in map(table.model.row, range(table.model.rowCount())) if row is not None]

    qtbot.waitUntil(lambda: any("04/2026" in line.text for line in lines()))
    table.select(next(at for at, line in enumerate(lines()) if line.period == (2026, 4)))
    full.book._on_line()
    qtbot.waitUntil(lambda: {line.number for line in lines()} == {"", "PT-2026-0001"})
    assert full.book.periods.value() == (2026, 4)


def test_the_drilled_list_holds_in_the_smallest_window(qtbot: QtBot, full: FundDesk, theme: Theme) -> None:
    picked(qtbot, full.pledges, lambda row: row.received_vnd == 400_000)
    full.pledges.buttons.buttons["pledges.vouchers"].click()
    qtbot.waitUntil(lambda: numbers(full) == {"PT-2026-0003"})
    check_window(full, theme)
