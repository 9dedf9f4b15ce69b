"""What each fund holds in cash and in the bank, always in sight; a press opens its book."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy

from frontdesk.fund import ACCOUNT_TITLES, Account, BalanceRow
from frontdesk.messages import _
from frontdesk.vietnamese import format_vnd
from ui.desk.env import Env
from ui.desk.panel import Panel
from ui.fund.words import word
from ui.parts.headings import show_now
from ui.parts.theme import SPACE

TOPICS: Final = ("vouchers", "fund")


class BalanceStrip(Panel):
    """A button for each fund and account with what it holds today."""

    chosen = Signal(str, str)
    """A balance was pressed: the fund and the account's code."""

    def __init__(self, env: Env) -> None:
        super().__init__(env, "fund.balances", TOPICS)
        self.column.setContentsMargins(SPACE.xl, SPACE.s, SPACE.xl, SPACE.xs)
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE.s)
        self.column.addLayout(self._grid)
        # What a fund holds is never squeezed by a page that wants more room than there is.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._buttons: list[QPushButton] = []

    def reload(self) -> None:
        """See `Panel`."""
        self.read(self.env.services.fund.balances, self._on_balances)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's name: as many beside one another as fit."""
        super().resizeEvent(event)
        self._arrange()

    @Slot(object)
    def _on_balances(self, rows: Sequence[BalanceRow]) -> None:
        if len(rows) != len(self._buttons):
            for button in self._buttons:
                button.hide()
                button.deleteLater()
            self._buttons = [self._button() for _row in rows]
        for button, row in zip(self._buttons, rows, strict=True):
            account = word(ACCOUNT_TITLES, row.account)
            amount = _("{amount} đồng").format(amount=format_vnd(row.balance_vnd))
            button.setObjectName(f"balance.{row.fund}.{row.account.value}")
            button.setText(f"{row.fund} · {account}\n{amount}")
            button.setAccessibleName(f"{row.fund}, {account}: {amount}")
            button.setProperty("fund", row.fund)
            button.setProperty("account", row.account.value)
        self._arrange()

    def _button(self) -> QPushButton:
        button = QPushButton()
        button.setToolTip(_("Open the book of this account"))
        button.clicked.connect(self._on_pressed)
        return button

    def _arrange(self) -> None:
        if not self._buttons:
            return
        widest = max(button.sizeHint().width() for button in self._buttons) + SPACE.s
        across = max(1, min(len(self._buttons), (self.width() - 2 * SPACE.xl) // widest))
        for at, button in enumerate(self._buttons):
            self._grid.addWidget(button, at // across, at % across)
            show_now(button)

    @Slot()
    def _on_pressed(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.chosen.emit(str(button.property("fund")), str(Account(button.property("account"))))
