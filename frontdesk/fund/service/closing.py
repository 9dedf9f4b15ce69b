"""Closing and reopening the books, and counting the cash."""

from dataclasses import replace
from datetime import date, timedelta

from peewee import fn

from frontdesk.errors import RuleBroken
from frontdesk.fund.deeds.closing import (
    CLOSE_MONTH,
    CLOSE_YEAR,
    CONFIRM_CLOSING,
    COUNT_CASH,
    REOPEN,
    WITHDRAW_CLOSING,
    CloseMonth,
    CloseYear,
    ConfirmClosing,
    CountCash,
    Reopen,
    WithdrawClosing,
)
from frontdesk.fund.model import (
    CashCount,
    Closing,
    CountedNotes,
    MoneyFund,
    Opening,
    Reopening,
    Voucher,
    entered,
    in_status,
)
from frontdesk.fund.model.funds import Ledger
from frontdesk.fund.rules.checks import check_day, check_reason, check_size
from frontdesk.fund.rules.closings import (
    CashCountRow,
    ClosingRow,
    NotesRow,
    check_closable,
    check_second_person,
    closing_fields,
    parse_month,
)
from frontdesk.fund.rules.kinds import Account, ClosingState, LedgerKind, Status, VoucherKind
from frontdesk.fund.rules.people import check_year
from frontdesk.fund.rules.proof import iso
from frontdesk.fund.service.base import narrowed
from frontdesk.fund.service.entering import Entering, closed_until
from frontdesk.fund.service.posting import Posting
from frontdesk.fund.settings import DENOMINATIONS
from frontdesk.messages import _
from frontdesk.store import Change, Deed, tuples
from frontdesk.vietnamese import format_vnd, whole_year

_SERIES = "KS"
_COUNTS = "KK"


class Closings(Posting):
    """Periods closed by one and confirmed by another; the till counted."""

    def close_month(self, ask: CloseMonth) -> ClosingRow:
        """Close a fund's books up to the end of a month; from then on those days accept nothing."""
        return self._close(CLOSE_MONTH, ask.fund, parse_month(ask.month).end)

    def close_year(self, ask: CloseYear) -> ClosingRow:
        """Close a fund's books up to the end of a year."""
        check_year(ask.year, self.store.today)
        return self._close(CLOSE_YEAR, ask.fund, whole_year(ask.year).end)

    def confirm_closing(self, ask: ConfirmClosing) -> ClosingRow:
        """Confirm a closing that somebody else proposed; it is sealed."""
        with self.store.change(CONFIRM_CLOSING) as change:
            row = self.closing(ask.number)
            _check_state(row, ClosingState.CLOSED)
            session = self.store.session
            exception = check_second_person(row.closed_by, session.user, ask.exception, alone=session.alone)
            entering = Entering(change)
            confirmed = replace(
                row,
                state=ClosingState.CONFIRMED,
                confirmed_by=session.user,
                confirmed_on=change.today,
                exception=exception,
            )
            seal = entering.seal("closing", closing_fields(confirmed))
            confirmed = replace(confirmed, seal_no=seal.no, seal=seal.value)
            change.amend(
                Closing,
                row.id,
                state=confirmed.state,
                confirmed_by=confirmed.confirmed_by,
                confirmed_on=confirmed.confirmed_on,
                exception=exception,
                seal_no=seal.no,
                seal=seal.value,
            )
        return confirmed

    def withdraw_closing(self, ask: WithdrawClosing) -> ClosingRow:
        """Take back a closing that nobody has confirmed."""
        with self.store.change(WITHDRAW_CLOSING) as change:
            row = self.closing(ask.number)
            _check_state(row, ClosingState.CLOSED)
            check_reason(ask.reason)
            change.amend(Closing, row.id, state=ClosingState.WITHDRAWN, exception=ask.reason)
        return replace(row, state=ClosingState.WITHDRAWN, exception=ask.reason)

    def reopen(self, ask: Reopen) -> ClosingRow:
        """Undo the last confirmed closing of a fund; the closing, the reason and the name stay in the chain."""
        with self.store.change(REOPEN) as change:
            row = self.closing(ask.number)
            _check_state(row, ClosingState.CONFIRMED)
            check_reason(ask.reason)
            if closed_until(self._take_fund(change, row.fund)) != row.until:
                raise RuleBroken(
                    "fund.closing.not_last", _("Later days are closed too. Reopen the last closing first."), "number"
                )
            user = self.store.session.user
            seal = Entering(change).seal("reopening", [row.number, iso(change.today), ask.reason.strip(), user])
            values = {"closing_id": row.id, "day": change.today, "reason": ask.reason.strip(), "user": user}
            change.write(Reopening, {**values, "seal_no": seal.no, "seal": seal.value})
            change.amend(Closing, row.id, state=ClosingState.REOPENED)
        return replace(row, state=ClosingState.REOPENED)

    def count_cash(self, ask: CountCash) -> CashCountRow:
        """Record what was counted in the till at the end of a day beside what the book says."""
        with self.store.change(COUNT_CASH) as change:
            fund_id = self._take_fund(change, ask.fund)
            known = {int(value) for value in self.office.setting(DENOMINATIONS)}
            for notes in ask.notes:
                if notes.denomination_vnd not in known or notes.pieces < 0:
                    raise RuleBroken(
                        "fund.count.denomination",
                        _("There is no note of {amount} đồng in the settings, or its number is below zero.").format(
                            amount=format_vnd(notes.denomination_vnd)
                        ),
                        "notes",
                    )
            day = ask.day or change.today
            check_day(day, change.today, None)
            counted = sum(notes.denomination_vnd * notes.pieces for notes in ask.notes)
            check_size(counted, "notes")
            book = self.balance(ask.fund, Account.CASH, day)
            if counted != book and not (ask.reason or "").strip():
                raise RuleBroken(
                    "fund.count.difference",
                    _("Counted {counted} đồng, the book says {book}. Count again, or say why they differ.").format(
                        counted=format_vnd(counted), book=format_vnd(book)
                    ),
                    "reason",
                )
            number = change.number(CashCount, _COUNTS, day.year)
            values = {"number": number, "fund_id": fund_id, "day": day, "book_vnd": book, "counted_vnd": counted}
            count_id = change.write(
                CashCount,
                {**values, "reason": ask.reason, "witnesses": ask.witnesses, "user": self.store.session.user},
            )
            for notes in ask.notes:
                change.write(CountedNotes, notes, count_id=count_id)
        return self.cash_count(number)

    def closing(self, number: str) -> ClosingRow:
        """The closing with this number."""
        found = next(iter(self._closings(Closing.number == number.strip().upper())), None)
        if found is None:
            raise RuleBroken("fund.closing.unknown", _("There is no closing {number}.").format(number=number), "number")
        return found

    def closings(self, fund: str | None = None) -> list[ClosingRow]:
        """The closings of a fund (None: of all), newest first."""
        return self._closings(Closing.fund == (self._fund_id(fund) or 0)) if fund else self._closings()

    def closed_until(self, fund: str | None = None) -> date | None:
        """The last closed day of a fund, None when its books are open."""
        fund_id = self._fund_id(fund)
        return None if fund_id is None else closed_until(fund_id)

    def cash_count(self, number: str) -> CashCountRow:
        """The count with this number."""
        found = next((row for row in self.cash_counts() if row.number == number.strip().upper()), None)
        if found is None:
            raise RuleBroken("fund.count.unknown", _("There is no count {number}.").format(number=number), "number")
        notes = CountedNotes.select(CountedNotes.denomination_vnd, CountedNotes.pieces)
        counted = tuples(notes.where(CountedNotes.count == found.id).order_by(CountedNotes.denomination_vnd.desc()))
        return replace(found, notes=tuple(NotesRow(*values) for values in counted))

    def cash_counts(self) -> list[CashCountRow]:
        """All counts without their notes, newest first."""
        names = ("day", "book_vnd", "counted_vnd", "reason", "witnesses", "user")
        columns = (CashCount.id, CashCount.number, MoneyFund.name, *(getattr(CashCount, name) for name in names))
        query = CashCount.select(*columns).join(MoneyFund).order_by(CashCount.id.desc())
        return [CashCountRow(*values) for values in tuples(query)]

    def _closings(self, *conditions: object) -> list[ClosingRow]:
        names = (
            "since", "until", "cash_vnd", "bank_vnd", "in_vnd", "out_vnd", "state", "closed_by", "closed_on",
            "confirmed_by", "confirmed_on", "exception", "seal_no", "seal",
        )  # fmt: skip
        columns = (Closing.id, Closing.number, MoneyFund.name, *(getattr(Closing, name) for name in names))
        query = narrowed(Closing.select(*columns).join(MoneyFund), conditions).order_by(Closing.id.desc())
        return [ClosingRow(*(*values[:9], ClosingState(values[9]), *values[10:])) for values in tuples(query)]

    def _close(self, deed: Deed, fund: str | None, until: date) -> ClosingRow:
        with self.store.change(deed) as change:
            fund_id = self._take_fund(change, fund)
            closed = closed_until(fund_id)
            drafts = Voucher.select(Voucher.draft).where(
                Voucher.fund == fund_id, in_status(Status.DRAFT.value), Voucher.day <= until
            )
            check_closable(until, change.today, closed, [draft for (draft,) in tuples(drafts)])
            since = closed + timedelta(days=1) if closed else self._first_day(fund_id, until)
            number = self._write_closing(change, fund_id, fund, since, until)
        return self.closing(number)

    def _write_closing(self, change: Change, fund_id: int, fund: str | None, since: date, until: date) -> str:
        number = change.number(Closing, _SERIES, until.year)
        name = self._fund_name(fund)
        change.write(
            Closing,
            {
                "number": number,
                "fund_id": fund_id,
                "since": since,
                "until": until,
                "cash_vnd": self.balance(name, Account.CASH, until),
                "bank_vnd": self.balance(name, Account.BANK, until),
                "in_vnd": turnover(fund_id, VoucherKind.RECEIPT, since, until),
                "out_vnd": turnover(fund_id, VoucherKind.PAYMENT, since, until),
                "state": ClosingState.CLOSED,
                "closed_by": self.store.session.user,
                "closed_on": change.today,
            },
        )
        return number

    def _first_day(self, fund_id: int, until: date) -> date:
        """The first day anything stands in a fund's books, the first of the month when nothing does."""
        posted = Voucher.select(fn.MIN(Voucher.day)).where(Voucher.fund == fund_id, Voucher.seal_no.is_null(False))
        opened = Opening.select(fn.MIN(Opening.day)).join(Ledger).where(Ledger.fund == fund_id)
        days = [date.fromisoformat(str(day)) for query in (posted, opened) for (day,) in tuples(query) if day]
        return min([*days, until.replace(day=1)])


def turnover(fund_id: int, kind: VoucherKind, since: date, until: date) -> int:
    """What a fund received (RECEIPT) or paid out (PAYMENT) from one day to another; transfers are neither."""
    side = Voucher.credit if kind is VoucherKind.RECEIPT else Voucher.debit
    other = LedgerKind.SOURCE if kind is VoucherKind.RECEIPT else LedgerKind.PURPOSE
    query = (
        Voucher.select(fn.COALESCE(fn.SUM(Voucher.amount_vnd), 0))
        .join(Ledger, on=side == Ledger.id)
        .where(Ledger.fund == fund_id, Ledger.kind == other.value, Voucher.day.between(since, until), entered())
    )
    return int(next(tuples(query))[0])


def _check_state(row: ClosingRow, wanted: ClosingState) -> None:
    if row.state is not wanted:
        raise RuleBroken(
            "fund.closing.state",
            _("{number} is not waiting to be confirmed.").format(number=row.number)
            if wanted is ClosingState.CLOSED
            else _("{number} is not a confirmed closing.").format(number=row.number),
            "number",
        )
