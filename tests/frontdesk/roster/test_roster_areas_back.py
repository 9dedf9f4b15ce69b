"""Mergers and new names of areas taken back: all is as before, or a sentence says what came later."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.office import AddArea, ImportAsk, ListAsk, Office
from frontdesk.roster import (
    Admit,
    BodyKind,
    ChangeTerm,
    EndMembership,
    FoundBody,
    MergeAreas,
    NoteModel,
    PartAreas,
    RenameArea,
    RestoreAreaName,
    RestoreTerms,
    Roster,
    Seat,
    WithdrawMembership,
)
from tests.frontdesk.roster.conftest import Sheet

DAY = date(2026, 1, 1)
MERGER = MergeAreas(("Khu phố 1", "Khu phố 2"), "Khu phố Đông", DAY)


@pytest.fixture
def areas(roster: Roster) -> Roster:
    """Two areas with a head each, and a conciliation team in the first."""
    office = Office(roster._store)
    office.add_area(AddArea("Khu phố 1", households=100))
    office.add_area(AddArea("Khu phố 2", households=50))
    roster.admit(Admit("Lê Văn An", area="Khu phố 1", post="Trưởng ban", since=date(2023, 1, 1)))
    roster.admit(Admit("Lê Văn Bình", area="Khu phố 2", post="Trưởng ban", since=date(2023, 1, 1)))
    roster.found_body(FoundBody(BodyKind.CONCILIATION_TEAM, area="Khu phố 1"))
    return roster


def told(roster: Roster) -> list[Any]:
    """All that lists and cards say of areas, bodies and posts."""
    return [
        Office(roster._store).list_areas(ListAsk()),
        [(line.area.name, line.became, line.people) for line in roster.area_lines()],
        [(line.body.name, line.body.area, line.body.until, line.body.ended_why) for line in roster.body_lines()],
        [row["memberships"] for row in roster.listing(ListAsk())],
    ]


@pytest.mark.parametrize(
    ("do", "back"),
    [
        (lambda roster: roster.merge_areas(MERGER), PartAreas("Khu phố Đông")),
        (
            lambda roster: roster.merge_areas(MergeAreas(("Khu phố 1", "Khu phố 2"), "Khu phố 2", DAY)),
            PartAreas("Khu phố 2"),
        ),
        (
            lambda roster: roster.rename_area(RenameArea("Khu phố 1", "Phố Hàng Đào", DAY)),
            RestoreAreaName("Phố Hàng Đào"),
        ),
    ],
    ids=["into a new area", "into one of them", "a new name"],
)
def test_what_is_taken_back_leaves_everything_as_it_was(
    areas: Roster, do: Callable[[Roster], object], back: PartAreas | RestoreAreaName
) -> None:
    before = told(areas)
    for _time in range(2):
        do(areas)
        assert told(areas) != before
        if isinstance(back, PartAreas):
            assert {row.name for row in areas.part_areas(back)} <= {"Khu phố 1", "Khu phố 2"}
        else:
            assert areas.restore_area_name(RestoreAreaName("Phố Hàng Đào")).name == "Khu phố 1"
        assert told(areas) == before
        assert [finding.fault for finding in areas.check() if finding.fault] == []


def test_an_area_that_never_was_is_found_by_nothing(areas: Roster, sheet: Sheet) -> None:
    areas.merge_areas(MERGER)
    areas.part_areas(PartAreas("Khu phố Đông"))
    assert Office(areas._store).find_area("Khu phố Đông") is None
    assert areas.find_body("Ban Công tác Mặt trận Khu phố Đông") is None
    rows = [("Họ và tên", "Khu phố", "Chức vụ"), ("Trần Thị Mới", "Khu phố Đông", "Thành viên")]
    areas.import_sheet(ImportAsk(sheet(rows)))
    (post,) = areas.person("NG-0003").memberships
    assert (post.area, post.body) == ("Khu phố Đông", "Ban Công tác Mặt trận Khu phố Đông")
    assert [row.person.name for row in areas.members(area="Khu phố Đông")] == ["Trần Thị Mới"]


LATER: tuple[tuple[str, Callable[[Roster], object]], ...] = (
    ("Trần Thị Mới", lambda roster: roster.admit(Admit("Trần Thị Mới", area="Khu phố Đông", post="Thành viên"))),
    ("Lê Văn Bình", lambda roster: roster.end_membership(EndMembership("NG-0002", until=DAY + timedelta(5)))),
    ("Cổng an toàn", lambda roster: roster.note_model(NoteModel("Cổng an toàn", area="Khu phố Đông"))),
    ("Tổ tự quản", lambda roster: roster.found_body(FoundBody(BodyKind.OTHER, "Tổ tự quản", "Khu phố Đông"))),
    ("Khu phố 1", lambda roster: Office(roster._store).add_area(AddArea("Khu phố 1"))),
    ("Phố Mới", lambda roster: roster.rename_area(RenameArea("Khu phố Đông", "Phố Mới", DAY + timedelta(30)))),
)


@pytest.mark.parametrize(("named", "later"), LATER, ids=[name for name, _later in LATER])
def test_what_came_later_stands_in_the_way_and_is_named(
    areas: Roster, named: str, later: Callable[[Roster], object]
) -> None:
    areas.merge_areas(MERGER)
    later(areas)
    before = told(areas)
    with pytest.raises(RuleBroken, match=named) as refused:
        areas.part_areas(PartAreas("Khu phố Đông"))
    assert (refused.value.code, refused.value.field) == ("roster.undo.later", "area")
    assert told(areas) == before


def test_a_post_entered_in_error_since_stands_in_nobodys_way(areas: Roster) -> None:
    areas.merge_areas(MERGER)
    areas.admit(Admit("Trần Thị Mới", area="Khu phố Đông", post="Thành viên"))
    areas.withdraw_membership(WithdrawMembership("NG-0003"))
    assert [row.name for row in areas.part_areas(PartAreas("Khu phố Đông"))] == ["Khu phố 1", "Khu phố 2"]


def test_what_came_later_can_be_taken_back_first(areas: Roster) -> None:
    before = told(areas)
    areas.merge_areas(MERGER)
    areas.rename_area(RenameArea("Khu phố Đông", "Phố Mới", DAY + timedelta(30)))
    committee = "Ban Công tác Mặt trận Phố Mới"
    seats = (Seat("NG-0001"),)
    areas.change_term(ChangeTerm(committee, "nhiệm kỳ 2026 - 2028", DAY + timedelta(60), seats))
    assert areas.way_back("Phố Mới") == RestoreAreaName("Phố Mới")
    areas.restore_terms(RestoreTerms((committee,)))
    areas.restore_area_name(RestoreAreaName("Phố Mới"))
    assert areas.way_back("Khu phố Đông") == PartAreas("Khu phố Đông")
    areas.part_areas(PartAreas("Khu phố Đông"))
    assert told(areas) == before
    assert areas.way_back("Khu phố 1") is None


@pytest.mark.parametrize(
    "ask", [PartAreas("Khu phố 1"), PartAreas("Khu phố 9"), RestoreAreaName("Khu phố 1"), RestoreAreaName("Khu phố 9")]
)
def test_what_was_not_done_cannot_be_taken_back(areas: Roster, ask: PartAreas | RestoreAreaName) -> None:
    with pytest.raises(RuleBroken) as refused:
        areas.part_areas(ask) if isinstance(ask, PartAreas) else areas.restore_area_name(ask)
    assert refused.value.field == "area"
