"""Pictures of every window, dialog and empty state: ``python -m tests.ui.pictures FOLDER [NAME …]``.
Without names the pictures of the help are renewed too.

At 1366×768, at 100 % and 150 %, light and dark, in Vietnamese. Each room registers its own, ``SHOTS: list[Shot]`` in
``tests/ui/<room>/shots.py``; a shot is given the sample office on a `Stage`. Look at each picture after a change, and
mend what is cut, crooked or hard to read.
"""

import importlib.util
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.commands import demo
from frontdesk.commands.services import build
from frontdesk.messages import use
from frontdesk.store import open_store
from tests.ui.asking import ScriptedAsk
from tests.ui.stage import Stage, staged
from ui.parts import qt_texts
from ui.parts.lane import Lane
from ui.parts.theme import Theme

SCREEN = (1366, 768)
NOW = datetime(2026, 6, 22, 8, 0)
LONGEST_WAIT_MS = 20_000
TURN_MS = 30


class PictureClock:
    """Stands still at eight in the morning."""

    def now(self) -> datetime:
        return NOW


@dataclass(frozen=True)
class Shot:
    """A picture: `make` gives the window, shown or not. `whole_screen`: as large as the office's screen."""

    name: str
    make: Callable[[Stage], QWidget]
    whole_screen: bool = False


HELP_PICTURES = {
    "shell": "today",
    "roster-people": "roster",
    "meetings-session-opinions": "meetings",
    "petitions-card-forwarded": "petitions",
    "fund-vouchers": "fund",
}
"""The shots that the pages of the help show, by the name of the page."""
HELP_WIDTH = 720


def keep_for_help(folder: Path) -> None:
    """Put the pictures of the help among the resources, small enough for its window."""
    place = Path(__file__).parents[2] / "resources" / "help" / "pictures"
    place.mkdir(exist_ok=True)
    for shot, page in HELP_PICTURES.items():
        drawn = QPixmap(str(folder / f"{shot}-light-100.png"))
        assert not drawn.isNull(), shot
        small = drawn.scaledToWidth(HELP_WIDTH, Qt.TransformationMode.SmoothTransformation)
        small.save(str(place / f"{page}.png"))


def gather() -> Iterator[Shot]:
    """The shots of all rooms."""
    for path in sorted(Path(__file__).parent.glob("*/shots.py")):
        spec = importlib.util.spec_from_file_location(f"tests.ui.{path.parent.name}.shots", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield from module.SHOTS


def take(folder: Path, office: Path, only: Sequence[str] = ()) -> None:
    """Write the pictures."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    qt_texts.install(app, "vi")
    theme = Theme(app)
    folder.mkdir(parents=True, exist_ok=True)
    shots = [shot for shot in gather() if not only or any(shot.name.startswith(name) for name in only)]
    store = open_store(office, demo.USER, demo.PASSPHRASE, clock=PictureClock())
    with staged(build(store), theme, ScriptedAsk()) as given:
        for mode in ("light", "dark"):
            for zoom in (1.0, 1.5):
                theme.set_mode(mode)
                theme.set_zoom(zoom)
                for shot in shots:
                    picture(shot, given).save(str(folder / f"{shot.name}-{mode}-{round(zoom * 100)}.png"))
    store.close()


def settle(lane: Lane) -> None:
    """Wait until the workers have nothing to do and everything is drawn."""
    for _turn in range(LONGEST_WAIT_MS // TURN_MS):
        QTest.qWait(TURN_MS)
        if not lane._jobs:
            break
    QTest.qWait(TURN_MS)


def picture(shot: Shot, given: Stage) -> QPixmap:
    """One window, drawn once it has settled."""
    widget = shot.make(given)
    if shot.whole_screen:
        widget.resize(*SCREEN)
    widget.show()
    settle(given.env.lane)
    wanted = widget.size().expandedTo(widget.minimumSizeHint())
    widget.resize(min(wanted.width(), SCREEN[0]), min(wanted.height(), SCREEN[1]))
    settle(given.env.lane)
    drawn = widget.grab()
    widget.hide()
    widget.deleteLater()
    return drawn


if __name__ == "__main__":
    use("vi")
    with tempfile.TemporaryDirectory() as place:
        kept = Path(os.environ.get("FRONTDESK_OFFICE", place)) / "demo"
        demo.make_sample(kept, demo.PASSPHRASE)
        take(Path(sys.argv[1]), kept, sys.argv[2:])
        if not sys.argv[2:] or set(sys.argv[2:]) >= HELP_PICTURES.keys():
            keep_for_help(Path(sys.argv[1]))
