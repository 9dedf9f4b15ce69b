"""A secretary who types and never saves: ``python -m tests.journeys.typing_on FOLDER USER PASSPHRASE``.

Says on a line of its own after each letter how many there are and when, by the machine's running clock.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from frontdesk.commands.context import Start
from main import wire
from tests.ui.asking import ScriptedAsk
from tests.ui.keys import type_text
from tests.ui.stage import Kept
from ui.desk.application import Program
from ui.desk.shell import Shell
from ui.parts.theme import Theme

EVERY_MS = 40
WORDS = "Đèn đường trước nhà văn hóa hỏng đã ba tháng, "


class Typist(QObject):
    """Types into what has been opened, letter by letter, until the end of the program."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        shell.jump("petitions")
        shell.page.new_record()
        self._field = shell.page.petitions.intake.form.field("summary").control
        self._typed = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._type)
        self._timer.start()

    @Slot()
    def _type(self) -> None:
        type_text(self._field, WORDS[self._typed % len(WORDS)])
        self._typed += 1
        sys.stdout.write(f"{self._typed} {time.monotonic()}\n")
        sys.stdout.flush()


def main(folder: Path, user: str, passphrase: str) -> None:
    """Sign in and type."""
    app = QApplication([])
    program = Program(Start(folder, user, passphrase), wire(), Theme(app), Kept(), ask=ScriptedAsk())
    program.begin()
    assert isinstance(program.front, Shell)
    typist = Typist(program.front)
    app.exec()
    typist.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:4])
