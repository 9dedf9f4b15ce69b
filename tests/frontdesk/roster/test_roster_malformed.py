"""Files no office means to keep, read in as rosters: a sentence each, and nothing of them in the roster."""

import shutil
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.office import ImportAsk, Office
from frontdesk.roster import Roster
from frontdesk.sheet import Outcome
from frontdesk.store import journal_head, open_store
from tests.conftest import PASSPHRASE, USER, StandingClock
from tests.frontdesk.sheet.malformed import malformed, patience

FILES = 300
TAKEN = (Outcome.ADDED, Outcome.UPDATED, Outcome.JOINED)


@pytest.fixture(scope="module")
def one_roster(blank_roster: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Roster]:
    """One roster for all files: what one of them left behind would be seen."""
    folder = shutil.copytree(blank_roster, tmp_path_factory.mktemp("malformed") / "office")
    store = open_store(folder, USER, PASSPHRASE, clock=StandingClock(datetime(2026, 6, 22, 8, 0)))
    yield Roster(store, Office(store))
    store.close()


def refusal_of(roster: Roster, path: Path) -> str | None:
    """The sentence the file is refused with; None when its rows were answered one by one."""
    before = journal_head()
    try:
        report = roster.import_sheet(ImportAsk(path))
    except RuleBroken as refusal:
        return str(refusal)
    assert all(row.reason for row in report.of(Outcome.REJECTED))
    taken = report.of(*TAKEN)
    assert [row.what for row in taken if row.what.startswith(tuple("=+-@\x00")) or not row.what.isprintable()] == []
    assert (journal_head() == before) is (not taken)
    return None


@pytest.mark.parametrize("number", range(FILES))
def test_a_malformed_file_is_answered_in_sentences_and_nothing_odd_is_taken(
    one_roster: Roster, tmp_path: Path, number: int
) -> None:
    path = tmp_path / "danh-sach.xlsx"
    path.write_bytes(malformed(number))
    allowed, before, began = patience(), journal_head(), time.process_time()
    refusal = refusal_of(one_roster, path)
    assert refusal is None or (refusal.endswith(".") and journal_head() == before)
    assert time.process_time() - began < allowed
