"""Items of an agenda move each other."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.meetings.rules.agenda import (
    appended,
    begun,
    chained,
    ends_at,
    lengthened,
    minutes_behind,
    relocated,
    removed,
)
from frontdesk.meetings.rules.rows import AgendaRow


def item(title: str, minutes: int | None, at: str | None = None) -> AgendaRow:
    return AgendaRow(time.fromisoformat(at) if at else None, minutes, title=title)


def shown(items: tuple[AgendaRow, ...]) -> list[str]:
    return [f"{each.at:%H:%M} {each.title}" if each.at else f"-- {each.title}" for each in items]


MORNING = (item("a", 10, "08:00"), item("b", 30, "08:10"), item("c", 20, "08:40"), item("d", 15, "09:15"))
"""With a break of a quarter of an hour before d."""


def test_what_is_lengthened_shifts_what_follows_and_the_break_stays() -> None:
    assert shown(lengthened(MORNING, 1, 45)) == ["08:00 a", "08:10 b", "08:55 c", "09:30 d"]
    assert shown(lengthened(MORNING, 1, 0)) == ["08:00 a", "08:10 b", "08:10 c", "08:45 d"]


def test_what_is_taken_out_lets_the_rest_begin_earlier() -> None:
    assert shown(removed(MORNING, 0)) == ["08:00 b", "08:30 c", "09:05 d"]
    assert shown(removed(MORNING, 3)) == ["08:00 a", "08:10 b", "08:40 c"]


@pytest.mark.parametrize(
    ("index", "to", "expected"),
    [
        (0, 2, ["08:00 b", "08:30 c", "08:50 a", "09:15 d"]),
        (2, 0, ["08:00 c", "08:20 a", "08:30 b", "09:15 d"]),
        (1, 1, ["08:00 a", "08:10 b", "08:40 c", "09:15 d"]),
    ],
)
def test_what_is_moved_changes_the_times_between_its_places_only(index: int, to: int, expected: list[str]) -> None:
    assert shown(relocated(MORNING, index, to)) == expected


def test_a_new_item_begins_when_the_last_one_ends() -> None:
    assert shown(appended(MORNING, item("e", 5), time(8))) == [*shown(MORNING), "09:30 e"]
    assert shown(appended((), item("a", 5), time(8))) == ["08:00 a"]
    assert shown(appended(MORNING, item("e", 5, "11:00"), time(8)))[-1] == "11:00 e"
    assert shown(appended((item("a", None, "08:00"),), item("b", 5), time(8))) == ["08:00 a", "-- b"]


def test_another_start_moves_the_whole_agenda() -> None:
    assert shown(begun(MORNING, time(7, 30))) == ["07:30 a", "07:40 b", "08:10 c", "08:45 d"]
    assert shown(begun((item("a", 5), item("b", 5)), time(9))) == ["09:00 a", "09:05 b"]


def test_times_run_over_midnight() -> None:
    assert shown(chained((item("a", 30), item("b", 10)), time(23, 50))) == ["23:50 a", "00:20 b"]


def test_the_clock_is_held_against_the_plan() -> None:
    assert minutes_behind(MORNING[1], time(8, 22)) == 12
    assert minutes_behind(MORNING[1], time(8, 5)) == -5
    assert minutes_behind(item("x", 5), time(8)) is None
    assert ends_at(MORNING) == time(9, 30)
    assert ends_at(()) is None


@given(st.lists(st.integers(0, 120), min_size=1, max_size=8), st.data())
def test_an_agenda_without_breaks_stays_without_breaks(minutes: list[int], data: st.DataObject) -> None:
    items = chained([item(str(place), each) for place, each in enumerate(minutes)], time(8))
    index = data.draw(st.integers(0, len(items) - 1))
    to = data.draw(st.integers(0, len(items) - 1))
    for changed in (relocated(items, index, to), lengthened(items, index, 17), removed(items, index)):
        assert changed == chained(changed, time(8))
