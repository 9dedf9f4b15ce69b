"""What nobody should type: figures too large, days out of the world, files that are none. Never a traceback."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from frontdesk.store import SystemClock, creating, opening
from tests.frontdesk.commands.conftest import Ended, Run

SAMPLE = Path(__file__).parents[2] / "data" / "meetings" / "meeting-briefing.json"
ROOT = Path(__file__).parents[3]
HUGE = "99999999999999999999999"


def refused(run: Run, status: int, *words: str | Path) -> Ended:
    """The command ends so, says why in one sentence, and nothing was written."""
    before = run("list", "journal", "--format", "json").out
    ended = run(*words)
    assert (ended.status, "Traceback" in ended.err + ended.out) == (status, False), ended.err
    assert ended.err.strip()
    assert run("list", "journal", "--format", "json").out == before
    return ended


@pytest.mark.parametrize(
    "words",
    [
        ("office", "add_area", "--name", "Thôn A", "--households", HUGE),
        ("roster", "set_post", "--post", "Trưởng ban", "--rank", HUGE),
        ("fund", "close_year", "--year", "-1"),
        ("fund", "close_year", "--year", HUGE),
        ("fund", "receive", "--amount-vnd", HUGE, "--text", "Ủng hộ"),
        ("meetings", "prepare", "--kind", "congress", "--starts", "9999-12-31T23:59"),
        ("meetings", "prepare", "--kind", "congress", "--starts", "2026-06-22T08:00+07:00"),
        ("petitions", "register", "--kind", "proposal", "--summary", "x", "--received", "1/1/1899"),
        ("petitions", "register", "--kind", "proposal", "--summary", "x", "--people", HUGE),
    ],
    ids=lambda words: " ".join(words)[:60],
)
def test_figures_and_days_out_of_the_world_are_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    refused(run, 2, "do", *words)


class Stopped(SystemClock):
    """The clock of a computer whose battery is empty, or that somebody has set wrong."""

    moment = datetime(1, 1, 1)

    def now(self) -> datetime:
        return self.moment


@pytest.mark.parametrize("year", [1, 1899, 2100, 9999])
@pytest.mark.parametrize(
    "words",
    [
        ("do", "petitions", "register", "--kind", "proposal", "--summary", "x"),
        ("list", "reminders"),
        ("print", "petition-report", "--out", "x.pdf"),
        ("backup",),
        ("--office", "made", "init", "--commune", "00070", "--user", "Lê An"),
    ],
    ids=lambda words: " ".join(words)[:30],
)
def test_a_clock_out_of_the_world_is_told_and_nothing_is_done(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], year: int
) -> None:
    monkeypatch.chdir(tmp_path)
    before = run("list", "journal").out
    with monkeypatch.context() as wrong:
        wrong.setattr(Stopped, "moment", datetime(year, 12, 31, 23, 59))
        for module in (opening, creating):
            wrong.setattr(module, "SystemClock", Stopped)
        ended = run(*words)
    assert (ended.status, ended.out) == (3, "")
    assert "Set date and time" in ended.err
    assert run("list", "journal").out == before
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("day", ["1900-01-01", "2099-12-31"])
def test_the_first_and_the_last_day_there_is_are_taken(run: Run, day: str) -> None:
    assert run("do", "meetings", "prepare", "--kind", "quarterly_briefing", "--starts", f"{day}T08:00").status == 0
    assert run("check").status == 0


@pytest.mark.parametrize(
    "name",
    [
        "Tha\u0302\u0301ng 😀 <b>&amp;</b>",
        "=cmd()|' /C calc'!A0",
        "Thôn " + "dài" * 80,
        "%s {0} %(x)s",
        "\u202eThôn ngược",
    ],
    ids=["decomposed and tags", "formula", "long", "formats", "right to left"],
)
def test_odd_letters_come_back_as_they_were_typed_on_every_list_and_paper(run: Run, tmp_path: Path, name: str) -> None:
    words = ("--kind", "proposal", "--summary", name, "--sender", name)
    number = run("do", "petitions", "register", *words).out.strip()
    assert number.startswith("KN-")
    for form in ("table", "csv", "json"):
        assert run("list", "petitions", "--format", form).status == 0
    for kind in ("slip", "case"):
        for ending in ("pdf", "docx"):
            assert run("print", kind, number, "--out", tmp_path / f"a.{ending}").status == 0
    assert run("export", "petitions", "--out", tmp_path / "a.xlsx").status == 0
    assert run("import", "petitions", tmp_path / "a.xlsx").out.startswith("added 0, updated 0, unchanged 1")
    assert run("check").status == 0


@pytest.mark.parametrize("what", ["roster", "petitions", "vouchers"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.csv", b""),
        ("empty.xlsx", b""),
        ("empty.xls", b""),
        ("empty.ods", b""),
        ("noise.csv", bytes(range(256)) * 20),
        ("noise.xlsx", b"PK\x03\x04" + bytes(range(256)) * 20),
        ("blank.csv", b"\n\n,,,\n"),
    ],
)
def test_a_file_that_is_no_sheet_is_refused(run: Run, tmp_path: Path, what: str, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    ended = run("import", what, path)
    assert (ended.status, "Traceback" in ended.err) == (1, False)
    assert run("list", what, "--format", "json").out.strip() == "[]"


def _sample(**changed: object) -> dict[str, object]:
    return {**json.loads(SAMPLE.read_text(encoding="utf-8")), **changed}


BROKEN: dict[str, Callable[[], str]] = {
    "nothing": lambda: "",
    "no object": lambda: "[1, null]",
    "deep": lambda: "[" * 100_000,
    "not a number": lambda: '{"convened": NaN}',
    "long number": lambda: '{"convened": ' + "9" * 6_000 + "}",
    "twin keys": lambda: '{"title": "a", "title": "b"}',
    "unknown key": lambda: json.dumps(_sample(colour="red")),
    "wrong type": lambda: json.dumps(_sample(delegates="ai cũng đến")),
    "wrong kind": lambda: json.dumps(_sample(kind="party")),
    "no such day": lambda: json.dumps(_sample(starts="2026-02-31T08:00")),
    "out of the world": lambda: json.dumps(_sample(starts="9999-12-31T23:59")),
    "before all": lambda: json.dumps(_sample(starts="0001-01-01T00:00")),
    "too many votes": lambda: json.dumps(_sample(votes=[{"question": "?", "for": 999, "against": 0, "abstain": 0}])),
    "negative": lambda: json.dumps(_sample(convened=-1)),
    "one bad of two": lambda: json.dumps([_sample(title="Hội nghị khác"), _sample(colour="red")]),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_meeting_that_does_not_fit_is_refused_whole(run: Run, tmp_path: Path, text: Callable[[], str]) -> None:
    path = tmp_path / "meeting.json"
    path.write_text(text(), encoding="utf-8")
    refused(run, 1, "import", "meeting", path)


@pytest.mark.parametrize("encoding", ["utf-16", "cp1258"])
def test_a_meeting_in_another_encoding_is_refused(run: Run, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "meeting.json"
    path.write_text(json.dumps(_sample(title="Hội nghị Đ")).replace("\\u0110", "Đ"), encoding=encoding)
    refused(run, 1, "import", "meeting", path)


def test_a_scan_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    number = run("import", "meeting", SAMPLE).out.strip()
    assert "gone.pdf" in refused(run, 1, "do", "meetings", "attach_scan", number, "--path", tmp_path / "gone.pdf").err


@pytest.fixture
def heeds_ctrl_c() -> Iterator[None]:
    """What is started hears Ctrl+C, also where the tests themselves run in the background, which shells make deaf."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeds_ctrl_c")
def test_a_command_that_is_stopped_says_one_sentence(tmp_path: Path) -> None:
    """Its passphrase comes through a pipe, so that it surely waits when it is stopped."""
    pipe = tmp_path / "passphrase"
    os.mkfifo(pipe)
    words = ["--office", str(tmp_path), "--lang", "en", "--passphrase-file", str(pipe), "check"]
    command = [sys.executable, str(ROOT / "main.py"), *words]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    with started, pipe.open("w"):
        started.send_signal(signal.SIGINT)
        out, err = started.communicate()
    assert (started.returncode, out) == (130, "")
    assert err == "Stopped. What was not done yet has changed nothing.\n"
