"""Offices to look at: a roster of three hundred people with long names and posts, and one with nobody in it."""

from datetime import date
from typing import Any, Final

from frontdesk.roster import (
    Admit,
    Among,
    Attend,
    BodyKind,
    Commend,
    CopyModel,
    FoundBody,
    HoldCourse,
    HowChosen,
    Level,
    NoteModel,
    NoteVisit,
    OpenTerm,
    Roster,
    Sex,
)
from tests.frontdesk.vietnamese.names_pool import FAMILY, GIVEN, MIDDLE, UNUSUAL

CROWD: Final = 300
SINCE: Final = date(2025, 7, 1)
LONG_NAME: Final = "Công Tằng Tôn Nữ Hoàng Nguyễn Thị Minh Nguyệt Quỳnh Trâm"
LONG_POST: Final = "Phó Trưởng ban kiêm Chi hội trưởng Chi hội Nông dân, Tổ trưởng Tổ Nhân dân tự quản số 4"
POSTS: Final = ("Trưởng ban", "Phó Trưởng ban", "Thành viên", LONG_POST, "Thư ký", "Người có uy tín")


def name_at(at: int) -> str:
    """An invented name, each another."""
    if at % 17 == 0:
        return UNUSUAL[at // 17 % len(UNUSUAL)]
    return f"{FAMILY[at % len(FAMILY)]} {MIDDLE[at * 7 % len(MIDDLE)]} {GIVEN[at * 5 % len(GIVEN)]}"


def crowd(roster: Roster, count: int = CROWD) -> str:
    """Fill the roster up to `count` people, once; returns the number of the one with the longest name."""
    found = roster.find_people(LONG_NAME)
    if found:
        return found[0].number
    committee = next(iter(roster.bodies(BodyKind.COMMITTEE)), None)
    if committee is None:
        committee = roster.found_body(FoundBody(BodyKind.COMMITTEE, since=SINCE))
    if not roster.terms(committee.name):
        roster.open_term(OpenTerm(committee.name, "khóa I, nhiệm kỳ 2025 - 2030", SINCE))
    long = roster.admit(
        Admit(
            LONG_NAME,
            Sex.FEMALE,
            date(1956, 6, 25),
            phone="0912 345 678, 0989 000 111",
            ethnicity="Kinh",
            religion="Phật giáo",
            party=True,
            party_since=date(1990, 2, 3),
            education="12/12",
            profession="Thạc sĩ Quản lý giáo dục, Cử nhân Ngữ văn",
            political_theory="Cao cấp",
            occupation="Giáo viên nghỉ hưu",
            workplace="Trường Trung học phổ thông chuyên Lê Quý Đôn",
            address="Số 12, ngách 34/56, ngõ 789, đường Trần Hưng Đạo, Khu phố 3",
            note="Trao đổi qua điện thoại buổi tối; đọc chữ cỡ lớn.",
            body=committee.name,
            post="Ủy viên Ủy ban, Chủ nhiệm Hội đồng tư vấn về Dân chủ - Pháp luật",
            since=SINCE,
            decision_number="12/QĐ-MTTQ-BTT",
            decision_date=date(2025, 7, 1),
            chosen=HowChosen.CONSULTED,
        )
    ).number
    for at in range(1, count):
        roster.admit(
            Admit(
                name_at(at),
                Sex.FEMALE if at % 3 else Sex.MALE,
                date(1940 + at % 60, 1 + at % 12, 1 + at % 28),
                phone=f"09{at:08}",
                party=bool(at % 2),
                education=("12/12", "9/12", None)[at % 3],
                area=f"Khu phố {1 + at % 15}",
                post=POSTS[at % len(POSTS)],
                since=SINCE,
                namesake=True,
            )
        )
    merits(roster, long)
    return long


def merits(roster: Roster, number: str) -> None:
    """Training, a commendation, a model and a visit of this person."""
    course = "Bồi dưỡng nghiệp vụ công tác Mặt trận cho Trưởng ban Công tác Mặt trận ở khu dân cư"
    organiser = "Ủy ban MTTQ Việt Nam tỉnh"
    roster.hold_course(HoldCourse(course, date(2026, 3, 10), date(2026, 3, 12), organiser, "Hội trường tỉnh"))
    roster.attend(Attend(course, (number, "NG-0002"), "Hoàn thành, loại giỏi"))
    roster.commend(
        Commend(
            "Bằng khen",
            date(2025, 11, 18),
            number=number,
            level=Level.PROVINCE,
            merit="Có thành tích xuất sắc trong phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”",
            decision_number="234/QĐ-MTTQ",
        )
    )
    model = "Tuyến đường tự quản sáng - xanh - sạch - đẹp"
    founder = "Ban Công tác Mặt trận Khu phố 3"
    roster.note_model(NoteModel(model, founder, since=date(2024, 1, 1)))
    roster.copy_model(CopyModel(model, place="Khu phố 6", since=date(2025, 3, 1), note="12 hộ tham gia"))
    roster.copy_model(CopyModel(model, place="Phường Bến Nghé, thành phố Hồ Chí Minh"))
    purpose = "Học tập mô hình tổ Nhân dân tự quản"
    visit = NoteVisit("Phường Bến Nghé", date(2026, 4, 2), purpose, (number,), 12, (model,))
    roster.note_visit(visit)


class Nobody(Roster):
    """A roster that finds nobody and nothing, for the pictures of empty lists."""

    def page(self, *_asked: Any, **_more: Any) -> list[Any]:
        return []

    def count(self, *_asked: Any) -> int:
        return 0

    def bodies(self, *_asked: Any, **_more: Any) -> list[Any]:
        return []

    def body_lines(self) -> list[Any]:
        return []

    def area_lines(self) -> list[Any]:
        return []

    def warnings(self, *_asked: Any) -> list[Any]:
        return []

    def courses(self, *_asked: Any) -> list[Any]:
        return []

    def birthdays(self, *_asked: Any) -> list[Any]:
        return []

    def composition(self, *_asked: Any) -> Any:
        return super().composition(Among(kind=BodyKind.OTHER))
