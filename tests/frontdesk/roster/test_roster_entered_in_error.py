"""What people earned and was entered in error leaves every list and paper, and comes back when that was the error."""

from collections.abc import Callable
from datetime import date

import pytest

from frontdesk.errors import RuleBroken, Stale
from frontdesk.office import PaperAsk
from frontdesk.paper import Paper, Table
from frontdesk.roster import (
    Admit,
    Attend,
    Commend,
    CopyModel,
    EditCopy,
    EditCourse,
    HoldCourse,
    NoteModel,
    NoteVisit,
    ReinstateCommendation,
    ReinstateCopy,
    ReinstateCourse,
    ReinstateModel,
    ReinstateVisit,
    Roster,
    WithdrawCommendation,
    WithdrawCopy,
    WithdrawCourse,
    WithdrawModel,
    WithdrawTurn,
    WithdrawVisit,
)
from frontdesk.store import history_of

DAY = date(2026, 3, 1)
WHY = "nhập nhầm"
PAPERS = ("training", "commendations", "models", "visits")


@pytest.fixture
def number(roster: Roster) -> str:
    """Somebody who earned one of each."""
    one = roster.admit(Admit("Lê Văn An", area="Khu phố 1")).number
    roster.hold_course(HoldCourse("Nghiệp vụ", DAY))
    roster.attend(Attend("Nghiệp vụ", (one,)))
    roster.commend(Commend("Giấy khen", DAY, number=one))
    roster.note_model(NoteModel("Camera an ninh"))
    roster.copy_model(CopyModel("Camera an ninh", place="Xã Hòa Bình", since=DAY, note="12 điểm"))
    roster.note_visit(NoteVisit("Xã Hòa Bình", DAY, visitors=(one,), models=("Camera an ninh",)))
    return one


def shown(roster: Roster, number: str) -> str:
    """All that lists, the person's card and papers say of merits."""
    card = roster.card(number)
    lists = (roster.courses(), roster.commendations(), roster.models(), roster.visits())
    papers = [cells(roster.paper(kind, PaperAsk(until=date(2026, 12, 31)))) for kind in PAPERS]
    papers.append(cells(roster.paper("data-subject", PaperAsk(number=number))))
    return str((lists, card.turns, card.commendations, card.visits, papers))


def cells(paper: Paper) -> list[object]:
    return [block.rows for block in paper.blocks if isinstance(block, Table)]


@pytest.mark.parametrize(
    ("out", "back", "gone"),
    [
        (
            lambda roster: roster.withdraw_course(WithdrawCourse("nghiệp vụ", WHY)),
            lambda roster: roster.reinstate_course(ReinstateCourse("Nghiệp vụ")),
            "Nghiệp vụ",
        ),
        (
            lambda roster: roster.withdraw_commendation(WithdrawCommendation("Lê Văn An", DAY, WHY)),
            lambda roster: roster.reinstate_commendation(ReinstateCommendation("lê văn an", DAY)),
            "Giấy khen",
        ),
        (
            lambda roster: roster.withdraw_model(WithdrawModel("CAMERA AN NINH", WHY)),
            lambda roster: roster.reinstate_model(ReinstateModel("Camera an ninh")),
            "Camera an ninh",
        ),
        (
            lambda roster: roster.withdraw_copy(WithdrawCopy("Camera an ninh", "xã hoà bình", WHY)),
            lambda roster: roster.reinstate_copy(ReinstateCopy("Camera an ninh", "Xã Hòa Bình")),
            "copies=('Xã Hòa Bình',)",
        ),
        (
            lambda roster: roster.withdraw_visit(WithdrawVisit("Xã Hoà Bình", DAY, WHY)),
            lambda roster: roster.reinstate_visit(ReinstateVisit("Xã Hòa Bình", DAY)),
            "visitors=('Lê Văn An',)",
        ),
    ],
    ids=("course", "commendation", "model", "copy", "visit"),
)
def test_an_entry_made_in_error_leaves_lists_card_and_papers_and_comes_back(
    roster: Roster, number: str, out: Callable[[Roster], object], back: Callable[[Roster], object], gone: str
) -> None:
    before = shown(roster, number)
    assert gone in before
    out(roster)
    assert gone not in shown(roster, number)
    with pytest.raises(RuleBroken) as refused:
        out(roster)
    assert refused.value.code.endswith(".unknown")
    back(roster)
    after = shown(roster, number)
    assert after.replace("revision=3", "revision=1") == before
    with pytest.raises(RuleBroken):
        back(roster)


def test_why_an_entry_was_taken_out_is_said_and_kept(roster: Roster, number: str) -> None:
    (visit,) = roster.visits()
    for blank in (
        lambda: roster.withdraw_visit(WithdrawVisit("Xã Hòa Bình", DAY, " ")),
        lambda: roster.withdraw_course(WithdrawCourse("Nghiệp vụ", "")),
        lambda: roster.withdraw_model(WithdrawModel("Camera an ninh", " ")),
        lambda: roster.withdraw_copy(WithdrawCopy("Camera an ninh", "Xã Hòa Bình", "")),
        lambda: roster.withdraw_commendation(WithdrawCommendation("Lê Văn An", DAY, "")),
    ):
        with pytest.raises(RuleBroken) as refused:
            blank()
        assert refused.value.field == "reason"
    with pytest.raises(Stale):
        roster.withdraw_visit(WithdrawVisit("Xã Hòa Bình", DAY, WHY, revision=visit.revision + 1))
    assert roster.visits() == [visit]
    roster.withdraw_visit(WithdrawVisit("Xã Hòa Bình", DAY, WHY, revision=visit.revision))
    *_older, newest = history_of(visit.id)
    assert (newest.deed, newest.content()["after"]["withdrawn_why"]) == ("roster.withdraw_visit", WHY)


def test_a_name_given_anew_stays_with_the_new_entry(roster: Roster, number: str) -> None:
    roster.withdraw_model(WithdrawModel("Camera an ninh", WHY))
    roster.note_model(NoteModel("Camera an ninh", "người khác"))
    with pytest.raises(RuleBroken) as refused:
        roster.reinstate_model(ReinstateModel("Camera an ninh"))
    assert refused.value.code == "roster.model.known"
    assert [(row.founder, row.copies) for row in roster.models()] == [("người khác", ())]


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        (lambda roster: roster.hold_course(HoldCourse("NGHIỆP VỤ", DAY)), "roster.course.known"),
        (lambda roster: roster.note_visit(NoteVisit("xã hoà bình", DAY)), "roster.visit.known"),
        (lambda roster: roster.copy_model(CopyModel("Camera an ninh", place="xã hòa bình")), "roster.copy.known"),
    ],
)
def test_the_same_thing_is_not_entered_twice(
    roster: Roster, number: str, deed: Callable[[Roster], object], code: str
) -> None:
    with pytest.raises(RuleBroken) as refused:
        deed(roster)
    assert refused.value.code == code


def test_of_two_commendations_entered_alike_one_is_taken_out(roster: Roster, number: str) -> None:
    roster.commend(Commend("Giấy khen", DAY, number=number))
    roster.withdraw_commendation(WithdrawCommendation("Lê Văn An", DAY, WHY))
    assert len(roster.commendations()) == 1


def test_a_course_held_every_year_is_told_apart_by_its_first_day(roster: Roster, number: str) -> None:
    again = date(2026, 5, 1)
    roster.hold_course(HoldCourse("Nghiệp vụ", again))
    assert [turn.number for turn in roster.turns("Nghiệp vụ", DAY)] == [number]
    assert roster.turns("Nghiệp vụ") == []
    assert roster.attend(Attend("Nghiệp vụ", (number,), "Giỏi", began=DAY)).turns == 1
    assert roster.edit_course(EditCourse("Nghiệp vụ", DAY, place="Hội trường")).since == DAY
    assert roster.withdraw_turn(WithdrawTurn("Nghiệp vụ", number, DAY)).turns == 0
    roster.withdraw_course(WithdrawCourse("Nghiệp vụ", WHY, DAY))
    assert [(row.since, row.place) for row in roster.courses()] == [(again, None)]
    assert roster.reinstate_course(ReinstateCourse("Nghiệp vụ", DAY)).place == "Hội trường"


def test_a_place_a_model_was_copied_to_is_corrected(roster: Roster, number: str) -> None:
    row = roster.edit_copy(EditCopy("Camera an ninh", "Xã Hòa Bình", new_place="Khu phố 1", clear=("note",)))
    assert (row.place, row.area, row.since, row.note) == ("Khu phố 1", "Khu phố 1", DAY, None)
    roster.copy_model(CopyModel("Camera an ninh", place="Xã Hòa Bình"))
    with pytest.raises(RuleBroken) as refused:
        roster.edit_copy(EditCopy("Camera an ninh", "Khu phố 1", new_place="xã hòa bình"))
    assert (refused.value.code, refused.value.field) == ("roster.copy.known", "new_place")
    assert roster.models()[0].copies == ("Khu phố 1", "Xã Hòa Bình")
