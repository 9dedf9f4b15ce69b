"""Windows without a screen: offscreen, with letters for Vietnamese, questions answered by script."""

import logging
import os
from collections.abc import Iterator

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk import messages
from frontdesk.commands.services import Services
from tests.ui.asking import ScriptedAsk
from tests.ui.stage import Stage, staged
from ui.desk.env import Env
from ui.parts import qt_texts
from ui.parts.lane import Lane
from ui.parts.theme import Theme, has_vietnamese


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The program's look, as `main` puts it on."""
    dressed = Theme(qapp)
    assert has_vietnamese(qapp.font()), "no font of this machine holds every Vietnamese letter"
    return dressed


@pytest.fixture(autouse=True)
def spoken(request: pytest.FixtureRequest, english: None, qapp: QApplication) -> Iterator[str]:
    """The language of this test's windows and of Qt's own words: English, but where a test is given another."""
    language: str = getattr(request, "param", "en")
    messages.use(language)
    before = QLocale()
    if language == "vi":
        qt_texts.install(qapp, language)
    yield language
    for texts in qapp.findChildren(qt_texts.QtTexts):
        qapp.removeTranslator(texts)
        texts.deleteLater()
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def usual_look(collected_at_home: None, theme: Theme) -> Iterator[Theme]:
    """Light and 100 % before and after every test."""
    theme.wear("light", 1.0)
    yield theme
    # What the test closed is gone before the look changes, or every window of it would be dressed once more.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.wear("light", 1.0)


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A log record of WARNING or more fails the test that did not take it out with `caplog.clear()`."""
    yield
    loud = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not loud


@pytest.fixture
def ask() -> Iterator[ScriptedAsk]:
    scripted = ScriptedAsk()
    yield scripted
    assert scripted.is_done, "an answer was prepared that nobody asked for"


@pytest.fixture
def lane(qapp: QApplication) -> Iterator[Lane]:
    running = Lane()
    yield running
    running.close()


@pytest.fixture
def stage(services: Services, theme: Theme, ask: ScriptedAsk, qtbot: QtBot) -> Iterator[Stage]:
    """A window over this test's own office, and what a page in it asks to be opened."""
    with staged(services, theme, ask) as ready:
        qtbot.addWidget(ready.window)
        yield ready


@pytest.fixture
def env(stage: Stage) -> Env:
    """What a desk is given."""
    return stage.env
