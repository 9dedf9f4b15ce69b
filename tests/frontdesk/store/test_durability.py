"""What was committed is there after the worst: a cut log, a killed process, a full disk."""

import random
import shutil
from pathlib import Path
from typing import Final

import pytest

from frontdesk.errors import DeskUnavailable, Trouble
from frontdesk.store import Store
from tests.frontdesk.store import elsewhere
from tests.frontdesk.store.toy import WRITE, Note, add_note, faults, names, open_toy

CUTS: Final = 500
DEEDS: Final = 25
KILLS: Final = 5


@pytest.fixture
def unfolded(folder: Path, tmp_path: Path) -> Path:
    """An office as a power cut leaves it: 25 deeds, all in the log beside the file."""
    store = open_toy(folder)
    for deed in range(DEEDS):
        with store.change(WRITE) as change:
            for place in range(3):
                change.write(Note, {"name": f"{deed} {place}", "number": change.number(Note, "KN", 2026)})
    left = Path(shutil.copytree(folder, tmp_path / "left", ignore=shutil.ignore_patterns("*.lock", "*-shm")))
    store.close()
    return left


def deeds_kept() -> int:
    """How many whole deeds there are; half a deed fails the test."""
    kept = names()
    assert kept == [f"{deed} {place}" for deed in range(len(kept) // 3) for place in range(3)]
    assert len(kept) % 3 == 0
    return len(kept) // 3


def test_the_log_cut_anywhere_opens_to_a_prefix_of_the_deeds_and_passes_its_check(unfolded: Path) -> None:
    log, memory = unfolded / "office.db-wal", unfolded / "office.db-shm"
    whole = log.read_bytes()
    dice = random.Random(20260622)
    edges = {0, 1, 31, 32, 33, len(whole) - 1, len(whole)}
    seen = []
    for cut in sorted(edges | {dice.randrange(len(whole)) for _cut in range(CUTS)}):
        log.write_bytes(whole[:cut])
        memory.unlink(missing_ok=True)
        store = open_toy(unfolded, read_only=True)
        seen.append(deeds_kept())
        wrong = faults(store)
        store.close()
        assert wrong == {}, cut
    assert seen == sorted(seen)
    assert set(seen) == set(range(DEEDS + 1))


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.99])
def test_a_cut_log_can_be_worked_on_again_at_once(unfolded: Path, share: float) -> None:
    log = unfolded / "office.db-wal"
    log.write_bytes(log.read_bytes()[: int(log.stat().st_size * share)])
    store = open_toy(unfolded)
    kept = deeds_kept()
    with store.change(WRITE) as change:
        assert change.number(Note, "KN", 2026) == f"KN-2026-{3 * kept + 1:04}"
        change.write(Note, {"name": "Tiếp", "number": f"KN-2026-{3 * kept + 1:04}"})
    assert faults(store) == {}
    store.close()


def test_a_killed_program_loses_nothing_it_said_was_done(folder: Path) -> None:
    dice = random.Random(9)
    said = 0
    for _kill in range(KILLS):
        with elsewhere.start(folder, "work") as other:
            assert other.stdout is not None
            for _line in range(dice.randrange(1, 12)):
                other.stdout.readline()
                said += 10
            other.kill()
            said += 10 * len(other.stdout.read().splitlines())
    store = open_toy(folder)
    assert said <= len(names()) <= said + 10 * KILLS
    assert len(names()) % 10 == 0
    assert faults(store) == {}
    store.close()


@pytest.mark.parametrize("room", [0, 1, 3, 6])
def test_a_full_disk_leaves_everything_as_it_was(store: Store, room: int) -> None:
    add_note(store, "Trước")
    connection = Note._meta.database.connection()
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + room}")
    with pytest.raises(DeskUnavailable) as refused:
        add_note(store, "Sau", text=" ".join(str(word) for word in range(20_000)))
    assert refused.value.trouble is Trouble.FULL
    connection.execute("PRAGMA max_page_count = 1000000")
    assert names() == ["Trước"]
    assert faults(store) == {}
    add_note(store, "Sau")
    assert names() == ["Trước", "Sau"]
