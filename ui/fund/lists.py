"""The part "Lists": distributions and who is in them."""

from collections.abc import Sequence

from PySide6.QtCore import Slot

from frontdesk.fund import (
    CATEGORY_TITLES,
    DistributionRow,
    DistributionState,
    DrawUp,
    DropShare,
    HandOutList,
    SetShare,
    ShareRow,
)
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from ui.desk.doing import do, may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.fund import workforms as forms
from ui.fund.words import LIST_TITLES, day, vnd, word
from ui.parts.colours import Tone
from ui.parts.menus import Entry
from ui.parts.rowtable import Empty
from ui.parts.smalltable import SmallTable
from ui.parts.table import Column


class ListsPanel(RecordPanel[DistributionRow]):
    """Distributions, below them the households of the selected one."""

    help_page = "fund-lists"

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "fund.lists",
            _("Distribution lists"),
            ("distributions", "households", "vouchers"),
            (
                Column("number", _("Number"), 14),
                Column("day", _("Day"), 10, text=lambda row: day(row.day)),
                Column("text", _("What for"), 0),
                Column("kept", _("Households"), 10, "right", lambda row: str(len(row.kept))),
                Column("total_vnd", _("Together"), 13, "right", lambda row: vnd(row.total_vnd)),
                Column("item", _("Thing"), 16),
                Column("state", _("State"), 14, text=lambda row: word(LIST_TITLES, row.state)),
                Column("voucher", _("Voucher"), 14),
            ),
            searched=lambda row: f"{row.number} {row.text} {row.purpose}",
            empty=Empty(
                _("No list yet"),
                _("Draw one up from the year's households: by kind, by area, those who got nothing."),
                _("New list…") if may(env, DrawUp) else "",
            ),
        )
        self.shares: SmallTable[ShareRow] = SmallTable(
            "lists.shares",
            _("Households of the list"),
            (
                Column("household", _("Number"), 10),
                Column("head", _("Head of the household"), 0),
                Column("area", _("Residential area"), 16),
                Column("category", _("Kind"), 18, text=lambda row: word(CATEGORY_TITLES, row.category)),
                Column("amount_vnd", _("Amount (đồng)"), 13, "right", lambda row: vnd(row.amount_vnd or None)),
                Column("quantity", _("Quantity"), 8, "right", lambda row: str(row.quantity or "")),
                Column("dropped", _("Left out because"), 22, tone=lambda _row: Tone.MUTED),
            ),
            empty=_("Choose a list to see its households."),
            gives=True,
        )
        self.shares.opened.connect(self._on_share)
        self.column.addWidget(self.shares)
        self.buttons = self.add_buttons(
            (
                Entry(_("&New list…"), self.begin_new, may(env, DrawUp), "lists.new", "main"),
                Entry(_("C&hange…"), self._on_share, may(env, SetShare), "lists.share"),
                Entry(_("&Leave out…"), self._on_drop, may(env, DropShare), "lists.drop"),
                Entry(_("Hand &out…"), self._on_hand_out, may(env, HandOutList), "lists.hand_out"),
                Entry(_("&Print to be signed…"), self.print_current, name="lists.print"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[DistributionRow]:
        """See `RecordPanel`."""
        fund = self.env.services.fund
        return [fund.distribution(row.number) for row in fund.distributions()]

    @Slot()
    def begin_new(self) -> None:
        """Another list."""
        if may(self.env, DrawUp):
            forms.draw_up_dialog(self.env, self).begin()

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        row = self.current()
        self.buttons.enable(row is not None, "lists.new")
        self.shares.set_rows(() if row is None else row.shares)
        is_open = row is not None and row.state is DistributionState.DRAWN_UP
        for name in ("lists.share", "lists.drop", "lists.hand_out"):
            if name in self.buttons.buttons:
                self.buttons.buttons[name].setEnabled(is_open)

    @Slot()
    def on_opened(self) -> None:
        """The voucher it was handed out by."""
        row = self.current()
        if row is not None and row.voucher:
            self.env.jump(row.voucher)

    @Slot()
    def print_current(self) -> None:
        """The list to be signed."""
        row = self.current()
        if row is not None:
            self.env.show_paper("distribution", PaperAsk(number=row.number))

    @Slot()
    def _on_share(self) -> None:
        row, share = self.current(), self.shares.current()
        if row is not None and share is not None and row.state is DistributionState.DRAWN_UP:
            forms.share_dialog(self.env, row, share, self).begin()

    @Slot()
    def _on_drop(self) -> None:
        row, share = self.current(), self.shares.current()
        ask = forms.drop(self.env, row, share) if row is not None and share is not None else None
        if ask is not None:
            do(self.env, ask, self, says=_("The household is left out."))

    @Slot()
    def _on_hand_out(self) -> None:
        if (row := self.current()) is not None:
            forms.hand_out_dialog(self.env, row, self).begin()
