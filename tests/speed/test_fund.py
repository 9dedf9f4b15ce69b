"""The fund's books with 200,000 vouchers, each deed beside the plain work it stands for."""

import shutil
import statistics
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from frontdesk.fund import Fund
from frontdesk.fund.deeds.vouchers import Pay, Post, Receive
from frontdesk.fund.rules.kinds import Account, LedgerKind, VoucherKind
from frontdesk.fund.service.reading import VoucherFilter
from frontdesk.office import Office
from frontdesk.store import live, open_store
from tests.frontdesk.fund.conftest import PASSPHRASE, USER, StandingClock, blank_office
from tests.frontdesk.fund.crowd import crowd

pytestmark = pytest.mark.speed

VOUCHERS = 200_000
QUARTER = (date(2026, 4, 1), date(2026, 6, 30))
PLAIN_BALANCE = "SELECT debit_id, SUM(amount_vnd) FROM voucher WHERE seal_no IS NOT NULL GROUP BY debit_id"
PLAIN_QUARTER = (
    "SELECT {side}, SUM(amount_vnd), COUNT(*) FROM voucher "
    "WHERE day BETWEEN '2026-04-01' AND '2026-06-30' AND seal_no IS NOT NULL GROUP BY {side}"
)


@pytest.fixture(scope="module")
def full() -> Iterator[Fund]:
    """Books of sixteen years."""
    folder = Path(tempfile.mkdtemp(prefix="fund-speed-"))
    shutil.copytree(blank_office(), folder / "office")
    store = open_store(folder / "office", USER, PASSPHRASE, clock=StandingClock.standing_on(date(2026, 8, 3)))
    desk = Fund(store, Office(store))
    crowd(desk, VOUCHERS)
    yield desk
    store.close()
    shutil.rmtree(folder)


def median_s(deed: Callable[[], object], times: int = 9) -> float:
    """The median of several runs, after one that warms up."""
    deed()
    taken = []
    for _run in range(times):
        begun = perf_counter()
        deed()
        taken.append(perf_counter() - begun)
    return statistics.median(taken)


def plain(statement: str) -> Callable[[], object]:
    return lambda: live.connection().execute(statement).fetchall()


def test_balances_cost_at_most_twice_the_plain_sql(full: Fund, record_property: Callable[[str, object], None]) -> None:
    ours, base = median_s(full.balances), median_s(plain(PLAIN_BALANCE))
    record_property("balances_ms", round(ours * 1000, 1))
    assert ours <= 2 * base


def test_a_quarters_totals_cost_at_most_twice_the_plain_sql(full: Fund) -> None:
    def totals() -> None:
        full.sums(None, LedgerKind.SOURCE, *QUARTER)
        full.sums(None, LedgerKind.PURPOSE, *QUARTER)

    base = median_s(lambda: [plain(PLAIN_QUARTER.format(side=side))() for side in ("debit_id", "credit_id")])
    assert median_s(totals) <= 2 * base


@pytest.mark.parametrize(
    "which",
    [
        pytest.param((VoucherFilter(), "-day"), id="newest"),
        pytest.param((VoucherFilter(), "-amount"), id="by amount"),
        pytest.param((VoucherFilter(), "number"), id="by number"),
        pytest.param((VoucherFilter(kinds=(VoucherKind.TRANSFER,)), "-day"), id="transfers"),
        pytest.param((VoucherFilter(fund="Cứu trợ"), "-day"), id="another fund"),
    ],
)
def test_finding_a_page_of_the_list_costs_no_more_than_showing_it(full: Fund, which: tuple[VoucherFilter, str]) -> None:
    ids = [row[0] for row in live.connection().execute("SELECT id FROM voucher ORDER BY id LIMIT 100")]
    assert median_s(lambda: full.page(*which)) <= 2 * median_s(lambda: full.vouchers_by_id(ids))


def test_a_month_of_the_cash_book_does_not_depend_on_the_years_before_it(full: Fund) -> None:
    first = median_s(lambda: full.book(None, LedgerKind.CASH, None, date(2010, 3, 1), date(2010, 3, 31)))
    last = median_s(lambda: full.book(None, LedgerKind.CASH, None, date(2026, 7, 1), date(2026, 7, 31)))
    assert last <= 2 * first + 0.01


def test_posting_costs_at_most_five_bare_commits_and_the_scan_it_saves(full: Fund) -> None:
    drafts = [full.receive(Receive(10_000, "Ủng hộ", "Ông An")).draft for _number in range(12)]
    drafts += [full.pay(Pay(10_000, "Chi", "Bà Bình", "Quà Tết", "15/QĐ")).draft for _number in range(12)]
    waiting = iter(drafts)
    posting = median_s(lambda: full.post(Post(next(waiting) or "")), times=20)
    rows = iter(range(10**9, 2 * 10**9))
    insert = "INSERT INTO day_total (id, revision, ledger_id, day, in_vnd, out_vnd) VALUES (?, 1, 0, ?, 0, 0)"

    def bare() -> None:
        number = next(rows)
        with live.atomic("IMMEDIATE"):
            live.connection().execute("PRAGMA defer_foreign_keys = 1")
            live.connection().execute(insert, (number, str(number)))
            live.connection().execute("DELETE FROM day_total WHERE id = ?", (number,))

    scan = median_s(plain("SELECT SUM(amount_vnd) FROM voucher NOT INDEXED WHERE day >= '2026-08-03'"), times=3)
    assert posting <= 5 * median_s(bare, times=20) + scan


def test_the_journal_in_hledgers_format_adds_up_to_the_same_balances(full: Fund, tmp_path: Path) -> None:
    path = tmp_path / "fund.journal"
    assert full.export_hledger(path) > VOUCHERS
    totals: dict[str, int] = {}
    with path.open(encoding="utf-8") as journal:
        for line in journal:
            if line.startswith("    ") and line.rstrip().endswith(" VND"):
                account, amount = line.strip().removesuffix(" VND").rsplit("  ", 1)
                totals[account] = totals.get(account, 0) + int(amount)
    assert totals["assets:Vì người nghèo:Tiền mặt"] == full.balance(None, Account.CASH)
    assert sum(totals.values()) == 0
