"""Many posted vouchers at once, for measuring; they are laid past the program and carry no true seals."""

from datetime import date, timedelta

from frontdesk.fund import Fund
from frontdesk.fund.deeds.vouchers import Pay, Post, Receive
from frontdesk.store import live

FIRST = date(2010, 1, 1)
LAST = date(2026, 8, 2)


def crowd(desk: Fund, count: int) -> None:
    """`count` posted vouchers over sixteen years, with their day totals; balances never fall below zero."""
    first = desk.receive(Receive(10_000_000, "Ủng hộ", "Ông An", day=FIRST, source="Cá nhân ủng hộ"))
    desk.post(Post(first.draft or ""))
    paid = desk.pay(Pay(1_000, "Quà Tết", "Bà Bình", "Quà Tết", "15/QĐ-BVĐ", day=FIRST))
    desk.post(Post(paid.draft or ""))
    connection = live.connection()
    ledgers = dict(connection.execute("SELECT kind, id FROM ledger").fetchall())
    fund_id = connection.execute("SELECT id FROM money_fund").fetchone()[0]
    cash, source, purpose = ledgers["cash"], ledgers["source"], ledgers["purpose"]
    days = (LAST - FIRST).days
    rows, totals = [], {}
    start = 1_000_000
    for index in range(count):
        came = index % 3 != 2
        day = (FIRST + timedelta(days=1 + index * (days - 1) // count)).isoformat()
        amount = 30_000 + index % 7 if came else 40_000
        number = f"{'PT' if came else 'PC'}-X{day[:4]}-{index:06}"
        sides = (cash, source) if came else (purpose, cash)
        kind = "receipt" if came else "payment"
        seal_no = 10 + index
        rows.append((start + index, number, kind, day, fund_id, *sides, amount, seal_no, f"{seal_no:064x}"))
        total = totals.setdefault(day, [0, 0])
        total[0 if came else 1] += amount
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO voucher (id, revision, number, kind, status, day, fund_id, debit_id, credit_id, amount_vnd, text, "
        "counterparty, address, documents, accountant, treasurer, restricted, prepared_by, seal_no, seal) VALUES "
        "(?, 1, ?, ?, 'posted', ?, ?, ?, ?, ?, 'Ủng hộ', 'Ông An', '', '', '', '', 0, '', ?, ?)",
        rows,
    )
    connection.executemany(
        "INSERT INTO day_total (id, revision, ledger_id, day, in_vnd, out_vnd) VALUES (?, 1, ?, ?, ?, ?)",
        [(start * 3 + place, cash, day, came, went) for place, (day, (came, went)) in enumerate(totals.items())],
    )
    connection.execute("COMMIT")
