"""A file to take in: chosen, or dropped from the file manager."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from frontdesk.messages import _
from ui.parts.ask import Ask, Kind
from ui.parts.fields import Field
from ui.parts.headings import label, restyle
from ui.parts.theme import SPACE


class FileField(Field):
    """One file of the given kinds; `value` is its path or None."""

    def __init__(self, ask: Ask, kinds: Sequence[Kind], *, title: str = "") -> None:
        super().__init__()
        self._ask, self._kinds, self._title = ask, tuple(kinds), title or _("Choose a file")
        self._path: Path | None = None
        self._trouble = ""
        self.place = _DropPlace()
        self.words = label("", "hint", name="file_name")
        self.button = QPushButton(_("Choose…"))
        self.button.clicked.connect(self._on_choose)
        row = QHBoxLayout(self.place)
        row.setContentsMargins(SPACE.m, SPACE.s, SPACE.s, SPACE.s)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.place.dropped.connect(self._take)
        self._column.addWidget(self.place)
        self.hold(self.button)
        self._show()

    def value(self) -> Path | None:
        return self._path

    def set_value(self, value: Path | None) -> None:
        self._path, self._trouble = value, ""
        self._show()

    def trouble(self) -> str:
        return self._trouble

    def name_for_access(self, name: str) -> None:
        super().name_for_access(f"{name}: {self.button.text()}")

    @Slot()
    def _on_choose(self) -> None:
        path = self._ask.choose_file(self._title, self._kinds, self._path.parent if self._path else None)
        if path is not None:
            self._take(path)

    @Slot(object)
    def _take(self, path: Path) -> None:
        endings = tuple(ending for kind in self._kinds for ending in kind.endings)
        if endings and path.suffix.lower().lstrip(".") not in endings:
            self._trouble = _("“{file}” is no {kinds} file.").format(file=path.name, kinds=", ".join(endings))
        else:
            self._path, self._trouble = path, ""
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.words.setText(self._trouble or (self._path.name if self._path else _("Drop a file here, or choose one.")))
        self.words.setToolTip(str(self._path or ""))
        restyle(self.words, "role", "error" if self._trouble else "value" if self._path else "hint")


class _DropPlace(QFrame):
    """Takes one dropped file."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt's name."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            restyle(self, "over", True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Qt's name."""
        restyle(self, "over", False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt's name."""
        restyle(self, "over", False)
        event.acceptProposedAction()
        self.dropped.emit(Path(event.mimeData().urls()[0].toLocalFile()))
