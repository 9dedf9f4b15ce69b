"""A cash book kept elsewhere comes in whole or not at all, and goes out as it would come in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeAlias

from frontdesk.fund import sheets
from frontdesk.fund.deeds.vouchers import IMPORT
from frontdesk.fund.model import DayTotal, Voucher
from frontdesk.fund.rules.cashbook import BadLine, CashBook, CashLine, goes_on, verify
from frontdesk.fund.rules.checks import lowest_from
from frontdesk.fund.rules.kinds import SERIES, Account, LedgerKind, Status, VoucherKind
from frontdesk.fund.rules.proof import voucher_fields
from frontdesk.fund.rules.rows import VoucherRow
from frontdesk.fund.rules.sides import Entry
from frontdesk.fund.service.entering import Entering, closed_until, opening_of, side_of
from frontdesk.fund.service.posting import Posting, columns_of
from frontdesk.messages import _
from frontdesk.office import ImportAsk, ListAsk
from frontdesk.sheet import ImportReport, Outcome, Recognised, RowOutcome, uncollected
from frontdesk.store import Change, tuples
from frontdesk.vietnamese import format_vnd, nfc, short_date

Side: TypeAlias = tuple[LedgerKind, str]
_FIRST_DAY: Final = date(1900, 1, 1)


@dataclass
class _Known:
    """A voucher that stands in the books already, for a line of the sheet to be recognised in."""

    net_vnd: int
    names: frozenset[str]
    text: str
    used: bool = False

    def is_meant(self, line: CashLine) -> bool:
        """Whether `line` is this voucher: same number in its book, else the same words where neither has one."""
        if self.used or self.net_vnd != line.net_vnd:
            return False
        return line.number.upper() in self.names if line.number else "" in self.names and self.text == nfc(line.text)


@dataclass(frozen=True)
class _Target:
    """The account a book is read into; ids are None while it was never used."""

    fund: str
    account: Account
    fund_id: int | None
    ledger_id: int | None


class Importing(Posting):
    """Sheets in and out."""

    @uncollected()
    def import_sheet(self, ask: ImportAsk) -> ImportReport:
        """Read a cash book in, whole or not at all.

        Its vouchers are history: posted at once, approvals not asked, their own numbers kept as `book_number`. Lines
        that stand in the books already (same day, number and amount) stay unchanged.
        """
        today = self.store.today
        recognised = sheets.read_book(ask)
        entries, faults, ignored, notes = _whole_book(recognised, today, Account(ask.account or Account.CASH))
        book, disagreements = verify(entries)
        target = self._target(ask)
        known = self._known(target, book)
        fresh = [line for line in book.lines if not _recognised(known, line)]
        faults += [*disagreements, *self._misfits(target, book, fresh)]
        if faults:
            return _refusal(book, faults, ignored, notes)
        if not ask.dry_run and (fresh or self._opening_is_new(target, book)):
            with self.store.change(IMPORT) as change:
                self._enter_book(change, target, book, fresh)
        new = {line.row for line in fresh}
        outcomes = [
            RowOutcome(Outcome.ADDED if line.row in new else Outcome.UNCHANGED, line.row, line.text)
            for line in book.lines
        ]
        return ImportReport(sorted([*outcomes, *ignored], key=lambda outcome: outcome.row), notes)

    def export_sheet(self, path: Path, ask: ListAsk, fund: str | None = None, account: str | None = None) -> None:
        """Write the book of an account (None: cash) as the sheet that `import_sheet` takes back unchanged."""
        kept = Account(account or Account.CASH)
        since, until = ask.since or _FIRST_DAY, ask.until or self.store.today
        book = self.book(fund, LedgerKind(kept.value), None, since, until)
        name = "TIỀN MẶT" if kept is Account.CASH else "TIỀN GỬI"
        sheets.write_book(path, book, f"SỔ {name} - QUỸ “{book.ledger.fund.upper()}”")

    def _target(self, ask: ImportAsk) -> _Target:
        account = Account(ask.account or Account.CASH)
        ledger_id = self._ledger_id(ask.fund, LedgerKind(account.value))
        return _Target(self._fund_name(ask.fund), account, self._fund_id(ask.fund), ledger_id)

    def _known(self, target: _Target, book: CashBook) -> dict[date, list[_Known]]:
        """The posted vouchers of the account on the days of the book."""
        if target.ledger_id is None or not book.lines:
            return {}
        days = [line.day for line in book.lines]
        shown = self.book(target.fund, LedgerKind(target.account.value), None, min(days), max(days))
        known: dict[date, list[_Known]] = {}
        for line in shown.lines:
            names = frozenset({(line.book_number or "").upper(), line.number.upper()})
            net = (line.in_vnd or 0) - (line.out_vnd or 0)
            known.setdefault(line.day, []).append(_Known(net, names, line.text))
        return known

    def _opening_is_new(self, target: _Target, book: CashBook) -> bool:
        """Whether the book's opening line is to become the account's opening balance."""
        if book.opening_row is None or not book.opening_vnd:
            return False
        return target.ledger_id is None or not self._is_used(target.ledger_id)

    def _is_used(self, ledger_id: int) -> bool:
        named = (Voucher.debit == ledger_id) | (Voucher.credit == ledger_id)
        moved = Voucher.select(Voucher.id).where(named, Voucher.seal_no.is_null(False))
        return opening_of(ledger_id) is not None or bool(moved.exists())

    def _misfits(self, target: _Target, book: CashBook, fresh: Sequence[CashLine]) -> list[BadLine]:
        """What of a book that agrees with itself does not agree with the office's books."""
        faults = []
        today = self.store.today
        closed = closed_until(target.fund_id) if target.fund_id is not None else None
        for line in fresh:
            if line.day > today:
                faults.append(
                    BadLine(line.row, line.text, _("{day} has not come yet").format(day=short_date(line.day)))
                )
            elif closed is not None and line.day <= closed:
                faults.append(
                    BadLine(line.row, line.text, _("the books are closed up to {day}").format(day=short_date(closed)))
                )
        faults += self._opening_misfits(target, book)
        return faults or self._shortfalls(target, book, fresh)

    def _opening_misfits(self, target: _Target, book: CashBook) -> list[BadLine]:
        if not book.lines or book.opening_vnd is None or self._opening_is_new(target, book):
            return []
        first = min(line.day for line in book.lines)
        there = self._opening_there(target, first)
        if there == book.opening_vnd:
            return []
        return [
            BadLine(
                book.opening_row or book.lines[0].row,
                "",
                _("the book opens with {said} đồng, but the account held {there} đồng before {day}").format(
                    said=format_vnd(book.opening_vnd), there=format_vnd(there), day=short_date(first)
                ),
            )
        ]

    def _opening_there(self, target: _Target, first: date) -> int:
        """What the account holds before the first line of the book."""
        if target.ledger_id is None:
            return 0
        return self._held_before(target.ledger_id, first)

    def _shortfalls(self, target: _Target, book: CashBook, fresh: Sequence[CashLine]) -> list[BadLine]:
        """The day on which the account would fall below zero, by the last line that takes it there."""
        if not fresh:
            return []
        first = min(line.day for line in fresh)
        moves = [(line.day, line.net_vnd) for line in fresh]
        base = book.opening_vnd or 0
        if target.ledger_id is not None and self._is_used(target.ledger_id):
            base = self._opening_there(target, first)
            moves += _moves_of(target.ledger_id, first)
        least = lowest_from(moves, base, first)
        if least.balance_vnd >= 0:
            return []
        guilty = [line for line in fresh if line.day <= least.day and line.out_vnd] or list(fresh)
        return [
            BadLine(
                guilty[-1].row,
                guilty[-1].text,
                _("the account would be {missing} đồng below zero on {day}").format(
                    missing=format_vnd(-least.balance_vnd), day=short_date(least.day)
                ),
            )
        ]

    def _enter_book(self, change: Change, target: _Target, book: CashBook, fresh: Sequence[CashLine]) -> None:
        entering = Entering(change)
        fund_id = self._take_fund(change, target.fund)
        is_new = self._opening_is_new(target, book)
        ledger_id = self._take_ledger(change, fund_id, LedgerKind(target.account.value))
        if is_new:
            first = min((line.day for line in book.lines), default=change.today)
            where = (target.fund, target.account)
            self._enter_opening(change, entering, where, ledger_id, first, book.opening_vnd or 0)
        # Before the first row is made, for nothing may be written in between.
        others = {key: self._take_ledger(change, fund_id, *key) for key in dict.fromkeys(map(_other_side, fresh))}
        sides = {ledger: side_of(ledger) for ledger in (ledger_id, *others.values())}
        user = self.store.session.user

        def entered(line: CashLine) -> dict[str, Any]:
            other_id = others[_other_side(line)]
            debit_id, credit_id = (ledger_id, other_id) if line.in_vnd else (other_id, ledger_id)
            kind = _kind_of(line)
            number = change.number(SERIES[kind], line.day.year)
            row = _history(line, kind, number, (sides[debit_id], sides[credit_id]), target.fund, user)
            seal = entering.seal("voucher", voucher_fields(row))
            moved = (ledger_id, None) if line.in_vnd else (None, ledger_id)
            entering.move(moved[0], moved[1], line.day, line.in_vnd or line.out_vnd)
            ids = {"fund_id": fund_id, "debit_id": debit_id, "credit_id": credit_id}
            return {**columns_of(row), **ids, "seal_no": seal.no, "seal": seal.value}

        change.write_all(Voucher, map(entered, fresh))
        entering.settle()


def _whole_book(
    recognised: Recognised, today: date, account: Account
) -> tuple[list[Entry], list[BadLine], list[RowOutcome], tuple[str, ...]]:
    """The lines of a book with those of the sheets that go on where it ends, and notes on all of its sheets."""
    entries, faults, ignored = sheets.entries_of(recognised, today, account)
    following, others = [], []
    for sheet in recognised.more:
        more, more_faults, more_ignored = sheets.entries_of(sheet, today, account)
        if not goes_on(entries, more):
            others.append(_("The sheet “{name}” holds a table too and was not read.").format(name=sheet.grid.name))
            continue
        following.append(sheet)
        entries, faults, ignored = [*entries, *more], [*faults, *more_faults], [*ignored, *more_ignored]
    return entries, faults, ignored, (*replace(recognised, more=tuple(following)).notes(), *others)


def _kind_of(line: CashLine) -> VoucherKind:
    if line.is_transfer:
        return VoucherKind.TRANSFER
    return VoucherKind.RECEIPT if line.in_vnd else VoucherKind.PAYMENT


def _other_side(line: CashLine) -> tuple[LedgerKind, str | None]:
    """The account that stands against the book's own: a source, a purpose, or money on its way."""
    if line.is_transfer:
        return LedgerKind.TRANSIT, None
    return LedgerKind.SOURCE if line.in_vnd else LedgerKind.PURPOSE, nfc(line.other, one_line=True) or None


def _history(
    line: CashLine, kind: VoucherKind, number: str, sides: tuple[Side, Side], fund: str, user: str
) -> VoucherRow:
    """A line of a book as a posted voucher."""
    return VoucherRow(
        id=0,
        revision=1,
        number=number,
        draft=None,
        book_number=nfc(line.number) or None,
        kind=kind,
        status=Status.POSTED,
        day=line.day,
        document_day=line.document_day,
        fund=fund,
        debit=sides[0],
        credit=sides[1],
        amount_vnd=line.in_vnd or line.out_vnd,
        text=nfc(line.text),
        counterparty=nfc(line.counterparty),
        prepared_by=user,
        posted_by=user,
    )


def _recognised(known: dict[date, list[_Known]], line: CashLine) -> bool:
    """Whether a line stands in the books already; each voucher answers for one line."""
    for voucher in known.get(line.day, ()):
        if voucher.is_meant(line):
            voucher.used = True
            return True
    return False


def _refusal(
    book: CashBook, faults: Sequence[BadLine], ignored: Sequence[RowOutcome], notes: Sequence[str]
) -> ImportReport:
    """The report of a book that was not taken: the lines at fault, and nothing else added."""
    bad = {fault.row for fault in faults}
    rejected = [RowOutcome(Outcome.REJECTED, fault.row, fault.what, fault.reason) for fault in faults]
    why = _("left out: a cash book is taken whole or not at all")
    rest = [RowOutcome(Outcome.IGNORED, line.row, line.text, why) for line in book.lines if line.row not in bad]
    kept = [outcome for outcome in ignored if outcome.row not in bad]
    outcomes = sorted([*rejected, *rest, *kept], key=lambda outcome: outcome.row)
    return ImportReport(outcomes, (*notes, _("Nothing was taken from this book. Mend the rows named and try again.")))


def _moves_of(ledger_id: int, since: date) -> list[tuple[date, int]]:
    """What moved on an account from a day on."""
    query = DayTotal.select(DayTotal.day, DayTotal.in_vnd - DayTotal.out_vnd)
    return list(tuples(query.where(DayTotal.ledger == ledger_id, DayTotal.day >= since)))
