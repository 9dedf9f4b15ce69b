"""People's names as they are written, and the numbers of their papers as they may be read."""

import re
from functools import lru_cache
from typing import Final

import vn_text

from frontdesk.vietnamese.syllables import has_tone
from frontdesk.vietnamese.text import nfc

_SHOWN_DIGITS: Final = 4
_APPENDED: Final = re.compile(r"\(.*")
# A capital begins a name, and each part of one after an apostrophe or hyphen: H'Hen, K'Brểu, Y-Moan.
_PART: Final = re.compile(r"[^\s'’ʼ\-]+")


def mend_name(text: str) -> str:
    """A person's name with single blanks and a capital on each part: "NGUYỄN VĂN  A" gives "Nguyễn Văn A".

    A name wholly in capitals or wholly in small letters is rewritten; any other stays as typed, but for a small first
    letter that TCVN3 fonts have no capital for ("Nguyễn Thị ánh"). What stands in brackets after the name is left
    alone. Also mended are double blanks, decomposed letters, and the Icelandic Ð in the place of Đ.
    """
    text = vn_text.repair_mojibake(nfc(text, one_line=True))
    if text.istitle():
        return text
    name = _APPENDED.sub("", text)
    one_case = name in (name.upper(), name.lower())
    mended = _PART.sub(lambda part: _capital(part.group(), rewrite=one_case), name)
    return mended + text[len(name) :]


def masked_id(number: str | None) -> str:
    """The number of an identity paper with all but its last digits hidden (NĐ 356/2025: masked by default)."""
    if not number:
        return ""
    return "*" * max(0, len(number) - _SHOWN_DIGITS) + number[-_SHOWN_DIGITS:]


@lru_cache(maxsize=1 << 13)
def _capital(part: str, *, rewrite: bool) -> str:
    if rewrite:
        return part[0].upper() + part[1:].lower()
    return part[0].upper() + part[1:] if has_tone(part[0]) else part
