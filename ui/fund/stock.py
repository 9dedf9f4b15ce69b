"""The part "Gifts in kind": what is in store of each fund."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot

from frontdesk.fund import HandOut, TakeIn, VoucherFilter
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from ui.desk.doing import may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.fund.source import Drill
from ui.fund.stockforms import HandOutDialog, take_in_dialog
from ui.parts.menus import Entry
from ui.parts.rowtable import Empty
from ui.parts.table import Column


@dataclass(frozen=True)
class StockRow:
    """What is in store of one thing."""

    id: int
    fund: str
    item: str
    unit: str
    quantity: int


class StockPanel(RecordPanel[StockRow]):
    """Gifts in kind that are there; the buttons are about the fund of the selected row."""

    help_page = "fund-lists"
    behind = Signal(object)
    """How the things came to be there is wanted (`Drill`)."""

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "fund.stock",
            _("Gifts in kind"),
            ("vouchers", "goods"),
            (
                Column("item", _("Thing"), 0),
                Column("unit", _("Unit"), 12),
                Column("quantity", _("In store"), 12, "right"),
                Column("fund", _("Fund"), 20),
            ),
            searched=lambda row: f"{row.item} {row.fund}",
            empty=Empty(
                _("Nothing in store"),
                _("Enter the gifts in kind as they come; they count once their voucher is posted."),
                _("Gifts received…") if may(env, TakeIn) else "",
            ),
        )
        self.add_buttons(
            (
                Entry(_("&Gifts received…"), self.begin_new, may(env, TakeIn), "stock.new", "main"),
                Entry(_("&Hand out…"), self._on_hand_out, may(env, HandOut), "stock.hand_out"),
                Entry(_("Its &vouchers"), self.on_opened, name="stock.vouchers"),
                Entry(_("&Print the book…"), self.print_current, name="stock.print"),
            )
        )

    def load(self) -> Sequence[StockRow]:
        """See `RecordPanel`."""
        fund = self.env.services.fund
        rows = [(name, *row) for name in fund.funds() for row in fund.stock(fund=name)]
        return [StockRow(at, *row) for at, row in enumerate(rows)]

    @Slot()
    def begin_new(self) -> None:
        """Things that came."""
        if may(self.env, TakeIn):
            take_in_dialog(self.env, self).begin()

    @Slot()
    def print_current(self) -> None:
        """The book of gifts in kind."""
        self.env.show_paper("goods-book", PaperAsk(fund=self._fund()))

    @Slot()
    def on_opened(self) -> None:
        """What came in and went out of the selected thing."""
        row = self.current()
        if row is not None:
            words = _("{fund}: {item} ({unit}) received and handed out")
            said = words.format(fund=row.fund, item=row.item, unit=row.unit)
            self.behind.emit(Drill(said, VoucherFilter(fund=row.fund, item=(row.item, row.unit))))

    def _fund(self) -> str:
        row = self.current()
        return row.fund if row is not None else self.env.services.fund.funds()[0]

    @Slot()
    def _on_hand_out(self) -> None:
        HandOutDialog(self.env, self._fund(), self).begin()
