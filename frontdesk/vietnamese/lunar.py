"""The Vietnamese lunar calendar, 1900-2099 (Hồ Ngọc Đức's rules at UTC+7, from lunar-vn).

Before 1968 the calendars printed in the north and the south differed in a few months; these are today's rules
throughout. lunar-vn is imported late: on loading it reads the metadata of its installation, 40 ms few commands need.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from frontdesk.messages import _

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2099

_MONTHS: Final = (
    "Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Chạp",
)  # fmt: skip


@dataclass(frozen=True)
class LunarDay:
    """A day of the lunar calendar; `leap` marks the second month of one number (tháng nhuận)."""

    day: int
    month: int
    year: int
    leap: bool = False

    @property
    def year_name(self) -> str:
        """ "Bính Ngọ"."""
        from lunar_vn.can_chi import get_year_can_chi

        return str(get_year_can_chi(self.year))

    @property
    def name(self) -> str:
        """ "mùng 5 tháng Giêng năm Bính Ngọ"; from the 11th on "ngày 15 …"."""
        day = f"mùng {self.day}" if self.day <= 10 else f"ngày {self.day}"
        return f"{day} tháng {_MONTHS[self.month - 1]}{' nhuận' if self.leap else ''} năm {self.year_name}"


def lunar_day(day: date) -> LunarDay:
    """The lunar date of `day`; ValueError outside 1900-2099."""
    _check_year(day.year)
    from lunar_vn import solar_to_lunar

    found = solar_to_lunar(day)
    return LunarDay(found.day, found.month, found.year, found.leap)


def solar_day(lunar: LunarDay) -> date:
    """The day a lunar date falls on; ValueError when it does not exist or falls outside 1900-2099.

    A month of 29 days has no 30th, and a leap month exists in its own year only.
    """
    from lunar_vn import convert_lunar_to_solar

    try:
        day: date = convert_lunar_to_solar(lunar.day, lunar.month, lunar.year, int(lunar.leap))
    except ValueError as unknown:
        raise ValueError(_no_such_day(lunar)) from unknown
    _check_year(day.year)
    if lunar_day(day) != lunar:
        raise ValueError(_no_such_day(lunar))
    return day


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(
            _("Lunar dates are known from {first} to {last} only.").format(first=FIRST_YEAR, last=LAST_YEAR)
        )


def _no_such_day(lunar: LunarDay) -> str:
    leap = " nhuận" if lunar.leap else ""
    return _("The lunar calendar has no day {day}.").format(day=f"{lunar.day}/{lunar.month}{leap}/{lunar.year}")
