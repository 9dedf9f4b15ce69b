"""Training, commendations, good models, visits and reminders; and every deed from the command line."""

from datetime import date, datetime
from typing import get_type_hints

import pytest

from frontdesk.commands.values import parser_of
from frontdesk.errors import RuleBroken
from frontdesk.office import Office, Set
from frontdesk.roster import (
    DEEDS,
    SETTINGS,
    Admit,
    Attend,
    BodyKind,
    Commend,
    CopyModel,
    EditCourse,
    EditModel,
    FoundBody,
    HoldCourse,
    NoteModel,
    NoteVisit,
    Roster,
    WithdrawCommendation,
    WithdrawTurn,
)
from tests.conftest import StandingClock

COURSE = "Bồi dưỡng nghiệp vụ công tác Mặt trận"


@pytest.fixture
def two(roster: Roster) -> tuple[str, str]:
    one = roster.admit(Admit("Lê Văn An", born=date(1956, 6, 25), area="Khu phố 1", post="Trưởng ban"))
    other = roster.admit(Admit("Lê Thị Bình", birth_year=1946, area="Khu phố 1"))
    return one.number, other.number


@pytest.mark.parametrize("deed", [deed for deed in DEEDS if deed.takes is not None], ids=lambda deed: deed.verb)
def test_every_deed_has_its_method_and_its_keys_on_the_command_line(deed: object) -> None:
    takes = deed.takes  # type: ignore[attr-defined]
    method = getattr(Roster, deed.verb)  # type: ignore[attr-defined]
    assert get_type_hints(method)["ask"] is takes
    assert parser_of("do", takes, date(2026, 6, 22)).format_usage()


def test_turns_of_a_course_are_counted_once_a_person(roster: Roster, two: tuple[str, str]) -> None:
    roster.hold_course(HoldCourse(COURSE, date(2025, 9, 1), date(2025, 9, 3)))
    assert roster.attend(Attend(COURSE, two)).turns == 2
    assert roster.attend(Attend(COURSE, two[:1], "Giỏi")).turns == 2
    assert [(turn.number, turn.result) for turn in roster.turns(COURSE)] == [(two[0], "Giỏi"), (two[1], None)]
    assert roster.withdraw_turn(WithdrawTurn(COURSE, two[1])).turns == 1
    with pytest.raises(RuleBroken):
        roster.withdraw_turn(WithdrawTurn(COURSE, two[1]))
    assert roster.edit_course(EditCourse(COURSE, place="Hội trường")).place == "Hội trường"
    for ask in (HoldCourse(" ", date(2025, 1, 1)), HoldCourse("Lớp", date(2025, 1, 2), date(2025, 1, 1))):
        with pytest.raises(RuleBroken):
            roster.hold_course(ask)
    assert roster.courses(since=date(2026, 1, 1)) == []


def test_a_commendation_is_of_a_person_a_body_or_a_name(roster: Roster, two: tuple[str, str]) -> None:
    roster.found_body(FoundBody(BodyKind.INSPECTION_BOARD))
    day = date(2025, 11, 18)
    assert roster.commend(Commend("Giấy khen", day, number=two[0])).recipient == "Lê Văn An"
    assert roster.commend(Commend("Giấy khen", day, body="BTTND")).recipient == "Ban Thanh tra nhân dân"
    roster.commend(Commend("Bằng khen", day, recipient="Hộ bà Lê Thị Sáu"))
    assert len(roster.commendations(since=day, until=day)) == 3
    for ask in (Commend("Giấy khen", day), Commend("Giấy khen", day, number=two[0], recipient="Ai")):
        with pytest.raises(RuleBroken):
            roster.commend(ask)
    roster.withdraw_commendation(WithdrawCommendation("Lê Văn An", day, "nhập nhầm"))
    assert [row.recipient for row in roster.commendations()] == ["Hộ bà Lê Thị Sáu", "Ban Thanh tra nhân dân"]


def test_a_good_model_tells_where_it_was_copied_to(roster: Roster, two: tuple[str, str]) -> None:
    roster.note_model(NoteModel("Camera an ninh", "Ban CTMT Khu phố 1", "Khu phố 1", date(2024, 1, 1)))
    roster.copy_model(CopyModel("camera an ninh", area="Khu phố 1"))
    copied = roster.copy_model(CopyModel("Camera an ninh", place="Xã Hòa Bình", since=date(2025, 1, 1)))
    assert copied.copies == ("Khu phố 1", "Xã Hòa Bình")
    with pytest.raises(RuleBroken):
        roster.note_model(NoteModel("CAMERA AN NINH"))
    assert roster.edit_model(EditModel("Camera an ninh", new_name="Camera")).name == "Camera"
    visit = roster.note_visit(NoteVisit("Xã Hòa Bình", date(2026, 3, 1), visitors=two, models=("Camera",)))
    assert (visit.visitors, visit.models, visit.head_count) == (("Lê Văn An", "Lê Thị Bình"), ("Camera",), 2)
    with pytest.raises(RuleBroken):
        roster.note_visit(NoteVisit("Xã Hòa Bình", date(2026, 3, 1), visitors=two, head_count=1))


def test_birthdays_come_in_their_order_over_the_turn_of_a_year_and_on_a_leap_day(
    roster: Roster, two: tuple[str, str], clock: StandingClock
) -> None:
    assert [(row.name, row.day, row.years) for row in roster.birthdays()] == [("Lê Văn An", date(2026, 6, 25), 70)]
    assert roster.birthdays()[0].posts == "Trưởng ban, Ban Công tác Mặt trận Khu phố 1"
    assert roster.birthdays(date(2026, 6, 26), date(2026, 7, 30)) == []
    roster.admit(Admit("Lê Văn Chi", born=date(1968, 2, 29), area="Khu phố 1"))
    roster.admit(Admit("Lê Văn Dũng", born=date(1970, 12, 31), area="Khu phố 1"))
    clock.moment = datetime(2026, 12, 20)
    found = roster.birthdays(date(2026, 12, 20), date(2027, 3, 1))
    assert [(row.name, row.day) for row in found] == [
        ("Lê Văn Dũng", date(2026, 12, 31)),
        ("Lê Văn Chi", date(2027, 2, 28)),
    ]


def test_elders_are_congratulated_at_the_ages_the_office_has_set(roster: Roster, two: tuple[str, str]) -> None:
    assert [(row.name, row.years, row.day) for row in roster.elders()] == [
        ("Lê Thị Bình", 80, None),
        ("Lê Văn An", 70, date(2026, 6, 25)),
    ]
    assert roster.elders(2027) == []
    office = Office(roster._store)
    office.declare(SETTINGS)
    office.set(Set("roster.elder_ages", "71; 81"))
    assert [row.years for row in Roster(roster._store, office).elders(2027)] == [81, 71]
