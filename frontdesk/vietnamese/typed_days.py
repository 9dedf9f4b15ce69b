"""Days as people type them."""

import re
from datetime import date, timedelta
from typing import Final

from frontdesk.messages import _
from frontdesk.vietnamese.text import excerpt, fold, nfc

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2099
_YEARS_AHEAD: Final = 10

_NUMBERS: Final = re.compile(
    r"(?:ngay )?(?P<day>[0-9]{1,2})(?P<mark> ?[/.\-] ?| thang )(?P<month>[0-9]{1,2})"
    r"(?:(?:(?P=mark)| nam )(?P<year>[0-9]{4}|[0-9]{2}))?"
)
_ISO: Final = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_NEAR: Final = {
    "hom nay": 0,
    "nay": 0,
    "mai": 1,
    "ngay mai": 1,
    "ngay kia": 2,
    "mot": 2,
    "ngay mot": 2,
    "hom qua": -1,
    "qua": -1,
    "hom kia": -2,
}
_WEEKDAYS: Final = {
    "hai": 0,
    "2": 0,
    "ba": 1,
    "3": 1,
    "tu": 2,
    "4": 2,
    "nam": 3,
    "5": 3,
    "sau": 4,
    "6": 4,
    "bay": 5,
    "7": 5,
}
_WEEKDAY: Final = re.compile(
    r"(?:(?:thu |t)(?P<number>hai|ba|tu|nam|sau|bay|[2-7])|(?P<sunday>chu nhat|cn))"
    r"(?P<week> tuan nay| nay| tuan sau| tuan toi| sau| toi)?"
)


def parse_day(text: str, today: date, *, latest_year: int | None = None) -> date:
    """The day that `text` says: "5/9", "05-09-68", "5.9.1968", "2026-09-05", "ngày 5 tháng 9", "mai", "thứ hai".

    A day without a year lies in the year of `today`; a weekday alone is the next one after `today`, with "tuần này" or
    "tuần sau" the one of that week. A year of two digits is the last such year not after `latest_year` (None: ten
    years from today; the present year for days of birth). Raises ValueError with a sentence for the person who typed;
    days outside 1900-2099 are refused as mistyped.
    """
    typed = nfc(text, one_line=True)
    if match := _ISO.fullmatch(typed):
        return _day(typed, int(match["year"]), int(match["month"]), int(match["day"]))
    words = _folded(typed)
    if words in _NEAR:
        return today + timedelta(_NEAR[words])
    if match := _WEEKDAY.fullmatch(words):
        return _weekday(match, today)
    if match := _NUMBERS.fullmatch(words):
        year = _year(match["year"], today, latest_year)
        return _day(typed, year, int(match["month"]), int(match["day"]))
    raise ValueError(_("“{text}” is not a day; write it like 5/9/2026.").format(text=excerpt(typed)))


def _folded(typed: str) -> str:
    """`typed` without marks on its letters but with the marks between its numbers."""
    return "".join(fold(letter) if letter.isalpha() else letter for letter in typed)


def _year(typed_year: str | None, today: date, latest_year: int | None) -> int:
    if typed_year is None:
        return today.year
    if len(typed_year) == 4:
        return int(typed_year)
    latest = latest_year if latest_year is not None else today.year + _YEARS_AHEAD
    return latest - (latest - int(typed_year)) % 100


def _day(typed: str, year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(
            _("“{text}”: the year must lie between {first} and {last}.").format(
                text=typed, first=FIRST_YEAR, last=LAST_YEAR
            )
        )
    try:
        return date(year, month, day)
    except ValueError as impossible:
        raise ValueError(_("There is no day “{text}”.").format(text=typed)) from impossible


def _weekday(match: re.Match[str], today: date) -> date:
    wanted = 6 if match["sunday"] else _WEEKDAYS[match["number"]]
    ahead = wanted - today.weekday()
    week = (match["week"] or "").strip()
    if week in ("tuan nay", "nay"):
        return today + timedelta(ahead)
    if week:
        return today + timedelta(ahead + 7)
    return today + timedelta(ahead if ahead > 0 else ahead + 7)
