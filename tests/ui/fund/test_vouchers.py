"""Vouchers at the desk: written with keys, posted with a warning, reversed with a reason, drilled into."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.fund.deeds.vouchers import Pay, Receive
from frontdesk.fund.rules.kinds import Account, LedgerKind, Status, VoucherKind
from frontdesk.fund.service.reading import VoucherFilter
from tests.ui.asking import ScriptedAsk
from tests.ui.keys import type_text
from tests.ui.stage import Stage
from ui.fund.desk import FundDesk
from ui.fund.entry import EntryDialog
from ui.fund.pickers import shown
from ui.fund.words import vnd


def fill(dialog: QDialog, values: dict[str, str]) -> None:
    """Type into fields by their names."""
    for name, text in values.items():
        line = dialog.findChild(QLineEdit, f"{dialog.form.objectName()}.{name}")  # type: ignore[attr-defined]
        line.setFocus()
        type_text(line, text)


def test_an_empty_fund_says_what_to_do_first(desk: FundDesk) -> None:
    begin = desk.findChild(QPushButton, "vouchers.begin")
    assert begin.isVisible()
    assert begin.text() == "New receipt"


def test_the_balances_stay_above_every_part(qtbot: QtBot, money: Services, desk: FundDesk) -> None:
    qtbot.waitUntil(lambda: [each.isVisible() for each in desk.balances.findChildren(QPushButton)] == [True, True])
    cash = desk.balances.findChild(QPushButton, "balance.Vì người nghèo.cash")
    for at in range(desk.tabs.count()):
        desk.tabs.setCurrentIndex(at)
        assert cash.isVisible()
        assert "10.500.000" in cash.text()


def test_a_balance_that_was_read_again_is_chosen_once_by_a_press(qtbot: QtBot, money: Services, desk: FundDesk) -> None:
    qtbot.waitUntil(lambda: desk.balances.findChild(QPushButton, "balance.Vì người nghèo.cash") is not None)
    cash = desk.balances.findChild(QPushButton, "balance.Vì người nghèo.cash")
    desk.balances._on_balances(money.fund.balances())
    chosen: list[tuple[str, str]] = []
    desk.balances.chosen.connect(lambda fund, account: chosen.append((fund, account)))
    qtbot.mouseClick(cash, Qt.MouseButton.LeftButton)
    assert chosen == [("Vì người nghèo", "cash")]


@pytest.mark.parametrize("typed", ["1200000", "1.200.000", "1,2 tr"])
def test_an_amount_is_read_as_people_type_it_and_shown_in_words(
    qtbot: QtBot, desk: FundDesk, services: Services, typed: str
) -> None:
    dialog = desk.vouchers.acting.write(VoucherKind.RECEIPT)
    fill(dialog, {"amount_vnd": typed})
    words = [label.text() for label in dialog.findChildren(QLabel, "words")]
    assert "Một triệu hai trăm nghìn đồng" in words
    fill(dialog, {"counterparty": "Ông Trần Văn Sáu", "text": "Ủng hộ"})
    with qtbot.waitSignal(dialog.saved):
        qtbot.keyClick(dialog.findChild(QLineEdit, "entry_receipt.documents"), Qt.Key.Key_Return)
    row = services.fund.page(VoucherFilter())[0]
    assert (row.amount_vnd, row.counterparty, row.status) == (1_200_000, "Ông Trần Văn Sáu", Status.DRAFT)


def test_what_is_missing_is_said_beside_its_field(desk: FundDesk) -> None:
    dialog = desk.vouchers.acting.write(VoucherKind.PAYMENT)
    dialog.save()
    assert dialog.form.error_text("amount_vnd") == "The amount is needed."


def test_posting_says_what_will_happen_and_gives_the_number(
    qtbot: QtBot, money: Services, desk: FundDesk, ask: ScriptedAsk
) -> None:
    draft = _draft(money)
    ask.will("confirm", True)
    with qtbot.waitSignal(desk.vouchers.acting.done) as done:
        desk.vouchers.acting.post(money.fund.voucher(draft))
    assert done.args == ["PT-2026-0003"]
    assert "cannot be changed" in ask.asked[0][2]


def test_nothing_is_posted_when_the_warning_is_not_agreed_to(money: Services, desk: FundDesk, ask: ScriptedAsk) -> None:
    draft = _draft(money)
    ask.will("confirm", False)
    desk.vouchers.acting.post(money.fund.voucher(draft))
    assert money.fund.voucher(draft).status is Status.DRAFT


@pytest.mark.parametrize(
    ("amount", "approval", "field"), [(1_000_000, None, "approval"), (99_000_000, "05/QĐ-BVĐ", "amount_vnd")]
)
def test_a_payment_that_cannot_be_posted_comes_back_with_the_error_beside_its_field(
    qtbot: QtBot,
    money: Services,
    desk: FundDesk,
    ask: ScriptedAsk,
    amount: int,
    approval: str | None,
    field: str,
) -> None:
    row = money.fund.pay(Pay(amount, "Hỗ trợ", "Bà Ba", approval=approval))
    ask.will("confirm", True)
    desk.vouchers.acting.post(row)
    qtbot.waitUntil(lambda: bool(desk.findChildren(EntryDialog)))
    assert desk.findChildren(EntryDialog)[0].form.error_text(field)


def test_one_person_for_both_is_asked_for_the_reason_and_posted_with_it(
    qtbot: QtBot, money: Services, desk: FundDesk, ask: ScriptedAsk
) -> None:
    ask_ = Pay(500_000, "Hỗ trợ", "Bà Ba", approval="05/QĐ-BVĐ", accountant="Lê Ngọc Thảo", treasurer="Lê Ngọc Thảo")
    row = money.fund.pay(ask_)
    ask.will("confirm", True).will("reason", "thủ quỹ nghỉ ốm")
    with qtbot.waitSignal(desk.vouchers.acting.done) as done:
        desk.vouchers.acting.post(row)
    posted = money.fund.voucher(done.args[0])
    assert (posted.status, posted.exception) == (Status.POSTED, "thủ quỹ nghỉ ốm")


def test_a_reversal_asks_why_and_names_the_original(
    qtbot: QtBot, money: Services, desk: FundDesk, ask: ScriptedAsk
) -> None:
    ask.will("reason", "ghi nhầm")
    with qtbot.waitSignal(desk.vouchers.acting.done) as done:
        desk.vouchers.acting.reverse(money.fund.voucher("PT-2026-0001"))
    reversal = money.fund.voucher(done.args[0])
    assert (reversal.reverses, reversal.reason) == ("PT-2026-0001", "ghi nhầm")


def test_a_voucher_opens_by_its_number_and_is_printed(
    qtbot: QtBot, money: Services, stage: Stage, desk: FundDesk
) -> None:
    desk.open_record("PT-2026-0001")
    qtbot.waitUntil(lambda: desk.title == "PT-2026-0001")
    desk.print_current()
    assert [(kind, asked.number) for kind, asked in stage.papers] == [("voucher", "PT-2026-0001")]


def test_the_list_narrows_by_kind_and_shows_the_running_balance_of_one_account(money: Services, desk: FundDesk) -> None:
    panel = desk.vouchers
    panel.kinds.set_value(VoucherKind.RECEIPT)
    panel.funds.set_value("Vì người nghèo")
    panel.accounts.set_value(Account.CASH)
    panel.kinds.changed.emit()
    rows = [panel.pane.model.row(at) for at in range(panel.pane.model.rowCount())]
    assert [panel._source.balance(row) for row in rows if row] == ["10.500.000", "7.000.000"]


@pytest.mark.parametrize("sort", ["day", "-day", "number", "-number", "amount", "-amount"])
def test_every_voucher_stands_where_its_page_shows_it(money: Services, sort: str) -> None:
    rows = money.fund.page(VoucherFilter(), sort)
    assert [money.fund.place(VoucherFilter(), row.id, sort) for row in rows] == list(range(len(rows)))
    assert money.fund.place(VoucherFilter(status=Status.DRAFT), rows[0].id, sort) in (None, 0)


def test_a_balance_opens_its_book_and_a_line_its_voucher(
    qtbot: QtBot, money: Services, stage: Stage, desk: FundDesk
) -> None:
    qtbot.waitUntil(lambda: len(desk.balances.findChildren(QPushButton)) == 2)
    qtbot.mouseClick(desk.balances.findChild(QPushButton, "balance.Vì người nghèo.cash"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.book.table.model.rowCount() == 7)
    desk.book.table.select(1)
    desk.book.table.opened.emit()
    assert stage.jumps == ["PT-2026-0001"]


def _draft(services: Services) -> str:
    return services.fund.receive(Receive(700_000, "Ủng hộ", "Ông Sáu", day=date(2026, 6, 1))).draft or ""


def test_a_running_balance_is_shown_for_one_account_only(qtbot: QtBot, money: Services, desk: FundDesk) -> None:
    pane = desk.vouchers.pane
    at = next(place for place in range(pane.model.columnCount()) if pane.model.columns[place].key == "balance")
    assert pane.table.isColumnHidden(at)
    for account, hidden in ((Account.CASH, False), (None, True)):
        desk.vouchers.accounts.set_value(account)
        desk.vouchers._on_filter()
        assert pane.table.isColumnHidden(at) is hidden
    desk.vouchers.accounts.set_value(Account.CASH)
    with qtbot.waitSignal(pane.model.modelReset):
        desk.vouchers._on_filter()
    rows = [pane.model.row(place) for place in range(pane.model.rowCount())]
    shown = {row.number: pane.model.index(place, at).data() for place, row in enumerate(rows) if row is not None}
    book = money.fund.book(None, LedgerKind.CASH, None, date(2026, 1, 1), date(2026, 12, 31))
    assert {line.number: vnd(line.balance_vnd) for line in book.lines}.items() <= shown.items()
    assert "10.500.000" in shown.values()


def test_a_draft_is_moved_to_the_bank_in_its_form(qtbot: QtBot, money: Services, desk: FundDesk) -> None:
    draft = _draft(money)
    row = money.fund.voucher(draft)
    dialog = desk.vouchers.acting.write(row.kind, row)
    dialog.form.set_values({"account": Account.BANK, "fund": "Cứu trợ"})
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    row = money.fund.voucher(draft)
    assert (row.account, row.fund, row.status) == (Account.BANK, "Cứu trợ", Status.DRAFT)


def test_what_a_donor_asked_for_is_asked_where_one_did(qtbot: QtBot, desk: FundDesk, services: Services) -> None:
    dialog = desk.vouchers.acting.write(VoucherKind.RECEIPT)
    fill(dialog, {"amount_vnd": "1tr", "counterparty": "Ông Sáu", "text": "Ủng hộ"})
    asked = dialog.form.field("purpose")
    assert not asked.isVisible()
    dialog.form.field("restricted").set_value(True)
    dialog.form.changed.emit()
    assert asked.isVisible()
    asked.set_value(shown("Học bổng"))
    dialog.form.field("restricted").set_value(False)
    dialog.form.changed.emit()
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    row = services.fund.page(VoucherFilter())[0]
    assert (row.restricted, row.purpose) == (False, None)
