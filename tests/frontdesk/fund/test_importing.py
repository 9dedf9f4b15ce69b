"""A cash book kept in Excel: read to its own balance, refused by the row, exported and taken back unchanged."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from frontdesk.errors import RuleBroken
from frontdesk.fund import Fund
from frontdesk.fund.deeds.vouchers import Pay, Post, Receive, Reverse, SetOpening, Transfer
from frontdesk.fund.rules.kinds import Account, Status
from frontdesk.office import ImportAsk, ListAsk
from frontdesk.sheet import Outcome
from tests.frontdesk.fund.conftest import office

HEADER = ["Ngày ghi sổ", "Số phiếu thu", "Số phiếu chi", "Ngày CT", "Diễn giải", "Thu", "Chi", "Tồn", "Ghi chú"]
BOOK: list[list[object]] = [
    ["QUỸ “VÌ NGƯỜI NGHÈO”"],
    [],
    HEADER,
    ["", "", "", "", "Số dư đầu kỳ", "", "", 1_000_000, ""],
    [date(2026, 1, 5), "001", "", date(2026, 1, 5), "Ông An ủng hộ", "500.000", "", 1_500_000, ""],
    ["06/01/2026", "", "001", "", "Quà Tết", "", 700_000, 800_000, ""],
    ["", "", "", "", "Cộng mang sang", 500_000, 700_000, 800_000, ""],
    ["", "", "", "", "Số trang trước chuyển sang", 500_000, 700_000, 800_000, ""],
    [date(2026, 2, 1), "002", "", "", "Bà Bình ủng hộ", 200_000, "", 1_000_000, ""],
    ["", "", "", "", "Cộng phát sinh", 700_000, 700_000, "", ""],
    ["", "", "", "", "Số dư cuối kỳ", "", "", 1_000_000, ""],
]


def written(path: Path, rows: list[list[object]]) -> ImportAsk:
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as workbook:
        sheet = workbook.add_worksheet()
        for index, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, date | datetime):
                    sheet.write_datetime(index, column, cell)
                elif cell != "":
                    sheet.write(index, column, cell)
    return ImportAsk(path)


def changed(row: int, column: int, cell: object) -> list[list[object]]:
    """The book with one cell of an Excel row changed."""
    rows = [list(each) for each in BOOK]
    rows[row - 1][column] = cell
    return rows


def test_the_book_reads_in_to_its_closing_balance(desk: Fund, tmp_path: Path) -> None:
    report = desk.import_sheet(written(tmp_path / "book.xlsx", BOOK))
    assert report.summary_line() == "added 3, updated 0, unchanged 0, rejected 0"
    assert desk.balance(None, Account.CASH) == 1_000_000
    listed = desk.voucher_list(ListAsk())
    assert [(row["number"], row["book_number"], row["amount_vnd"], row["status"]) for row in listed] == [
        ("PT-2026-0001", "001", 500_000, "posted"),
        ("PC-2026-0001", "001", 700_000, "posted"),
        ("PT-2026-0002", "002", 200_000, "posted"),
    ]
    assert {outcome.row for outcome in report.of(Outcome.IGNORED)} >= {1, 4, 7, 8, 10, 11}


def test_a_second_import_changes_nothing(desk: Fund, tmp_path: Path) -> None:
    ask = written(tmp_path / "book.xlsx", BOOK)
    desk.import_sheet(ask)
    assert desk.import_sheet(ask).summary_line() == "added 0, updated 0, unchanged 3, rejected 0"
    assert desk.balance(None, Account.CASH) == 1_000_000


def test_a_dry_run_writes_nothing(desk: Fund, tmp_path: Path) -> None:
    ask = written(tmp_path / "book.xlsx", BOOK)
    assert desk.import_sheet(ImportAsk(ask.path, dry_run=True)).count(Outcome.ADDED) == 3
    assert desk.voucher_list(ListAsk()) == []


@pytest.mark.parametrize(
    ("row", "column", "cell"),
    [
        pytest.param(5, 5, "500.001", id="an amount"),
        pytest.param(6, 7, 800_001, id="a balance"),
        pytest.param(6, 6, 7_000, id="an amount below"),
        pytest.param(7, 5, 500_001, id="a carried total"),
        pytest.param(8, 7, 800_100, id="a balance carried"),
        pytest.param(9, 5, -200_000, id="a sign"),
        pytest.param(10, 6, 700_001, id="a total"),
        pytest.param(11, 7, 999_999, id="the closing balance"),
        pytest.param(9, 0, "31/02/2026", id="an impossible day"),
        pytest.param(9, 0, "01/09/2026", id="a day to come"),
        pytest.param(9, 6, 5, id="both sides"),
    ],
)
def test_a_line_that_does_not_agree_is_refused_by_its_row_and_nothing_is_taken(
    desk: Fund, tmp_path: Path, row: int, column: int, cell: object
) -> None:
    report = desk.import_sheet(written(tmp_path / "book.xlsx", changed(row, column, cell)))
    assert row in {outcome.row for outcome in report.of(Outcome.REJECTED)}
    assert report.nothing_read
    assert desk.voucher_list(ListAsk()) == []
    assert desk.balance(None, Account.CASH) == 0


def test_a_balance_that_differs_from_the_account_is_refused(desk: Fund, tmp_path: Path) -> None:
    desk.post(Post(desk.receive(Receive(1, "Ủng hộ", "Ông An", day=date(2026, 1, 1))).draft or ""))
    report = desk.import_sheet(written(tmp_path / "book.xlsx", BOOK))
    assert [outcome.row for outcome in report.of(Outcome.REJECTED)] == [4]


def test_a_book_that_falls_below_zero_is_refused(desk: Fund, tmp_path: Path) -> None:
    rows = [
        HEADER,
        ["", "", "", "", "Số dư đầu kỳ", "", "", 100, ""],
        ["06/01/2026", "", "1", "", "Chi", "", 200, -100],
    ]
    report = desk.import_sheet(written(tmp_path / "book.xlsx", rows))
    assert [outcome.row for outcome in report.of(Outcome.REJECTED)] == [3]


def test_a_book_without_a_balance_column_is_refused_naming_it(desk: Fund, tmp_path: Path) -> None:
    rows = [[cell for place, cell in enumerate(row) if place != 7] for row in BOOK]
    with pytest.raises(RuleBroken, match="Tồn"):
        desk.import_sheet(written(tmp_path / "book.xlsx", rows))


def test_the_export_imports_back_unchanged(desk: Fund, tmp_path: Path) -> None:
    desk.import_sheet(written(tmp_path / "book.xlsx", BOOK))
    number = desk.post(Post(desk.receive(Receive(300_000, "=SUM(A1)", "Ông An")).draft or "")).number
    desk.reverse(Reverse(number or "", "Ghi nhầm"))
    desk.post(Post(desk.transfer(Transfer(100_000)).draft or ""))
    desk.export_sheet(tmp_path / "out.xlsx", ListAsk())
    report = desk.import_sheet(ImportAsk(tmp_path / "out.xlsx"))
    assert report.summary_line() == "added 0, updated 0, unchanged 6, rejected 0"


def test_the_bank_account_has_a_book_of_its_own(desk: Fund, tmp_path: Path) -> None:
    path = written(tmp_path / "book.xlsx", BOOK).path
    desk.import_sheet(ImportAsk(path, fund="Cứu trợ", account="bank"))
    assert desk.balance("Cứu trợ", Account.BANK) == 1_000_000
    assert desk.balance("Cứu trợ", Account.CASH) == desk.balance(None, Account.BANK) == 0


def test_imported_vouchers_are_reversed_like_any_other(desk: Fund, tmp_path: Path) -> None:
    desk.import_sheet(written(tmp_path / "book.xlsx", BOOK))
    desk.reverse(Reverse("PC-2026-0001", "Chi nhầm"))
    assert desk.voucher("PC-2026-0001").status is Status.REVERSED
    assert desk.balance(None, Account.CASH) == 1_700_000


SAMPLE = Path(__file__).parents[2] / "data" / "sheets" / "cashbook.xlsx"
TRUTH = json.loads(SAMPLE.with_suffix(".xlsx.truth.json").read_text(encoding="utf-8"))


def test_the_sample_book_reads_to_the_closing_balance_of_its_truth_file(desk: Fund, tmp_path: Path) -> None:
    desk.import_sheet(ImportAsk(SAMPLE))
    assert desk.balance(None, Account.CASH) == TRUTH["closing_vnd"]
    listed = [(row["date"], row["kind"], row["amount_vnd"], row["text"]) for row in desk.voucher_list(ListAsk())]
    assert listed == [(row["date"], row["kind"], row["amount_vnd"], row["text"]) for row in TRUTH["rows"]]
    desk.export_sheet(tmp_path / "out.xlsx", ListAsk())
    assert desk.import_sheet(ImportAsk(tmp_path / "out.xlsx")).count(Outcome.UNCHANGED) == len(TRUTH["rows"])


def test_every_tampered_amount_of_the_sample_is_refused_by_its_row(desk: Fund, tmp_path: Path) -> None:
    rows = CalamineWorkbook.from_path(SAMPLE).get_sheet_by_index(0).to_python()
    for row in range(6, 156, 7):
        tampered = [list(each) for each in rows]
        column = 5 if tampered[row - 1][5] else 6
        tampered[row - 1][column] = 123_000
        report = desk.import_sheet(written(tmp_path / f"{row}.xlsx", tampered))
        assert row in {outcome.row for outcome in report.of(Outcome.REJECTED)}
    assert desk.voucher_list(ListAsk()) == []


def filled(desk: Fund) -> None:
    """Two accounts with openings, named sources and purposes, transfers each way, a reversal."""
    desk.set_opening(SetOpening(1_000_000, day=date(2026, 1, 1)))
    desk.set_opening(SetOpening(2_000_000, Account.BANK, day=date(2026, 1, 1)))
    day = date(2026, 2, 3)
    asks = (
        desk.receive(Receive(500_000, "Ủng hộ", "Công ty <A&B>", day=day, source="Doanh nghiệp")),
        desk.transfer(Transfer(1_200_000, day=day)),
        desk.transfer(Transfer(3_000_000, Account.BANK, day=date(2026, 2, 4))),
        desk.pay(Pay(250_000, "Trao quà", "Bà Bình", "Quà Tết", "15/QĐ-BVĐ", day=date(2026, 2, 5))),
        desk.receive(Receive(70_000, "Ủng hộ", "Ông An", account=Account.BANK, day=date(2026, 2, 6))),
        desk.transfer(Transfer(1, day=date(2026, 2, 7))),
    )
    numbers = [desk.post(Post(row.draft or "")).number or "" for row in asks]
    for number in (numbers[0], numbers[-1]):
        desk.reverse(Reverse(number, "Ghi nhầm"))


def sheets_of(desk: Fund, folder: Path) -> dict[str, list[list[object]]]:
    """The books of both accounts as they are written, cell by cell."""
    folder.mkdir()
    found = {}
    for account in Account:
        desk.export_sheet(folder / f"{account}.xlsx", ListAsk(), account=account)
        found[account.value] = CalamineWorkbook.from_path(folder / f"{account}.xlsx").get_sheet_by_index(0).to_python()
    return found


@pytest.mark.parametrize("order", [tuple(Account), tuple(reversed(Account))])
def test_the_books_of_one_office_come_unchanged_into_an_empty_other(tmp_path: Path, order: tuple[Account, ...]) -> None:
    with office(tmp_path / "one") as first:
        filled(first)
        written = sheets_of(first, tmp_path / "written")
        balances = [(row.account, row.balance_vnd) for row in first.balances()]
        report = first.report(None, date(2026, 1, 1), date(2026, 12, 31))
    with office(tmp_path / "other") as second:
        for account in order:
            came = second.import_sheet(ImportAsk(tmp_path / "written" / f"{account}.xlsx", account=account.value))
            assert not came.of(Outcome.REJECTED)
            assert [finding.fault for finding in second.check() if not finding.ok] == []
        assert sheets_of(second, tmp_path / "again") == written
        assert [(row.account, row.balance_vnd) for row in second.balances()] == balances
        copy = second.report(None, date(2026, 1, 1), date(2026, 12, 31))
        assert (copy.opening_vnd, copy.sources, copy.purposes, copy.closing_vnd) == (
            report.opening_vnd, report.sources, report.purposes, report.closing_vnd
        )  # fmt: skip
        assert second.on_its_way(None) == 0
        for account in order:
            again = second.import_sheet(ImportAsk(tmp_path / "written" / f"{account}.xlsx", account=account.value))
            assert again.count(Outcome.ADDED) == len(again.of(Outcome.REJECTED)) == 0


def test_half_a_transfer_is_neither_receipt_nor_payment_and_is_said_until_the_other_book_comes(tmp_path: Path) -> None:
    with office(tmp_path / "one") as first:
        filled(first)
        sheets_of(first, tmp_path / "written")
    with office(tmp_path / "other") as second:
        second.import_sheet(ImportAsk(tmp_path / "written" / "cash.xlsx"))
        halves = [row for row in second.voucher_list(ListAsk()) if row["kind"] == "transfer"]
        assert [(row["account"], row["to_account"], row["book_number"]) for row in halves] == [
            ("cash", None, "CT-2026-0001"), ("cash", None, "CT-2026-0002"), ("cash", None, "CT-2026-0003"),
            ("cash", None, "CT-2026-0004"),
        ]  # fmt: skip
        assert second.on_its_way(None) == -1_800_000
        assert any("1.800.000" in advice.text for advice in second.advice())
