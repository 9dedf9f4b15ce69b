"""Keeping who sent a denunciation out of every text (Luật Tố cáo 2018 Điều 9, 47, 56; QĐ 774/QĐ-TTg).

An identity is compared folded, by whole words: a name in capitals, without marks or with other blanks is found too.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from frontdesk.petitions.rules.words import SECRET_WORDS
from frontdesk.vietnamese import fold, nfc

_WORD: Final = re.compile(r"\w+")
_FORMS_OF_ADDRESS: Final = frozenset({"ông", "bà", "anh", "chị", "cô", "chú", "bác", "em", "cụ", "thầy"})
_FEWEST_DIGITS: Final = 8
_FEWEST_ADDRESS_WORDS: Final = 3


@dataclass(frozen=True)
class Identity:
    """What must not stand anywhere: names, addresses, and numbers (telephone, papers) of who sent a denunciation."""

    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        sender: str | None = None,
        address: str | None = None,
        phone: str | None = None,
        identity_number: str | None = None,
        representatives: str | None = None,
    ) -> "Identity":
        """The identity of the people behind a petition; representatives stand one a line or behind commas."""
        names = [sender or "", *re.split(r"[,;\n]", representatives or "")]
        return cls(
            tuple(name for name in map(nfc, names) if _words(name)),
            tuple(text for text in (address or "",) if len(_words(text)) >= _FEWEST_ADDRESS_WORDS),
            tuple(
                digits
                for text in (phone, identity_number)
                if len(digits := re.sub(r"\D", "", text or "")) >= _FEWEST_DIGITS
            ),
        )

    @classmethod
    def all_of(cls, identities: Iterable["Identity"]) -> "Identity":
        """Several identities as one."""
        every = list(identities)
        return cls(
            tuple(name for each in every for name in each.names),
            tuple(address for each in every for address in each.addresses),
            tuple(number for each in every for number in each.numbers),
        )

    def __bool__(self) -> bool:
        return bool(self.names or self.addresses or self.numbers)

    def found_in(self, text: str | None) -> str | None:
        """The first piece of `text` that gives the identity away, as it stands there; None when nothing does."""
        spans = self._spans(text or "")
        return None if not spans else (text or "")[spans[0][0] : spans[0][1]]

    def strip(self, text: str) -> str:
        """`text` with every piece that gives the identity away replaced by "(giữ bí mật)"."""
        for start, end in reversed(self._spans(text)):
            text = f"{text[:start]}{SECRET_WORDS}{text[end:]}"
        return text

    def _spans(self, text: str) -> list[tuple[int, int]]:
        places = [
            _Place(match.start(), match.end(), match[0], word)
            for match in _WORD.finditer(text)
            for word in _words(match[0])
        ]
        found = [span for pattern in self._patterns() for span in _occurrences(places, pattern)]
        for name in self.names:
            found += _addressed(places, _words(name)[-1])
        for digits in self.numbers:
            spread = r"[\s.\-]*".join(digits.removeprefix("0"))
            found += [match.span() for match in re.finditer(spread, text)]
        return _merged(found)

    def _patterns(self) -> Iterable[Sequence[str]]:
        """The runs of words that say who: whole names, and addresses."""
        yield from (words for words in map(_words, self.names) if len(words) > 1)
        yield from map(_words, self.addresses)


@dataclass(frozen=True)
class _Place:
    """A word of a text: where it stands, as written, and folded."""

    start: int
    end: int
    written: str
    word: str


def _words(text: str) -> list[str]:
    return fold(text).split()


def _occurrences(places: Sequence[_Place], pattern: Sequence[str]) -> Iterable[tuple[int, int]]:
    size = len(pattern)
    words = [place.word for place in places]
    for at in range(len(words) - size + 1):
        if words[at : at + size] == list(pattern):
            yield places[at].start, places[at + size - 1].end


def _addressed(places: Sequence[_Place], given: str) -> Iterable[tuple[int, int]]:
    """A given name after a form of address: "bà Hòa" says who, "Hòa" alone is a village too."""
    for before, place in pairwise(places):
        if place.word == given and place.written[0].isupper() and before.written.lower() in _FORMS_OF_ADDRESS:
            yield before.start, place.end


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
