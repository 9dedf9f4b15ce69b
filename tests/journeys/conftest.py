"""Whole days of an office, from its first hour on."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.commands.context import Start
from main import wire
from tests.journeys.keyboard import Keyboard
from tests.ui.asking import ScriptedAsk
from tests.ui.stage import Kept
from ui.desk.application import Program
from ui.parts.theme import Theme


@pytest.fixture
def keyboard(qtbot: QtBot) -> Keyboard:
    return Keyboard(qtbot)


@pytest.fixture
def answers() -> Iterator[ScriptedAsk]:
    """What the machine's own dialogs (which file, where to) are answered."""
    scripted = ScriptedAsk()
    yield scripted
    assert scripted.is_done, "an answer was prepared that nobody asked for"


@pytest.fixture
def program(collected_at_home: None, qapp: QApplication, answers: ScriptedAsk, tmp_path: Path) -> Iterator[Program]:
    """The program as `main` wires it, on a computer that has no office yet."""
    made = Program(Start(tmp_path / "office", None), wire(), Theme(qapp), Kept(), ask=answers)
    made.begin()
    yield made
    made.end()
