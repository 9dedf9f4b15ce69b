"""Every schema that ever landed is brought up to today's, and is then what a fresh office is."""

import shutil
from contextlib import closing
from pathlib import Path

from frontdesk.commands.rooms import MODELS
from frontdesk.store import live, migrate, open_store, schema
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


def test_there_is_a_file_of_every_schema_before_todays() -> None:
    assert set(range(1, migrate.version())) <= landed().keys()


def test_each_of_them_and_a_fresh_office_come_to_the_same(tmp_path: Path) -> None:
    make(tmp_path / "fresh")
    folders = [Path(shutil.copytree(folder, tmp_path / folder.name)) for folder in landed().values()]
    assert {folder.name: upgraded(folder) for folder in (tmp_path / "fresh", *folders)} == {
        folder.name: [] for folder in (tmp_path / "fresh", *folders)
    }
