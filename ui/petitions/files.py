"""The scans and files of a petition, each a button: pages open in a window, other files are saved as a copy."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton

from frontdesk.errors import DeskError
from frontdesk.messages import _
from frontdesk.paper import write_whole
from frontdesk.petitions import Petitions
from frontdesk.store import AttachmentRow
from ui.desk.env import Env
from ui.desk.showing import PaperWindow, documents
from ui.parts.ask import Kind
from ui.parts.errors import explain
from ui.parts.headings import Section
from ui.parts.preview import Shown

SCANS: Final = frozenset({".pdf", ".png", ".jpg", ".jpeg"})


class Files(Section):
    """What is kept with the petition of this number."""

    def __init__(self, env: Env, number: str) -> None:
        super().__init__(_("Scans and files"))
        self._env, self._number = env, number
        self._rows: dict[int, AttachmentRow] = {}
        self._buttons: list[QPushButton] = []
        self.windows: list[PaperWindow] = []
        self.hide()

    def show_files(self, files: Sequence[AttachmentRow]) -> None:
        """Show these."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons, self._rows = [], {file.id: file for file in files}
        for file in files:
            button = QPushButton(file.name)
            button.setObjectName(f"petition.file.{file.id}")
            button.setProperty("role", "link")
            button.setProperty("file", file.id)
            button.setToolTip(_("Look at it") if is_scan(file) else _("Save a copy"))
            button.clicked.connect(self._on_clicked)
            self.add(button)
            self._buttons.append(button)
        self.setVisible(bool(files))

    @Slot()
    def _on_clicked(self) -> None:
        file = self._rows[int(self.sender().property("file"))]
        if is_scan(file):
            self._look_at(file)
        else:
            self._save(file)

    def _look_at(self, file: AttachmentRow) -> None:
        env = self._env
        window = PaperWindow(file.name, env.lane, env.theme, env.state, env.ask, self.window())
        window.show()
        window.preview.show_paper(partial(_pages, env.services.petitions, self._number, file))
        self.windows.append(window)

    def _save(self, file: AttachmentRow) -> None:
        ending = Path(file.name).suffix.lstrip(".").lower()
        kinds = (Kind(_("Files"), (ending,)),) if ending else ()
        path = self._env.ask.choose_save(_("Save a copy"), kinds, documents() / file.name)
        if path is not None:
            copy = partial(_copy, self._env.services.petitions, self._number, file.id, path)
            self._env.lane.read(copy, self._on_saved, self._on_failed, self)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._env.notices.say(_("“{name}” is saved.").format(name=path.name))

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        explain(error, self._env.ask, self._env.notices)


def is_scan(file: AttachmentRow) -> bool:
    """Whether a file has pages to look at."""
    return Path(file.name).suffix.lower() in SCANS


def _pages(petitions: Petitions, number: str, file: AttachmentRow) -> Shown:
    return Shown(file.name, petitions.file_pages(number, file.id), Path(file.name).stem)


def _copy(petitions: Petitions, number: str, file_id: int, path: Path) -> Path:
    write_whole(petitions.file_content(number, file_id), path)
    return path
