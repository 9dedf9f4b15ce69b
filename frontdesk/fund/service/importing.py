"""A cash book kept elsewhere comes in whole or not at all, and goes out as it would come in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from frontdesk.fund import sheets
from frontdesk.fund.deeds.vouchers import IMPORT
from frontdesk.fund.model import DayTotal
from frontdesk.fund.rules.cashbook import BadLine, CashBook, CashLine, goes_on, verify
from frontdesk.fund.rules.checks import lowest_from
from frontdesk.fund.rules.kinds import Account, LedgerKind
from frontdesk.fund.rules.sides import Entry
from frontdesk.fund.service.entering import closed_until
from frontdesk.fund.service.taking import Taking, Target
from frontdesk.fund.service.ties import Ties, particulars_by_id
from frontdesk.messages import _
from frontdesk.office import ImportAsk, ListAsk
from frontdesk.sheet import ImportReport, Outcome, Recognised, RowOutcome, uncollected
from frontdesk.store import tuples
from frontdesk.vietnamese import format_vnd, nfc, short_date

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


class Importing(Taking):
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
        ties = self._tied(target, fresh)
        faults += [*disagreements, *self._misfits(target, book, fresh), *ties.faults]
        if faults:
            return _refusal(book, faults, ignored, notes)
        notes = (*notes, *_newcomers(ties))
        if not ask.dry_run and (fresh or self._opening_is_new(target, book)):
            with self.store.change(IMPORT) as change:
                self._enter_book(change, target, book, fresh, ties)
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
        particulars = particulars_by_id(book.ledger.id, since, until)
        sheets.write_book(path, book, f"SỔ {name} - QUỸ “{book.ledger.fund.upper()}”", particulars)

    def _target(self, ask: ImportAsk) -> Target:
        account = Account(ask.account or Account.CASH)
        ledger_id = self._ledger_id(ask.fund, LedgerKind(account.value))
        return Target(self._fund_name(ask.fund), account, self._fund_id(ask.fund), ledger_id)

    def _known(self, target: Target, book: CashBook) -> dict[date, list[_Known]]:
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

    def _misfits(self, target: Target, book: CashBook, fresh: Sequence[CashLine]) -> list[BadLine]:
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

    def _opening_misfits(self, target: Target, book: CashBook) -> list[BadLine]:
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

    def _opening_there(self, target: Target, first: date) -> int:
        """What the account holds before the first line of the book."""
        if target.ledger_id is None:
            return 0
        return self._held_before(target.ledger_id, first)

    def _shortfalls(self, target: Target, book: CashBook, fresh: Sequence[CashLine]) -> list[BadLine]:
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


def _newcomers(ties: Ties) -> tuple[str, ...]:
    """What is said of donors and households that the office did not know."""
    donors = [giver.name for giver, known in ties.donors.items() if known is None]
    heads = [helped.head for helped, known in ties.households.items() if known is None]
    said = (
        (donors, _("Donors not known here yet, admitted under numbers of this office: {names}.")),
        (heads, _("Households not known here yet, registered; say what each is in its year: {names}.")),
    )
    return tuple(words.format(names=", ".join(names)) for names, words in said if names)


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
