"""What holds for every command: statuses, languages, options anywhere, never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from frontdesk.commands import communes
from frontdesk.store import Store
from tests.conftest import PASSPHRASE, USER
from tests.frontdesk.commands.conftest import Run

ROOT = Path(__file__).parents[3]


def test_a_word_that_is_no_command_is_wrong_usage(run: Run) -> None:
    assert run("dance").status == 2


@pytest.mark.parametrize(
    "words", [("list", "roster"), ("check",), ("backup",), ("do", "office", "end_user", "--name", "x")]
)
def test_a_folder_without_an_office_is_answered_with_the_next_step(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    ended = run("--office", tmp_path / "nowhere", *words)
    assert (ended.status, ended.out) == (3, "")
    assert "init" in ended.err


def test_the_wrong_passphrase_ends_with_three_and_says_nothing_else(run: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("không phải mật khẩu\n", encoding="utf-8")
    ended = run("list", "areas", "--passphrase-file", wrong)
    assert (ended.status, ended.out) == (3, "")
    assert "UniKey" in ended.err


def test_the_passphrase_may_come_from_a_file_with_a_line_end(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FRONTDESK_PASSPHRASE")
    right = tmp_path / "right"
    right.write_text(PASSPHRASE + "\r\n", encoding="utf-8")
    assert run("list", "areas", "--passphrase-file", right).status == 0


def test_a_passphrase_file_that_is_not_there_is_refused_by_name(run: Run, tmp_path: Path) -> None:
    ended = run("list", "areas", "--passphrase-file", tmp_path / "gone")
    assert ended.status == 1
    assert "gone" in ended.err


def test_common_options_stand_before_or_after_the_command(run: Run, office_folder: Path, tmp_path: Path) -> None:
    before = run("--office", office_folder, "--user", USER, "list", "areas", "--format", "json")
    after = run("list", "areas", "--format", "json", "--user", USER, "--office", office_folder)
    assert before == after
    assert before.status == 0


def test_messages_are_vietnamese_unless_english_is_asked_for(run: Run, tmp_path: Path) -> None:
    vietnamese = run("--office", tmp_path / "x", "check", lang="vi").err
    english = run("--office", tmp_path / "x", "check", lang="en").err
    assert vietnamese != english
    assert "thư mục" in vietnamese.lower()


def test_a_bug_ends_with_seventy_and_leaves_its_trace_in_the_log_alone(
    run: Run, office_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> int:
        raise ZeroDivisionError("Nguyễn Văn A")

    monkeypatch.setattr(communes, "run", broken)
    ended = run("communes")
    assert ended.status == 70
    assert "Traceback" not in ended.err + ended.out
    log = (office_folder / "log" / "desk.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log
    assert "broken" in log
    assert "Nguyễn" not in log + ended.err


def test_while_somebody_has_the_office_open_reading_goes_on_and_writing_says_who(run: Run, store: Store) -> None:
    assert store.session.user == USER
    assert run("list", "areas").status == 0
    assert run("check").status == 0
    for words in (("do", "office", "add_area", "--name", "Thôn A"), ("backup",), ("list", "roster", "--sensitive")):
        ended = run(*words)
        assert ended.status == 3
        assert USER in ended.err


def test_a_closed_pipe_is_no_error(office_folder: Path) -> None:
    environment = {**os.environ, "FRONTDESK_OFFICE": str(office_folder), "FRONTDESK_PASSPHRASE": PASSPHRASE}
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run(
        [sys.executable, "main.py", "communes"],
        cwd=ROOT,
        stdout=writer,
        stderr=subprocess.PIPE,
        env=environment,
        check=False,
    )
    os.close(writer)
    assert ended.returncode == 0
    assert ended.stderr == b""


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hoan kiem", "00070, Phường Hoàn Kiếm, Thành phố Hà Nội"),
        ("00070", "00070, Phường Hoàn Kiếm, Thành phố Hà Nội"),
    ],
)
def test_communes_are_found_without_marks_and_by_code(run: Run, typed: str, found: str) -> None:
    assert found in run("communes", typed).out.splitlines()


def test_all_communes_are_listed(run: Run) -> None:
    assert len(run("communes").out.splitlines()) == 3321


def test_a_new_office_is_made_checked_and_never_over_another(run: Run, tmp_path: Path) -> None:
    folder, code = tmp_path / "new", tmp_path / "code.txt"
    words = ("--office", folder, "init", "--commune", "00070", "--user", "Trần Văn Bình", "--recovery-out", code)
    assert run(*words).status == 0
    assert len(code.read_text().split()) == 8
    assert run("--office", folder, "check").status == 0
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert run(*words).status == 3
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("init", "--commune", "99999", "--user", "A"), 1),
        (("init", "--commune", "00070"), 2),
        (("init", "--user", "A"), 2),
    ],
)
def test_an_office_is_not_made_from_half_an_answer(
    run: Run, tmp_path: Path, words: tuple[str, ...], status: int
) -> None:
    folder = tmp_path / "new"
    assert run("--office", folder, *words).status == status
    assert not folder.exists()


def test_do_lists_the_deeds_of_a_slice_and_does_them(run: Run) -> None:
    listed = run("do", "office")
    assert listed.status == 0
    assert "add_area" in listed.out
    assert run("do", "office", "add_area", "--name", "Thôn Đông Hòa", "--households", "120").status == 0
    areas = json.loads(run("list", "areas", "--format", "json").out)
    assert [(area["name"], area["kind"], area["households"]) for area in areas] == [("Thôn Đông Hòa", "village", 120)]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("do",), 2),
        (("do", "kitchen"), 2),
        (("do", "office", "dance"), 2),
        (("do", "office", "add_area"), 2),
        (("do", "office", "add_area", "--name", "Thôn A", "--households", "many"), 2),
        (("do", "office", "add_area", "--name", "Thôn A", "--colour", "red"), 2),
        (("do", "office", "edit_area", "--name", "Thôn Không Có"), 1),
        (("do", "office", "set_day", "--day", "31/2/2026", "--kind", "holiday"), 2),
        (("do", "petitions", "forward", "KN-2026-0001", "--to", "UBND"), 1),
        (("print", "minutes", "HN-2026-0001", "--out", "x.pdf"), 1),
        (("print", "poem", "--out", "x.pdf"), 2),
        (("print", "minutes", "HN-2026-0001", "--out", "x.txt"), 2),
        (("list", "clouds"), 2),
        (("list", "areas", "--from", "31/2/2026"), 2),
        (("import", "roster", "gone.xlsx"), 1),
        (("import", "meeting", "gone.json"), 1),
        (("verify", "gone"), 1),
        (("restore", "gone"), 1),
    ],
)
def test_what_cannot_be_done_ends_as_agreed_and_changes_nothing(run: Run, words: tuple[str, ...], status: int) -> None:
    before = run("list", "journal", "--format", "json").out
    ended = run(*words)
    assert (ended.status, "Traceback" in ended.err) == (status, False)
    assert ended.err
    assert run("list", "journal", "--format", "json").out == before


def test_lists_come_as_table_csv_and_json(run: Run) -> None:
    run("do", "office", "add_area", "--name", "Khu phố 3")
    assert "Khu phố 3" in run("list", "areas").out
    assert run("list", "areas", "--format", "csv").out.splitlines()[0] == "name,kind,households,from,to,merged_into"
    assert json.loads(run("list", "areas", "--format", "json", "--search", "kp 9").out) == []


def test_the_journal_tells_who_did_what(run: Run) -> None:
    run("do", "office", "add_area", "--name", "Khu phố 3")
    entry = json.loads(run("list", "journal", "--format", "json").out)[-1]
    assert (entry["user"], entry["deed"], entry["what"]) == (USER, "office.add_area", "Khu phố 3")


def test_a_backup_is_verified_and_restored(run: Run, tmp_path: Path) -> None:
    run("do", "office", "add_area", "--name", "Khu phố 3")
    made = run("backup", "--to", tmp_path / "stick")
    assert made.status == 0
    folder = Path(made.out.strip())
    assert run("verify", folder).out == "ok\n"
    run("do", "office", "add_area", "--name", "Khu phố 4")
    assert run("restore", folder).status == 0
    assert [row["name"] for row in json.loads(run("list", "areas", "--format", "json").out)] == ["Khu phố 3"]
    assert run("check").status == 0


def test_a_backup_brings_an_office_back_to_an_empty_pc(run: Run, tmp_path: Path) -> None:
    run("do", "office", "add_area", "--name", "Khu phố 3")
    folder = Path(run("backup", "--to", tmp_path / "stick").out.strip())
    assert run("--office", tmp_path / "other-pc", "restore", folder).status == 0
    assert "Khu phố 3" in run("--office", tmp_path / "other-pc", "list", "areas").out


def test_a_damaged_backup_is_told_and_not_restored(run: Run, tmp_path: Path) -> None:
    folder = Path(run("backup", "--to", tmp_path / "stick").out.strip())
    database = folder / "office.db"
    database.write_bytes(database.read_bytes()[:-4096])
    assert run("verify", folder).status == 1
    assert run("restore", folder).status == 1
    assert run("check").status == 0


def test_a_deed_is_named_with_dashes_or_underscores(run: Run) -> None:
    assert run("do", "office", "add-area", "--name", "Thôn A").status == 0
    assert run("do", "office", "add_area", "--name", "Thôn B").status == 0


def test_an_area_cannot_have_fewer_households_than_none(run: Run) -> None:
    assert run("do", "office", "add_area", "--name", "Thôn A", "--households", "-1").status == 1
    assert json.loads(run("list", "areas", "--format", "json").out) == []
