"""Starting over 100,000 petitions and 200,000 vouchers, beside a bare window with one table (design §7: 2.5 ×, memory
3 ×).
"""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import pytest

from frontdesk.commands.services import Services
from frontdesk.office import DAILY_BACKUP, AddArea, Set
from tests.conftest import PASSPHRASE, USER, StandingClock
from tests.frontdesk.fund.crowd import crowd
from tests.frontdesk.petitions.crowd import lay_down

pytestmark = pytest.mark.speed

PETITIONS: Final = 100_000
VOUCHERS: Final = 200_000
AREAS: Final = 30
ROUNDS: Final = 3
TIMES: Final = 2.5
TIMES_MEMORY: Final = 3.0
ROOT: Final = Path(__file__).parents[2]


def started(*words: str) -> dict[str, Any]:
    """The best figures of a program that is started a few times; see `tests.speed.starting`."""
    found = []
    for _round in range(ROUNDS):
        done = subprocess.run(
            [sys.executable, "-m", "tests.speed.starting", *words], cwd=ROOT, capture_output=True, check=True, text=True
        )
        found.append(json.loads(done.stdout.splitlines()[-1]))
    return {name: min(each[name] for each in found) for name in found[0]}


def test_the_desk_is_usable_soon_after_signing_in_to_a_large_office(
    services: Services, office_folder: Path, clock: StandingClock
) -> None:
    """Without the daily backup, which is work beside the window and no part of starting."""
    clock.moment = datetime(2026, 8, 3, 8, 0)
    services.office.set(Set(DAILY_BACKUP.name, "no"))
    for at in range(1, AREAS + 1):
        services.office.add_area(AddArea(f"Khu phố {at}"))
    lay_down(PETITIONS, AREAS)
    crowd(services.fund, VOUCHERS)
    services.store.close()
    bare, ours = started("bare"), started("program", str(office_folder), USER, PASSPHRASE)
    times, memory = ours["cpu_s"] / bare["cpu_s"], ours["peak_mib"] / bare["peak_mib"]
    print(  # noqa: T201
        f"usable {ours['cpu_s']:.2f} s after signing in, {times:.2f} × a bare window ({bare['cpu_s']:.2f} s); "
        f"{ours['peak_mib']:.0f} MiB, {memory:.2f} × ({bare['peak_mib']:.0f} MiB); with every desk open "
        f"{ours['all_mib']:.0f} MiB"
    )
    assert times <= TIMES
    assert memory <= TIMES_MEMORY
