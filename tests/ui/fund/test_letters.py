"""In Vietnamese each button and field of the fund has a letter of its own, none that a menu answers to."""

import re
from collections import Counter
from collections.abc import Iterable

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.fund import VoucherKind
from frontdesk.messages import _
from tests.ui.stage import Stage
from ui.fund.desk import FundDesk
from ui.fund.entry import EntryDialog
from ui.fund.shelf import Shelf

pytestmark = pytest.mark.parametrize("spoken", ["vi"], indirect=True)
MENUS = ("&Office", "&Work", "&View", "&Help")
LETTER = re.compile("&([^&\\s])")


def letters(texts: Iterable[str]) -> list[str]:
    """The letters behind Alt that these texts have, small."""
    found = map(LETTER.search, texts)
    return [each[1].lower() for each in found if each]


def shown(window: QWidget) -> list[str]:
    """What its visible buttons and the labels of its fields say."""
    buttons = [each.text() for each in window.findChildren(QAbstractButton) if each.isVisible()]
    return buttons + [each.text() for each in window.findChildren(QLabel) if each.isVisible() and each.buddy()]


def ambiguous(used: list[str]) -> list[str]:
    """What two answer to, and what no keyboard has a key for."""
    return sorted(letter for letter, times in Counter(used).items() if times > 1 or not letter.isascii())


def test_no_part_of_the_desk_shares_a_letter(qtbot: QtBot, money: Services, desk: FundDesk) -> None:
    menus = letters(map(_, MENUS))
    for at in range(desk.tabs.count()):
        desk.tabs.setCurrentIndex(at)
        part = desk.tabs.currentWidget()
        for inner in range(part.tabs.count()) if isinstance(part, Shelf) else (0,):
            if isinstance(part, Shelf):
                part.tabs.setCurrentIndex(inner)
            assert ambiguous(letters(shown(desk)) + menus) == [], (part.objectName(), inner)


@pytest.mark.parametrize("kind", [VoucherKind.RECEIPT, VoucherKind.PAYMENT, VoucherKind.TRANSFER])
def test_no_field_of_a_new_voucher_shares_a_letter(stage: Stage, desk: FundDesk, kind: VoucherKind) -> None:
    dialog = EntryDialog(stage.env, kind, desk)
    dialog.begin()
    assert ambiguous(letters(shown(dialog))) == []
    dialog.form.set_values({"restricted": True} if kind is VoucherKind.RECEIPT else {})
    dialog.form.changed.emit()
    assert ambiguous(letters(shown(dialog))) == []
