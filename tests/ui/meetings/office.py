"""Meetings of invented people, of any size."""

from datetime import date, datetime
from typing import Final

from frontdesk.commands.services import Services
from frontdesk.meetings import (
    AddDelegate,
    AddOpinion,
    AddPaper,
    AddTask,
    AddVote,
    Conclude,
    Edit,
    Kind,
    Mark,
    Method,
    Prepare,
)
from frontdesk.roster import Admit

FAMILIES: Final = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô")
MIDDLES: Final = ("Văn", "Thị Kim", "Hữu", "Thị Hoàng", "Quốc", "Thị Ngọc", "Đình")
GIVEN: Final = ("Hòa", "Thủy", "Hương", "Đức", "Uyên", "Phước", "Quỳnh", "Bảo", "Nghĩa", "Thảo", "Lộc")
POSTS: Final = ("Trưởng ban Công tác Mặt trận", "Bí thư Chi bộ", "Chi hội trưởng Phụ nữ", "Người có uy tín")
SAID: Final = (
    "Đề nghị sửa chữa tuyến đường vào khu dân cư bị ngập sau mưa lớn, bà con đã kiến nghị nhiều lần.",
    "Nhất trí với báo cáo; đề nghị quan tâm hỗ trợ hộ nghèo sửa nhà trước mùa mưa bão.",
    "Phản ánh tình trạng rác thải ở chợ tạm, đề nghị có lịch thu gom cố định.",
)
GROUP: Final = "Ban Công tác Mặt trận"
STARTS: Final = datetime(2026, 6, 22, 8, 0)
LONG: Final = (
    "Hội nghị giao ban công tác Mặt trận quý II năm 2026 mở rộng với đại biểu của các khu dân cư, các tổ chức "
    "thành viên và đại diện Nhân dân trên địa bàn phường"
)


def name(place: int) -> str:
    """The n-th invented name; no two of the first 770 are alike."""
    return f"{FAMILIES[place % 10]} {MIDDLES[place % 7]} {GIVEN[place % 11]}"


def briefing(services: Services, delegates: int = 0, title: str = "Hội nghị giao ban quý II", **more: object) -> str:
    """A meeting in preparation with so many delegates; its number."""
    meetings = services.meetings
    row = meetings.prepare(Prepare(Kind.QUARTERLY_BRIEFING, STARTS, title, **more))  # type: ignore[arg-type]
    number = row.number or ""
    for place in range(delegates):
        meetings.add_delegate(
            AddDelegate(
                number, name(place), POSTS[place % 4], f"Khu phố {place % 12 + 1}", group="Ban Công tác Mặt trận"
            )
        )
    return number


def held(services: Services, delegates: int = 160, opinions: int = 40, title: str = LONG) -> str:
    """A meeting that was held, with everything a record has; its number."""
    number, meetings = briefing(services, delegates, title), services.meetings
    delegates = len(meetings.meeting(number).delegates)
    meetings.edit(
        Edit(
            number, place="Hội trường Ủy ban nhân dân phường", ends=datetime(2026, 6, 22, 11, 15),
            chair_name="Trần Quốc Hưng", chair_position="Chủ tịch Ủy ban MTTQ Việt Nam phường",
            secretary_name="Lê Ngọc Thảo", secretary_position="Ủy viên Ban Thường trực", convened=delegates,
            quorum_share="2/3",
        )
    )  # fmt: skip
    for place in range(delegates):
        meetings.mark(Mark(number, place + 1, present=place % 8 != 3))
    for place in range(opinions):
        answered = name(place + 1) if place % 3 == 0 else None
        meetings.add_opinion(
            AddOpinion(number, SAID[place % 3], name(place), f"Khu phố {place % 12 + 1}", place % 5 == 0, answered,
                       "Ủy ban tiếp thu, sẽ kiểm tra và trả lời trong tháng 7." if answered else None)
        )  # fmt: skip
    present = delegates - (delegates + 4) // 8
    if present > 3:
        meetings.add_vote(
            AddVote(number, "Thông qua phương hướng quý III", present - 3, 1, 2, method=Method.SHOW_OF_HANDS)
        )
    meetings.add_paper(AddPaper(number, "Kinh nghiệm vận động Nhân dân hiến đất mở đường", name(2), "Ba bước làm."))
    meetings.conclude(
        Conclude(number, ("Thống nhất các nhiệm vụ trọng tâm quý III.", "Giao các Ban Công tác Mặt trận."))
    )
    for place in range(4):
        meetings.add_task(
            AddTask(number, f"Rà soát hộ cần hỗ trợ nhà ở, khu phố {place + 1}", name(place), date(2026, 7, 1 + place))
        )
    return number


def people(services: Services, count: int = 12) -> None:
    """People of the roster who sit in the committee."""
    for place in range(count):
        services.roster.admit(Admit(name=name(place)))
