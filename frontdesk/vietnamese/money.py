"""Amounts in đồng: written in figures, and read as people type them."""

import re
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Final

from frontdesk.messages import _
from frontdesk.vietnamese.text import excerpt, fold, nfc

LARGEST_AMOUNT_VND: Final = 10**15
_LONGEST_TYPED: Final = 60

_UNITS: Final = {
    "": 1,
    "k": 10**3,
    "nghin": 10**3,
    "ngan": 10**3,
    "tr": 10**6,
    "trieu": 10**6,
    "ty": 10**9,
    "ti": 10**9,
    "nghin ty": 10**12,
    "nghin ti": 10**12,
    "ngan ty": 10**12,
    "ngan ti": 10**12,
    "trieu ty": 10**15,
    "trieu ti": 10**15,
}
_CURRENCY: Final = re.compile(r"^(?:vnđ|vnd|₫)\s*|\s*(?:vnđ|vnd|₫|đồng|dong|đ|(?<=\d)\s?d)\.?$")
_TERM: Final = re.compile(r"\s*(?P<number>[0-9](?:[0-9.,\s]*[0-9])?)\s*(?P<unit>[^\W\d_]+(?:\s+t[ỷyỉi](?!\w))?)?")
_GROUPED: Final = re.compile(r"(?P<whole>[1-9][0-9]{0,2}(?:(?P<mark>[.,\s])[0-9]{3})(?:(?P=mark)[0-9]{3})*)")
_DECIMAL: Final = re.compile(r"(?P<whole>0|[1-9][0-9]*)[.,](?P<part>[0-9]+)")
_PLAIN: Final = re.compile(r"0|[1-9][0-9]*")
_GROUPED_DECIMAL: Final = re.compile(_GROUPED.pattern + r"(?P<point>[.,])(?P<part>[0-9]+)")


def format_vnd(amount_vnd: int | None, unit: str = "") -> str:
    """ "1.234.567", or "1.234.567 đồng" with the unit "đồng"; None prints blank, a negative amount begins with "-"."""
    if amount_vnd is None:
        return ""
    figures = f"{amount_vnd:,}".replace(",", ".")
    return f"{figures} {unit}" if unit else figures


def format_decimal(value: Decimal | Fraction | int, places: int) -> str:
    """`value` with a decimal comma and dotted thousands, halves away from nought: 9.416 in 2 places is "9,42"."""
    exact = Fraction(value)
    rounded = floor(abs(exact) * 10**places + Fraction(1, 2))
    whole, part = divmod(rounded, 10**places)
    sign = "-" if exact < 0 and rounded else ""
    return f"{sign}{format_vnd(whole)},{part:0{places}}" if places else f"{sign}{format_vnd(whole)}"


def format_percent(part: int, whole: int, places: int = 2) -> str:
    """`part` of `whole` as "30,82%"; blank when there is no whole to take a part of."""
    return f"{format_decimal(Fraction(100 * part, whole), places)}%" if whole else ""


def format_short_vnd(amount_vnd: int, places: int = 2) -> str:
    """`amount_vnd` rounded for charts and news: "9,42 tỷ", "65 triệu", "450.000"; never for books."""
    size = abs(amount_vnd)
    for limit, word in ((10**9, "tỷ"), (10**6, "triệu")):
        if size >= limit:
            figures = format_decimal(Fraction(amount_vnd, limit), places)
            return f"{figures.rstrip('0').rstrip(',') if ',' in figures else figures} {word}"
    return format_vnd(amount_vnd)


def parse_vnd(text: str) -> int:
    """The amount in đồng that `text` says: "1234567", "1.234.567 đ", "1,2 tr", "500k", "1 tỷ 200 triệu".

    Raises ValueError, with a sentence for the person who typed, when it is no amount or can be read in two ways
    ("1.234 tr", "1tr2", "1,5"): money is never guessed. A leading minus is read; whether it is allowed is the
    caller's to say.
    """
    typed = nfc(text, one_line=True)
    if not typed:
        raise ValueError(_("An amount is missing."))
    if len(typed) > _LONGEST_TYPED:
        raise _not_an_amount(typed)
    bare = typed.lower()
    negative = bare[0] in "-−"
    bare = bare[1:].lstrip() if negative else bare
    figures = _CURRENCY.sub("", bare)
    amount = _sum_of_terms(typed, figures, has_currency=figures != bare)
    if amount > LARGEST_AMOUNT_VND:
        raise ValueError(_("“{text}” is more than this program counts.").format(text=typed))
    return -amount if negative else amount


def _sum_of_terms(typed: str, figures: str, *, has_currency: bool) -> int:
    terms: list[tuple[str, int]] = []
    position = 0
    while position < len(figures):
        match = _TERM.match(figures, position)
        unit = _UNITS.get(fold(match["unit"] or "")) if match else None
        if match is None or unit is None:
            raise _not_an_amount(typed)
        terms.append((match["number"].strip(), unit))
        position = match.end()
    if not terms:
        raise _not_an_amount(typed)
    if len(terms) == 1:
        number, unit = terms[0]
        return _whole(typed, _quantity(typed, number, unit) * unit)
    amount, unit_before = 0, 0
    for number, unit in terms:
        part = _whole(typed, _quantity(typed, number, 1)) * unit
        if unit_before and (unit >= unit_before or not 0 < part < unit_before):
            raise _not_an_amount(typed)
        # "1 triệu 200" is said for 1.200.000 and may be written for 1.000.200.
        if unit == 1 and part < 1000 and not has_currency:
            raise _two_readings(typed)
        amount, unit_before = amount + part, unit
    return amount


def _quantity(typed: str, number: str, unit: int) -> Fraction:
    """The number before a unit; with unit 1 nothing may stand after the decimal mark but noughts."""
    if _PLAIN.fullmatch(number):
        return Fraction(number)
    if match := _GROUPED.fullmatch(number):
        if unit > 1 and len(re.split(r"[.,\s]", number)) == 2:
            raise _two_readings(typed)
        return Fraction(re.sub(r"\D", "", match["whole"]))
    if (match := _GROUPED_DECIMAL.fullmatch(number)) and match["point"] != match["mark"]:
        return _with_part(typed, re.sub(r"\D", "", match["whole"]), match["part"], unit)
    if match := _DECIMAL.fullmatch(number):
        whole, part = match["whole"], match["part"]
        if unit == 1 and len(whole) < 4:
            raise _two_readings(typed)
        return _with_part(typed, whole, part, unit)
    raise _not_an_amount(typed)


def _with_part(typed: str, whole: str, part: str, unit: int) -> Fraction:
    if unit == 1 and (part.strip("0") or len(part) > 2):
        raise _two_readings(typed)
    return Fraction(f"{whole}.{part}")


def _whole(typed: str, quantity: Fraction) -> int:
    if quantity.denominator != 1:
        raise _not_an_amount(typed)
    return int(quantity)


def _not_an_amount(typed: str) -> ValueError:
    return ValueError(_("“{text}” is not an amount; write it like 1.234.567.").format(text=excerpt(typed)))


def _two_readings(typed: str) -> ValueError:
    return ValueError(_("“{text}” can be read in two ways; write all its digits, like 1.234.567.").format(text=typed))
