"""Opinions, and under them the way of the one chosen: from the meeting over the petition to the answer."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from frontdesk.meetings import OpinionLine
from frontdesk.messages import _
from ui.meetings.entry_section import EntrySection
from ui.meetings.kinds import OPINIONS
from ui.meetings.subject import Subject
from ui.meetings.words import PETITIONS, day_words
from ui.parts.headings import label
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
        at = self.list.place_of(row) if row is not None else None
        lines = self.subject.env.services.meetings.opinions(self.subject.number) if at is not None else []
        line = lines[at] if at is not None and at < len(lines) else None
        self._way.setText(way_words(line) if line is not None else "")
        self._jump.setVisible(line is not None and line.petition is not None)
        if line is not None and line.petition is not None:
            self._jump.setText(_("Open {number}").format(number=line.petition))
            self._jump.setProperty("number", line.petition)

    @Slot()
    def _on_jump(self) -> None:
        self.subject.env.jump(str(self._jump.property("number")))
