"""The part "Books": the book of an account, a source or a purpose, with sums carried from month to month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout

from frontdesk.fund import ACCOUNT_TITLES, Account, Book, BookLine, LedgerKind, OpenFund, SetOpening, sums_of
from frontdesk.messages import _, mark
from frontdesk.office import ListAsk, PaperAsk
from frontdesk.vietnamese import Period, month, whole_year
from ui.desk.doing import may
from ui.desk.env import Env
from ui.desk.panel import Panel
from ui.fund import bookforms as forms
from ui.fund.sheets import BookExport, BookImport, may_import
from ui.fund.vouchers import months_back, years_back
from ui.fund.words import capital, day, fund_field, vnd, word
from ui.parts.colours import Tone
from ui.parts.fields import Choice, ChoiceField
from ui.parts.headings import Heading
from ui.parts.menus import ButtonRow, Entry, more
from ui.parts.smalltable import SmallTable
from ui.parts.table import Column
from ui.parts.theme import SPACE

_SIDES: Final = {LedgerKind.SOURCE: mark("from {name}"), LedgerKind.PURPOSE: mark("for {name}")}


@dataclass(frozen=True)
class Line:
    """A line of the book as shown: a voucher, or a sum (`number` "") of the year and month in `period`."""

    id: int
    day: str
    number: str
    text: str
    other: str
    in_vnd: int | None
    out_vnd: int | None
    balance_vnd: int
    period: tuple[int, int] | None = None


class BookPanel(Panel):
    """One book at a time; Enter on a line opens its voucher, on a sum the month it is of."""

    help_page = "fund-books"

    def __init__(self, env: Env) -> None:
        super().__init__(env, "fund.book", ("vouchers", "fund"))
        self._export = BookExport(env, self)
        self.heading = Heading("")
        self.funds = fund_field(env.services.fund.funds())
        self.accounts = ChoiceField()
        self.periods = ChoiceField()
        top = QHBoxLayout()
        top.setSpacing(SPACE.s)
        for field, name, title in (
            (self.funds, "book.fund", _("Fund")),
            (self.accounts, "book.account", _("Account")),
            (self.periods, "book.period", _("Period")),
        ):
            field.box.setObjectName(name)
            field.name_for_access(title)
            top.addWidget(field)
        top.addStretch(1)
        self.funds.changed.connect(self._on_fund)
        self.accounts.changed.connect(self.reload)
        self.periods.changed.connect(self.reload)
        self.table: SmallTable[Line] = SmallTable(
            "book.lines",
            _("Lines of the book"),
            (
                Column("day", _("Day"), 10),
                Column("number", _("Number"), 14),
                Column("text", _("What for"), 0, tone=_tone),
                Column("other", _("Source or purpose"), 18),
                Column("in_vnd", _("In"), 13, "right", lambda row: vnd(row.in_vnd)),
                Column("out_vnd", _("Out"), 13, "right", lambda row: vnd(row.out_vnd)),
                Column("balance_vnd", _("Balance"), 13, "right", lambda row: vnd(row.balance_vnd)),
            ),
            empty=_(
                "Nothing was entered in this period, and nothing was there before. Set the opening balance under "
                "“More”, or read in the cash book kept in Excel."
            ),
            fills=True,
        )
        self.table.opened.connect(self._on_line)
        self.buttons = ButtonRow(
            (
                Entry(_("&Print the book…"), self.print_current, name="book.print", role="main"),
                Entry(_("Open the vo&ucher"), self._on_line, name="book.voucher"),
                Entry(_("Read in a s&heet…"), self._on_import, may_import(env), "book.import"),
            )
        )
        self.more = more(
            "book.more",
            (
                Entry(_("Print the &detail book…"), self._on_detail, name="book.detail"),
                Entry(_("&Write a sheet…"), self._on_export, name="book.export"),
                Entry(_("&Set the opening balance…"), self._on_opening, may(env, SetOpening), "book.opening"),
                Entry(_("Open another &fund…"), self._on_new_fund, may(env, OpenFund), "book.new_fund"),
            ),
        )
        self.heading.add(self.more)
        self.column.addWidget(self.heading)
        self.column.addLayout(top)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.buttons)
        self._fill_periods()
        self._fill_accounts()

    def show_book(self, fund: str, kind: LedgerKind, name: str | None = None) -> None:
        """Show the book of an account, a source or a purpose, of this year."""
        self.funds.set_value(fund)
        self._fill_accounts()
        self.accounts.set_value((kind, name))
        self.periods.set_value((self.env.services.store.today.year, 0))
        self.reload()

    @Slot()
    def reload(self) -> None:
        """See `Panel`."""
        kind, name = self.accounts.value()
        span = self._span()
        work = partial(self.env.services.fund.book, self.funds.value(), kind, name, span.start, span.end)
        self.read(work, self._on_book)

    @Slot()
    def print_current(self) -> None:
        """The book on paper; a source's or a purpose's stands in the detail book."""
        kind, _name = self.accounts.value()
        self._print({LedgerKind.CASH: "cashbook", LedgerKind.BANK: "bankbook"}.get(kind, "detail-book"))

    @Slot()
    def _on_detail(self) -> None:
        self._print("detail-book")

    def _print(self, paper: str) -> None:
        span = self._span()
        self.env.show_paper(paper, PaperAsk(since=span.start, until=span.end, fund=self.funds.value()))

    def _span(self) -> Period:
        year, at = self.periods.value()
        return month(year, at) if at else whole_year(year)

    def _account(self) -> Account:
        """The account whose book is shown, cash beside that of a source or a purpose."""
        kind, _name = self.accounts.value()
        return Account.BANK if kind is LedgerKind.BANK else Account.CASH

    def _fill_periods(self) -> None:
        today: date = self.env.services.store.today
        years = [Choice((year, 0), _("Year {year}").format(year=year)) for year in years_back(self.env)]
        self.periods.set_choices([*years, *months_back(self.env)])
        self.periods.set_value((today.year, 0))

    def _fill_accounts(self) -> None:
        fund, service = self.funds.value(), self.env.services.fund
        offers = [Choice((LedgerKind(account.value), None), word(ACCOUNT_TITLES, account)) for account in Account]
        for kind, words in _SIDES.items():
            offers += [
                Choice((kind, name), capital(_(words).format(name=name))) for name in service.ledgers(fund, kind)
            ]
        kept = self.accounts.value()
        self.accounts.set_choices(offers)
        if self.accounts.value() is None or kept is None:
            self.accounts.set_value((LedgerKind.CASH, None))

    @Slot(object)
    def _on_book(self, book: Book) -> None:
        self.heading.set_text(
            book.ledger.name or word(ACCOUNT_TITLES, Account(book.ledger.kind.value)),
            _("{fund}: opened with {opening}, in {came}, out {went}, closes with {closing} đồng").format(
                fund=book.ledger.fund,
                opening=vnd(book.opening_vnd),
                came=vnd(book.in_vnd),
                went=vnd(book.out_vnd),
                closing=vnd(book.closing_vnd),
            ),
        )
        self.table.set_rows(lines_of(book))

    @Slot()
    def _on_fund(self) -> None:
        self._fill_accounts()
        self.reload()

    @Slot()
    def _on_line(self) -> None:
        line = self.table.current()
        if line is None:
            return
        if line.number:
            self.env.jump(line.number)
        elif line.period is not None:
            shown = self.periods.value()
            self.periods.set_value(line.period)
            if self.periods.value() is None:
                self.periods.set_value(shown)
            self.reload()

    @Slot()
    def _on_import(self) -> None:
        BookImport(self.env, self).begin()

    @Slot()
    def _on_export(self) -> None:
        span = self._span()
        self._export.write(self.funds.value(), self._account(), ListAsk(since=span.start, until=span.end))

    @Slot()
    def _on_opening(self) -> None:
        forms.opening(self.env, self.funds.value(), self, self._account()).begin()

    @Slot()
    def _on_new_fund(self) -> None:
        dialog = forms.new_fund(self.env, self)
        dialog.saved.connect(self._on_opened_fund)
        dialog.begin()

    @Slot(object)
    def _on_opened_fund(self, name: str) -> None:
        self.funds.set_choices([Choice(each, each) for each in self.env.services.fund.funds()])
        self.funds.set_value(name)
        self._on_fund()


def lines_of(book: Book) -> Sequence[Line]:
    """The book's lines with the opening, each month's sums and what is carried over, as the paper has them."""
    lines: list[Line] = []
    if book.opening_vnd or book.lines:
        before = (book.since.year - 1, 0) if book.since.month == 1 else (book.since.year, book.since.month - 1)
        lines.append(Line(-1, day(book.since), "", _("Opening balance"), "", None, None, book.opening_vnd, before))
    so_far: list[BookLine] = []
    for (year, at), group in groupby(book.lines, key=lambda line: (line.day.year, line.day.month)):
        month_lines = list(group)
        lines += [_shown(line) for line in month_lines]
        so_far += month_lines
        balance = month_lines[-1].balance_vnd
        sums = _("Sum of month {month}").format(month=f"{at:02}/{year}")
        carried = _("Carried over since {day}").format(day=day(book.since))
        key = -(year * 100 + at) * 2
        lines.append(Line(key, "", "", sums, "", *sums_of(month_lines), balance, (year, at)))
        lines.append(Line(key - 1, "", "", carried, "", *sums_of(so_far), balance, (book.since.year, 0)))
    return lines


def _shown(line: BookLine) -> Line:
    text = f"{line.counterparty}: {line.text}" if line.counterparty else line.text
    return Line(
        line.voucher_id, day(line.day), line.number, text, line.other, line.in_vnd, line.out_vnd, line.balance_vnd
    )


def _tone(line: Line) -> Tone:
    return Tone.PLAIN if line.number else Tone.GOOD
