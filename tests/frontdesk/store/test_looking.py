"""What is seen of a backup before it is restored."""

import shutil
from pathlib import Path

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.store import Store
from tests.frontdesk.store.toy import USER, add_note, names, open_toy


def test_a_look_compares_what_was_there_with_what_is_here(store: Store) -> None:
    add_note(store, "Trước")
    backup = store.back_up().folder
    add_note(store, "Sau")
    add_note(store, "Sau nữa")
    found = store.look_into(backup)
    assert found.faults == ()
    assert (found.then["note"], found.now["note"]) == (1, 3)
    assert found.deeds_since == 2
    assert (found.last_user, found.last_at) == (USER, store.clock.now().replace(microsecond=0))
    assert found.users == (USER,)


def test_a_look_changes_nothing(store: Store) -> None:
    add_note(store, "Trước")
    backup = store.back_up().folder
    before = {path.name: path.read_bytes() for path in backup.iterdir()}
    store.look_into(backup)
    assert {path.name: path.read_bytes() for path in backup.iterdir()} == before
    assert names() == ["Trước"]


def test_a_backup_that_is_not_whole_is_said_to_be_so(store: Store) -> None:
    backup = store.back_up().folder
    with (backup / "office.db").open("ab") as handle:
        handle.write(b"x")
    found = store.look_into(backup)
    assert found.faults
    assert (found.last_user, found.users) == ("", ())


def test_a_backup_from_before_a_restore_is_of_another_past(store: Store, folder: Path, tmp_path: Path) -> None:
    """Two offices that went apart from one copy have the same key and other journals."""
    add_note(store, "Chung")
    store.back_up()
    store.close()
    twin = Path(shutil.copytree(folder, tmp_path / "twin"))
    here = open_toy(twin)
    add_note(here, "Ở đây")
    backup = here.back_up(tmp_path / "stick").folder
    here.close()
    there = open_toy(folder)
    add_note(there, "Ở kia")
    assert there.look_into(backup).deeds_since is None
    there.close()


def test_a_folder_without_a_backup_cannot_be_looked_into(store: Store, tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="no complete backup"):
        store.look_into(tmp_path)
