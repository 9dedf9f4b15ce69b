"""A register read in and taken back: as if it had not been, but for what has gone on since."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from frontdesk.commands.services import Services
from frontdesk.errors import RuleBroken
from frontdesk.office import ImportAsk, ListAsk
from frontdesk.petitions import Petitions, Status, asks
from frontdesk.petitions.rules.words import Ending, Route
from frontdesk.petitions.service.filters import PetitionFilter
from frontdesk.sheet import Outcome
from tests.frontdesk.petitions.test_importing import SAMPLE

HEADER = ("Số TT", "Ngày nhận", "Họ tên người gửi", "Nội dung", "Phân loại", "Kết quả giải quyết", "Ngày trả lời")
FIRST = ("1", "05/01/2026", "Lê Thị An", "Đường ngập nước sau mưa", "Phản ánh", "", "")
SECOND = ("2", "06/01/2026", "Trần Văn Bình", "Chợ lấn chiếm vỉa hè", "Kiến nghị", "", "")
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(name: str, *rows: tuple[str, ...]) -> Path:
        path = tmp_path / name
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet()
            for at, cells in enumerate((HEADER, *rows)):
                sheet.write_row(at, 0, cells)
        return path

    return written


def take(desk: Petitions, path: Path) -> dict[Outcome, int]:
    report = desk.import_sheet(ImportAsk(path))
    return {kind: report.count(kind) for kind in Outcome if report.count(kind) and kind is not Outcome.IGNORED}


def told(desk: Petitions) -> list[dict[str, Any]]:
    return desk.listing(ListAsk())


def test_an_undone_import_leaves_nothing_that_counts(desk: Petitions) -> None:
    desk.import_sheet(ImportAsk(SAMPLE))
    undone = desk.undo_import(asks.UndoImport())
    assert undone.undone is not None
    assert told(desk) == []
    assert desk.count(PetitionFilter(status="mistaken")) == undone.added
    assert not any(desk.today_work().values())
    figures = desk.statistics(date(2026, 1, 1), date(2026, 12, 31))
    assert (figures.total.handled, figures.visits) == (0, 0)


def test_numbers_stay_used_and_the_history_says_why(desk: Petitions, write: Write) -> None:
    take(desk, write("so.xlsx", FIRST))
    desk.undo_import(asks.UndoImport())
    row = desk.petition("KN-2026-0001")
    assert (row.status, row.closed_as) == (Status.CLOSED, Ending.MISTAKEN)
    assert [step.verb for step in desk.history(row.number)] == ["register", "undo_import"]
    with pytest.raises(RuleBroken) as refusal:
        desk.reopen(asks.Reopen(row.number, "nhầm"))
    assert refusal.value.code == "petitions.flow.mistaken"


def test_read_in_again_the_register_brings_its_petitions_anew(desk: Petitions, write: Write) -> None:
    path = write("so.xlsx", FIRST, SECOND)
    assert take(desk, path) == {Outcome.ADDED: 2}
    desk.undo_import(asks.UndoImport("so.xlsx"))
    assert take(desk, path) == {Outcome.ADDED: 2}
    assert [row["number"] for row in told(desk)] == ["KN-2026-0003", "KN-2026-0004"]
    assert take(desk, path) == {Outcome.UNCHANGED: 2}


def test_values_that_an_import_changed_are_put_back(desk: Petitions, write: Write) -> None:
    take(desk, write("so.xlsx", FIRST, SECOND))
    before = told(desk)
    answered = (*FIRST[:5], "Đã khơi thông cống", "20/01/2026")
    assert take(desk, write("so-moi.xlsx", answered, SECOND)) == {Outcome.UPDATED: 1, Outcome.UNCHANGED: 1}
    assert told(desk) != before
    desk.undo_import(asks.UndoImport())
    assert told(desk) == before
    assert [each.file for each in desk.imports() if each.undone is None] == ["so.xlsx"]


def test_a_petition_that_has_gone_on_since_stays(desk: Petitions, write: Write) -> None:
    take(desk, write("so.xlsx", FIRST, SECOND))
    desk.classify(asks.Classify("KN-2026-0001", Route.FORWARD))
    desk.undo_import(asks.UndoImport())
    assert [(row["number"], row["status"]) for row in told(desk)] == [("KN-2026-0001", "classified")]


def test_an_import_without_news_is_no_import_to_undo(desk: Petitions, write: Write) -> None:
    path = write("so.xlsx", FIRST)
    take(desk, path)
    take(desk, path)
    assert len(desk.imports()) == 1
    desk.undo_import(asks.UndoImport())
    with pytest.raises(RuleBroken) as refusal:
        desk.undo_import(asks.UndoImport())
    assert refusal.value.code == "petitions.import.none"


def test_an_import_that_is_stopped_by_its_tick_leaves_no_row(desk: Petitions) -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        assert done < total
        if done:
            raise StoppedError

    with pytest.raises(StoppedError):
        desk.import_sheet(ImportAsk(SAMPLE), stop)
    assert (told(desk), desk.imports()) == ([], [])


def test_all_is_sound_after_an_undone_import(services: Services, desk: Petitions) -> None:
    desk.import_sheet(ImportAsk(SAMPLE))
    desk.undo_import(asks.UndoImport())
    assert [finding.fault for finding in services.check() if not finding.ok] == []
