from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.vietnamese import (
    Period,
    from_to,
    half_year,
    month,
    nine_months,
    quarter,
    quarter_of,
    whole_year,
    years,
)


@pytest.mark.parametrize(
    ("period", "start", "end", "name"),
    [
        (month(2024, 2), date(2024, 2, 1), date(2024, 2, 29), "tháng 02 năm 2024"),
        (month(2026, 12), date(2026, 12, 1), date(2026, 12, 31), "tháng 12 năm 2026"),
        (quarter(2026, 1), date(2026, 1, 1), date(2026, 3, 31), "quý I năm 2026"),
        (quarter(2026, 2), date(2026, 4, 1), date(2026, 6, 30), "quý II năm 2026"),
        (quarter(2026, 4), date(2026, 10, 1), date(2026, 12, 31), "quý IV năm 2026"),
        (half_year(2026, 1), date(2026, 1, 1), date(2026, 6, 30), "6 tháng đầu năm 2026"),
        (half_year(2026, 2), date(2026, 7, 1), date(2026, 12, 31), "6 tháng cuối năm 2026"),
        (nine_months(2026), date(2026, 1, 1), date(2026, 9, 30), "9 tháng đầu năm 2026"),
        (whole_year(2026), date(2026, 1, 1), date(2026, 12, 31), "năm 2026"),
        (years(2025, 2030), date(2025, 1, 1), date(2030, 12, 31), "giai đoạn 2025 - 2030"),
        (
            from_to(date(2026, 9, 5), date(2026, 9, 20)),
            date(2026, 9, 5),
            date(2026, 9, 20),
            "từ ngày 05/9/2026 đến ngày 20/9/2026",
        ),
        (from_to(date(2026, 9, 5), date(2026, 9, 5)), date(2026, 9, 5), date(2026, 9, 5), "ngày 05/9/2026"),
    ],
)
def test_periods_have_their_days_and_names(period: Period, start: date, end: date, name: str) -> None:
    assert (period.start, period.end, period.name) == (start, end, name)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_day_lies_in_its_quarter_and_in_no_other_of_its_year(day: date) -> None:
    holding = [number for number in range(1, 5) if day in quarter(day.year, number)]
    assert len(holding) == 1
    assert quarter_of(day) == quarter(day.year, holding[0])


@pytest.mark.parametrize(("kind", "number"), [(quarter, 0), (quarter, 5), (half_year, 0), (half_year, 3), (month, 13)])
def test_a_period_that_no_year_has_is_refused(kind: object, number: int) -> None:
    assert callable(kind)
    with pytest.raises(ValueError):
        kind(2026, number)


def test_a_period_does_not_end_before_it_starts() -> None:
    with pytest.raises(ValueError):
        from_to(date(2026, 9, 6), date(2026, 9, 5))
