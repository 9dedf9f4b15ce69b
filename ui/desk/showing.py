"""A paper in a window of its own: made on the worker, looked at, printed, saved."""

import io
import re
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.commands.rooms import PAPERS
from frontdesk.commands.services import Services
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from frontdesk.paper import Paper, print_docx, print_pdf, print_xlsx
from frontdesk.vietnamese import fold
from ui.parts.ask import Ask, QtAsk
from ui.parts.lane import Lane
from ui.parts.notices import Notices
from ui.parts.preview import EXCEL, WORD, Preview, Saver, Shown
from ui.parts.remembering import StateStore, keep_place, restore_place
from ui.parts.theme import SPACE, Theme

_WRITERS: Final = {"docx": (WORD, print_docx), "xlsx": (EXCEL, print_xlsx)}


def shown(paper: Paper, file_name: str, formats: tuple[str, ...] = ("pdf",)) -> Shown:
    """A paper ready for the preview, with the other forms it can be saved in."""
    return _shown(paper, _pdf(paper), file_name, formats)


def _pdf(paper: Paper) -> bytes:
    stream = io.BytesIO()
    print_pdf(paper, stream)
    return stream.getvalue()


def _shown(paper: Paper, pdf: bytes, file_name: str, formats: tuple[str, ...]) -> Shown:
    savers = tuple(
        Saver(kind, partial(write, paper)) for kind, write in (_WRITERS[each] for each in formats if each in _WRITERS)
    )
    return Shown(paper.title, pdf, file_name, savers)


def printed(services: Services, kind: str, ask: PaperAsk) -> Shown:
    """A paper of the office by its kind; runs on the reading worker."""
    days = [day.isoformat() for day in (ask.since, ask.until) if day is not None]
    name = "-".join(part for part in (_plain(paper_title(kind)), ask.number, *days) if part)
    paper = services.paper(kind, ask)
    # Final minutes are the very file that was kept, as `Services.print_paper` gives them out.
    kept = services.meetings.kept(kind, ask)
    return _shown(paper, _pdf(paper) if kept is None else kept, name, PAPERS[kind].formats)


def paper_title(kind: str) -> str:
    """What papers of this kind are called, beginning with a capital."""
    title = _(PAPERS[kind].title)
    return title[:1].upper() + title[1:]


def _plain(title: str) -> str:
    """What every stick and mail program takes as a file's name."""
    return re.sub("[^a-z0-9]+", "-", fold(title)).strip("-")


def documents() -> Path:
    """Where papers are saved at first."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()


class PaperWindow(QWidget):
    """Shows one paper; Esc closes it."""

    def __init__(
        self,
        title: str,
        lane: Lane,
        theme: Theme,
        state: StateStore,
        ask: Ask | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("paper_window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._state = state
        self.preview = Preview(lane, ask or QtAsk(self), Notices(self), folder=documents())
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.m)
        column.addWidget(self.preview)
        theme.add_keys(self)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
        self.preview.shown.connect(self._on_shown)
        if not restore_place(self, state):
            self.resize(1000, 700)

    @Slot(object)
    def _on_shown(self, paper: Shown) -> None:
        self.setWindowTitle(_("{paper} – preview").format(paper=paper.title))

    def closeEvent(self, event: object) -> None:
        """Qt's name: remember the place."""
        keep_place(self, self._state)
        super().closeEvent(event)  # type: ignore[arg-type]
