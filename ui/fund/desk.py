"""The desk's page: balances above, its parts under tabs, read when they are first seen."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from frontdesk.fund.rules.kinds import LedgerKind
from frontdesk.messages import _
from ui.desk.env import Env
from ui.desk.panel import Panel
from ui.desk.records import RecordPanel
from ui.fund.balances import BalanceStrip
from ui.fund.book import BookPanel
from ui.fund.closing import ClosingsPanel, CountsPanel
from ui.fund.donors import DonorsPanel, PledgesPanel
from ui.fund.figures import FiguresPanel
from ui.fund.households import HouseholdsPanel
from ui.fund.shelf import Shelf
from ui.fund.statements import StatementsPanel
from ui.fund.stock import StockPanel
from ui.fund.vouchers import VouchersPanel
from ui.fund.works import HousesPanel, ListsPanel
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
        self.vouchers, self.book, self.figures = VouchersPanel(env), BookPanel(env), FiguresPanel(env)
        self.closings, self.counts, self.statements = ClosingsPanel(env), CountsPanel(env), StatementsPanel(env)
        self.donors, self.pledges = DonorsPanel(env), PledgesPanel(env)
        self.households, self.houses = HouseholdsPanel(env), HousesPanel(env)
        self.lists, self.stock = ListsPanel(env), StockPanel(env)
        self.closing = Shelf(
            env,
            "fund.closing",
            _("Closing"),
            ((self.closings, _("Closings")), (self.counts, _("Cash counts")), (self.statements, _("Bank statements"))),
        )
        self.giving = Shelf(env, "fund.giving", _("Donors"), ((self.donors, _("Donors")), (self.pledges, _("Pledges"))))
        self.helping = Shelf(
            env,
            "fund.helping",
            _("Support given"),
            (
                (self.households, _("Households of the fund")),
                (self.houses, _("Great Unity houses")),
                (self.lists, _("Distribution lists")),
                (self.stock, _("Gifts in kind")),
            ),
        )
        parts: tuple[tuple[Panel, str], ...] = (
            (self.vouchers, _("Vouchers")),
            (self.book, _("Books")),
            (self.closing, _("Closing")),
            (self.giving, _("Donors")),
            (self.helping, _("Support given")),
            (self.figures, _("Figures")),
        )
        self._wanted: tuple[RecordPanel[Any], str] | None = None
        self._places: dict[str, tuple[Shelf, RecordPanel[Any]]] = {
            "KS": (self.closing, self.closings),
            "KK": (self.closing, self.counts),
            "DC": (self.closing, self.statements),
            "UH": (self.giving, self.donors),
            "CK": (self.giving, self.pledges),
            "HO": (self.helping, self.households),
            "NDK": (self.helping, self.houses),
            "DS": (self.helping, self.lists),
        }
        for _shelf, place in self._places.values():
            place.pane.model.modelReset.connect(self._on_rows, Qt.ConnectionType.QueuedConnection)
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
        self.figures.drilled.connect(self._on_drilled)

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
        found = self._places.get(number.partition("-")[0])
        if found is None:
            self.tabs.setCurrentWidget(self.vouchers)
            self.vouchers.open_record(number)
            return
        shelf, place = found
        self._wanted = (place, number)
        self.tabs.setCurrentWidget(shelf)
        shelf.tabs.setCurrentWidget(place)
        place.reload()

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

    @Slot()
    def _on_rows(self) -> None:
        """Select what was jumped to, once its list is there."""
        if self._wanted is None:
            return
        place, number = self._wanted
        model = place.pane.model
        rows = (model.row(at) for at in range(model.rowCount()))
        row_id = next((row.id for row in rows if row is not None and row.number == number), None)
        if row_id is not None:
            self._wanted = None
            place.pane.select(row_id)
            place.pane.table.setFocus()

    @Slot(str, str, str)
    def _on_drilled(self, fund: str, kind: str, name: str) -> None:
        self.show_book(fund, LedgerKind(kind), name)

    @Slot(str, str)
    def _on_balance(self, fund: str, account: str) -> None:
        self.show_book(fund, LedgerKind(account))

    @Slot()
    def _on_tab(self) -> None:
        self.title_changed.emit()
