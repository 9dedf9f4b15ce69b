import json
import re
from collections.abc import Iterator
from importlib.resources import files

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.parts.qt_texts import QtTexts, install

TEXTS: dict[str, dict[str, str]] = json.loads(
    (files("resources") / "locale" / "vi" / "qt.json").read_text(encoding="utf-8")
)
ENGLISH = re.compile(
    r"\b(the|file|files|name|open|save|cancel|print|printer|page|pages|options|copy|paste|undo|look|type|select|all"
    r"|copies|location|properties|output|range|color|form|paper|width|height|margins?|new|delete|back|parent)\b",
    re.IGNORECASE,
)


@pytest.fixture
def vietnamese(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    install(qapp, "vi")
    yield
    for texts in qapp.findChildren(QtTexts):
        qapp.removeTranslator(texts)
        texts.deleteLater()
    QLocale.setDefault(before)


def words_of(window: QWidget) -> list[str]:
    shown: list[QLabel | QAbstractButton] = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
    return [part.text() for part in shown if part.text()] + [part.toolTip() for part in shown if part.toolTip()]


def english(words: list[str]) -> list[str]:
    return [word for word in words if ENGLISH.search(word.replace("&", ""))]


def test_what_is_not_known_stays_as_qt_has_it(vietnamese: None) -> None:
    assert QApplication.translate("QNothing", "Some words") == "Some words"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Thôi"


@pytest.mark.parametrize("context", sorted(TEXTS))
def test_every_text_keeps_its_places_for_values_and_at_most_one_key(context: str) -> None:
    for source, text in TEXTS[context].items():
        assert sorted(re.findall(r"%\d", source)) == sorted(re.findall(r"%\d", text)), source
        assert text.count("&") == source.count("&"), source


def test_the_standard_buttons_are_vietnamese(qtbot: QtBot, vietnamese: None) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    for button in QDialogButtonBox.StandardButton:
        if button not in (QDialogButtonBox.StandardButton.NoButton, QDialogButtonBox.StandardButton.LastButton):
            box.addButton(button)
    assert english([button.text() for button in box.buttons()]) == []
    assert "Đồng ý" in [button.text().replace("&", "") for button in box.buttons()]


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_the_menu_of_a_text_field_is_vietnamese(
    qtbot: QtBot, vietnamese: None, kind: type[QLineEdit] | type[QPlainTextEdit]
) -> None:
    field = kind()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    texts = [action.text().split("\t")[0] for action in menu.findChildren(QAction) if action.text()]
    menu.deleteLater()
    assert len(texts) >= 7
    assert english(texts) == []


@pytest.mark.parametrize("mode", list(QFileDialog.AcceptMode))
def test_the_file_dialog_is_vietnamese(qtbot: QtBot, vietnamese: None, mode: QFileDialog.AcceptMode) -> None:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    dialog.show()
    assert english(words_of(dialog)) == []


def test_the_print_dialog_is_vietnamese(qtbot: QtBot, vietnamese: None) -> None:
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    dialog.show()
    assert english([word for word in words_of(dialog) if "/" not in word]) == []


def test_keys_are_named_as_they_stand_on_the_keyboard(vietnamese: None) -> None:
    assert QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_S).toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+S"


def test_months_and_days_are_vietnamese(vietnamese: None) -> None:
    assert QLocale().dayName(1) == "Thứ Hai"


def test_in_english_qt_is_left_alone(qapp: QApplication) -> None:
    before = QLocale()
    install(qapp, "en")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    QLocale.setDefault(before)
