"""Many posted vouchers at once, for measuring: laid past the program, with true seals and true day totals."""

from collections.abc import Iterator
from datetime import date, timedelta

from frontdesk.fund import PURPOSES, SOURCES, Fund
from frontdesk.fund.deeds.closing import CloseMonth, CloseYear
from frontdesk.fund.deeds.vouchers import Pay, Post, Receive, Transfer
from frontdesk.fund.rules.kinds import LEDGER_NAMES, SERIES, STANDING_FUNDS, Account, LedgerKind, Status, VoucherKind
from frontdesk.fund.rules.proof import following, voucher_fields
from frontdesk.fund.rules.rows import VoucherRow
from frontdesk.fund.service.entering import last_seal
from frontdesk.store import live

FIRST = date(2010, 1, 1)
LAST = date(2026, 8, 2)
START = 1_000_000
ROUND = 20
KINDS = (VoucherKind.RECEIPT,) * 12 + (VoucherKind.PAYMENT,) * 6 + (VoucherKind.TRANSFER,) * 2
AMOUNTS = {VoucherKind.RECEIPT: 30_000, VoucherKind.PAYMENT: 40_000, VoucherKind.TRANSFER: 10_000}
PURPOSE_NAMES = tuple(PURPOSES)


def crowd(desk: Fund, count: int) -> None:
    """`count` posted vouchers over sixteen years in two funds; balances never fall below zero.

    In each twenty: twelve receipts, six payments, a transfer each way; every tenth twenty is of the second fund.
    The years before the last are closed, and the months before the last one, as an office's are.
    """
    for fund in STANDING_FUNDS:
        _use_every_account(desk, fund)
    ledgers = {
        (fund, LedgerKind(kind), name): ledger_id
        for ledger_id, kind, name, fund in live.connection().execute(
            "SELECT ledger.id, kind, ledger.name, money_fund.name FROM ledger "
            "JOIN money_fund ON fund_id = money_fund.id"
        )
    }
    funds = dict(live.connection().execute("SELECT name, id FROM money_fund").fetchall())
    rows, totals, seal = [], {}, last_seal()
    for index, row in enumerate(_vouchers(count)):
        seal = following(seal, "voucher", voucher_fields(row))
        assert row.debit is not None
        assert row.credit is not None
        sides = [ledgers[row.fund, side[0], side[1]] for side in (row.debit, row.credit)]
        day = row.day.isoformat()
        head = (START + index, row.number, row.kind.value, day, funds[row.fund], *sides, row.amount_vnd)
        rows.append((*head, row.text, row.counterparty, row.approval, seal.no, seal.value))
        for ledger, side, place in ((sides[0], row.debit, 0), (sides[1], row.credit, 1)):
            if side[0] in (LedgerKind.CASH, LedgerKind.BANK):
                totals.setdefault((ledger, day), [0, 0])[place] += row.amount_vnd or 0
    connection = live.connection()
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO voucher (id, revision, number, kind, status, day, fund_id, debit_id, credit_id, amount_vnd, text, "
        "counterparty, approval, address, documents, accountant, treasurer, restricted, prepared_by, seal_no, seal) "
        "VALUES (?, 1, ?, ?, 'posted', ?, ?, ?, ?, ?, ?, ?, ?, '', '', '', '', 0, '', ?, ?)",
        rows,
    )
    connection.executemany(
        "INSERT INTO day_total (ledger_id, day, in_vnd, out_vnd) VALUES (?, ?, ?, ?)",
        [(ledger, day, came, went) for (ledger, day), (came, went) in totals.items()],
    )
    connection.execute("COMMIT")
    for fund in STANDING_FUNDS:
        desk.close_year(CloseYear(LAST.year - 1, fund))
        for month in range(1, LAST.month):
            desk.close_month(CloseMonth(f"{LAST.year}-{month:02}", fund))


def _use_every_account(desk: Fund, fund: str) -> None:
    """One voucher for each account, so that all of them are there."""
    for account in Account:
        for source in SOURCES:
            _post(desk, desk.receive(Receive(1_000_000, "Ủng hộ", "Ông An", fund, account, FIRST, source)))
    for purpose in PURPOSE_NAMES:
        _post(desk, desk.pay(Pay(1_000, "Hỗ trợ", "Bà Bình", purpose, "15/QĐ-BVĐ", fund, day=FIRST)))
    _post(desk, desk.transfer(Transfer(1_000, fund=fund, day=FIRST)))


def _post(desk: Fund, row: VoucherRow) -> None:
    desk.post(Post(row.draft or ""))


def _vouchers(count: int) -> Iterator[VoucherRow]:
    """The vouchers by day, as they would be read."""
    days = (LAST - FIRST).days
    blank = VoucherRow(
        START, 1, None, None, None, VoucherKind.RECEIPT, Status.POSTED, FIRST, None, "", None, None, 0, "", ""
    )
    for index in range(count):
        kind, turn = KINDS[index % ROUND], index // ROUND
        account = LedgerKind.CASH if index % 2 else LedgerKind.BANK
        day = FIRST + timedelta(days=1 + index * (days - 1) // count)
        yield blank._replace(
            number=f"{SERIES[kind]}-X{day.year}-{index:06}",
            kind=kind,
            day=day,
            fund=STANDING_FUNDS[turn % 10 == 9],
            debit=_debit(kind, account, index),
            credit=_credit(kind, account, index),
            amount_vnd=AMOUNTS[kind] + index % 7,
            text=f"Theo chứng từ số {index}",
            counterparty="" if kind is VoucherKind.TRANSFER else "Ông Nguyễn Văn An",
            approval="15/QĐ-BVĐ" if kind is VoucherKind.PAYMENT else None,
        )


def _debit(kind: VoucherKind, account: LedgerKind, index: int) -> tuple[LedgerKind, str]:
    if kind is VoucherKind.PAYMENT:
        return LedgerKind.PURPOSE, PURPOSE_NAMES[index % len(PURPOSE_NAMES)]
    return account, LEDGER_NAMES[account]


def _credit(kind: VoucherKind, account: LedgerKind, index: int) -> tuple[LedgerKind, str]:
    if kind is VoucherKind.RECEIPT:
        return LedgerKind.SOURCE, SOURCES[index % len(SOURCES)]
    if kind is VoucherKind.TRANSFER:
        account = LedgerKind.BANK if account is LedgerKind.CASH else LedgerKind.CASH
    return account, LEDGER_NAMES[account]
