"""Meetings read in, papers for somebody and the calendar, by command."""

import json
from pathlib import Path

import pytest

from tests.frontdesk.commands.conftest import Run

MEETING = Path(__file__).parents[2] / "data" / "meetings" / "meeting-briefing.json"


@pytest.fixture
def number(run: Run) -> str:
    return run("import", "meeting", MEETING).out.strip()


@pytest.mark.parametrize("name", ["meeting-briefing", "meeting-seminar"])
def test_the_same_text_again_is_read_in_silence(run: Run, name: str) -> None:
    said = run("import", "meeting", MEETING.with_name(f"{name}.json"))
    assert run("import", "meeting", MEETING.with_name(f"{name}.json")) == said
    assert "kept here" not in said.err


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_other_contents_for_a_meeting_kept_here_are_not_taken_and_it_is_said(
    run: Run, number: str, tmp_path: Path, more: tuple[str, ...]
) -> None:
    before = run("list", "meetings", "--format", "json").out
    other = tmp_path / "other.json"
    other.write_text(json.dumps(json.loads(MEETING.read_text("utf-8")) | {"conclusion": ["Kết luận khác"]}), "utf-8")
    said = run("import", "meeting", other, *more)
    assert (said.status, said.out.strip()) == (0, number)
    assert f"{number} is kept here with other contents" in said.err
    assert run("list", "meetings", "--format", "json").out == before


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_figures_of_a_meeting_that_disagree_are_warned_of_and_taken(
    run: Run, tmp_path: Path, more: tuple[str, ...]
) -> None:
    odd = tmp_path / "odd.json"
    odd.write_text(json.dumps(json.loads(MEETING.read_text("utf-8")) | {"convened": 99}), "utf-8")
    said = run("import", "meeting", odd, *more)
    assert said.status == 0
    assert "do not make the 99 convened" in said.err


@pytest.mark.parametrize(
    ("kind", "whom"), [("invitations", "Các đồng chí Ủy viên Ủy ban"), ("assignment", "Lê Ngọc Thảo")]
)
def test_a_paper_goes_to_whom_it_is_for(run: Run, tmp_path: Path, number: str, kind: str, whom: str) -> None:
    one, all_of_them = tmp_path / "one.pdf", tmp_path / "all.pdf"
    assert run("print", kind, number, "--for", whom, "--out", one).status == 0
    assert run("print", kind, number, "--out", all_of_them).status == 0
    assert all_of_them.stat().st_size > one.stat().st_size > 1000


def test_who_has_no_task_gets_no_notice(run: Run, tmp_path: Path, number: str) -> None:
    ended = run("print", "assignment", number, "--for", "Nobody", "--out", tmp_path / "x.pdf")
    assert ended.status == 1
    assert number in ended.err
    assert not (tmp_path / "x.pdf").exists()


def test_a_paper_for_nobody_in_particular_refuses_a_name(run: Run, tmp_path: Path, number: str) -> None:
    ended = run("print", "agenda", number, "--for", "Lê Ngọc Thảo", "--out", tmp_path / "x.pdf")
    assert ended.status == 2
    assert "--for" in ended.err


def test_the_calendar_is_written_for_the_days_asked_for(run: Run, tmp_path: Path, number: str) -> None:
    path = tmp_path / "lich.ics"
    assert run("export", "calendar", "--from", "1/6/2026", "--to", "30/6/2026", "--out", path).status == 0
    text = path.read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 1
    assert f"UID:{number}@" in text
    assert run("export", "calendar", "--to", "1/6/2026", "--out", path).status == 0
    assert "VEVENT" not in path.read_text(encoding="utf-8")


def test_what_was_recorded_is_emptied_by_command(run: Run, number: str) -> None:
    assert run("do", "meetings", "edit", number, "--clear", "convened", "--clear", "quorum_share").status == 0
    assert run("do", "meetings", "edit_task", number, "--which", "1", "--clear", "due").status == 0
    (row,) = json.loads(run("list", "meetings", "--format", "json").out)
    assert (row["convened"], row["quorum"], row["tasks"][0]["due"]) == (None, None, None)
    assert run("do", "meetings", "edit", number, "--clear", "title").status == 1
