"""Money as it is typed at the counter, with the amount in words below."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Final

from frontdesk.messages import _
from ui.parts.fields import ReadField

MOST_VND: Final = 999_999_999_999_999
_UNITS: Final = {
    "": 1,
    "đ": 1,
    "đồng": 1,
    "n": 10**3,
    "k": 10**3,
    "nghìn": 10**3,
    "ngàn": 10**3,
    "tr": 10**6,
    "triệu": 10**6,
    "t": 10**9,
    "tỷ": 10**9,
    "tỉ": 10**9,
}


class MoneyField(ReadField):
    """An amount in whole đồng; `value` is int or None.

    `words` writes an amount out, `show` groups its digits (1.234.567). `least` and `most` bound what is taken.
    """

    def __init__(
        self,
        words: Callable[[int], str],
        show: Callable[[int], str],
        *,
        parse: Callable[[str], int] | None = None,
        least: int = 0,
        most: int = MOST_VND,
    ) -> None:
        super().__init__(hint="1.234.567", width_letters=20)
        self._words, self._group = words, show
        self._parse = parse or read_vnd
        self._least, self._most = least, most

    def read(self, text: str) -> int:
        amount_vnd = self._parse(text)
        if not self._least <= amount_vnd <= self._most:
            raise ValueError(
                _("The amount must be from {least} to {most}.").format(
                    least=self._group(self._least), most=self._group(self._most)
                )
            )
        return amount_vnd

    def written(self, value: int) -> str:
        return self._group(value)

    def in_words(self, value: int) -> str:
        return self._words(value)


def read_vnd(text: str) -> int:
    """The amount typed as 1234567, 1.234.567, "1,2 tr", "500k" or "3 tỷ", in whole đồng; ValueError says how."""
    found = re.fullmatch(r"(\d[\d.,\s]*?)\s*([^\W\d]*)", text.strip().lower())
    if found and found[2] in _UNITS:
        try:
            amount = _number(found[1], bool(found[2] not in ("", "đ", "đồng"))) * _UNITS[found[2]]
        except InvalidOperation:
            amount = Decimal("0.5")
        if amount == amount.to_integral_value():
            return int(amount)
    raise ValueError(_("Type the amount as 1234567, 1.234.567 or 1,2 tr."))


def _number(digits: str, may_have_part: bool) -> Decimal:
    """The figure; groups of three after dots (or commas, or blanks) are thousands, else a part of the unit."""
    digits = re.sub(r"\s+", " ", digits)
    if re.fullmatch(r"\d{1,3}([., ]\d{3})+", digits) and len(set(re.findall(r"[., ]", digits))) == 1:
        grouped = re.sub(r"[., ]", "", digits)
        # "1,234 tr" is one million and something, "1.234 tr" 1,234 million: the comma is the decimal mark here.
        if not (may_have_part and digits.count(",") == 1):
            return Decimal(grouped)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+,\d+|\d+,\d+|\d+\.\d{1,2}|\d+", digits) and (may_have_part or digits.isdigit()):
        if digits.count(".") == 1 and re.fullmatch(r"\d+\.\d{1,2}", digits):
            return Decimal(digits)
        return Decimal(digits.replace(".", "").replace(",", "."))
    raise InvalidOperation
