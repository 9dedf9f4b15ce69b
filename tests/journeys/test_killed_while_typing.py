"""The program killed in the middle of a word."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.commands.context import Start
from main import wire
from tests.conftest import PASSPHRASE, USER
from tests.journeys.typing_on import WORDS
from tests.ui.asking import ScriptedAsk
from tests.ui.stage import Kept
from ui.desk.application import Program
from ui.desk.shell import Shell
from ui.parts.theme import Theme

MOST_LOST_S: Final = 2.0
ON_THE_WAY_S: Final = 1.0
"""What a busy machine may take to bring the draft to the disk."""
TYPES_FOR_S: Final = 5.0
ROOT: Final = Path(__file__).parents[2]

Begins = Callable[[], Shell]


@pytest.fixture
def begins(collected_at_home: None, qapp: QApplication, office_folder: Path) -> "Begins":
    """Starts the program and signs in; ended by the fixture."""
    started: list[Program] = []

    def begin() -> Shell:
        program = Program(Start(office_folder, USER, PASSPHRASE), wire(), Theme(qapp), Kept(), ask=ScriptedAsk())
        started.append(program)
        program.begin()
        assert isinstance(program.front, Shell)
        return program.front

    yield begin
    for program in started:
        program.end()


def typed_until_killed(folder: Path) -> tuple[list[tuple[int, float]], float]:
    """How many letters there were and when, and when the program was killed."""
    words = [sys.executable, "-m", "tests.journeys.typing_on", str(folder), USER, PASSPHRASE]
    letters: list[tuple[int, float]] = []
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout is not None
        for line in running.stdout:
            count, at = line.split()
            letters.append((int(count), float(at)))
            if letters[-1][1] - letters[0][1] >= TYPES_FOR_S:
                break
        killed = time.monotonic()
        running.send_signal(signal.SIGKILL)
    return letters, killed


def test_two_seconds_of_text_are_lost_at_most_and_the_rest_is_offered(
    begins: Begins, office_folder: Path, qtbot: QtBot
) -> None:
    letters, killed = typed_until_killed(office_folder)
    safe = max(count for count, at in letters if at <= killed - MOST_LOST_S - ON_THE_WAY_S)
    shell = begins()
    today = shell.page
    qtbot.waitUntil(lambda: "drafts" in today.cards)
    lines = today.cards["drafts"].lines
    lines.itemActivated.emit(lines.item(0))
    kept = str(shell.page.petitions.intake.form.values()["summary"])
    whole = WORDS * (len(letters) // len(WORDS) + 1)
    assert whole.startswith(kept)
    assert len(kept) >= len(whole[:safe].rstrip())
    assert any("is here again" in text for text in shell.env.notices.texts)
