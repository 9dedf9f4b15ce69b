"""The fund's books with 200,000 vouchers, each deed beside the plain work it stands for."""

import json
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import TypeAlias

import pytest

from frontdesk.fund import Fund
from frontdesk.fund.deeds.vouchers import Pay, Post, Receive
from frontdesk.fund.rules.kinds import Account, LedgerKind, VoucherKind
from frontdesk.fund.service.reading import VoucherFilter
from frontdesk.office import Office
from frontdesk.store import Role, Session, live, open_store
from tests.frontdesk.fund.conftest import PASSPHRASE, USER, StandingClock, blank_office
from tests.frontdesk.fund.crowd import crowd
from tests.speed.hledger_balances import ours

pytestmark = pytest.mark.speed

VOUCHERS = 200_000
QUARTER = (date(2026, 4, 1), date(2026, 6, 30))
PLAIN_BALANCE = "SELECT debit_id, SUM(amount_vnd) FROM voucher WHERE seal_no IS NOT NULL GROUP BY debit_id"
PLAIN_QUARTER = (
    "SELECT {side}, SUM(amount_vnd), COUNT(*) FROM voucher "
    "WHERE day BETWEEN '2026-04-01' AND '2026-06-30' AND seal_no IS NOT NULL GROUP BY {side}"
)


Printed: TypeAlias = Callable[[str, float, float], None]


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Printed:
    """Says a time beside its baseline, whatever pytest keeps quiet."""

    def say(what: str, ours_s: float, base_s: float) -> None:
        with capsys.disabled():
            ratio = f"{ours_s / base_s:.2f} × {base_s * 1000:.3f} ms"
            sys.stdout.write(f"\n{what}: {ours_s * 1000:.3f} ms, {ratio}\n")

    return say


@contextmanager
def books(vouchers: int) -> Iterator[Fund]:
    """An office of its own with so many vouchers."""
    folder = Path(tempfile.mkdtemp(prefix="fund-speed-"))
    shutil.copytree(blank_office(), folder / "office")
    store = open_store(folder / "office", USER, PASSPHRASE, clock=StandingClock.standing_on(date(2026, 8, 3)))
    desk = Fund(store, Office(store))
    crowd(desk, vouchers)
    yield desk
    store.close()
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def posting_when_new_s() -> float:
    """What posting costs in books of a few vouchers."""
    with books(20) as desk:
        return posting_s(desk)


@pytest.fixture(scope="module")
def full(posting_when_new_s: float) -> Iterator[Fund]:
    """Books of sixteen years; opened after the small ones are closed, for one office is open at a time."""
    with books(VOUCHERS) as desk:
        yield desk


def best_s(deed: Callable[[], object], times: int = 9) -> float:
    """The best of several runs after one that warms up: what else the machine does only adds to it."""
    deed()
    taken = []
    for _run in range(times):
        begun = perf_counter()
        deed()
        taken.append(perf_counter() - begun)
    return min(taken)


def taken_s(deed: Callable[[], object]) -> float:
    """What a deed takes that can be done once."""
    begun = perf_counter()
    deed()
    return perf_counter() - begun


def plain(statement: str) -> Callable[[], object]:
    return lambda: live.connection().execute(statement).fetchall()


def test_balances_cost_at_most_twice_the_plain_sql(full: Fund, printed: Printed) -> None:
    spent, base = best_s(full.balances), best_s(plain(PLAIN_BALANCE))
    printed("balances", spent, base)
    assert spent <= 2 * base


def test_a_quarters_totals_cost_at_most_twice_the_plain_sql(full: Fund, printed: Printed) -> None:
    def totals() -> None:
        full.sums(None, LedgerKind.SOURCE, *QUARTER)
        full.sums(None, LedgerKind.PURPOSE, *QUARTER)

    base = best_s(lambda: [plain(PLAIN_QUARTER.format(side=side))() for side in ("debit_id", "credit_id")])
    spent = best_s(totals)
    printed("a quarter's totals", spent, base)
    assert spent <= 2 * base


@pytest.mark.parametrize(
    "which",
    [
        pytest.param((VoucherFilter(), "-day"), id="newest"),
        pytest.param((VoucherFilter(), "-amount"), id="by amount"),
        pytest.param((VoucherFilter(), "number"), id="by number"),
        pytest.param((VoucherFilter(kinds=(VoucherKind.TRANSFER,)), "-day"), id="transfers"),
        pytest.param((VoucherFilter(fund="Cứu trợ"), "-day"), id="another fund"),
        pytest.param((VoucherFilter(kinds=(VoucherKind.PAYMENT,)), "number"), id="payments by number"),
        pytest.param((VoucherFilter(account=Account.CASH), "-day"), id="cash"),
        pytest.param((VoucherFilter(account=Account.CASH), "-number"), id="cash by number"),
    ],
)
def test_finding_a_page_of_the_list_costs_no_more_than_showing_it(full: Fund, which: tuple[VoucherFilter, str]) -> None:
    ids = [row[0] for row in live.connection().execute("SELECT id FROM voucher ORDER BY id LIMIT 100")]
    assert best_s(lambda: full.page(*which)) <= 2 * best_s(lambda: full.vouchers_by_id(ids))


def test_a_month_of_the_cash_book_does_not_depend_on_the_years_before_it(full: Fund) -> None:
    first = best_s(lambda: full.book(None, LedgerKind.CASH, None, date(2010, 3, 1), date(2010, 3, 31)))
    last = best_s(lambda: full.book(None, LedgerKind.CASH, None, date(2026, 7, 1), date(2026, 7, 31)))
    assert last <= 2 * first + 0.01


def posting_s(desk: Fund) -> float:
    """What posting receipts and payments costs."""
    drafts = [desk.receive(Receive(10_000, "Ủng hộ", "Ông An")).draft for _number in range(15)]
    drafts += [desk.pay(Pay(10_000, "Chi", "Bà Bình", "Quà Tết", "15/QĐ")).draft for _number in range(15)]
    waiting = iter(drafts)
    return best_s(lambda: desk.post(Post(next(waiting) or "")), times=29)


@contextmanager
def another_one_at(desk: Fund) -> Iterator[None]:
    """Who keeps the books does not hand out the money: another one posts."""
    one = desk.store.session
    desk.store.session = Session("Trần Thị Hai", frozenset({Role.TREASURER}))
    yield
    desk.store.session = one


def test_posting_a_receipt_or_a_payment_costs_at_most_five_bare_rows(full: Fund, printed: Printed) -> None:
    live.execute_sql("CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT, counterparty TEXT, amount_vnd INTEGER)")
    places = iter(range(1, 10**6))

    def bare() -> None:
        connection = live.connection()
        connection.execute("BEGIN IMMEDIATE")
        row = (f"Ủng hộ đợt {next(places)}", "Ông An", 10_000)
        connection.execute("INSERT INTO bare (text, counterparty, amount_vnd) VALUES (?, ?, ?)", row)
        connection.execute("COMMIT")

    drafts = {
        "a receipt": [full.receive(Receive(10_000, "Ủng hộ", "Ông An")).draft for _number in range(60)],
        "a payment": [full.pay(Pay(10_000, "Chi", "Bà Bình", "Quà Tết", "15/QĐ")).draft for _number in range(60)],
    }
    for kind, waiting in drafts.items():
        with another_one_at(full):
            pairs = [(taken_s(lambda: full.post(Post(draft or ""))), taken_s(bare)) for draft in waiting]  # noqa: B023
        spent, base = (statistics.median(side) for side in zip(*pairs, strict=True))
        printed(f"posting {kind}", spent, base)
        assert spent <= 5 * base


def test_posting_costs_no_more_after_sixteen_years_than_in_new_books(
    full: Fund, posting_when_new_s: float, printed: Printed
) -> None:
    spent = posting_s(full)
    printed("posting", spent, posting_when_new_s)
    assert spent <= 1.5 * posting_when_new_s


def test_a_month_of_the_cash_book_costs_no_more_than_reading_its_vouchers(full: Fund, printed: Printed) -> None:
    since, until = date(2026, 7, 1), date(2026, 7, 31)
    ids = [line.voucher_id for line in full.book(None, LedgerKind.CASH, None, since, until).lines]
    assert len(ids) > 400
    spent = best_s(lambda: full.book(None, LedgerKind.CASH, None, since, until))
    base = best_s(lambda: full.vouchers_by_id(ids))
    printed(f"{len(ids)} lines of the cash book", spent, base)
    assert spent <= base


def test_walking_the_chain_costs_at_most_three_times_reading_and_hashing_it(full: Fund, printed: Printed) -> None:
    def base() -> None:
        value = ""
        for row in live.connection().execute("SELECT * FROM voucher WHERE seal_no IS NOT NULL ORDER BY seal_no"):
            value = sha256(json.dumps([value, *row], ensure_ascii=False).encode()).hexdigest()

    fingerprint = full.fingerprint()
    assert full.check_fingerprint(fingerprint).ok
    spent, hashed = best_s(lambda: full.check_fingerprint(fingerprint), times=1), best_s(base, times=1)
    printed("the chain of 200,000 vouchers", spent, hashed)
    assert spent <= 3 * hashed


def test_the_journal_in_hledgers_format_adds_up_to_the_same_balances(full: Fund, tmp_path: Path) -> None:
    path = tmp_path / "fund.journal"
    assert full.export_hledger(path) >= VOUCHERS
    totals: dict[str, int] = {}
    with path.open(encoding="utf-8") as journal:
        for line in journal:
            if line.startswith("    ") and line.rstrip().endswith(" VND"):
                account, amount = line.strip().removesuffix(" VND").rsplit("  ", 1)
                totals[account] = totals.get(account, 0) + int(amount)
    assert {account: amount for account, amount in totals.items() if amount} == ours(full)
    assert sum(totals.values()) == 0
