"""Compare every balance of an office's fund, and the time it takes, with hledger: `python … OFFICE_JOURNAL`.

Needs hledger on the path. The journal is what `Fund.export_hledger` wrote; the balances are added up here from the
same text by the fund's own rule (debit less credit), so that two programs must agree on it.
"""

import csv
import subprocess
import sys
from pathlib import Path
from time import perf_counter


def ours(journal: Path) -> dict[str, int]:
    """What each account holds, in đồng."""
    totals: dict[str, int] = {}
    with journal.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("    ") and line.rstrip().endswith(" VND"):
                account, amount = line.strip().removesuffix(" VND").rsplit("  ", 1)
                totals[account] = totals.get(account, 0) + int(amount)
    return {account: amount for account, amount in totals.items() if amount}


def theirs(journal: Path) -> dict[str, int]:
    """What hledger says each account holds; the equity side it balances openings with is left out."""
    command = ["hledger", "-f", str(journal), "balance", "--flat", "--no-total", "-O", "csv"]
    output = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    rows = list(csv.reader(output.splitlines()))[1:]
    amounts = {account: int(amount.split()[0].replace(",", "")) for account, amount in rows}
    return {account: amount for account, amount in amounts.items() if not account.startswith("equity:")}


def main() -> int:
    """Print both times and every balance that differs; 1 when one does."""
    journal = Path(sys.argv[1])
    begun = perf_counter()
    mine = ours(journal)
    between = perf_counter()
    other = theirs(journal)
    ended = perf_counter()
    sys.stdout.write(f"here {between - begun:.2f} s, hledger {ended - between:.2f} s, {len(other)} accounts\n")
    wrong = [account for account in sorted(mine.keys() | other.keys()) if mine.get(account) != other.get(account)]
    for account in wrong:
        sys.stdout.write(f"{account}: {mine.get(account)} here, {other.get(account)} in hledger\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
