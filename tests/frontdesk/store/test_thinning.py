"""Which backups may go."""

from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from frontdesk.store import Store, backups_in
from frontdesk.store.model import Attachment
from frontdesk.store.thinning import thin, to_thin
from tests.frontdesk.store.toy import WRITE, SetClock, add_note

NOW = datetime(2026, 6, 22, 8, 0)


def days_ago(*days: float) -> list[datetime]:
    return [NOW - timedelta(days=each) for each in days]


@pytest.mark.parametrize(
    ("made", "going"),
    [
        ([], []),
        (days_ago(0, 0.1, 0.2, 1, 2), []),
        (days_ago(2.01), []),
        # Of one day the newest stays; two days ago at eight is still among "the last two days".
        (days_ago(3.1, 3.2, 3.3), days_ago(3.2, 3.3)),
        # Twelve days stay one each, then weeks: the 15th day before is the newest of its week.
        (days_ago(*range(3, 15)), []),
        # The day after the twelfth goes when a newer one of its week stays.
        (days_ago(3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16), days_ago(16)),
    ],
)
def test_the_newest_of_each_day_week_and_month_stay(made: list[datetime], going: list[datetime]) -> None:
    assert to_thin(made, NOW) == set(going)


def test_two_years_of_hourly_backups_become_a_few() -> None:
    made = [NOW - timedelta(hours=each) for each in range(2 * 365 * 24)]
    kept = sorted(set(made) - to_thin(made, NOW), reverse=True)
    old = [time for time in kept if NOW - time > timedelta(days=2)]
    assert len([time for time in kept if NOW - time <= timedelta(days=2)]) == 49
    assert len(old) <= 12 + 10 + 9
    assert NOW - old[-1] > timedelta(days=200)
    assert max(newer - older for newer, older in pairwise(old[:12])) <= timedelta(days=1)


def test_thinning_again_takes_nothing_more() -> None:
    made = [NOW - timedelta(hours=7 * each) for each in range(900)]
    kept = set(made) - to_thin(made, NOW)
    assert to_thin(kept, NOW) == set()


def test_each_days_thinning_leaves_what_the_next_one_needs() -> None:
    kept: set[datetime] = set()
    for day in range(400):
        now = NOW + timedelta(days=day)
        kept.add(now)
        kept -= to_thin(kept, now)
    last = NOW + timedelta(days=399)
    ages = sorted((last - time).days for time in kept)
    assert ages[:15] == list(range(15))
    assert 20 <= len(ages) <= 2 + 12 + 10 + 9 + 1
    assert ages[-1] >= 230


def attach(store: Store, content: bytes) -> str:
    note, digest = add_note(store), store.vault.put(content)
    with store.change(WRITE) as change:
        change.attach(note, "scan.pdf", len(content), digest)
    return digest


def test_old_backups_go_with_the_files_that_only_they_needed(store: Store, clock: SetClock, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    photo = stick / "files" / "holiday" / "photo.jpg"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"photo")
    digest = attach(store, b"scan")
    first = store.back_up(stick)
    with store.change(WRITE) as change:
        change.blank(Attachment, Attachment.get().id, "giữ bí mật", digest=store.vault.put(b"notice"))
    clock.moment += timedelta(minutes=5)
    second = store.back_up(stick)
    clock.moment += timedelta(minutes=5)
    third = store.back_up(stick)
    later = datetime(2026, 7, 30, 8, 0)
    assert (stick / "files" / digest[:2] / digest).exists()
    assert thin(stick, "another office", later) == []
    assert set(thin(stick, first.manifest.office, later)) == {first.folder, second.folder}
    assert [row.folder for row in backups_in(stick)] == [third.folder]
    assert not (stick / "files" / digest[:2] / digest).exists()
    assert photo.read_bytes() == b"photo"
    assert store.verify(third.folder) == []
