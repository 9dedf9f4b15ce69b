from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.vietnamese import (
    blank_date,
    law_clock,
    law_date,
    law_month,
    law_time,
    parse_day,
    short_date,
    spoken_clock,
    spoken_date,
    spoken_time,
    weekday,
)

# A Wednesday.
TODAY = date(2026, 9, 2)


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 9, 5), "ngày 05 tháng 9 năm 2026"),
        (date(2026, 2, 9), "ngày 09 tháng 02 năm 2026"),
        (date(2026, 1, 10), "ngày 10 tháng 01 năm 2026"),
        (date(2026, 3, 1), "ngày 01 tháng 3 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
        (date(1900, 1, 1), "ngày 01 tháng 01 năm 1900"),
        (date(2099, 10, 9), "ngày 09 tháng 10 năm 2099"),
    ],
)
def test_days_are_written_as_the_decree_writes_them(day: date, written: str) -> None:
    assert law_date(day) == written


def test_days_and_hours_in_their_other_forms() -> None:
    moment = datetime(2026, 6, 22, 8, 0)
    assert law_clock(time(8, 5)) == "08 giờ 05 phút"
    assert law_time(moment) == "08 giờ 00 phút, ngày 22 tháng 6 năm 2026"
    assert spoken_clock(time(8, 30)) == "8 giờ 30 phút"
    assert spoken_date(moment.date()) == "thứ Hai, ngày 22 tháng 6 năm 2026"
    assert spoken_time(moment) == "8 giờ, thứ Hai, ngày 22 tháng 6 năm 2026"
    assert short_date(date(2026, 9, 5)) == "05/9/2026"
    assert short_date(date(2026, 2, 9)) == "09/02/2026"
    assert law_month(2026, 2) == "tháng 02 năm 2026"
    assert weekday(date(2026, 6, 28)) == "Chủ nhật"


def test_a_date_line_leaves_room_for_a_pen() -> None:
    assert blank_date(2026) == "ngày … tháng … năm 2026"
    assert blank_date() == "ngày … tháng … năm …"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("5/9", date(2026, 9, 5)),
        ("05/09/2026", date(2026, 9, 5)),
        ("5-9-1968", date(1968, 9, 5)),
        ("5.9.1968", date(1968, 9, 5)),
        ("5 / 9 / 1968", date(1968, 9, 5)),
        ("2026-09-05", date(2026, 9, 5)),
        ("ngày 5/9/2026", date(2026, 9, 5)),
        ("Ngày 05 tháng 9 năm 2026", date(2026, 9, 5)),
        ("ngày 5 tháng 9", date(2026, 9, 5)),
        ("29/2/2024", date(2024, 2, 29)),
        ("1/1/1900", date(1900, 1, 1)),
        ("31/12/2099", date(2099, 12, 31)),
        ("hôm nay", TODAY),
        ("Hôm Nay", TODAY),
        ("hom nay", TODAY),
        ("mai", date(2026, 9, 3)),
        ("ngày mai", date(2026, 9, 3)),
        ("ngày kia", date(2026, 9, 4)),
        ("hôm qua", date(2026, 9, 1)),
        ("hôm kia", date(2026, 8, 31)),
        ("thứ năm", date(2026, 9, 3)),
        ("thứ hai", date(2026, 9, 7)),
        ("Thứ 2", date(2026, 9, 7)),
        ("t2", date(2026, 9, 7)),
        ("thứ tư", date(2026, 9, 9)),
        ("chủ nhật", date(2026, 9, 6)),
        ("CN", date(2026, 9, 6)),
        ("thứ hai tuần này", date(2026, 8, 31)),
        ("thứ sáu tuần sau", date(2026, 9, 11)),
        ("chủ nhật tuần tới", date(2026, 9, 13)),
    ],
)
def test_days_are_read_as_people_type_them(typed: str, day: date) -> None:
    assert parse_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "latest_year", "year"),
    [
        ("05-09-68", 2026, 1968),
        ("05-09-26", 2026, 2026),
        ("05-09-27", 2026, 1927),
        ("05-09-00", 2026, 2000),
        ("05-09-36", None, 2036),
        ("05-09-37", None, 1937),
        ("05-09-99", 2099, 2099),
    ],
)
def test_a_year_of_two_digits_is_the_last_one_not_after_the_latest(
    typed: str, latest_year: int | None, year: int
) -> None:
    assert parse_day(typed, TODAY, latest_year=latest_year) == date(year, 9, 5)


@pytest.mark.parametrize(
    "typed",
    [
        "", "  ", "xyz", "31/02/1970", "29/2/2026", "0/9/2026", "5/13/2026", "9/25/2026", "32/1", "1/1/1899",
        "1/1/2100",
        "1968", "5", "5/9-68", "5/9/968", "2026-9-5", "2026-02-30", "05091968", "thứ tám", "t8", "5/9/2026 08:00",
        "mai sau",
        "ngày", "x" * 10_000, "1" * 10_000, "５/９",
    ],
)  # fmt: skip
def test_impossible_days_are_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match=r"“.*”"):
        parse_day(typed, TODAY)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_written_day_reads_back(day: date) -> None:
    for written in (law_date(day), short_date(day), day.isoformat(), f"{day:%d-%m-%Y}"):
        assert parse_day(written, TODAY) == day


@given(st.dates(date(1900, 1, 8), date(2099, 12, 24)), st.sampled_from(["thứ hai", "thứ bảy", "chủ nhật"]))
def test_a_weekday_alone_is_within_the_coming_seven_days(today: date, typed: str) -> None:
    found = parse_day(typed, today)
    assert 1 <= (found - today).days <= 7
    assert weekday(found).lower() == typed
