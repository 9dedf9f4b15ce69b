"""Money as it is typed at the counter, with the amount in words below."""

from collections.abc import Callable
from typing import Final

from frontdesk.messages import _
from ui.parts.reading import ReadField

MOST_VND: Final = 10**15


class MoneyField(ReadField):
    """An amount in whole đồng; `value` is int or None.

    `parse` reads what is typed and raises ValueError with the sentence to show; `words` writes an amount out; `show`
    groups its digits (1.234.567). `least` and `most` bound what is taken.
    """

    def __init__(
        self,
        parse: Callable[[str], int],
        words: Callable[[int], str],
        show: Callable[[int], str],
        *,
        least: int = 0,
        most: int = MOST_VND,
    ) -> None:
        super().__init__(hint="1.234.567", width_letters=20)
        self._parse, self._words, self._group = parse, words, show
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
