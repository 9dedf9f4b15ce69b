"""What a window does with an error: words beside the field, advice, an offer to reload, or a report of a bug."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout

from frontdesk import VERSION
from frontdesk.errors import DeskError, DeskUnavailable, NotAllowed, RuleBroken, Stale, Trouble
from frontdesk.messages import _, mark
from ui.parts.ask import Answer, Ask
from ui.parts.form import Form
from ui.parts.headings import Heading, Hint
from ui.parts.notices import Notices, Weight
from ui.parts.theme import SPACE

_log = logging.getLogger(__name__)

_TITLES: Final = {
    Trouble.LOCKED: mark("The office is open elsewhere"),
    Trouble.FULL: mark("The disk is full"),
    Trouble.DAMAGED: mark("The office's file is damaged"),
    Trouble.READ_ONLY: mark("Nothing can be written here"),
    Trouble.WRONG_PASSPHRASE: mark("Wrong passphrase"),
    Trouble.NEWER: mark("Made by a newer version"),
    Trouble.MISSING: mark("Not found"),
    Trouble.NOT_EMPTY: mark("The folder is not empty"),
    Trouble.BUSY: mark("Busy"),
    Trouble.CLOCK: mark("The clock is wrong"),
}


def explain(
    error: DeskError,
    ask: Ask,
    notices: Notices,
    *,
    form: Form | None = None,
    reload: Callable[[], object] | None = None,
) -> None:
    """Show an error of the lane in its place: beside its field, as an offer to `reload`, as advice, or as a notice."""
    if isinstance(error, RuleBroken) and form is not None:
        form.show_error(error)
    elif isinstance(error, Stale) and reload is not None:
        if ask.question(_("Changed meanwhile"), str(error), [Answer("reload", _("Show the new state"))]) == "reload":
            reload()
    elif isinstance(error, DeskUnavailable):
        ask.tell(_(_TITLES[error.trouble]), str(error))
    else:
        notices.say(str(error), Weight.WARN if isinstance(error, NotAllowed | RuleBroken | Stale) else Weight.ERROR)


class BugDialog(QDialog):
    """Says that the program is at fault, that nothing is lost, and gives the report to copy."""

    def __init__(self, report: str) -> None:
        super().__init__(QApplication.activeWindow())
        self.setObjectName("bug_dialog")
        self.setWindowTitle(_("A fault of the program"))
        self.resize(640, 420)
        self._report = QPlainTextEdit(report)
        self._report.setObjectName("bug_report")
        self._report.setAccessibleName(_("Report"))
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("Go on working"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("bug_close")
        copy = buttons.addButton(_("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("bug_copy")
        copy.clicked.connect(self.copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addWidget(Heading(_("Something went wrong in the program")))
        column.addWidget(
            Hint(
                _(
                    "This is the program's fault, not yours. What was saved is safe, and you can go on working. "
                    "Please copy the report and send it to whoever looks after the program; it holds no data of the "
                    "office."
                )
            )
        )
        column.addWidget(self._report, 1)
        column.addWidget(buttons)
        close.setDefault(True)
        close.setFocus()

    @property
    def report(self) -> str:
        """What there is to copy."""
        return self._report.toPlainText()

    @Slot()
    def copy(self) -> None:
        """The report to the clipboard."""
        QGuiApplication.clipboard().setText(self.report)


class Bugs(QObject):
    """Takes what nobody caught: logs it and shows one dialog at a time, however often it happens."""

    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dialog: BugDialog | None = None
        self._seen: set[str] = set()
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Stand at `sys.excepthook` and at that of the threads."""
        sys.excepthook = self.hook
        threading.excepthook = self._thread_hook

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take one uncaught error, from any thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("a bug", exc_info=(kind, error, trace))
        self._caught.emit(report_of(kind, trace))

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.hook(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(str)
    def _show(self, report: str) -> None:
        # A fault in painting comes again with every frame; the person hears of it once.
        if self.dialog is not None or report in self._seen:
            return
        self._seen.add(report)
        self.dialog = BugDialog(report)
        self.dialog.finished.connect(self._on_closed)
        self.dialog.open()

    @Slot()
    def _on_closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """What happened and on what machine; without the error's own words, which may quote somebody's data."""
    machine = (
        f"frontdesk {VERSION}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} "
        f"{platform.release()}"
    )
    lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    return "\n".join((machine, f"{kind.__module__}.{kind.__qualname__}", *lines))
