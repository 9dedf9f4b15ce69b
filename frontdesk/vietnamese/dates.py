"""Days and hours as the law, invitations and tables write them."""

from datetime import date, datetime, time
from typing import Final

WEEKDAYS: Final = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def law_date(day: date) -> str:
    """ "ngày 05 tháng 9 năm 2026": days below 10 and months 1 and 2 take a leading nought (NĐ 30/2020, phụ lục I)."""
    return f"ngày {day.day:02} tháng {_month(day.month)} năm {day.year}"


def law_month(year: int, month: int) -> str:
    """ "tháng 9 năm 2026", "tháng 02 năm 2026"."""
    return f"tháng {_month(month)} năm {year}"


def blank_date(year: int | None = None) -> str:
    """The date line of a paper not yet dated, with room for a pen; the year stands when it is known."""
    return f"ngày {_ROOM} tháng {_ROOM} năm {year if year is not None else _ROOM}"


def law_clock(hour: time) -> str:
    """ "08 giờ 00 phút"."""
    return f"{hour.hour:02} giờ {hour.minute:02} phút"


def law_time(moment: datetime) -> str:
    """ "08 giờ 00 phút, ngày 22 tháng 6 năm 2026", as minutes begin and end."""
    return f"{law_clock(moment.time())}, {law_date(moment.date())}"


def spoken_clock(hour: time) -> str:
    """ "8 giờ" or "8 giờ 30 phút", as it is said."""
    return f"{hour.hour} giờ {hour.minute} phút" if hour.minute else f"{hour.hour} giờ"


def spoken_date(day: date) -> str:
    """ "thứ Hai, ngày 22 tháng 6 năm 2026"."""
    return f"{weekday(day)}, {law_date(day)}"


def spoken_time(moment: datetime) -> str:
    """ "8 giờ 30 phút, thứ Hai, ngày 22 tháng 6 năm 2026"."""
    return f"{spoken_clock(moment.time())}, {spoken_date(moment.date())}"


def short_date(day: date) -> str:
    """ "05/9/2026", "09/02/2026": the law's noughts, for tables and lists."""
    return f"{day.day:02}/{_month(day.month)}/{day.year}"


def weekday(day: date) -> str:
    """ "thứ Hai" … "Chủ nhật"."""
    return WEEKDAYS[day.weekday()]


_ROOM: Final = "…"


def _month(month: int) -> str:
    return f"{month:02}" if month < 3 else f"{month}"
