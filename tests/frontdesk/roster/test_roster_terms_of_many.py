"""The terms of many bodies changed in one step: every Front working committee of the commune."""

from datetime import date, timedelta

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.roster import (
    Admit,
    Appoint,
    ChangeTerm,
    ChangeTerms,
    OpenTerm,
    RestoreTerms,
    Roster,
    Seat,
    Step,
    TermFlow,
    WhyEnded,
)
from frontdesk.store import journal_entries

DAY = date(2026, 3, 1)
TERM = "nhiệm kỳ 2026 - 2028"
BODIES = tuple(f"Ban Công tác Mặt trận Khu phố {number}" for number in range(1, 4))


@pytest.fixture
def committees(roster: Roster) -> Roster:
    """Three working committees of two people each; the second body has a term, the others none."""
    for number in range(1, 4):
        for place, post in enumerate(("Trưởng ban", "Thành viên")):
            name = f"Lê Văn {['An', 'Bình', 'Chi', 'Dũng', 'Em', 'Giang'][2 * number - 2 + place]}"
            roster.admit(Admit(name, area=f"Khu phố {number}", post=post, since=date(2023, 1, 1)))
    roster.open_term(OpenTerm(BODIES[1], "nhiệm kỳ 2023 - 2026", date(2023, 1, 1)))
    return roster


def sitting(roster: Roster, on: date) -> list[list[str]]:
    return [[row.person.name for row in roster.members(body, on=on)] for body in BODIES]


def test_one_step_leads_through_all_of_them_and_prints_one_list_of_changes(committees: Roster) -> None:
    flow = TermFlow(lambda body, day: committees.members(body, on=day), bodies=BODIES)
    flow.forward()
    flow.name, flow.day = TERM, DAY
    flow.forward()
    assert [(one.body, one.name) for one in flow.people][2:4] == [(BODIES[1], "Lê Văn Chi"), (BODIES[1], "Lê Văn Dũng")]
    flow.tick_all()
    flow.tick(BODIES[0], "NG-0002", False)
    assert flow.missing is None
    flow.tick(BODIES[0], "NG-0001", False)
    assert (flow.unseated, flow.missing) == ((BODIES[0],), "seats")
    flow.bring_in(BODIES[0], "NG-0003", "Lê Văn Chi", "Trưởng ban")
    assert (flow.counts, flow.missing, flow.people[2].number) == ((4, 1, 2), None, "NG-0003")
    flow.forward()
    assert flow.step is Step.REVIEW
    terms = committees.change_terms(flow.ask())
    assert [(term.body, term.name, term.since, term.until) for term in terms] == [
        (body, TERM, DAY, None) for body in BODIES
    ]
    before = [["Lê Văn An", "Lê Văn Bình"], ["Lê Văn Chi", "Lê Văn Dũng"], ["Lê Văn Em", "Lê Văn Giang"]]
    assert sitting(committees, DAY - timedelta(1)) == before
    assert sitting(committees, DAY) == [["Lê Văn Chi"], *before[1:]]
    changed = {(row.change.value, row.person.name) for row in committees.changes(DAY, DAY)}
    assert changed == {("left", "Lê Văn An"), ("left", "Lê Văn Bình")}


def test_one_body_that_cannot_change_stops_all_and_is_named(committees: Roster) -> None:
    committees.appoint(Appoint("NG-0001", BODIES[2], "Thư ký", since=DAY + timedelta(1)))
    seats = (("NG-0001",), ("NG-0003",), ("NG-0005",))
    changes = tuple(
        ChangeTerm(body, TERM, DAY, tuple(Seat(number) for number in numbers))
        for body, numbers in zip(BODIES, seats, strict=True)
    )
    entries = sum(1 for _entry in journal_entries())
    with pytest.raises(RuleBroken, match="Khu phố 3"):
        committees.change_terms(ChangeTerms(changes))
    assert sum(1 for _entry in journal_entries()) == entries
    for ask in (ChangeTerms(()), ChangeTerms((changes[0], changes[0]))):
        with pytest.raises(RuleBroken) as refused:
            committees.change_terms(ask)
        assert refused.value.code == "roster.term.bodies"


def everyone_stays(roster: Roster) -> None:
    seats = (("NG-0001", "NG-0002"), ("NG-0003", "NG-0004"), ("NG-0005",))
    roster.change_terms(
        ChangeTerms(
            tuple(
                ChangeTerm(body, TERM, DAY, tuple(Seat(number) for number in numbers))
                for body, numbers in zip(BODIES, seats, strict=True)
            )
        )
    )


def test_a_change_of_term_taken_back_leaves_everything_as_it_was(committees: Roster) -> None:
    def told() -> list[object]:
        held = [
            (post.title, post.since, post.until, post.term, post.ended_why)
            for number in range(1, 7)
            for post in committees.person(f"NG-{number:04}").memberships
        ]
        return [held, [(term.body, term.name, term.since, term.until) for term in committees.terms()]]

    before = told()
    everyone_stays(committees)
    assert told() != before
    (again,) = committees.restore_terms(RestoreTerms(BODIES))
    assert (again.name, again.until) == ("nhiệm kỳ 2023 - 2026", None)
    assert told() == before
    assert [finding.fault for finding in committees.check() if finding.fault] == []
    everyone_stays(committees)
    assert len(committees.terms()) == 4


def test_single_bodies_of_a_step_can_be_taken_back(committees: Roster) -> None:
    everyone_stays(committees)
    committees.restore_terms(RestoreTerms((BODIES[2],)))
    assert sitting(committees, DAY)[2] == ["Lê Văn Em", "Lê Văn Giang"]
    assert [term.body for term in committees.terms() if term.name == TERM] == [BODIES[1], BODIES[0]]
    (post,) = committees.person("NG-0005").memberships
    assert post.ended_why is not WhyEnded.TERM_OVER


def test_what_happened_in_the_new_term_stands_in_the_way_and_is_named(committees: Roster) -> None:
    everyone_stays(committees)
    committees.appoint(Appoint("NG-0006", BODIES[2], "Thư ký", since=DAY + timedelta(9)))
    for ask in (RestoreTerms(BODIES), RestoreTerms((BODIES[2],))):
        with pytest.raises(RuleBroken, match="Lê Văn Giang") as refused:
            committees.restore_terms(ask)
        assert refused.value.code == "roster.undo.later"
    assert sum(term.name == TERM for term in committees.terms()) == 3
    with pytest.raises(RuleBroken) as nothing:
        committees.restore_terms(RestoreTerms(()))
    assert nothing.value.field == "bodies"


def test_a_term_that_was_only_entered_has_no_change_to_take_back(committees: Roster) -> None:
    with pytest.raises(RuleBroken) as refused:
        committees.restore_terms(RestoreTerms((BODIES[1],)))
    assert refused.value.code == "roster.term.unchanged"
