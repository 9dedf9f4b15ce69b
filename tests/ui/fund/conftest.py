"""The desk of the fund on a stage, over a fund with some money in it."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.fund.deeds.vouchers import Pay, Post, Receive, SetOpening
from tests.ui.stage import Stage
from ui.fund.desk import FundDesk


def some_money(services: Services) -> None:
    """An opening balance, two receipts that count, and a payment still in draft."""
    fund = services.fund
    fund.set_opening(SetOpening(5_000_000, day=date(2026, 1, 1)))
    for month, amount in ((4, 2_000_000), (5, 3_500_000)):
        draft = fund.receive(
            Receive(amount, "Ủng hộ quỹ", "Công ty Hoàng Gia", day=date(2026, month, 12), source="Cá nhân ủng hộ")
        )
        fund.post(Post(draft.draft or ""))
    fund.pay(Pay(1_000_000, "Hỗ trợ ốm đau", "Bà Lê Thị Ba", purpose="Cứu trợ, ốm đau, rủi ro", approval="05/QĐ-BVĐ"))


@pytest.fixture
def money(services: Services) -> Services:
    """The services of an office whose fund has money."""
    some_money(services)
    return services


@pytest.fixture
def desk(qtbot: QtBot, stage: Stage) -> FundDesk:
    """The desk in a window that has the keyboard."""
    made = FundDesk(stage.env)
    with qtbot.waitActive(stage.window):
        stage.show(made)
    return made
