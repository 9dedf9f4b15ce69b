"""What was recorded in error is emptied: of posts, bodies, terms, courses, models and visits."""

from datetime import date

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.office import PaperAsk
from frontdesk.paper import Table
from frontdesk.roster import (
    Admit,
    AmendBody,
    AmendMembership,
    Bloc,
    BodyKind,
    EditCourse,
    EditModel,
    EditTerm,
    EditVisit,
    FoundBody,
    HoldCourse,
    HowChosen,
    NoteModel,
    NoteVisit,
    OpenTerm,
    Roster,
)

DAY = date(2026, 3, 1)


@pytest.fixture
def number(roster: Roster) -> str:
    return roster.admit(
        Admit(
            "Lê Văn An",
            area="Khu phố 1",
            post="Trưởng ban",
            since=date(2025, 1, 1),
            decision_number="12/QĐ",
            decision_date=date(2025, 1, 1),
            chosen=HowChosen.CONSULTED,
            bloc=Bloc.AREA_HEAD,
            represents="Hội Nông dân",
        )
    ).number


def test_what_a_post_does_not_have_is_emptied(roster: Roster, number: str) -> None:
    keys = ("since", "decision_number", "decision_date", "chosen", "bloc", "represents", "new_post", "area")
    (held,) = roster.amend_membership(AmendMembership(number, clear=keys)).memberships
    emptied = (held.since, held.decision_number, held.decision_date, held.chosen, held.bloc, held.represents)
    assert (*emptied, held.post, held.area) == (None,) * 8
    assert held.body == "Ban Công tác Mặt trận Khu phố 1"


def test_the_last_day_of_a_post_is_taken_back_by_its_own_deed(roster: Roster, number: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        roster.amend_membership(AmendMembership(number, clear=("until",)))
    assert (refused.value.code, refused.value.field) == ("roster.clear.unknown", "clear")


def test_a_body_and_its_term_lose_what_they_never_had(roster: Roster) -> None:
    name = roster.found_body(FoundBody(BodyKind.INSPECTION_BOARD, since=DAY, households=12, note="nhầm")).name
    body = roster.amend_body(AmendBody(name, clear=("since", "households", "note")))
    assert (body.since, body.households, body.note) == (None, None, None)
    roster.open_term(OpenTerm(name, "khóa I", date(2024, 1, 1), date(2025, 12, 31)))
    assert roster.edit_term(EditTerm(name, "khóa I", clear=("until",))).until is None


def test_a_course_and_a_model_go_on_when_their_last_day_is_emptied(roster: Roster) -> None:
    roster.hold_course(HoldCourse("Nghiệp vụ", DAY, date(2026, 3, 3), organiser="Tỉnh", note="nhầm"))
    course = roster.edit_course(EditCourse("Nghiệp vụ", clear=("until", "organiser", "note")))
    assert (course.until, course.organiser, course.note) == (None, None, None)
    roster.note_model(NoteModel("Camera an ninh", founder="ai đó", since=DAY))
    roster.edit_model(EditModel("Camera an ninh", until=date(2026, 4, 1)))
    model = roster.edit_model(EditModel("Camera an ninh", clear=("until", "founder")))
    assert (model.until, model.founder, model.since) == (None, None, DAY)


@pytest.mark.parametrize(
    ("ask", "field"),
    [
        (EditModel("Camera an ninh", until=date(2026, 2, 1)), "until"),
        (EditModel("Camera an ninh", new_name="TIẾNG LOA"), "new_name"),
    ],
    ids=("before its first day", "another's name"),
)
def test_a_model_that_cannot_be_is_refused(roster: Roster, ask: EditModel, field: str) -> None:
    roster.note_model(NoteModel("Camera an ninh", since=DAY))
    roster.note_model(NoteModel("Tiếng loa"))
    with pytest.raises(RuleBroken) as refused:
        roster.edit_model(ask)
    assert refused.value.field == field
    assert [row.name for row in roster.models()] == ["Camera an ninh", "Tiếng loa"]


def test_a_visit_is_corrected_with_who_went_and_what_was_seen(roster: Roster, number: str) -> None:
    other = roster.admit(Admit("Lê Thị Bình", area="Khu phố 1")).number
    roster.note_model(NoteModel("Camera an ninh"))
    roster.note_visit(NoteVisit("Xã Hòa Bình", DAY, "xem", (number,), 3, ("Camera an ninh",), "tốt"))
    row = roster.edit_visit(EditVisit("xã hoà bình", DAY, new_place="Xã Hòa Tiến", visitors=(other,), models=()))
    assert (row.place, row.visitors, row.numbers, row.models) == ("Xã Hòa Tiến", ("Lê Thị Bình",), (other,), ())
    assert (row.head_count, row.purpose, row.result) == (3, "xem", "tốt")
    row = roster.edit_visit(EditVisit("Xã Hòa Tiến", DAY, new_day=date(2026, 3, 2), clear=("head_count", "result")))
    assert (row.day, row.head_count, row.result, row.visitors) == (date(2026, 3, 2), None, None, ("Lê Thị Bình",))


@pytest.mark.parametrize(
    ("ask", "field"),
    [
        (EditVisit("Nơi khác", DAY), "place"),
        (EditVisit("Xã Hòa Bình", date(2026, 3, 2)), "place"),
        (EditVisit("Xã Hòa Bình", DAY, head_count=1, visitors=("NG-0001", "NG-0002")), "head_count"),
        (EditVisit("Xã Hòa Bình", DAY, visitors=("NG-0009",)), "number"),
    ],
)
def test_a_visit_nobody_knows_or_that_cannot_be_is_refused(
    roster: Roster, number: str, ask: EditVisit, field: str
) -> None:
    roster.admit(Admit("Lê Thị Bình", area="Khu phố 1"))
    before = roster.note_visit(NoteVisit("Xã Hòa Bình", DAY, visitors=(number,)))
    with pytest.raises(RuleBroken) as refused:
        roster.edit_visit(ask)
    assert refused.value.field == field
    assert roster.visits() == [before]


def test_the_list_of_models_holds_those_begun_by_its_day(roster: Roster) -> None:
    roster.note_model(NoteModel("Camera an ninh", since=DAY))
    roster.note_model(NoteModel("Tiếng loa"))
    paper = roster.paper("models", PaperAsk(until=date(2026, 2, 28)))
    (table,) = [block for block in paper.blocks if isinstance(block, Table)]
    assert [row.cells[1] for row in table.rows] == ["Tiếng loa"]
