"""What needs a machine of one's own to show: system calls, a small disk, a disk that cannot be written."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from frontdesk.errors import DeskUnavailable, Trouble
from frontdesk.store import Store, create
from tests.frontdesk.store import elsewhere
from tests.frontdesk.store.toy import (
    MODELS,
    PASSPHRASE,
    QUICK,
    USER,
    SetClock,
    add_note,
    contents,
    copied,
    faults,
    names,
    open_toy,
)

pytestmark = pytest.mark.machine


def run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)


def traced(folder: Path, trace: Path, deed: str, lines: int) -> Sequence[str]:
    """The writes and flushes of another process that does `deed`, until it has said `lines` lines."""
    calls = "trace=write,pwrite64,fsync,fdatasync"
    with elsewhere.start(folder, deed, under=("strace", "-f", "-y", "-e", calls, "-o", str(trace))) as other:
        assert other.stdout is not None
        for _line in range(lines):
            other.stdout.readline()
        other.terminate()
    return trace.read_text(encoding="utf-8", errors="replace").splitlines()


def unflushed(calls: Sequence[str]) -> list[str]:
    """What was said to be done while the log still had writes that no flush had followed."""
    waiting, said = False, []
    for call in calls:
        if "office.db-wal" in call:
            waiting = "write" in call.split("(")[0]
        elif re.search(r'write\(1<[^>]*>, "\d+\\n"', call) and waiting:
            said.append(call)
    return said


def test_a_deed_is_on_the_disk_before_it_is_said_to_be_done(folder: Path, tmp_path: Path) -> None:
    calls = traced(folder, tmp_path / "trace", "work", 8)
    assert sum("office.db-wal" in call and "sync" in call for call in calls) >= 8
    assert unflushed(calls) == []


def test_the_trace_would_show_it_if_the_flush_were_left_out(folder: Path, tmp_path: Path) -> None:
    calls = traced(folder, tmp_path / "trace", "carelessly", 8)
    assert unflushed(calls)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB."""
    place = tmp_path / "small"
    place.mkdir()
    run("mount", "-t", "tmpfs", "-o", "size=1M", "tmpfs", str(place))
    yield place
    run("umount", "-l", str(place))


def notes_until_full(store: Store) -> int:
    """Write one note after the other until the disk is full; how many were taken."""
    for done in range(10_000):
        try:
            add_note(store, f"Đơn {done}", text="một đoạn dài " * 40)
        except DeskUnavailable as unavailable:
            if unavailable.trouble is Trouble.FULL:
                return done
            raise
    raise AssertionError("the disk never filled up")


def test_on_a_full_disk_every_deed_stands_whole_or_not_at_all(folder: Path, small_disk: Path) -> None:
    office = copied(folder, small_disk / "office")
    store = open_toy(office)
    done = notes_until_full(store)
    assert names() == [f"Đơn {each}" for each in range(done)]
    assert faults(store) == {}
    before = names()
    with pytest.raises(DeskUnavailable) as refused:
        store.back_up()
    assert refused.value.trouble is Trouble.FULL
    assert not (office / "backups").exists() or list((office / "backups").iterdir()) == []
    with pytest.raises(DeskUnavailable):
        store.close()
    again = open_toy(office, read_only=True)
    assert names() == before
    again.close()


def test_on_a_full_disk_no_half_office_is_made(small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(bytes(960_000))
    with pytest.raises(DeskUnavailable) as refused:
        create(small_disk / "office", USER, PASSPHRASE, MODELS, clock=SetClock(), cost=QUICK)
    assert refused.value.trouble is Trouble.FULL
    assert [path.name for path in small_disk.iterdir()] == ["filler"]


def test_an_office_is_made_in_the_root_of_a_stick(small_disk: Path) -> None:
    create(small_disk, USER, PASSPHRASE, MODELS, clock=SetClock(), cost=QUICK)
    store = open_toy(small_disk)
    assert faults(store) == {}
    store.close()


@pytest.fixture
def protected(folder: Path, tmp_path: Path) -> Iterator[Path]:
    """An office on a disk that cannot be written."""
    store = open_toy(folder)
    add_note(store, "Họp")
    store.close()
    with write_protected(folder, tmp_path / "protected") as place:
        yield place


@contextmanager
def write_protected(folder: Path, place: Path) -> Iterator[Path]:
    """`folder` seen at `place`, where nothing can be written."""
    place.mkdir()
    run("mount", "--bind", str(folder), str(place))
    try:
        run("mount", "-o", "remount,ro,bind", str(place))
        yield place
    finally:
        run("umount", "-l", str(place))


def test_a_write_protected_office_is_read_but_not_opened_for_work(protected: Path) -> None:
    before = contents(protected)
    with pytest.raises(DeskUnavailable) as refused:
        open_toy(protected)
    assert refused.value.trouble is Trouble.READ_ONLY
    store = open_toy(protected, read_only=True)
    assert names() == ["Họp"]
    assert faults(store) == {}
    store.close()
    with pytest.raises(DeskUnavailable) as refused:
        open_toy(protected, read_only=True, passphrase="sai mật khẩu")
    assert refused.value.trouble is Trouble.WRONG_PASSPHRASE
    assert contents(protected) == before


def test_a_protected_office_with_a_log_left_over_says_what_to_do(folder: Path, tmp_path: Path) -> None:
    store = open_toy(folder)
    add_note(store, "Họp")
    left = copied(folder, tmp_path / "left")
    (left / "office.db-shm").unlink()
    store.close()
    with (
        write_protected(left, tmp_path / "protected") as place,
        pytest.raises(DeskUnavailable, match="Copy the whole folder") as refused,
    ):
        open_toy(place, read_only=True)
    assert refused.value.trouble is Trouble.READ_ONLY


def test_no_office_is_made_on_a_protected_disk(protected: Path) -> None:
    with pytest.raises(DeskUnavailable) as refused:
        create(protected / "new", USER, PASSPHRASE, MODELS, clock=SetClock(), cost=QUICK)
    assert refused.value.trouble is Trouble.READ_ONLY
