"""The part "Gifts in kind": what is in store."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot

from frontdesk.fund.deeds.vouchers import TakeIn
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from ui.desk.doing import may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.fund.stockforms import take_in_dialog
from ui.parts.menus import Entry
from ui.parts.rowtable import Empty
from ui.parts.table import Column


@dataclass(frozen=True)
class StockRow:
    """What is in store of one thing."""

    id: int
    item: str
    unit: str
    quantity: int


class StockPanel(RecordPanel[StockRow]):
    """Gifts in kind that are there."""

    help_page = "fund-lists"

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
            ),
            searched=lambda row: row.item,
            empty=Empty(
                _("Nothing in store"),
                _("Enter the gifts in kind as they come; they count once their voucher is posted."),
                _("Gifts received…") if may(env, TakeIn) else "",
            ),
        )
        self.add_buttons(
            (
                Entry(_("&Gifts received…"), self.begin_new, may(env, TakeIn), "stock.new", "main"),
                Entry(_("&Print the book…"), self.print_current, name="stock.print"),
            )
        )

    def load(self) -> Sequence[StockRow]:
        """See `RecordPanel`."""
        return [StockRow(at, *row) for at, row in enumerate(self.env.services.fund.stock())]

    @Slot()
    def begin_new(self) -> None:
        """Things that came."""
        if may(self.env, TakeIn):
            take_in_dialog(self.env, self).begin()

    @Slot()
    def print_current(self) -> None:
        """The book of gifts in kind."""
        self.env.show_paper("goods-book", PaperAsk())
