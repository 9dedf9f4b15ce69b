"""Reading sheets in: what is said of headers and rows, progress, the report, and taking it back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.errors import RuleBroken
from frontdesk.roster import Choice, RowChoice
from frontdesk.sheet import Outcome
from tests.ui.asking import ScriptedAsk
from tests.ui.importing import at_step, go_on, written
from tests.ui.roster.test_people import names, trigger
from tests.ui.stage import Stage
from ui.desk.importing.flow import Header, Step, headers_of, summary
from ui.roster.desk import RosterDesk
from ui.roster.importing.dialog import ImportDialog
from ui.roster.importing.flow import ImportFlow

ROWS = (
    ("DANH SÁCH BAN CÔNG TÁC MẶT TRẬN",),
    ("STT", "Họ và tên", "Năm sinh", "Chức vụ", "Khu phố", "Bí danh"),
    (1, "Trần Thị Hòa", 1968, "Trưởng ban", "Khu phố 2", "Tư"),
    (2, "Lê Ngọc Bích", 1980, "Thành viên", "Khu phố 7", ""),
)
Write = Callable[..., Path]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return written(tmp_path / "ban-ctmt.xlsx", ROWS)


@pytest.fixture
def dialog(desk: RosterDesk) -> ImportDialog:
    desk.people.tools.open_import()
    found = desk.findChild(ImportDialog)
    assert found is not None
    return found


def test_a_file_is_read_in_step_by_step_and_undone(
    desk: RosterDesk,
    dialog: ImportDialog,
    services: Services,
    sheet: Path,
    stage: Stage,
    ask: ScriptedAsk,
    qtbot: QtBot,
) -> None:
    ask.will("choose_file", sheet)
    assert not dialog.next.isEnabled()
    qtbot.mouseClick(dialog.source.file.button, Qt.MouseButton.LeftButton)
    at_step(dialog, Step.HEADERS, qtbot)
    assert {header.text: header.field for header in dialog.headers.headers} == {
        "STT": "ordinal",
        "Họ và tên": "name",
        "Năm sinh": "born",
        "Chức vụ": "post",
        "Khu phố": "area",
        "Bí danh": "",
    }
    go_on(dialog, Step.PREVIEW, qtbot)
    assert "New: 1" in summary(dialog.lines)
    assert services.roster.count() == 3
    go_on(dialog, Step.REPORT, qtbot)
    assert services.roster.count() == 4
    qtbot.waitUntil(lambda: "Lê Ngọc Bích" in names(desk))
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    assert services.roster.count() == 3
    qtbot.waitUntil(lambda: "Lê Ngọc Bích" not in names(desk))


def test_enter_presses_the_button_one_stands_on(dialog: ImportDialog, sheet: Path, qtbot: QtBot) -> None:
    dialog.take_file(sheet)
    at_step(dialog, Step.HEADERS, qtbot)
    dialog.next.setFocus()
    qtbot.keyClick(dialog.next, Qt.Key.Key_Return)
    at_step(dialog, Step.PREVIEW, qtbot)
    with qtbot.waitSignal(dialog.rejected):
        dialog.close_button.setFocus()
        qtbot.keyClick(dialog.close_button, Qt.Key.Key_Return)


def test_rows_that_need_an_answer_stand_before_those_that_go_by_themselves(
    dialog: ImportDialog, sheet: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.take_file(
        written(tmp_path / "cham.xlsx", (*ROWS, (3, "Trần Văn Tám", "ba mươi", "Thành viên", "Khu phố 2")))
    )
    at_step(dialog, Step.HEADERS, qtbot)
    go_on(dialog, Step.PREVIEW, qtbot)
    model = dialog.preview.pane.model
    assert [model.index(at, 1).data() for at in range(3)] == ["Trần Văn Tám", "Lê Ngọc Bích", "Trần Thị Hòa"]


def test_a_header_can_be_given_another_meaning(
    dialog: ImportDialog, services: Services, sheet: Path, qtbot: QtBot
) -> None:
    dialog.take_file(sheet)
    at_step(dialog, Step.HEADERS, qtbot)
    field = dialog.headers.form.field("column5")
    field.setFocus()
    field.set_value("note")
    go_on(dialog, Step.PREVIEW, qtbot)
    go_on(dialog, Step.REPORT, qtbot)
    assert services.roster.person("NG-0001").note == "Tư"


def test_two_columns_of_one_meaning_are_refused_beside_the_column(
    dialog: ImportDialog, sheet: Path, qtbot: QtBot
) -> None:
    dialog.take_file(sheet)
    at_step(dialog, Step.HEADERS, qtbot)
    dialog.headers.form.field("column5").set_value("post")
    qtbot.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    assert dialog._step is Step.HEADERS
    assert "Two columns mean “Post”" in dialog.headers.form.error_text("column5")


@pytest.mark.parametrize(
    ("said", "becomes", "count"),
    [
        (RowChoice(Choice.SKIP), Outcome.IGNORED, 4),
        (RowChoice(Choice.KEEP_BOTH), Outcome.ADDED, 5),
        (RowChoice(Choice.JOIN, "NG-0001"), Outcome.UNCHANGED, 4),
    ],
)
def test_a_row_is_joined_left_out_or_kept_besides(
    dialog: ImportDialog, services: Services, sheet: Path, qtbot: QtBot, said: RowChoice, becomes: Outcome, count: int
) -> None:
    dialog.take_file(sheet)
    at_step(dialog, Step.HEADERS, qtbot)
    go_on(dialog, Step.PREVIEW, qtbot)
    page = dialog.preview
    row = next(line for line in page._lines if line.what == "Trần Thị Hòa")
    assert page.pane.select(row.id)
    page._choice.set_value(said)
    page._choice.changed.emit()
    at_step(dialog, Step.PREVIEW, qtbot)
    assert next(line for line in page._lines if line.row == row.row).outcome is becomes
    assert page._choice.value() == said
    go_on(dialog, Step.REPORT, qtbot)
    assert services.roster.count() == count


def test_rows_copied_in_excel_are_pasted(desk: RosterDesk, services: Services, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Họ và tên\tNăm sinh\tKhu phố\nPhạm Văn Dũng\t1970\tKhu phố 9\n")
    table = desk.people.pane.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = desk.findChild(ImportDialog)
    assert dialog is not None
    at_step(dialog, Step.HEADERS, qtbot)
    go_on(dialog, Step.PREVIEW, qtbot)
    go_on(dialog, Step.REPORT, qtbot)
    assert services.roster.person("NG-0004").name == "Phạm Văn Dũng"


def test_a_file_that_is_no_sheet_is_told_beside_it(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "hong.xlsx"
    path.write_bytes(b"PK\x03\x04 not a workbook")
    dialog.take_file(path)
    qtbot.waitUntil(lambda: bool(dialog.source.form.error_text("file")))
    assert dialog._step is Step.SOURCE


def test_an_import_stopped_midway_changes_nothing(
    dialog: ImportDialog, services: Services, sheet: Path, stage: Stage, qtbot: QtBot
) -> None:
    dialog.take_file(sheet)
    at_step(dialog, Step.HEADERS, qtbot)
    go_on(dialog, Step.PREVIEW, qtbot)
    qtbot.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    dialog.reject()
    qtbot.waitUntil(lambda: dialog._job is None)
    assert dialog._step in (Step.PREVIEW, Step.REPORT)
    assert services.roster.count() == (3 if dialog._step is Step.PREVIEW else 4)


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
    assert "Lê Ngọc Bích" in (tmp_path / "kq.csv").read_text(encoding="utf-8-sig")


def test_the_last_import_is_undone_from_the_menu(
    desk: RosterDesk, services: Services, sheet: Path, ask: ScriptedAsk, stage: Stage, qtbot: QtBot
) -> None:
    from frontdesk.office import ImportAsk

    services.roster.import_sheet(ImportAsk(sheet))
    ask.will("confirm", True)
    trigger(desk, "roster.undo_import")
    qtbot.waitUntil(lambda: "The import was undone." in stage.env.notices.texts)
    assert services.roster.count() == 3


def test_an_import_that_is_stopped_by_its_tick_leaves_no_row(services: Services, sheet: Path) -> None:
    flow = ImportFlow(services.roster, sheet)

    class StoppedError(Exception):
        pass

    def stop(_done: int, _total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        flow.run(stop)
    assert services.roster.count() == 0


def test_the_flow_asks_for_the_one_column_it_cannot_do_without(services: Services, sheet: Path) -> None:
    flow = ImportFlow(services.roster, sheet)
    headers = headers_of(flow.headers())
    with pytest.raises(RuleBroken, match="full name"):
        flow.say_headers(headers, {header.text: "" for header in headers})
    flow.say_headers(headers, {header.text: header.field for header in headers})
    assert flow.overrides == {}
    shown = (Header("Cột", "", ()), *headers)
    flow.say_headers(shown, {**{header.text: header.field for header in headers}, "Cột": "address"})
    assert flow.overrides == {"Cột": "address"}
