"""The fund's service: one class, one method a deed; each part stands in its file."""

from collections.abc import Iterator
from pathlib import Path

from frontdesk.fund import hledger
from frontdesk.fund.hledger import JournalEntry
from frontdesk.fund.model import Ledger, MoneyFund, Opening, Voucher
from frontdesk.fund.rules.kinds import LedgerKind
from frontdesk.fund.service.namesakes import Namesakes
from frontdesk.store import tuples


class Fund(Namesakes):
    """The fund's books, a deed a method.

    What other slices make (a meeting's conclusion, say) the fund knows by its number only.
    """

    def export_hledger(self, path: Path) -> int:
        """Write all posted money as a journal hledger reads; returns how many vouchers it holds."""
        count = 0
        columns = (MoneyFund.name, Ledger.kind, Ledger.name, Opening.day, Opening.amount_vnd, Ledger.id)
        openings = {}
        for fund, kind, name, day, amount, ledger_id in tuples(
            Opening.select(*columns).join(Ledger).join(MoneyFund).order_by(Opening.seal_no)
        ):
            openings[ledger_id] = (fund, LedgerKind(kind), name, day, amount)
        with path.open("w", encoding="utf-8", newline="\n") as journal:
            journal.writelines(f"{line}\n" for line in hledger.opening_lines(openings.values()))
            for line in hledger.voucher_lines(self._in_order()):
                journal.write(f"{line}\n")
                count += 1
        return count

    def _in_order(self) -> Iterator[JournalEntry]:
        """The posted vouchers of money by day and seal; memory stays flat."""
        debit, credit = Ledger.alias(), Ledger.alias()
        query = (
            Voucher.select(
                Voucher.number, Voucher.day, MoneyFund.name, debit.kind, debit.name, credit.kind, credit.name,
                Voucher.amount_vnd, Voucher.text,
            )
            .join(MoneyFund, on=Voucher.fund == MoneyFund.id)
            .join_from(Voucher, debit, on=Voucher.debit == debit.id)
            .join_from(Voucher, credit, on=Voucher.credit == credit.id)
            .where(Voucher.seal_no.is_null(False))
            .order_by(Voucher.day, Voucher.seal_no)
        )  # fmt: skip
        for number, day, fund, debit_kind, debit_name, credit_kind, credit_name, amount, text in tuples(query):
            sides = ((LedgerKind(debit_kind), debit_name), (LedgerKind(credit_kind), credit_name))
            yield JournalEntry(number, day, fund, *sides, amount, text)
