"""A roster over an office of its own, and sheets made on the spot."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from frontdesk import office as office_room
from frontdesk import roster as roster_room
from frontdesk.office import Office, lay_out
from frontdesk.roster import Roster
from frontdesk.store import Cost, Store, create, open_store
from tests.conftest import COMMUNE, PASSPHRASE, USER, StandingClock

Sheet = Callable[[Sequence[Sequence[Any]]], Path]


@pytest.fixture(scope="session")
def blank_roster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office that knows areas and people and has none yet; never opened, only copied."""
    folder = tmp_path_factory.mktemp("blank-roster") / "office"
    models = (*office_room.MODELS, *roster_room.MODELS)
    moment = StandingClock(datetime(2026, 6, 1, 8, 0))
    cost = Cost(memory_kib=8, passes=1)
    create(folder, USER, PASSPHRASE, models, clock=moment, cost=cost, first=lambda change: lay_out(change, COMMUNE))
    return folder


@pytest.fixture
def roster_store(blank_roster: Path, tmp_path: Path, clock: StandingClock) -> Iterator[Store]:
    opened = open_store(Path(shutil.copytree(blank_roster, tmp_path / "roster-office")), USER, PASSPHRASE, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def roster(roster_store: Store) -> Roster:
    return Roster(roster_store, Office(roster_store))


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    """Writes rows to an xlsx file; dates become dates, as Excel keeps them."""
    count = 0

    def write(rows: Sequence[Sequence[Any]]) -> Path:
        nonlocal count
        count += 1
        path = tmp_path / f"roster-{count}.xlsx"
        with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
            page = book.add_worksheet()
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, date):
                        page.write_datetime(row, column, datetime(cell.year, cell.month, cell.day))
                    elif cell is not None:
                        page.write(row, column, cell)
        return path

    return write
