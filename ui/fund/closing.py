"""The part "Closing": periods closed by one and confirmed by another, cash counts, bank statements."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from frontdesk.errors import DeskError, RuleBroken
from frontdesk.fund import (
    Account,
    CashCountRow,
    CloseMonth,
    CloseYear,
    ClosingRow,
    ClosingState,
    ConfirmClosing,
    CountCash,
    Reconcile,
    Reopen,
    WithdrawClosing,
)
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from ui.desk.dialogs import FormDialog
from ui.desk.doing import do, may, undo_by
from ui.desk.env import Env, Undo
from ui.desk.records import RecordPanel
from ui.fund.counting import CountDialog
from ui.fund.vouchers import months_back, years_back
from ui.fund.words import CLOSING_TITLES, day, fund_field, vnd, word
from ui.parts.colours import Tone
from ui.parts.fields import Choice, ChoiceField
from ui.parts.menus import Entry
from ui.parts.rowtable import Empty
from ui.parts.table import Column

_TONES = {
    ClosingState.CLOSED: Tone.WARN,
    ClosingState.CONFIRMED: Tone.GOOD,
    ClosingState.WITHDRAWN: Tone.MUTED,
    ClosingState.REOPENED: Tone.MUTED,
}


class ClosingsPanel(RecordPanel[ClosingRow]):
    """The closings of all funds, newest first."""

    help_page = "fund-closing"
    book_asked = Signal(str, str)
    """The book behind a balance is wanted: the fund and the account's code."""

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "fund.closings",
            _("Closings"),
            ("closings",),
            (
                Column("number", _("Number"), 15),
                Column("fund", _("Fund"), 16),
                Column("until", _("Closed up to"), 11, text=lambda row: day(row.until)),
                Column("cash_vnd", _("Cash"), 12, "right", lambda row: vnd(row.cash_vnd)),
                Column("bank_vnd", _("Bank"), 12, "right", lambda row: vnd(row.bank_vnd)),
                Column("state", _("State"), 0, text=lambda row: word(CLOSING_TITLES, row.state), tone=_tone),
                Column("closed_by", _("Closed by"), 16),
                Column("confirmed_by", _("Confirmed by"), 16),
                Column("fingerprint", _("Fingerprint"), 18, hidden=True),
            ),
            searched=lambda row: f"{row.number} {row.fund} {row.closed_by}",
            empty=Empty(
                _("Nothing is closed yet"),
                _("At the end of a month close its books; another person then confirms it."),
                _("Close a month…") if may(env, CloseMonth) else "",
            ),
        )
        self._asked: ConfirmClosing | None = None
        self.buttons = self.add_buttons(
            (
                Entry(_("Close a &month…"), self.begin_new, may(env, CloseMonth), "closings.month", "main"),
                Entry(_("Close a &year…"), self._on_year, may(env, CloseYear), "closings.year"),
                Entry(_("&Confirm…"), self._on_confirm, may(env, ConfirmClosing), "closings.confirm"),
                Entry(_("&Withdraw…"), self._on_withdraw, may(env, WithdrawClosing), "closings.withdraw"),
                Entry(_("&Reopen…"), self._on_reopen, may(env, Reopen), "closings.reopen"),
                Entry(_("Cash &book"), self.on_opened, name="closings.cash"),
                Entry(_("B&ank book"), self._on_bank, name="closings.bank"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[ClosingRow]:
        """See `RecordPanel`."""
        return self.env.services.fund.closings()

    @Slot()
    def begin_new(self) -> None:
        """Close a month."""
        if may(self.env, CloseMonth):
            close_dialog(self.env, self, year=False).begin()

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        row = self.current()
        state = None if row is None else row.state
        for name in ("closings.cash", "closings.bank"):
            self.buttons.buttons[name].setEnabled(row is not None)
        for name, wanted in (
            ("closings.confirm", ClosingState.CLOSED),
            ("closings.withdraw", ClosingState.CLOSED),
            ("closings.reopen", ClosingState.CONFIRMED),
        ):
            if name in self.buttons.buttons:
                self.buttons.buttons[name].setEnabled(state is wanted)

    @Slot()
    def on_opened(self) -> None:
        """The book of the cash it closed."""
        self._ask_book(Account.CASH)

    @Slot()
    def _on_bank(self) -> None:
        self._ask_book(Account.BANK)

    def _ask_book(self, account: Account) -> None:
        row = self.current()
        if row is not None:
            self.book_asked.emit(row.fund, account.value)

    @Slot()
    def _on_year(self) -> None:
        close_dialog(self.env, self, year=True).begin()

    @Slot()
    def _on_confirm(self) -> None:
        row = self.current()
        if row is None:
            return
        what = _(
            "The books of {fund} up to {day} are sealed: cash {cash}, bank {bank} đồng. Those days accept nothing any "
            "more."
        ).format(fund=row.fund, day=day(row.until), cash=vnd(row.cash_vnd), bank=vnd(row.bank_vnd))
        if self.env.ask.confirm(_("Confirm the closing"), what, _("Confirm")):
            self._confirm(ConfirmClosing(row.number))

    def _confirm(self, ask: ConfirmClosing) -> None:
        self._asked = ask
        do(self.env, ask, self, failed=self._on_not_confirmed, says=_("The closing is confirmed."))

    @Slot(object)
    def _on_not_confirmed(self, error: DeskError) -> None:
        if isinstance(error, RuleBroken) and error.field == "exception" and self._asked is not None:
            why = self.env.ask.reason(_("The same person"), error.message, _("Confirm with this reason"))
            if why is not None:
                self._confirm(replace(self._asked, exception=why))

    @Slot()
    def _on_withdraw(self) -> None:
        row = self.current()
        if row is not None:
            why = self.env.ask.reason(
                _("Withdraw the closing"), _("Its days are open again. Say why."), _("Take the closing back")
            )
            if why is not None:
                do(self.env, WithdrawClosing(row.number, why), self, says=_("The closing is withdrawn."))

    @Slot()
    def _on_reopen(self) -> None:
        row = self.current()
        if row is not None:
            what = _("The days up to {day} accept vouchers again. The reason stays in the book's proof.")
            why = self.env.ask.reason(_("Reopen the books"), what.format(day=day(row.until)), _("Reopen"))
            if why is not None:
                do(self.env, Reopen(row.number, why), self, says=_("The books are open again."))


class CountsPanel(RecordPanel[CashCountRow]):
    """The counts of the till, newest first."""

    help_page = "fund-closing"
    book_asked = Signal(str, str)
    """The book a count was held against is wanted: the fund and the account's code."""

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "fund.counts",
            _("Cash counts"),
            ("cash_counts",),
            (
                Column("number", _("Number"), 13),
                Column("day", _("Day"), 10, text=lambda row: day(row.day)),
                Column("fund", _("Fund"), 16),
                Column("book_vnd", _("The book says"), 13, "right", lambda row: vnd(row.book_vnd)),
                Column("counted_vnd", _("Counted"), 13, "right", lambda row: vnd(row.counted_vnd)),
                Column("gap", _("Difference"), 11, "right", lambda row: vnd(row.difference_vnd), tone=_gap_tone),
                Column("reason", _("Reason"), 0),
                Column("user", _("Counted by"), 16),
            ),
            searched=lambda row: f"{row.number} {row.fund} {row.reason or ''}",
            empty=Empty(
                _("The cash was not counted yet"),
                _("Count it at the end of a month: pieces of each note, the difference is shown at once."),
                _("Count the cash…") if may(env, CountCash) else "",
            ),
        )
        self.buttons = self.add_buttons(
            (
                Entry(_("&Count the cash…"), self.begin_new, may(env, CountCash), "counts.new", "main"),
                Entry(_("&Print the minutes…"), self.print_current, name="counts.print"),
                Entry(_("Print a &blank form…"), self._on_blank, name="counts.blank"),
                Entry(_("Cash b&ook"), self.on_opened, name="counts.book"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[CashCountRow]:
        """See `RecordPanel`."""
        return self.env.services.fund.cash_counts()

    @Slot()
    def begin_new(self) -> None:
        """Count."""
        if may(self.env, CountCash):
            CountDialog(self.env, self._fund(), self).begin()

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        self.buttons.enable(self.current() is not None, "counts.new", "counts.blank")

    @Slot()
    def print_current(self) -> None:
        """The minutes of the count."""
        row = self.current()
        if row is not None:
            self.env.show_paper("cash-count", PaperAsk(number=row.number))

    @Slot()
    def on_opened(self) -> None:
        """The book it was held against."""
        row = self.current()
        if row is not None:
            self.book_asked.emit(row.fund, Account.CASH.value)

    @Slot()
    def _on_blank(self) -> None:
        self.env.show_paper("cash-count", PaperAsk(fund=self._fund()))

    def _fund(self) -> str:
        """The fund of the selected count, the first one where none is selected."""
        row = self.current()
        return row.fund if row is not None else self.env.services.fund.funds()[0]


def close_dialog(env: Env, parent: QWidget, *, year: bool) -> FormDialog:
    """Which fund, which month or year."""
    title = _("Close a year") if year else _("Close a month")
    hint = _("From then on its days accept no voucher. Another person confirms the closing.")
    dialog = FormDialog(
        env,
        "close",
        title,
        _("Close the books"),
        partial(_close, year),
        parent,
        says=_("The books are closed; another person confirms it."),
        undo=_withdrawn,
        hint=hint,
    )
    dialog.add("fund", _("F&und"), fund_field(env.services.fund.funds()))
    if year:
        offers = [Choice(str(each), str(each)) for each in years_back(env)]
    else:
        offers = [Choice(f"{each.key[0]}-{each.key[1]:02}", each.text) for each in months_back(env)]
    field = ChoiceField(offers)
    dialog.add("year" if year else "month", _("&Year") if year else _("&Month"), field, value=offers[1].key)
    return dialog


def compare(values: Mapping[str, Any]) -> Reconcile:
    """What the dialog of a statement says."""
    if values["file"] is None:
        raise RuleBroken("form.needed", _("Choose the bank's statement first."), "file")
    return Reconcile(str(values["file"]), values["fund"])


def _close(year: bool, values: Mapping[str, Any]) -> CloseMonth | CloseYear:
    if year:
        return CloseYear(int(values["year"]), values["fund"])
    return CloseMonth(values["month"], values["fund"])


def _withdrawn(row: ClosingRow) -> Undo:
    return undo_by(WithdrawClosing(row.number, _("taken back at once")))


def _tone(row: ClosingRow) -> Tone:
    return _TONES[row.state]


def _gap_tone(row: CashCountRow) -> Tone:
    return Tone.BAD if row.difference_vnd else Tone.GOOD
