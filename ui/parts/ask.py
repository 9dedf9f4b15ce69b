"""Questions to the person, as an object handed to every window: tests pass one that answers by script."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QMessageBox, QPushButton, QVBoxLayout, QWidget

from frontdesk.messages import _
from ui.parts.fields import TextField
from ui.parts.headings import Hint
from ui.parts.theme import SPACE


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file a person may choose: its name as shown, and its endings without dot."""

    name: str
    endings: tuple[str, ...]

    def as_filter(self) -> str:
        """The way Qt's file dialog reads it."""
        return f"{self.name} ({' '.join(f'*.{ending}' for ending in self.endings)})"


@dataclass(frozen=True, slots=True)
class Answer:
    """A button of a question: what `Ask.question` returns, and what stands on it."""

    key: str
    text: str


class Ask(Protocol):
    """What a window may ask. Every answer may be None or False: the person went back, and nothing happens."""

    def confirm(self, title: str, what_happens: str, yes: str, *, risky: bool = False) -> bool:
        """Whether to go on; `what_happens` says what will happen, `yes` names the deed. Enter does no `risky` one."""

    def question(self, title: str, text: str, answers: Sequence[Answer]) -> str | None:
        """The key of the answer chosen; the first is the one Enter takes."""

    def reason(self, title: str, why: str, yes: str) -> str | None:
        """A sentence typed by the person, never blank."""

    def choose_file(self, title: str, kinds: Sequence[Kind], start: Path | None = None) -> Path | None:
        """An existing file to read."""

    def choose_files(self, title: str, kinds: Sequence[Kind], start: Path | None = None) -> tuple[Path, ...]:
        """Existing files to read, in the order shown; () for none."""

    def choose_save(self, title: str, kinds: Sequence[Kind], suggested: Path | None = None) -> Path | None:
        """A file to write; the person has agreed to replace one that exists."""

    def choose_folder(self, title: str, start: Path | None = None) -> Path | None:
        """An existing folder."""

    def tell(self, title: str, text: str) -> None:
        """Say something that must be read before going on. Rarely: notices do not block."""

    def printer(self, title: str, pages: int) -> QPrinter | None:
        """A printer set up by the person, for a paper of so many pages."""


REASON_MOST: Final = 2000
PRINT_DPI: Final = 300


class QtAsk:
    """Asks with dialogs over `window`."""

    def __init__(self, window: QWidget | None = None) -> None:
        self._window = window
        self._folder = _documents()

    def confirm(self, title: str, what_happens: str, yes: str, *, risky: bool = False) -> bool:
        """See `Ask.confirm`."""
        box = self._box(title, what_happens, QMessageBox.Icon.Warning if risky else QMessageBox.Icon.NoIcon)
        go = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        back = box.addButton(_("Go back"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(back if risky else go)
        box.setEscapeButton(back)
        box.exec()
        agreed = box.clickedButton() is go
        box.deleteLater()
        return agreed

    def question(self, title: str, text: str, answers: Sequence[Answer]) -> str | None:
        """See `Ask.question`."""
        box = self._box(title, text, QMessageBox.Icon.NoIcon)
        buttons = {answer.key: box.addButton(answer.text, QMessageBox.ButtonRole.AcceptRole) for answer in answers}
        back = box.addButton(_("Go back"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(next(iter(buttons.values())))
        box.setEscapeButton(back)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return next((key for key, button in buttons.items() if button is clicked), None)

    def reason(self, title: str, why: str, yes: str) -> str | None:
        """See `Ask.reason`."""
        dialog = ReasonDialog(title, why, yes, self._window)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        text = dialog.text()
        dialog.deleteLater()
        return text if agreed and text else None

    def choose_file(self, title: str, kinds: Sequence[Kind], start: Path | None = None) -> Path | None:
        """See `Ask.choose_file`."""
        path, _kind = QFileDialog.getOpenFileName(self._window, title, self._place(start), _filters(kinds))
        return self._chosen(path)

    def choose_files(self, title: str, kinds: Sequence[Kind], start: Path | None = None) -> tuple[Path, ...]:
        """See `Ask.choose_files`."""
        paths, _kind = QFileDialog.getOpenFileNames(self._window, title, self._place(start), _filters(kinds))
        return tuple(chosen for path in paths if (chosen := self._chosen(path)) is not None)

    def choose_save(self, title: str, kinds: Sequence[Kind], suggested: Path | None = None) -> Path | None:
        """See `Ask.choose_save`."""
        dialog = QFileDialog(self._window, title, self._place(suggested), _filters(kinds))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        if kinds:
            dialog.setDefaultSuffix(kinds[0].endings[0])
        chosen = dialog.selectedFiles() if dialog.exec() == QDialog.DialogCode.Accepted else []
        dialog.deleteLater()
        return self._chosen(chosen[0] if chosen else "")

    def choose_folder(self, title: str, start: Path | None = None) -> Path | None:
        """See `Ask.choose_folder`."""
        path = QFileDialog.getExistingDirectory(self._window, title, self._place(start))
        return Path(path) if path else None

    def tell(self, title: str, text: str) -> None:
        """See `Ask.tell`."""
        box = self._box(title, text, QMessageBox.Icon.Information)
        box.addButton(_("Got it"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()

    def printer(self, title: str, pages: int) -> QPrinter | None:
        """See `Ask.printer`."""
        # ScreenResolution with the dots set afterwards: HighResolution makes a 1200-dot page of every sheet.
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setResolution(PRINT_DPI)
        printer.setDocName(title)
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(_("Print"))
        dialog.setMinMax(1, pages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if agreed else None

    def _place(self, start: Path | None) -> str:
        """Where a dialog of files begins: a bare name, or none, in the folder last chosen from."""
        return str(self._folder / start if start is not None else self._folder)

    def _chosen(self, path: str) -> Path | None:
        if not path:
            return None
        self._folder = Path(path).parent
        return Path(path)

    def _box(self, title: str, text: str, icon: QMessageBox.Icon) -> QMessageBox:
        box = QMessageBox(icon, title, text, QMessageBox.StandardButton.NoButton, self._window)
        box.setObjectName("question")
        return box


class ReasonDialog(QDialog):
    """Asks for one sentence; its deed's button wakes up once something is typed."""

    def __init__(self, title: str, why: str, yes: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reason_dialog")
        self.setWindowTitle(title)
        hint = Hint(why)
        self._field = TextField(most=REASON_MOST)
        self._field.control.setObjectName("reason")
        self._field.name_for_access(why)
        self._buttons = QDialogButtonBox()
        self._yes: QPushButton = self._buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self._yes.setObjectName("reason_yes")
        self._buttons.addButton(_("Go back"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._field.changed.connect(self._on_changed)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        for widget in (hint, self._field, self._buttons):
            column.addWidget(widget)
        self._on_changed()

    def text(self) -> str:
        """What was typed, trimmed."""
        return self._field.value().strip()

    def _on_changed(self) -> None:
        self._yes.setEnabled(bool(self.text()))


def _filters(kinds: Sequence[Kind]) -> str:
    return ";;".join(kind.as_filter() for kind in kinds)


def _documents() -> Path:
    """Where people keep their papers; never where the program happens to have been started."""
    place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return place if place.is_dir() else Path.home()
