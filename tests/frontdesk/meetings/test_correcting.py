"""What was recorded can be corrected and emptied; delegates stand, sit and speak in order."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

import pytest

from frontdesk.commands.services import Services
from frontdesk.errors import RuleBroken
from frontdesk.meetings import (
    DEEDS,
    AddDelegate,
    AddItem,
    AddMember,
    AddPaper,
    AddRecommendation,
    AddSite,
    AddVisit,
    AskToSpeak,
    Conclude,
    DelegateRow,
    Edit,
    EditItem,
    EditMember,
    EditPublication,
    EditRecommendation,
    EditSite,
    EditTask,
    EditVisit,
    EditVote,
    InviteGroup,
    Kind,
    Meetings,
    Move,
    NoteReply,
    OrderDelegates,
    PartName,
    Prepare,
    Publish,
    Reply,
    SeatDelegates,
    Sent,
    TaskStatus,
)
from frontdesk.meetings.rules.arranging import protocol_order, queued, seat, speakers
from frontdesk.office import ListAsk
from frontdesk.roster import Admit, Appoint, BodyKind, FoundBody

DAY = date(2026, 7, 15)


def test_days_numbers_and_hours_can_be_emptied(meetings: Meetings, held: str) -> None:
    meetings.edit(Edit(held, ends=datetime(2026, 6, 22, 12, 0), convened=90))
    meetings.edit(Edit(held, clear=("convened", "quorum_share")))
    meetings.conclude(Conclude(held, ("Một",), clear=("ends",)))
    meetings.edit_task(EditTask(held, 1, due=DAY))
    meetings.edit_task(EditTask(held, 1, clear=("due",)))
    meetings.edit_vote(EditVote(held, 1, clear=("against", "base", "names")))
    meetings.add_site(AddSite(held, "Điểm cầu", 12))
    sites = len(meetings.meeting(held).sites)
    meetings.edit_site(EditSite(held, sites, clear=("head_count",)))
    row = meetings.meeting(held)
    assert (row.convened, row.quorum, row.ends) == (None, None, None)
    assert (row.tasks[0].due, row.tasks[0].due_now, row.tasks[0].status) == (None, None, TaskStatus.OPEN)
    assert (row.votes[0].against, row.votes[0].base) == (None, None)
    assert row.votes[0].in_favour is not None
    assert row.sites[-1].head_count is None


@pytest.mark.parametrize("name", ["title", "kind", "starts", "number"])
def test_a_head_keeps_what_it_needs(meetings: Meetings, held: str, name: str) -> None:
    before = meetings.meeting(held)
    with pytest.raises(RuleBroken) as caught:
        meetings.edit(Edit(held, clear=(name,)))
    assert caught.value.field == name
    assert meetings.meeting(held) == before


def test_an_item_without_its_minutes_lets_the_rest_begin_earlier(meetings: Meetings, held: str) -> None:
    before = meetings.meeting(held).agenda
    meetings.edit_item(EditItem(held, 1, clear=("minutes",)))
    after = meetings.meeting(held).agenda
    assert after[0].minutes is None
    assert [each.at for each in after][1:] == [before[0].at, *[each.at for each in after][2:]]
    meetings.edit_item(EditItem(held, 1, clear=("at", "presenter")))
    assert (meetings.meeting(held).agenda[0].at, meetings.meeting(held).agenda[0].presenter) == (None, None)


@pytest.mark.parametrize("name", ["title", "number", "nonsense"])
def test_what_is_needed_cannot_be_emptied(meetings: Meetings, held: str, name: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        meetings.edit_item(EditItem(held, 1, clear=(name,)))
    assert caught.value.field == name
    assert meetings.meeting(held).agenda[0].title


@pytest.mark.parametrize(
    "takes", [deed.takes for deed in DEEDS if deed.verb.startswith("edit") and deed.verb != "edit_news"]
)
def test_every_correction_can_empty_what_it_does_not_need(takes: Any) -> None:
    assert "clear" in {each.name for each in fields(takes)}


def test_an_invitation_noted_by_mistake_is_taken_back(meetings: Meetings, held: str) -> None:
    meetings.sent(Sent(held, date(2026, 6, 15)))
    meetings.note_reply(NoteReply(held, 1, Reply.SUBSTITUTE, substitute="Trần Văn Tư"))
    assert meetings.meeting(held).delegates[0].substitute == "Trần Văn Tư"
    meetings.sent(Sent(held))
    meetings.note_reply(NoteReply(held, 1))
    row = meetings.meeting(held)
    assert row.invited is None
    assert (row.delegates[0].reply, row.delegates[0].substitute) == (None, None)


def test_team_visits_recommendations_and_publications_are_corrected(meetings: Meetings, held: str) -> None:
    meetings.add_member(AddMember(held, "Vũ Thị Uyen", "Phó Chủ tịch", "Trưởng đoàn"))
    meetings.add_visit(AddVisit(held, "Khu phố 2", DAY))
    meetings.add_recommendation(AddRecommendation(held, "Công khai", "UBND", DAY))
    meetings.publish(Publish(held, "Zal", DAY, "zalo.me/x"))
    meetings.edit_member(EditMember(held, 1, name="Vũ Thị Uyên", role=""))
    meetings.edit_visit(EditVisit(held, 1, clear=("day",)))
    meetings.edit_recommendation(EditRecommendation(held, 1, text="Công khai quy hoạch", clear=("due",)))
    meetings.edit_publication(EditPublication(held, 1, channel="Zalo", clear=("address",)))
    row = meetings.meeting(held)
    assert (row.team[0].name, row.team[0].position, row.team[0].role) == ("Vũ Thị Uyên", "Phó Chủ tịch", None)
    assert row.visits[0].day is None
    assert (row.recommendations[0].text, row.recommendations[0].due) == ("Công khai quy hoạch", None)
    assert (row.publications[0].channel, row.publications[0].day, row.publications[0].address) == ("Zalo", DAY, None)
    with pytest.raises(RuleBroken) as caught:
        meetings.edit_publication(EditPublication(held, 1, clear=("day",)))
    assert caught.value.field == "day"


def test_delegates_moved_by_hand_go_back_to_the_order_of_protocol(services: Services, meetings: Meetings) -> None:
    committee = services.roster.found_body(FoundBody(BodyKind.COMMITTEE)).name
    for name, post in (("Trần Văn Ba", "Ủy viên"), ("Lê Thị Hai", "Phó Chủ tịch"), ("Bùi Thị Nhất", "Chủ tịch")):
        services.roster.appoint(Appoint(services.roster.admit(Admit(name=name)).number, committee, post))
    number = meetings.prepare(Prepare(Kind.THEMATIC, datetime(2026, 9, 28, 8, 0))).number or ""
    meetings.add_delegate(AddDelegate(number, "Lãnh đạo tỉnh"))
    meetings.invite_group(InviteGroup(number, kind=BodyKind.COMMITTEE))
    meetings.add_delegate(AddDelegate(number, "Khách mời"))
    wanted = ["Lãnh đạo tỉnh", "Bùi Thị Nhất", "Lê Thị Hai", "Trần Văn Ba", "Khách mời"]
    assert [each.name for each in meetings.meeting(number).delegates] == wanted
    meetings.move(Move(number, PartName.DELEGATE, 2, to=5))
    meetings.move(Move(number, PartName.DELEGATE, 3, to=2))
    by_hand = [each.name for each in meetings.meeting(number).delegates]
    back = meetings.order_delegates(OrderDelegates(number))
    assert [each.name for each in meetings.meeting(number).delegates] == wanted
    meetings.order_delegates(OrderDelegates(number, back))
    assert [each.name for each in meetings.meeting(number).delegates] == by_hand
    with pytest.raises(RuleBroken) as caught:
        meetings.order_delegates(OrderDelegates(number, (1, 1, 2, 3, 4)))
    assert caught.value.field == "order"


def test_who_stands_before_the_roster_stays_in_front() -> None:
    rows = [DelegateRow(name, id=at, person_id=person) for at, (name, person) in enumerate(
        (("Khách đầu", None), ("Hai", 12), ("Khách giữa", None), ("Một", 11), ("Người đã thôi", 99)))]  # fmt: skip
    ordered = protocol_order(rows, {11: 0, 12: 1})
    assert [each.name for each in ordered] == ["Khách đầu", "Một", "Hai", "Khách giữa", "Người đã thôi"]
    assert protocol_order(rows, {}) == tuple(rows)


@pytest.mark.parametrize(
    ("place", "in_row", "wanted"),
    [(0, 10, "A1"), (9, 10, "A10"), (10, 10, "B1"), (25, 1, "Z1"), (26, 1, "AA1"), (51, 1, "AZ1"), (52, 1, "BA1")],
)
def test_seats_run_on_from_row_to_row(place: int, in_row: int, wanted: str) -> None:
    assert seat(place, in_row) == wanted


def test_everybody_gets_a_seat_in_the_order_of_the_list(meetings: Meetings, held: str) -> None:
    meetings.seat_delegates(SeatDelegates(held, 12))
    seats = [each.seat for each in meetings.meeting(held).delegates]
    assert seats[:2] + seats[11:13] == ["A1", "A2", "A12", "B1"]
    assert len(set(seats)) == len(seats) == 40
    for wide in (0, 201):
        with pytest.raises(RuleBroken) as caught:
            meetings.seat_delegates(SeatDelegates(held, wide))
        assert caught.value.field == "in_row"


def test_the_order_of_speaking_closes_up_and_gives_way() -> None:
    one, two, three = (DelegateRow(name, id=at) for at, name in enumerate(("Một", "Hai", "Ba"), 1))
    order = queued((one, two, three), two, None)
    assert [(each.name, each.speaks) for each in order] == [("Hai", 1)]
    rows = (one, *order, three)
    order = queued(rows, three, 1)
    assert [(each.name, each.speaks) for each in order] == [("Ba", 1), ("Hai", 2)]
    assert [each.name for each in queued((one, *order), order[0], 0)] == ["Hai"]
    assert speakers((one, two, three)) == ()


def test_the_order_of_speaking_is_kept_and_a_next_meeting_begins_without(meetings: Meetings, held: str) -> None:
    meetings.ask_to_speak(AskToSpeak(held, 5))
    meetings.ask_to_speak(AskToSpeak(held, 2))
    rows = meetings.meeting(held).delegates
    assert [(each.speaks, at) for at, each in enumerate(rows, 1) if each.speaks] == [(2, 2), (1, 5)]
    (listed,) = meetings.listing(ListAsk())
    assert [each.get("speaks") for each in listed["delegates"]][:5] == [None, 2, None, None, 1]


def test_what_is_read_in_belongs_to_its_item(meetings: Meetings, held: str) -> None:
    meetings.add_item(AddItem(held, "Tham luận"))
    last = len(meetings.meeting(held).agenda)
    row = meetings.add_paper(AddPaper(held, "Mô hình tự quản", item=last))
    assert row.item == meetings.meeting(held).papers[-1].item == last
    (listed,) = meetings.listing(ListAsk())
    assert listed["papers"][-1]["item"] == last
