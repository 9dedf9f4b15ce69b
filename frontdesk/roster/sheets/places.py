"""Areas as a sheet names them: in a cell, in the bold line above its rows, in its title or on its tab."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from frontdesk.office import AREA_WORDS, AreaKind, area_key, area_kind
from frontdesk.roster.kinds import BodyKind
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
# A committee's list stands in blocs: "Khối Đảng, đoàn thể" is no khối that people live in.
_BLOC: Final = re.compile(
    r"khoi (?:cac )?(?:dang|doan the|mat tran|mttq|chinh quyen|dan van|to chuc|thanh vien|ca nhan|nhan si|truong ban|"
    r"can bo|chuyen trach|hdnd|ubnd|hoi dong nhan dan|uy ban|co quan|don vi|doanh nghiep|luc luong|noi chinh)\b.*"
)

# "Trưởng ban CTMT khu phố 3, phường Hải Đông"; where another post follows the area, the cell is left as it stands.
_BEHIND_POST: Final = re.compile(
    rf"(?P<post>.+?)\s*[,–-]?\s*\b(?P<area>(?P<word>{_NAMES})\s*(?:(?:số\s*)?\d|(?-i:\s[A-ZĐÀ-Ỹ]))[^,;(/–-]*?)\s*"
    r"(?:[,–-]?\s*\b(?:phường|xã|thị trấn|đặc khu)\b.*)?",
    re.IGNORECASE,
)
_HALF_A_POST: Final = frozenset(("truong", "pho", "to truong", "to pho", "cong an", "y te"))
_PART_OF_ADDRESS: Final = re.compile(r"\s*[,;]\s*|\s+[-–]\s+")
OF_AREAS: Final = frozenset((BodyKind.WORKING_COMMITTEE, BodyKind.CONCILIATION_TEAM, BodyKind.SELF_MANAGING_GROUP))
"""Kinds of body that stand in an area: who serves in one lives there."""


@dataclass(frozen=True, slots=True)
class Group:
    """What the bold line above a row names: an area, or a body."""

    area: str | None = None
    body: str | None = None


@lru_cache(maxsize=_REMEMBERED)
def group_of(text: str) -> Group:
    """What the line `text` above a row names."""
    named = _GROUP_COUNT.sub("", _GROUP_NUMBER.sub("", values.text(text)))
    if not named or _BLOC.fullmatch(fold(named)):
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


def behind_post(cell: str) -> tuple[str, str] | None:
    """A post and the area behind it: "Trưởng ban CTMT khu phố 3"; a thôn's Trưởng thôn stays one. None for no area."""
    found = _BEHIND_POST.fullmatch(cell.strip())
    if found is None or not _is_area(found["area"]):
        return None
    half = fold(re.split(r"[,;]", found["post"])[-1]) in _HALF_A_POST
    return f"{found['post']} {found['word']}" if half else found["post"], found["area"]


def area_in_address(address: str) -> str | None:
    """The one area an address names: "số 5, ấp Tân Lợi, xã Tân Thành"; None for none or several."""
    named = [part for part in _PART_OF_ADDRESS.split(address) if part and _is_area(part)]
    return named[0] if len(named) == 1 else None


def _area_in(title: str) -> str | None:
    """The area named in a title line."""
    found = _IN_TITLE.search(f" {title}")
    name = _END_OF_NAME.sub("", found["area"]).strip() if found else ""
    return name if _is_area(name) else None


def _is_area(name: str) -> bool:
    if area_kind(name) is AreaKind.RESIDENTIAL_AREA:
        return False
    return not any(pattern.fullmatch(fold(name)) for pattern in (_NO_NAME, _BLOC))


@lru_cache(maxsize=_REMEMBERED)
def mended_area(written: str) -> str | None:
    """An area's name with capitals mended: "KHU PHỐ 1" is Khu phố 1, "THÔN ĐÔNG HÒA" is Thôn Đông Hòa."""
    if not written:
        return None
    if written != written.upper() or not any(letter.isalpha() for letter in written):
        return written[0].upper() + written[1:]
    key = area_key(written)
    for word in AREA_WORDS.values():
        count = len(word.split())
        if key.startswith(fold(word) + " ") and fold(" ".join(written.split()[:count])) == fold(word):
            rest = written.split()[count:]
            return " ".join([word.capitalize(), *(values.name(part) if len(part) > 1 else part for part in rest)])
    words = [part for part in written.split() if part.isalpha()]
    return values.name(written) if len(words) > 1 else written
