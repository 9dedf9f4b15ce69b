"""After the meeting: tasks, recommendations, publishing, calendar."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.meetings import (
    AddMember,
    AddRecommendation,
    AddVisit,
    AnswerRecommendation,
    DropTask,
    EditVisit,
    FinishTask,
    Meetings,
    MoveTask,
    Publish,
    ResumeTask,
    TaskSort,
    TaskStatus,
    Withdraw,
)
from frontdesk.office import ListAsk
from tests.conftest import StandingClock


@pytest.fixture
def later(clock: StandingClock, meetings: Meetings, held: str, seminar: str) -> Meetings:
    """On the last day of June, with tasks due on the 26th, the 30th and in July."""
    meetings.import_json(seminar)
    clock.moment = datetime(2026, 6, 30, 8, 0)
    return meetings


def test_tasks_over_all_meetings_stand_with_the_overdue_first(later: Meetings) -> None:
    rows = later.task_list(ListAsk())
    assert [(row["meeting"], row["due"], row["overdue"]) for row in rows] == [
        ("HN-2026-0001", "2026-06-26", True),
        ("HN-2026-0002", "2026-06-30", False),
        ("HN-2026-0001", "2026-07-10", False),
    ]
    assert [row["status"] for row in rows] == ["open"] * 3


@pytest.mark.parametrize(
    ("ask", "dues"),
    [
        (ListAsk(status="overdue"), ["2026-06-26"]),
        (ListAsk(status="open", since=date(2026, 6, 30)), ["2026-06-30", "2026-07-10"]),
        (ListAsk(until=date(2026, 6, 26)), ["2026-06-26"]),
        (ListAsk(search="ho can ngheo"), ["2026-07-10"]),
        (ListAsk(search="Le Ngoc Thao"), ["2026-06-26", "2026-06-30"]),
        (ListAsk(status="done"), []),
    ],
)
def test_tasks_are_narrowed(later: Meetings, ask: ListAsk, dues: list[str]) -> None:
    assert [row["due"] for row in later.task_list(ask)] == dues
    assert later.task_count(ask) == len(dues)


def test_an_unknown_status_names_those_there_are(later: Meetings) -> None:
    for listing in (later.task_list, later.listing):
        with pytest.raises(RuleBroken, match=r"draft|open") as caught:
            listing(ListAsk(status="lost"))
        assert caught.value.field == "status"


def test_a_page_of_tasks_knows_each_tasks_place_in_its_meeting(later: Meetings) -> None:
    lines = later.task_page(ListAsk(), TaskSort.MEETING)
    assert [(line.meeting, line.which) for line in lines] == [
        ("HN-2026-0001", 1), ("HN-2026-0001", 2), ("HN-2026-0002", 1),
    ]  # fmt: skip
    assert later.task_page(ListAsk(), TaskSort.MEETING, offset=1, limit=1) == lines[1:2]


def test_a_task_is_finished_given_up_resumed_and_moved(later: Meetings, held: str) -> None:
    row = later.finish_task(FinishTask(held, 2, "Đã chuyển", "15/MTTQ-BTT"))
    assert (row.status, row.finished, row.document) == (TaskStatus.DONE, date(2026, 6, 30), "15/MTTQ-BTT")
    assert later.task_list(ListAsk(status="overdue")) == []
    assert later.resume_task(ResumeTask(held, 2)).finished is None
    row = later.move_task(MoveTask(held, 2, to=date(2026, 7, 3)))
    assert (row.due, row.due_now) == (date(2026, 6, 26), date(2026, 7, 3))
    assert later.task_list(ListAsk(status="overdue")) == []
    with pytest.raises(RuleBroken) as caught:
        later.drop_task(DropTask(held, 2, reason=" "))
    assert caught.value.field == "reason"
    assert later.drop_task(DropTask(held, 2, reason="Trùng việc")).result == "Trùng việc"
    assert [row["status"] for row in later.task_list(ListAsk())] == ["open", "open", "dropped"]


def test_tasks_of_a_withdrawn_meeting_are_nobodys(later: Meetings, held: str) -> None:
    later.withdraw(Withdraw(held, "nhập nhầm"))
    assert len(later.task_list(ListAsk())) == 1
    with pytest.raises(RuleBroken):
        later.finish_task(FinishTask(held, 1))


def test_a_recommendation_is_followed_until_it_is_answered(later: Meetings, held: str) -> None:
    later.add_member(AddMember(held, "Lê Thanh Lộc", role="Trưởng đoàn"))
    later.add_visit(AddVisit(held, "Khu phố 3", date(2026, 6, 24)))
    assert later.edit_visit(EditVisit(held, 1, findings="Còn ngập")).place == "Khu phố 3"
    later.add_recommendation(AddRecommendation(held, "Nạo vét cống", "UBND phường", date(2026, 6, 29)))
    later.add_recommendation(AddRecommendation(held, "Công khai dự toán"))
    assert [(line.text, line.overdue) for line in later.recommendations(ListAsk(status="open"))] == [
        ("Nạo vét cống", True),
        ("Công khai dự toán", False),
    ]
    with pytest.raises(RuleBroken):
        later.answer_recommendation(AnswerRecommendation(held, 1, answer=""))
    row = later.answer_recommendation(AnswerRecommendation(held, 1, answer="Đã nạo vét", document="40/UBND"))
    assert row.answered == date(2026, 6, 30)
    assert [line.text for line in later.recommendations(ListAsk())] == ["Công khai dự toán", "Nạo vét cống"]
    assert [line.text for line in later.recommendations(ListAsk(search="nao vet"))] == ["Nạo vét cống"]


def test_supervision_and_publications_pass_to_another_office(later: Meetings, held: str) -> None:
    later.add_member(AddMember(held, "Lê Thanh Lộc"))
    later.add_recommendation(AddRecommendation(held, "Nạo vét cống"))
    later.publish(Publish(held, "Zalo", date(2026, 6, 23)))
    (listed,) = [each for each in later.listing(ListAsk()) if each["number"] == held]
    (copy,) = later.import_json(json.dumps({**listed, "title": "Bản sao"}))
    row, back = later.meeting(held), later.meeting(copy)
    assert (back.team, back.recommendations, back.publications) == (row.team, row.recommendations, row.publications)


def test_the_calendar_file_says_when_and_where_in_lines_that_phones_take(later: Meetings, tmp_path: Path) -> None:
    target = tmp_path / "lich.ics"
    assert later.export_calendar(target, ListAsk(since=date(2026, 6, 20))) == 1
    data = target.read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    unfolded = data.decode().replace("\r\n ", "")
    assert "DTSTART;TZID=Asia/Ho_Chi_Minh:20260622T080000\r\n" in unfolded
    assert "DTEND;TZID=Asia/Ho_Chi_Minh:20260622T112000\r\n" in unfolded
    assert "DTSTAMP:20260630T010000Z\r\n" in unfolded
    assert "SUMMARY:Hội nghị giao ban công tác Mặt trận quý II năm 2026\r\n" in unfolded
    assert "08:00 Ổn định tổ chức\\, giới thiệu đại biểu\\n08:10" in unfolded
    assert unfolded.startswith("BEGIN:VCALENDAR\r\n")
    assert unfolded.endswith("END:VCALENDAR\r\n")
