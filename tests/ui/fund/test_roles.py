"""What each role is offered at the fund's desk; a deed forced past the buttons is refused and changes nothing."""

from collections.abc import Callable
from typing import Final

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.fund.deeds.closing import CloseMonth
from frontdesk.fund.deeds.people import AdmitDonor
from frontdesk.fund.deeds.vouchers import Post, Receive, Reverse
from frontdesk.fund.rules.kinds import Account, Status
from frontdesk.store import Role, Session
from tests.ui.asking import ScriptedAsk
from tests.ui.stage import Stage
from ui.desk.doing import do
from ui.fund.desk import FundDesk

OFFERS: Final = {
    Role.VIEWER: set(),
    Role.SECRETARY: {"donors.new", "pledges.new", "households.new", "lists.new"},
    Role.TREASURER: {"vouchers.post", "counts.new", "closings.confirm"},
    Role.ACCOUNTANT: {
        "vouchers.receipt", "vouchers.payment", "vouchers.transfer", "vouchers.post", "vouchers.reverse",
        "closings.month", "closings.year", "closings.confirm", "counts.new", "statements.new", "book.import",
        "donors.new", "pledges.new", "households.new", "lists.new", "lists.hand_out", "stock.new", "stock.hand_out",
    },
}  # fmt: skip
ALL: Final = set.union(*OFFERS.values())


@pytest.fixture
def seated(qtbot: QtBot, money: Services, stage: Stage) -> Callable[[Role], FundDesk]:
    """Somebody with one role sits down at the open desk."""

    def sit(role: Role) -> FundDesk:
        money.store.session = Session("Vũ Thị Hạnh", frozenset({role}))
        desk = FundDesk(stage.env)
        with qtbot.waitActive(stage.window):
            stage.show(desk)
        return desk

    return sit


@pytest.mark.parametrize("role", list(OFFERS))
def test_each_role_is_offered_what_it_may_do(seated: Callable[[Role], FundDesk], role: Role) -> None:
    desk = seated(role)
    offered = {button.objectName() for button in desk.findChildren(QPushButton) if not button.isHidden()}
    assert offered & ALL == OFFERS[role]


@pytest.mark.parametrize(
    ("role", "ask"),
    [
        (Role.VIEWER, AdmitDonor("Công ty Hoàng Gia")),
        (Role.VIEWER, Post("NHAP-0003")),
        (Role.SECRETARY, Receive(1_000_000, "Ủng hộ", "Ông Sáu")),
        (Role.SECRETARY, Post("NHAP-0003")),
        (Role.TREASURER, Receive(1_000_000, "Ủng hộ", "Ông Sáu")),
        (Role.TREASURER, Reverse("PT-2026-0001", "Ghi nhầm")),
        (Role.TREASURER, CloseMonth("2026-04")),
    ],
)
def test_a_deed_forced_past_the_buttons_is_refused_and_says_who_may(
    qtbot: QtBot, seated: Callable[[Role], FundDesk], money: Services, stage: Stage, role: Role, ask: object
) -> None:
    desk = seated(role)
    refusals: list[str] = []
    do(stage.env, ask, desk, failed=lambda error: refusals.append(str(error)))
    qtbot.waitUntil(lambda: len(refusals) == 1)
    assert refusals[0]
    assert money.fund.voucher("NHAP-0003").status is Status.DRAFT
    assert money.fund.voucher("PT-2026-0001").status is Status.POSTED
    assert (money.fund.donors(), money.fund.closings()) == ([], [])
    assert money.fund.balance(None, Account.CASH) == 10_500_000


def test_the_accountants_payment_is_posted_by_the_treasurer_and_not_by_the_accountant(
    qtbot: QtBot, seated: Callable[[Role], FundDesk], money: Services, ask: ScriptedAsk
) -> None:
    desk = seated(Role.TREASURER)
    ask.will("confirm", True)
    with qtbot.waitSignal(desk.vouchers.acting.done) as done:
        desk.vouchers.acting.post(money.fund.voucher("NHAP-0003"))
    posted = money.fund.voucher(done.args[0])
    assert (posted.number, posted.posted_by, posted.exception) == ("PC-2026-0001", "Vũ Thị Hạnh", None)
