"""Amounts in words, as they stand on vouchers."""

from typing import Final, Literal

from frontdesk.vietnamese.money import LARGEST_AMOUNT_VND

ZeroTens = Literal["linh", "lẻ"]
Thousand = Literal["nghìn", "ngàn"]
FourAfterZero = Literal["tư", "bốn"]

_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_MILLIARD: Final = 10**9


def in_words(
    amount_vnd: int | None,
    zero_tens: ZeroTens = "linh",
    thousand: Thousand = "nghìn",
    exact: bool = False,
    *,
    four_after_zero: FourAfterZero = "tư",
    unit: str = "đồng",
) -> str:
    """`amount_vnd` in words: 1_234_567 gives "Một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng".

    None prints blank, a negative amount (books only) begins with "Âm". `zero_tens` and `thousand` are the words of
    the north or the south, `four_after_zero` the 4 of 104. `exact` closes an amount of whole thousands with "chẵn".
    Raises ValueError beyond 10**15.
    """
    if amount_vnd is None:
        return ""
    size = abs(amount_vnd)
    if size > LARGEST_AMOUNT_VND:
        raise ValueError(amount_vnd)
    words = _Speller(zero_tens, thousand, four_after_zero).number(size)
    if amount_vnd < 0:
        words.insert(0, "âm")
    words.append(unit)
    if exact and size and size % 1000 == 0:
        words.append("chẵn")
    sentence = " ".join(word for word in words if word)
    return sentence[0].upper() + sentence[1:]


class _Speller:
    def __init__(self, zero_tens: ZeroTens, thousand: Thousand, four_after_zero: FourAfterZero) -> None:
        self._zero_tens = zero_tens
        self._thousand = thousand
        self._four_after_zero = four_after_zero

    def number(self, number: int) -> list[str]:
        """`number` in words; above 999 tỷ the milliards are themselves a number ("một nghìn hai trăm tỷ")."""
        if number == 0:
            return [_DIGITS[0]]
        milliards, rest = divmod(number, _MILLIARD)
        words = [*self.number(milliards), "tỷ"] if milliards else []
        for size, name in ((10**6, "triệu"), (10**3, self._thousand), (1, "")):
            group, rest = divmod(rest, size)
            if group:
                words += self._group(group, leads=not words)
                words += [name] if name else []
        return words

    def _group(self, group: int, *, leads: bool) -> list[str]:
        """Three digits; all but the leading group say their hundreds, "không trăm" too."""
        hundreds, rest = divmod(group, 100)
        tens, ones = divmod(rest, 10)
        says_hundreds = hundreds > 0 or not leads
        words = [_DIGITS[hundreds], "trăm"] if says_hundreds else []
        if tens > 1:
            return [*words, _DIGITS[tens], "mươi", *self._ones(ones, one="mốt", four="tư", five="lăm")]
        if tens == 1:
            return [*words, "mười", *self._ones(ones, five="lăm")]
        if ones and says_hundreds:
            return [*words, self._zero_tens, *self._ones(ones, four=self._four_after_zero)]
        return [*words, *self._ones(ones)]

    @staticmethod
    def _ones(ones: int, *, one: str = "một", four: str = "bốn", five: str = "năm") -> list[str]:
        if not ones:
            return []
        return [{1: one, 4: four, 5: five}.get(ones, _DIGITS[ones])]
