"""What a cell says: dates, money, phones and yes as offices write them. A blank cell is None (False for `yes`)."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from frontdesk.messages import _
from frontdesk.sheet.fields import Kind
from frontdesk.sheet.grid import Cell
from frontdesk.vietnamese import fold, mend_name, nfc, parse_day, parse_vnd

_EXCEL_EPOCH: Final = date(1899, 12, 30)
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2099
_LAST_SERIAL: Final = (date(_LAST_YEAR, 12, 31) - _EXCEL_EPOCH).days
_YOUNGEST: Final = 14

_CLOCK: Final = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")
_DAY: Final = re.compile(r"(?:ngày )?\d{1,2}(?: ?[/.\-] ?| tháng )\d{1,2}(?: ?[/.\-] ?| năm )\d{2,4}|\d{4}-\d{2}-\d{2}")
_DAY_AND_MONTH: Final = re.compile(r"\d{1,2}[/.\-]\d{1,2}")
_DAY_OF_SHEET: Final = re.compile(
    r"(?<!, )\bngày\s+(\d{1,2})\s*(?:[/.\-]|\s+tháng)\s*(\d{1,2})\s*(?:[/.\-]|\s+năm)\s*((?:19|20)\d\d)\b"
)
_YEAR_OF_SHEET: Final = re.compile(r"(?:\bnăm |\d/)(20\d{2})\b(?!\s*[-–])")
_RUN_TOGETHER: Final = re.compile(r"(\d{2})(\d{2})((?:19|20)\d{2})")
_YEAR: Final = re.compile(r"(?:sinh |sn )?(?:năm |khoảng )?(?P<year>(?:19|20)\d{2})(?:\.0)?\??")
# A birthday nobody knows is written as zeros, dots or strokes: "00/00/1960", "…/…/1960", "__/5/1960".
_UNKNOWN_PART: Final = r"(?:0{1,2}|[.…_?x]+|-)"
_UNKNOWN_DAY: Final = re.compile(
    rf"{_UNKNOWN_PART} ?[/.\-] ?(?:{_UNKNOWN_PART}|(?P<month>\d{{1,2}})) ?[/.\-] ?(?P<year>(?:19|20)\d{{2}})"
)
_NOT_KNOWN: Final = re.compile(r"[?…._\-–— ]+|(?:khong|chua|k|ko) ro|kr|khong biet|khong nho")
_MONTH: Final = re.compile(r"(?:tháng )?(?P<month>\d{1,2})(?: ?[/.\-] ?| năm )(?P<year>(?:19|20)\d{2})")
_WHOLE: Final = re.compile(r"(?P<digits>\d{1,12})(?: (?:người|hộ|đơn|vụ|khẩu))?")
_IN_BRACKETS: Final = re.compile(r"\((.+)\)")
_PHONE: Final = re.compile(r"(?:(?:\+?84|0)[\s.\-]*)?\d(?:[\s.\-]*\d){7,9}")
_AREA_CODE: Final = re.compile(r"\((\+?\d{1,4})\)")
_PLAIN_PHONE: Final = re.compile(r"0[0-9]{9,10}")
_PHONE_BREAK: Final = re.compile(r"[,;/\n]|\s-\s|\bhoặc\b|\bvà\b")
_YES: Final = re.compile(r"(?:x+|v|co|yes|true|dung|dang vien|dv|da vao dang|du bi)\b.*|1")
_NO: Final = re.compile(r"(?:khong|ko|k|no|false|chua|quan chung|ngoai dang)\b.*|0")
_TICKS: Final = frozenset("✓✔√×☑✗✘+")
_NOTHING: Final = re.compile(r"(?:khong|ko|khong co|k|none|0)?")


@dataclass(frozen=True, slots=True)
class Birth:
    """A birth date as far as it is known: the day, or the year alone."""

    year: int
    day: date | None = None


def text(cell: Cell) -> str:
    """`cell` as a person reads it, on one line, "" for blank; a whole float loses its ".0"."""
    match cell:
        case "":
            return ""
        case str():
            return nfc(cell, one_line=True)
        case bool():
            return "x" if cell else ""
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            return cell.strftime("%d/%m/%Y %H:%M") if cell.time() != datetime.min.time() else cell.strftime("%d/%m/%Y")
        case date():
            return cell.strftime("%d/%m/%Y")
        case _:
            return str(cell)


def text_or_none(cell: Cell) -> str | None:
    """`text`, but None where blank or a word for nothing ("Không", "ko", "-", "0")."""
    written = text(cell)
    return None if _says_nothing(written) else written


@lru_cache(maxsize=1 << 12)
def _says_nothing(written: str) -> bool:
    return _NOTHING.fullmatch(fold(written)) is not None


def name(cell: Cell) -> str:
    """A person's name with double blanks and capitals mended, "" for blank."""
    return mend_name(text(cell))


def day(cell: Cell, today: date, *, latest_year: int | None = None, year: int | None = None) -> date | None:
    """A full date; ValueError (with the sentence to show) for an impossible or a partial one.

    A year of two digits is the last such year not after `latest_year` (None: ten years from `today`). `year` is that
    of the whole sheet, for "05/01" in a book of 2026.
    """
    found = _native_day(cell)
    if found is not None:
        return found
    written = _CLOCK.sub("", text(cell))
    if not written:
        return None
    if together := _RUN_TOGETHER.fullmatch(written):
        written = "/".join(together.groups())
    if year is not None and _DAY_AND_MONTH.fullmatch(written):
        written = f"{written}/{year}"
    # Sheets are records: "mai" or "5/9" without a year, welcome where someone types, would be a guess here.
    if not _DAY.fullmatch(written.lower()):
        raise ValueError(_("“{text}” is not a full date; write it like 5/9/1968.").format(text=written))
    return parse_day(written, today, latest_year=latest_year)


def year_of(titles: Iterable[str]) -> int | None:
    """The one year the title lines of a sheet speak of: "SỔ TIẾP CÔNG DÂN NĂM 2026"; None for none or several."""
    years = {int(year) for title in titles for year in _YEAR_OF_SHEET.findall(title.lower())}
    return years.pop() if len(years) == 1 else None


def day_of(titles: Iterable[str]) -> date | None:
    """The one full day that title lines speak of: "HỘI NGHỊ NGÀY 15/5/2026"; None for none, several, or an impossible
    one. The day a list was signed, "Hải Đông, ngày 20 tháng 5 năm 2026", is none of its rows.
    """
    days = {found.groups() for title in titles for found in _DAY_OF_SHEET.finditer(title.lower())}
    if len(days) != 1:
        return None
    day, month, year = map(int, days.pop())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _native_day(cell: Cell) -> date | None:
    """The day of a cell that Excel holds as a date, or as the number of one."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool) and _LAST_YEAR < cell <= _LAST_SERIAL:
        return _EXCEL_EPOCH + timedelta(int(cell))
    return None


def birth(cell: Cell, today: date, *, youngest: int = _YOUNGEST) -> Birth | None:
    """A birth date or year, never in the future, None where it is said to be unknown; ValueError for an impossible one.

    A year of two digits is the last one that makes the person at least `youngest` years old.
    """
    written = "" if isinstance(cell, date) else text(cell).lower()
    if written and (not written[-1].isdigit() and _NOT_KNOWN.fullmatch(fold(written) or written)):
        return None
    if found := _YEAR.fullmatch(written) or _UNKNOWN_DAY.fullmatch(written) or _MONTH.fullmatch(written):
        if not 1 <= int(found.groupdict().get("month") or 1) <= 12:
            raise ValueError(_("There is no month “{text}”.").format(text=written))
        return _not_in_future(Birth(int(found["year"])), today)
    full = day(cell, today, latest_year=today.year - youngest)
    if full is None:
        return None
    serial = (full - _EXCEL_EPOCH).days
    if not isinstance(cell, str) and _FIRST_YEAR <= serial <= today.year:
        # A year typed into a cell formatted as a date shows as a day of 1905.
        return Birth(serial)
    return _not_in_future(Birth(full.year, full), today)


def _not_in_future(found: Birth, today: date) -> Birth:
    if (found.day or date(found.year, 1, 1)) > today:
        raise ValueError(_("A birth date cannot lie in the future."))
    return found


def whole(cell: Cell) -> int | None:
    """A whole number, not negative; ValueError for anything else."""
    written = text(cell)
    if not written:
        return None
    found = _WHOLE.fullmatch(written.lower())
    if isinstance(cell, bool) or found is None:
        raise ValueError(_("“{text}” is not a whole number.").format(text=written))
    return int(found["digits"])


def money(cell: Cell) -> int | None:
    """An amount in đồng, negative in parentheses, None for blank or a dash; ValueError where it would be a guess."""
    written = text(cell)
    if not written.strip("-–— "):
        return None
    if isinstance(cell, bool | date):
        raise ValueError(_("“{text}” is not an amount; write it like 1.234.567.").format(text=written))
    if isinstance(cell, int | float):
        if cell != int(cell):
            raise ValueError(_("“{text}” is not a whole number of đồng.").format(text=written))
        return int(cell)
    if bracketed := _IN_BRACKETS.fullmatch(written):
        return -parse_vnd(bracketed[1])
    return parse_vnd(written)


def phones(cell: Cell) -> tuple[str, ...]:
    """The phone numbers of a cell as digits with their leading 0, () for blank; ValueError for what is none."""
    written = text(cell) if not isinstance(cell, str) else _AREA_CODE.sub(r"\1", nfc(cell))
    if _PLAIN_PHONE.fullmatch(written):
        return (written,)
    numbers = []
    for piece in _PHONE_BREAK.split(written):
        matches = list(_PHONE.finditer(piece))
        if re.search(r"\d", _PHONE.sub("", piece)) or (piece.strip(" -–—.") and not matches):
            raise ValueError(_("“{text}” is not a phone number.").format(text=" ".join(written.split())))
        numbers += [_national(match.group(), written) for match in matches]
    return tuple(dict.fromkeys(numbers))


def _national(found: str, written: str) -> str:
    digits = re.sub(r"\D", "", found)
    if digits.startswith("84") and len(digits) in (11, 12):
        digits = digits[2:]
    digits = digits.removeprefix("0")
    if len(digits) not in (9, 10):
        raise ValueError(_("“{text}” is not a phone number.").format(text=" ".join(written.split())))
    return f"0{digits}"


def yes(cell: Cell) -> bool:
    """Whether a cell says yes ("x", "có", a party date); ValueError for words that say neither."""
    written = text(cell)
    if isinstance(cell, date) or (written and written[0] in _TICKS):
        return True
    folded = fold(written)
    if not folded or _NO.fullmatch(folded):
        return False
    if _YES.fullmatch(folded) or _native_day(cell) or _dated(written):
        return True
    raise ValueError(_("“{text}” says neither yes nor no; write x or leave it blank.").format(text=written))


def _dated(written: str) -> bool:
    return any(pattern.fullmatch(written.lower()) for pattern in (_YEAR, _MONTH, _DAY))


_LAST_DAY: Final = date(_LAST_YEAR, 12, 31)
_READERS: Final[Mapping[Kind, Callable[[Cell], object]]] = {
    Kind.DAY: lambda cell: day(cell, _LAST_DAY),
    Kind.BIRTH: lambda cell: birth(cell, _LAST_DAY),
    Kind.WHOLE: whole,
    Kind.MONEY: money,
    Kind.PHONE: phones,
    Kind.YES: yes,
}


def fits(kind: Kind, cell: Cell) -> bool:
    """Whether `cell` can be read as a `kind`."""
    if kind is Kind.TEXT:
        return True
    if kind is Kind.NAME:
        return isinstance(cell, str) and not re.search(r"\d", cell)
    try:
        _READERS[kind](cell)
    except ValueError:
        return False
    return True
