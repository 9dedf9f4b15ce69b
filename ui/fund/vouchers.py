"""The part "Vouchers": the list with its filters, quick entry, and the card of one voucher."""

from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.fund import ACCOUNT_TITLES, KIND_TITLES, Pay, Post, Receive, Reverse, Transfer, VoucherKind, VoucherRow
from frontdesk.messages import _
from frontdesk.vietnamese import month
from ui.desk.doing import may
from ui.desk.env import Env
from ui.desk.panel import Panel
from ui.fund.acting import Acting
from ui.fund.behind import Behind
from ui.fund.card import VoucherCard
from ui.fund.source import NAMED, Drill, VoucherSource
from ui.fund.words import choices
from ui.parts.fields import Choice, ChoiceField
from ui.parts.listpane import ListPane
from ui.parts.menus import Entry, push
from ui.parts.rowtable import Empty
from ui.parts.table import Sort
from ui.parts.theme import SPACE

MONTHS_LEAST = 24


class VouchersPanel(Panel):
    """The vouchers of all funds."""

    help_page = "fund"
    import_asked = Signal()

    def __init__(self, env: Env) -> None:
        super().__init__(env, "fund.vouchers", ("vouchers",))
        self.acting = Acting(env, self)
        self._source = VoucherSource(env.services.fund, env.services.store)
        offers = may(env, Receive)
        empty = Empty(
            _("No voucher yet"),
            _(
                "Set the opening balance under “Books” first, or read in the cash book kept in Excel; "
                "then enter the first receipt."
            ),
            _("New receipt") if offers else "",
        )
        self.pane: ListPane[VoucherRow] = ListPane(
            "vouchers",
            _("Vouchers"),
            self._source,
            self._source.columns(),
            empty=empty,
            state=env.state,
            filters=[(key, _(words)) for key, words in NAMED.items()],
            sort=Sort("day", descending=True),
        )
        self.card = VoucherCard(self.acting)
        self.stack = QStackedWidget()
        self.behind = Behind()
        self.behind.left.connect(self._on_all)
        self._build()
        self.pane.opened.connect(self._on_opened)
        self.pane.picked.connect(self._on_picked)
        self.pane.begin.connect(self.begin_new)
        self.card.left.connect(self.show_list)
        self.card.title_changed.connect(self._on_title)
        self._on_picked()
        self._show_balances()

    def _build(self) -> None:
        self.kinds = self._filter(_("Kind"), "vouchers.kind", choices(KIND_TITLES), _("All kinds"))
        funds = [Choice(name, name) for name in self.env.services.fund.funds()]
        self.funds = self._filter(_("Fund"), "vouchers.fund", funds, _("All funds"))
        self.accounts = self._filter(_("Account"), "vouchers.account", choices(ACCOUNT_TITLES), _("Cash and bank"))
        self.months = self._filter(_("Month"), "vouchers.month", months_back(self.env), _("All months"))
        top = QHBoxLayout()
        top.setSpacing(SPACE.s)
        entries = (
            Entry(_("New r&eceipt"), self._on_receipt, may(self.env, Receive), "vouchers.receipt", "main"),
            Entry(_("New pa&yment"), self._on_payment, may(self.env, Pay), "vouchers.payment"),
            Entry(_("&Transfer"), self._on_transfer, may(self.env, Transfer), "vouchers.transfer"),
        )
        for entry in entries:
            if entry.offered:
                top.addWidget(push(entry))
        top.addStretch(1)
        self._row_buttons = {
            entry.name: push(entry)
            for entry in (
                Entry(_("&Post…"), self._on_post, name="vouchers.post"),
                Entry(_("&Reverse…"), self._on_reverse, name="vouchers.reverse"),
                Entry(_("&Print…"), self.print_current, name="vouchers.print"),
            )
        }
        for button in self._row_buttons.values():
            top.addWidget(button)
        narrow = QHBoxLayout()
        narrow.setSpacing(SPACE.s)
        for field in (self.kinds, self.funds, self.accounts, self.months):
            narrow.addWidget(field, 1)
        front = QWidget()
        column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addLayout(top)
        column.addLayout(narrow)
        column.addWidget(self.behind)
        column.addWidget(self.pane, 1)
        self.stack.addWidget(front)
        # Only now: a button shown before it stands in something is a window of its own for a moment.
        self._row_buttons["vouchers.post"].setVisible(may(self.env, Post))
        self._row_buttons["vouchers.reverse"].setVisible(may(self.env, Reverse))
        self.stack.addWidget(self.card)
        self.column.addWidget(self.stack)

    def _filter(self, title: str, name: str, options: list[Choice], nothing: str) -> ChoiceField:
        field = ChoiceField(options, nothing=nothing)
        field.box.setObjectName(name)
        field.name_for_access(title)
        field.set_value(None)
        field.changed.connect(self._on_filter)
        return field

    def reload(self) -> None:
        """See `Panel`."""
        self.pane.reload()

    def begin_new(self) -> None:
        """See `Panel`: a receipt."""
        if may(self.env, Receive):
            self._on_receipt()

    def search(self, text: str) -> None:
        """See `Panel`."""
        self.show_list()
        self.pane.focus_filter()

    def open_record(self, number: str) -> None:
        """Show one voucher; "new payment" opens the dialog that draft was typed in."""
        _word, _blank, kind = number.partition("new ")
        if kind in VoucherKind.__members__.values():
            self.acting.write(VoucherKind(kind))
            return
        self.stack.setCurrentWidget(self.card)
        self.card.open(number)
        self.card.buttons.buttons["voucher.back"].setFocus()

    def show_behind(self, drill: Drill) -> None:
        """Drill: the vouchers that make up a figure."""
        self.show_list()
        for field in (self.kinds, self.funds, self.accounts, self.months):
            field.set_value(None)
        self._show_behind(drill)
        self._on_filter()

    def _show_behind(self, drill: Drill | None) -> None:
        self._source.drill = drill
        self.behind.show_words(drill.words if drill else "")

    @Slot()
    def _on_all(self) -> None:
        self._show_behind(None)
        self._on_filter()

    def show_month(self, fund: str, year: int, at: int) -> None:
        """Drill: the vouchers of a fund in a month."""
        self.show_list()
        self._show_behind(None)
        self.months.set_choices(months_back(self.env))
        self.funds.set_choices([Choice(name, name) for name in self.env.services.fund.funds()])
        for field, value in (
            (self.kinds, None), (self.funds, fund), (self.accounts, None), (self.months, (year, at)),
        ):  # fmt: skip
            field.set_value(value)
        self._on_filter()

    @Slot()
    def print_current(self) -> None:
        """See `Panel`."""
        row = self._current()
        if row is not None:
            self.acting.print(row)

    @Slot()
    def show_list(self) -> None:
        """Back to the list."""
        self.stack.setCurrentIndex(0)
        self.title = ""
        self.pane.table.setFocus()
        self.title_changed.emit()

    def _current(self) -> VoucherRow | None:
        if self.stack.currentWidget() is self.card:
            return self.card.row
        ids = self.pane.selected_ids()
        at = self.pane.model.place(ids[0]) if ids else None
        return None if at is None else self.pane.model.row(at)

    def _show_balances(self) -> None:
        """A running balance is shown where there is one: an empty column would look like nothing in the till."""
        keys = [column.key for column in self._source.columns()]
        self.pane.table.setColumnHidden(keys.index("balance"), not self._source.has_balances())

    @Slot()
    def _on_filter(self) -> None:
        self._source.kind = self.kinds.value()
        self._source.fund = self.funds.value()
        self._source.account = self.accounts.value()
        chosen = self.months.value()
        self._source.days = month(*chosen) if chosen else None
        self._show_balances()
        self.pane.reload()

    @Slot(object)
    def _on_opened(self, _row_id: Any) -> None:
        row = self._current()
        if row is not None:
            self.open_record(row.number or row.draft or "")

    @Slot()
    def _on_picked(self) -> None:
        row = self._current()
        self._row_buttons["vouchers.post"].setEnabled(self.acting.may_post(row))
        self._row_buttons["vouchers.reverse"].setEnabled(self.acting.may_reverse(row))
        self._row_buttons["vouchers.print"].setEnabled(row is not None)

    @Slot()
    def _on_title(self) -> None:
        self.title = self.card.title if self.stack.currentWidget() is self.card else ""
        self.title_changed.emit()

    @Slot()
    def _on_receipt(self) -> None:
        self.acting.write(VoucherKind.RECEIPT)

    @Slot()
    def _on_payment(self) -> None:
        self.acting.write(VoucherKind.PAYMENT)

    @Slot()
    def _on_transfer(self) -> None:
        self.acting.write(VoucherKind.TRANSFER)

    @Slot()
    def _on_post(self) -> None:
        row = self._current()
        if row is not None:
            self.acting.post(row)

    @Slot()
    def _on_reverse(self) -> None:
        row = self._current()
        if row is not None:
            self.acting.reverse(row)


def months_back(env: Env) -> list[Choice]:
    """The months from the first day of the books, two years at least, the newest first, as (year, month)."""
    today: date = env.services.store.today
    first = env.services.fund.first_day() or today
    counted = today.year * 12 + today.month - 1
    back = max(MONTHS_LEAST, counted - (first.year * 12 + first.month - 1) + 1)
    pairs = [divmod(counted - each, 12) for each in range(back)]
    return [Choice((year, at + 1), f"{at + 1:02}/{year}") for year, at in pairs]


def years_back(env: Env) -> list[int]:
    """The years from the first day of the books, the last one at least, the newest first."""
    today: date = env.services.store.today
    first = env.services.fund.first_day() or today
    return list(range(today.year, min(first.year, today.year - 1) - 1, -1))
