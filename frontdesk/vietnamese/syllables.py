"""Whether a word can be a Vietnamese syllable, by its spelling alone."""

import re
import unicodedata
from typing import Final

_TONES: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SHARP_OR_HEAVY: Final = frozenset("\u0301\u0323")

_ONSET: Final = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx]"
_OPEN_RHYME: Final = (
    "oai|oay|oao|oeo|uây|uya|uyu|uêu|iêu|yêu|uôi|ươi|ươu"
    "|ai|ay|ao|au|âu|ây|eo|êu|ia|iu|oa|oe|oi|ôi|ơi|ua|uê|ui|uơ|uy|ưa|ưi|ưu|[aeêioôơuưy]"
)
_CLOSED_VOWEL: Final = "uyê|iê|yê|oa|oă|oe|oo|uâ|uô|uy|uê|ươ|[aăâeêioôơuưy]"
_SYLLABLE: Final = re.compile(
    f"(?:{_ONSET})?(?:(?:{_OPEN_RHYME})|(?:{_CLOSED_VOWEL})(?:(?P<stop>ch|[cpt])|ng|nh|[mn]))"
)


def is_syllable(word: str) -> bool:
    """True when `word` (one word, any case, no punctuation) obeys the spelling of a Vietnamese syllable.

    One tone mark at most, a rhyme that exists, and only sắc or nặng before a closing p, t, c or ch.
    """
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = _TONES.findall(decomposed)
    if len(tones) > 1:
        return False
    match = _SYLLABLE.fullmatch(unicodedata.normalize("NFC", _TONES.sub("", decomposed)))
    if match is None:
        return False
    return match["stop"] is None or (len(tones) == 1 and tones[0] in _SHARP_OR_HEAVY)


def has_tone(letter: str) -> bool:
    """True when `letter` bears one of the five tone marks (ế does, ê does not)."""
    return _TONES.search(unicodedata.normalize("NFD", letter)) is not None
