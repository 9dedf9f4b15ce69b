"""The bank's statement beside the book of the bank account."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from peewee import JOIN

from frontdesk.errors import RuleBroken
from frontdesk.fund import statement_sheet
from frontdesk.fund.deeds.closing import MATCH_LINE, RECONCILE, MatchLine, Reconcile
from frontdesk.fund.model import BankStatement, Ledger, MoneyFund, StatementLine, Voucher
from frontdesk.fund.rules.closings import BookEntry, StatementEntry, match_statement
from frontdesk.fund.rules.kinds import LedgerKind
from frontdesk.fund.service.distributions import Distributions
from frontdesk.fund.settings import MATCH_DAYS
from frontdesk.messages import _
from frontdesk.office import ImportAsk
from frontdesk.store import tuples

_SERIES: Final = "DC"


@dataclass(frozen=True)
class StatementRow:
    """A reconciliation. Statement − unmatched lines + unmatched vouchers = book, or there is a fault to look for."""

    id: int
    number: str
    fund: str
    since: date
    until: date
    closing_vnd: int | None
    book_vnd: int
    lines: tuple[tuple[int, StatementEntry, str | None, bool], ...]
    only_in_book: tuple[BookEntry, ...]

    @property
    def unmatched(self) -> tuple[StatementEntry, ...]:
        """What the bank shows and the book does not."""
        return tuple(entry for _position, entry, _voucher, settled in self.lines if not settled)

    @property
    def unexplained_vnd(self) -> int | None:
        """What the lines that are in one of the two only do not explain; None without the bank's balance.

        A line that was said to need no voucher stands in the bank's books only, as one does that waits for its voucher.
        """
        if self.closing_vnd is None:
            return None
        bank = sum(entry.amount_vnd for _position, entry, voucher, _settled in self.lines if voucher is None)
        book = sum(entry.amount_vnd for entry in self.only_in_book)
        return self.closing_vnd - bank + book - self.book_vnd


class Statements(Distributions):
    """Bank reconciliation."""

    def reconcile(self, ask: Reconcile) -> StatementRow:
        """Read a statement and match its lines with the vouchers of the bank account by amount and day."""
        entries = statement_sheet.read_statement(ImportAsk(Path(ask.file)), self.store.today)
        if not entries:
            raise RuleBroken("fund.statement.empty", _("The statement has no lines."), "file")
        with self.store.change(RECONCILE) as change:
            fund_id = self._take_fund(change, ask.fund)
            ledger_id = self._take_ledger(change, fund_id, LedgerKind.BANK)
            since, until = min(entry.day for entry in entries), max(entry.day for entry in entries)
            within = int(self.office.setting(MATCH_DAYS))
            book = self._bank_lines(ask.fund, since - timedelta(days=within), until)
            taken = _matched()
            matched = match_statement(entries, [line for line in book if line.voucher_id not in taken], within)
            number = change.number(BankStatement, _SERIES, until.year)
            closing = next((entry.balance_vnd for entry in reversed(entries) if entry.balance_vnd is not None), None)
            statement_id = change.write(
                BankStatement,
                {
                    "number": number,
                    "ledger_id": ledger_id,
                    "since": since,
                    "until": until,
                    "closing_vnd": closing,
                    "book_vnd": self._balance_of(ledger_id, until),
                    "user": self.store.session.user,
                },
            )
            for entry in entries:
                found = matched.get(entry.row)
                line = {"day": entry.day, "amount_vnd": entry.amount_vnd, "text": entry.text, "settled": bool(found)}
                voucher_id = found.voucher_id if found else None
                change.write(StatementLine, {"statement_id": statement_id, "voucher_id": voucher_id, **line})
        return self.statement(number)

    def match_line(self, ask: MatchLine) -> StatementRow:
        """Say by hand which voucher a line stands for, or why it needs none."""
        with self.store.change(MATCH_LINE) as change:
            row = self.statement(ask.number)
            if not 1 <= ask.line <= len(row.lines):
                raise RuleBroken("fund.statement.line", _("There is no line {line}.").format(line=ask.line), "line")
            named = Voucher.get_or_none(Voucher.number == ask.voucher.strip().upper())
            lines = StatementLine.select(StatementLine.id).where(StatementLine.statement == row.id)
            ids = [line_id for (line_id,) in tuples(lines.order_by(StatementLine.id))]
            entry = row.lines[ask.line - 1][1]
            text = entry.text if named else f"{entry.text} ({ask.voucher.strip()})"
            voucher_id = named.id if named else None
            change.amend(StatementLine, ids[ask.line - 1], settled=True, voucher_id=voucher_id, text=text)
        return self.statement(ask.number)

    def statements(self) -> list[StatementRow]:
        """All reconciliations, newest first."""
        query = BankStatement.select(BankStatement.number).order_by(BankStatement.id.desc())
        return [self.statement(number) for (number,) in tuples(query)]

    def statement(self, number: str) -> StatementRow:
        """The reconciliation with this number: lines by position, with their vouchers, and what is only in the book."""
        head = (BankStatement.since, BankStatement.until, BankStatement.closing_vnd, BankStatement.book_vnd)
        query = BankStatement.select(BankStatement.id, BankStatement.number, MoneyFund.name, *head)
        named = query.join(Ledger).join(MoneyFund).where(BankStatement.number == number.strip().upper())
        found = next(tuples(named), None)
        if found is None:
            raise RuleBroken(
                "fund.statement.unknown", _("There is no reconciliation {number}.").format(number=number), "number"
            )
        columns = (StatementLine.day, StatementLine.amount_vnd, StatementLine.text, Voucher.number)
        kept = StatementLine.select(*columns, StatementLine.settled, StatementLine.voucher)
        kept = kept.join(Voucher, JOIN.LEFT_OUTER).where(StatementLine.statement == found[0]).order_by(StatementLine.id)
        lines, used = [], set()
        for position, (day, amount, text, voucher, settled, voucher_id) in enumerate(tuples(kept), 1):
            lines.append((position, StatementEntry(position, day, amount, text), voucher, bool(settled)))
            used.add(voucher_id)
        book = self._bank_lines(found[2], found[3], found[4])
        only_in_book = tuple(line for line in book if line.voucher_id not in used)
        return StatementRow(*(*found, tuple(lines), only_in_book))

    def _bank_lines(self, fund: str | None, since: date, until: date) -> list[BookEntry]:
        book = self.book(fund, LedgerKind.BANK, None, since, until)
        return [
            BookEntry(line.voucher_id, line.number, line.day, (line.in_vnd or 0) - (line.out_vnd or 0), line.text)
            for line in book.lines
        ]


def _matched() -> set[int]:
    """The vouchers that a line of some statement stands for already."""
    query = StatementLine.select(StatementLine.voucher).where(StatementLine.voucher.is_null(False))
    return {voucher_id for (voucher_id,) in tuples(query)}
