"""Bodies by their names: what kind one is, and which two names mean the same."""

import re
from functools import lru_cache
from typing import Final

from frontdesk.roster.kinds import BODY_NAMES, BodyKind
from frontdesk.vietnamese import fold, text_key

_ABBREVIATIONS: Final = {
    "ctmt": "cong tac mat tran",
    "mttq": "mat tran to quoc",
    "ubmttq": "uy ban mat tran to quoc",
    "btt": "ban thuong truc",
    "bttnd": "ban thanh tra nhan dan",
    "ttnd": "thanh tra nhan dan",
    "gsdtccd": "giam sat dau tu cua cong dong",
    "bgsdtccd": "ban giam sat dau tu cua cong dong",
    "kp": "khu pho",
    "tdp": "to dan pho",
    "kdc": "khu dan cu",
}
_WORDS: Final[tuple[tuple[str, BodyKind], ...]] = (
    ("cong tac mat tran", BodyKind.WORKING_COMMITTEE),
    ("thanh tra nhan dan", BodyKind.INSPECTION_BOARD),
    ("giam sat dau tu", BodyKind.INVESTMENT_BOARD),
    ("hoa giai", BodyKind.CONCILIATION_TEAM),
    ("vi nguoi ngheo", BodyKind.FUND_BOARD),
    ("van dong quy", BodyKind.FUND_BOARD),
    ("tu quan", BodyKind.SELF_MANAGING_GROUP),
    ("tu van", BodyKind.ADVISORY_GROUP),
    ("du luan", BodyKind.OPINION_GROUP),
    ("ban thuong truc", BodyKind.STANDING_BOARD),
    ("uy ban mat tran", BodyKind.COMMITTEE),
    ("doan thanh nien", BodyKind.MEMBER_ORGANISATION),
    ("cong doan", BodyKind.MEMBER_ORGANISATION),
    ("hoi", BodyKind.MEMBER_ORGANISATION),
)
_LISTS: Final = ("danh sach", "trich ngang", "danh ba")
_LEADING_ZEROS: Final = re.compile(r"\b0+(?=\d)")


@lru_cache(maxsize=1 << 13)
def body_key(name: str) -> str:
    """What two spellings of one body share: "Ban CTMT KP 3" and "Ban Công tác Mặt trận khu phố 3" are one."""
    words = " ".join(_ABBREVIATIONS.get(word, word) for word in fold(name).split())
    return _LEADING_ZEROS.sub("", words.replace("mat tran to quoc viet nam", "mat tran to quoc"))


@lru_cache(maxsize=1 << 13)
def body_kind(name: str) -> BodyKind | None:
    """The kind of body a name or the title of a list says; None where it says none."""
    words = f" {body_key(name)} "
    return next((kind for said, kind in _WORDS if f" {said} " in words or f" {said}" == words.rstrip()), None)


def listed_kind(titles: list[str]) -> BodyKind | None:
    """The kind of body whose list this is, by the title lines of a sheet; the letterhead's lines say nothing."""
    for title in titles:
        key = body_key(title)
        if any(word in key for word in _LISTS) and (kind := body_kind(title)) is not None:
            return kind
    return None


def body_name(kind: BodyKind, area: str | None = None) -> str:
    """The name of a body of this kind: "Ban Công tác Mặt trận Khu phố 3"."""
    return f"{BODY_NAMES[kind]} {area}" if area else BODY_NAMES[kind]


def says_only_kind(name: str, kind: BodyKind) -> bool:
    """Whether `name` names the kind and nothing besides, so that the area has to say which body is meant."""
    return body_key(name) in {body_key(BODY_NAMES[kind]), next(said for said, other in _WORDS if other is kind)}


@lru_cache(maxsize=1 << 13)
def body_sort_key(name: str) -> str:
    """Orders bodies as people list them, Khu phố 2 before Khu phố 10."""
    return text_key(name)
