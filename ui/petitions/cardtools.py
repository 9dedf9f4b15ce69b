"""The buttons of one petition: exactly the steps allowed now, its papers, and the way back to the list."""

from collections.abc import Collection
from typing import Any, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from frontdesk.messages import _
from frontdesk.office import PaperAsk
from frontdesk.petitions import PAPERS, Correct, PetitionRow, Register, Route, ShowSensitive, Status
from ui.desk.doing import do, may
from ui.desk.env import Env
from ui.parts.headings import show_now
from ui.parts.menus import Entry, menu_button, push
from ui.parts.theme import SPACE
from ui.petitions.editing import correct_dialog
from ui.petitions.stepforms import STEPS, Step, offered, step_dialog
from ui.petitions.words import capital

SHOWN_MOST: Final = 4
_ONLY_AT: Final = {
    "guidance": (Status.CLASSIFIED, Status.GUIDED, Status.CLOSED),
    "return": (Status.CLASSIFIED, Status.RETURNED, Status.CLOSED),
    "reminder": (Status.FORWARDED,),
    "result": (Status.ANSWERED, Status.TOLD, Status.CLOSED),
}
"""Papers that make no sense before or after; the others can be printed at any time."""
_BY_ROUTE: Final = {
    Route.FORWARD: "forward",
    Route.GUIDE: "guide",
    Route.RETURN: "give_back",
    Route.FILE: "file",
    Route.ACCEPT: "answer",
}


class CardTools(QWidget):
    """Filled anew whenever the petition was read."""

    back = Signal()
    done = Signal(object)
    """What a step gave back."""
    part_asked = Signal()
    """Another part of the same letter is to be entered."""
    identity_shown = Signal(object)
    """The petition, whose identity paper may be shown now."""

    def __init__(self, env: Env, owner: QWidget) -> None:
        super().__init__()
        self.setObjectName("petition.tools")
        self._env, self._owner = env, owner
        self._row: PetitionRow | None = None
        self._files: list[str] = []
        self._place = QHBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(SPACE.s)
        self._leave = push(Entry(_("Back to the list (Esc)"), self.back, name="petition.leave"))
        self._inside: QWidget | None = None
        self._place.addWidget(self._leave)
        self._first: QPushButton = self._leave

    def show_steps(self, row: PetitionRow, allowed: Collection[str], files: list[str]) -> None:
        """Offer what may be done with `row` now."""
        had_focus = self._inside is not None and self._inside.isAncestorOf(self.focusWidget() or self)
        self._row, self._files = row, files
        steps = offered(self._env, row, allowed)
        if not files:
            steps = [step for step in steps if step.verb != "detach"]
        ahead = _leading(row, steps)[:SHOWN_MOST]
        others = [step for step in steps if step not in ahead]
        inside = QWidget()
        line = QHBoxLayout(inside)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.s)
        self._first = self._leave
        for at, step in enumerate(ahead):
            role = "main" if at == 0 else ""
            button = push(Entry(f"{_(step.button)}…", self._on_step, name=f"petition.step.{step.verb}", role=role))
            line.addWidget(button)
            if at == 0:
                self._first = button
        entries = [Entry(f"{_(step.button)}…", self._on_step, name=f"petition.step.{step.verb}") for step in others]
        if "correct" in allowed and may(self._env, Correct):
            entries.insert(0, Entry(_("Correct the entry…"), self._on_correct, name="petition.step.correct"))
        if row.sender_identity and may(self._env, ShowSensitive):
            entries.append(Entry(_("Show the identity paper"), self._on_sensitive, name="petition.sensitive"))
        if may(self._env, Register):
            entries.append(Entry(_("Enter another part of it…"), self.part_asked, name="petition.part"))
        line.addWidget(menu_button("petition.more", _("More"), entries))
        papers = [
            Entry(capital(_(kind.title)), self._on_paper, name=f"petition.paper.{kind.name}")
            for kind in PAPERS
            if "number" in kind.asks
            and row.status in _ONLY_AT.get(kind.name, tuple(Status))
            and (kind.name != "transfer" or row.forwarded_to)
        ]
        line.addWidget(menu_button("petition.papers", _("Papers"), papers, "print"))
        line.addStretch(1)
        if self._inside is not None:
            self._place.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = inside
        self._place.insertWidget(0, inside, 1)
        show_now(inside)
        QWidget.setTabOrder(inside, self._leave)
        if had_focus:
            self.take_focus()

    def take_focus(self) -> None:
        """The keyboard on the next step."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_step(self, verb: str) -> None:
        """Open the form of one step."""
        step: Step = next(step for step in STEPS if step.verb == verb)
        if self._row is not None:
            dialog = step_dialog(self._env, self._row, step, self._owner, self._files)
            dialog.saved.connect(self.done)
            dialog.begin()

    @Slot()
    def _on_step(self) -> None:
        sender: Any = self.sender()
        self.open_step(sender.objectName().rpartition(".")[2])

    @Slot()
    def _on_correct(self) -> None:
        if self._row is not None:
            dialog = correct_dialog(self._env, self._row, self._owner)
            dialog.saved.connect(self.done)
            dialog.begin()

    @Slot()
    def _on_sensitive(self) -> None:
        if self._row is not None:
            says = _("Shown; it goes into the journal.")
            do(self._env, ShowSensitive(self._row.number), self._owner, done=self.identity_shown.emit, says=says)

    @Slot()
    def _on_paper(self) -> None:
        sender: Any = self.sender()
        if self._row is not None:
            self._env.show_paper(sender.objectName().rpartition(".")[2], PaperAsk(number=self._row.number))


def _leading(row: PetitionRow, steps: Collection[Step]) -> list[Step]:
    """The steps that lead the case on, first the one it was classified for."""
    ahead = [step for step in steps if step.ahead]
    if row.status is not Status.CLASSIFIED or row.route is None:
        return ahead
    wanted = _BY_ROUTE[row.route]
    # Classifying once more is possible, but no longer what comes next.
    return sorted((step for step in ahead if step.verb != "classify"), key=lambda step: step.verb != wanted)
