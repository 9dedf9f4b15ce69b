"""The flow on the command line: each step by `do` where the table allows it, refused with the reason elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image

from frontdesk.commands.program import run_program
from frontdesk.commands.services import build
from frontdesk.petitions import Kind, Petitions, Register, Status, asks
from frontdesk.petitions.rules import flow
from frontdesk.petitions.rules.words import Route
from frontdesk.store import open_store
from tests.conftest import PASSPHRASE, USER, StandingClock
from tests.frontdesk.petitions.test_flow import PATHS, STEPS

SCAN = "đơn.png"
WORDS: dict[str, tuple[str, ...]] = {
    "correct": ("--place", "Chợ mới"),
    "attach": ("--path", SCAN),
    "detach": ("--name", SCAN, "--reason", "nhầm đơn"),
    "classify": ("--route", "forward"),
    "reclass": ("--kind", "complaint", "--reason", "theo nội dung"),
    "guide": ("--to", "Công an xã"),
    "give_back": ("--reason", "không thuộc thẩm quyền"),
    "file": ("--reason", "đơn nặc danh"),
    "forward": ("--to", "UBND xã", "--document", "12/MTTQ-BTT"),
    "redirect": ("--to", "Sở Xây dựng", "--reason", "gửi nhầm nơi"),
    "note_progress": ("--text", "đang xác minh"),
    "urge": ("--document", "15/MTTQ-BTT"),
    "answer": ("--result", "đã sửa xong đường"),
    "tell": ("--how", "phone"),
    "ask": ("--how", "face_to_face", "--satisfied", "yes"),
    "close": (),
    "reopen": ("--reason", "đường lại hỏng"),
    "pause": ("--reason", "thiếu giấy tờ"),
    "resume": (),
    "extend": ("--to", "31/12/2030", "--reason", "phải xác minh"),
    "withdraw": ("--reason", "đã tự thỏa thuận"),
    "join": ("--to", "KN-2026-0001"),
    "void": ("--reason", "ghi hai lần"),
}
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, office_folder: Path, tmp_path: Path
) -> Run:
    monkeypatch.setenv("FRONTDESK_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("FRONTDESK_OFFICE", str(office_folder))
    Image.new("L", (60, 80), 200).save(tmp_path / SCAN, "PNG")
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> tuple[int, str]:
        capsys.readouterr()
        status = run_program(["--lang", "en", *words])
        captured = capsys.readouterr()
        return status, captured.out + captured.err

    return call


@contextmanager
def opened(folder: Path) -> Iterator[Petitions]:
    store = open_store(folder, USER, PASSPHRASE, clock=StandingClock(datetime(2026, 3, 3, 9)))
    yield build(store).petitions
    store.close()


def prepared(folder: Path, status: Status, verb: str) -> str:
    """A petition of this status, ready for the step where more than the status is asked."""
    with opened(folder) as desk:
        desk.register(Register(Kind.REPORT, "Việc trước", sender="Trần Văn Bình"))
        number = desk.register(Register(Kind.REPORT, "Đường ngập", sender="Lê Thị An")).number
        for step in PATHS[status]:
            getattr(desk, step)(STEPS[step](number))
        if verb == "resume" and status in flow.MOVES["pause"].start:
            desk.pause(STEPS["pause"](number))
        if verb == "detach":
            desk.attach(asks.Attach(number, SCAN))
        if verb == "answer" and status is Status.CLASSIFIED:
            desk.classify(asks.Classify(number, Route.ACCEPT))
    return number


def test_every_step_of_the_table_is_tried() -> None:
    assert set(WORDS) == set(flow.MOVES)


@pytest.mark.parametrize(
    ("verb", "status"),
    [(verb, status) for verb, move in flow.MOVES.items() for status in Status if status in move.start],
)
def test_a_step_the_table_allows_is_done_by_words(run: Run, office_folder: Path, verb: str, status: Status) -> None:
    number = prepared(office_folder, status, verb)
    with opened(office_folder) as desk:
        if verb not in flow.allowed(desk.petition(number)):
            # Answered, with a sender who was not told: what the status alone does not tell.
            assert (verb, status) == ("close", Status.ANSWERED)
            return
    ended, told = run("do", "petitions", verb, number, *WORDS[verb])
    assert (ended, number in told) == (0, True), told
    with opened(office_folder) as desk:
        assert desk.history(number)[-1].verb in (verb, "link")
        assert verb in [step.verb for step in desk.history(number)]
        assert desk.petition(number).status is (flow.MOVES[verb].to or status)


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        (verb, next(status for status in Status if status not in move.start))
        for verb, move in flow.MOVES.items()
        if move.start != set(Status)
    ],
)
def test_every_other_step_is_refused_with_the_reason(run: Run, office_folder: Path, verb: str, status: Status) -> None:
    number = prepared(office_folder, status, "")
    ended, told = run("do", "petitions", verb, number, *WORDS[verb])
    assert ended == 1
    assert f"{number} is " in told
    assert "Now possible: " in told
    with opened(office_folder) as desk:
        assert desk.petition(number).status is status
