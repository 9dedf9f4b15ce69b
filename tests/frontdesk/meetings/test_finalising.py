"""Final minutes cannot change, print the same bytes, and can be proved."""

import io
import json
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from frontdesk.commands.services import Services
from frontdesk.errors import RuleBroken
from frontdesk.meetings import (
    DEEDS,
    AddOpinion,
    AddRecommendation,
    AnswerRecommendation,
    AttachScan,
    EditNews,
    Finalise,
    FinishTask,
    Issue,
    Kind,
    Meetings,
    MoveTask,
    OutcomeKind,
    PartName,
    Publish,
    PutBack,
    Remove,
    Reopen,
    Reply,
)
from frontdesk.meetings.exchange import read_meetings
from frontdesk.meetings.rules.codes import code_of
from frontdesk.meetings.rules.freezing import Frame, fingerprint, frozen_text, short_fingerprint, thaw
from frontdesk.office import ListAsk, PaperAsk, Set
from frontdesk.paper import print_pdf
from frontdesk.roster import BodyKind
from frontdesk.store import Deed, journal_entries, live
from tests.frontdesk.meetings import making

AFTERWARDS = {
    "reopen", "attach_scan", "finish_task", "drop_task", "resume_task", "move_task", "add_recommendation",
    "edit_recommendation", "answer_recommendation", "edit_news", "publish", "edit_publication", "issue", "take_up",
    "follow", "prepare", "set_template",
}  # fmt: skip
"""The deeds that make another meeting or concern what goes on after the minutes; all others must be refused."""

FRAME = Frame(("ỦY BAN MTTQ VIỆT NAM", "BAN THƯỜNG TRỰC"), "Số: 01/BB-MTTQ-BTT", "Hải Đông, ngày 22 tháng 6 năm 2026")
GIVEN: dict[str, Any] = {
    "which": 1, "to": 1, "text": "x", "name": "x", "title": "x", "question": "x", "what": "x", "place": "x",
    "paragraphs": ("x",), "reason": "x", "part": PartName.TASK, "present": True, "reply": Reply.COMING,
    "day": date(2026, 6, 20), "outcome": 1, "group": "x", "body": None, "in_row": 8,
    "answer": "x", "channel": "Zalo", "paper": "conclusion", "starts": datetime(2026, 9, 22, 8, 0),
    "kind": Kind.QUARTERLY_BRIEFING, "clear": (),
}  # fmt: skip


def printed(meetings: Meetings, number: str) -> bytes:
    target = io.BytesIO()
    print_pdf(meetings.paper("minutes", PaperAsk(number)), target)
    return target.getvalue()


def faults(meetings: Meetings) -> list[str]:
    return [finding.fault for finding in meetings.check() if finding.fault is not None]


def test_final_minutes_have_the_next_number_of_the_book(meetings: Meetings, held: str, seminar: str) -> None:
    (other,) = meetings.import_json(seminar)
    assert meetings.meeting(held).paper_number is None
    assert meetings.finalise(Finalise(held)).paper_number == "01/BB-MTTQ-BTT"
    row = meetings.finalise(Finalise(other))
    assert (row.paper_number, row.status) == ("02/BB-MTTQ-BTT", "final")


def test_a_draft_takes_no_number_and_writes_nothing(meetings: Meetings, held: str) -> None:
    before = len(list(journal_entries()))
    assert printed(meetings, held) == printed(meetings, held)
    assert len(list(journal_entries())) == before
    assert meetings.kept("minutes", PaperAsk(held)) is None


def test_a_second_print_is_equal_to_the_byte_and_to_the_kept_file(meetings: Meetings, final: str) -> None:
    assert printed(meetings, final) == meetings.kept("minutes", PaperAsk(final))
    assert meetings.kept("agenda", PaperAsk(final)) is None


def asked(deed: Deed, number: str, path: Path) -> Any:
    """A request of that deed that would change the meeting."""
    assert deed.takes is not None
    kinds = {"invite_group": BodyKind.COMMITTEE, "add_outcome": OutcomeKind.NOTE}
    given = {**GIVEN, "number": number, "code": code_of(number, 1), "path": path}
    if deed.verb in kinds:
        given["kind"] = kinds[deed.verb]
    if deed.verb == "move_task":
        given["to"] = date(2026, 9, 1)
    keys = {each.name for each in fields(deed.takes)}
    return deed.takes(**{key: value for key, value in given.items() if key in keys})


@pytest.mark.parametrize("deed", [deed for deed in DEEDS if deed.verb not in AFTERWARDS], ids=lambda deed: deed.verb)
def test_no_deed_changes_final_minutes(meetings: Meetings, final: str, deed: Deed, tmp_path: Path) -> None:
    before = meetings.listing(ListAsk())
    with pytest.raises(RuleBroken) as caught:
        getattr(meetings, deed.verb)(asked(deed, final, tmp_path))
    assert caught.value.code == "meetings.final"
    assert meetings.listing(ListAsk()) == before
    assert faults(meetings) == []


@pytest.mark.parametrize("deed", [deed for deed in DEEDS if deed.verb in AFTERWARDS], ids=lambda deed: deed.verb)
def test_what_may_be_done_to_a_final_meeting_leaves_its_minutes_as_they_are(
    meetings: Meetings, final: str, deed: Deed, tmp_path: Path
) -> None:
    scan = tmp_path / "bản ký.pdf"
    scan.write_bytes(b"%PDF-1.7 scan")
    meetings.add_recommendation(AddRecommendation(final, "Công khai quy hoạch"))
    meetings.publish(Publish(final, "Bản tin"))
    before, version = printed(meetings, final), meetings.versions(final)[0]
    if deed.verb == "take_up":
        with pytest.raises(RuleBroken):
            getattr(meetings, deed.verb)(asked(deed, final, scan))
    else:
        getattr(meetings, deed.verb)(asked(deed, final, scan))
    after = meetings.versions(final)[0]
    assert (after.content, after.fingerprint, after.pdf) == (version.content, version.fingerprint, version.pdf)
    assert meetings.meeting(final).final is (deed.verb != "reopen")
    if deed.verb != "reopen":
        assert printed(meetings, final) == before == meetings.kept_minutes(final)
    assert faults(meetings) == []


@pytest.mark.parametrize("part", list(PartName))
def test_no_entry_of_the_minutes_is_taken_out_once_they_are_final(
    meetings: Meetings, final: str, part: PartName
) -> None:
    meetings.add_recommendation(AddRecommendation(final, "Công khai quy hoạch"))
    meetings.publish(Publish(final, "Bản tin"))
    before = printed(meetings, final)
    if part in (PartName.RECOMMENDATION, PartName.PUBLICATION):
        meetings.remove(Remove(final, part, 1))
        meetings.put_back(PutBack(final, part))
    else:
        for deed, ask in ((meetings.remove, Remove(final, part, 1)), (meetings.put_back, PutBack(final, part))):
            with pytest.raises(RuleBroken) as caught:
                deed(ask)
            assert caught.value.code == "meetings.final"
    assert printed(meetings, final) == before
    assert faults(meetings) == []


def test_final_minutes_read_in_again_stay_as_they_are(meetings: Meetings, final: str, briefing: str) -> None:
    before = printed(meetings, final)
    assert meetings.import_json(briefing) == (final,)
    assert printed(meetings, final) == before
    assert faults(meetings) == []


def test_what_goes_on_afterwards_changes_no_final_minutes(meetings: Meetings, final: str, tmp_path: Path) -> None:
    before = printed(meetings, final)
    meetings.finish_task(FinishTask(final, 1, "Đã rà soát 12 hộ", "12/BC-MTTQ-BTT"))
    meetings.move_task(MoveTask(final, 2, to=date(2026, 7, 1)))
    meetings.add_recommendation(AddRecommendation(final, "Công khai quy hoạch", "UBND phường", date(2026, 8, 1)))
    meetings.answer_recommendation(AnswerRecommendation(final, 1, answer="Đã công khai"))
    meetings.edit_news(EditNews(final, text="Tin ngắn"))
    meetings.publish(Publish(final, "Zalo khu phố 3"))
    meetings.issue(Issue(final, "conclusion"))
    scan = tmp_path / "bản ký.pdf"
    scan.write_bytes(b"%PDF-1.7 scan")
    meetings.attach_scan(AttachScan(final, scan))
    assert printed(meetings, final) == before == meetings.kept_minutes(final)
    assert faults(meetings) == []
    assert [file.name for file in meetings.files(final)] == ["01-BB-MTTQ-BTT (1).pdf", "bản ký.pdf"]


def test_the_office_may_change_its_letterhead_and_old_minutes_stay(
    services: Services, meetings: Meetings, final: str
) -> None:
    before = printed(meetings, final)
    services.office.set(Set("office.organ_line", "BAN KHÁC"))
    services.office.set(Set("meetings.closing", "Hết."))
    assert printed(meetings, final) == before
    assert faults(meetings) == []


def test_minutes_without_an_end_are_not_finalised(meetings: Meetings) -> None:
    (number,) = meetings.import_json('{"kind": "seminar", "title": "x", "starts": "2026-06-01T08:00"}')
    with pytest.raises(RuleBroken) as caught:
        meetings.finalise(Finalise(number))
    assert caught.value.field == "ends"
    assert meetings.meeting(number).paper_number is None


def test_reopening_needs_a_reason_and_keeps_the_old_version(meetings: Meetings, final: str) -> None:
    old = meetings.kept_minutes(final)
    with pytest.raises(RuleBroken) as caught:
        meetings.reopen(Reopen(final, " "))
    assert caught.value.field == "reason"
    assert meetings.reopen(Reopen(final, "thiếu một ý kiến")).status == "draft"
    assert meetings.kept_minutes(final) is None
    with pytest.raises(RuleBroken):
        meetings.reopen(Reopen(final, "lần nữa"))
    meetings.add_opinion(AddOpinion(final, "Ý kiến thiếu", "Lê Thanh Lộc"))
    row = meetings.finalise(Finalise(final))
    first, second = meetings.versions(final)
    assert row.paper_number == first.paper_number == second.paper_number == "01/BB-MTTQ-BTT"
    assert (first.reopened_because, second.reopened_because) == ("thiếu một ý kiến", None)
    assert first.fingerprint != second.fingerprint
    assert meetings.kept_minutes(final) != old
    assert len(meetings.files(final)) == 2
    assert faults(meetings) == []


def test_a_scan_that_cannot_be_read_is_said(meetings: Meetings, final: str, tmp_path: Path) -> None:
    with pytest.raises(RuleBroken):
        meetings.attach_scan(AttachScan(final, tmp_path / "không có.pdf"))


def test_a_fingerprint_typed_from_paper_finds_its_meeting(meetings: Meetings, final: str) -> None:
    (version,) = meetings.versions(final)
    for typed in (version.short, version.short.lower(), version.fingerprint):
        found = meetings.by_fingerprint(typed)
        assert found is not None
        assert found.number == final
    assert meetings.by_fingerprint("0000 0000 0000 0000") is None
    assert meetings.by_fingerprint("") is None


def test_check_tells_whose_minutes_a_fingerprint_is(services: Services, meetings: Meetings, final: str) -> None:
    (version,) = meetings.versions(final)
    for typed in (version.short, version.fingerprint):
        proof = services.check(typed)[-1]
        assert proof.ok
        assert final in proof.subject
    assert not services.check("0000 0000 0000 0000")[-1].ok
    assert meetings.check_fingerprint("12 0000") is None


# Proof


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE meeting SET title = 'Khác' WHERE number = ?",
        "UPDATE meeting_delegate SET name = 'Khác' WHERE meeting_id = (SELECT id FROM meeting WHERE number = ?)",
        "UPDATE meeting_vote SET in_favour = 30 WHERE meeting_id = (SELECT id FROM meeting WHERE number = ?)",
        "UPDATE meeting_conclusion SET ended = 1 WHERE meeting_id = (SELECT id FROM meeting WHERE number = ?)",
        "UPDATE meeting_task SET due = NULL WHERE meeting_id = (SELECT id FROM meeting WHERE number = ?)",
        "UPDATE meeting SET paper_number = '02/BB-MTTQ-BTT' WHERE number = ?",
        "UPDATE meeting_minutes SET content = content || ' ' WHERE ? > ''",
        "DELETE FROM meeting_minutes WHERE meeting_id = (SELECT id FROM meeting WHERE number = ?)",
    ],
)
def test_what_was_changed_behind_the_programs_back_is_found(meetings: Meetings, final: str, statement: str) -> None:
    assert faults(meetings) == []
    live.execute_sql(statement, (final,))
    (fault,) = faults(meetings)
    assert final in fault


def test_record_and_frozen_text_changed_alike_are_found_by_the_fingerprint(meetings: Meetings, final: str) -> None:
    title = meetings.meeting(final).title
    live.execute_sql("UPDATE meeting SET title = ? WHERE number = ?", ("Tên khác", final))
    live.execute_sql("UPDATE meeting_minutes SET content = replace(content, ?, ?)", (title, "Tên khác"))
    (fault,) = faults(meetings)
    assert "fingerprint" in fault


def test_an_old_version_that_was_changed_is_found(meetings: Meetings, final: str) -> None:
    meetings.reopen(Reopen(final, "thiếu một ý kiến"))
    meetings.finalise(Finalise(final))
    live.execute_sql("UPDATE meeting_minutes SET content = replace(content, 'phường', 'xã') WHERE rank = 1")
    (fault,) = faults(meetings)
    assert "version 1" in fault


def test_a_kept_file_that_is_gone_is_found(services: Services, meetings: Meetings, final: str) -> None:
    (version,) = meetings.versions(final)
    services.store.vault.path(version.pdf).unlink()
    (fault,) = faults(meetings)
    assert "PDF" in fault


def test_more_votes_than_present_are_found(meetings: Meetings, held: str) -> None:
    live.execute_sql("UPDATE meeting_vote SET in_favour = 900")
    (fault,) = faults(meetings)
    assert "901 votes" in fault


# The frozen text


@given(making.meetings)
def test_a_frozen_text_thaws_into_what_it_was_made_of(content: dict[str, Any]) -> None:
    (row,) = read_meetings(json.dumps(content))
    text = frozen_text(row, FRAME)
    thawed, frame = thaw(text)
    assert frame == FRAME
    assert frozen_text(thawed, frame) == text
    assert thawed.opinions == row.opinions


def test_the_fixed_text_never_changes_its_form() -> None:
    content = {"kind": "seminar", "title": "Tọa đàm", "starts": "2026-06-17T07:30", "ends": "2026-06-17T10:45",
               "votes": [{"question": "?", "for": 0}], "tasks": [{"what": "x", "status": "done"}]}  # fmt: skip
    (row,) = read_meetings(json.dumps(content))
    assert frozen_text(row, Frame(("A",), "Số: 01/BB", "B")) == (
        "front desk minutes 1\n"
        '{"frame":{"issuer_lines":["A"],"number_line":"Số: 01/BB","place_date":"B","version":1},'
        '"meeting":{"ends":"2026-06-17T10:45","kind":"seminar","starts":"2026-06-17T07:30",'
        '"tasks":[{"what":"x"}],"title":"Tọa đàm","votes":[{"for":0,"question":"?"}]}}'
    )


@pytest.mark.parametrize(
    ("key", "value", "same"),
    [
        ("seat", "A1", True), ("reply", "declined", True), ("reply_note", "bận", True), ("speaks", 1, True),
        ("present", False, False), ("substitute", "Lê Thị An", False), ("position", "Bí thư", False),
    ],
)  # fmt: skip
def test_only_what_the_minutes_say_of_a_delegate_is_in_their_text(key: str, value: Any, *, same: bool) -> None:
    texts = []
    for more in ({}, {key: value}):
        delegate = {"name": "Trần Văn Hòa", **more}
        content = {"kind": "seminar", "title": "Tọa đàm", "starts": "2026-06-17T07:30", "delegates": [delegate]}
        (row,) = read_meetings(json.dumps(content))
        texts.append(frozen_text(row, FRAME))
    assert (texts[0] == texts[1]) == same


def test_a_fingerprint_is_grouped_for_people() -> None:
    full = fingerprint("front desk")
    assert len(full) == 64
    assert short_fingerprint(full) == " ".join(full[place : place + 4].upper() for place in (0, 4, 8, 12))


def test_a_text_of_another_version_is_not_thawed() -> None:
    with pytest.raises(ValueError, match="minutes 2"):
        thaw("front desk minutes 2\n{}")


def test_a_print_of_final_minutes_is_the_kept_file_whatever_prints_today(
    services: Services, final: str, tmp_path: Path
) -> None:
    """What was kept is given out, even where a later program or other fonts would lay the page out otherwise."""
    (version,) = services.meetings.versions(final)
    other = services.store.vault.put(b"%PDF-1.7 as it was signed")
    live.execute_sql("UPDATE meeting_minutes SET pdf = ? WHERE pdf = ?", (other, version.pdf))
    services.print_paper("minutes", PaperAsk(final), tmp_path / "minutes.pdf")
    assert (tmp_path / "minutes.pdf").read_bytes() == b"%PDF-1.7 as it was signed"
    services.print_paper("minutes", PaperAsk(final), tmp_path / "minutes.docx")
    assert (tmp_path / "minutes.docx").read_bytes().startswith(b"PK")
