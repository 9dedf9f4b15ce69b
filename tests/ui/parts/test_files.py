from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from tests.ui.asking import ScriptedAsk
from ui.parts.ask import Kind
from ui.parts.files import FileField

EXCEL = Kind("Excel", ("xlsx", "xls"))


def drop(field: FileField, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    field.place.dropEvent(event)


def test_a_file_is_chosen_with_the_button(qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path) -> None:
    field = FileField(ask, [EXCEL])
    qtbot.addWidget(field)
    ask.will("choose_file", tmp_path / "danh-ba.xlsx")
    with qtbot.waitSignal(field.changed):
        field.button.click()
    assert field.value() == tmp_path / "danh-ba.xlsx"
    assert field.words.text() == "danh-ba.xlsx"


def test_going_back_from_choosing_changes_nothing(qtbot: QtBot, ask: ScriptedAsk) -> None:
    field = FileField(ask, [EXCEL])
    qtbot.addWidget(field)
    ask.will("choose_file", None)
    with qtbot.assertNotEmitted(field.changed):
        field.button.click()


def test_a_dropped_file_is_taken(qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path) -> None:
    field = FileField(ask, [EXCEL])
    qtbot.addWidget(field)
    drop(field, tmp_path / "a.XLS")
    assert field.value() == tmp_path / "a.XLS"


def test_a_file_of_another_kind_is_refused_by_name(qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path) -> None:
    field = FileField(ask, [EXCEL])
    qtbot.addWidget(field)
    drop(field, tmp_path / "a.pdf")
    assert field.value() is None
    assert field.trouble() == "“a.pdf” is no xlsx, xls file."
