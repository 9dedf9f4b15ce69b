"""Copies that count only once they have been opened and checked."""

import json
import random
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from frontdesk.errors import DeskUnavailable, RuleBroken, Trouble
from frontdesk.store import Store, backups_in, create, read_backup, verify_backup
from frontdesk.store.connection import raw
from tests.frontdesk.store.toy import (
    MODELS,
    PASSPHRASE,
    QUICK,
    USER,
    WRITE,
    Note,
    SetClock,
    add_note,
    contents,
    key_of,
)

SCAN = b"a scan of the signed minutes" * 50


def with_file(store: Store, name: str = "Biên bản") -> str:
    note, digest = add_note(store, name), store.vault.put(SCAN)
    with store.change(WRITE) as change:
        change.attach(note, "scan.pdf", len(SCAN), digest)
    return digest


def test_a_backup_lies_in_a_folder_of_its_time_and_passes(store: Store, folder: Path) -> None:
    digest = with_file(store)
    made = store.back_up(thorough=True)
    assert made.folder == folder / "backups" / "20260622-080000"
    assert sorted(path.name for path in made.folder.iterdir()) == ["manifest.json", "office.db", "office.keys"]
    assert (folder / "backups" / "files" / digest[:2] / digest).is_file()
    assert made.manifest.totals["note"] == 1
    assert made.manifest.files == (digest,)
    assert store.anchor == made.manifest.head
    assert store.verify(made.folder) == []
    assert [row.folder for row in store.backups()] == [made.folder]


def test_a_backup_holds_what_is_still_in_the_log(store: Store) -> None:
    add_note(store, "Vừa xong")
    made = store.back_up()
    with closing(raw(made.folder / "office.db", key_of(store), immutable=True)) as connection:
        assert connection.execute("SELECT name FROM note").fetchall() == [("Vừa xong",)]


def test_backups_are_listed_newest_first_and_share_their_files(store: Store, folder: Path, clock: SetClock) -> None:
    with_file(store)
    first = store.back_up()
    clock.moment += timedelta(hours=1)
    second = store.back_up()
    assert [row.folder for row in store.backups()] == [second.folder, first.folder]
    assert len(list((folder / "backups" / "files").rglob("*/*"))) == 1


def test_two_backups_in_one_second_are_two(store: Store) -> None:
    assert store.back_up().folder != store.back_up().folder


def test_a_backup_to_a_stick_stands_alone(store: Store, folder: Path, tmp_path: Path) -> None:
    with_file(store)
    made = store.back_up(tmp_path / "stick")
    store.close()
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    assert verify_backup(folder, made.folder, None, PASSPHRASE) == []
    store._lock = None


@pytest.mark.parametrize("part", ["office.db", "office.keys", "manifest.json"])
def test_a_flipped_byte_anywhere_is_found(store: Store, part: str) -> None:
    with_file(store)
    made = store.back_up()
    path = made.folder / part
    content = path.read_bytes()
    dice = random.Random(part)
    for _each in range(40):
        place = dice.randrange(len(content))
        path.write_bytes(content[:place] + bytes([content[place] ^ dice.randrange(1, 256)]) + content[place + 1 :])
        assert found(store, made.folder), place
    path.write_bytes(content)
    assert not found(store, made.folder)


def found(store: Store, folder: Path) -> list[str]:
    """What is wrong with a backup, a manifest that cannot even be read included."""
    try:
        return store.verify(folder)
    except RuleBroken as refused:
        return [refused.code]


@pytest.mark.parametrize("part", ["office.db", "office.keys", "manifest.json"])
@pytest.mark.parametrize("share", [0.0, 0.5, 0.99])
def test_a_truncated_backup_is_found(store: Store, part: str, share: float) -> None:
    made = store.back_up()
    path = made.folder / part
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert found(store, made.folder)


@pytest.mark.parametrize("part", ["office.db", "office.keys", "manifest.json"])
def test_a_backup_without_one_of_its_files_is_found(store: Store, part: str) -> None:
    made = store.back_up()
    (made.folder / part).unlink()
    assert found(store, made.folder)


@pytest.mark.parametrize("spoil", ["missing", "flipped"])
def test_an_attachment_lost_or_changed_in_a_backup_is_found(store: Store, spoil: str) -> None:
    digest = with_file(store)
    made = store.back_up()
    path = made.folder.parent / "files" / digest[:2] / digest
    if spoil == "missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    assert store.verify(made.folder) == ["1 attachment of the backup is missing or was changed"]
    again = store.back_up(thorough=True)
    assert store.verify(again.folder) == []
    assert store.verify(made.folder) == []


def test_a_manifest_rewritten_by_somebody_else_is_found(store: Store) -> None:
    made = store.back_up()
    path = made.folder / "manifest.json"
    content = json.loads(path.read_text())
    path.write_text(json.dumps({**content, "made": "2020-01-01T00:00:00"}, indent=1))
    assert store.verify(made.folder) == ["a file of the backup is not the one that was written"]


def test_a_backup_of_another_office_is_told_as_one(store: Store, tmp_path: Path) -> None:
    made = store.back_up(tmp_path / "stick")
    store.close()
    create(tmp_path / "other", USER, PASSPHRASE, MODELS, cost=QUICK)
    assert "another office" in verify_backup(tmp_path / "other", made.folder, None, PASSPHRASE)[0]
    store._lock = None


def test_a_file_lost_by_the_office_does_not_keep_the_rest_from_being_saved(store: Store) -> None:
    digest = with_file(store)
    store.vault.path(digest).unlink()
    made = store.back_up(thorough=True)
    assert made.manifest.files == ()
    assert store.verify(made.folder) == []


def test_an_unfinished_backup_counts_for_nothing(store: Store, folder: Path) -> None:
    made = store.back_up()
    made.folder.rename(made.folder.with_name(made.folder.name + ".unfinished"))
    assert store.backups() == []
    assert backups_in(folder / "nowhere") == []


def test_a_backup_that_fails_its_check_is_thrown_away(store: Store, folder: Path) -> None:
    add_note(store, text="dài " * 50_000)
    Note._meta.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    path = folder / "office.db"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 255
    path.write_bytes(content)
    with pytest.raises(DeskUnavailable) as refused:
        store.back_up()
    assert refused.value.trouble is Trouble.DAMAGED
    assert list((folder / "backups").iterdir()) == []


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": 2}', "\0"])
def test_what_is_no_backup_is_refused_with_its_folder(tmp_path: Path, content: str) -> None:
    (tmp_path / "manifest.json").write_text(content)
    with pytest.raises(RuleBroken, match=str(tmp_path)) as refused:
        read_backup(tmp_path)
    assert (refused.value.code, refused.value.field) == ("store.backup.unreadable", "backup")
    assert backups_in(tmp_path.parent) == []


def test_verifying_changes_nothing(store: Store) -> None:
    made = store.back_up()
    before = contents(made.folder)
    store.verify(made.folder)
    assert contents(made.folder) == before
    assert {path.name for path in made.folder.iterdir()} == {"manifest.json", "office.db", "office.keys"}
