"""What a register's cells say: kind, route, channel, status, and who sent it from where."""

import re
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
    "kiennghi": Kind.PROPOSAL,
    "khieunai": Kind.COMPLAINT,
}
_ROUTES: Final = (
    ("tra lai", Route.RETURN),
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
)
_NOBODY: Final = frozenset(
    ("giu bi mat", "bi mat", "an danh", "nac danh", "giau ten", "khong ro", "khong ten", "khong ghi ten", "mao danh")
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
    """The status a cell names in the words of our own export, None for anything else."""
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
    return next((status for status, word in STATUS_WORDS.items() if fold(word) == words), None)


def satisfied(cell: Cell) -> bool | None:
    """Whether the sender was satisfied, None where nobody asked."""
    words = fold(values.text(cell)) if cell != "" else ""
    return True if words in _YES else False if words in _NO else None


def sender(cell: Cell) -> str | None:
    """A sender's name, None for words that say nobody or a secret one."""
    name = values.name(cell)
    return None if not name or fold(name) in _NOBODY or name == SECRET_WORDS else name


def sender_and_address(cell: Cell) -> tuple[str | None, str | None]:
    """ "Đỗ Văn Trung, Khu phố 6" as name and address; either may be missing."""
    text = values.text(cell) if not isinstance(cell, str) else cell.strip()
    if not text or fold(text) in _NOBODY:
        return None, None
    parts = _AFTER_NAME.split(text, maxsplit=1)
    address = values.text(parts[1]).rstrip(")") if len(parts) > 1 else ""
    return sender(parts[0]), address or None


def area_in(address: str) -> str | None:
    """The part of an address that names a residential area, as written; None when none does."""
    parts = re.split(r"\s*[,;]\s*|\s+[-–]\s+", address)
    return next((part for part in parts if _AREA_START.match(fold(part))), None)
