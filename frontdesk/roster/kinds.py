"""The closed lists of the roster: kinds of bodies, how people come and why they go."""

from enum import StrEnum
from typing import Final

from frontdesk.messages import mark


class Sex(StrEnum):
    """As sheets and statistics know it."""

    MALE = "male"
    FEMALE = "female"


class BodyKind(StrEnum):
    """The bodies of the Front in a commune, in the order of protocol."""

    COMMITTEE = "committee"
    STANDING_BOARD = "standing_board"
    WORKING_COMMITTEE = "working_committee"
    INSPECTION_BOARD = "inspection_board"
    INVESTMENT_BOARD = "investment_board"
    CONCILIATION_TEAM = "conciliation_team"
    FUND_BOARD = "fund_board"
    ADVISORY_GROUP = "advisory_group"
    OPINION_GROUP = "opinion_group"
    MEMBER_ORGANISATION = "member_organisation"
    SELF_MANAGING_GROUP = "self_managing_group"
    OTHER = "other"


BODY_TITLES: Final[dict[BodyKind, str]] = {
    BodyKind.COMMITTEE: mark("committee of the Fatherland Front"),
    BodyKind.STANDING_BOARD: mark("standing board"),
    BodyKind.WORKING_COMMITTEE: mark("Front working committee of an area"),
    BodyKind.INSPECTION_BOARD: mark("people's inspection board"),
    BodyKind.INVESTMENT_BOARD: mark("community investment supervision board"),
    BodyKind.CONCILIATION_TEAM: mark("conciliation team"),
    BodyKind.FUND_BOARD: mark("board of the fund for the poor"),
    BodyKind.ADVISORY_GROUP: mark("advisory group"),
    BodyKind.OPINION_GROUP: mark("public opinion group"),
    BodyKind.MEMBER_ORGANISATION: mark("member organisation"),
    BodyKind.SELF_MANAGING_GROUP: mark("self-managing group of the people"),
    BodyKind.OTHER: mark("another body"),
}

BODY_NAMES: Final[dict[BodyKind, str]] = {
    BodyKind.COMMITTEE: "Ủy ban MTTQ Việt Nam",
    BodyKind.STANDING_BOARD: "Ban Thường trực",
    BodyKind.WORKING_COMMITTEE: "Ban Công tác Mặt trận",
    BodyKind.INSPECTION_BOARD: "Ban Thanh tra nhân dân",
    BodyKind.INVESTMENT_BOARD: "Ban Giám sát đầu tư của cộng đồng",
    BodyKind.CONCILIATION_TEAM: "Tổ hòa giải",
    BodyKind.FUND_BOARD: "Ban Vận động Quỹ “Vì người nghèo”",
    BodyKind.ADVISORY_GROUP: "Tổ tư vấn",
    BodyKind.OPINION_GROUP: "Tổ dư luận xã hội",
    BodyKind.MEMBER_ORGANISATION: "Tổ chức thành viên",
    BodyKind.SELF_MANAGING_GROUP: "Tổ Nhân dân tự quản",
    BodyKind.OTHER: "Tổ chức khác",
}
"""As papers write them; a body of an area adds the area's name."""

ONE_AN_AREA: Final = frozenset({BodyKind.WORKING_COMMITTEE})
"""Of these an area has one only (domain §2.4); of the others it may have several."""


class HowChosen(StrEnum):
    """How somebody came to a post (Thông tri 17/TT-MTTW-BTT and the laws of the single bodies)."""

    CONSULTED = "consulted"
    CO_OPTED = "co_opted"
    RECOGNISED = "recognised"
    ELECTED = "elected"
    APPOINTED = "appointed"


HOW_CHOSEN_WORDS: Final[dict[HowChosen, str]] = {
    HowChosen.CONSULTED: "hiệp thương cử",
    HowChosen.CO_OPTED: "cử bổ sung",
    HowChosen.RECOGNISED: "công nhận",
    HowChosen.ELECTED: "bầu",
    HowChosen.APPOINTED: "chỉ định",
}
HOW_CHOSEN_TITLES: Final[dict[HowChosen, str]] = {
    HowChosen.CONSULTED: mark("chosen by consultation"),
    HowChosen.CO_OPTED: mark("co-opted"),
    HowChosen.RECOGNISED: mark("recognised"),
    HowChosen.ELECTED: mark("elected"),
    HowChosen.APPOINTED: mark("appointed"),
}


class WhyEnded(StrEnum):
    """Why somebody left a post."""

    TERM_OVER = "term_over"
    RELIEVED = "relieved"
    REPLACED = "replaced"
    MOVED = "moved"
    RETIRED = "retired"
    DIED = "died"
    BODY_ENDED = "body_ended"
    AREA_MERGED = "area_merged"
    OTHER = "other"


WHY_ENDED_WORDS: Final[dict[WhyEnded, str]] = {
    WhyEnded.TERM_OVER: "hết nhiệm kỳ",
    WhyEnded.RELIEVED: "cho thôi",
    WhyEnded.REPLACED: "thay thế",
    WhyEnded.MOVED: "chuyển công tác, nơi ở",
    WhyEnded.RETIRED: "nghỉ hưu",
    WhyEnded.DIED: "từ trần",
    WhyEnded.BODY_ENDED: "tổ chức kết thúc hoạt động",
    WhyEnded.AREA_MERGED: "sắp xếp khu dân cư",
    WhyEnded.OTHER: "lý do khác",
}
WHY_ENDED_TITLES: Final[dict[WhyEnded, str]] = {
    WhyEnded.TERM_OVER: mark("the term is over"),
    WhyEnded.RELIEVED: mark("relieved"),
    WhyEnded.REPLACED: mark("replaced"),
    WhyEnded.MOVED: mark("moved away"),
    WhyEnded.RETIRED: mark("retired"),
    WhyEnded.DIED: mark("died"),
    WhyEnded.BODY_ENDED: mark("the body has ended"),
    WhyEnded.AREA_MERGED: mark("the area was merged"),
    WhyEnded.OTHER: mark("another reason"),
}


class Bloc(StrEnum):
    """The part of the committee somebody stands for (domain §2.3)."""

    MEMBER_ORGANISATION = "member_organisation"
    AREA_HEAD = "area_head"
    INDIVIDUAL = "individual"
    FULL_TIME = "full_time"


BLOC_WORDS: Final[dict[Bloc, str]] = {
    Bloc.MEMBER_ORGANISATION: "Tổ chức thành viên",
    Bloc.AREA_HEAD: "Trưởng ban Công tác Mặt trận",
    Bloc.INDIVIDUAL: "Cá nhân tiêu biểu",
    Bloc.FULL_TIME: "Cán bộ chuyên trách",
}


class Level(StrEnum):
    """Who commends: from the commune up."""

    COMMUNE = "commune"
    PROVINCE = "province"
    CENTRAL = "central"


LEVEL_WORDS: Final[dict[Level, str]] = {
    Level.COMMUNE: "cấp xã",
    Level.PROVINCE: "cấp tỉnh",
    Level.CENTRAL: "cấp Trung ương",
}
