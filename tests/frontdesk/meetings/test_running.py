"""The meeting day: entries one by one, check-in, votes, petitions, conclusion."""

import json
from datetime import date, datetime, time

import pytest

from frontdesk.commands.services import Services
from frontdesk.errors import RuleBroken, Stale
from frontdesk.meetings import (
    Absence,
    AddDelegate,
    AddItem,
    AddOpinion,
    AddOutcome,
    AddPaper,
    AddSite,
    AddTask,
    AddVote,
    Base,
    CheckIn,
    Choice,
    Conclude,
    EditDelegate,
    EditItem,
    EditOpinion,
    EditSite,
    EditTask,
    EditVote,
    EndOutcome,
    Kind,
    Mark,
    MarkRest,
    Meetings,
    Method,
    Move,
    NameVote,
    OutcomeKind,
    PartName,
    Prepare,
    PutBack,
    Remove,
    Status,
    TakeUp,
    Withdraw,
    name_votes,
)
from frontdesk.meetings.exchange import read_meetings
from frontdesk.meetings.rules.codes import code_of
from frontdesk.office import ListAsk
from frontdesk.store import links_of

EVENING = datetime(2026, 6, 30, 19, 0)


@pytest.fixture
def empty(meetings: Meetings) -> str:
    """A meeting with nothing in it."""
    (number,) = meetings.import_json(json.dumps({"kind": "seminar", "title": "Tọa đàm", "starts": "2026-06-30T19:00"}))
    return number


def test_everything_typed_in_comes_out_as_json_and_imports_again(meetings: Meetings, empty: str) -> None:
    meetings.add_site(AddSite(empty, "Điểm cầu thôn Đoài", 12))
    meetings.add_delegate(AddDelegate(empty, "Nguyễn Thị Hòa", "Trưởng ban", "Khu phố 1"))
    meetings.add_item(AddItem(empty, "Khai mạc", 10, "Trần Quốc Hưng"))
    meetings.add_item(AddItem(empty, "Thảo luận", 50))
    meetings.add_outcome(AddOutcome(empty, 2, text="Giữ nguyên kế hoạch", kind=OutcomeKind.DECISION))
    meetings.add_paper(AddPaper(empty, "Mô hình tự quản", "Lê Thanh Lộc"))
    meetings.add_opinion(AddOpinion(empty, "Đề nghị lắp đèn", "Vũ Thị Uyên", petition=True))
    meetings.mark(Mark(empty, 1, present=True))
    meetings.add_vote(AddVote(empty, "Thông qua kế hoạch", 12, 1, 0, method=Method.BALLOT, base=Base.VALID))
    meetings.add_task(AddTask(empty, "Lắp đèn", "Khu phố 1", date(2026, 7, 15)))
    meetings.conclude(Conclude(empty, ("Đoạn một", " ", "Đoạn hai"), ends=datetime(2026, 6, 30, 21, 0)))
    (listed,) = meetings.listing(ListAsk())
    (read,) = read_meetings(json.dumps(listed))
    row = meetings.meeting(empty)
    assert (read.delegates, read.agenda, read.votes, read.tasks) == (row.delegates, row.agenda, row.votes, row.tasks)
    assert [item.at for item in row.agenda] == [time(19, 0), time(19, 10)]
    assert row.conclusion == ("Đoạn một", "Đoạn hai")
    assert row.votes[0].majority == "1/2"
    assert (row.present, row.ends) == (13, datetime(2026, 6, 30, 21, 0))


def test_editing_one_field_leaves_the_others(meetings: Meetings, held: str) -> None:
    before = meetings.meeting(held)
    meetings.edit_opinion(EditOpinion(held, 1, answer="Đã rà soát", answered_by="Chủ trì"))
    meetings.edit_delegate(EditDelegate(held, 2, seat="A2"))
    meetings.edit_item(EditItem(held, 2, presenter="Nguyễn Văn An"))
    meetings.edit_task(EditTask(held, 1, due=date(2026, 8, 1)))
    after = meetings.meeting(held)
    assert after.opinions[0].text == before.opinions[0].text
    assert after.opinions[0].answer == "Đã rà soát"
    assert (after.delegates[1].reason, after.delegates[1].seat) == ("đi công tác", "A2")
    assert after.agenda[1].outcome == before.agenda[1].outcome
    assert (after.tasks[0].what, after.tasks[0].due_now) == (before.tasks[0].what, date(2026, 8, 1))
    assert len(after.delegates) == len(before.delegates)


def test_a_blank_text_takes_one_away_but_never_a_needed_one(meetings: Meetings, held: str) -> None:
    meetings.edit_item(EditItem(held, 2, outcome=""))
    assert meetings.meeting(held).agenda[1].outcome is None
    with pytest.raises(RuleBroken) as caught:
        meetings.edit_item(EditItem(held, 2, title="  "))
    assert caught.value.field == "title"


def test_who_changes_what_somebody_else_has_changed_is_told(meetings: Meetings, held: str) -> None:
    seen = meetings.meeting(held).opinions[0].revision
    meetings.edit_opinion(EditOpinion(held, 1, answer="Một", revision=seen))
    with pytest.raises(Stale):
        meetings.edit_opinion(EditOpinion(held, 1, answer="Hai", revision=seen))
    assert meetings.meeting(held).opinions[0].answer == "Một"


@pytest.mark.parametrize("which", [0, 4, -1])
def test_an_entry_that_is_not_there_is_refused(meetings: Meetings, held: str, which: int) -> None:
    with pytest.raises(RuleBroken) as caught:
        meetings.edit_opinion(EditOpinion(held, which, answer="x"))
    assert caught.value.field == "which"


def test_what_is_taken_out_can_be_put_back_at_its_place(meetings: Meetings, held: str) -> None:
    before = meetings.meeting(held)
    meetings.remove(Remove(held, PartName.DELEGATE, 3))
    meetings.remove(Remove(held, PartName.DELEGATE, 1))
    assert len(meetings.meeting(held).delegates) == len(before.delegates) - 2
    assert meetings.put_back(PutBack(held, PartName.DELEGATE)).name == before.delegates[0].name
    meetings.put_back(PutBack(held, PartName.DELEGATE))
    assert meetings.meeting(held).delegates == before.delegates
    with pytest.raises(RuleBroken):
        meetings.put_back(PutBack(held, PartName.DELEGATE))


def test_entries_move_and_the_agenda_keeps_time(meetings: Meetings, held: str) -> None:
    meetings.move(Move(held, PartName.ITEM, 1, to=2))
    agenda = meetings.meeting(held).agenda
    assert [(f"{item.at:%H:%M}", item.minutes) for item in agenda[:3]] == [("08:00", 30), ("08:30", 10), ("08:40", 80)]
    names = [each.name for each in meetings.meeting(held).delegates]
    meetings.move(Move(held, PartName.DELEGATE, 40, to=1))
    assert [each.name for each in meetings.meeting(held).delegates] == [names[-1], *names[:-1]]
    with pytest.raises(RuleBroken):
        meetings.move(Move(held, PartName.DELEGATE, 1, to=41))


def test_a_longer_item_moves_those_after_it(meetings: Meetings, held: str) -> None:
    meetings.edit_item(EditItem(held, 2, minutes=45))
    assert [f"{item.at:%H:%M}" for item in meetings.meeting(held).agenda] == [
        "08:00", "08:10", "08:55", "10:15", "10:35",
    ]  # fmt: skip


def test_an_item_taken_out_lets_the_rest_begin_earlier(meetings: Meetings, held: str) -> None:
    meetings.remove(Remove(held, PartName.ITEM, 2))
    assert [f"{item.at:%H:%M}" for item in meetings.meeting(held).agenda] == ["08:00", "08:10", "09:30", "09:50"]


def test_an_item_may_have_several_outcomes(meetings: Meetings, held: str) -> None:
    for kind in OutcomeKind:
        meetings.add_outcome(AddOutcome(held, 3, text=f"Việc {kind}", kind=kind))
    meetings.end_outcome(EndOutcome(held, 3, outcome=2))
    meetings.add_outcome(AddOutcome(held, 3, text="Sau cùng"))
    outcomes = meetings.meeting(held).agenda[2].outcomes
    assert [each.text for each in outcomes] == ["Việc note", "Việc task", "Sau cùng"]
    with pytest.raises(RuleBroken) as caught:
        meetings.end_outcome(EndOutcome(held, 3, outcome=4))
    assert caught.value.field == "outcome"


def test_a_site_with_another_name_keeps_its_delegates(meetings: Meetings, empty: str) -> None:
    meetings.add_site(AddSite(empty, "Điểm cầu 1"))
    meetings.add_delegate(AddDelegate(empty, "Lê Thanh Lộc", site="Điểm cầu 1"))
    meetings.edit_site(EditSite(empty, 1, name="Điểm cầu thôn Đoài"))
    assert meetings.meeting(empty).delegates[0].site == "Điểm cầu thôn Đoài"


# Attendance


def test_a_scanned_code_checks_its_delegate_in_once(meetings: Meetings, empty: str) -> None:
    for name in ("Lê Thanh Lộc", "Vũ Thị Uyên"):
        meetings.add_delegate(AddDelegate(empty, name))
    second = meetings.meeting(empty).delegates[1]
    code = code_of(empty, second.code or 0)
    row = meetings.check_in(CheckIn(code))
    assert (row.name, row.present, row.arrived) == ("Vũ Thị Uyên", True, datetime(2026, 6, 22, 8, 0))
    again = meetings.check_in(CheckIn(code, empty))
    assert again.revision == row.revision
    assert meetings.attendance(empty).present == 1


@pytest.mark.parametrize("code", ["", "12345", "20260000100012"])
def test_a_code_that_is_none_is_refused_beside_its_field(meetings: Meetings, empty: str, code: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        meetings.check_in(CheckIn(code))
    assert caught.value.field == "code"


def test_an_invitation_to_another_meeting_is_refused(meetings: Meetings, empty: str, seminar: str) -> None:
    (other,) = meetings.import_json(seminar)
    with pytest.raises(RuleBroken, match=other):
        meetings.check_in(CheckIn(code_of(other, 1), empty))
    with pytest.raises(RuleBroken):
        meetings.check_in(CheckIn(code_of(other, 99)))


def test_a_code_is_never_given_to_somebody_else(meetings: Meetings, empty: str) -> None:
    first = meetings.add_delegate(AddDelegate(empty, "Lê Thanh Lộc"))
    meetings.remove(Remove(empty, PartName.DELEGATE, 1))
    second = meetings.add_delegate(AddDelegate(empty, "Vũ Thị Uyên"))
    assert second.code != first.code


def test_the_quorum_is_live(meetings: Meetings, held: str) -> None:
    found = meetings.attendance(held)
    assert (found.convened, found.present, found.absent, found.unmarked) == (40, 36, 4, 0)
    assert found.quorum is not None
    assert (found.quorum.needed, found.quorum.reached) == (27, True)


def test_marks_can_be_changed_and_taken_back(meetings: Meetings, empty: str) -> None:
    meetings.add_delegate(AddDelegate(empty, "Lê Thanh Lộc"))
    meetings.add_delegate(AddDelegate(empty, "Vũ Thị Uyên"))
    assert meetings.attendance(empty).present is None
    row = meetings.mark(Mark(empty, 1, absence=Absence.EXCUSED, reason="ốm"))
    assert (row.present, row.absence, row.reason) == (False, Absence.EXCUSED, "ốm")
    assert meetings.attendance(empty).present == 0
    meetings.mark_rest(MarkRest(empty, present=True))
    assert meetings.attendance(empty).present == 1
    row = meetings.mark(Mark(empty, 1, present=True))
    assert (row.absence, row.reason) == (None, None)
    meetings.mark(Mark(empty, 1))
    assert meetings.attendance(empty).unmarked == 1


# Votes


def test_more_votes_than_people_present_are_refused(meetings: Meetings, held: str) -> None:
    with pytest.raises(RuleBroken, match="37 votes"):
        meetings.add_vote(AddVote(held, "?", 36, 1))
    assert meetings.add_vote(AddVote(held, "?", 35, 1)).tally.cast == 36
    with pytest.raises(RuleBroken) as caught:
        meetings.edit_vote(EditVote(held, 2, spoiled=1))
    assert caught.value.code == "meetings.votes.too_many"


def test_an_attendance_that_makes_a_vote_impossible_is_refused(meetings: Meetings, held: str) -> None:
    with pytest.raises(RuleBroken):
        meetings.mark(Mark(held, 5, present=False))
    with pytest.raises(RuleBroken):
        meetings.remove(Remove(held, PartName.DELEGATE, 5))
    assert meetings.attendance(held).present == 36


def test_a_head_count_below_the_votes_counted_is_refused(meetings: Meetings, empty: str) -> None:
    meetings.add_site(AddSite(empty, "Điểm cầu 2", 12))
    meetings.add_vote(AddVote(empty, "?", 9, 1))
    with pytest.raises(RuleBroken) as caught:
        meetings.edit_site(EditSite(empty, 1, head_count=9))
    assert caught.value.code == "meetings.votes.too_many"
    assert meetings.edit_site(EditSite(empty, 1, head_count=10)).head_count == 10


def test_who_is_present_may_be_recorded_after_the_vote(meetings: Meetings, empty: str) -> None:
    for name in ("A", "B"):
        meetings.add_delegate(AddDelegate(empty, name))
    meetings.add_vote(AddVote(empty, "?", 2, 0))
    meetings.mark(Mark(empty, 1, present=True))
    meetings.mark(Mark(empty, 2, present=True))
    assert all(finding.ok for finding in meetings.check())


def test_a_vote_by_name_is_counted(meetings: Meetings, held: str) -> None:
    names = (NameVote("A", Choice.FOR), NameVote("B", Choice.FOR), NameVote("C", Choice.AGAINST))
    row = meetings.add_vote(AddVote(held, "?", names=names))
    assert (row.in_favour, row.against, row.abstain, row.method) == (2, 1, 0, Method.BY_NAME)
    assert name_votes(meetings.meeting(held).votes[1].names) == names


@pytest.mark.parametrize(("field", "ask"), [("for", {"in_favour": -1}), ("majority", {"majority": "2"})])
def test_a_vote_that_cannot_be_is_refused(meetings: Meetings, held: str, field: str, ask: dict[str, object]) -> None:
    with pytest.raises(RuleBroken) as caught:
        meetings.add_vote(AddVote(held, "?", **ask))  # type: ignore[arg-type]
    assert caught.value.field == field


# Petitions


def test_a_marked_opinion_is_a_petition_linked_both_ways(services: Services, meetings: Meetings, held: str) -> None:
    said = meetings.meeting(held).opinions[1]
    (petition,) = services.petitions.listing(ListAsk())
    assert (petition["meeting"], petition["channel"], petition["summary"]) == (held, "meeting", said.text)
    assert petition["received"] == "2026-06-22"
    number = meetings.petition_of(said.id or 0)
    assert number == petition["number"]
    (back,) = [link for link in links_of(services.petitions.petition(number).id, "petition") if not link.outward
               and link.other.id == said.id]  # fmt: skip
    assert back.other.title.startswith("Tuyến đường")


def test_marking_an_opinion_later_makes_one_petition(services: Services, meetings: Meetings, held: str) -> None:
    meetings.edit_opinion(EditOpinion(held, 1, petition=True))
    meetings.edit_opinion(EditOpinion(held, 1, answer="Đang xem xét"))
    assert len(services.petitions.listing(ListAsk())) == 2
    with pytest.raises(RuleBroken, match="KN-2026-0002"):
        meetings.edit_opinion(EditOpinion(held, 1, petition=False))
    with pytest.raises(RuleBroken, match="KN-2026-0002"):
        meetings.remove(Remove(held, PartName.OPINION, 1))


def test_a_second_import_makes_no_second_petition(services: Services, meetings: Meetings, briefing: str) -> None:
    meetings.import_json(briefing)
    meetings.import_json(briefing)
    assert len(services.petitions.listing(ListAsk())) == 1


def test_what_became_of_an_opinion_is_one_line(services: Services, meetings: Meetings, held: str) -> None:
    lines = meetings.opinions(held)
    assert [line.petition for line in lines] == [None, "KN-2026-0001", None]
    assert lines[1].status == "received"


def test_a_meeting_in_the_future_registers_its_petitions_today(services: Services, meetings: Meetings) -> None:
    later = {
        "kind": "voters",
        "title": "x",
        "starts": "2027-01-05T08:00",
        "opinions": [{"text": "y", "petition": True}],
    }
    meetings.import_json(json.dumps(later))
    assert services.petitions.listing(ListAsk())[0]["received"] == "2026-06-22"


# Rights


def test_a_withdrawn_meeting_takes_no_entries(meetings: Meetings) -> None:
    number = meetings.prepare(Prepare(Kind.SEMINAR, EVENING)).number or ""
    with pytest.raises(RuleBroken):
        meetings.withdraw(Withdraw(number, " "))
    meetings.withdraw(Withdraw(number, "bão"))
    with pytest.raises(RuleBroken, match="withdrawn"):
        meetings.add_opinion(AddOpinion(number, "x"))
    assert meetings.take_up(TakeUp(number)).status == Status.DRAFT
    assert meetings.add_opinion(AddOpinion(number, "x")).text == "x"
    with pytest.raises(RuleBroken):
        meetings.take_up(TakeUp(number))


def test_nobody_finds_a_meeting_that_is_not_there(meetings: Meetings) -> None:
    with pytest.raises(RuleBroken, match="HN-2026-0404"):
        meetings.meeting("HN-2026-0404")
