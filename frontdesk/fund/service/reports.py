"""What came in and went out, by source, purpose, month and day, drawn from the vouchers each time."""

from datetime import date
from typing import Final

from peewee import JOIN, fn

from frontdesk.fund.model import Donor, Ledger, Pledge, Voucher, entered
from frontdesk.fund.rules.kinds import Account, ClosingState, Consent, LedgerKind, VoucherKind
from frontdesk.fund.rules.people import public_name
from frontdesk.fund.rules.reports import Advice, Campaign, FundReport, GiftLine, Sum
from frontdesk.fund.service.statements import Statements
from frontdesk.fund.settings import CAMPAIGN_FROM, CAMPAIGN_TO, CASH_LIMIT
from frontdesk.messages import _
from frontdesk.store import tuples
from frontdesk.vietnamese import format_vnd, short_date

_SIDES: Final = {
    LedgerKind.SOURCE: (Voucher.credit, VoucherKind.RECEIPT),
    LedgerKind.PURPOSE: (Voucher.debit, VoucherKind.PAYMENT),
}


class Reports(Statements):
    """Figures."""

    def report(self, fund: str | None, since: date, until: date) -> FundReport:
        """What a fund received and paid from one day to another, and what it holds."""
        ledgers = {account: self._ledger_id(fund, LedgerKind(account.value)) for account in Account}
        held = {account: self._held_at(ledger, until) for account, ledger in ledgers.items()}
        goods = self._goods_values(fund, since, until)
        return FundReport(
            self._fund_name(fund),
            since,
            until,
            sum(self._held_before(ledger, since) for ledger in ledgers.values() if ledger is not None),
            self.sums(fund, LedgerKind.SOURCE, since, until),
            self.sums(fund, LedgerKind.PURPOSE, since, until),
            held[Account.CASH],
            held[Account.BANK],
            self.held(fund, until),
            goods.get(VoucherKind.GIFT_IN.value, 0),
            goods.get(VoucherKind.GIFT_OUT.value, 0),
            self.fingerprint(),
        )

    def sums(self, fund: str | None, kind: LedgerKind, since: date, until: date) -> tuple[Sum, ...]:
        """What came from each source or went to each purpose, the largest first."""
        side, _voucher_kind = _SIDES[kind]
        total = fn.SUM(Voucher.amount_vnd)
        named = Ledger.select(Ledger.id, Ledger.name)
        names = dict(tuples(named.where(Ledger.fund == (self._fund_id(fund) or 0), Ledger.kind == kind.value)))
        query = (
            Voucher.select(side, total, fn.COUNT(Voucher.id))
            .where(side.in_(list(names)), Voucher.day.between(since, until), entered())
            .group_by(side)
            .order_by(total.desc(), side)
        )
        return tuple(Sum(names[ledger_id], amount, count) for ledger_id, amount, count in tuples(query))

    def by_month(self, fund: str | None, year: int) -> list[tuple[int, int, int]]:
        """What a fund received and paid in each month of a year: month, in, out."""
        moved = {LedgerKind.SOURCE: [0] * 13, LedgerKind.PURPOSE: [0] * 13}
        month = fn.SUBSTR(Voucher.day, 6, 2)
        for kind, (side, _voucher_kind) in _SIDES.items():
            query = (
                Voucher.select(month, fn.SUM(Voucher.amount_vnd))
                .join(Ledger, on=side == Ledger.id)
                .where(Ledger.fund == (self._fund_id(fund) or 0), Ledger.kind == kind.value)
                .where(Voucher.day.between(date(year, 1, 1), date(year, 12, 31)), entered())
                .group_by(month)
            )
            for number, amount in tuples(query):
                moved[kind][int(number)] = amount
        return [(each, moved[LedgerKind.SOURCE][each], moved[LedgerKind.PURPOSE][each]) for each in range(1, 13)]

    def gifts(self, fund: str | None, since: date, until: date) -> list[GiftLine]:
        """The gifts of a fund as the public may read them, each donor named as they consented.

        A receipt reversed within these days is left out with its reversal; the sum is that of the report.
        """
        source, original, reversal = Ledger.alias(), Voucher.alias(), Voucher.alias()
        columns = (Voucher.day, Voucher.number, Voucher.counterparty, Voucher.text, Voucher.amount_vnd)
        query = (
            Voucher.select(*columns, Donor.name, Donor.consent)
            .join(source, on=Voucher.credit == source.id)
            .join_from(Voucher, Donor, JOIN.LEFT_OUTER, on=Voucher.donor == Donor.id)
            .join_from(Voucher, original, JOIN.LEFT_OUTER, on=Voucher.reverses == original.id)
            .join_from(Voucher, reversal, JOIN.LEFT_OUTER, on=reversal.reverses == Voucher.id)
            .where(source.kind == LedgerKind.SOURCE.value, Voucher.fund == (self._fund_id(fund) or 0))
            .where(Voucher.day.between(since, until), Voucher.seal_no.is_null(False))
            .where(original.id.is_null() | (original.day < since))
            .where(reversal.id.is_null() | (reversal.day > until))
            .order_by(Voucher.day, Voucher.seal_no)
        )
        standing = self.standing_consent()
        lines = []
        for day, number, counterparty, text, amount, name, consent in tuples(query):
            chosen = Consent(consent) if consent else standing
            shown = public_name(name or counterparty, chosen) if name or counterparty else ""
            lines.append(GiftLine(day, number, shown, text if chosen is Consent.SHOWN else "", amount))
        return lines

    def campaign(self, fund: str | None, year: int) -> Campaign:
        """The campaign month of a year, 17/10 to 18/11 unless the office says otherwise."""
        since, until = (_day_of(self.office.setting(spec), year) for spec in (CAMPAIGN_FROM, CAMPAIGN_TO))
        fund_id = self._fund_id(fund) or 0
        pledged = sum(
            row.amount_vnd
            for row in self.pledges(Pledge.fund == fund_id, Pledge.day.between(since, until))
            if row.ended is None
        )
        sums = {kind: self.sums(fund, kind, since, until) for kind in (LedgerKind.SOURCE, LedgerKind.PURPOSE)}
        came, went = (sum(each.amount_vnd for each in found) for found in sums.values())
        return Campaign(since, until, pledged, came, went)

    def on_its_way(self, fund: str | None) -> int:
        """What left one account by a book that was read in and came to the other by none; below zero: the other way."""
        if self._ledger_id(fund, LedgerKind.TRANSIT) is None:
            return 0
        return self.book(fund, LedgerKind.TRANSIT, None, date.min, self.store.today).closing_vnd

    def advice(self, fund: str | None = None) -> list[Advice]:
        """What should be looked at: too much cash in the till, half a transfer, late pledges, closings to confirm."""
        limit = int(self.office.setting(CASH_LIMIT))
        cash = self.balance(fund, Account.CASH)
        found = []
        if cash > limit:
            text = _("The till holds {cash} đồng, more than {limit}: take some to the bank.")
            found.append(Advice(text.format(cash=format_vnd(cash), limit=format_vnd(limit))))
        if half := self.on_its_way(fund):
            text = _(
                "Transfers of {amount} đồng stand in the book of one account only: read in the book of the other too."
            )
            found.append(Advice(text.format(amount=format_vnd(abs(half)))))
        for pledge in self.pledges(Pledge.due < self.store.today):
            if pledge.open_vnd:
                text = _("{donor} pledged {amount} đồng more, which was due on {day}.")
                values = {"donor": pledge.donor, "amount": format_vnd(pledge.open_vnd)}
                found.append(Advice(text.format(**values, day=short_date(pledge.due or pledge.day)), pledge.number))
        for closing in self.closings():
            if closing.state is ClosingState.CLOSED:
                text = _("The books up to {day} wait to be confirmed by a second person.")
                found.append(Advice(text.format(day=short_date(closing.until)), closing.number))
        return found

    def _goods_values(self, fund: str | None, since: date, until: date) -> dict[str, int]:
        """The estimated value of gifts in kind received and handed out, apart from money."""
        query = (
            Voucher.select(Voucher.kind, fn.SUM(Voucher.amount_vnd))
            .where(Voucher.fund == (self._fund_id(fund) or 0), Voucher.debit.is_null(True))
            .where(Voucher.day.between(since, until), Voucher.seal_no.is_null(False))
            .group_by(Voucher.kind)
        )
        return {kind: amount or 0 for kind, amount in tuples(query)}

    def _held_at(self, ledger_id: int | None, day: date) -> int:
        return 0 if ledger_id is None else self._balance_of(ledger_id, day)


def _day_of(text: str, year: int) -> date:
    """The day "17/10" of a year; 1 January where the setting is no day."""
    try:
        day, month = (int(part) for part in text.split("/"))
        return date(year, month, day)
    except ValueError:
        return date(year, 1, 1)
