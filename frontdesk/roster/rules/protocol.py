"""The order of protocol: whose name stands before whose."""

from functools import lru_cache
from typing import Final

from frontdesk.roster.kinds import BodyKind
from frontdesk.roster.rules.bodies import body_sort_key
from frontdesk.roster.rules.rows import MemberRow, MembershipRow
from frontdesk.vietnamese import fold

MEMBER_RANK: Final = 800
NO_POST_RANK: Final = 900
_RANKS: Final[tuple[tuple[str, int], ...]] = (
    ("pho chu tich thuong truc", 110),
    ("pho chu tich", 120),
    ("uy vien thuong truc", 140),
    ("chu tich", 100),
    ("pho truong ban thuong truc", 210),
    ("pho truong ban", 220),
    ("pho ban", 220),
    ("truong ban", 200),
    ("pho to truong", 320),
    ("to pho", 320),
    ("to truong", 300),
    ("pho bi thu", 410),
    ("bi thu chi bo", 400),
    ("bi thu dang", 90),
    ("bi thu chi doan", 640),
    ("bi thu", 400),
    ("pho truong khu pho", 520),
    ("truong khu pho", 500),
    ("truong thon", 500),
    ("truong ban dan", 500),
    ("truong", 510),
    ("thu ky", 560),
    ("pho chi hoi truong", 650),
    ("chi hoi truong", 600),
    ("chi hoi", 600),
    ("hoi truong", 600),
    ("pho", 660),
    ("nguoi co uy tin", 700),
    ("dai dien", 710),
    ("uy vien", MEMBER_RANK),
    ("thanh vien", MEMBER_RANK),
    ("hoa giai vien", MEMBER_RANK),
)
_SPELLINGS: Final = {
    fold(post): post
    for post in (
        "Chủ tịch",
        "Phó Chủ tịch",
        "Phó Chủ tịch Thường trực",
        "Ủy viên",
        "Ủy viên Thường trực",
        "Ủy viên Ban Thường trực",
        "Trưởng ban",
        "Phó Trưởng ban",
        "Phó ban",
        "Thư ký",
        "Thành viên",
        "Tổ trưởng",
        "Tổ phó",
        "Phó Tổ trưởng",
        "Hòa giải viên",
        "Bí thư",
        "Phó Bí thư",
        "Bí thư Chi bộ",
        "Phó Bí thư Chi bộ",
        "Trưởng khu phố",
        "Phó Trưởng khu phố",
        "Trưởng thôn",
        "Phó Trưởng thôn",
        "Chi hội trưởng",
        "Chi hội phó",
        "Người có uy tín",
        "Đại diện",
    )
}
_KINDS: Final = {kind: place for place, kind in enumerate(BodyKind)}


def rank_of(post: str | None) -> int:
    """Where a post stands by its words; the office may set another rank for it."""
    if not post:
        return NO_POST_RANK
    key = fold(post)
    return next((rank for words, rank in _RANKS if key.startswith(words)), MEMBER_RANK - 50)


@lru_cache(maxsize=1 << 13)
def post_key(post: str) -> str:
    """What two spellings of one post share."""
    return fold(post)


def spelled(post: str) -> str:
    """A usual post typed without any mark as it is spelled: "Uy vien" is Ủy viên; any other as it was typed."""
    return _SPELLINGS.get(fold(post), post) if post.isascii() else post


def membership_order(row: MembershipRow) -> tuple[int, int, str, int]:
    """Orders the posts of one person: the higher body first, then the higher post."""
    return _KINDS[row.body_kind], row.rank, body_sort_key(row.body), row.id


def member_order(row: MemberRow) -> tuple[int, str, int, str, int]:
    """Orders people: by body, by rank in it, then by given name in Vietnamese order."""
    held = row.membership
    return _KINDS[held.body_kind], body_sort_key(held.body), held.rank, row.person.sort_key, row.person.id
