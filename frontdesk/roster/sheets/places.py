"""Areas as a sheet names them: in a cell, in the bold line above its rows, in its title or on its tab."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from frontdesk.office import AREA_WORDS, AreaKind, area_key, area_kind
from frontdesk.roster.rules.bodies import body_kind
from frontdesk.sheet import values
from frontdesk.vietnamese import fold

_REMEMBERED: Final = 1 << 13
_GROUP_NUMBER: Final = re.compile(r"^\s*(?:[IVXLC]+|\d+|[A-ZĐa-z])\s*[.)/\-:]\s*")
_GROUP_COUNT: Final = re.compile(r"\s*[(:].*$")
_NAMES: Final = "|".join((*AREA_WORDS.values(), "kp", "tdp", "kdc"))
# A title speaks of one area where its name follows the body's, or stands alone: "… MẶT TRẬN THÔN ĐÔNG HÒA".
_IN_TITLE: Final = re.compile(
    rf"(?:mặt trận|ctmt|mttq|hòa giải|tự quản|\bở|\btại|\bthuộc|\bcủa|^)\s+(?P<area>(?:{_NAMES})\s+.+)", re.IGNORECASE
)
_END_OF_NAME: Final = re.compile(
    r"\s*(?:[,;(/–]|\s-\s|\b(?:nhiệm kỳ|khóa|năm|tháng|quý|xã|phường|thị trấn|đặc khu|huyện|tỉnh)\b).*$", re.IGNORECASE
)
_NO_NAME: Final = re.compile(
    r"(?:ban (?:sao|chinh|in|goc|moi|cu|nhap|tong hop|ke|dang ky|cam ket)|\S+(?: \S+){0,2} (?:va|trong|tren)) ?.*"
)


@dataclass(frozen=True, slots=True)
class Group:
    """What the bold line above a row names: an area, or a body."""

    area: str | None = None
    body: str | None = None


@lru_cache(maxsize=_REMEMBERED)
def group_of(text: str) -> Group:
    """What the line `text` above a row names."""
    named = _GROUP_COUNT.sub("", _GROUP_NUMBER.sub("", values.text(text)))
    if not named:
        return Group()
    if area_kind(named) is not AreaKind.RESIDENTIAL_AREA:
        return Group(area=mended_area(named))
    return Group(body=named) if body_kind(named) is not None else Group()


def area_of_sheet(titles: Sequence[str], tab: str) -> str | None:
    """The one area a sheet is about, by its title lines, else by the name on its tab; None for none or several."""
    named = {area_key(name): name for title in titles if (name := _area_in(values.text(title)))}
    if named:
        return mended_area(next(iter(named.values()))) if len(named) == 1 else None
    return mended_area(values.text(tab)) if _is_area(values.text(tab)) else None


def runs_on(areas: Sequence[str]) -> bool:
    """Whether a column names each area only in the first of its rows, as merged cells do once they are saved as text.

    A blank there says "the same as above"; in a column that names an area in every other row it says none.
    """
    repeated = any(area and area == following for area, following in pairwise(areas))
    return bool(areas) and bool(areas[0]) and not repeated and 2 * sum(map(bool, areas)) <= len(areas)


def _area_in(title: str) -> str | None:
    """The area named in a title line."""
    found = _IN_TITLE.search(f" {title}")
    name = _END_OF_NAME.sub("", found["area"]).strip() if found else ""
    return name if _is_area(name) else None


def _is_area(name: str) -> bool:
    return area_kind(name) is not AreaKind.RESIDENTIAL_AREA and not _NO_NAME.fullmatch(fold(name))


@lru_cache(maxsize=_REMEMBERED)
def mended_area(written: str) -> str | None:
    """An area's name with capitals mended: "KHU PHỐ 1" is Khu phố 1, "THÔN ĐÔNG HÒA" is Thôn Đông Hòa."""
    if not written:
        return None
    if written != written.upper() or not any(letter.isalpha() for letter in written):
        return written
    key = area_key(written)
    for word in AREA_WORDS.values():
        count = len(word.split())
        if key.startswith(fold(word) + " ") and fold(" ".join(written.split()[:count])) == fold(word):
            rest = written.split()[count:]
            return " ".join([word.capitalize(), *(values.name(part) if len(part) > 1 else part for part in rest)])
    words = [part for part in written.split() if part.isalpha()]
    return values.name(written) if len(words) > 1 else written
