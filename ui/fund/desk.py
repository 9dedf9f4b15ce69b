"""The desk's page: balances above, its parts under tabs, read when they are first seen."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from frontdesk.fund.rules.kinds import LedgerKind
from frontdesk.messages import _
from ui.desk.env import Env
from ui.desk.panel import Panel
from ui.fund.balances import BalanceStrip
from ui.fund.book import BookPanel
from ui.fund.vouchers import VouchersPanel
from ui.parts.form import Form


class FundDesk(QWidget):
    """What the shell shows; a `ui.desk.env.DeskPage`."""

    title_changed = Signal()

    def __init__(self, env: Env) -> None:
        super().__init__()
        self.setObjectName("fund")
        self.env = env
        self.balances = BalanceStrip(env)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("fund.tabs")
        self.tabs.tabBar().setAccessibleName(_("Parts of the fund"))
        self.vouchers, self.book = VouchersPanel(env), BookPanel(env)
        parts: tuple[tuple[Panel, str], ...] = (
            (self.vouchers, _("Vouchers")),
            (self.book, _("Books")),
        )
        self._panels = tuple(panel for panel, _words in parts)
        for panel, words in parts:
            panel.title_changed.connect(self.title_changed)
            self.tabs.addTab(panel, words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.balances)
        column.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._on_tab)
        self.balances.chosen.connect(self._on_balance)

    @property
    def panel(self) -> Panel:
        """The part in front."""
        return self._panels[self.tabs.currentIndex()]

    @property
    def title(self) -> str:
        """The open record, "" for a list."""
        return self.panel.title

    @property
    def help_page(self) -> str:
        """The help for the part in front."""
        return self.panel.help_page

    def open_record(self, number: str) -> None:
        """Show what has this number."""
        self.tabs.setCurrentWidget(self.vouchers)
        self.vouchers.open_record(number)

    def new_record(self) -> None:
        """Ctrl+N: what the part in front is about."""
        self.panel.begin_new()

    def search(self, text: str) -> None:
        """Ctrl+F."""
        self.panel.search(text)

    def refresh(self) -> None:
        """F5."""
        self.balances.reload()
        self.panel.reload()

    def print_current(self) -> None:
        """Ctrl+P."""
        self.panel.print_current()

    def may_leave(self) -> bool:
        """What is being typed is kept as a draft."""
        for form in self.findChildren(Form):
            form.keep_now()
        return all(panel.may_leave() for panel in self._panels)

    def show_book(self, fund: str, kind: LedgerKind, name: str | None = None) -> None:
        """Drill: the book a figure was summed from."""
        self.tabs.setCurrentWidget(self.book)
        self.book.show_book(fund, kind, name)

    @Slot(str, str)
    def _on_balance(self, fund: str, account: str) -> None:
        self.show_book(fund, LedgerKind(account))

    @Slot()
    def _on_tab(self) -> None:
        self.title_changed.emit()
