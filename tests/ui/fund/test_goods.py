"""Gifts in kind at the desk: several things at once, in and out, each from its own fund."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.fund.deeds.vouchers import Goods, Post, TakeIn
from frontdesk.fund.rules.rows import GoodsRow
from tests.ui.keys import type_text
from tests.ui.stage import Stage
from ui.desk.dialogs import FormDialog
from ui.fund.desk import FundDesk
from ui.fund.goods import GoodsField
from ui.fund.stockforms import HandOutDialog, take_in_dialog


def line(dialog: FormDialog, name: str) -> QLineEdit:
    """A line of the dialog."""
    found = dialog.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def write(dialog: FormDialog, **texts: str) -> None:
    """Type into lines; "__" in a name stands for a dot."""
    for name, text in texts.items():
        field = line(dialog, name.replace("__", "."))
        field.setFocus()
        type_text(field, text)


@pytest.fixture
def rice(services: Services) -> None:
    """Rice of one fund, blankets of the other."""
    for fund, thing in ((None, Goods("Gạo", 20, "kg", 15_000)), ("Cứu trợ", Goods("Chăn", 5, "cái", 120_000))):
        services.fund.post(Post(services.fund.take_in(TakeIn((thing,), "Nhận", "Ông An", fund)).draft or ""))


def test_three_kinds_of_things_come_on_one_voucher(
    qtbot: QtBot, services: Services, stage: Stage, desk: FundDesk
) -> None:
    dialog = take_in_dialog(stage.env, desk)
    dialog.begin()
    write(dialog, take_in__counterparty="Công ty Hoàng Gia", take_in__text="Quà Tết")
    write(dialog, take_in__goods="Gạo", goods__1__quantity="200", goods__1__unit="kg", goods__1__unit_vnd="15000")
    write(dialog, goods__2__item="Chăn", goods__2__quantity="30")
    write(dialog, goods__3__item="Nước mắm", goods__3__quantity="30", goods__3__unit="chai", goods__3__condition="mới")
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save()
    row = saved.args[0]
    assert row.goods == (
        GoodsRow("Gạo", "kg", 200, 15_000, ""), GoodsRow("Chăn", "cái", 30, 0, ""),
        GoodsRow("Nước mắm", "chai", 30, 0, "mới"),
    )  # fmt: skip
    assert row.amount_vnd == 3_000_000


def test_a_row_without_its_quantity_is_said_beside_the_field(stage: Stage, desk: FundDesk) -> None:
    dialog = take_in_dialog(stage.env, desk)
    dialog.begin()
    write(dialog, take_in__counterparty="Ông An", take_in__text="Quà", take_in__goods="Gạo")
    dialog.save()
    said = dialog.findChild(QLabel, "goods.trouble")
    assert (said.isVisible(), said.text()) == (True, "Row 1 needs its thing and its quantity.")


def test_enter_goes_along_a_row_and_out_of_one_that_is_not_begun(qtbot: QtBot, stage: Stage, desk: FundDesk) -> None:
    dialog = take_in_dialog(stage.env, desk)
    dialog.begin()
    write(dialog, take_in__goods="Gạo")
    qtbot.keyClick(line(dialog, "take_in.goods"), Qt.Key.Key_Return)
    assert dialog.focusWidget() is line(dialog, "goods.1.quantity")
    line(dialog, "goods.2.item").setFocus()
    qtbot.keyClick(line(dialog, "goods.2.item"), Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.findChild(QComboBox, "take_in.fund")


def test_things_are_handed_out_from_the_store_of_the_chosen_fund(
    qtbot: QtBot, services: Services, stage: Stage, desk: FundDesk, rice: None
) -> None:
    dialog = HandOutDialog(stage.env, "Vì người nghèo", desk)
    dialog.begin()
    choice = dialog.findChild(QComboBox, "hand_out_goods.goods")
    assert [choice.itemText(at) for at in range(choice.count())] == ["none", "Gạo — 20 kg in store"]
    dialog.funds.set_value("Cứu trợ")
    dialog.funds.changed.emit()
    assert [choice.itemText(at) for at in range(choice.count())] == ["none", "Chăn — 5 cái in store"]
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    write(dialog, goods__1__quantity="2", hand_out_goods__counterparty="Bà Ba", hand_out_goods__text="Rét đậm")
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save()
    posted = services.fund.post(Post(saved.args[0].draft))
    assert (posted.fund, posted.goods) == ("Cứu trợ", (GoodsRow("Chăn", "cái", 2, 0, ""),))
    assert services.fund.stock(fund="Cứu trợ") == [("Chăn", "cái", 3)]


def test_the_store_shows_each_fund_by_itself(qtbot: QtBot, desk: FundDesk, rice: None) -> None:
    desk.tabs.setCurrentWidget(desk.helping)
    desk.helping.tabs.setCurrentWidget(desk.stock)
    qtbot.waitUntil(lambda: desk.stock.pane.model.rowCount() == 2)
    rows = [desk.stock.pane.model.row(at) for at in range(2)]
    assert [(row.fund, row.item, row.quantity) for row in rows if row] == [
        ("Vì người nghèo", "Gạo", 20), ("Cứu trợ", "Chăn", 5),
    ]  # fmt: skip


def test_what_a_field_holds_is_shown_again(desk: FundDesk) -> None:
    things = (Goods("Gạo", 2, "kg", 15_000, "mới"), Goods("Chăn", 1), Goods("Áo", 3, "chiếc"))
    field = GoodsField()
    field.set_value(things)
    assert (field.value(), field.trouble()) == (things, "")
    field.deleteLater()
