from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.vietnamese import DayKind, DayOff, HolidayRow, WorkCalendar, because, default_holidays

OFFICE = WorkCalendar.from_rows(default_holidays(range(2024, 2029)))


def day(text: str) -> date:
    return date.fromisoformat(text)


# Worked by hand with a wall calendar; the first day counted is the one after the start.
AROUND_FIVE_TETS = [
    # 2024: Tết 10/2 (Sat). Off 8-14/2 as announced: Thu 8, Fri 9, weekend 10-11, Mon 12, Tue 13, Wed 14.
    ("2024-02-06", 1, "2024-02-07"),  # Wed 7
    ("2024-02-06", 2, "2024-02-15"),  # 7; the first day back is Thu 15
    ("2024-02-07", 1, "2024-02-15"),
    ("2024-02-10", 1, "2024-02-15"),  # handed in on mùng 1
    ("2024-02-14", 1, "2024-02-15"),
    ("2024-02-15", 1, "2024-02-16"),
    ("2024-02-06", 10, "2024-02-27"),  # 7, 15, 16, 19-23, 26, 27
    # 30/4/2024 (Tue): Mon 29/4 was swapped with Sat 4/5. 27-28 weekend, 29, 30, 1/5 off; 2, 3, 4 worked, 5 Sunday, 6.
    ("2024-04-26", 1, "2024-05-02"),
    ("2024-04-26", 3, "2024-05-04"),
    ("2024-04-26", 4, "2024-05-06"),
    # 2025: Tết 29/1 (Wed). Off 25/1-2/2 as announced: weekend 25-26, Mon 27 to Fri 31, weekend 1-2/2.
    ("2025-01-23", 1, "2025-01-24"),  # Fri 24
    ("2025-01-23", 2, "2025-02-03"),
    ("2025-01-24", 7, "2025-02-11"),  # 3-7, 10, 11
    ("2025-01-23", 10, "2025-02-13"),  # 24, 3-7, 10-13
    # Fri 2/5/2025 was swapped with Sat 26/4: 26 worked, 27 Sunday, 28, 29 worked, 30/4-4/5 off, Mon 5/5.
    ("2025-04-25", 1, "2025-04-26"),
    ("2025-04-25", 2, "2025-04-28"),
    ("2025-04-25", 4, "2025-05-05"),
    # 2026: Fri 2/1 was swapped with Sat 10/1: 1-4/1 off, 5-9 worked, Sat 10 worked, Mon 12.
    ("2025-12-31", 1, "2026-01-05"),
    ("2025-12-31", 6, "2026-01-10"),
    ("2025-12-31", 7, "2026-01-12"),
    # Tết 17/2 (Tue). Off 14-22/2 as announced: weekend 14-15, Mon 16 to Fri 20, weekend 21-22.
    ("2026-02-12", 1, "2026-02-13"),
    ("2026-02-12", 2, "2026-02-23"),
    ("2026-02-17", 1, "2026-02-23"),
    ("2026-02-12", 10, "2026-03-05"),  # 13, 23-27, 2-5/3
    # Giỗ Tổ 26/4/2026 is a Sunday: Mon 27 off in lieu. 30/4 Thu and 1/5 Fri off.
    ("2026-04-24", 1, "2026-04-28"),
    ("2026-04-24", 3, "2026-05-04"),  # 28, 29, then the weekend 2-3/5
    # Quốc khánh 2026: Mon 31/8 swapped with Sat 22/8, Tue 1/9 and Wed 2/9 off.
    ("2026-08-21", 1, "2026-08-22"),
    ("2026-08-28", 1, "2026-09-03"),
    # Ngày Văn hóa Việt Nam, Tue 24/11/2026.
    ("2026-11-23", 1, "2026-11-25"),
    # 2027: Tết 6/2 (Sat), not announced. By rule: Fri 5, weekend 6-7, Mon 8, Tue 9 and in lieu of the weekend
    # Thu 4 and Wed 10.
    ("2027-02-02", 1, "2027-02-03"),
    ("2027-02-02", 2, "2027-02-11"),
    ("2027-02-02", 10, "2027-02-23"),  # 3, 11, 12, 15-19, 22, 23
    # 2028: Tết 26/1 (Wed), not announced. By rule: Tue 25 to Fri 28, Sat 29 and in its lieu Mon 24.
    ("2028-01-20", 1, "2028-01-21"),
    ("2028-01-20", 2, "2028-01-31"),
    ("2028-01-20", 10, "2028-02-10"),  # 21, 31, 1-4/2, 7-10
]


@pytest.mark.parametrize(("start", "count", "due"), AROUND_FIVE_TETS)
def test_working_days_around_five_tets_are_those_counted_by_hand(start: str, count: int, due: str) -> None:
    assert OFFICE.add_working_days(day(start), count).day == day(due)
    assert OFFICE.working_days_between(day(start), day(due)) == count


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        ("2024-01-15", 30, "2024-02-15"),  # 14/2 is the last day of Tết
        ("2024-01-08", 30, "2024-02-07"),  # a Wednesday
        ("2026-02-07", 10, "2026-02-23"),  # 17/2 is mùng 1; then the holidays and a weekend
        ("2026-04-01", 29, "2026-05-04"),  # 30/4
        ("2026-01-01", 9, "2026-01-10"),  # a Saturday that is worked
        ("2026-06-01", 30, "2026-07-01"),
        ("2026-06-05", 0, "2026-06-05"),
        ("2026-06-06", 0, "2026-06-08"),  # a Saturday
    ],
)
def test_a_last_calendar_day_on_a_closed_day_moves_on(start: str, count: int, due: str) -> None:
    assert OFFICE.add_calendar_days(day(start), count).day == day(due)


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [("2026-06-22", -3, "2026-06-17"), ("2026-02-24", -2, "2026-02-13"), ("2026-06-21", -1, "2026-06-19")],
)
def test_working_days_count_backwards_for_invitations(start: str, count: int, due: str) -> None:
    assert OFFICE.add_working_days(day(start), count).day == day(due)


def test_day_nought_is_the_start_itself() -> None:
    assert OFFICE.add_working_days(day("2026-02-17"), 0).day == day("2026-02-17")
    assert OFFICE.working_days_between(day("2026-06-22"), day("2026-06-22")) == 0


def test_a_due_day_tells_which_days_were_passed_over() -> None:
    due = OFFICE.add_working_days(day("2026-02-12"), 3)
    assert due.because == (
        "vì nghỉ cuối tuần (14/02/2026, 15/02/2026, 21/02/2026, 22/02/2026), "
        "nghỉ Tết Nguyên Đán (16/02/2026 đến 20/02/2026)"
    )
    moved = OFFICE.add_calendar_days(day("2026-04-01"), 29)
    assert moved.because == (
        "vì nghỉ Ngày Chiến thắng 30/4 (30/4/2026), nghỉ Ngày Quốc tế Lao động 1/5 (01/5/2026), "
        "nghỉ cuối tuần (02/5/2026, 03/5/2026)"
    )


def test_nothing_passed_over_needs_no_reason() -> None:
    assert OFFICE.add_working_days(day("2026-06-22"), 2).because == ""
    assert because([]) == ""


def test_days_in_lieu_are_named_once() -> None:
    off = [DayOff(day("2026-04-27"), "nghỉ bù Giỗ Tổ Hùng Vương"), DayOff(day("2026-01-02"), "Ngày nghỉ (thay)")]
    assert because(off) == "vì nghỉ bù Giỗ Tổ Hùng Vương (27/4/2026), Ngày nghỉ (thay) (02/01/2026)"


@given(st.dates(date(2023, 12, 1), date(2028, 12, 1)), st.integers(-60, 60))
def test_a_count_passes_exactly_that_many_working_days(start: date, count: int) -> None:
    due = OFFICE.add_working_days(start, count)
    passed = [min(start, due.day) + timedelta(n) for n in range(abs((due.day - start).days) + 1)]
    passed.remove(start)
    assert sum(map(OFFICE.is_working, passed)) == abs(count)
    assert [off.day for off in due.days_off] == [each for each in passed if not OFFICE.is_working(each)]
    assert count == 0 or OFFICE.is_working(due.day)


@given(st.dates(date(2023, 12, 1), date(2028, 12, 1)), st.dates(date(2023, 12, 1), date(2028, 12, 1)))
def test_counting_between_is_the_same_from_both_ends(start: date, end: date) -> None:
    assert OFFICE.working_days_between(start, end) == -OFFICE.working_days_between(end, start)


def test_a_day_cannot_be_off_and_made_up() -> None:
    saturday = day("2026-08-22")
    with pytest.raises(ValueError, match="22/8/2026"):
        WorkCalendar({saturday: "Nghỉ"}, {saturday: "Làm bù"})


def test_a_week_must_have_a_working_day() -> None:
    with pytest.raises(ValueError):
        WorkCalendar(weekend=frozenset(range(7)))


def test_an_office_may_work_on_saturdays() -> None:
    six_days = WorkCalendar(weekend=frozenset({6}))
    assert six_days.add_working_days(day("2026-06-19"), 1).day == day("2026-06-20")


def test_counting_calendar_days_backwards_is_refused() -> None:
    with pytest.raises(ValueError):
        OFFICE.add_calendar_days(day("2026-06-22"), -1)


def test_the_first_table_knows_swaps_lieu_days_and_what_is_not_yet_announced() -> None:
    rows = default_holidays([2026, 2027])
    assert [row.day for row in rows] == sorted(row.day for row in rows)
    by_day = {row.day: row for row in rows}
    assert by_day[day("2026-01-10")] == HolidayRow(day("2026-01-10"), "Làm bù", DayKind.MAKE_UP, announced=True)
    assert by_day[day("2026-08-22")].kind is DayKind.MAKE_UP
    assert by_day[day("2026-04-27")].name == "nghỉ bù Giỗ Tổ Hùng Vương"
    assert by_day[day("2026-11-24")].name == "Ngày Văn hóa Việt Nam"
    assert not by_day[day("2027-02-05")].announced
    assert day("2025-11-24") not in {row.day for row in default_holidays([2025])}


@pytest.mark.parametrize("year", [2006, 2100])
def test_years_without_a_table_are_refused(year: int) -> None:
    with pytest.raises(ValueError):
        default_holidays([year])


def test_far_years_have_their_tet() -> None:
    rows = [row for row in default_holidays([2099]) if row.name == "Tết Nguyên Đán"]
    assert [row.day for row in rows if row.day == date(2099, 1, 21)] == [date(2099, 1, 21)]
    assert len(rows) >= 5
