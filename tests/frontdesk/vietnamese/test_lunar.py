from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.vietnamese import LunarDay, default_holidays, lunar_day, solar_day


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 2, 17), "mùng 1 tháng Giêng năm Bính Ngọ"),
        (date(2026, 2, 21), "mùng 5 tháng Giêng năm Bính Ngọ"),
        (date(2026, 4, 26), "mùng 10 tháng Ba năm Bính Ngọ"),
        (date(2024, 2, 9), "ngày 30 tháng Chạp năm Quý Mão"),
        (date(2025, 1, 29), "mùng 1 tháng Giêng năm Ất Tỵ"),
        (date(2025, 8, 1), "mùng 8 tháng Sáu nhuận năm Ất Tỵ"),
        (date(2026, 9, 25), "ngày 15 tháng Tám năm Bính Ngọ"),
        # Tết of 1985 and 2007 fell a month and a day before the Chinese one.
        (date(1985, 1, 21), "mùng 1 tháng Giêng năm Ất Sửu"),
        (date(2007, 2, 17), "mùng 1 tháng Giêng năm Đinh Hợi"),
        (date(1900, 1, 31), "mùng 1 tháng Giêng năm Canh Tý"),
        (date(1900, 1, 1), "mùng 1 tháng Chạp năm Kỷ Hợi"),
        (date(2099, 1, 21), "mùng 1 tháng Giêng năm Kỷ Mùi"),
        (date(2099, 12, 31), "ngày 20 tháng Mười Một năm Kỷ Mùi"),
    ],
)
def test_lunar_days_have_their_names(day: date, name: str) -> None:
    assert lunar_day(day).name == name


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_comes_back_from_its_lunar_date(day: date) -> None:
    assert solar_day(lunar_day(day)) == day


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(2100, 1, 1), date.min, date.max])
def test_days_outside_the_known_years_are_refused_with_a_sentence(day: date) -> None:
    with pytest.raises(ValueError, match="1900 to 2099"):
        lunar_day(day)


@pytest.mark.parametrize(
    "lunar",
    [
        LunarDay(30, 12, 2024),  # the twelfth month of Giáp Thìn has 29 days
        LunarDay(1, 6, 2026, leap=True),
        LunarDay(1, 5, 2025, leap=True),
        LunarDay(31, 1, 2026),
        LunarDay(0, 1, 2026),
        LunarDay(1, 13, 2026),
        LunarDay(1, 12, 2099),  # falls in 2100
        LunarDay(1, 1, 2200),
    ],
)
def test_lunar_dates_that_do_not_exist_are_refused(lunar: LunarDay) -> None:
    with pytest.raises(ValueError, match=r"[Ll]unar"):
        solar_day(lunar)


def test_tet_and_gio_to_of_the_holiday_table_are_the_calendar_s() -> None:
    rows = {row.day: row.name for row in default_holidays(range(2007, 2100))}
    for year in range(2007, 2100):
        assert "Tết Nguyên Đán" in rows[solar_day(LunarDay(1, 1, year))]
        assert "Giỗ Tổ Hùng Vương" in rows[solar_day(LunarDay(10, 3, year))]
