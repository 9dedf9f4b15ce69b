"""Vietnamese order as keys that SQLite compares byte by byte.

The order is ICU's for ``vi`` (CLDR root with the Vietnamese letters; tones: ngang, huyền, hỏi, ngã, sắc, nặng). The
letters, marks and their weights are vn-collate's; its keys themselves put every apostrophe, blank, hyphen and letter
of an Ê-đê or Gia-rai name into one bucket after z, so the levels are laid out here.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from vn_collate import LETTER_MODIFIERS, PRIMARY_ORDER, TONE_MARKS

# Keys are printable ASCII as long as the text is Vietnamese. The separators sort before every weight, and before
# each other in this order, so that a text which ends comes before the one that goes on.
_FIELD_END: Final = " "
_WORD_END: Final = "!"
_LEVEL_END: Final = '"'
_FIRST_WEIGHT: Final = 0x23

# ICU's order of what is neither letter nor digit.
_PUNCTUATION: Final = " _-–—,;:!?.…'‘’\"“”«»()[]{}@*/\\&#%`^°+<=>|~$₫"
# ƀ is a letter of its own in Ê-đê, Gia-rai and Xơ-đăng names; ICU sorts it after b.
_LETTERS: Final = tuple(letter for known in PRIMARY_ORDER for letter in ((known, "ƀ") if known == "b" else (known,)))
_PRIMARY: Final = {
    sign: chr(_FIRST_WEIGHT + weight) for weight, sign in enumerate((*_PUNCTUATION, *"0123456789", *_LETTERS))
}
_OTHER: Final = "~"  # before any character that has no weight of its own: after every letter, by code point

_PLAIN: Final = "0"
_CAPITAL: Final = "1"
_LONGEST_NUMBER: Final = 0x7FFF

_PIECES: Final = re.compile(r"[0-9]+|.[\u0300-\u036f]*", re.DOTALL)
_APPENDED: Final = re.compile(r"\(.*", re.DOTALL)


def text_key(text: str) -> str:
    """The sort key of any text but a person's name; numbers inside it sort by value ("Khu phố 2" before "Khu phố 10").

    Compare as binary (SQLite's default); empty text has the empty key.
    """
    primary, secondary, tertiary = [], [], []
    for piece in _PIECES.findall(unicodedata.normalize("NFD", text)):
        first, second, third = _weights(piece)
        primary.append(first)
        secondary.append(second)
        tertiary.append(third)
    # A level's trailing plain weights decide nothing: what follows them sorts lower than any weight.
    levels = ["".join(primary), "".join(secondary).rstrip(_PLAIN), "".join(tertiary).rstrip(_PLAIN)]
    return _LEVEL_END.join(levels).rstrip(_LEVEL_END)


def sort_key(name: str, override: str | None = None) -> str:
    """The sort key of a person's name: given name (the last word), then the middle words, then the family name.

    Word by word, each in full Vietnamese order, before the next one counts. What stands in brackets after a name
    ("Nguyễn Văn An (khu phố 2)") decides last. `override` is the name written in the order it sorts by, for names
    that do not end in the given name ("H'Hen Niê", "Y Moan Êban"); None or blank means there is none.
    """
    if override and override.strip():
        given, *middle = override.split()
        family, appended = "", ""
    else:
        bare = _APPENDED.sub("", name)
        appended = name[len(bare) :]
        words = bare.split() or [""]
        given = words[-1]
        family = words[0] if len(words) > 1 else ""
        middle = words[1:-1]
    fields = [
        _word_key(given),
        "".join([_word_key(word) + _WORD_END for word in middle]),
        _word_key(family),
        text_key(appended) if appended else "",
    ]
    return _FIELD_END.join(fields).rstrip(_FIELD_END)


# All the people of a province share a few hundred names.
_word_key: Final = lru_cache(maxsize=1 << 13)(text_key)


@lru_cache(maxsize=4096)
def _weights(piece: str) -> tuple[str, str, str]:
    """The three weights of one letter with its marks, or of one number; each level's length depends on the
    primary weight only, so levels of equal text line up."""
    if piece[0] in "0123456789":
        digits = piece.lstrip("0")
        length = chr(_FIRST_WEIGHT + min(len(digits), _LONGEST_NUMBER))
        return _PRIMARY["0"] + length + "".join(_PRIMARY[digit] for digit in digits), _PLAIN, _PLAIN
    base, marks = piece[0], piece[1:]
    capital = base != base.lower()
    letter, left = _letter(base.lower(), marks)
    primary = _PRIMARY.get(letter) or _OTHER + letter
    secondary = "".join(_mark(mark) for mark in left) or _PLAIN
    return primary, secondary, _CAPITAL if capital else _PLAIN


def _letter(base: str, marks: str) -> tuple[str, str]:
    """The Vietnamese letter a base makes with one of its marks (e + ^ is ê), and the marks left over."""
    for position, mark in enumerate(marks):
        if mark in LETTER_MODIFIERS:
            letter = unicodedata.normalize("NFC", base + mark)
            if letter in _PRIMARY:
                return letter, marks[:position] + marks[position + 1 :]
    return base, marks


def _mark(mark: str) -> str:
    tone = TONE_MARKS.get(mark)
    return f"{tone}" if tone is not None else _OTHER + mark
