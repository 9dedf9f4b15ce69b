"""What stands in a cell besides what its header promises: "Ông" before a name, two posts in one cell."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from frontdesk.roster.kinds import Sex
from frontdesk.sheet import Cell, values
from frontdesk.vietnamese import fold, nfc

_TITLE: Final = re.compile(r"(?P<title>ông|bà|anh|chị|ô(?=\.)|b(?=\.)|đ/c|đồng chí)[.:]?\s+(?=\S+\s+\S)", re.IGNORECASE)
_SEX: Final = {"ông": Sex.MALE, "anh": Sex.MALE, "ô": Sex.MALE, "bà": Sex.FEMALE, "chị": Sex.FEMALE, "b": Sex.FEMALE}
# Ông and Anh are family names as well: they are titles where the sheet has others, or most names stand behind them.
_ALSO_NAMES: Final = frozenset(("ông", "anh"))

_POST_BREAK: Final = re.compile(r"\s*[\n;,+&]\s*(?:-\s*)?|\s+(?:-|–|và)\s+")
_BESIDES: Final = re.compile(r"\s*[,;(]?\s*\bkiêm(?: nhiệm)?\b:?\s*", re.IGNORECASE)
_POST_START: Final = re.compile(
    r"(?:truong|pho|bi thu|chu tich|uy vien|chi hoi|to truong|to pho|thanh vien|thu ky|dai bieu|nguoi co uy tin|"
    r"hoi tham|thu quy|ke toan|can bo|dang uy vien|chi uy vien|cong an vien|giam doc|hieu truong|chu nhiem|"
    r"doi truong|doi pho|hoa giai vien|cong tac vien|dang vien|tong)\b"
)


def are_titled(names: Iterable[str]) -> bool:
    """Whether the names of a sheet stand behind "Ông" and "Bà"."""
    counted = titled = 0
    for name in names:
        counted += 1
        if found := _TITLE.match(name):
            if found["title"].lower() not in _ALSO_NAMES:
                return True
            titled += 1
    return titled > 1 and titled * 2 > counted


def without_title(name: str) -> tuple[str, Sex | None]:
    """A name behind its title, and the sex the title tells."""
    found = _TITLE.match(name)
    return (name[found.end() :], _SEX.get(found["title"].lower())) if found else (name, None)


@lru_cache(maxsize=1 << 13)
def posts_of(cell: Cell) -> tuple[str, ...]:
    """The posts of a cell: "Bí thư Chi bộ, Trưởng khu phố" and "Phó ban kiêm Thư ký" are two, none repeated.

    A comma or a line's end parts posts only where a post begins after it: "Trưởng ban Tuyên giáo, Dân vận" is one.
    """
    if not isinstance(cell, str):
        return ()
    parted: list[str] = []
    for piece in _BESIDES.split(nfc(cell)):
        start = 0
        for found in _POST_BREAK.finditer(piece):
            if start < found.start() and _POST_START.match(fold(piece[found.end() :])):
                parted.append(piece[start : found.start()])
                start = found.end()
        parted.append(piece[start:])
    written = (values.text_or_none(part.strip(" \n-–,;)" if "(" not in part else " \n-–,;")) for part in parted)
    return tuple(dict.fromkeys(filter(None, written)))
