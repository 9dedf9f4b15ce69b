"""Walking an import dialog: a sheet to give it, and its steps."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.desk.importing.dialog import ImportDialog
from ui.desk.importing.flow import Step


def written(path: Path, rows: Sequence[Sequence[Any]]) -> Path:
    """A workbook of one sheet with `rows`."""
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        for row, cells in enumerate(rows):
            page.write_row(row, 0, cells)
    return path


def at_step(dialog: ImportDialog, step: Step, qtbot: QtBot) -> None:
    """Wait until the dialog has come to `step` and nothing is being read."""
    qtbot.waitUntil(lambda: dialog._step is step and dialog._job is None)


def go_on(dialog: ImportDialog, step: Step, qtbot: QtBot) -> None:
    """Press the button that leads to `step`."""
    qtbot.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    at_step(dialog, step, qtbot)
