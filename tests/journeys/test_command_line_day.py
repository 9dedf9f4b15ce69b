"""The same kind of day by the command line alone: everything an office does in it, each paper opened again."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import docx
import pypdf
import pytest
from python_calamine import CalamineWorkbook

from frontdesk.commands.program import run_program
from frontdesk.commands.rooms import PAPERS
from frontdesk.vietnamese import fold
from tests.conftest import PASSPHRASE

DATA = Path(__file__).parents[1] / "data"
SHEETS, MEETINGS = DATA / "sheets", DATA / "meetings"
COMMUNE = "Hoàn Kiếm"
HN, KN = "HN-2026-0001", "KN-2026-0062"
GIVEN_ANEW = ("number", "status", "paper_number", "was")
"""What an office gives a meeting itself; the rest of it travels without loss."""


@dataclass(frozen=True)
class Day:
    """The command line over one office after another."""

    folder: Path
    call: Callable[..., tuple[int, str, str]]

    def __call__(self, *words: str | Path) -> str:
        """What a command that must succeed writes."""
        status, out, err = self.call("--office", self.folder, *words)
        assert status == 0, (words, status, err)
        return out

    def rows(self, what: str, *words: str) -> list[dict[str, object]]:
        """A list."""
        found: list[dict[str, object]] = json.loads(self("list", what, "--format", "json", *words))
        return found

    def row(self, what: str, number: str) -> dict[str, object]:
        """The row of a list with this number."""
        return next(row for row in self.rows(what) if row["number"] == number)

    def is_sound(self) -> bool:
        """Whether `check` finds nothing, and has looked at something."""
        lines = self("check").splitlines()
        return len(lines) > 20 and all(line.startswith("ok ") for line in lines)


@pytest.fixture
def day(office_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Day:
    monkeypatch.setenv("FRONTDESK_PASSPHRASE", PASSPHRASE)

    def call(*words: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        status = run_program(["--lang", "en", *map(str, words)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return Day(office_folder, call)


def words_of(path: Path) -> str:
    """All text of a printed file, however it is made."""
    match path.suffix:
        case ".pdf":
            return " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
        case ".docx":
            nodes = docx.Document(str(path)).element.iter()
            return " ".join(node.text or "" for node in nodes if node.tag.endswith("}t"))
        case _:
            book = CalamineWorkbook.from_path(str(path))
            rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
            return " ".join(str(cell) for row in rows for cell in row)


def prints(day: Day, kind: str, *words: str) -> None:
    """Print a paper in every form it has; each opens and says whose it is."""
    for ending in PAPERS[kind].formats:
        path = day.folder.parent / f"{kind}.{ending}"
        day("print", kind, *words, "--out", path)
        assert fold(COMMUNE) in fold(" ".join(words_of(path).split())), f"{path.name} does not say whose it is"


def imported(day: Day) -> None:
    """Yesterday's sheets come in."""
    assert "added 115" in day("import", "roster", SHEETS / "roster.xlsx")
    assert "added 60" in day("import", "petitions", SHEETS / "petitions.xlsx")
    assert "added 150" in day("import", "vouchers", SHEETS / "cashbook.xlsx")
    assert day("import", "meeting", MEETINGS / "meeting-briefing.json") == f"{HN}\n"


def petition_from_first_to_last(day: Day) -> str:
    number = day(
        "do",
        "petitions",
        "register",
        "--kind",
        "proposal",
        "--summary",
        "Sửa mương thoát nước",
        "--sender",
        "Trần Thị Hòa",
    ).strip()
    for words in (
        ("classify", number, "--route", "forward"),
        ("forward", number, "--to", "UBND phường"),
        ("urge", number),
        ("answer", number, "--result", "Sẽ sửa trong quý IV"),
        ("tell", number, "--how", "letter", "--satisfied", "yes"),
        ("close", number),
    ):
        day("do", "petitions", *words)
    return number


def money_in_and_out(day: Day) -> tuple[str, str]:
    """A receipt and a payment drafted, then posted; the payment rests on the minutes of the meeting."""
    day("do", "office", "set_signer", "--post", "accountant", "--lines", "KẾ TOÁN", "--name", "Phạm Thị Kế")
    day("do", "office", "set_signer", "--post", "treasurer", "--lines", "THỦ QUỸ", "--name", "Võ Văn Quỹ")
    draft = day(
        "do", "fund", "receive", "--amount-vnd", "5.000.000", "--text", "Ủng hộ", "--counterparty", "Ngô Thị Thảo"
    )
    receipt = day("do", "fund", "post", draft.strip()).strip()
    draft = day(
        "do", "fund", "pay", "--amount-vnd", "2 triệu", "--text", "Hỗ trợ hộ nghèo", "--counterparty", "Bùi Văn Lộc",
        "--approval", HN,
    )  # fmt: skip
    return receipt, day("do", "fund", "post", draft.strip()).strip()


def papers_of(receipt: str) -> dict[str, tuple[str, ...]]:
    """The papers this day has, with what each is asked for."""
    of_meeting = ("agenda", "invitations", "delegates", "ballot", "minutes", "extract", "conclusion", "tasks", "news")
    of_petition = ("slip", "proposal", "transfer", "reminder", "result", "case")
    of_days = (
        "reception-book", "petition-register", "petition-report", "cashbook", "bankbook", "detail-book", "goods-book",
        "disclosure", "fund-report", "roster", "members", "directory", "composition", "changes", "badges", "cash-count",
    )  # fmt: skip
    numbered = {kind: (HN,) for kind in of_meeting} | {kind: (KN,) for kind in of_petition}
    return numbered | {kind: () for kind in of_days} | {kind: (receipt,) for kind in ("voucher", "thanks")}


def test_an_office_is_filled_worked_in_printed_and_brought_back(day: Day, tmp_path: Path) -> None:
    imported(day)
    number = petition_from_first_to_last(day)
    assert (number, day.row("petitions", number)["status"]) == (KN, "closed")
    receipt, payment = money_in_and_out(day)
    assert [day.row("vouchers", each)["status"] for each in (receipt, payment)] == ["posted", "posted"]
    day("do", "meetings", "finalise", HN)
    assert day.row("meetings", HN)["status"] == "final"
    assert day.is_sound()

    for kind, words in papers_of(receipt).items():
        prints(day, kind, *words)

    lists = ("roster", "petitions", "meetings", "vouchers", "balances")
    made = Path(day("backup", "--to", tmp_path / "stick").strip())
    assert day("verify", made) == "ok\n"
    before = [day.rows(what) for what in lists]
    day("do", "office", "add_area", "--name", "Khu phố thêm nhầm")
    day("restore", made)
    assert [day.rows(what) for what in lists] == before
    assert "Khu phố thêm nhầm" not in day("list", "areas")
    assert day.is_sound()


def test_meetings_travel_to_an_office_just_made_without_loss(day: Day, tmp_path: Path) -> None:
    for name in ("meeting-briefing.json", "meeting-seminar.json"):
        day("import", "meeting", MEETINGS / name)
    day("do", "meetings", "finalise", str(day.rows("meetings")[0]["number"]))
    path = tmp_path / "meetings.json"
    path.write_text(day("list", "meetings", "--format", "json"), encoding="utf-8")
    sent = day.rows("meetings")
    other = replace(day, folder=tmp_path / "other")
    other("init", "--commune", "00070", "--user", "Đỗ Mạnh Tường", "--recovery-out", tmp_path / "code.txt")
    assert len(other("import", "meeting", path).split()) == 2
    arrived = other.rows("meetings")
    for mine, theirs in zip(sent, arrived, strict=True):
        assert {key: mine[key] for key in mine if key not in GIVEN_ANEW} == {
            key: theirs[key] for key in theirs if key not in GIVEN_ANEW
        }
    assert [row["was"]["status"] for row in arrived] == [row["status"] for row in sent]  # type: ignore[index]
    assert other.is_sound()
