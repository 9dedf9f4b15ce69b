"""A day of the accountant and the treasurer by keys: what they type, what they press, what stands in the books."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.fund.deeds.vouchers import Post, Receive
from frontdesk.fund.rules.kinds import Account, ClosingState, Status, VoucherKind
from frontdesk.fund.rules.rows import VoucherRow
from frontdesk.office import PaperAsk
from frontdesk.store import Role, Session
from tests.ui.asking import ScriptedAsk
from tests.ui.keys import type_text
from tests.ui.stage import Stage
from ui.desk.dialogs import FormDialog
from ui.fund.closing import close_dialog
from ui.fund.desk import FundDesk

FIELDS_MOST = 25


@pytest.fixture
def typed(qtbot: QtBot, desk: FundDesk) -> Callable[[VoucherKind, dict[str, str]], VoucherRow]:
    """Writes a voucher with the keyboard alone: words into the fields it comes by, Enter from each to the next."""

    def write(kind: VoucherKind, words: dict[str, str]) -> VoucherRow:
        dialog = desk.vouchers.acting.write(kind)
        saved: list[VoucherRow] = []
        dialog.saved.connect(saved.append)
        qtbot.waitUntil(lambda: dialog.isActiveWindow() and QApplication.focusWidget() is not None)
        for _field in range(FIELDS_MOST):
            if not dialog.yes.isEnabled():
                break
            at = QApplication.focusWidget()
            name = at.objectName().rpartition(".")[2]
            if name in words:
                assert isinstance(at, QLineEdit)
                type_text(at, words[name])
            qtbot.keyClick(at, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: len(saved) == 1)
        return saved[0]

    return write


def sit_down(services: Services, user: str, role: Role) -> None:
    """Somebody else signs in."""
    services.store.session = Session(user, frozenset({role}))


def test_the_accountant_types_and_the_treasurer_posts(
    qtbot: QtBot,
    money: Services,
    desk: FundDesk,
    ask: ScriptedAsk,
    typed: Callable[[VoucherKind, dict[str, str]], VoucherRow],
) -> None:
    receipt = typed(
        VoucherKind.RECEIPT,
        {"amount_vnd": "1,2 tr", "counterparty": "Ông Trần Văn Sáu", "text": "Ủng hộ", "source": "Cá nhân ủng hộ"},
    )
    assert (receipt.amount_vnd, receipt.source, receipt.restricted) == (1_200_000, "Cá nhân ủng hộ", False)
    payment = typed(
        VoucherKind.PAYMENT,
        {
            "amount_vnd": "500.000", "counterparty": "Bà Ba", "text": "Quà Tết", "purpose": "Quà Tết",
            "approval": "15/QĐ-BVĐ",
        },
    )  # fmt: skip
    assert (payment.amount_vnd, payment.purpose, payment.approval) == (500_000, "Quà Tết", "15/QĐ-BVĐ")
    sit_down(money, "Vũ Thị Hạnh", Role.TREASURER)
    for row, number in ((receipt, "PT-2026-0003"), (payment, "PC-2026-0001")):
        ask.will("confirm", True)
        with qtbot.waitSignal(desk.vouchers.acting.done) as done:
            desk.vouchers.acting.post(row)
        assert done.args == [number]
    assert money.fund.balance(None, Account.CASH) == 10_500_000 + 1_200_000 - 500_000
    sit_down(money, "Lê Ngọc Thảo", Role.ACCOUNTANT)
    ask.will("reason", "ghi nhầm người nộp")
    with qtbot.waitSignal(desk.vouchers.acting.done):
        desk.vouchers.acting.reverse(money.fund.voucher("PT-2026-0003"))
    assert money.fund.voucher("PT-2026-0003").status is Status.REVERSED


def test_the_month_is_closed_by_one_and_confirmed_by_another(
    qtbot: QtBot, money: Services, stage: Stage, desk: FundDesk, ask: ScriptedAsk
) -> None:
    sit_down(money, "Lê Ngọc Thảo", Role.ACCOUNTANT)
    dialog = close_dialog(stage.env, desk.closings, year=False)
    dialog.begin()
    with qtbot.waitSignal(dialog.saved) as saved:
        qtbot.keyClick(dialog.form.field("month").control, Qt.Key.Key_Return)
    assert (saved.args[0].until, saved.args[0].cash_vnd) == (date(2026, 5, 31), 10_500_000)
    sit_down(money, "Vũ Thị Hạnh", Role.TREASURER)
    desk.open_record(saved.args[0].number)
    qtbot.waitUntil(lambda: desk.closings.current() is not None)
    ask.will("confirm", True)
    desk.closings.buttons.buttons["closings.confirm"].click()
    qtbot.waitUntil(lambda: money.fund.closing(saved.args[0].number).state is ClosingState.CONFIRMED)


def test_a_bank_statement_is_laid_beside_the_book_and_its_line_matched(
    qtbot: QtBot, money: Services, stage: Stage, desk: FundDesk, tmp_path: Path
) -> None:
    come = money.fund.receive(Receive(500_000, "Chuyển khoản", "Ông An", account=Account.BANK, day=date(2026, 5, 20)))
    posted = money.fund.post(Post(come.draft or ""))
    path = tmp_path / "sao-ke.csv"
    lines = ["Ngày giao dịch,Nội dung,Ghi nợ,Ghi có,Số dư", "20/05/2026,chuyen tien,,500000,500000"]
    path.write_text("\n".join([*lines, "31/05/2026,phi dich vu,11000,,489000"]), encoding="utf-8")
    panel = desk.statements
    desk.tabs.setCurrentWidget(desk.closing)
    desk.closing.tabs.setCurrentWidget(panel)
    panel.begin_new()
    dialog = desk.window().findChild(FormDialog, "reconcile_dialog")
    dialog.form.field("file").set_value(path)
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save()
    row = saved.args[0]
    assert [voucher for _at, _entry, voucher, _settled in row.lines] == [posted.number, None]
    assert (row.unexplained_vnd, len(row.unmatched)) == (0, 1)


def test_the_year_is_disclosed_from_the_figures(money: Services, stage: Stage, desk: FundDesk) -> None:
    desk.tabs.setCurrentWidget(desk.figures)
    desk.figures.findChild(QPushButton, "figures.disclosure").click()
    wanted = PaperAsk(since=date(2026, 1, 1), until=date(2026, 12, 31), fund="Vì người nghèo")
    assert stage.papers == [("disclosure", wanted)]
