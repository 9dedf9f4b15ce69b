"""Making an office and opening one: each thing that may be wrong is one sentence, and changes nothing."""

import errno
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from peewee import OperationalError

from frontdesk.errors import DeskUnavailable, RuleBroken, Trouble
from frontdesk.store import Change, Cost, Store, check, create, explain, keys
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
    faults,
    key_of,
    names,
    open_toy,
)


def make(folder: Path, **more: object) -> str:
    return create(folder, USER, PASSPHRASE, MODELS, **{"clock": SetClock(), "cost": QUICK, **more})


@pytest.mark.parametrize("there", [False, True])
def test_an_office_is_made_in_a_new_or_an_empty_folder(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "deep" / "office"
    if there:
        folder.mkdir(parents=True)
    make(folder)
    assert sorted(entry.name for entry in folder.iterdir()) == ["office.db", "office.keys"]
    store = open_toy(folder)
    assert faults(store) == {}
    assert store.session.may(WRITE)
    store.close()


@pytest.mark.parametrize("what", ["file", "folder with a file"])
def test_no_office_is_made_where_something_lies(tmp_path: Path, what: str) -> None:
    folder = tmp_path / "office"
    if what == "file":
        folder.write_text("a file")
    else:
        folder.mkdir()
        (folder / "letter.txt").write_text("a letter")
    before = contents(tmp_path)
    with pytest.raises(DeskUnavailable) as refused:
        make(folder)
    assert refused.value.trouble is Trouble.NOT_EMPTY
    assert contents(tmp_path) == before


def test_an_office_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    def broken(_change: Change) -> None:
        raise RuleBroken("office.commune.unknown", "No such commune")

    with pytest.raises(RuleBroken):
        make(tmp_path / "office", first=broken)
    assert list(tmp_path.iterdir()) == []


def test_a_short_passphrase_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="at least 8"):
        create(tmp_path / "office", USER, "ngắn", MODELS, cost=QUICK)
    assert list(tmp_path.iterdir()) == []


def test_what_an_interrupted_try_left_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "office" / "office.unfinished").mkdir(parents=True)
    (tmp_path / "office" / "office.unfinished" / "office.db").write_bytes(b"half")
    make(tmp_path / "office")
    open_toy(tmp_path / "office").close()


def test_the_first_rows_come_with_the_office(tmp_path: Path) -> None:
    make(tmp_path / "office", first=lambda change: change.write(Note, {"name": "Đơn vị"}))
    store = open_toy(tmp_path / "office")
    assert names() == ["Đơn vị"]
    assert faults(store) == {}
    store.close()


def test_the_usual_cost_of_a_passphrase_is_a_real_one() -> None:
    assert Cost().memory_kib >= 19_456
    assert Cost().passes >= 2


@pytest.mark.parametrize(
    ("spoil", "trouble"),
    [
        ("no folder", Trouble.MISSING),
        ("no keys", Trouble.MISSING),
        ("no database", Trouble.MISSING),
        ("not a database", Trouble.DAMAGED),
        ("empty database", Trouble.DAMAGED),
        ("first page", Trouble.DAMAGED),
        ("another office's database", Trouble.DAMAGED),
        ("newer", Trouble.NEWER),
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_office_of_ours_is_refused_and_left_as_it_is(
    folder: Path, tmp_path: Path, spoil: str, trouble: Trouble, read_only: bool
) -> None:
    database = folder / "office.db"
    if spoil == "no folder":
        folder = tmp_path / "nowhere"
    elif spoil == "no keys":
        (folder / keys.FILE_NAME).unlink()
    elif spoil == "no database":
        database.unlink()
    elif spoil == "not a database":
        database.write_bytes(b"Kinh gui: " * 5000)
    elif spoil == "empty database":
        database.write_bytes(b"")
    elif spoil == "first page":
        content = database.read_bytes()
        database.write_bytes(content[:100] + b"\0\0\0\0" + content[104:])
    elif spoil == "another office's database":
        make(tmp_path / "other")
        database.write_bytes((tmp_path / "other" / "office.db").read_bytes())
    else:
        store = open_toy(folder)
        key = key_of(store)
        store.close()
        connection = raw(database, key)
        connection.execute("PRAGMA user_version = 999")
        connection.close()
    before = contents(folder)
    with pytest.raises(DeskUnavailable) as refused:
        open_toy(folder, read_only=read_only)
    assert refused.value.trouble is trouble
    assert contents(folder) == before


def test_the_program_says_nothing_on_the_screen_by_itself(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "office.db").write_bytes(b"Kinh gui: " * 5000)
    with pytest.raises(DeskUnavailable):
        open_toy(folder)
    assert capfd.readouterr() == ("", "")


def test_several_users_must_say_who_they_are(store: Store, folder: Path) -> None:
    store.let_in("Trần Văn Hai", "mật khẩu thứ hai", QUICK)
    store.close()
    with pytest.raises(RuleBroken) as refused:
        open_toy(folder, user=None)
    assert refused.value.field == "user"
    store._lock = None


def test_a_key_without_an_account_opens_nothing(store: Store, folder: Path) -> None:
    store.let_in("Trần Văn Hai", "mật khẩu thứ hai", QUICK)
    store.close()
    with pytest.raises(DeskUnavailable) as refused:
        open_toy(folder, user="Trần Văn Hai", passphrase="mật khẩu thứ hai")
    assert refused.value.trouble is Trouble.WRONG_PASSPHRASE
    open_toy(folder).close()
    store._lock = None


def test_reading_beside_an_open_window_sees_what_was_committed(store: Store, folder: Path) -> None:
    add_note(store, "Họp")
    reading = open_toy(folder, read_only=True)
    assert names() == ["Họp"]
    with pytest.raises(DeskUnavailable), reading.change(WRITE):
        pytest.fail("the deed began")
    with pytest.raises(OperationalError, match="readonly"):
        Note.update(name="past the program").execute()
    reading.close()


def test_closing_leaves_two_files_and_the_head_in_the_keys(store: Store, folder: Path) -> None:
    add_note(store, "Họp")
    store.close()
    left = {path.name for path in folder.iterdir()} - {"office.lock"}
    assert left == {"office.db", "office.keys"}
    again = open_toy(folder)
    assert again.anchor is not None
    assert again.anchor.seq == 3
    again.close()
    store._lock = None


def test_the_head_is_anchored_within_a_minute_of_work(store: Store) -> None:
    add_note(store, "Một")
    before = store.anchor
    store._anchored_at -= 61
    add_note(store, "Hai")
    assert before is not None
    assert store.anchor is not None
    assert store.anchor.seq == before.seq + 2


def test_a_cut_tail_is_found(store: Store, folder: Path) -> None:
    add_note(store, "Một")
    store.close()
    kept = (folder / "office.db").read_bytes()
    store = open_toy(folder)
    add_note(store, "Hai")
    store.close()
    (folder / "office.db").write_bytes(kept)
    store = open_toy(folder)
    assert list(faults(store)) == ["the journal's chain"]
    assert "its end is missing" in faults(store)["the journal's chain"]
    store.close()


def test_a_keys_file_that_forgot_the_head_is_found(store: Store, folder: Path) -> None:
    add_note(store, "Một")
    store.close()
    keys.save(folder, replace(keys.load(folder), head=None))
    reading = open_toy(folder, read_only=True)
    assert faults(reading) == {"the journal's chain": "office.keys does not remember its end"}
    reading.close()
    store._lock = None


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (OSError(errno.ENOSPC, "no space"), Trouble.FULL),
        (OSError(errno.EDQUOT, "quota"), Trouble.FULL),
        (OSError(errno.EROFS, "read-only"), Trouble.READ_ONLY),
        (PermissionError(errno.EACCES, "denied"), Trouble.READ_ONLY),
        (OSError(errno.EIO, "input/output"), Trouble.DAMAGED),
        (OperationalError("database or disk is full"), Trouble.FULL),
        (OperationalError("attempt to write a readonly database"), Trouble.READ_ONLY),
        (OperationalError("database is locked"), Trouble.BUSY),
        (OperationalError("database disk image is malformed"), Trouble.DAMAGED),
        (OperationalError("disk I/O error"), Trouble.DAMAGED),
    ],
)
def test_what_the_machine_has_against_us_is_told_as_one_trouble(error: Exception, trouble: Trouble) -> None:
    known = explain(error)
    assert isinstance(known, DeskUnavailable)
    assert known.trouble is trouble


@pytest.mark.parametrize("error", [ValueError("x"), OSError(errno.ENOENT, "x"), OperationalError('near "SELCT"')])
def test_a_bug_is_not_explained_away(error: Exception) -> None:
    assert explain(error) is None


def test_a_failed_anchor_does_not_say_that_the_deed_failed(store: Store, folder: Path) -> None:
    store._anchored_at -= 61
    path = folder / (keys.FILE_NAME + ".new")
    path.mkdir()
    add_note(store, "Họp")
    path.rmdir()
    assert names() == ["Họp"]


def test_every_thread_gives_its_connection_back(store: Store) -> None:
    names()
    store.release_thread()
    assert names() == []
    assert all(finding.ok for finding in check(store, MODELS))


@pytest.mark.parametrize("year", [1899, 2100])
def test_a_clock_that_goes_wrong_while_an_office_is_open_stops_its_deeds(
    store: Store, clock: SetClock, year: int
) -> None:
    clock.moment = datetime(year, 1, 1, 8, 0)
    with pytest.raises(DeskUnavailable) as refused:
        add_note(store, "a note")
    assert refused.value.trouble is Trouble.CLOCK
    assert names() == []
