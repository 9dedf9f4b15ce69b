"""Programs that start, to be timed: ``python -m tests.speed.starting bare``, ``… program FOLDER USER PASSPHRASE``.

Each prints, as JSON, the seconds of the processor its window took to be usable, the most memory it held until then,
and the most it held once every desk had been open.
"""

import json
import sys
from pathlib import Path
from time import process_time

ROWS = 100
COLUMNS = 7


def peak_mib() -> float:
    """The most memory held so far; not `ru_maxrss`, which begins with what the process that started this one held."""
    (peak,) = (line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


def tell(**figures: float) -> None:
    """Say the figures."""
    sys.stdout.write(json.dumps(figures) + "\n")


def bare() -> None:
    """A window with one table, from nothing to drawn."""
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    app = QApplication([])
    model = QStandardItemModel(ROWS, COLUMNS)
    for row in range(ROWS):
        for column in range(COLUMNS):
            model.setItem(row, column, QStandardItem(f"{row} {column}"))
    table = QTableView()
    table.setModel(model)
    window = QMainWindow()
    window.setCentralWidget(table)
    window.resize(1366, 768)
    window.show()
    app.sendPostedEvents()
    window.grab()
    tell(cpu_s=process_time(), peak_mib=peak_mib(), all_mib=peak_mib())
    window.close()


def program(folder: Path, user: str, passphrase: str) -> None:
    """From the right passphrase to the first desk with its list read and drawn, then every other desk once."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from frontdesk.commands.context import Start
    from main import wire
    from tests.ui.asking import ScriptedAsk
    from tests.ui.stage import Kept
    from ui.desk.application import Program
    from ui.parts.theme import Theme

    app = QApplication([])
    made = Program(Start(folder, user), wire(), Theme(app), Kept(), ask=ScriptedAsk())
    made.begin()
    login = made.front
    login.grab()
    began = process_time()
    made._open_at_once(folder, user, passphrase)
    shell = made.sitting.shell
    while made._lane._jobs:
        QTest.qWait(1)
    shell.grab()
    took, peak = process_time() - began, peak_mib()
    for at in range(len(shell.desks)):
        shell.open_desk(at)
        while made._lane._jobs:
            QTest.qWait(1)
    tell(cpu_s=took, peak_mib=peak, all_mib=peak_mib())
    made.end()


if __name__ == "__main__":
    {"bare": bare, "program": lambda: program(Path(sys.argv[2]), *sys.argv[3:5])}[sys.argv[1]]()
