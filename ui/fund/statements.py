"""The part "Bank statements": what the bank shows beside the book, and what is only in one of the two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from frontdesk.fund import Account, MatchLine, Reconcile, StatementRow
from frontdesk.messages import _
from ui.desk.dialogs import FormDialog
from ui.desk.doing import may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.fund.closing import compare
from ui.fund.sheets import statement_dialog
from ui.fund.words import day, vnd
from ui.parts.colours import Tone
from ui.parts.fields import LineField
from ui.parts.form import required
from ui.parts.menus import Entry
from ui.parts.rowtable import Empty
from ui.parts.smalltable import SmallTable
from ui.parts.table import Column


@dataclass(frozen=True)
class Line:
    """A line of the statement; `id` is its place, below zero for a voucher the statement does not show."""

    id: int
    day: str
    amount_vnd: int
    text: str
    voucher: str
    settled: bool


class StatementsPanel(RecordPanel[StatementRow]):
    """The reconciliations, below them the lines of the selected one."""

    help_page = "fund-closing"

    book_asked = Signal(str, str)
    """The book beside a statement is wanted: the fund and the account's code."""

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "fund.statements",
            _("Bank statements"),
            ("statements", "vouchers"),
            (
                Column("number", _("Number"), 13),
                Column("fund", _("Fund"), 0),
                Column("until", _("Up to"), 10, text=lambda row: day(row.until)),
                Column("closing_vnd", _("The bank says"), 13, "right", lambda row: vnd(row.closing_vnd)),
                Column("book_vnd", _("The book says"), 13, "right", lambda row: vnd(row.book_vnd)),
                Column("open", _("Lines to match"), 10, "right", lambda row: str(len(row.unmatched)), tone=_open_tone),
                Column("only", _("Only in the book"), 10, "right", lambda row: str(len(row.only_in_book))),
                Column("rest", _("Unexplained"), 12, "right", lambda row: vnd(row.unexplained_vnd), tone=_rest_tone),
            ),
            searched=lambda row: f"{row.number} {row.fund}",
            empty=Empty(
                _("No bank statement yet"),
                _("Read in the sheet the bank gives you; its lines are laid beside the book."),
                _("Reconcile…") if may(env, Reconcile) else "",
            ),
        )
        self.lines: SmallTable[Line] = SmallTable(
            "statements.lines",
            _("Lines of the statement"),
            (
                Column("day", _("Day"), 10),
                Column("amount_vnd", _("Amount (đồng)"), 13, "right", lambda row: vnd(row.amount_vnd)),
                Column("text", _("Text"), 0),
                Column("voucher", _("Voucher"), 26, tone=_line_tone),
            ),
            empty=_("Choose a statement to see its lines."),
            gives=True,
        )
        self.lines.opened.connect(self._on_line)
        self.column.addWidget(self.lines)
        self.buttons = self.add_buttons(
            (
                Entry(_("&Reconcile…"), self.begin_new, may(env, Reconcile), "statements.new", "main"),
                Entry(_("&Match the line…"), self._on_match, may(env, MatchLine), "statements.match"),
                Entry(_("B&ank book"), self.on_opened, name="statements.book"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[StatementRow]:
        """See `RecordPanel`."""
        return self.env.services.fund.statements()

    @Slot()
    def begin_new(self) -> None:
        """Compare another statement."""
        if may(self.env, Reconcile):
            statement_dialog(self.env, compare, self).begin()

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        row = self.current()
        self.buttons.enable(row is not None, "statements.new")
        self.lines.set_rows(() if row is None else _lines(row))

    @Slot()
    def on_opened(self) -> None:
        """The book it was laid beside."""
        row = self.current()
        if row is not None:
            self.book_asked.emit(row.fund, Account.BANK.value)

    @Slot()
    def _on_line(self) -> None:
        line = self.lines.current()
        if line is not None and line.voucher and line.settled:
            self.env.jump(line.voucher)

    @Slot()
    def _on_match(self) -> None:
        row, line = self.current(), self.lines.current()
        if row is not None and line is not None and line.id >= 0:
            match_dialog(self.env, row.number, line, self).begin()


def match_dialog(env: Env, number: str, line: Line, parent: QWidget) -> FormDialog:
    """Which voucher a line stands for."""
    title = _("Line of {day}: {amount}").format(day=line.day, amount=vnd(line.amount_vnd))
    make = partial(_match, number, line.id)
    dialog = FormDialog(env, "match", title, _("Match"), make, parent, says=_("The line is matched."), hint=line.text)
    dialog.add("voucher", _("&Voucher"), LineField(), hint=_("Its number, or why the line needs none."))
    return dialog


def _match(number: str, line: int, values: Mapping[str, Any]) -> MatchLine:
    required(values, {"voucher": _("The voucher or a reason")})
    return MatchLine(number, line, values["voucher"])


def _lines(row: StatementRow) -> list[Line]:
    """The statement's lines, and after them the vouchers that it does not show."""
    lines = [
        Line(at, day(entry.day), entry.amount_vnd, entry.text, _told(voucher, settled), settled)
        for at, entry, voucher, settled in row.lines
    ]
    missing = [
        Line(
            -at,
            day(entry.day),
            entry.amount_vnd,
            _("only in the book: {text}").format(text=entry.text),
            entry.number,
            True,
        )
        for at, entry in enumerate(row.only_in_book, 1)
    ]
    return [*lines, *missing]


def _told(voucher: str | None, settled: bool) -> str:
    return voucher or ("" if settled else _("not in the book"))


def _open_tone(row: StatementRow) -> Tone:
    return Tone.WARN if row.unmatched else Tone.GOOD


def _rest_tone(row: StatementRow) -> Tone:
    return Tone.BAD if row.unexplained_vnd else Tone.GOOD


def _line_tone(line: Line) -> Tone:
    return Tone.PLAIN if line.settled else Tone.WARN
