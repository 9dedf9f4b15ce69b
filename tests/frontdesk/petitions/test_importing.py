"""Reading kept registers in."""

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from frontdesk.office import ImportAsk, ListAsk
from frontdesk.petitions import Petitions
from frontdesk.petitions.asks import Answer, Reclass
from frontdesk.petitions.rules.words import Kind
from frontdesk.sheet import Outcome
from frontdesk.store import Store, check
from tests.frontdesk.petitions.conftest import MODELS, Settable

DATA = Path(__file__).parents[2] / "data" / "sheets"
SAMPLE = DATA / "petitions.xlsx"
TRUTH = json.loads((DATA / "petitions.xlsx.truth.json").read_text(encoding="utf-8"))

Sheet = Callable[[list[list[Any]]], Path]


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    def write(rows: list[list[Any]]) -> Path:
        path = tmp_path / "register.xlsx"
        with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
            page = book.add_worksheet()
            for at, row in enumerate(rows):
                page.write_row(at, 0, row)
        return path

    return write


@pytest.fixture
def later(desk: Petitions, clock: Settable) -> Petitions:
    clock.moment = datetime(2026, 10, 1, 9)
    return desk


def test_the_sample_register_reads_in_as_its_truth_says(later: Petitions) -> None:
    report = later.import_sheet(ImportAsk(SAMPLE))
    assert report.summary_line() == "added 60, updated 0, unchanged 0, rejected 0"
    rows = sorted(later.listing(ListAsk()), key=lambda row: int(row["book_number"]))
    assert [{key: row[key] for key in truth} for row, truth in zip(rows, TRUTH, strict=True)] == TRUTH


def test_an_imported_case_keeps_its_registers_deadline_until_it_changes(later: Petitions) -> None:
    later.import_sheet(ImportAsk(SAMPLE))
    waiting = next(row for row in later.listing(ListAsk()) if row["book_number"] == "5")
    assert (waiting["due"], waiting["overdue"], waiting["status"]) == ("2026-03-12", True, "forwarded")
    assert "sổ theo dõi cũ (số thứ tự 5)" in waiting["due_why"]
    after = later.answer(Answer(waiting["number"], "Đã giải quyết", day=date(2026, 9, 1)))
    assert after.status == "answered"
    verbs = [(row.verb, row.day) for row in later.history(waiting["number"])]
    assert verbs == [
        ("register", date(2026, 2, 8)), ("forward", date(2026, 2, 10)), ("answer", date(2026, 9, 1)),
    ]  # fmt: skip


def test_a_second_import_changes_nothing(later: Petitions, store: Store) -> None:
    later.import_sheet(ImportAsk(SAMPLE))
    before = later.listing(ListAsk())
    report = later.import_sheet(ImportAsk(SAMPLE))
    assert report.summary_line() == "added 0, updated 0, unchanged 60, rejected 0"
    assert later.listing(ListAsk()) == before
    assert [finding.fault for finding in check(store, MODELS) if not finding.ok] == []
    assert [finding.fault for finding in later.check() if not finding.ok] == []


def test_a_dry_run_reports_the_same_and_writes_nothing(later: Petitions) -> None:
    report = later.import_sheet(ImportAsk(SAMPLE, dry_run=True))
    assert report.count(Outcome.ADDED) == 60
    assert any("Khu phố 6" in note for note in report.notes)
    assert later.listing(ListAsk()) == []
    assert later.agencies() == []


def test_a_later_state_of_the_register_updates_what_it_brought(later: Petitions, sheet: Sheet) -> None:
    head = ["STT", "Ngày đến", "Người gửi", "Tóm tắt nội dung", "Loại đơn", "Nơi chuyển", "Ngày chuyển", "Ngày trả lời"]
    row = [1, "5/1/2026", "Lê Thị An", "Đường hỏng", "Phản ánh", "UBND xã", "6/1/2026", ""]
    later.import_sheet(ImportAsk(sheet([head, row])))
    report = later.import_sheet(ImportAsk(sheet([head, [*row[:-1], "20/1/2026"]])))
    assert report.summary_line() == "added 0, updated 1, unchanged 0, rejected 0"
    (found,) = later.listing(ListAsk())
    assert (found["status"], found["answered"]) == ("answered", "2026-01-20")


def test_other_heads_ticked_columns_and_odd_rows_are_understood(later: Petitions, sheet: Sheet) -> None:
    path = sheet(
        [
            ["SỔ TIẾP CÔNG DÂN"],
            ["STT", "Ngày tiếp", "Họ tên - Địa chỉ", "Nội dung vụ việc", "Phân loại", "Số người", "Thụ lý giải quyết",
             "Trả lại đơn và hướng dẫn", "Chuyển đơn đến cơ quan có thẩm quyền", "Ghi chú"],
            [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
            [1, "05-09-26", "Y Moan Êban - KP 03", "Xin cấp nước", "Kiến nghị", 1, "", "", "x", ""],
            [2, "31/02/2026", "Lê Thị An", "Đường hỏng", "Phản ánh", 1, "", "x", "", ""],
            [3, "6/9/2026", "Nặc danh", "Tiếng ồn", "Phản ánh", "", "", "x", "", ""],
            [4, "6/9/2026", "Trần Văn Bình, thôn Hạ", "Ông Trần Văn Bình báo lấn đất", "Tố cáo", "", "", "", "x", ""],
            [5, "7/9/2026", "Trần Văn Bình, thôn Hạ", "Cán bộ lấn đất", "Tố cáo", "", "", "", "x", ""],
            ["", "", "Cộng: 5 đơn", "", "", "", "", "", "", ""],
        ]
    )  # fmt: skip
    report = later.import_sheet(ImportAsk(path))
    assert report.summary_line() == "added 3, updated 0, unchanged 0, rejected 2"
    assert not any("Bình" in outcome.what + outcome.reason for outcome in report.of(Outcome.REJECTED, Outcome.ADDED))
    rows = {row["book_number"]: row for row in later.listing(ListAsk())}
    assert (rows["1"]["sender"], rows["1"]["area"], rows["1"]["route"]) == ("Y Moan Êban", "KP 03", "forward")
    assert (rows["3"]["sender"], rows["3"]["status"]) == (None, "returned")
    assert (rows["5"]["sender"], rows["5"]["kind"]) == (None, "denunciation")


def test_a_petition_classed_as_denunciation_does_not_come_back_with_its_sender(later: Petitions) -> None:
    later.import_sheet(ImportAsk(SAMPLE))
    number = next(row["number"] for row in later.listing(ListAsk()) if row["book_number"] == "1")
    later.reclass(Reclass(number, Kind.DENUNCIATION, "theo nội dung"))
    report = later.import_sheet(ImportAsk(SAMPLE))
    assert report.summary_line() == "added 0, updated 0, unchanged 60, rejected 0"
    assert all(row["sender"] != "Đỗ Văn Trung" for row in later.listing(ListAsk()))
