"""Vietnamese text, names, amounts, days and calendars: pure functions, no file and no clock."""

from frontdesk.vietnamese.collation import sort_key, text_key
from frontdesk.vietnamese.dates import (
    blank_date,
    law_clock,
    law_date,
    law_month,
    law_time,
    short_date,
    spoken_clock,
    spoken_date,
    spoken_time,
    weekday,
)
from frontdesk.vietnamese.legacy import LegacyEncoding, decide, decode
from frontdesk.vietnamese.lunar import LunarDay, lunar_day, solar_day
from frontdesk.vietnamese.money import (
    LARGEST_AMOUNT_VND,
    format_decimal,
    format_percent,
    format_short_vnd,
    format_vnd,
    parse_vnd,
)
from frontdesk.vietnamese.names import masked_id, mend_name
from frontdesk.vietnamese.periods import (
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
from frontdesk.vietnamese.public_holidays import DayKind, HolidayRow, default_holidays
from frontdesk.vietnamese.syllables import is_syllable
from frontdesk.vietnamese.text import (
    LookAlike,
    excerpt,
    fold,
    look_alikes,
    mend_look_alikes,
    nfc,
    odd_characters,
    tidy_lines,
)
from frontdesk.vietnamese.typed_days import FIRST_YEAR, LAST_YEAR, parse_day
from frontdesk.vietnamese.words import in_words
from frontdesk.vietnamese.working_days import DayOff, DueDay, WorkCalendar, because

__all__ = [
    "FIRST_YEAR",
    "LARGEST_AMOUNT_VND",
    "LAST_YEAR",
    "DayKind",
    "DayOff",
    "DueDay",
    "HolidayRow",
    "LegacyEncoding",
    "LookAlike",
    "LunarDay",
    "Period",
    "WorkCalendar",
    "because",
    "blank_date",
    "decide",
    "decode",
    "default_holidays",
    "excerpt",
    "fold",
    "format_decimal",
    "format_percent",
    "format_short_vnd",
    "format_vnd",
    "from_to",
    "half_year",
    "in_words",
    "is_syllable",
    "law_clock",
    "law_date",
    "law_month",
    "law_time",
    "look_alikes",
    "lunar_day",
    "masked_id",
    "mend_look_alikes",
    "mend_name",
    "month",
    "nfc",
    "nine_months",
    "odd_characters",
    "parse_day",
    "parse_vnd",
    "quarter",
    "quarter_of",
    "short_date",
    "solar_day",
    "sort_key",
    "spoken_clock",
    "spoken_date",
    "spoken_time",
    "text_key",
    "tidy_lines",
    "weekday",
    "whole_year",
    "years",
]
