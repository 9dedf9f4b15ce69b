"""Opinions, and under them the way of the one chosen: from the meeting over the petition to the answer."""

from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from frontdesk.errors import DeskError
from frontdesk.meetings import OpinionLine
from frontdesk.messages import _
from ui.meetings.entry_section import EntrySection
from ui.meetings.kinds import OPINIONS
from ui.meetings.subject import Subject
from ui.meetings.words import PETITIONS, day_words
from ui.parts.headings import label
from ui.parts.lane import Job
from ui.parts.theme import SPACE


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
    """The opinions of a meeting."""

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
        super().__init__(subject, OPINIONS, in_session=in_session, foot=foot)
        self._jump.clicked.connect(self._on_jump)
        self.list.picked.connect(self._on_picked)
        self._on_picked(None)

    def show_row(self) -> None:
        """See `Part`."""
        super().show_row()
        self._on_picked(self.list.current())

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
