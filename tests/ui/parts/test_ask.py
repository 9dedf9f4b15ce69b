"""The real dialogs, answered through their own buttons."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from ui.parts.ask import Answer, Kind, QtAsk

PDF = Kind("PDF", ("pdf",))
_NO_NATIVE = Qt.ApplicationAttribute.AA_DontUseNativeDialogs


def when_open(act: Callable[[QDialog], object]) -> None:
    """Do something with the dialog as soon as it is open; a dialog left open would hold the test."""

    def now() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, now)


def press(text: str) -> Callable[[QDialog], object]:
    return lambda dialog: next(one for one in dialog.findChildren(QPushButton) if one.text() == text).click()


@pytest.mark.parametrize(("button", "agreed"), [("Close June", True), ("Go back", False)])
def test_a_confirmation_names_the_deed_on_its_button(qtbot: QtBot, button: str, agreed: bool) -> None:
    when_open(press(button))
    assert QtAsk().confirm("June", "42 vouchers will be locked.", "Close June") is agreed


@pytest.mark.parametrize(("risky", "default"), [(True, "Go back"), (False, "Close June")])
def test_enter_does_nothing_risky(qtbot: QtBot, risky: bool, default: str) -> None:
    defaults: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        defaults.append(dialog.defaultButton().text())

    when_open(look)
    assert QtAsk().confirm("June", "It will be locked.", "Close June", risky=risky) is False
    assert defaults == [default]


@pytest.mark.parametrize(("button", "answer"), [("Show it", "show"), ("Keep mine", "keep"), ("Go back", None)])
def test_a_question_gives_the_key_of_its_answer(qtbot: QtBot, button: str, answer: str | None) -> None:
    when_open(press(button))
    assert QtAsk().question("Changed", "Now?", [Answer("show", "Show it"), Answer("keep", "Keep mine")]) == answer


def test_a_reason_is_never_blank(qtbot: QtBot) -> None:
    seen: list[bool] = []

    def give(dialog: QDialog) -> None:
        yes = dialog.findChild(QPushButton, "reason_yes")
        text = dialog.findChild(QPlainTextEdit, "reason")
        for typed in ("", "  ", " sai số tiền "):
            text.setPlainText(typed)
            seen.append(yes.isEnabled())
        yes.click()

    when_open(give)
    assert QtAsk().reason("Reverse", "Why?", "Reverse it") == "sai số tiền"
    assert seen == [False, False, True]


def test_going_back_from_a_reason_gives_none(qtbot: QtBot) -> None:
    when_open(lambda dialog: dialog.reject())
    assert QtAsk().reason("Reverse", "Why?", "Reverse it") is None


def test_a_saved_file_gets_its_ending(qtbot: QtBot, tmp_path: Path) -> None:
    QApplication.setAttribute(_NO_NATIVE, True)

    def save(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile("bien-ban")
        dialog.accept()

    when_open(save)
    assert QtAsk().choose_save("Save", [PDF], tmp_path / "x.pdf") == tmp_path / "bien-ban.pdf"


def test_files_are_looked_for_among_ones_papers_then_where_one_was_last(qtbot: QtBot, tmp_path: Path) -> None:
    QApplication.setAttribute(_NO_NATIVE, True)
    (tmp_path / "bien-ban.pdf").touch()
    places: list[Path] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        places.append(Path(dialog.directory().absolutePath()))

    def choose(dialog: QDialog) -> None:
        look(dialog)
        dialog.selectFile(str(tmp_path / "bien-ban.pdf"))
        dialog.accept()

    ask = QtAsk()
    when_open(look)
    ask.choose_save("Save", [PDF], Path("x.pdf"))
    when_open(choose)
    ask.choose_file("Open", [PDF])
    when_open(look)
    ask.choose_save("Save", [PDF], Path("x.pdf"))
    papers = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    home = papers if papers.is_dir() else Path.home()
    assert places == [home, home, tmp_path]


def test_choosing_no_file_gives_none(qtbot: QtBot, tmp_path: Path) -> None:
    QApplication.setAttribute(_NO_NATIVE, True)
    for choose in (
        lambda: QtAsk().choose_file("Open", [PDF], tmp_path),
        lambda: QtAsk().choose_save("Save", [PDF], tmp_path / "x.pdf"),
        lambda: QtAsk().choose_folder("Folder", tmp_path),
    ):
        when_open(lambda dialog: dialog.reject())
        assert choose() is None
    when_open(lambda dialog: dialog.reject())
    assert QtAsk().choose_files("Open", [PDF], tmp_path) == ()


def test_a_printer_comes_with_300_dots_and_the_papers_name(qtbot: QtBot) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QPrintDialog)
        assert (dialog.minPage(), dialog.maxPage()) == (1, 7)
        QDialog.accept(dialog)

    when_open(look)
    printer = QtAsk().printer("Biên bản", 7)
    assert isinstance(printer, QPrinter)
    assert (printer.resolution(), printer.docName(), printer.fullPage()) == (300, "Biên bản", True)


def test_what_is_told_goes_with_one_button(qtbot: QtBot) -> None:
    when_open(press("Got it"))
    QtAsk().tell("Full", "Free some space.")


def test_a_kind_of_file_reads_as_qt_wants_it() -> None:
    assert Kind("Excel", ("xlsx", "xls")).as_filter() == "Excel (*.xlsx *.xls)"
