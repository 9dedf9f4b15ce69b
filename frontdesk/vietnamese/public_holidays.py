"""The rows an office's holiday table starts with; the office edits them as announcements come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

FIRST_YEAR: Final = 2007
LAST_YEAR: Final = 2099
LAST_ANNOUNCED_YEAR: Final = 2026

_LUNAR_NEW_YEAR: Final = "Tết Nguyên Đán"
# As "Ngày Chiến thắng" is written in the announcements, and the others with their full names.
_NAMES: Final = {
    "Ngày Chiến thắng": "Ngày Chiến thắng 30/4",
    "Ngày Quốc tế Lao động": "Ngày Quốc tế Lao động 1/5",
    "Quốc khánh": "Quốc khánh 2/9",
    "Ngày Giỗ Tổ Hùng Vương": "Giỗ Tổ Hùng Vương",
}
_OBSERVED: Final = " (nghỉ bù)"

# Văn bản 12729/VPCP-KGVX of 25/12/2025; the holidays package does not know it yet.
_SWAPPED_TOO: Final = {date(2026, 1, 2): date(2026, 1, 10)}


class DayKind(StrEnum):
    """What a row of the holiday table makes of its day."""

    HOLIDAY = "holiday"
    MAKE_UP = "make_up"


@dataclass(frozen=True)
class HolidayRow:
    """A day that is off though it need not be a weekend (`HOLIDAY`), or worked though it is one (`MAKE_UP`).

    `announced` is False where the day follows from the law's rule and the authorities have not yet named it.
    """

    day: date
    name: str
    kind: DayKind
    announced: bool


def default_holidays(years: Iterable[int]) -> tuple[HolidayRow, ...]:
    """The public holidays of `years` in order, with days off in lieu and the make-up days announced so far.

    Bộ luật Lao động 2019 Điều 112, and 24/11 from 2026 (Nghị quyết 80-NQ/TW). Tết and Giỗ Tổ of years to come are
    computed; which working days round a weekend Tết takes is announced each year, so those rows are a forecast
    (`announced` False). ValueError outside 2007-2099.
    """
    # Late: the package takes longer to load than most commands to run.
    from holidays.countries.vietnam import Vietnam

    rows: list[HolidayRow] = []
    for year in sorted(set(years)):
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError(year)
        announced = year <= LAST_ANNOUNCED_YEAR
        calendar = Vietnam(years=year, language="vi")
        rows += [
            HolidayRow(day, _name(name), DayKind.HOLIDAY, announced)
            for day, name in calendar.items()
            if day.year == year
        ]
        swapped = {off: worked for off, worked in _SWAPPED_TOO.items() if off.year == year}
        rows += [HolidayRow(off, _swap_name(worked), DayKind.HOLIDAY, announced) for off, worked in swapped.items()]
        make_up = {day for day in calendar.weekend_workdays if day.year == year} | {
            worked for worked in _SWAPPED_TOO.values() if worked.year == year
        }
        rows += [HolidayRow(day, "Làm bù", DayKind.MAKE_UP, announced) for day in make_up]
    return tuple(sorted(rows, key=lambda row: row.day))


def _name(package_name: str) -> str:
    """The name one says for the day; several on one day are joined."""
    names = (part.strip() for part in package_name.split(";"))
    return " và ".join(dict.fromkeys(map(_one_name, names)))


def _one_name(name: str) -> str:
    if _LUNAR_NEW_YEAR in name or name == "29 Tết":
        return _LUNAR_NEW_YEAR
    if name.endswith(_OBSERVED):
        return f"nghỉ bù {_one_name(name.removesuffix(_OBSERVED))}"
    return _NAMES.get(name, name)


def _swap_name(worked: date) -> str:
    return f"Ngày nghỉ (thay cho ngày {worked:%d/%m/%Y})"
