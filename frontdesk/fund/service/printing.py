"""From numbers and periods to papers."""

from collections.abc import Callable
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Final

from frontdesk.errors import RuleBroken
from frontdesk.fund.model import GoodsLine, Item, Voucher
from frontdesk.fund.papers import books, houses, letters, lists, reports, vouchers
from frontdesk.fund.papers.books import StockBook, StockLine
from frontdesk.fund.papers.frame import Frame
from frontdesk.fund.rules.kinds import Account, LedgerKind, VoucherKind
from frontdesk.fund.rules.rows import VoucherRow
from frontdesk.fund.service.reports import Reports
from frontdesk.fund.settings import BUDGET_CODE, COPIES, DENOMINATIONS
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from frontdesk.office.settings import ADDRESS
from frontdesk.paper import Letterhead, Paper
from frontdesk.store import tuples
from frontdesk.vietnamese import Period, from_to, month, quarter, whole_year

_GIFTS: Final = (VoucherKind.RECEIPT, VoucherKind.GIFT_IN)


class Printing(Reports):
    """Every paper of the fund. Printing writes nothing and takes no number."""

    def paper(self, kind: str, ask: PaperAsk) -> Paper:
        """The paper of a kind, one of PAPERS."""
        makers: dict[str, Callable[[PaperAsk], Paper]] = {
            "voucher": self._voucher_paper,
            "cashbook": lambda asked: self._book_paper(asked, LedgerKind.CASH),
            "bankbook": lambda asked: self._book_paper(asked, LedgerKind.BANK),
            "detail-book": self._detail_paper,
            "goods-book": self._goods_paper,
            "cash-count": self._count_paper,
            "distribution": lambda asked: lists.distribution_paper(self.distribution(_number(asked)), self._frame()),
            "house-papers": self._house_paper,
            "thanks": self._thanks_paper,
            "acknowledgement": self._acknowledgement_paper,
            "disclosure": self._disclosure_paper,
            "fund-report": self._report_paper,
        }
        return makers[kind](ask)

    def _frame(self) -> Frame:
        office = self.office
        return Frame(
            unit=office.issuer_lines(fund=True),
            address=office.setting(ADDRESS),
            budget_code=office.setting(BUDGET_CODE),
            place=office.place(),
            commune=office.commune().name,
            author=office.author(),
            head=office.signer("fund"),
            accountant=office.signer("accountant"),
            treasurer=office.signer("treasurer"),
            preparer=office.signer("preparer"),
            fingerprint=self.fingerprint(),
        )

    def _span(self, ask: PaperAsk) -> Period:
        """The days a paper covers: from the beginning of the year to today, where nothing else was said."""
        until = ask.until or self.store.today
        since = ask.since or date(until.year, 1, 1)
        if since > until:
            raise RuleBroken("fund.paper.days", _("The first day comes after the last one."), "since")
        return _named(since, until)

    def _voucher_paper(self, ask: PaperAsk) -> Paper:
        return vouchers.voucher_paper(self.voucher(_number(ask)), self._frame(), int(self.office.setting(COPIES)))

    def _book_paper(self, ask: PaperAsk, kind: LedgerKind) -> Paper:
        span = self._span(ask)
        return books.cash_book(self.book(ask.fund, kind, None, span.start, span.end), self._frame())

    def _detail_paper(self, ask: PaperAsk) -> Paper:
        span = self._span(ask)
        found = [
            self.book(ask.fund, kind, name, span.start, span.end)
            for kind in (LedgerKind.SOURCE, LedgerKind.PURPOSE)
            for name in self.ledgers(ask.fund, kind)
        ]
        return books.detail_books(found, self._fund_name(ask.fund), self._frame(), span.start, span.end)

    def _goods_paper(self, ask: PaperAsk) -> Paper:
        span = self._span(ask)
        found = self._stock_books(ask.fund, span)
        return books.goods_book(found, self._fund_name(ask.fund), self._frame(), span.start, span.end)

    def _stock_books(self, fund: str | None, span: Period) -> list[StockBook]:
        query = (
            GoodsLine.select(
                Item.name, Item.unit, Voucher.day, Voucher.number, Voucher.text, Voucher.kind, GoodsLine.quantity,
                GoodsLine.unit_vnd,
            )
            .join(Voucher)
            .switch(GoodsLine)
            .join(Item)
            .where(Voucher.fund == (self._fund_id(fund) or 0), Voucher.seal_no.is_null(False))
            .where(Voucher.day <= span.end)
            .order_by(Item.id, Voucher.day, Voucher.seal_no, GoodsLine.id)
        )  # fmt: skip
        found = []
        for (item, unit), rows in groupby(tuples(query), key=itemgetter(0, 1)):
            left, opening, lines = 0, 0, []
            for _item, _unit, day, number, text, kind, quantity, unit_vnd in rows:
                moved = -quantity if kind == VoucherKind.GIFT_OUT.value else quantity
                left += moved
                if day < span.start:
                    opening = left
                else:
                    lines.append(StockLine(day, number, text, moved, left, abs(quantity) * unit_vnd))
            found.append(StockBook(item, unit, opening, tuple(lines)))
        return found

    def _count_paper(self, ask: PaperAsk) -> Paper:
        row = self.cash_count(ask.number) if ask.number else None
        fund = row.fund if row else self._fund_name(ask.fund)
        day = row.day if row else self.store.today
        book = row.book_vnd if row else self.balance(fund, Account.CASH, day)
        known = [int(value) for value in self.office.setting(DENOMINATIONS)]
        return lists.cash_count_paper(row, fund, known, book, day, self._frame())

    def _house_paper(self, ask: PaperAsk) -> Paper:
        row = self.house(_number(ask))

        def head(kind: str, day: date | None, number: str | None = None) -> Letterhead:
            symbol = self.office.symbol(kind, fund=True) if kind else ""
            own = number if number and kind and number.endswith(symbol) else None
            return self.office.letterhead(symbol, own, day, fund=True)

        return houses.house_papers(row, self.household(row.household).citizen_id, head, self._frame())

    def _thanks_paper(self, ask: PaperAsk) -> Paper:
        row = self._gift(ask)
        head = self.office.letterhead(self.office.symbol("", fund=True), None, None, fund=True)
        return letters.thanks_paper(row, head, self._frame())

    def _acknowledgement_paper(self, ask: PaperAsk) -> Paper:
        row = self._gift(ask)
        head = self.office.letterhead(self.office.symbol("", fund=True), None, None, fund=True)
        return letters.acknowledgement_paper(row, head, self._frame())

    def _gift(self, ask: PaperAsk) -> VoucherRow:
        row = self.voucher(_number(ask))
        if row.kind not in _GIFTS:
            raise RuleBroken("fund.paper.no_gift", _("{number} is no gift.").format(number=ask.number), "number")
        return row

    def _disclosure_paper(self, ask: PaperAsk) -> Paper:
        span = self._span(ask)
        report = self.report(ask.fund, span.start, span.end)
        return reports.disclosure_paper(report, self.gifts(ask.fund, span.start, span.end), span, self._frame())

    def _report_paper(self, ask: PaperAsk) -> Paper:
        span = self._span(ask)
        report = self.report(ask.fund, span.start, span.end)
        head = self.office.letterhead(self.office.symbol("BC", fund=True), None, None, fund=True)
        moved = [
            each for each in self.by_month(ask.fund, span.end.year) if span.start.month <= each[0] <= span.end.month
        ]
        return reports.report_paper(report, moved, span, head, self._frame())


def _number(ask: PaperAsk) -> str:
    if not ask.number:
        raise RuleBroken("fund.paper.no_number", _("Say which one to print, by its number."), "number")
    return ask.number


def _named(since: date, until: date) -> Period:
    """The days by the name papers give them: a month, a quarter, a year, or from … to …."""
    year, number = since.year, since.month
    candidates = (whole_year(year), quarter(year, (number + 2) // 3), month(year, number))
    exact = (each for each in candidates if (each.start, each.end) == (since, until))
    return next(exact, from_to(since, until))
