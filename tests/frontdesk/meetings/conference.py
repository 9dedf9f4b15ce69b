"""A conference of any size with hostile texts, for papers and for speed."""

from datetime import date, datetime, time

from frontdesk.meetings.rules.counting import Base
from frontdesk.meetings.rules.kinds import Absence, Kind, Method, OutcomeKind
from frontdesk.meetings.rules.naming import Choice, NameVote, names_text
from frontdesk.meetings.rules.rows import (
    AgendaRow,
    DelegateRow,
    MeetingRow,
    Officer,
    OpinionRow,
    OutcomeRow,
    PaperRow,
    QuorumRule,
    SiteRow,
    TaskRow,
    VoteRow,
)

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô")
GIVEN = ("Hòa", "Thuỷ", "Hương", "Đức", "Uyên", "Phước", "Quỳnh", "Bảo", "Nghĩa", "Thảo", "Lộc")
POSTS = ("Trưởng ban CTMT", "Bí thư Chi bộ", "Chi hội trưởng Phụ nữ", "Người có uy tín")
SAID = (
    "Đề nghị Ủy ban nhân dân phường sớm khắc phục tuyến đường vào khu dân cư bị ngập sau mưa lớn; "
    "bà con đã kiến nghị nhiều lần <kể cả thành viên mới> & mong được trả lời bằng văn bản, "
    "đồng thời thông báo kết quả cho Nhân dân biết."
)


def name(place: int) -> str:
    return f"{FAMILIES[place % 10]} Thị Kim {GIVEN[place % 11]} {place}"


def conference(delegates: int = 160, opinions: int = 40) -> MeetingRow:
    """A conference with everything the record can hold."""
    people = tuple(
        DelegateRow(
            name(place),
            POSTS[place % 4],
            f"Khu phố {place % 12 + 1}",
            present=place % 8 != 3,
            absence=None if place % 8 != 3 else (Absence.EXCUSED if place % 16 == 3 else Absence.UNEXCUSED),
            reason="đi công tác" if place % 16 == 3 else None,
            code=place + 1,
        )
        for place in range(delegates)
    )
    outcomes = tuple(OutcomeRow(kind, f"Nội dung {kind} <b>không phải thẻ</b>") for kind in OutcomeKind)
    items = tuple(
        AgendaRow(time(8 + place // 2, 30 * (place % 2)), 30, title=f"Nội dung thứ {place + 1}: {SAID[:70]}",
                  presenter=name(place), outcome="Thống nhất" if place % 2 else None,
                  outcomes=outcomes if place == 3 else ())
        for place in range(7)
    )  # fmt: skip
    said = tuple(
        OpinionRow(
            name(place), f"Khu phố {place % 12 + 1}", text=f"{SAID} {place}", petition=place % 5 == 0,
            answered_by=name(place + 1) if place % 3 == 0 else None, answer=SAID if place % 3 == 0 else None,
        )
        for place in range(opinions)
    )  # fmt: skip
    choices = tuple(NameVote(name(place), tuple(Choice)[place % 3]) for place in range(12))
    votes = (
        VoteRow("Thông qua chương trình công tác", 130, 4, 6, 0, Method.SHOW_OF_HANDS, "1/2", Base.PRESENT),
        VoteRow("Hiệp thương cử bổ sung Ủy viên", 100, 20, 10, 5, Method.BALLOT, "2/3", Base.VALID),
        VoteRow("Ghi tên & “ngoặc”", 4, 4, 4, 0, Method.BY_NAME, "1/2", Base.CONVENED, names_text(choices)),
    )
    return MeetingRow(
        number="HN-2026-0001",
        status="draft",
        kind=Kind.QUARTERLY_BRIEFING,
        title="Hội nghị “giao ban” <quý II> & mở rộng với đại biểu của các khu dân cư, tổ chức thành viên năm 2026",
        starts=datetime(2026, 6, 22, 8, 0),
        ends=datetime(2026, 6, 22, 11, 15),
        place="Hội trường Ủy ban nhân dân phường Hải Đông",
        sites=(SiteRow("Điểm cầu Khu phố 3"), SiteRow("Điểm cầu Khu phố 6", 25)),
        chair=Officer("Trần Quốc Hưng", "Chủ tịch Ủy ban MTTQ Việt Nam phường"),
        secretary=Officer("Lê Ngọc Thảo", "Ủy viên Ban Thường trực"),
        convened=delegates + 25,
        quorum=QuorumRule("2/3"),
        delegates=people,
        agenda=items,
        papers=tuple(
            PaperRow(name(place), title=f"Tham luận {place}: {SAID[:60]}", summary=SAID) for place in range(3)
        ),
        opinions=said,
        votes=votes,
        conclusion=(SAID, "Quý III ưu tiên các chỉ tiêu còn yếu."),
        tasks=tuple(
            TaskRow(f"Việc {place}: {SAID[:80]}", name(place), date(2026, 7, 1 + place)) for place in range(12)
        ),
    )
