import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.parts.rows import RowsField

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def rows(qtbot: QtBot) -> RowsField[str]:
    field: RowsField[str] = RowsField(str, str)
    field.set_value(("one", "two", "three"))
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.list.setFocus()
    field.list.setCurrentRow(1)
    return field


def test_enter_adds_what_is_typed_and_enter_on_nothing_moves_on(qtbot: QtBot, rows: RowsField[str]) -> None:
    rows.line.setFocus()
    qtbot.keyClicks(rows.line, " four  items ")
    with qtbot.waitSignal(rows.changed):
        qtbot.keyClick(rows.line, Qt.Key.Key_Return)
    assert rows.value() == ("one", "two", "three", "four items")
    with qtbot.waitSignal(rows.entered):
        qtbot.keyClick(rows.line, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("key", "row", "order"),
    [
        (Qt.Key.Key_Up, 1, ("two", "one", "three")),
        (Qt.Key.Key_Down, 1, ("one", "three", "two")),
        (Qt.Key.Key_Up, 0, ("one", "two", "three")),
        (Qt.Key.Key_Down, 2, ("one", "two", "three")),
    ],
)
def test_alt_and_arrows_move_a_row_within_the_list(
    qtbot: QtBot, rows: RowsField[str], key: Qt.Key, row: int, order: tuple[str, ...]
) -> None:
    rows.list.setCurrentRow(row)
    moved = rows.list.currentItem().text()
    qtbot.keyClick(rows.list, key, ALT)
    assert rows.value() == order
    assert rows.list.currentItem().text() == moved


def test_removing_can_be_taken_back(qtbot: QtBot, rows: RowsField[str]) -> None:
    qtbot.keyClick(rows.list, Qt.Key.Key_Delete)
    assert rows.value() == ("one", "three")
    qtbot.keyClick(rows.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert rows.value() == ("one", "two", "three")


def test_a_drag_is_a_change_that_can_be_taken_back(qtbot: QtBot, rows: RowsField[str]) -> None:
    model = rows.list.model()
    parent = rows.list.rootIndex()
    with qtbot.waitSignal(rows.changed):
        assert model.moveRow(parent, 2, parent, 0)
    assert rows.value() == ("three", "one", "two")
    qtbot.keyClick(rows.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert rows.value() == ("one", "two", "three")


def test_f2_changes_a_row_in_place(qtbot: QtBot, rows: RowsField[str]) -> None:
    qtbot.keyClick(rows.list, Qt.Key.Key_F2)
    editor = rows.list.findChild(QLineEdit)
    editor.setText("hai")
    with qtbot.waitSignal(rows.changed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert rows.value() == ("one", "hai", "three")


def test_a_row_cannot_be_made_blank(qtbot: QtBot, rows: RowsField[str]) -> None:
    rows.list.item(0).setText("  ")
    assert rows.value() == ("one", "two", "three")


def test_things_of_more_than_a_line_are_edited_by_the_window(qtbot: QtBot) -> None:
    field: RowsField[tuple[str, int]] = RowsField(lambda thing: thing[0], lambda text: (text, 0), edits_outside=True)
    field.set_value((("a", 1), ("b", 2)))
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.list.setFocus()
    field.list.setCurrentRow(1)
    with qtbot.waitSignal(field.edit_asked) as asked:
        qtbot.keyClick(field.list, Qt.Key.Key_Return)
    assert asked.args == [1]
    field.replace_value(1, ("c", 3))
    assert field.value() == (("a", 1), ("c", 3))


def test_the_buttons_wake_only_when_they_can_do_something(rows: RowsField[str]) -> None:
    up, down, remove, undo = rows._buttons
    rows.list.setCurrentRow(0)
    assert [button.isEnabled() for button in (up, down, remove, undo)] == [False, True, True, False]
    remove.click()
    assert undo.isEnabled()
    undo.click()
    assert rows.value() == ("one", "two", "three")
