"""Sheets typed in the fonts of before Unicode: TCVN3 (.VnTime) and VNI (VNI-Times).

The tables are viparse's. Its detection reads one text at a time and errs on a third of short cells; here one
decision is made for a whole sheet, by how many words become spellable.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from frontdesk.vietnamese.syllables import has_tone, is_syllable

if TYPE_CHECKING:
    from viparse.normalize.tables import Charmap

_FEWEST_WORDS: Final = 3
_READABLE_SHARE: Final = 0.75
_GAINED_SHARE: Final = 0.3
_BEYOND_LEGACY: Final = re.compile("[^\x00-\xff]")
_WORD_EDGES: Final = re.compile(r"^[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+|[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+$")


class LegacyEncoding(StrEnum):
    """How the letters of a sheet were coded before Unicode."""

    TCVN3 = "tcvn3"
    VNI = "vni"


def decide(texts: Iterable[str]) -> LegacyEncoding | None:
    """The legacy encoding of a whole sheet, from all of its texts; None when it is Unicode or cannot be told.

    Judged by the distinct words that hold letters beyond ASCII. Cells with a letter no legacy font has are Unicode
    already; when they are the greater part, the sheet is.
    """
    unicode_words: set[str] = set()
    doubtful: set[str] = set()
    for text in texts:
        (unicode_words if _is_unicode(text) else doubtful).update(text.split())
    unicode_words, doubtful = _spelt(unicode_words), _spelt(doubtful)
    plain = sum(map(is_syllable, doubtful))
    readable = {encoding: sum(is_syllable(decode(word, encoding)) for word in doubtful) for encoding in LegacyEncoding}
    best = max(readable, key=lambda encoding: readable[encoding])
    count = readable[best]
    convincing = (
        count >= _FEWEST_WORDS
        and count > len(unicode_words)
        and count >= _READABLE_SHARE * len(doubtful)
        and count - plain >= _GAINED_SHARE * len(doubtful)
        and sum(other == count for other in readable.values()) == 1
    )
    return best if convincing else None


def decode(text: str, encoding: LegacyEncoding | None) -> str:
    """`text` of a sheet in `encoding`, in Unicode NFC; None leaves it as it is.

    Decode before anything else touches the text: the soft hyphen is the letter ư in TCVN3. A text that holds a letter
    no legacy font has is Unicode already and stays. TCVN3 has no capital vowels with a tone, its fonts of capitals
    (.VnTimeH) draw small codes as capitals: such words come out small where nothing but the font told, and in capitals
    where the letters around do ("TRÇN V¡N" gives "TRẦN VĂN").
    """
    if encoding is None or _is_unicode(text):
        return text
    from viparse.normalize.tables import convert  # late: commands that read no sheet need not load it

    decoded = convert(text, _charmap(encoding))
    return _raise_capitals(decoded) if encoding == LegacyEncoding.TCVN3 else decoded


def _spelt(words: set[str]) -> set[str]:
    """The `words` that hold letters beyond ASCII, without the punctuation round them."""
    return {bare for word in words if not (bare := _WORD_EDGES.sub("", word)).isascii()}


def _is_unicode(text: str) -> bool:
    return any(letter.isalpha() or unicodedata.combining(letter) for letter in _BEYOND_LEGACY.findall(text))


def _raise_capitals(decoded: str) -> str:
    letters = [letter for letter in decoded if letter.isalpha()]
    if any(letter.islower() and not has_tone(letter) for letter in letters):
        return decoded
    return decoded.upper() if any(map(_is_broken_capitals, decoded.split())) else decoded


def _is_broken_capitals(word: str) -> bool:
    return sum(map(str.isupper, word)) > 1 and any(map(str.islower, word))


@cache
def _charmap(encoding: LegacyEncoding) -> "Charmap":
    from viparse.normalize.tables import build_charmap
    from viparse.normalize.tcvn3 import TCVN3
    from viparse.normalize.vni import VNI

    if encoding == LegacyEncoding.TCVN3:
        return TCVN3
    known = dict(VNI.pairs)
    # viparse leaves out what its corpus never showed: ẳ, the single code of ỵ, and a capital with its mark typed small.
    known |= {"aú": "ẳ", "AÚ": "Ẳ", "î": "ỵ", "Î": "Ỵ"}
    mixed = {
        code[0].upper() + code[1]: letter.upper()
        for code, letter in known.items()
        if len(code) == 2 and letter.islower()
    }
    return build_charmap("vni", (mixed | known).items())
