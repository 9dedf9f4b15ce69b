"""Books of other offices, read in by the command line: the kind is solved, not the sample."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.frontdesk.commands.conftest import Run
from tests.frontdesk.commands.kept import ROSTERS, Kept
from tests.frontdesk.commands.kept_books import BOOKS, CLOSING_VND
from tests.frontdesk.commands.kept_layouts import REGISTERS as LAID_REGISTERS
from tests.frontdesk.commands.kept_layouts import ROSTERS as LAID_ROSTERS
from tests.frontdesk.commands.kept_registers import REGISTERS
from tests.frontdesk.sheet.making import xlsx

NAMES = {"ids": lambda kept: kept.name}


def taken(run: Run, what: str, kept: Kept, folder: Path) -> list[dict[str, Any]]:
    """What the list gives after the import, which a second time changes nothing."""
    words = ("import", what, kept.file(folder), "--account", kept.account)
    first = run(*words)
    assert (first.status, first.out.rsplit(" ", 1)[-1].strip()) == (0, str(kept.rejected)), first
    again = run(*words)
    assert (again.status, again.out.startswith("added 0, updated 0, ")) == (0, True), again
    assert run("check").status == 0
    rows: list[dict[str, Any]] = json.loads(run("list", what, "--sensitive", "--format", "json").out)
    return rows


def said(row: Mapping[str, Any], truth: Mapping[str, Any]) -> dict[str, Any]:
    """Of a listed row what the truth speaks of."""
    posts = {(held["area"], held["post"]) for held in row.get("memberships", ())}
    return {key: posts if key == "posts" else row[key] for key in truth}


@pytest.mark.parametrize("kept", [*ROSTERS, *LAID_ROSTERS], **NAMES)
def test_a_kept_roster_gives_its_people(run: Run, tmp_path: Path, kept: Kept) -> None:
    rows = sorted(taken(run, "roster", kept, tmp_path), key=lambda row: row["number"])
    assert [said(row, truth) for row, truth in zip(rows, kept.truth, strict=True)] == list(kept.truth)


@pytest.mark.parametrize("kept", [*REGISTERS, *LAID_REGISTERS], **NAMES)
def test_a_kept_register_gives_its_petitions(run: Run, tmp_path: Path, kept: Kept) -> None:
    rows = sorted(taken(run, "petitions", kept, tmp_path), key=lambda row: row["number"])
    assert [said(row, truth) for row, truth in zip(rows, kept.truth, strict=True)] == list(kept.truth)


@pytest.mark.parametrize("kept", BOOKS, **NAMES)
def test_a_kept_cash_book_gives_its_vouchers(run: Run, tmp_path: Path, kept: Kept) -> None:
    rows = sorted(taken(run, "vouchers", kept, tmp_path), key=lambda row: (row["date"], row["number"][:2]))
    assert [said(row, truth) for row, truth in zip(rows, kept.truth, strict=True)] == list(kept.truth)
    held = json.loads(run("list", "balances", "--format", "json").out)
    assert [row["balance_vnd"] for row in held if row["account"] == kept.account] == [CLOSING_VND]


def test_rows_of_a_second_sheet_are_named_with_its_place(run: Run, tmp_path: Path) -> None:
    header = ["Họ và tên", "Năm sinh", "Khu dân cư", "Chức vụ"]
    sheets = (
        [header, [name, born, "Khu phố 1", "Ủy viên"]] for name, born in (("Lê An", 1960), ("Lê Bình", "31/02/1960"))
    )
    ended = run("import", "roster", xlsx(tmp_path / "hai-trang.xlsx", *sheets), "--report", tmp_path / "report.csv")
    assert "Row 2:2: Lê Bình" in ended.err
    assert "\n2:2," in (tmp_path / "report.csv").read_text(encoding="utf-8-sig")


def test_a_sheet_that_does_not_go_on_where_the_book_ends_is_left_out(run: Run, tmp_path: Path) -> None:
    def book(day: str, opening: int) -> list[list[Any]]:
        return [
            ["Ngày", "Diễn giải", "Thu", "Chi", "Tồn"],
            ["", "Số dư đầu kỳ", "", "", opening],
            [day, "Bà Mai ủng hộ", 100_000, "", opening + 100_000],
        ]

    ended = run("import", "vouchers", xlsx(tmp_path / "so.xlsx", book("5/1/2026", 0), book("6/1/2026", 900_000)))
    assert (ended.status, ended.out) == (0, "added 1, updated 0, unchanged 0, rejected 0\n")
    assert "“Sheet2”" in ended.err


def test_a_header_with_nothing_under_it_ends_with_a_sentence(run: Run, tmp_path: Path) -> None:
    ended = run("import", "roster", xlsx(tmp_path / "ds.xlsx", [["Họ và tên", "Chức vụ"]]))
    assert (ended.status, ended.out) == (1, "added 0, updated 0, unchanged 0, rejected 0\n")
    assert ended.err == "There is no row under the header that could be read.\n"


def test_a_report_that_cannot_be_written_is_refused_before_anything_is_read_in(run: Run, tmp_path: Path) -> None:
    path = xlsx(tmp_path / "ds.xlsx", [["Họ và tên", "Chức vụ"], ["Lê An", "Ủy viên"]])
    for report in (tmp_path / "none" / "r.csv", tmp_path):
        assert run("import", "roster", path, "--report", report).status == 1
    assert json.loads(run("list", "roster", "--format", "json").out) == []


def test_a_passphrase_of_a_windows_editor_opens_and_one_of_stray_bytes_is_wrong(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pass").write_text("một mật khẩu dài\r\n", encoding="utf-8-sig")
    assert run("--passphrase-file", tmp_path / "pass", "list", "balances").status == 0
    monkeypatch.setenv("FRONTDESK_PASSPHRASE", "\udcff")
    assert run("list", "balances").status == 3


@pytest.mark.parametrize(
    "words",
    [
        ("export", "roster", "--out", "x.csv"),
        ("export", "roster", "--account", "bank", "--out", "x.xlsx"),
        ("import", "roster", "x.xlsx", "--map", "Chức vụ"),
    ],
)
def test_what_no_command_says_is_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).status == 2


def test_the_book_of_the_bank_goes_out_and_comes_back_unchanged(run: Run, tmp_path: Path) -> None:
    for fund in ("Vì người nghèo", "Cứu trợ"):
        asks = (
            "--amount-vnd",
            "2.000.000",
            "--text",
            f"Ủng hộ {fund}",
            "--counterparty",
            "Ông An",
            "--account",
            "bank",
        )
        assert run("do", "fund", "receive", *asks, "--fund", fund).status == 0
    for draft in ("NHAP-0001", "NHAP-0002"):
        assert run("do", "fund", "post", draft).status == 0
    book = ("--fund", "Cứu trợ", "--account", "bank")
    assert run("export", "vouchers", *book, "--out", tmp_path / "bank.xlsx").status == 0
    assert run("import", "vouchers", tmp_path / "bank.xlsx", *book).out == (
        "added 0, updated 0, unchanged 1, rejected 0\n"
    )
    assert run("export", "vouchers", "--fund", "Quỹ lạ", "--out", tmp_path / "none.xlsx").status == 1
