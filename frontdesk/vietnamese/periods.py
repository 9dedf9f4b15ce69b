"""Periods reports are drawn for, with the names papers give them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from frontdesk.vietnamese.dates import law_month, short_date

_ROMAN: Final = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Period:
    """The days from `start` to `end`, both included; `name` as it stands in a Vietnamese sentence."""

    start: date
    end: date
    name: str

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(self)

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


def month(year: int, number: int) -> Period:
    """ "tháng 9 năm 2026"."""
    return Period(date(year, number, 1), _month_end(year, number), law_month(year, number))


def quarter(year: int, number: int) -> Period:
    """ "quý II năm 2026"; `number` from 1 to 4."""
    if not 1 <= number <= 4:
        raise ValueError(number)
    return Period(date(year, 3 * number - 2, 1), _month_end(year, 3 * number), f"quý {_ROMAN[number - 1]} năm {year}")


def half_year(year: int, number: int) -> Period:
    """ "6 tháng đầu năm 2026" (`number` 1) or "6 tháng cuối năm 2026" (2)."""
    if number not in (1, 2):
        raise ValueError(number)
    name = f"6 tháng {'đầu' if number == 1 else 'cuối'} năm {year}"
    return Period(date(year, 6 * number - 5, 1), _month_end(year, 6 * number), name)


def nine_months(year: int) -> Period:
    """ "9 tháng đầu năm 2026"."""
    return Period(date(year, 1, 1), _month_end(year, 9), f"9 tháng đầu năm {year}")


def whole_year(year: int) -> Period:
    """ "năm 2026"."""
    return Period(date(year, 1, 1), date(year, 12, 31), f"năm {year}")


def years(first: int, last: int) -> Period:
    """ "giai đoạn 2025 - 2030", both years whole."""
    return Period(date(first, 1, 1), date(last, 12, 31), f"giai đoạn {first} - {last}")


def from_to(start: date, end: date) -> Period:
    """ "từ ngày 05/9/2026 đến ngày 20/9/2026"; one day alone is "ngày 05/9/2026"."""
    if start == end:
        return Period(start, end, f"ngày {short_date(start)}")
    return Period(start, end, f"từ ngày {short_date(start)} đến ngày {short_date(end)}")


def quarter_of(day: date) -> Period:
    """The quarter `day` lies in."""
    return quarter(day.year, (day.month + 2) // 3)


def _month_end(year: int, number: int) -> date:
    following = date(year, number + 1, 1) if number < 12 else date(year + 1, 1, 1)
    return following - timedelta(1)
