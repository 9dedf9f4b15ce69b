"""The clock of a petition, as the service runs it."""

from datetime import date, datetime

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.office import CalendarDay, Office, SetDay
from frontdesk.petitions import Kind, Petitions, Register
from frontdesk.petitions.asks import (
    Classify,
    EndRule,
    Extend,
    Forward,
    NoteProgress,
    Pause,
    Resume,
    SetRule,
)
from frontdesk.petitions.rules.deadlines import Counting, Event, Step
from frontdesk.petitions.rules.words import Complexity, Route
from frontdesk.store import Store, check
from tests.frontdesk.petitions.conftest import MODELS, Settable


@pytest.fixture
def number(desk: Petitions) -> str:
    """A complaint of Tuesday, 3 March 2026."""
    return desk.register(Register(Kind.COMPLAINT, "Tính sai tiền đền bù", sender="Lê Thị An")).number


def _forwarded(desk: Petitions, number: str) -> str:
    desk.classify(Classify(number, Route.FORWARD))
    desk.forward(Forward(number, "UBND xã"))
    return number


def test_each_step_has_the_deadline_of_its_own_rule(desk: Petitions, number: str, clock: Settable) -> None:
    assert desk.petition(number).due == date(2026, 3, 17)
    _forwarded(desk, number)
    # Ten days from 3 March is Friday the 13th.
    assert desk.petition(number).due == date(2026, 3, 13)
    clock.moment = datetime(2026, 3, 12, 9)
    desk.note_progress(NoteProgress(number, accepted=date(2026, 3, 10)))
    # Thirty days from 10 March is Thursday, 9 April; forty-five is Friday, 24 April.
    assert desk.petition(number).due == date(2026, 4, 9)
    desk.note_progress(NoteProgress(number, complexity=Complexity.COMPLEX))
    assert desk.petition(number).due == date(2026, 4, 24)


def test_a_new_holiday_moves_the_open_petitions_and_says_so(
    desk: Petitions, office: Office, number: str, store: Store
) -> None:
    office.set_day(SetDay(date(2026, 3, 17), CalendarDay.HOLIDAY, "Ngày hội của xã"))
    row = desk.petition(number)
    assert row.due == date(2026, 3, 18)
    assert "Ngày hội của xã" in (row.due_why or "")
    assert [(moved.number, moved.before, moved.after) for moved in desk.moved] == [
        (number, date(2026, 3, 17), date(2026, 3, 18))
    ]
    assert desk.history(number)[-1].text == "17/3/2026 → 18/3/2026: lịch làm việc thay đổi"
    assert [finding.fault for finding in check(store, MODELS) if not finding.ok] == []


def test_a_changed_rule_moves_the_open_petitions_it_concerns(desk: Petitions, number: str) -> None:
    other = desk.register(Register(Kind.DENUNCIATION, "Nhận tiền trái phép")).number
    moved = desk.set_rule(SetRule("xu-ly-don", Step.PROCESS, Event.RECEIVED, 5, Counting.WORKING, "Điều 28 (sửa đổi)"))
    assert [(row.number, row.after) for row in moved] == [(number, date(2026, 3, 10))]
    assert "sửa đổi" in moved[0].why
    assert desk.petition(other).due == date(2026, 3, 12)


def test_a_rule_of_a_later_law_leaves_older_petitions_alone(desk: Petitions, number: str) -> None:
    assert desk.end_rule(EndRule("xu-ly-don", date(2026, 6, 30))) == []
    new = SetRule(
        "xu-ly-don-2026", Step.PROCESS, Event.RECEIVED, 7, Counting.WORKING, "Luật mới", valid_from=date(2026, 7, 1)
    )
    assert desk.set_rule(new) == []
    assert desk.petition(number).due == date(2026, 3, 17)


def test_without_a_rule_there_is_no_deadline_and_the_row_says_so(desk: Petitions, number: str) -> None:
    desk.end_rule(EndRule("xu-ly-don", date(2020, 1, 1)))
    row = desk.petition(number)
    assert row.due is None
    assert row.due_why == "Chưa có quy định về hạn phân loại, xử lý đơn áp dụng cho ngày 03/3/2026."


def test_the_clock_stands_still_while_the_sender_is_asked(desk: Petitions, number: str, clock: Settable) -> None:
    clock.moment = datetime(2026, 3, 5, 9)
    paused = desk.pause(Pause(number, "thiếu giấy tờ"))
    assert (paused.due, paused.paused) == (None, True)
    clock.moment = datetime(2026, 4, 30, 9)
    assert not desk.petition(number).overdue(date(2026, 4, 30))
    with pytest.raises(RuleBroken) as refusal:
        desk.classify(Classify(number, Route.FORWARD))
    assert refusal.value.code == "petitions.flow.paused"
    resumed = desk.resume(Resume(number, day=date(2026, 3, 9)))
    assert resumed.due == date(2026, 3, 19)


def test_an_extension_holds_for_its_step_alone(desk: Petitions, number: str, office: Office) -> None:
    with pytest.raises(RuleBroken):
        desk.extend(Extend(number, date(2026, 3, 17), "chưa đủ"))
    row = desk.extend(Extend(number, date(2026, 3, 27), "phải xác minh"))
    assert row.due == date(2026, 3, 27)
    assert (row.due_why or "").startswith("Gia hạn đến 27/3/2026. Hạn phân loại")
    office.set_day(SetDay(date(2026, 3, 17), CalendarDay.HOLIDAY, "Ngày hội"))
    assert desk.petition(number).due == date(2026, 3, 27)
    _forwarded(desk, number)
    assert desk.petition(number).due == date(2026, 3, 13)
    assert desk.petition(number).extended_to is None
