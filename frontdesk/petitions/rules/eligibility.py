"""The conditions a petition must meet to be dealt with (Thông tư 05/2021/TT-TTCP; domain §4.5)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from frontdesk.messages import _, mark
from frontdesk.petitions.rules.words import Kind


class Condition(StrEnum):
    """One line of the check list."""

    VIETNAMESE = "vietnamese"
    DATED = "dated"
    NAMED = "named"
    SIGNED = "signed"
    DECISION = "decision"
    OWN_RIGHT = "own_right"
    ACCUSED = "accused"
    NOT_SETTLED = "not_settled"
    NOT_COPY = "not_copy"


@dataclass(frozen=True)
class _Line:
    title: str
    words: str
    kinds: frozenset[Kind]


_ALL: Final = frozenset(Kind)
_COMPLAINT: Final = frozenset({Kind.COMPLAINT})
_DENUNCIATION: Final = frozenset({Kind.DENUNCIATION})
_LINES: Final[dict[Condition, _Line]] = {
    Condition.VIETNAMESE: _Line(
        mark("in Vietnamese, or translated"), "Viết bằng tiếng Việt hoặc có bản dịch hợp lệ", _ALL
    ),
    Condition.DATED: _Line(mark("bears a date"), "Ghi rõ ngày, tháng, năm viết đơn", _ALL),
    Condition.NAMED: _Line(mark("bears name and address"), "Ghi rõ họ tên, địa chỉ người viết đơn", _ALL),
    Condition.SIGNED: _Line(mark("signed or finger-printed"), "Có chữ ký hoặc điểm chỉ của người viết đơn", _ALL),
    Condition.DECISION: _Line(
        mark("says which decision or act is complained of"),
        "Ghi rõ cơ quan, cá nhân và quyết định, hành vi bị khiếu nại",
        _COMPLAINT,
    ),
    Condition.OWN_RIGHT: _Line(
        mark("the sender's own right is harmed"), "Người khiếu nại bị xâm phạm quyền, lợi ích của mình", _COMPLAINT
    ),
    Condition.ACCUSED: _Line(
        mark("says who is denounced, and for what"), "Ghi rõ người bị tố cáo và hành vi vi phạm", _DENUNCIATION
    ),
    Condition.NOT_SETTLED: _Line(
        mark("not settled already"), "Chưa được cơ quan có thẩm quyền giải quyết theo quy định", _ALL
    ),
    Condition.NOT_COPY: _Line(
        mark("no copy sent to several places"), "Không phải đơn đồng gửi nhiều nơi, đơn photo", _ALL
    ),
}


def conditions(kind: Kind) -> tuple[Condition, ...]:
    """The conditions for a petition of this kind, in the order of the check list."""
    return tuple(condition for condition, line in _LINES.items() if kind in line.kinds)


def condition_title(condition: Condition) -> str:
    """The condition in the reader's language."""
    return _(_LINES[condition].title)


def condition_words(condition: Condition) -> str:
    """The condition as papers print it."""
    return _LINES[condition].words


def most_representatives(people: int) -> int | None:
    """How many may speak for a group (Nghị định 124/2020/NĐ-CP): 2 for 5 to 10 people, 5 for more; None below 5."""
    if people < 5:
        return None
    return 2 if people <= 10 else 5
