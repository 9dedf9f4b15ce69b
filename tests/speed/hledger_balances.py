"""Compare every balance of a fund, and the time it takes, with hledger: `python -m tests.speed.hledger_balances [N]`.

Lays N vouchers (200,000 unless said otherwise) in a new office, writes its journal and has hledger add it up. Ours are
the balances, sources and purposes as the program shows them. Needs hledger on the path; ends with 1 where one differs.
"""

import csv
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from frontdesk.fund import Fund
from frontdesk.fund.hledger import account
from frontdesk.fund.rules.kinds import LEDGER_NAMES, LedgerKind
from frontdesk.office import Office
from frontdesk.store import open_store
from tests.frontdesk.fund.conftest import PASSPHRASE, USER, StandingClock, blank_office
from tests.frontdesk.fund.crowd import FIRST, crowd

T = TypeVar("T")
VOUCHERS = 200_000


def ours(desk: Fund) -> dict[str, int]:
    """What each account holds, in đồng, as the windows and papers have it; hledger counts income below zero."""
    totals, today = {}, desk.store.today
    for row in desk.balances(today):
        kind = LedgerKind(row.account.value)
        totals[account(row.fund, kind, LEDGER_NAMES[kind])] = row.balance_vnd
    for fund in desk.funds():
        for kind, sign in ((LedgerKind.SOURCE, -1), (LedgerKind.PURPOSE, 1)):
            for each in desk.sums(fund, kind, FIRST, today):
                totals[account(fund, kind, each.name)] = sign * each.amount_vnd
    return {name: amount for name, amount in totals.items() if amount}


def theirs(journal: Path) -> dict[str, int]:
    """What hledger says each account holds; the equity side it balances openings with is left out."""
    command = ["hledger", "-f", str(journal), "balance", "--flat", "--no-total", "-O", "csv"]
    output = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    rows = list(csv.reader(output.splitlines()))[1:]
    amounts = {name: int(amount.split()[0].replace(",", "")) for name, amount in rows}
    return {name: amount for name, amount in amounts.items() if not name.startswith("equity:")}


def timed(what: str, deed: Callable[[], T]) -> T:
    """Do it and print how long it took."""
    begun = perf_counter()
    result = deed()
    sys.stdout.write(f"{what}: {perf_counter() - begun:.3f} s\n")
    return result


def main() -> int:
    """Print the times and every balance that differs."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else VOUCHERS
    folder = Path(tempfile.mkdtemp(prefix="fund-hledger-"))
    shutil.copytree(blank_office(), folder / "office")
    store = open_store(folder / "office", USER, PASSPHRASE, clock=StandingClock.standing_on(date(2026, 8, 3)))
    desk = Fund(store, Office(store))
    try:
        crowd(desk, count)
        journal = folder / "fund.journal"
        written = timed("journal written", lambda: desk.export_hledger(journal))
        mine = timed(f"balances of {written} vouchers here", lambda: ours(desk))
        other = timed("by hledger", lambda: theirs(journal))
    finally:
        store.close()
        shutil.rmtree(folder)
    wrong = [name for name in sorted(mine.keys() | other.keys()) if mine.get(name) != other.get(name)]
    for name in wrong:
        sys.stdout.write(f"{name}: {mine.get(name)} here, {other.get(name)} in hledger\n")
    sys.stdout.write(f"{len(other)} accounts, {len(wrong)} differ\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
