"""The flow: what may follow what, every refusal with its reason, and a history that misses nothing."""

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.messages import mark
from frontdesk.petitions import DEEDS, Kind, Petitions, Register, Status, asks
from frontdesk.petitions.rules import flow
from frontdesk.petitions.rules.eligibility import Condition
from frontdesk.petitions.rules.words import Contact, Ending, Route
from frontdesk.store import CLERKS, Deed, Store, by_number, check, links_of
from tests.frontdesk.petitions.conftest import MODELS

DAY = date(2026, 3, 3)
STEPS: dict[str, Callable[[str], Any]] = {
    "correct": lambda number: asks.Correct(number, place="Chợ mới"),
    "classify": lambda number: asks.Classify(number, Route.FORWARD),
    "reclass": lambda number: asks.Reclass(number, Kind.COMPLAINT, "theo nội dung"),
    "guide": lambda number: asks.Guide(number, "Công an xã"),
    "give_back": lambda number: asks.GiveBack(number, "không thuộc thẩm quyền"),
    "file": lambda number: asks.File(number, "đơn nặc danh"),
    "forward": lambda number: asks.Forward(number, "UBND xã", "12/MTTQ-BTT"),
    "redirect": lambda number: asks.Redirect(number, "Sở Xây dựng", "gửi nhầm nơi"),
    "note_progress": lambda number: asks.NoteProgress(number, accepted=DAY),
    "urge": lambda number: asks.Urge(number, "15/MTTQ-BTT"),
    "answer": lambda number: asks.Answer(number, "đã sửa xong đường", "20/UBND"),
    "tell": lambda number: asks.Tell(number, Contact.PHONE),
    "ask": lambda number: asks.Ask(number, Contact.FACE_TO_FACE, satisfied=False, words="Chưa xong"),
    "close": lambda number: asks.Close(number),
    "reopen": lambda number: asks.Reopen(number, "đường lại hỏng"),
    "pause": lambda number: asks.Pause(number, "thiếu giấy tờ"),
    "resume": lambda number: asks.Resume(number),
    "extend": lambda number: asks.Extend(number, date(2026, 12, 31), "phải xác minh"),
    "withdraw": lambda number: asks.Withdraw(number, "đã tự thỏa thuận"),
    "void": lambda number: asks.Void(number, "ghi hai lần"),
}
LIFE = ("classify", "forward", "urge", "note_progress", "answer", "tell", "ask", "close")


def _register(desk: Petitions, **more: Any) -> str:
    return desk.register(Register(Kind.REPORT, "Đường ngập", sender="Lê Thị An", **more)).number


def _walk(desk: Petitions, number: str, *verbs: str) -> None:
    for verb in verbs:
        getattr(desk, verb)(STEPS[verb](number))


PATHS: dict[Status, tuple[str, ...]] = {
    Status.RECEIVED: (),
    Status.CLASSIFIED: ("classify",),
    Status.GUIDED: ("classify", "guide"),
    Status.RETURNED: ("classify", "give_back"),
    Status.FILED: ("classify", "file"),
    Status.FORWARDED: ("classify", "forward"),
    Status.ANSWERED: ("classify", "forward", "answer"),
    Status.TOLD: ("classify", "forward", "answer", "tell"),
    Status.CLOSED: ("classify", "forward", "answer", "tell", "close"),
}


@pytest.mark.parametrize("status", list(Status))
def test_from_each_status_the_table_is_kept(desk: Petitions, store: Store, status: Status) -> None:
    for verb, ask in STEPS.items():
        number = _register(desk)
        _walk(desk, number, *PATHS[status])
        before = desk.petition(number)
        assert before.status is status
        if verb in flow.allowed(before):
            after = getattr(desk, verb)(ask(number))
            assert after.status is (flow.MOVES[verb].to or status)
        else:
            with pytest.raises(RuleBroken) as refusal:
                getattr(desk, verb)(ask(number))
            assert number in refusal.value.message
            assert desk.petition(number) == before


def test_a_whole_life_is_told_step_by_step(desk: Petitions) -> None:
    number = _register(desk)
    _walk(desk, number, *LIFE)
    row = desk.petition(number)
    assert (row.status, row.closed_as, row.urged, row.satisfied) == (Status.CLOSED, Ending.SETTLED, 1, False)
    assert [step.verb for step in desk.history(number)] == ["register", *LIFE]
    assert {step.user for step in desk.history(number)} == {"Lê Ngọc Thảo"}
    assert [step.document for step in desk.history(number)][2] == "12/MTTQ-BTT"


def test_after_a_thousand_random_walks_every_history_is_complete(desk: Petitions, store: Store) -> None:
    random = Random(5)
    told: dict[str, list[str]] = {}
    # One transaction round all of it: a commit a step would take minutes. Refusals come before anything is written.
    with store.change(Deed("petitions.walks", CLERKS, mark("walk"))):
        for walk in range(1000):
            number = desk.register(Register(Kind.REPORT, f"Việc thứ {walk}", sender=f"Người thứ {walk}")).number
            verbs = ["register"]
            for verb in random.choices(list(STEPS), k=6):
                row = desk.petition(number)
                stuck = verb == "redirect" and row.forwarded_to == "Sở Xây dựng"
                stuck = stuck or (verb == "reclass" and row.kind is Kind.COMPLAINT)
                stuck = stuck or (verb == "extend" and row.due is not None and row.due >= date(2026, 12, 31))
                if verb in flow.allowed(row) and not stuck:
                    _walk(desk, number, verb)
                    verbs.append(verb)
            told[number] = verbs
    assert {number: [step.verb for step in desk.history(number)] for number in told} == told
    assert sum(map(len, told.values())) > 2500
    assert [finding.fault for finding in check(store, MODELS) if not finding.ok] == []
    assert [finding.fault for finding in desk.check() if not finding.ok] == []


def test_an_agency_not_yet_known_is_made_and_said(desk: Petitions) -> None:
    number = _register(desk)
    _walk(desk, number, "classify")
    row = desk.forward(asks.Forward(number, "Ủy ban nhân dân xã"))
    assert row.notices == ("“Ủy ban nhân dân xã” was not yet among the agencies and was added.",)
    other = _register(desk)
    _walk(desk, other, "classify")
    assert desk.forward(asks.Forward(other, "UBND  Xã")).forwarded_to == "Ủy ban nhân dân xã"


def test_a_wrong_forwarding_is_corrected_and_kept(desk: Petitions) -> None:
    number = _register(desk)
    _walk(desk, number, "classify", "forward", "urge", "redirect")
    row = desk.petition(number)
    assert (row.forwarded_to, row.upward, row.status) == ("Sở Xây dựng", True, Status.FORWARDED)
    assert desk.history(number)[-1].text == "UBND xã → Sở Xây dựng: gửi nhầm nơi"


def test_what_the_office_settles_itself_is_answered_without_forwarding(desk: Petitions) -> None:
    number = _register(desk)
    desk.classify(asks.Classify(number, Route.ACCEPT))
    assert desk.answer(asks.Answer(number, "đã hòa giải")).status is Status.ANSWERED


def test_an_anonymous_petition_is_closed_without_telling_anybody(desk: Petitions) -> None:
    number = desk.register(Register(Kind.REPORT, "Đèn hỏng")).number
    _walk(desk, number, "classify", "forward", "answer")
    assert desk.close(asks.Close(number)).status is Status.CLOSED


def test_reopening_counts_from_the_day_it_is_done(desk: Petitions) -> None:
    number = _register(desk, received=date(2026, 1, 5))
    _walk(desk, number, *LIFE)
    row = desk.reopen(asks.Reopen(number, "chưa giải quyết xong"))
    assert (row.status, row.settled, row.answered, row.opened) == (Status.CLASSIFIED, None, None, DAY)
    assert row.due == date(2026, 3, 17)
    assert "10 ngày làm việc kể từ ngày mở lại 03/3/2026" in (row.due_why or "")


@pytest.mark.parametrize("day", [date(2026, 3, 4), date(2026, 3, 1)])
def test_no_step_is_taken_in_the_future_or_before_the_petition_came(desk: Petitions, day: date) -> None:
    number = _register(desk, received=date(2026, 3, 2))
    with pytest.raises(RuleBroken) as refusal:
        desk.classify(asks.Classify(number, Route.FILE, day=day))
    assert refusal.value.field == "day"


def test_a_duplicate_is_offered_and_joined_only_by_the_clerk(desk: Petitions) -> None:
    first = _register(desk)
    row = desk.register(Register(Kind.REPORT, "Duong ngap", sender="le thi an"))
    assert first in row.notices[0]
    assert desk.petition(row.number).duplicate_of_id is None
    joined = desk.join(asks.Join(row.number, first))
    assert (joined.status, joined.closed_as) == (Status.CLOSED, Ending.JOINED)
    assert [link.other.number for link in desk.related(first)] == [row.number]


def test_conditions_of_another_kind_are_refused(desk: Petitions) -> None:
    number = _register(desk)
    with pytest.raises(RuleBroken):
        desk.classify(asks.Classify(number, Route.FILE, lacks=(Condition.ACCUSED,)))
    row = desk.classify(asks.Classify(number, Route.FILE, lacks=(Condition.SIGNED, Condition.DATED)))
    assert row.lacks == ("signed", "dated")
    assert desk.classify(asks.Classify(number, Route.FILE, lacks=())).lacks == ()


def test_petitions_above_our_competence_go_up_in_one_list(desk: Petitions) -> None:
    numbers = [_register(desk) for _each in range(3)]
    for number in numbers[:2]:
        desk.classify(asks.Classify(number, Route.FORWARD, to="Sở Nông nghiệp và Môi trường"))
    desk.classify(asks.Classify(numbers[2], Route.FORWARD, to="UBND xã"))
    rows = desk.submit_upward(asks.SubmitUpward("Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh", document="30/MTTQ-BTT"))
    assert [(row.number, row.upward, row.forward_document) for row in rows] == [
        (number, True, "30/MTTQ-BTT") for number in numbers[:2]
    ]
    assert desk.petition(numbers[2]).status is Status.CLASSIFIED


def test_a_whole_agency_is_urged_in_one_letter(desk: Petitions, store: Store, clock: Any) -> None:
    numbers = [_register(desk) for _each in range(3)]
    for number in numbers:
        _walk(desk, number, "classify", "forward")
    clock.moment = clock.moment.replace(month=4)
    assert [(agency.name, count) for agency, count in desk.owing()] == [("UBND xã", 3)]
    rows = desk.urge_agency(asks.UrgeAgency("ubnd xã", document="31/MTTQ-BTT"))
    assert [(row.urged, row.urged_on) for row in rows] == [(1, date(2026, 4, 3))] * 3
    assert desk.owing() == []
    with pytest.raises(RuleBroken):
        desk.urge_agency(asks.UrgeAgency("UBND xã"))


def test_an_agency_that_is_no_more_hands_over_what_it_owes(desk: Petitions) -> None:
    number = _register(desk)
    _walk(desk, number, "classify", "forward")
    with pytest.raises(RuleBroken):
        desk.end_agency(asks.EndAgency("UBND xã"))
    desk.add_agency(asks.AddAgency("Phòng Kinh tế", competence="đường, điện"))
    desk.end_agency(asks.EndAgency("UBND xã", successor="Phòng Kinh tế"))
    assert desk.petition(number).forwarded_to == "Phòng Kinh tế"
    assert [agency.name for agency in desk.competent("sửa đường")] == ["Phòng Kinh tế"]


def test_a_part_of_a_letter_is_linked_with_it_both_ways(desk: Petitions) -> None:
    first = _register(desk)
    part = desk.register(Register(Kind.COMPLAINT, "Phần khiếu nại", split_from=first)).number
    entity = by_number(part)
    assert entity is not None
    assert [link.other.number for link in links_of(entity.id)] == [first]
    assert [row.other for row in desk.history(first) if row.verb == "link"] == [part]


def test_every_deed_has_its_method_and_its_request(desk: Petitions) -> None:
    for deed in DEEDS:
        assert callable(getattr(desk, deed.verb))
        assert deed.takes is not None
        assert deed.inverse is None or deed.inverse in {other.name for other in DEEDS}


def test_who_sent_a_joined_petition_is_asked_about_the_first_one_only(desk: Petitions) -> None:
    first, second = _register(desk), _register(desk)
    desk.join(asks.Join(second, first))
    assert "ask" not in desk.allowed(second)
    with pytest.raises(RuleBroken) as refusal:
        desk.ask(asks.Ask(second, satisfied=True, how=Contact.PHONE))
    assert refusal.value.code == "petitions.flow.nothing_to_ask"
