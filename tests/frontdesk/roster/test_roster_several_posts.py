"""Several posts of one person in one cell, as our own list shows them, read back as those posts."""

from datetime import date

import pytest

from frontdesk.roster import Admit, Appoint, BodyKind, FoundBody, Roster
from frontdesk.sheet import Outcome

HEAD = "Mã số\tHọ và tên\tNgày sinh\tChức vụ\tKhu dân cư"
BORN = date(1970, 1, 1)


@pytest.fixture
def committee(roster: Roster) -> str:
    """The committee's name; An leads it and Khu phố 3, Bình sits in it and in the inspection board without a post."""
    name = roster.found_body(FoundBody(BodyKind.COMMITTEE)).name
    roster.found_body(FoundBody(BodyKind.INSPECTION_BOARD))
    roster.admit(Admit("Lê Văn An", born=BORN, area="Khu phố 3", post="Trưởng ban"))
    roster.appoint(Appoint("NG-0001", name, "Chủ tịch"))
    roster.admit(Admit("Lê Thị Bình", born=BORN, body=name, post="Ủy viên"))
    roster.appoint(Appoint("NG-0002", "Ban Thanh tra nhân dân"))
    return name


def fate(roster: Roster, row: str, head: str = HEAD) -> tuple[Outcome, str | None, int]:
    """What becomes of one pasted row, the post it proposes, and how many sentences speak of new things."""
    preview = roster.preview_pasted(f"{head}\n{row}\n")
    (planned,) = preview.rows
    return planned.outcome, planned.new_post, len(preview.notes)


@pytest.mark.parametrize(
    "row",
    [
        "NG-0001\tLê Văn An\t01/01/1970\tChủ tịch, {committee}; Trưởng ban\tKhu phố 3",
        "NG-0001\tLê Văn An\t01/01/1970\tTrưởng ban; Chủ tịch, {committee}\tKhu phố 3",
        "\tLê Văn An\t1970\tChủ tịch, {committee}; Trưởng ban\tKP 3",
        "NG-0002\tLê Thị Bình\t01/01/1970\tỦy viên, {committee}; Ban Thanh tra nhân dân\t",
        "NG-0002\tLê Thị Bình\t01/01/1970\tuy vien, {committee}\t",
    ],
)
def test_a_row_of_our_own_list_is_taken_back_unchanged(roster: Roster, committee: str, row: str) -> None:
    assert fate(roster, row.format(committee=committee)) == (Outcome.UNCHANGED, None, 0)


def test_a_column_of_several_bodies_says_where_the_posts_are_held(roster: Roster, committee: str) -> None:
    bodies = f"{committee}; Ban Công tác Mặt trận Khu phố 3"
    row = f"NG-0001\tLê Văn An\t01/01/1970\tChủ tịch, {committee}; Trưởng ban\tKhu phố 3\t{bodies}"
    assert fate(roster, row, f"{HEAD}\tTổ chức") == (Outcome.UNCHANGED, None, 0)


def test_who_serves_two_areas_is_taken_back_with_both(roster: Roster, committee: str) -> None:
    roster.appoint(Appoint("NG-0001", area="Khu phố 5", body="Ban CTMT", post="Ủy viên"))
    row = f"NG-0001\tLê Văn An\t01/01/1970\tChủ tịch, {committee}; Trưởng ban; Ủy viên\tKhu phố 3, Khu phố 5"
    assert fate(roster, row) == (Outcome.UNCHANGED, None, 0)


def test_a_post_in_another_body_that_is_new_is_proposed_there(roster: Roster, committee: str) -> None:
    row = "NG-0001\tLê Văn An\t01/01/1970\tTrưởng ban; Phó Trưởng ban, Ban Thanh tra nhân dân\tKhu phố 3"
    assert fate(roster, row) == (Outcome.JOINED, "Phó Trưởng ban", 1)
    roster.import_pasted(f"{HEAD}\n{row}\n")
    held = {(each.post, each.body) for each in roster.person("NG-0001").memberships}
    assert ("Phó Trưởng ban", "Ban Thanh tra nhân dân") in held
    assert len(held) == 3


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Uy vien", "Ủy viên"), ("PHO TRUONG BAN", "Phó Trưởng ban"), ("Gia lang", "Gia lang"), ("Ủy Viên", "Ủy Viên")],
)
def test_a_usual_post_without_marks_is_spelled_as_it_is_known(roster: Roster, typed: str, kept: str) -> None:
    roster.import_pasted(f"{HEAD}\n\tLê Văn An\t1970\t{typed}\tKhu phố 3\n")
    roster.admit(Admit("Lê Thị Bình", area="Khu phố 4", post=typed))
    assert [name for name, _rank in roster.posts()] == [kept]
    assert [held.post for held in roster.person("NG-0002").memberships] == [kept]
