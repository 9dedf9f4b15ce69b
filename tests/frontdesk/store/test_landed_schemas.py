"""Every schema that ever landed is brought up to today's, and is then what a fresh office is."""

import shutil
from contextlib import closing
from pathlib import Path

from frontdesk.commands.rooms import MODELS
from frontdesk.commands.services import build
from frontdesk.fund import Account, Post, Receive
from frontdesk.office import ChangeRoles
from frontdesk.store import Role, live, migrate, open_store, schema
from frontdesk.store.model import PLAIN, RECORDS
from tests.conftest import PASSPHRASE, USER
from tests.data.landed_schema import HERE, PREFIX, make


def landed() -> dict[int, Path]:
    return {int(folder.name.removeprefix(PREFIX)): folder for folder in HERE.glob(f"{PREFIX}*")}


def upgraded(folder: Path) -> list[str]:
    """What an office, opened by today's program, has otherwise than a fresh one."""
    with closing(open_store(folder, USER, PASSPHRASE)):
        return schema.differences(
            schema.of(live.connection()), schema.wanted([*PLAIN, *RECORDS, *MODELS], migrate.DIRECTORY)
        )


def faults(folder: Path) -> list[str | None]:
    """What every check finds in an office that today's program has opened."""
    with closing(open_store(folder, USER, PASSPHRASE)) as store:
        return [finding.fault for finding in build(store).check() if not finding.ok]


def test_there_is_a_file_of_every_schema_before_todays() -> None:
    assert set(range(1, migrate.version())) <= landed().keys()


def test_each_of_them_and_a_fresh_office_come_to_the_same(tmp_path: Path) -> None:
    make(tmp_path / "fresh")
    folders = [Path(shutil.copytree(folder, tmp_path / folder.name)) for folder in landed().values()]
    assert {folder.name: upgraded(folder) for folder in (tmp_path / "fresh", *folders)} == {
        folder.name: [] for folder in (tmp_path / "fresh", *folders)
    }


def test_what_was_brought_up_to_date_is_as_journalled(tmp_path: Path) -> None:
    folders = [Path(shutil.copytree(folder, tmp_path / folder.name)) for folder in landed().values()]
    assert {folder.name: faults(folder) for folder in folders} == {folder.name: [] for folder in folders}


def test_day_totals_of_before_are_those_of_today(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(HERE / f"{PREFIX}3", tmp_path / "office"))
    with closing(open_store(folder, USER, PASSPHRASE)) as store:
        services = build(store)
        services.office.change_roles(ChangeRoles(USER, (Role.ADMINISTRATOR, Role.ACCOUNTANT)))
        books = services.fund
        assert books.balance(None, Account.CASH) == 2_500_000
        books.post(Post(books.receive(Receive(1_000, "Ủng hộ", "Ông An")).draft or ""))
        assert books.balance(None, Account.CASH) == 2_501_000
    assert faults(folder) == []
