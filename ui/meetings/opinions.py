"""Opinions, and under them the way of the one chosen: from the meeting over the petition to the answer."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from frontdesk.errors import DeskError
from frontdesk.meetings import AskToSpeak, OpinionLine, speakers
from frontdesk.messages import _
from ui.meetings.entry_section import EntrySection
from ui.meetings.kinds import OPINIONS
from ui.meetings.subject import Subject
from ui.meetings.words import PETITIONS, day_words
from ui.parts.fields import Choice
from ui.parts.headings import label
from ui.parts.lane import Job
from ui.parts.theme import SPACE

_NAMES_SHOWN: Final = 3


def way_words(line: OpinionLine) -> str:
    """The way of an opinion in one line."""
    steps = [f"{line.meeting} ({day_words(line.day)})"]
    if line.answer:
        steps.append(_("answered on the spot"))
    if line.petition is not None and line.status is not None:
        steps.append(f"{line.petition} ({_(PETITIONS[line.status])})")
        if line.forwarded_to:
            steps.append(_("sent to {agency}").format(agency=line.forwarded_to))
        if line.answered is not None:
            steps.append(_("answered {day}").format(day=day_words(line.answered)))
        if line.result:
            steps.append(line.result)
    elif not line.answer:
        steps.append(_("noted in the minutes"))
    return " → ".join(steps)


class OpinionSection(EntrySection):
    """The opinions of a meeting. In session F4 gives the floor to the next of those who asked to speak."""

    def __init__(self, subject: Subject, *, in_session: bool = False) -> None:
        self._asked: Job | None = None
        self._way = label("", "hint", name="opinion.way")
        self._jump = QPushButton()
        self._jump.setObjectName("opinion.jump")
        self._jump.setProperty("role", "link")
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(self._way, 1)
        row.addWidget(self._jump)
        self._turns = label("", "hint", name="opinion.turns")
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self._turns)
        column.addWidget(foot)
        self._in_session = in_session
        super().__init__(subject, OPINIONS, in_session=in_session, foot=below)
        if in_session:
            QShortcut(
                QKeySequence(Qt.Key.Key_F4), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            ).activated.connect(self.call_up)
        self._jump.clicked.connect(self._on_jump)
        self.list.picked.connect(self._on_picked)
        self._on_picked(None)

    def show_row(self) -> None:
        """See `Part`."""
        super().show_row()
        self._on_picked(self.list.current())
        waiting = [row.name for row in speakers(self.subject.row.delegates)]
        said = _("Next to speak (F4): {names}").format(names=", ".join(waiting[:_NAMES_SHOWN]))
        more = len(waiting) - _NAMES_SHOWN
        self._turns.setText(said if more <= 0 else f"{said} +{more}")
        self._turns.setVisible(self._in_session and bool(waiting))

    @Slot()
    def call_up(self) -> None:
        """The next of those who asked to speak has the floor; nothing while somebody's words are half typed."""
        waiting = speakers(self.subject.row.delegates)
        if self.adding is None or self.editing is not None or self.adding.form.dirty or not waiting:
            return
        row, form = waiting[0], self.adding.form
        form.restore_draft({"speaker": Choice(f"delegate {row.code}", row.name, row.post), "organisation": row.post})
        form.field("text").setFocus(Qt.FocusReason.OtherFocusReason)
        place = next(at for at, each in enumerate(self.subject.row.delegates, 1) if each.id == row.id)
        self.subject.do(AskToSpeak(self.subject.number, place, 0), self)

    @Slot(object)
    def _on_picked(self, row: Any) -> None:
        """Ask for its way on the reading worker; an answer that comes too late is not shown."""
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        at = self.list.place_of(row) if row is not None else None
        if at is None:
            self._way.setText("")
            self._jump.hide()
            return
        env, number = self.subject.env, self.subject.number
        work = partial(env.services.meetings.opinion, number, at + 1)
        self._asked = env.lane.read(work, self._on_way, self._on_failed, self)

    @Slot(object)
    def _on_way(self, line: OpinionLine) -> None:
        self._asked = None
        self._way.setText(way_words(line))
        self._jump.setVisible(line.petition is not None)
        if line.petition is not None:
            self._jump.setText(_("Open {number}").format(number=line.petition))
            self._jump.setProperty("number", line.petition)

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        self._asked = None
        self._way.setText(str(error))

    @Slot()
    def _on_jump(self) -> None:
        self.subject.env.jump(str(self._jump.property("number")))
