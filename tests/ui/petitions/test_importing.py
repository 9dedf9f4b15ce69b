"""Reading a register in: what headers mean, progress and stopping, the report, and taking all of it back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.office import ImportAsk, ListAsk
from frontdesk.petitions import Kind, Register
from frontdesk.petitions.service.filters import PetitionFilter
from frontdesk.sheet import read
from tests.ui.asking import ScriptedAsk
from tests.ui.importing import at_step, go_on, written
from tests.ui.stage import Stage
from ui.desk.importing.flow import Step, summary
from ui.petitions.desk import PetitionsDesk
from ui.petitions.importing import ImportDialog

ROWS = (
    ("SỔ THEO DÕI ĐƠN NĂM 2026",),
    ("Số TT", "Ngày nhận", "Họ tên người gửi", "Nội dung", "Phân loại", "Lời nhắn"),
    ("1", "05/01/2026", "Lê Thị An", "Đường ngập nước sau mưa", "Phản ánh", "gọi lại"),
    ("2", "06/01/2026", "Trần Văn Bình", "Chợ lấn chiếm vỉa hè", "Kiến nghị", ""),
    ("3", "", "Phạm Văn Cường", "Không ghi ngày nhận", "Kiến nghị", ""),
)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return written(tmp_path / "so-don.xlsx", ROWS)


@pytest.fixture
def dialog(desk: PetitionsDesk) -> ImportDialog:
    desk.petitions.tools.open_import()
    found = desk.findChild(ImportDialog)
    assert found is not None
    return found


def count(services: Services) -> int:
    return services.petitions.count(PetitionFilter())


def test_a_register_is_read_in_step_by_step_and_taken_back(
    desk: PetitionsDesk, dialog: ImportDialog, services: Services, sheet: Path, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    ask.will("choose_file", sheet)
    assert not dialog.next.isEnabled()
    qtbot.mouseClick(dialog.source.file.button, Qt.MouseButton.LeftButton)
    at_step(dialog, Step.HEADERS, qtbot)
    assert {header.text: header.field for header in dialog.headers.headers} == {
        "Số TT": "book_number",
        "Ngày nhận": "received",
        "Họ tên người gửi": "sender",
        "Nội dung": "summary",
        "Phân loại": "kind",
        "Lời nhắn": "",
    }
    go_on(dialog, Step.PREVIEW, qtbot)
    assert summary(dialog.lines) == "New: 2, Needs an answer: 1, Left out: 2"
    assert count(services) == 1
    go_on(dialog, Step.REPORT, qtbot)
    assert count(services) == 3
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    assert count(services) == 1


def test_a_header_can_be_given_another_meaning(
    dialog: ImportDialog, services: Services, sheet: Path, qtbot: QtBot
) -> None:
    dialog.take_file(sheet)
    at_step(dialog, Step.HEADERS, qtbot)
    dialog.headers.form.field("column5").set_value("remark")
    go_on(dialog, Step.PREVIEW, qtbot)
    go_on(dialog, Step.REPORT, qtbot)
    assert services.petitions.petition("KN-2026-0002").remark == "gọi lại"


def test_a_column_a_register_cannot_do_without_is_asked_for(
    dialog: ImportDialog, sheet: Path, stage: Stage, qtbot: QtBot
) -> None:
    dialog.take_file(sheet)
    at_step(dialog, Step.HEADERS, qtbot)
    dialog.headers.form.field("column3").set_value(None)
    qtbot.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog._job is None)
    assert dialog._step is Step.HEADERS
    assert any("Nội dung" in text for text in (*stage.env.notices.texts, *_errors(dialog)))


def _errors(dialog: ImportDialog) -> list[str]:
    form = dialog.headers.form
    return [form.error_text(f"column{at}") for at in range(len(dialog.headers.headers))] + [form.error_text("")]


def test_a_file_that_is_no_sheet_is_told_beside_it(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "hong.xlsx"
    path.write_bytes(b"PK\x03\x04 not a workbook")
    dialog.take_file(path)
    qtbot.waitUntil(lambda: bool(dialog.source.form.error_text("file")))
    assert dialog._step is Step.SOURCE


def test_an_import_stopped_midway_changes_nothing(
    dialog: ImportDialog, services: Services, sheet: Path, qtbot: QtBot
) -> None:
    dialog.take_file(sheet)
    at_step(dialog, Step.HEADERS, qtbot)
    go_on(dialog, Step.PREVIEW, qtbot)
    qtbot.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    dialog.reject()
    qtbot.waitUntil(lambda: dialog._job is None)
    assert count(services) == (1 if dialog._step is Step.PREVIEW else 3)


def test_the_report_is_saved_as_a_file(
    dialog: ImportDialog, sheet: Path, ask: ScriptedAsk, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.take_file(sheet)
    at_step(dialog, Step.HEADERS, qtbot)
    go_on(dialog, Step.PREVIEW, qtbot)
    go_on(dialog, Step.REPORT, qtbot)
    ask.will("choose_save", tmp_path / "kq.csv")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog._job is None and (tmp_path / "kq.csv").exists())
    assert "Chợ lấn chiếm vỉa hè" in (tmp_path / "kq.csv").read_text(encoding="utf-8-sig")


def test_the_last_import_is_undone_from_the_menu(
    desk: PetitionsDesk, services: Services, sheet: Path, ask: ScriptedAsk, stage: Stage, qtbot: QtBot
) -> None:
    services.petitions.import_sheet(ImportAsk(sheet))
    ask.will("confirm", True)
    trigger(desk, "petitions.undo_import")
    qtbot.waitUntil(lambda: "The import was undone." in stage.env.notices.texts)
    assert "so-don.xlsx" in ask.asked[0][2]
    assert count(services) == 1


def test_nothing_to_undo_is_said(desk: PetitionsDesk, stage: Stage, qtbot: QtBot) -> None:
    trigger(desk, "petitions.undo_import")
    qtbot.waitUntil(lambda: "There is no import to undo." in stage.env.notices.texts)


@pytest.mark.parametrize(("answer", "held"), [("masked", False), ("shown", True)])
def test_the_register_goes_out_with_identity_papers_only_if_asked(
    desk: PetitionsDesk,
    services: Services,
    stage: Stage,
    ask: ScriptedAsk,
    qtbot: QtBot,
    tmp_path: Path,
    answer: str,
    held: bool,
) -> None:
    services.petitions.register(Register(Kind.REPORT, "Đường ngập", sender="Lê Thị An", sender_identity="038099001234"))
    ask.will("choose_save", tmp_path / "so.xlsx").will("question", answer)
    trigger(desk, "petitions.export")
    qtbot.waitUntil(lambda: "The register is written." in stage.env.notices.texts)
    cells = str([row for grid in read(tmp_path / "so.xlsx").grids for row in grid.rows])
    assert ("038099001234" in cells) is held
    noted = [row["deed"] for row in services.journal(ListAsk()) if row["deed"] == "petitions.show_sensitive"]
    assert len(noted) == held


def trigger(desk: PetitionsDesk, name: str) -> None:
    desk.findChild(QAction, name).trigger()
