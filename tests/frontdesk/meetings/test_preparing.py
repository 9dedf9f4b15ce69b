"""Templates, series, clashes, invitations and notice."""

import json
from datetime import date, datetime

import pytest

from frontdesk.commands.services import Services
from frontdesk.errors import RuleBroken
from frontdesk.meetings import (
    AddDelegate,
    AddTask,
    ClashKind,
    Edit,
    FinishTask,
    Follow,
    InviteGroup,
    Kind,
    Meetings,
    NoteReply,
    PartName,
    Prepare,
    Remove,
    Reply,
    Sent,
    SetTemplate,
    Shows,
    TemplateItem,
    Withdraw,
)
from frontdesk.meetings.rules.templates import DEFAULT_TEMPLATES
from frontdesk.office import ImportAsk, ListAsk, Set
from frontdesk.roster import BodyKind
from tests.frontdesk.meetings.conftest import DATA

SEPTEMBER = datetime(2026, 9, 28, 8, 0)


@pytest.fixture
def peopled(services: Services) -> Services:
    """An office whose roster has people."""
    services.roster.import_sheet(ImportAsk(DATA.parent / "sheets" / "roster.xlsx"))
    return services


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_template_whose_groups_the_roster_knows(kind: Kind) -> None:
    template = DEFAULT_TEMPLATES[kind]
    assert template.kind is kind
    assert template.minutes >= 60
    assert all(group in set(BodyKind) for group in template.groups)


def test_a_meeting_begins_from_its_template(meetings: Meetings) -> None:
    row = meetings.prepare(Prepare(Kind.QUARTERLY_BRIEFING, SEPTEMBER, place="Hội trường"))
    assert row.number == "HN-2026-0001"
    assert row.title == "Hội nghị giao ban công tác Mặt trận quý III năm 2026"
    assert (row.series, row.ends) == ("giao ban quý", datetime(2026, 9, 28, 10, 55))
    assert row.agenda[0].at == SEPTEMBER.time()
    assert {item.shows for item in row.agenda} == {None, Shows.OPEN_TASKS, Shows.PETITIONS}


def test_a_template_can_be_changed_and_stays_changed(meetings: Meetings) -> None:
    items = (TemplateItem("Chào cờ", 5), TemplateItem("Kết luận", 10))
    meetings.set_template(SetTemplate(Kind.SEMINAR, "Tọa đàm {month}", items, quorum="1/2"))
    meetings.set_template(SetTemplate(Kind.SEMINAR, series="tọa đàm"))
    row = meetings.prepare(Prepare(Kind.SEMINAR, SEPTEMBER))
    assert row.title == "Tọa đàm tháng 9 năm 2026"
    assert [item.title for item in row.agenda] == ["Chào cờ", "Kết luận"]
    assert (row.quorum_share, row.ends) == ("1/2", datetime(2026, 9, 28, 8, 15))
    with pytest.raises(RuleBroken):
        meetings.set_template(SetTemplate(Kind.SEMINAR, quorum="5/2"))


def test_the_share_of_the_quorum_is_the_offices_setting(services: Services) -> None:
    services.office.set(Set("meetings.quorum_share", "3/4"))
    assert services.meetings.prepare(Prepare(Kind.COMMITTEE_SESSION, SEPTEMBER)).quorum_share == "3/4"
    assert services.meetings.prepare(Prepare(Kind.SEMINAR, SEPTEMBER)).quorum_share is None


def test_a_groups_members_are_invited_once_in_protocol_order(peopled: Services) -> None:
    meetings = peopled.meetings
    number = meetings.prepare(Prepare(Kind.SEMINAR, SEPTEMBER, title="x")).number or ""
    before = meetings.meeting(number).delegates
    added = meetings.invite_group(InviteGroup(number, kind=BodyKind.WORKING_COMMITTEE))
    people = peopled.roster.members(kind=BodyKind.WORKING_COMMITTEE, on=SEPTEMBER.date())
    row = meetings.meeting(number)
    assert len(before) + len(added) == len({each.person_id for each in row.delegates}) == len(people)
    assert [each.name for each in row.delegates] == [each.person.name for each in people]
    assert meetings.invite_group(InviteGroup(number, kind=BodyKind.WORKING_COMMITTEE)) == ()
    with pytest.raises(RuleBroken):
        meetings.invite_group(InviteGroup(number))


def test_the_number_convened_follows_the_list_until_it_is_typed(peopled: Services) -> None:
    meetings = peopled.meetings
    number = meetings.prepare(Prepare(Kind.THEMATIC, SEPTEMBER)).number or ""
    row = meetings.meeting(number)
    assert row.convened == len(row.delegates) > 0
    meetings.add_delegate(AddDelegate(number, "Khách mời"))
    assert meetings.meeting(number).convened == len(row.delegates) + 1
    meetings.remove(Remove(number, PartName.DELEGATE, 1))
    assert meetings.meeting(number).convened == len(row.delegates)
    meetings.edit(Edit(number, convened=90))
    meetings.add_delegate(AddDelegate(number, "Khách mời thứ hai"))
    assert meetings.meeting(number).convened == 90


def test_only_heads_are_invited_when_asked_for(peopled: Services) -> None:
    meetings = peopled.meetings
    number = meetings.prepare(Prepare(Kind.SIGNING, SEPTEMBER)).number or ""
    added = meetings.invite_group(InviteGroup(number, kind=BodyKind.WORKING_COMMITTEE, heads_only=True))
    people = peopled.roster.members(kind=BodyKind.WORKING_COMMITTEE, on=SEPTEMBER.date())
    assert len(added) == len({each.membership.body_id for each in people})
    assert len({each.organisation for each in added}) == len(added)


def test_the_next_of_a_series_brings_along_what_is_due(services: Services, meetings: Meetings, held: str) -> None:
    row = meetings.follow(Follow(held, SEPTEMBER))
    assert row.title == "Hội nghị giao ban công tác Mặt trận quý III năm 2026"
    assert len(row.delegates) == 40
    assert all(each.present is None and each.reason is None for each in row.delegates)
    assert (row.opinions, row.votes, row.tasks, row.conclusion) == ((), (), (), ())
    brought = meetings.brought_along(row.number or "")
    assert [line.what[:12] for line in brought.tasks] == ["Chuyển kiến ", "Rà soát danh"]
    assert [petition.number for petition in brought.petitions] == ["KN-2026-0001"]
    meetings.finish_task(FinishTask(held, 2, result="Đã chuyển"))
    assert len(meetings.brought_along(row.number or "").tasks) == 1
    third = meetings.follow(Follow(row.number or "", datetime(2026, 12, 28, 8, 0)))
    assert len(meetings.brought_along(third.number or "").tasks) == 1


def test_a_briefing_prepared_anew_brings_along_what_the_last_one_left(meetings: Meetings, held: str) -> None:
    row = meetings.prepare(Prepare(Kind.QUARTERLY_BRIEFING, SEPTEMBER))
    assert len(meetings.brought_along(row.number or "").tasks) == 2
    other = meetings.prepare(Prepare(Kind.COMMITTEE_SESSION, SEPTEMBER))
    assert meetings.brought_along(other.number or "").tasks == ()


def test_what_a_later_meeting_left_is_not_brought_to_an_earlier_one(meetings: Meetings, held: str) -> None:
    later = meetings.follow(Follow(held, SEPTEMBER)).number or ""
    meetings.add_task(AddTask(later, "Rà soát hộ nghèo"))
    assert meetings.brought_along(held).tasks == ()
    assert "Rà soát hộ nghèo" not in [line.what for line in meetings.brought_along(later).tasks]


def test_a_meeting_counts_in_the_year_it_is_held(meetings: Meetings) -> None:
    assert meetings.prepare(Prepare(Kind.SEMINAR, datetime(2027, 1, 5, 8, 0))).number == "HN-2027-0001"
    assert meetings.prepare(Prepare(Kind.SEMINAR, datetime(2026, 12, 31, 8, 0))).number == "HN-2026-0001"


def test_a_withdrawn_meeting_brings_nothing_along(meetings: Meetings, held: str) -> None:
    row = meetings.follow(Follow(held, SEPTEMBER))
    meetings.withdraw(Withdraw(held, "nhập hai lần"))
    assert meetings.brought_along(row.number or "").tasks == ()


def test_another_start_moves_the_agenda_and_another_year_is_refused(meetings: Meetings, held: str) -> None:
    row = meetings.edit(Edit(held, starts=datetime(2026, 6, 22, 13, 30), title="Giao ban"))
    assert [f"{item.at:%H:%M}" for item in row.agenda[:2]] == ["13:30", "13:40"]
    assert row.title == "Giao ban"
    with pytest.raises(RuleBroken) as caught:
        meetings.edit(Edit(held, starts=datetime(2027, 1, 4, 8, 0)))
    assert caught.value.field == "starts"


@pytest.mark.parametrize(
    ("change", "field"),
    [({"title": " "}, "title"), ({"quorum_share": "x"}, "quorum_share"), ({"convened": -1}, "convened")],
)
def test_a_wrong_head_is_refused_beside_its_field(
    meetings: Meetings, held: str, change: dict[str, object], field: str
) -> None:
    with pytest.raises(RuleBroken) as caught:
        meetings.edit(Edit(held, **change))  # type: ignore[arg-type]
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("starts", "kinds"),
    [
        ("2026-06-22T10:00", {ClashKind.PLACE, ClashKind.PERSON}),
        ("2026-06-22T11:20", set()),
        ("2026-06-22T06:30", set()),
        ("2026-06-22T07:30", {ClashKind.PLACE, ClashKind.PERSON}),
    ],
)
def test_who_and_what_is_wanted_twice_is_said(
    meetings: Meetings, held: str, starts: str, kinds: set[ClashKind]
) -> None:
    other = {
        "kind": "seminar",
        "title": "x",
        "starts": starts,
        "place": "hội trường ủy ban nhân dân phường Hải Đông",
        "chair": {"name": "Trần Quốc Hưng"},
        "agenda": [{"title": "y", "minutes": 60}],
    }
    (number,) = meetings.import_json(json.dumps(other))
    found = meetings.clashes(number)
    assert {clash.kind for clash in found} == kinds
    assert all(clash.number == held for clash in found)


@pytest.mark.parametrize(
    ("sent", "in_time", "left"),
    [(date(2026, 6, 17), True, 3), (date(2026, 6, 18), False, 2), (date(2026, 6, 22), False, 0)],
)
def test_invitations_go_out_three_working_days_before(
    meetings: Meetings, held: str, sent: date, left: int, *, in_time: bool
) -> None:
    notice = meetings.notice(held, sent)
    assert (notice.last_day, notice.in_time, notice.working_days) == (date(2026, 6, 17), in_time, left)
    assert "cuối tuần" in notice.why
    meetings.sent(Sent(held, sent))
    assert meetings.notice(held) == notice


def test_replies_are_noted_with_who_comes_instead(meetings: Meetings, held: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        meetings.note_reply(NoteReply(held, 1, reply=Reply.SUBSTITUTE))
    assert caught.value.field == "substitute"
    row = meetings.note_reply(NoteReply(held, 1, reply=Reply.SUBSTITUTE, substitute="Lê Văn Tám"))
    assert row.substitute == "Lê Văn Tám"
    row = meetings.note_reply(NoteReply(held, 1, reply=Reply.COMING))
    assert (row.reply, row.substitute) == (Reply.COMING, None)


def test_meetings_of_a_month_stand_in_the_calendar(meetings: Meetings, held: str, seminar: str) -> None:
    meetings.import_json(seminar)
    days = meetings.days(date(2026, 6, 1), date(2026, 6, 22))
    assert [number for _starts, number, _title in days] == ["HN-2026-0002", held]
    assert meetings.days(date(2026, 6, 23), date(2026, 6, 30)) == []


def test_the_latest_meeting_is_one_that_was_held(meetings: Meetings, seminar: str) -> None:
    assert meetings.latest() is None
    meetings.import_json(seminar)
    meetings.prepare(Prepare(Kind.SEMINAR, SEPTEMBER))
    assert meetings.latest() == "HN-2026-0001"


def test_a_meeting_made_in_the_office_passes_to_another_without_loss(peopled: Services) -> None:
    meetings = peopled.meetings
    number = meetings.prepare(Prepare(Kind.COMMITTEE_SESSION, SEPTEMBER, chair_name="Trần Quốc Hưng")).number
    (listed,) = meetings.listing(ListAsk())
    theirs = {**listed, "title": f"{listed['title']} (bản sao)"}
    (copy,) = meetings.import_json(json.dumps(theirs))
    (back,) = [each for each in meetings.listing(ListAsk()) if each["number"] == copy]
    assert back.pop("was")["number"] == number
    changing = ("number", "status", "paper_number", "title")
    assert {key: value for key, value in back.items() if key not in changing} == {
        key: value for key, value in listed.items() if key not in (*changing, "was")
    }
