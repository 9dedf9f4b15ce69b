"""The Vietnamese words of meetings' papers."""

from typing import Final

from frontdesk.meetings.rules.counting import Base
from frontdesk.meetings.rules.kinds import Absence, Kind, Method, OutcomeKind, Reply, TaskStatus
from frontdesk.meetings.rules.naming import Choice

_GATHERING: Final = {
    Kind.STANDING_BOARD: "cuộc họp",
    Kind.SEMINAR: "buổi tọa đàm",
    Kind.SUPERVISION: "buổi làm việc",
    Kind.SIGNING: "lễ ký kết",
    Kind.FESTIVAL: "ngày hội",
    Kind.CONGRESS: "đại hội",
}

METHOD_WORDS: Final = {
    Method.SHOW_OF_HANDS: "giơ tay",
    Method.BALLOT: "bỏ phiếu kín",
    Method.BY_NAME: "biểu quyết ghi tên",
}
CHOICE_WORDS: Final = {
    Choice.FOR: "Tán thành",
    Choice.AGAINST: "Không tán thành",
    Choice.ABSTAIN: "Không có ý kiến",
    Choice.SPOILED: "Không hợp lệ",
}
BASE_WORDS: Final = {
    Base.PRESENT: "số có mặt",
    Base.CONVENED: "số được triệu tập",
    Base.VALID: "số phiếu hợp lệ",
}
OUTCOME_WORDS: Final = {
    OutcomeKind.NOTE: "Ghi nhận",
    OutcomeKind.DECISION: "Quyết định",
    OutcomeKind.TASK: "Giao việc",
}
ABSENCE_WORDS: Final = {
    Absence.EXCUSED: "Vắng có lý do",
    Absence.UNEXCUSED: "Vắng không lý do",
    None: "Vắng",
}
REPLY_WORDS: Final = {
    Reply.COMING: "sẽ dự",
    Reply.DECLINED: "báo vắng",
    Reply.SUBSTITUTE: "cử người dự thay",
}
TASK_WORDS: Final = {
    TaskStatus.OPEN: "đang thực hiện",
    TaskStatus.DONE: "đã xong",
    TaskStatus.DROPPED: "dừng thực hiện",
}


def gathering(kind: Kind) -> str:
    """What people say of a meeting of this kind while it runs: "hội nghị", "cuộc họp"."""
    return _GATHERING.get(kind, "hội nghị")


def sentence(text: str) -> str:
    """`text` with a capital letter first, for the program's own words; what people typed stands as typed."""
    return text[:1].upper() + text[1:]


def closed(text: str) -> str:
    """`text` with a full stop, unless it ends in a mark already."""
    return text if text.endswith((".", "!", "?", "…", ":", ";")) else f"{text}."
