"""The other parts of the desk: books, closing, givers, those who are helped, figures."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.fund.deeds.closing import CloseMonth
from frontdesk.fund.deeds.people import AddMember, AdmitDonor, MakePledge, RegisterHousehold
from frontdesk.fund.deeds.vouchers import Pay, Post, Receive, SetOpening
from frontdesk.fund.deeds.works import DrawUp, SurveyHouse
from frontdesk.fund.rules.kinds import Account, Category, ClosingState, HouseState, HouseWork, LedgerKind
from frontdesk.fund.settings import BANK_ACCOUNT, BANK_BIN
from frontdesk.office import AddArea, ListAsk, Set
from frontdesk.sheet import Outcome
from tests.ui.asking import ScriptedAsk
from tests.ui.stage import Stage
from tests.ui.walk import settle
from ui.fund.book import lines_of
from ui.fund.closing import close_dialog
from ui.fund.counting import CountDialog
from ui.fund.desk import FundDesk
from ui.fund.donors import CodeDialog
from ui.fund.sheets import BookImport
from ui.parts.colours import DARK, LIGHT
from ui.parts.fields import ChoiceField
from ui.parts.theme import Theme


@pytest.fixture
def household(money: Services) -> str:
    """A poor household of this year."""
    money.office.add_area(AddArea("Khu phố 1"))
    return money.fund.register_household(RegisterHousehold("Lê Thị Ba", "Khu phố 1", Category.POOR)).number


def test_a_book_sums_each_month_and_carries_over(money: Services) -> None:
    book = money.fund.book(None, LedgerKind.CASH, None, date(2026, 1, 1), date(2026, 12, 31))
    sums = [(line.text, line.in_vnd, line.balance_vnd) for line in lines_of(book) if not line.number]
    assert sums == [
        ("Opening balance", None, 5_000_000),
        ("Sum of month 04/2026", 2_000_000, 7_000_000),
        ("Carried over since 01/01/2026", 2_000_000, 7_000_000),
        ("Sum of month 05/2026", 3_500_000, 10_500_000),
        ("Carried over since 01/01/2026", 5_500_000, 10_500_000),
    ]


def test_a_cash_book_is_looked_at_first_and_changes_nothing_when_it_is_there_already(
    qtbot: QtBot, money: Services, stage: Stage, desk: FundDesk, tmp_path: Path
) -> None:
    path = tmp_path / "so-quy.xlsx"
    money.fund.export_sheet(path, ListAsk())
    dialog = BookImport(stage.env, desk)
    dialog.begin()
    dialog.take_file(path)
    qtbot.waitUntil(lambda: dialog.rows.model.rowCount() > 0)
    assert "0 new vouchers, 2 in the books already" in dialog.says.text()
    first = dialog.rows.model.row(0)
    assert first is not None
    assert first.kind is Outcome.UNCHANGED, "titles and totals stand below the vouchers"
    assert not dialog.yes.isEnabled()


def test_a_tampered_book_is_refused_with_its_row_named_and_nothing_can_be_read_in(
    qtbot: QtBot, money: Services, stage: Stage, desk: FundDesk, tmp_path: Path
) -> None:
    path = tmp_path / "so-quy.csv"
    rows = ["Ngày ghi sổ,Số phiếu thu,Số phiếu chi,Diễn giải,Thu,Chi,Tồn", ",,,Số dư đầu kỳ,,,1000000"]
    rows += ["05/01/2026,01,,Ủng hộ,500000,,1500000", "06/01/2026,02,,Ủng hộ,700000,,2100000"]
    path.write_text("\n".join(rows), encoding="utf-8")
    dialog = BookImport(stage.env, desk)
    dialog.form.set_values({"fund": "Cứu trợ"})
    dialog.begin()
    dialog.take_file(path)
    qtbot.waitUntil(lambda: dialog.rows.model.rowCount() > 0)
    assert "Row 4" in dialog.says.text()
    first = dialog.rows.model.row(0)
    assert first is not None
    assert first.row == 4
    assert not dialog.yes.isEnabled()
    assert money.fund.balance("Cứu trợ", Account.CASH) == 0


def test_the_till_of_any_fund_is_counted(qtbot: QtBot, money: Services, stage: Stage, desk: FundDesk) -> None:
    money.fund.set_opening(SetOpening(700_000, fund="Cứu trợ"))
    dialog = CountDialog(stage.env, "Vì người nghèo", desk)
    dialog.begin()
    dialog.form.field("fund").set_value("Cứu trợ")
    dialog.form.changed.emit()
    qtbot.waitUntil(lambda: "700.000" in _words(dialog))
    dialog.form.field("d500000").set_value(1)
    dialog.form.field("d200000").set_value(1)
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    (count,) = money.fund.cash_counts()
    assert (count.fund, count.counted_vnd, count.difference_vnd) == ("Cứu trợ", 700_000, 0)


def test_a_month_long_past_can_be_closed(qtbot: QtBot, money: Services, stage: Stage, desk: FundDesk) -> None:
    old = money.fund.receive(Receive(1_000, "Ủng hộ", "Ông An", "Cứu trợ", day=date(2021, 3, 9)))
    money.fund.post(Post(old.draft or ""))
    dialog = close_dialog(stage.env, desk, year=False)
    dialog.begin()
    dialog.form.field("fund").set_value("Cứu trợ")
    dialog.form.field("month").set_value("2021-03")
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save()
    assert (saved.args[0].fund, saved.args[0].until) == ("Cứu trợ", date(2021, 3, 31))
    years = close_dialog(stage.env, desk, year=True).form.field("year")
    assert isinstance(years, ChoiceField)
    assert years.box.itemText(years.box.count() - 1) == "2021"


def test_the_detail_book_is_printed_for_the_days_shown(money: Services, stage: Stage, desk: FundDesk) -> None:
    desk.tabs.setCurrentWidget(desk.book)
    desk.book.periods.set_value((2026, 4))
    next(action for action in desk.book.more.menu().actions() if action.objectName() == "book.detail").trigger()
    ((kind, asked),) = stage.papers
    assert (kind, asked.since, asked.until) == ("detail-book", date(2026, 4, 1), date(2026, 4, 30))


def test_the_campaign_month_shows_what_came_of_what_was_pledged(qtbot: QtBot, money: Services, desk: FundDesk) -> None:
    money.fund.admit_donor(AdmitDonor("Công ty Hoàng Gia"))
    money.fund.pledge(MakePledge("UH-0001", 8_000_000, fund="Cứu trợ", day=date(2025, 10, 20)))
    came = money.fund.receive(Receive(2_000_000, "Ủng hộ", "Công ty", "Cứu trợ", day=date(2025, 11, 18)))
    money.fund.post(Post(came.draft or ""))
    desk.tabs.setCurrentWidget(desk.figures)
    desk.figures.funds.set_value("Cứu trợ")
    desk.figures.years.set_value(2025)
    desk.figures.reload()
    qtbot.waitUntil(lambda: desk.figures.campaign.value() == 25)
    assert "17/10/2025 – 18/11/2025: pledged 8.000.000, received 2.000.000" in desk.figures.campaign_words.text()


def test_the_count_shows_its_difference_while_one_types(
    qtbot: QtBot, money: Services, stage: Stage, desk: FundDesk
) -> None:
    dialog = CountDialog(stage.env, "Vì người nghèo", desk)
    dialog.begin()
    qtbot.waitUntil(lambda: "10.500.000" in _words(dialog))
    typed = dialog.focusWidget()
    assert isinstance(typed, QLineEdit)
    qtbot.keyClicks(typed, "21")
    assert not dialog.page.isAncestorOf(dialog.facts), "what is missing would scroll out of sight"
    dialog.form.changed.emit()
    assert dialog.counted_vnd == 10_500_000
    assert "none" in _words(dialog)
    dialog.form.field("d500000").set_value(20)
    dialog.form.changed.emit()
    assert "500.000 missing" in _words(dialog)
    dialog.save()
    qtbot.waitUntil(lambda: bool(dialog.form.error_text("reason")))
    assert not dialog.form.field("reason").visibleRegion().isEmpty(), "what is wrong stands below the edge"


def test_a_closing_is_confirmed_after_its_figures_were_shown(
    qtbot: QtBot, money: Services, desk: FundDesk, ask: ScriptedAsk
) -> None:
    number = money.fund.close_month(CloseMonth("2026-04")).number
    desk.open_record(number)
    qtbot.waitUntil(lambda: desk.closings.current() is not None)
    ask.will("confirm", True)
    desk.closings.buttons.buttons["closings.confirm"].click()
    qtbot.waitUntil(lambda: money.fund.closing(number).state is ClosingState.CONFIRMED)
    assert "7.000.000" in ask.asked[0][2]


def test_a_pledge_shows_the_code_it_is_paid_by(qtbot: QtBot, money: Services, desk: FundDesk) -> None:
    money.office.set(Set(BANK_BIN.name, "970405"))
    money.office.set(Set(BANK_ACCOUNT.name, "5601205012345"))
    money.fund.admit_donor(AdmitDonor("Công ty Hoàng Gia"))
    number = money.fund.pledge(MakePledge("Công ty Hoàng Gia", 5_000_000)).number
    desk.open_record(number)
    qtbot.waitUntil(lambda: desk.pledges.current() is not None)
    desk.pledges.buttons.buttons["pledges.code"].click()
    qtbot.waitUntil(lambda: bool(desk.findChildren(CodeDialog)))
    assert not desk.findChildren(CodeDialog)[0].code.pixmap().isNull()


def test_households_that_got_nothing_are_found(qtbot: QtBot, money: Services, desk: FundDesk, household: str) -> None:
    desk.open_record(household)
    qtbot.waitUntil(lambda: desk.households.current() is not None)
    row = desk.households.current()
    assert row is not None
    assert [column.show(row) for column in desk.households.pane.model.columns][:5] == [
        household, "Lê Thị Ba", "Khu phố 1", "Poor household", "nothing",
    ]  # fmt: skip


def test_a_house_offers_only_its_next_step(qtbot: QtBot, money: Services, desk: FundDesk, household: str) -> None:
    number = money.fund.survey_house(SurveyHouse(household, HouseWork.NEW)).number
    desk.open_record(number)
    qtbot.waitUntil(lambda: desk.houses.current() is not None)
    awake = {name for name, button in desk.houses.buttons.buttons.items() if button.isEnabled()}
    assert awake == {
        "houses.approve",
        "houses.money",
        "houses.pause",
        "houses.attach",
        "houses.print",
        "houses.vouchers",
    }
    assert money.fund.house(number).state is HouseState.SURVEYED


def test_a_list_shows_its_households(qtbot: QtBot, money: Services, desk: FundDesk, household: str) -> None:
    number = money.fund.draw_up(DrawUp("Quà Tết 2027", "Quà Tết")).number
    desk.open_record(number)
    qtbot.waitUntil(lambda: desk.lists.shares.model.rowCount() == 1)
    share = desk.lists.shares.model.row(0)
    assert share is not None
    assert (share.household, share.amount_vnd) == (household, 500_000)


def test_the_year_is_drawn_and_a_source_opens_its_book(qtbot: QtBot, money: Services, desk: FundDesk) -> None:
    desk.tabs.setCurrentWidget(desk.figures)
    qtbot.waitUntil(lambda: not desk.figures.picture.pixmap().isNull())
    desk.figures.sources.select(0)
    desk.figures.sources.opened.emit()
    assert desk.panel is desk.book
    assert desk.book.accounts.value() == (LedgerKind.SOURCE, "Cá nhân ủng hộ")


def test_a_month_of_the_figures_opens_its_vouchers(qtbot: QtBot, money: Services, desk: FundDesk) -> None:
    desk.tabs.setCurrentWidget(desk.figures)
    qtbot.waitUntil(lambda: desk.figures.months.model.rowCount() == 2)
    desk.figures.months.select(0)
    desk.figures.months.opened.emit()
    assert desk.panel is desk.vouchers
    rows = [desk.vouchers.pane.model.row(at) for at in range(desk.vouchers.pane.model.rowCount())]
    assert [row.number for row in rows if row] == ["PT-2026-0001"]


def test_sources_and_purposes_are_drawn_where_there_are_any(qtbot: QtBot, money: Services, desk: FundDesk) -> None:
    desk.tabs.setCurrentWidget(desk.figures)
    qtbot.waitUntil(lambda: not desk.figures.source_picture.pixmap().isNull())
    assert desk.figures.source_picture.accessibleName() == "Cá nhân ủng hộ: 5.500.000"
    assert desk.figures.purpose_picture.isHidden()


def test_the_charts_wear_the_look_of_the_window(qtbot: QtBot, money: Services, desk: FundDesk, theme: Theme) -> None:
    def ground() -> str:
        return desk.figures.picture.pixmap().toImage().pixelColor(0, 0).name()

    desk.tabs.setCurrentWidget(desk.figures)
    qtbot.waitUntil(lambda: not desk.figures.picture.pixmap().isNull())
    assert ground() == LIGHT.window
    theme.set_mode("dark")
    qtbot.waitUntil(lambda: ground() == DARK.window)


def _words(dialog: CountDialog) -> str:
    return " ".join(label.text() for label in dialog.facts.findChildren(QLabel))


def test_the_book_of_the_bank_is_written_as_a_sheet(
    qtbot: QtBot, money: Services, desk: FundDesk, ask: ScriptedAsk, tmp_path: Path
) -> None:
    path = tmp_path / "tien-gui.xlsx"
    ask.will("choose_save", path)
    desk.show_book("Vì người nghèo", LedgerKind(Account.BANK.value))
    next(action for action in desk.book.more.menu().actions() if action.objectName() == "book.export").trigger()
    qtbot.waitUntil(path.exists)


def test_the_parts_fit_the_smallest_screen_at_the_largest_letters_with_many_rows(
    qtbot: QtBot, money: Services, desk: FundDesk, theme: Theme
) -> None:
    money.office.add_area(AddArea("Khu phố 1"))
    for at in range(15):
        head = money.fund.register_household(RegisterHousehold(f"Lê Thị {at}", "Khu phố 1", Category.POOR)).number
        for child in range(5):
            money.fund.add_member(AddMember(head, f"Lê Văn {child}", "con", 2010 + child))
        for what in ("Quà Tết", "Chữa bệnh"):
            paid = money.fund.pay(Pay(1_000, what, f"Lê Thị {at}", what, "15/QĐ", household=head))
            money.fund.post(Post(paid.draft or ""))
    money.fund.draw_up(DrawUp("Quà Tết", "Quà Tết", amount_vnd=1_000))
    theme.set_zoom(1.5)
    desk.tabs.setCurrentWidget(desk.helping)
    for panel, below, rows in ((desk.households, desk.households.members, 5), (desk.lists, desk.lists.shares, 15)):
        desk.helping.tabs.setCurrentWidget(panel)
        qtbot.waitUntil(lambda: panel.pane.model.rowCount() > 0)  # noqa: B023
        panel.pane.table.selectRow(0)
        qtbot.waitUntil(lambda: below.model.rowCount() == rows)  # noqa: B023
        settle()
        assert desk.minimumSizeHint().height() <= 700
    cash = desk.balances.findChild(QPushButton, "balance.Vì người nghèo.cash")
    desk.resize(1366, 700)
    qtbot.waitUntil(lambda: cash.height() >= cash.sizeHint().height())
