"""One computer at a time."""

import platform
from pathlib import Path

import pytest

from frontdesk.errors import DeskUnavailable, Trouble
from frontdesk.store import Store, lock
from tests.frontdesk.store import elsewhere
from tests.frontdesk.store.toy import add_note, key_of, names, open_toy


def test_who_comes_second_is_told_who_holds_the_office(folder: Path) -> None:
    other = elsewhere.start(folder, "hold")
    assert other.stdout is not None
    other.stdout.readline()
    with pytest.raises(DeskUnavailable) as refused:
        open_toy(folder)
    other.communicate("end\n")
    assert refused.value.trouble is Trouble.LOCKED
    for said in ("Lê Ngọc Thảo", platform.node(), "22/06/2026 08:00"):
        assert said in str(refused.value)
    open_toy(folder).close()


def test_who_comes_second_may_read(store: Store, folder: Path) -> None:
    add_note(store, "Họp")
    out, _errors = elsewhere.start(folder, "read").communicate()
    assert out.split("\n")[0] == "Họp"


def test_a_crash_leaves_no_lock_behind(folder: Path) -> None:
    with elsewhere.start(folder, "work") as other:
        assert other.stdout is not None
        other.stdout.readline()
        other.kill()
    store = open_toy(folder)
    assert len(names()) >= 10
    store.close()


def test_the_note_of_the_holder_is_gone_after_work_and_unreadable_before(store: Store, folder: Path) -> None:
    path = folder / lock.HOLDER_NAME
    assert "Ngọc".encode() not in path.read_bytes()
    assert "Thảo".encode() not in path.read_bytes()
    assert lock.holder(folder, key_of(store)) == lock.Holder("Lê Ngọc Thảo", platform.node(), "22/06/2026 08:00")
    assert lock.holder(folder, bytes(32)) is None
    store.close()
    assert not path.exists()
    store._lock = None


def test_a_holder_without_a_note_is_still_a_holder(store: Store, folder: Path) -> None:
    (folder / lock.HOLDER_NAME).unlink()
    other = lock.OfficeLock(folder, key_of(store))
    with pytest.raises(DeskUnavailable, match="another window") as refused:
        other.take()
    assert refused.value.trouble is Trouble.LOCKED


def test_reading_takes_no_lock(folder: Path) -> None:
    reading = open_toy(folder, read_only=True)
    other = lock.OfficeLock(folder)
    other.take()
    other.release()
    reading.close()
