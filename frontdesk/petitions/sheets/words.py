"""What a register's cells say: kind, route, channel, status, and who sent it from where."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final

from frontdesk.messages import _
from frontdesk.office import AREA_WORDS
from frontdesk.petitions.rules.words import (
    CHANNEL_WORDS,
    SECRET_WORDS,
    STATUS_WORDS,
    Channel,
    Kind,
    Route,
    Status,
)
from frontdesk.sheet import Cell, values
from frontdesk.vietnamese import fold

MASK: Final = "***"

_KINDS: Final = (
    ("to cao", Kind.DENUNCIATION),
    ("khieu nai", Kind.COMPLAINT),
    ("phan anh", Kind.REPORT),
    ("kien nghi", Kind.PROPOSAL),
    ("de nghi", Kind.PROPOSAL),
    ("gop y", Kind.PROPOSAL),
)
_SHORT_KINDS: Final = {
    "tc": Kind.DENUNCIATION,
    "pa": Kind.REPORT,
    "knpa": Kind.REPORT,
    "kn pa": Kind.REPORT,
    "pa kn": Kind.REPORT,
    "pakn": Kind.REPORT,
    "kiennghi": Kind.PROPOSAL,
    "khieunai": Kind.COMPLAINT,
}
_ROUTES: Final = (
    ("tra lai", Route.RETURN),
    ("tra don", Route.RETURN),
    ("chuyen", Route.FORWARD),
    ("huong dan", Route.GUIDE),
    ("luu", Route.FILE),
    ("thu ly", Route.ACCEPT),
    ("giai quyet", Route.ACCEPT),
)
_CHANNELS: Final = (
    ("truc tuyen", Channel.ONLINE),
    ("online", Channel.ONLINE),
    ("zalo", Channel.ONLINE),
    ("dien thoai", Channel.PHONE),
    ("giam sat", Channel.SUPERVISION),
    ("hoi nghi", Channel.MEETING),
    ("tiep xuc cu tri", Channel.MEETING),
    ("txct", Channel.MEETING),
    ("cu tri", Channel.MEETING),
    ("khu dan cu", Channel.AREA),
    ("kdc", Channel.AREA),
    ("buu dien", Channel.LETTER),
    ("thu", Channel.LETTER),
    ("truc tiep", Channel.IN_PERSON),
    ("don", Channel.LETTER),
)
_NOBODY: Final = re.compile(
    r"(?:don |thu )?(?:giu bi mat|bi mat|an danh|nac danh|giau ten|khuyet danh|mao danh|"
    r"khong (?:ro|co|ghi|neu)? ?(?:ho )?(?:ten)?(?: nguoi gui)?)"
)
_SETTLED: Final = re.compile(
    r"\b(?:da (?:(?:duoc )?(?:giai quyet|tra loi|xu ly)|gq|co (?:ket qua|van ban|vb|cong van|tra loi)|xong|hoan thanh)|"
    r"hoan thanh|giai quyet xong)\b"
)
_UNSETTLED: Final = re.compile(r"\b(?:chua|dang|cho)\b")
_DAY_IN_TEXT: Final = re.compile(r"(?<!\d)\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d{2})(?!\d)")
_BEGINNINGS: Final = (
    (re.compile(r"(?:don )?(?:to cao|to giac)\b"), Kind.DENUNCIATION),
    (re.compile(r"(?:don )?khieu nai\b"), Kind.COMPLAINT),
    (re.compile(r"(?:don )?phan anh\b"), Kind.REPORT),
    (re.compile(r"(?:don )?(?:kien nghi|de nghi|xin|mong|gop y)\b"), Kind.PROPOSAL),
)
_MORE_SENDERS: Final = re.compile(r"\b(?:và|cùng)(?: với)? (?P<count>\d{1,4}) (?:hộ|người|công dân|gia đình)")
_SENDERS: Final = re.compile(r"(?<!\d)(?P<count>\d{1,4}) (?:hộ|người|công dân|gia đình|lượt người)")
_AFTER_KIND: Final = re.compile(r"[/,;:(\-]\s*(?P<count>\d{1,4})\s*(?:hộ|người|công dân)?\)?\s*$")
_TITLED: Final = re.compile(r"\b(?:ông|bà|anh|chị)\s+\S+\s+\S+", re.IGNORECASE)
_SENT_TO: Final = re.compile(
    r"(?:đã |được )*(?:chuyển|gửi)?(?: đơn| hồ sơ| văn bản)?(?: đến| cho| sang| tới| về)?\s*"
    r"(?P<agency>(?:ubnd|ủy ban|uỷ ban|hđnd|đảng ủy|mttq|công an|ca|thanh tra|sở|phòng|trạm|trung tâm|tt|tòa án|viện|"
    r"chi cục|cục|thuế|chi nhánh|bảo hiểm|bhxh|điện lực|công ty|cty|hạt|ban|bộ|văn phòng|vp|hội|đội|bưu điện|trường)\b"
    r".*?)(?:\s+(?:để |xem xét|giải quyết|xử lý|trả lời|theo )|\s*[(;,.]|$)",
    re.IGNORECASE,
)
_AFTER_NAME: Final = re.compile(r"\s*[,;\n]\s*|\s+[-–]\s+|\s*\((?=[^)]*\)\s*$)")
_AREA_START: Final = re.compile(
    rf"(?:{'|'.join(fold(word) for word in AREA_WORDS.values())}|kp|tdp|kdc)\b|(?:kp|tdp|kdc)\d"
)
_YES: Final = frozenset(("x", "co", "hai long", "yes"))
_NO: Final = frozenset(("khong", "chua", "khong hai long", "chua hai long", "no"))


def kind(cell: Cell) -> Kind | None:
    """The kind a cell names, None for blank; a mixed one goes by its weightiest. ValueError for anything else."""
    return _kind(values.text(cell))


def route(cell: Cell) -> Route | None:
    """The route a cell names, None for blank or words that name none."""
    return _route(values.text(cell))


def channel(cell: Cell) -> Channel | None:
    """The channel a cell names, None for blank or words that name none."""
    return _channel(values.text(cell))


def status(cell: Cell) -> Status | None:
    """The status a cell names: in the words of our own export, or as "Đã giải quyết xong"; None for anything else."""
    return _status(values.text(cell))


# A column of a register says the same few words over and over.
@lru_cache(maxsize=4096)
def _kind(text: str) -> Kind | None:
    words = fold(text)
    found = next((kind for word, kind in _KINDS if word in words), None) or _SHORT_KINDS.get(words)
    if found is None and words:
        raise ValueError(
            _("“{text}” is no kind of petition; write Kiến nghị, Phản ánh, Khiếu nại or Tố cáo.").format(text=text)
        )
    return found


@lru_cache(maxsize=4096)
def _route(text: str) -> Route | None:
    words = fold(text)
    return next((route for word, route in _ROUTES if word in words), None)


@lru_cache(maxsize=4096)
def _channel(text: str) -> Channel | None:
    words = fold(text)
    exact = (channel for channel, word in CHANNEL_WORDS.items() if fold(word) == words)
    return next(exact, None) or next((channel for word, channel in _CHANNELS if word in words), None)


@lru_cache(maxsize=4096)
def _status(text: str) -> Status | None:
    words = fold(text)
    exact = next((status for status, word in STATUS_WORDS.items() if fold(word) == words), None)
    return exact or (Status.ANSWERED if _says_settled(words) else None)


def _says_settled(folded: str) -> bool:
    return _SETTLED.search(folded) is not None and not _UNSETTLED.search(folded)


def settled_on(cell: Cell, today: date) -> date | None:
    """The day of the answer a cell tells of: "Đã trả lời tại Công văn số 45/UBND ngày 18/6/2026"; None for none."""
    written = values.text(cell)
    days = _DAY_IN_TEXT.findall(written)
    return values.day(days[0], today) if len(days) == 1 and _says_settled(fold(written)) else None


def kind_of_matter(summary: str) -> Kind | None:
    """The kind a petition's own first words name, for a register that has no column for it."""
    words = fold(summary)
    return next((kind for beginning, kind in _BEGINNINGS if beginning.match(words)), None)


def tells_on_somebody(summary: str) -> bool:
    """Whether the words of a petition may be a denunciation's, whose sender nobody may learn by a guess."""
    return "to cao" in fold(summary) or "to giac" in fold(summary)


def kind_of_book(titles: Iterable[str]) -> Kind | None:
    """The one kind that title lines or a group's name: "SỔ THEO DÕI KIẾN NGHỊ", "II. KHIẾU NẠI"; None for several."""
    named = {kind for title in titles for word, kind in _KINDS if word in fold(title)}
    return named.pop() if len(named) == 1 else None


def people_in(kind: Cell, sender: Cell) -> int | None:
    """How many people stand behind a petition where no column counts them: "Khiếu nại/3", "… và 12 hộ dân"."""
    if counted := _AFTER_KIND.search(values.text(kind)):
        return int(counted["count"])
    senders = values.text(sender).lower()
    if more := _MORE_SENDERS.search(senders):
        return int(more["count"]) + 1
    if counted := _SENDERS.search(senders):
        return int(counted["count"])
    named = len(_TITLED.findall(senders))
    return named if named > 1 else None


def agency_in(cell: Cell) -> str | None:
    """The agency a cell says a petition went to: "Chuyển UBND phường giải quyết"; None where it names none."""
    found = _SENT_TO.match(values.text(cell))
    return found["agency"].strip() if found else None


def satisfied(cell: Cell) -> bool | None:
    """Whether the sender was satisfied, None where nobody asked."""
    words = fold(values.text(cell)) if cell != "" else ""
    return True if words in _YES else False if words in _NO else None


def sender(cell: Cell) -> str | None:
    """A sender's name, None for words that say nobody or a secret one."""
    name = values.name(cell)
    return None if not name or _NOBODY.fullmatch(fold(name)) or name == SECRET_WORDS else name


def sender_and_address(cell: Cell) -> tuple[str | None, str | None]:
    """ "Đỗ Văn Trung, Khu phố 6" as name and address; either may be missing."""
    text = values.text(cell) if not isinstance(cell, str) else cell.strip()
    if not text or _NOBODY.fullmatch(fold(text)):
        return None, None
    parts = _AFTER_NAME.split(text, maxsplit=1)
    address = values.text(parts[1]).rstrip(")") if len(parts) > 1 else ""
    return sender(parts[0]), address or None


def area_in(address: str) -> str | None:
    """The part of an address that names a residential area, with a capital; None when none does."""
    parts = re.split(r"\s*[,;]\s*|\s+[-–]\s+", address)
    found = next((part for part in parts if _AREA_START.match(fold(part))), None)
    return found and found[0].upper() + found[1:]
