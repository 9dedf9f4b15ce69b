"""Vietnamese text as it is stored, searched and watched for letters that are not what they seem."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

import vn_text

_BLANKS: Final = re.compile(r"\s+")
_LINE_BLANKS: Final = re.compile(r"[^\S\n]+")

# Invisible travellers of pasted text: they break search and equality, and show nothing. The joiner U+200D is not
# among them, emoji need it.
_INVISIBLE: Final = frozenset("\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff")

# What `_kept` may have to act on: most text holds none of it, and an import writes a hundred thousand cells.
_UNSTORED: Final = re.compile(f"[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff{''.join(sorted(_INVISIBLE))}]")

# Greek and Cyrillic letters drawn like Latin ones; they come in with document symbols pasted from scanned papers.
_LOOK_ALIKES: Final = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABESIJKMHOPCTYXaesijopcyxhdqwABEZHIKMNOPTYXo",
        strict=True,
    )
)
_LOOK_ALIKE_TABLE: Final = str.maketrans(_LOOK_ALIKES)

_MOST_WORDS: Final = 1 << 15

# What the four faces a paper may be set in are known to hold besides Latin, Greek and Cyrillic letters.
_COMMON_SIGNS: Final = frozenset("–—‘’‚“”„†‡•…‰′″‹›⁄€₫№™Ω−≈≠≤≥∞√∂∑∏∫◊ﬁﬂ→←↑↓")


@dataclass(frozen=True)
class LookAlike:
    """A letter of another script standing where a Latin one is meant.

    `position` counts characters from 0; `latin` is the letter it looks like.
    """

    position: int
    letter: str
    latin: str


def nfc(text: str, *, one_line: bool = False) -> str:
    """`text` as it is stored: composed, trimmed, without characters nobody can see.

    Line ends become ``\\n`` and control characters vanish; a broken half of a surrogate pair becomes U+FFFD, since
    no file takes it. With `one_line` every run of blanks, line ends included, becomes one space; without it inner
    blanks stay as typed.
    """
    if text.isprintable():
        # Nearly every cell and column: nothing to take out, and no blank but the space.
        text = text if text.isascii() else unicodedata.normalize("NFC", text)
        return (_BLANKS.sub(" ", text) if one_line and "  " in text else text).strip()
    if _UNSTORED.search(text):
        text = "".join(map(_kept, text.replace("\r\n", "\n").replace("\r", "\n")))
    text = unicodedata.normalize("NFC", text)
    if one_line:
        text = _BLANKS.sub(" ", text)
    return text.strip()


def _kept(character: str) -> str:
    if character in _INVISIBLE:
        return ""
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    return "" if category == "Cc" and character not in "\n\t" else character


def tidy_lines(text: str) -> str:
    """`text` with single blanks inside its lines and no blank at their ends; the lines stay."""
    return "\n".join(_LINE_BLANKS.sub(" ", line).strip() for line in nfc(text).split("\n"))


def fold(text: str) -> str:
    """The search key of `text`: small letters and digits without any mark, words parted by one space.

    "Hòa", "Hoà" and "HOA" have one key; so have Đ and the Icelandic Ð that old converters leave in its place, and
    a Cyrillic letter and its Latin twin.
    """
    if text.isascii():
        return " ".join(text.translate(_PLAIN).split())
    return " ".join(filter(None, map(_FOLDED.__getitem__, text.split())))


# Letters without marks as `fold` leaves them: small, and a space for what is neither letter nor digit.
_PLAIN: Final = {sign: chr(sign).lower() if chr(sign).isalnum() else " " for sign in range(128)}


class _FoldedWords(dict[str, str]):
    """The search key of each word met so far; the language has some seven thousand syllables."""

    def __missing__(self, word: str) -> str:
        if word.isascii() and not word.isalpha():
            # Numbers, phones and house numbers hardly ever come twice, and remembering costs more than folding.
            if word.isalnum():
                return word.lower()
            return " ".join(word.translate(_PLAIN).split())
        if len(self) >= _MOST_WORDS:
            self.clear()
        folded = self[word] = str(vn_text.fold(vn_text.repair_mojibake(word.translate(_LOOK_ALIKE_TABLE))))
        return folded


_FOLDED: Final = _FoldedWords()


def look_alikes(text: str) -> tuple[LookAlike, ...]:
    """The letters of `text` that are Greek or Cyrillic but read as Latin, in order."""
    return tuple(
        LookAlike(position, letter, _LOOK_ALIKES[letter])
        for position, letter in enumerate(text)
        if letter in _LOOK_ALIKES
    )


def mend_look_alikes(text: str) -> str:
    """`text` with every look-alike replaced by the Latin letter it reads as."""
    return text.translate(_LOOK_ALIKE_TABLE)


def odd_characters(text: str) -> tuple[str, ...]:
    """The characters of `text` no office font can be trusted to draw (emoji, other scripts), each once, in order.

    A warning at entry; what a paper can really draw is known by its fonts alone.
    """
    return tuple(dict.fromkeys(character for character in nfc(text) if not _in_office_fonts(character)))


def excerpt(text: str, length: int = 60) -> str:
    """The beginning of `text`, for a message: at most `length` characters, with "…" where it was cut."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _in_office_fonts(character: str) -> bool:
    if character in "\n\t" or character in _COMMON_SIGNS:
        return True
    point = ord(character)
    return 0x20 <= point < 0x250 or 0x300 <= point < 0x530 or 0x1E00 <= point < 0x1F00
