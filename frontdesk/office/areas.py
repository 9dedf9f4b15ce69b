"""Residential areas by name: what kind one is, which two names mean the same, in what order they stand."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

from frontdesk.messages import mark
from frontdesk.vietnamese import fold, text_key


class AreaKind(StrEnum):
    """What a residential area is called where it lies (Nghị quyết 60-NQ/TW and the habits before it)."""

    VILLAGE = "village"
    HIGHLAND_VILLAGE = "highland_village"
    EDE_VILLAGE = "ede_village"
    HAMLET = "hamlet"
    SOUTHERN_HAMLET = "southern_hamlet"
    WARD_CLUSTER = "ward_cluster"
    QUARTER = "quarter"
    BLOCK = "block"
    RESIDENTIAL_GROUP = "residential_group"
    RESIDENTIAL_AREA = "residential_area"


AREA_WORDS: Final[dict[AreaKind, str]] = {
    AreaKind.VILLAGE: "thôn",
    AreaKind.HIGHLAND_VILLAGE: "bản",
    AreaKind.EDE_VILLAGE: "buôn",
    AreaKind.HAMLET: "xóm",
    AreaKind.SOUTHERN_HAMLET: "ấp",
    AreaKind.WARD_CLUSTER: "khóm",
    AreaKind.QUARTER: "khu phố",
    AreaKind.BLOCK: "khối",
    AreaKind.RESIDENTIAL_GROUP: "tổ dân phố",
    AreaKind.RESIDENTIAL_AREA: "khu dân cư",
}
AREA_TITLES: Final[dict[AreaKind, str]] = {
    AreaKind.VILLAGE: mark("village (thôn)"),
    AreaKind.HIGHLAND_VILLAGE: mark("highland village (bản)"),
    AreaKind.EDE_VILLAGE: mark("village (buôn)"),
    AreaKind.HAMLET: mark("hamlet (xóm)"),
    AreaKind.SOUTHERN_HAMLET: mark("hamlet (ấp)"),
    AreaKind.WARD_CLUSTER: mark("quarter (khóm)"),
    AreaKind.QUARTER: mark("quarter (khu phố)"),
    AreaKind.BLOCK: mark("block (khối)"),
    AreaKind.RESIDENTIAL_GROUP: mark("residential group (tổ dân phố)"),
    AreaKind.RESIDENTIAL_AREA: mark("residential area (khu dân cư)"),
}
_ABBREVIATIONS: Final = {"kp": "khu pho", "tdp": "to dan pho", "kdc": "khu dan cu", "th": "thon"}
_LEADING_ZEROS: Final = re.compile(r"\b0+(?=\d)")
_NUMBER_WORD: Final = re.compile(r"\bso (?=\d)")
_GLUED: Final = re.compile(r"\b(kp|tdp|kdc)(\d+)\b")


@dataclass(frozen=True)
class AreaRow:
    """A residential area; `until` is its last day, None: it still is one; `merged_into_id` names what it became."""

    id: int
    name: str
    kind: AreaKind
    households: int | None
    since: date | None
    until: date | None
    merged_into_id: int | None
    revision: int


# Every row of a sheet names one of the same few areas.
@lru_cache(maxsize=1 << 12)
def area_key(name: str) -> str:
    """What two spellings of one area share: "KP 03", "Khu phố 3" and "khu phố số 3" are one."""
    words = _GLUED.sub(r"\1 \2", fold(name)).split()
    if words and words[0] in _ABBREVIATIONS:
        words[0] = _ABBREVIATIONS[words[0]]
    return _LEADING_ZEROS.sub("", _NUMBER_WORD.sub("", " ".join(words)))


@lru_cache(maxsize=1 << 12)
def bare_key(key: str) -> str:
    """An area's key without its kind: "an nien" of "thon an nien"; the key itself where only a number is left."""
    for word in AREA_WORDS.values():
        prefix = fold(word) + " "
        if key.startswith(prefix):
            rest = key[len(prefix) :]
            return key if rest.isdigit() else rest
    return key


def area_kind(name: str) -> AreaKind:
    """The kind that stands in a name, khu dân cư when none does."""
    key = area_key(name)
    for kind, word in AREA_WORDS.items():
        if key.startswith(fold(word) + " "):
            return kind
    return AreaKind.RESIDENTIAL_AREA


def area_sort_key(name: str) -> str:
    """Orders areas as people list them: by words, and Khu phố 2 before Khu phố 10."""
    return text_key(re.sub(r"\d+", lambda digits: digits[0].zfill(6), name))
