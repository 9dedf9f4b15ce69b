"""A vote by name: everybody who may vote in a list, each marked by one key, the totals as they stand."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from frontdesk.meetings import Choice, MeetingRow, NameVote
from frontdesk.messages import _, mark, n_
from ui.meetings.subject import Subject
from ui.parts.announcing import announce
from ui.parts.colours import Tone
from ui.parts.fields import Field
from ui.parts.headings import Hint, label
from ui.parts.rowtable import Table
from ui.parts.table import Column, ListSource, TableModel
from ui.parts.theme import SPACE

CHOICES: Final[dict[Choice, str]] = {
    Choice.FOR: mark("for"),
    Choice.AGAINST: mark("against"),
    Choice.ABSTAIN: mark("abstains"),
    Choice.SPOILED: mark("not valid"),
}
_KEYS: Final = {
    Qt.Key.Key_1: Choice.FOR,
    Qt.Key.Key_2: Choice.AGAINST,
    Qt.Key.Key_3: Choice.ABSTAIN,
    Qt.Key.Key_Space: Choice.FOR,
}
_TAKING_BACK: Final = (Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_TONES: Final = {Choice.FOR: Tone.GOOD, Choice.AGAINST: Tone.BAD}
_ROWS_SHOWN: Final = 9
_NAME_LEAST: Final = 12
"""Digits: what of a name must be seen."""
_ONLY_NAMED: Final = "-"
"""Stands in a field's value for what somebody voted, where only the name is recorded."""


@dataclass(frozen=True)
class Voter:
    """Somebody who may vote; `id` is the place in the list, from 1."""

    id: int
    name: str
    post: str
    choice: Choice | None = None


def voters(row: MeetingRow, votes: Iterable[NameVote]) -> tuple[Voter, ...]:
    """Who may vote: those present, everybody while nobody is marked, and whoever has voted; with what they voted."""
    marked = any(each.present is not None for each in row.delegates)
    found = [Voter(0, each.name, each.post) for each in row.delegates if each.present or not marked]
    left = list(votes)
    for at, voter in enumerate(found):
        vote = next((each for each in left if each.name == voter.name), None)
        if vote is not None:
            left.remove(vote)
            found[at] = replace(voter, choice=vote.choice)
    found += [Voter(0, vote.name, "", vote.choice) for vote in left]
    return tuple(replace(each, id=at) for at, each in enumerate(found, 1))


class RollTable(Table):
    """1 for, 2 against, 3 abstains, 0 takes back; then the next one."""

    chosen = Signal(object)
    """What the person at the current row votes: a `Choice`, None to take it back."""
    finished = Signal()
    """Enter: the roll is called."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's name."""
        key = event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _KEYS:
            self.chosen.emit(_KEYS[Qt.Key(key)])
        elif plain and key in _TAKING_BACK:
            self.chosen.emit(None)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class RollField(Field):
    """Who voted what; `value` is a tuple of texts "for Nguyễn Văn An", in the list's order, as drafts keep it."""

    def __init__(self, subject: Subject, votes: Sequence[NameVote] = ()) -> None:
        super().__init__()
        self._subject = subject
        self._given: tuple[NameVote, ...] = ()
        self._touched = False
        self._rows: list[Voter] = []
        self._source: ListSource[Voter] = ListSource()
        self._model = TableModel(self._source, _columns())
        self.table = RollTable()
        self.table.setModel(self._model)
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSectionsMovable(False)
        self.totals = label("", "value", name="roll.totals")
        self._rest = QPushButton(_("All others for"))
        self._rest.setObjectName("roll.rest")
        self._column.addWidget(Hint(_("1 for, 2 against, 3 abstains, 0 takes back. Enter when all have voted.")))
        self._column.addWidget(self.table)
        self._column.addWidget(self.totals)
        foot = QHBoxLayout()
        foot.addWidget(self._rest)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self.hold(self.table)
        self._fit()
        self.set_votes(votes)
        self.table.chosen.connect(self._on_chosen)
        self.table.finished.connect(self.entered)
        self._rest.clicked.connect(self._on_rest)
        subject.changed.connect(self._on_people)

    def votes(self) -> tuple[NameVote, ...]:
        """Who has voted what, as it was shown until the person changes it; who has not voted is left out."""
        if not self._touched:
            return self._given
        return tuple(NameVote(each.name, each.choice) for each in self._rows if each.choice is not None)

    def counts(self) -> Mapping[Choice, int]:
        """How many voted what."""
        return Counter(each.choice for each in self._rows if each.choice is not None)

    def set_votes(self, votes: Iterable[NameVote]) -> None:
        """Show who voted what."""
        self._given, self._touched = tuple(votes), False
        self._rows = list(voters(self._subject.row, self._given))
        self._show()

    def value(self) -> tuple[str, ...]:
        return tuple(f"{vote.choice or _ONLY_NAMED} {vote.name}" for vote in self.votes())

    def set_value(self, value: Sequence[str] | None) -> None:
        pairs = (each.partition(" ") for each in value or ())
        self.set_votes(
            NameVote(name, None if choice == _ONLY_NAMED else Choice(choice)) for choice, _blank, name in pairs
        )

    def _show(self) -> None:
        at = max(0, self.table.currentIndex().row())
        self._source.set_rows(self._rows)
        self._model.ask(self._model.query)
        if self._rows:
            self.table.selectRow(min(at, len(self._rows) - 1))
        left = sum(each.choice is None for each in self._rows)
        words = n_("{voted} have voted, {left} has not", "{voted} have voted, {left} have not", left)
        self.totals.setText(words.format(voted=len(self._rows) - left, left=left))
        self._rest.setEnabled(left > 0)

    def _fit(self) -> None:
        header, least = self.table.horizontalHeader(), self.table.verticalScrollBar().sizeHint().width()
        for at, column in enumerate(_columns()):
            if column.letters:
                asked = column.letters * self.table.digit() + 2 * SPACE.m
                self.table.ask_width(at, asked)
                least += asked
            else:
                self.table.let_stretch(at, _NAME_LEAST)
                least += _NAME_LEAST * self.table.digit()
        # Where the form cannot give so much beside its labels, it puts them above.
        self.table.setMinimumWidth(least + 2 * self.table.frameWidth())
        row = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(row * _ROWS_SHOWN + header.sizeHint().height())

    @Slot(object)
    def _on_chosen(self, choice: Choice | None) -> None:
        at = self.table.currentIndex().row()
        if not 0 <= at < len(self._rows):
            return
        self._rows[at] = replace(self._rows[at], choice=choice)
        self._touched = True
        self._show()
        announce(self.table, f"{self._rows[at].name}: {_words(self._rows[at])}")
        if choice is not None and at + 1 < len(self._rows):
            self.table.selectRow(at + 1)
        self.changed.emit()

    @Slot()
    def _on_rest(self) -> None:
        self._rows = [replace(each, choice=each.choice or Choice.FOR) for each in self._rows]
        self._touched = True
        self._show()
        self.changed.emit()

    @Slot()
    def _on_people(self) -> None:
        """Somebody came in or left: the list is that of those who may vote now."""
        if self._touched:
            self._rows = list(voters(self._subject.row, self.votes()))
            self._show()
        else:
            self.set_votes(self._given)


def _words(voter: Voter) -> str:
    return _(CHOICES[voter.choice]) if voter.choice is not None else _("has not voted")


def _tone(voter: Voter) -> Tone:
    return Tone.MUTED if voter.choice is None else _TONES.get(voter.choice, Tone.PLAIN)


def _columns() -> tuple[Column[Any], ...]:
    return (
        Column("id", _("No."), 4, "right"),
        Column("name", _("Name")),
        Column("choice", _("Votes"), 15, text=_words, tone=_tone),
    )
