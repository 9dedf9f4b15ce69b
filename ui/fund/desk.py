"""The desk's page: balances above, its parts under tabs, read when they are first seen."""

from typing import Any

from PySide6.QtCore import Qt, Slot

from frontdesk.fund import LedgerKind
from frontdesk.messages import _
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.desk.tabbed import TabbedPage
from ui.fund.balances import BalanceStrip
from ui.fund.book import BookPanel
from ui.fund.closing import ClosingsPanel, CountsPanel
from ui.fund.donors import DonorsPanel, PledgesPanel
from ui.fund.figures import FiguresPanel
from ui.fund.households import HouseholdsPanel
from ui.fund.houses import HousesPanel
from ui.fund.lists import ListsPanel
from ui.fund.shelf import Shelf
from ui.fund.source import Drill
from ui.fund.statements import StatementsPanel
from ui.fund.stock import StockPanel
from ui.fund.vouchers import VouchersPanel
from ui.parts.form import Form


class FundDesk(TabbedPage):
    """What the shell shows of the fund: its balances stay above every part."""

    def __init__(self, env: Env) -> None:
        self.balances = BalanceStrip(env)
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
        super().__init__(
            "fund",
            _("Parts of the fund"),
            (
                (self.vouchers, _("Vouchers")),
                (self.book, _("Books")),
                (self.closing, _("Closing")),
                (self.giving, _("Donors")),
                (self.helping, _("Support given")),
                (self.figures, _("Figures")),
            ),
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
        self.column.insertWidget(0, self.balances)
        self.balances.chosen.connect(self._on_balance)
        self.figures.drilled.connect(self._on_drilled)
        self.figures.month_drilled.connect(self._on_month)
        self.figures.pledges_asked.connect(self._on_pledges)
        for panel in (self.figures, self.pledges, self.stock, self.houses):
            panel.behind.connect(self._on_behind)
        for books in (self.closings, self.counts, self.statements):
            books.book_asked.connect(self._on_balance)

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

    def refresh(self) -> None:
        """F5."""
        self.balances.reload()
        super().refresh()

    def may_leave(self) -> bool:
        """What is being typed is kept as a draft."""
        for form in self.findChildren(Form):
            form.keep_now()
        return super().may_leave()

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

    @Slot(str, int, int)
    def _on_month(self, fund: str, year: int, month: int) -> None:
        self.tabs.setCurrentWidget(self.vouchers)
        self.vouchers.show_month(fund, year, month)

    @Slot()
    def _on_pledges(self) -> None:
        self.tabs.setCurrentWidget(self.giving)
        self.giving.tabs.setCurrentWidget(self.pledges)

    @Slot(object)
    def _on_behind(self, drill: Drill) -> None:
        self.tabs.setCurrentWidget(self.vouchers)
        self.vouchers.show_behind(drill)

    @Slot(str, str)
    def _on_balance(self, fund: str, account: str) -> None:
        self.show_book(fund, LedgerKind(account))
