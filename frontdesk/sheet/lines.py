"""The lines offices put between their data, told by their words: totals, balances, groups, signatures."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final

from frontdesk.messages import mark
from frontdesk.vietnamese import fold


class Line(StrEnum):
    """What a row is that holds no data of its own."""

    BLANK = "blank"
    TITLE = "title"
    GROUP = "group"
    HEADER = "header"
    OPENING = "opening"
    CLOSING = "closing"
    TOTAL = "total"
    CARRIED = "carried"
    BROUGHT = "brought"
    FOOT = "foot"


BOOK_LINES: Final = frozenset((Line.OPENING, Line.CLOSING, Line.TOTAL, Line.CARRIED, Line.BROUGHT))
WORDS: Final = {
    Line.BLANK: mark("a blank row"),
    Line.TITLE: mark("a title line"),
    Line.GROUP: mark("a group heading"),
    Line.HEADER: mark("a header"),
    Line.OPENING: mark("the opening balance"),
    Line.CLOSING: mark("the closing balance"),
    Line.TOTAL: mark("a total"),
    Line.CARRIED: mark("carried over to the next page"),
    Line.BROUGHT: mark("brought forward from the page before"),
    Line.FOOT: mark("signatures and notes at the foot"),
}

# After the words of a balance or total only words of its period may follow: "Cộng phát sinh tháng 3 năm 2026" is a
# total, "Cộng tác viên nộp tiền" and "Tổng kết phong trào" are vouchers.
_PERIOD: Final = (
    r"(?: (?:trong|cua|den|tu|het|tinh|dau|cuoi|nay|truoc|sau|sang|chuyen|mang|luy ke|phat sinh|so tien|tien mat|"
    r"so|thu|chi|ton|quy|thang|nam|ky|ngay|tuan|trang|nguoi|ho|don|dong|dong chi|vnd|"
    r"thanh vien|uy vien|suat|nu|\d+|[ivx]+))*"
)
_BALANCE: Final = r"(?:so )?(?:du|ton)(?: (?:no|co|quy|tien|tien mat|tien gui|tai quy|luy ke))*"
_SPAN: Final = r"(?:ky|nam|thang|quy|ngay|trang)"
_PATTERNS: Final = (
    (Line.BROUGHT, r"(?:so |cong |tong )*(?:du )?(?:o )?trang truoc(?: (?:chuyen|mang))?(?: sang)?"),
    (Line.BROUGHT, r"(?:so )?(?:mang|chuyen) sang tu trang(?: truoc)?(?: \d+)?"),
    (Line.CARRIED, r"(?:tong |so |luy ke )*(?:cong )?(?:mang|chuyen) (?:sang )?trang sau"),
    (Line.CARRIED, r"(?:tong )?cong (?:mang|chuyen) sang|cong(?: so)? (?:phat sinh )?trang(?: nay| \d+)?"),
    (Line.OPENING, rf"{_BALANCE} (?:dau|truoc)(?: {_SPAN})?{_PERIOD}"),
    (Line.OPENING, rf"{_BALANCE} (?:cua )?{_SPAN}(?: \d+)* truoc(?: (?:chuyen|mang) sang)?{_PERIOD}"),
    (Line.OPENING, rf"(?:so )?(?:du )?{_SPAN} truoc (?:chuyen|mang) sang{_PERIOD}|{_BALANCE} ban dau"),
    (Line.OPENING, rf"{_BALANCE} (?:mang|chuyen) sang(?: tu)?{_PERIOD}"),
    (Line.CLOSING, rf"{_BALANCE} (?:cuoi|cuoi cung|con lai|den|hien tai|hien co)(?: {_SPAN})?{_PERIOD}"),
    (Line.CLOSING, rf"con ton{_PERIOD}|(?:so )?con lai(?: cuoi {_SPAN})?{_PERIOD}"),
    (Line.TOTAL, rf"(?:tong )?(?:cong|luy ke)(?: {_SPAN})?{_PERIOD}|tong(?: cong| so)?{_PERIOD}"),
    (Line.TOTAL, r"trong do .*"),
)
_LINE: Final = re.compile("|".join(f"(?P<p{place}>{pattern})" for place, (_line, pattern) in enumerate(_PATTERNS)))
_FIRST_WORDS: Final = frozenset(
    (
        "so",
        "tong",
        "cong",
        "du",
        "ton",
        "trang",
        "mang",
        "chuyen",
        "luy",
        "con",
        "ky",
        "nam",
        "thang",
        "quy",
        "ngay",
        "trong",
    )
)

_IN_ENGLISH: Final = re.compile(r"\s*[/|]\s*[A-Za-z]+(?: [A-Za-z]+)*(?=\s*:?$|\s*:)")
_FOOT: Final = re.compile(
    r"(?:t m|tm|kt|tl|tuq) .*|(?:dai dien )?(?:nguoi|can bo) (?:lap|ghi so|kiem tra|nop|nhan|tong hop).*|"
    r"(?:ke toan|thu quy|thu truong|chu tich|pho chu tich|truong ban|pho truong ban|thu ky|chu tai khoan)(?: \w+)*|"
    r"noi nhan.*|ky(?: va)? (?:ten|ghi|dong|ho).*|da ky.*|xac nhan.*|(?:tong )?(?:so )?(?:tien )?(?:viet )?bang chu.*|"
    r"(?:an dinh )?(?:danh sach|so) nay (?:co|gom).*|danh sach (?:co|gom).*|luu y.*|ghi chu .*|luu .*|ngay mo so.*|"
    r"(?:\w+ ){0,6}ngay (?:\d+ )?thang (?:\d+ )?nam(?: \d+)?"
)
_TITLE: Final = re.compile(
    r"(?:danh sach|bieu|phu luc|cong hoa|doc lap|so quy|so theo doi|so tiep|so tien gui|so chi tiet|bang|kem theo|"
    r"don vi tinh|dvt|tiep theo|trang|mau so|uy ban mttq|uy ban mat tran|ban thuong truc)\b.*"
)
_GROUP: Final = re.compile(
    r"(?:[ivxlc]{1,5}|[a-z]|\d{1,2}(?:\.\d{1,2})*)\s*[.)\-:/]\s*\S.*|"
    r"(?:khu phố|khu dân cư|khu|thôn|xóm|ấp|tổ dân phố|tổ \d|tdp|khóm|khối|bản|buôn|làng|phum|sóc|phường|xã|đặc khu|"
    r"(?:tháng|quý|tuần) (?:\d{1,2}|[ivx]+)\b|"
    r"ban công tác|chi hội|hội|đoàn|ủy ban|uỷ ban|khu pho|thon|xom|khom|to dan pho|thành viên|các)\b.*",
    re.IGNORECASE,
)
NUMERAL: Final = re.compile(r"[IVXLC]{1,5}\.?|[A-ZĐ]\.?")


def line_of(text: str) -> Line | None:
    """The balance or total that `text` names; None for anything else, also for a voucher that begins like one.

    A bank says it twice: "Số dư đầu kỳ/ Opening balance".
    """
    return _line_of(text) if _may_begin(text.lstrip().partition(" ")[0]) else None


@lru_cache(maxsize=1 << 12)
def _may_begin(word: str) -> bool:
    first = fold(word)
    return not first or first.split(" ", 1)[0] in _FIRST_WORDS


@lru_cache(maxsize=1 << 12)
def _line_of(text: str) -> Line | None:
    match = _LINE.fullmatch(fold(_IN_ENGLISH.sub("", text)))
    return _PATTERNS[int(match.lastgroup[1:])][0] if match and match.lastgroup else None


def is_foot(text: str) -> bool:
    """Whether `text` stands under a list: who signs, where it goes, the amount in words."""
    return _FOOT.fullmatch(fold(text)) is not None


def is_title(text: str) -> bool:
    """Whether `text` names a list or who keeps it, rather than a group of its rows."""
    return _TITLE.fullmatch(fold(text)) is not None


def names_group(text: str) -> bool:
    """Whether `text` alone on a row names a group: a place, an organisation, or "II. …"."""
    return _GROUP.fullmatch(text.strip()) is not None
