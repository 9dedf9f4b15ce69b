"""Bodies, terms and areas through time."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.office import AddArea, ListAsk, Office
from frontdesk.roster import (
    Admit,
    AmendBody,
    Appoint,
    BodyKind,
    ChangeTerm,
    EditTerm,
    EndBody,
    FoundBody,
    MergeAreas,
    OpenTerm,
    RenameArea,
    ResumeBody,
    Roster,
    Seat,
    Sex,
    Step,
    TermFlow,
    WhyEnded,
)
from frontdesk.roster.rules.bodies import body_key, body_kind

TODAY = date(2026, 6, 22)
COMMITTEE = "Ủy ban MTTQ Việt Nam phường Hoàn Kiếm"
DAY = date(2026, 1, 1)
KP1 = "Ban Công tác Mặt trận Khu phố 1"


def committee(roster: Roster, count: int) -> list[str]:
    roster.found_body(FoundBody(BodyKind.COMMITTEE, since=date(2021, 1, 1)))
    numbers = [
        roster.admit(Admit(f"Lê Văn {name}")).number for name in ["An", "Bình", "Chi", "Dũng", "Em", "Giang"][:count]
    ]
    for place, number in enumerate(numbers):
        roster.appoint(Appoint(number, COMMITTEE, "Chủ tịch" if place == 0 else "Ủy viên", since=date(2021, 1, 1)))
    return numbers


def members(roster: Roster, on: date, **where: str) -> list[str]:
    return [row.person.number for row in roster.members(on=on, **where)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ban CTMT KP 3", "Ban Công tác Mặt trận khu phố 3"),
        ("BTTND", "Ban Thanh tra nhân dân"),
        ("UBMTTQ phường X", "Ủy ban Mặt trận Tổ quốc Việt Nam phường X"),
        ("Tổ hoà giải", "TỔ HÒA GIẢI"),
    ],
)
def test_two_spellings_of_one_body_are_one(one: str, other: str) -> None:
    assert body_key(one) == body_key(other)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ban CTMT thôn Đông", BodyKind.WORKING_COMMITTEE),
        ("Ban Thường trực Ủy ban MTTQ", BodyKind.STANDING_BOARD),
        ("Ủy ban MTTQ Việt Nam xã X", BodyKind.COMMITTEE),
        ("Hội Liên hiệp Phụ nữ", BodyKind.MEMBER_ORGANISATION),
        ("Ban Giám sát đầu tư của cộng đồng công trình cầu Xóm", BodyKind.INVESTMENT_BOARD),
        ("Văn phòng", None),
        ("Chợ Hoài Nam", None),
    ],
)
def test_a_name_says_what_kind_of_body_it_is(name: str, kind: BodyKind | None) -> None:
    assert body_kind(name) is kind


def test_an_area_has_one_working_committee_and_may_have_several_teams(roster: Roster) -> None:
    first = roster.found_body(FoundBody(BodyKind.WORKING_COMMITTEE, area="Khu phố 1"))
    assert (first.name, first.area) == ("Ban Công tác Mặt trận Khu phố 1", "Khu phố 1")
    with pytest.raises(RuleBroken) as known:
        roster.found_body(FoundBody(BodyKind.WORKING_COMMITTEE, "Ban khác", "KP 01"))
    assert known.value.code == "roster.body.known"
    with pytest.raises(RuleBroken) as needed:
        roster.found_body(FoundBody(BodyKind.WORKING_COMMITTEE))
    assert needed.value.field == "area"
    for name in ("Tổ tự quản số 1", "Tổ tự quản số 2"):
        roster.found_body(FoundBody(BodyKind.SELF_MANAGING_GROUP, name, "Khu phố 1", households=30))
    assert len(roster.bodies(BodyKind.SELF_MANAGING_GROUP, "Khu phố 1")) == 2


def test_a_board_ends_with_its_project_and_so_do_its_posts(roster: Roster) -> None:
    board = "Ban Giám sát đầu tư cầu Đông"
    roster.found_body(FoundBody(BodyKind.INVESTMENT_BOARD, board, project="Cầu Đông", since=date(2025, 1, 1)))
    number = roster.admit(Admit("Lê Văn An", body=board, post="Trưởng ban")).number
    ended = roster.end_body(EndBody(board, date(2026, 3, 31), "Công trình hoàn thành"))
    assert ended.until == date(2026, 3, 31)
    assert members(roster, date(2026, 3, 31), body=board) == [number]
    assert members(roster, date(2026, 4, 1), body=board) == []
    assert roster.person(number).memberships[0].ended_why is WhyEnded.BODY_ENDED
    with pytest.raises(RuleBroken):
        roster.appoint(Appoint(number, board, "Ủy viên"))
    roster.resume_body(ResumeBody(board))
    assert members(roster, TODAY, body=board) == [number]
    assert roster.amend_body(AmendBody(board, name="Ban GSĐTCCĐ cầu Đông")).name == "Ban GSĐTCCĐ cầu Đông"


def test_a_change_of_term_carries_over_whom_the_office_ticks(roster: Roster) -> None:
    numbers = committee(roster, 4)
    roster.open_term(OpenTerm(COMMITTEE, "khóa I, nhiệm kỳ 2021 - 2026", date(2021, 1, 1)))
    assert {row.membership.term for row in roster.members(COMMITTEE)} == {"khóa I, nhiệm kỳ 2021 - 2026"}
    newcomer = roster.admit(Admit("Trần Thị Mới", Sex.FEMALE)).number
    seats = (Seat(numbers[0]), Seat(numbers[1], "Phó Chủ tịch"), Seat(newcomer, "Ủy viên"))
    term = roster.change_term(ChangeTerm(COMMITTEE, "khóa II, nhiệm kỳ 2026 - 2031", DAY, seats))
    assert (term.since, term.until) == (DAY, None)
    assert members(roster, DAY - timedelta(1), body=COMMITTEE) == numbers
    assert members(roster, DAY, body=COMMITTEE) == [numbers[0], numbers[1], newcomer]
    before, after = sorted(roster.person(numbers[1]).memberships, key=lambda held: held.since or date.min)
    assert (before.until, before.ended_why, before.post) == (DAY - timedelta(1), WhyEnded.TERM_OVER, "Ủy viên")
    assert (after.since, after.post, after.term) == (DAY, "Phó Chủ tịch", "khóa II, nhiệm kỳ 2026 - 2031")
    changed = {(row.change.value, row.person.number) for row in roster.changes(DAY, TODAY, COMMITTEE)}
    left = {("left", number) for number in numbers[2:]}
    assert changed == {("joined", newcomer), ("moved", numbers[1]), *left}


def test_terms_have_names_of_their_own_and_do_not_overlap(roster: Roster) -> None:
    committee(roster, 1)
    roster.open_term(OpenTerm(COMMITTEE, "khóa I", date(2016, 1, 1), date(2020, 12, 31)))
    roster.open_term(OpenTerm(COMMITTEE, "khóa II", date(2021, 1, 1)))
    for ask in (
        OpenTerm(COMMITTEE, "KHÓA II", date(2030, 1, 1)),
        OpenTerm(COMMITTEE, "khóa III", date(2025, 1, 1)),
        OpenTerm(COMMITTEE, "khóa 0", date(2015, 1, 1), date(2016, 1, 1)),
        OpenTerm(COMMITTEE, "khóa III", date(2030, 1, 1), date(2029, 1, 1)),
        OpenTerm(COMMITTEE, " ", date(2030, 1, 1)),
    ):
        with pytest.raises(RuleBroken):
            roster.open_term(ask)
    edited = roster.edit_term(EditTerm(COMMITTEE, "khóa II", new_name="khóa II, 2021 - 2026"))
    assert edited.name == "khóa II, 2021 - 2026"
    assert [term.name for term in roster.terms(COMMITTEE)] == ["khóa II, 2021 - 2026", "khóa I"]


def test_a_change_of_term_before_a_post_begins_is_refused(roster: Roster) -> None:
    (number,) = committee(roster, 1)
    late = roster.admit(Admit("Trần Thị Mới")).number
    roster.appoint(Appoint(late, COMMITTEE, "Ủy viên", since=date(2026, 3, 1)))
    for ask in (
        ChangeTerm(COMMITTEE, "khóa II", DAY, (Seat(number),)),
        ChangeTerm(COMMITTEE, "khóa II", date(2026, 3, 2), ()),
        ChangeTerm(COMMITTEE, "khóa II", date(2026, 3, 2), (Seat(number), Seat(number))),
        ChangeTerm(COMMITTEE, "khóa II", date(2026, 3, 2), (Seat("NG-0099"),)),
    ):
        with pytest.raises(RuleBroken):
            roster.change_term(ask)
    assert len(roster.members(COMMITTEE)) == 2


def test_the_steps_of_a_change_of_term_ask_for_what_is_missing_and_make_its_deed(roster: Roster) -> None:
    numbers = committee(roster, 3)
    newcomer = roster.admit(Admit("Trần Thị Mới"))
    flow = TermFlow(lambda body, day: roster.members(body, on=day))
    with pytest.raises(ValueError, match="bodies"):
        flow.forward()
    flow.bodies = (COMMITTEE,)
    flow.forward()
    assert (flow.step, flow.missing) == (Step.TERM, "name")
    flow.name, flow.day = "khóa II", DAY
    flow.forward()
    assert ([one.number for one in flow.people], flow.missing) == (numbers, "seats")
    flow.tick_all()
    flow.tick(COMMITTEE, numbers[2], False)
    flow.give_post(COMMITTEE, numbers[1], "Phó Chủ tịch")
    flow.bring_in(COMMITTEE, newcomer.number, newcomer.name, "Ủy viên")
    assert flow.counts == (2, 1, 1)
    flow.back()
    flow.forward()
    assert flow.counts == (2, 1, 1)
    flow.forward()
    roster.change_terms(flow.ask())
    assert members(roster, DAY, body=COMMITTEE) == [numbers[0], numbers[1], newcomer.number]


def test_a_merged_area_stays_readable_under_its_old_name(roster: Roster) -> None:
    one = roster.admit(Admit("Lê Văn An", area="Khu phố 1", post="Trưởng ban")).number
    two = roster.admit(Admit("Lê Văn Bình", area="Khu phố 2", post="Trưởng ban")).number
    new = roster.merge_areas(MergeAreas(("Khu phố 1", "Khu phố 2"), "Khu phố Đông", DAY))
    assert (new.name, new.since) == ("Khu phố Đông", DAY)
    assert members(roster, DAY, area="Khu phố Đông") == [one, two]
    assert members(roster, DAY - timedelta(1), area="Khu phố 1") == [one]
    assert [row.person.number for row in roster.members(area="Khu phố 1")] == [one]
    assert [row.membership.body for row in roster.members(area="Khu phố 2")] == ["Ban Công tác Mặt trận Khu phố 2"]
    held = {(each.body, each.area, each.until) for each in roster.person(two).memberships}
    assert held == {
        ("Ban Công tác Mặt trận Khu phố 2", "Khu phố 2", DAY - timedelta(1)),
        ("Ban Công tác Mặt trận Khu phố Đông", "Khu phố Đông", None),
    }
    assert {(row.name, row.until) for row in Office(roster._store).areas(DAY - timedelta(1))} == {
        ("Khu phố 1", DAY - timedelta(1)),
        ("Khu phố 2", DAY - timedelta(1)),
    }
    assert [row.name for row in Office(roster._store).areas(DAY)] == ["Khu phố Đông"]
    assert roster.changes(DAY, TODAY) == []


def test_an_area_that_swallows_another_goes_on(roster: Roster) -> None:
    office = Office(roster._store)
    office.add_area(AddArea("Khu phố 1", households=100))
    office.add_area(AddArea("Khu phố 2", households=50))
    roster.admit(Admit("Lê Văn An", area="Khu phố 1", post="Trưởng ban"))
    roster.admit(Admit("Lê Văn Bình", area="Khu phố 2", post="Trưởng ban"))
    merged = roster.merge_areas(MergeAreas(("Khu phố 1", "Khu phố 2"), "Khu phố 1", DAY, carry=False))
    assert (merged.households, merged.until) == (150, None)
    assert [row.person.name for row in roster.members(area="Khu phố 1")] == ["Lê Văn An"]
    assert [row.person.name for row in roster.members(area="Khu phố 2")] == ["Lê Văn Bình"]


def test_teams_of_a_merged_area_go_on_in_the_new_one(roster: Roster) -> None:
    roster.found_body(FoundBody(BodyKind.CONCILIATION_TEAM, area="Khu phố 1"))
    number = roster.admit(Admit("Lê Văn An", area="Khu phố 1", body="Tổ hòa giải", post="Tổ trưởng")).number
    Office(roster._store).add_area(AddArea("Khu phố 2"))
    roster.merge_areas(MergeAreas(("Khu phố 1", "Khu phố 2"), "Khu phố Đông", DAY))
    (held,) = roster.person(number).memberships
    assert (held.body, held.area, held.until) == ("Tổ hòa giải Khu phố 1", "Khu phố Đông", None)
    assert members(roster, TODAY, area="Khu phố Đông") == [number]


def test_a_renamed_area_keeps_its_people_and_its_past_name(roster: Roster) -> None:
    number = roster.admit(Admit("Lê Văn An", area="Thôn Cũ", post="Trưởng ban")).number
    roster.rename_area(RenameArea("Thôn Cũ", "Thôn Mới", DAY))
    (held,) = roster.person(number).memberships
    assert (held.area, held.body, held.until) == ("Thôn Mới", "Ban Công tác Mặt trận Thôn Mới", None)
    (before,) = roster.members(on=DAY - timedelta(1), area="Thôn Cũ")
    assert before.membership.area == "Thôn Cũ"
    assert members(roster, TODAY, area="Thôn Mới") == [number]
    listed = {row["name"]: row for row in Office(roster._store).list_areas(ListAsk())}
    assert listed["Thôn Cũ"]["merged_into"] == "Thôn Mới"


@pytest.mark.parametrize(
    "ask",
    [
        MergeAreas(("Khu phố 1",), "Khu phố Đông", DAY),
        MergeAreas(("Khu phố 1", "Khu phố 9"), "Khu phố Đông", DAY),
        MergeAreas(("Khu phố 1", "Khu phố 2"), "Khu phố 3", DAY),
        MergeAreas(("Khu phố 1", "Khu phố 2"), " ", DAY),
        MergeAreas(("Khu phố 1", "KP 1"), "Khu phố Đông", DAY),
        RenameArea("Khu phố 1", "KP 01", DAY),
        RenameArea("Khu phố 1", "Khu phố 2", DAY),
        RenameArea("Khu phố 1", "Khu phố Mới", date(2020, 1, 1)),
    ],
)
def test_a_merger_or_name_that_cannot_be_is_refused_and_changes_nothing(roster: Roster, ask: object) -> None:
    office = Office(roster._store)
    for name in ("Khu phố 1", "Khu phố 2", "Khu phố 3"):
        office.add_area(AddArea(name, since=date(2020, 1, 1)))
    with pytest.raises(RuleBroken):
        roster.merge_areas(ask) if isinstance(ask, MergeAreas) else roster.rename_area(ask)  # type: ignore[arg-type]
    assert [row.until for row in office.areas()] == [None, None, None]


@pytest.mark.parametrize(
    ("end", "code", "field"),
    [
        (lambda roster: roster.end_body(EndBody(KP1, date(2026, 6, 1))), "roster.body.late", "until"),
        (
            lambda roster: roster.merge_areas(MergeAreas(("Khu phố 1", "Khu phố 2"), "Khu phố 9", date(2026, 6, 2))),
            "roster.area.late",
            "day",
        ),
    ],
    ids=("a body that ends", "an area that is merged"),
)
def test_no_post_is_ended_before_it_begins(
    roster: Roster, end: Callable[[Roster], object], code: str, field: str
) -> None:
    number = roster.admit(Admit("Lê Văn An", area="Khu phố 1", post="Trưởng ban", since=date(2026, 6, 2))).number
    roster.admit(Admit("Lê Thị Bình", area="Khu phố 2"))
    with pytest.raises(RuleBroken) as refused:
        end(roster)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert [held.until for held in roster.person(number).memberships] == [None]
    roster.end_body(EndBody(KP1, date(2026, 6, 2)))
    assert [finding for finding in roster.check() if finding.fault] == []


def test_rules_of_number_and_composition_warn_with_their_source_and_stop_nothing(roster: Roster) -> None:
    roster.found_body(FoundBody(BodyKind.CONCILIATION_TEAM, area="Khu phố 1"))
    for name in ("An", "Bình", "Chi"):
        roster.admit(Admit(f"Lê Văn {name}", Sex.MALE, area="Khu phố 1", body="Tổ hòa giải", post="Hòa giải viên"))
    warned = {warning.code: warning.source for warning in roster.warnings()}
    assert warned.keys() == {"roster.body.no_woman", "roster.body.no_head"}
    assert "35/2013" in warned["roster.body.no_woman"]
    roster.admit(Admit("Lê Thị Dung", Sex.FEMALE, area="Khu phố 1", body="Tổ hòa giải", post="Tổ trưởng"))
    assert roster.warnings() == []
    roster.found_body(FoundBody(BodyKind.INSPECTION_BOARD))
    assert [warning.code for warning in roster.warnings()] == ["roster.body.too_few"]


@pytest.mark.parametrize("kind", [BodyKind.OTHER, BodyKind.MEMBER_ORGANISATION])
def test_a_body_whose_kind_is_no_name_needs_one(roster: Roster, kind: BodyKind) -> None:
    with pytest.raises(RuleBroken) as refused:
        roster.found_body(FoundBody(kind))
    assert (refused.value.code, refused.value.field) == ("roster.body.nameless", "name")
    assert roster.found_body(FoundBody(kind, "Hội Nông dân")).name == "Hội Nông dân"
