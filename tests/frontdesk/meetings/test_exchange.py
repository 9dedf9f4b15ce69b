"""Meetings as JSON: nothing is lost, nothing is invented, and what does not fit is named."""

import json
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from frontdesk.errors import RuleBroken
from frontdesk.meetings import Meetings
from frontdesk.meetings.exchange import read_meetings, text_of, write_meeting
from frontdesk.office import ListAsk
from tests.frontdesk.meetings import making

DIFFERENT = count()
LEAST = {"kind": "seminar", "title": "Tọa đàm", "starts": "2026-06-17T07:30"}


def given_back(meetings: Meetings, number: str) -> dict[str, Any]:
    (found,) = [each for each in meetings.listing(ListAsk()) if each["number"] == number]
    return found


@given(making.meetings)
def test_any_meeting_is_written_as_it_was_read(content: dict[str, Any]) -> None:
    (row,) = read_meetings(json.dumps(content))
    written = making.recorded(write_meeting(row))
    was = written.pop("was", {})
    assert {key: was[key] for key in was if key != "was"} == making.recorded(
        {key: content.pop(key, None) for key in ("number", "status", "paper_number")}
    )
    for site in content.get("sites") or []:
        if isinstance(site, dict) and site.get("head_count") is None:
            content["sites"][content["sites"].index(site)] = site["name"]
    for task in content.get("tasks") or []:
        task["status"] = task.get("status") or "open"
    for vote in written.get("votes", []):
        vote.pop("names", None)
    for vote in content.get("votes") or []:
        vote.pop("names", None)
    assert written == making.recorded(content)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(making.meetings)
def test_any_meeting_passes_through_the_office_without_loss(meetings: Meetings, content: dict[str, Any]) -> None:
    text = json.dumps({**content, "title": f"{content['title']} {next(DIFFERENT)}"})
    (number,) = meetings.import_json(text)
    (read,) = read_meetings(text)
    kept = meetings.meeting(number)
    assert replace(kept, number=None, status=None) == read
    (again,) = read_meetings(text_of([kept]))
    assert replace(again, was=None) == replace(read, was=None)


@pytest.mark.parametrize("sample", ["briefing", "seminar"])
def test_a_sample_comes_back_with_every_key_it_had(
    sample: str, meetings: Meetings, request: pytest.FixtureRequest
) -> None:
    text: str = request.getfixturevalue(sample)
    (number,) = meetings.import_json(text)
    content = json.loads(text)
    for task in content["tasks"]:
        task["status"] = "open"
    back = making.recorded(given_back(meetings, number))
    assert {key: back[key] for key in making.recorded(content)} == making.recorded(content)
    assert back.keys() - content.keys() == {"number", "status"}


def test_a_second_import_changes_nothing_and_gives_the_same_numbers(
    meetings: Meetings, briefing: str, seminar: str
) -> None:
    both = f"[{briefing}, {seminar}]"
    numbers = meetings.import_json(both)
    before = meetings.listing(ListAsk())
    assert numbers == ("HN-2026-0001", "HN-2026-0002")
    assert meetings.import_json(both) == numbers
    assert meetings.import_json(seminar) == ("HN-2026-0002",)
    assert meetings.listing(ListAsk()) == before


def test_the_list_of_one_office_imports_into_another_and_its_numbers_stand_under_was(
    meetings: Meetings, briefing: str
) -> None:
    theirs = {**json.loads(briefing), "number": "HN-2026-0017", "status": "final", "paper_number": "05/BB-MTTQ-BTT"}
    (number,) = meetings.import_json(json.dumps(theirs))
    back = given_back(meetings, number)
    assert (back["number"], back["status"], back["paper_number"]) == ("HN-2026-0001", "draft", None)
    assert back["was"] == {"number": "HN-2026-0017", "status": "final", "paper_number": "05/BB-MTTQ-BTT"}
    assert meetings.import_json(json.dumps([back])) == (number,)
    assert meetings.import_json(json.dumps(theirs)) == (number,)


def test_two_meetings_of_another_office_that_differ_in_number_alone_stay_two(meetings: Meetings) -> None:
    twins = json.dumps([{**LEAST, "number": "HN-2026-0003"}, {**LEAST, "number": "HN-2026-0004"}])
    assert meetings.import_json(twins) == ("HN-2026-0001", "HN-2026-0002")
    assert meetings.import_json(twins) == ("HN-2026-0001", "HN-2026-0002")


def test_the_same_meeting_twice_in_one_text_is_one(meetings: Meetings) -> None:
    assert meetings.import_json(json.dumps([LEAST, LEAST])) == ("HN-2026-0001", "HN-2026-0001")


def test_numbers_are_per_year_of_the_start(meetings: Meetings) -> None:
    texts = [{**LEAST, "starts": f"{year}-01-05T08:00"} for year in (2026, 2025, 2026)]
    texts[2]["title"] = "Khác"
    assert meetings.import_json(json.dumps(texts)) == ("HN-2026-0001", "HN-2025-0001", "HN-2026-0002")


def test_one_bad_meeting_keeps_all_of_a_list_out(meetings: Meetings) -> None:
    with pytest.raises(RuleBroken) as caught:
        meetings.import_json(json.dumps([LEAST, {**LEAST, "titel": "x"}]))
    assert caught.value.field == "[1].titel"
    assert meetings.listing(ListAsk()) == []


def test_a_dry_run_writes_nothing_and_names_what_is_here(meetings: Meetings, briefing: str, seminar: str) -> None:
    assert meetings.import_json(briefing, dry_run=True) == ()
    meetings.import_json(seminar)
    assert meetings.import_json(f"[{briefing}, {seminar}]", dry_run=True) == ("HN-2026-0001",)
    assert len(meetings.listing(ListAsk())) == 1


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"colour": 1}, "unknown_key", "colour"),
        ({"delegates": [{"name": "A"}, {"name": "B", "phone": "0"}]}, "unknown_key", "delegates[1].phone"),
        ({"votes": [{"question": "?", "for": "30"}]}, "type", "votes[0].for"),
        ({"votes": [{"question": "?", "for": True}]}, "type", "votes[0].for"),
        ({"votes": [{"question": "?", "for": 30.0}]}, "type", "votes[0].for"),
        ({"votes": [{"question": "?", "for": -1}]}, "number", "votes[0].for"),
        ({"votes": [{"question": "?", "majority": "2"}]}, "value", "votes[0].majority"),
        ({"votes": [{"question": "?", "majority": "1/0"}]}, "value", "votes[0].majority"),
        ({"votes": [{"question": "?", "base": "all"}]}, "value", "votes[0].base"),
        ({"votes": [{"question": "?", "names": "A"}]}, "type", "votes[0].names"),
        ({"votes": [{"question": "?", "names": {"yes": []}}]}, "unknown_key", "votes[0].names.yes"),
        ({"votes": [{"question": "?", "names": [{"choice": "for"}]}]}, "missing", "votes[0].names[0].name"),
        ({"kind": "party"}, "value", "kind"),
        ({"kind": None}, "missing", "kind"),
        ({"title": " \u200b "}, "missing", "title"),
        ({"title": ["x"]}, "type", "title"),
        ({"starts": "2026-02-30T08:00"}, "value", "starts"),
        ({"starts": "2026-06-17"}, "type", "starts"),
        ({"starts": "2026-06-17T08:00+07:00"}, "type", "starts"),
        ({"ends": "2026-06-17T24:00"}, "type", "ends"),
        ({"agenda": [{"title": "x", "at": "25:00"}]}, "type", "agenda[0].at"),
        ({"agenda": [{"title": "x", "outcomes": [{"kind": "task"}]}]}, "missing", "agenda[0].outcomes[0].text"),
        ({"agenda": {}}, "type", "agenda"),
        ({"sites": [3]}, "type", "sites[0]"),
        ({"sites": [None]}, "missing", "sites[0]"),
        ({"conclusion": "x"}, "type", "conclusion"),
        ({"conclusion": [""]}, "missing", "conclusion[0]"),
        ({"tasks": [{"what": "x", "due": "15/07/2026"}]}, "type", "tasks[0].due"),
        ({"tasks": [{"what": "x", "status": "late"}]}, "value", "tasks[0].status"),
        ({"chair": "A"}, "type", "chair"),
        ({"quorum": {"share": "3/2"}}, "value", "quorum.share"),
        ({"convened": 10**9}, "number", "convened"),
        ({"delegates": [{"name": "A", "present": "x"}]}, "type", "delegates[0].present"),
        ({"was": {"id": 1}}, "unknown_key", "was.id"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_path_of_its_key(change: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        read_meetings(json.dumps({**LEAST, **change}))
    assert (caught.value.code, caught.value.field) == (f"meetings.json.{code}", field)
    assert field in caught.value.message


@pytest.mark.parametrize(
    "text",
    ["", "{", "nonsense", "[" * 100_000, '{"convened": ' + "9" * 5000 + "}", '{"convened": NaN}', '{"a":1,"a":2}'],
)
def test_what_is_no_proper_json_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(RuleBroken):
        read_meetings(text)


def test_missing_and_null_are_not_recorded_and_never_nought(meetings: Meetings) -> None:
    (number,) = meetings.import_json(json.dumps({**LEAST, "votes": [{"question": "?", "for": None}]}))
    row = meetings.meeting(number)
    assert (row.convened, row.present, row.votes[0].in_favour, row.ends) == (None, None, None, None)


@pytest.mark.parametrize(("for_", "fits"), [(2, True), (3, False)])
def test_more_votes_than_people_known_to_be_present_are_refused(for_: int, *, fits: bool) -> None:
    delegates = [{"name": "A", "present": True}, {"name": "B", "present": False}]
    content = {
        **LEAST,
        "delegates": delegates,
        "sites": [{"name": "S", "head_count": 2}],
        "votes": [{"question": "?", "for": for_, "against": 1}],
    }
    if fits:
        assert read_meetings(json.dumps(content))
    else:
        with pytest.raises(RuleBroken, match=r"votes\[0\]"):
            read_meetings(json.dumps(content))


def test_votes_stand_when_nobody_recorded_who_was_present() -> None:
    assert read_meetings(json.dumps({**LEAST, "convened": 3, "votes": [{"question": "?", "for": 90}]}))


def test_figures_that_do_not_add_up_are_a_warning_not_a_refusal(meetings: Meetings) -> None:
    content = {**LEAST, "convened": 1, "ends": "2026-06-17T07:00", "sites": [{"name": "S", "head_count": 5}]}
    (number,) = meetings.import_json(json.dumps(content))
    assert meetings.warnings(number) == (
        "The meeting ends before it starts.",
        "5 are present, but only 1 were convened.",
    )


@pytest.mark.parametrize(
    ("ask", "found"),
    [
        (ListAsk(), 2),
        (ListAsk(search="ngap sau mua"), 1),
        (ListAsk(search="toa dam"), 1),
        (ListAsk(search="Duong Quoc Binh"), 1),
        (ListAsk(search="ho can ngheo de nghi"), 1),
        (ListAsk(search="không có"), 0),
        (ListAsk(status="draft"), 2),
        (ListAsk(status="final"), 0),
        (ListAsk(status="seminar"), 1),
    ],
)
def test_meetings_are_found_by_anything_said_in_them(
    meetings: Meetings, briefing: str, seminar: str, ask: ListAsk, found: int
) -> None:
    meetings.import_json(f"[{briefing}, {seminar}]")
    assert len(meetings.listing(ask)) == found
