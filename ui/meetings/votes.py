"""Votes: counted by hands, by ballot or by name, with the result beside the figures while they are typed."""

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QObject, Slot

from frontdesk.meetings import (
    MAJORITY,
    AddVote,
    Base,
    Choice,
    EditVote,
    Method,
    PartName,
    VoteRow,
    majority,
    name_votes,
)
from frontdesk.messages import _, mark
from ui.meetings.entry_form import EntryKind
from ui.meetings.fields import ItemField, shown
from ui.meetings.kinds import item_column
from ui.meetings.roll import RollField
from ui.meetings.subject import Subject
from ui.meetings.words import BASES, METHODS, choices, result_tone, result_words
from ui.parts.colours import Tone
from ui.parts.fields import ChoiceField, LineField, TextField
from ui.parts.form import Form
from ui.parts.headings import label, restyle
from ui.parts.reading import NumberField
from ui.parts.rowtable import Empty
from ui.parts.table import Column

_COUNTS: Final = ("in_favour", "against", "abstain", "spoiled")


class Counting(QObject):
    """Says below the figures whether the vote carries, with every key; a vote by name gives the figures itself."""

    def __init__(self, form: Form, subject: Subject, roll: RollField) -> None:
        super().__init__(form)
        self._form, self._subject, self._roll = form, subject, roll
        self.result = label("", "section", name=f"{form.objectName()}.result")
        form.add_wide(self.result)
        form.changed.connect(self.count)
        subject.changed.connect(self.count)
        self.count()

    @Slot()
    def count(self) -> None:
        """Count anew."""
        values = self._form.values()
        by_name = values["method"] == Method.BY_NAME or (values["method"] is None and bool(self._roll.votes()))
        self._form.show_field("names", by_name)
        called = self._roll.counts() if by_name else {}
        for name, choice in zip(_COUNTS, Choice, strict=True):
            if called:
                self._form.field(name).set_value(called.get(choice, 0))
            self._form.field(name).setEnabled(not called)
        values = self._form.values()
        counts = {name: values[name] for name in _COUNTS}
        base, share = values["base"] or Base.PRESENT, values["majority"] or None
        vote = VoteRow("", **counts, majority=share, base=Base(base))
        row = self._subject.row
        try:
            words, tone = self._judge(vote, row.present, row.convened)
        except ValueError as error:
            words, tone = str(error), Tone.BAD
        self.result.setText(words)
        restyle(self.result, "tone", tone.value)
        self._form.show_field("spoiled", values["method"] == Method.BALLOT)

    def _judge(self, vote: VoteRow, present: int | None, convened: int | None) -> tuple[str, Tone]:
        if present is not None and vote.tally.cast > present:
            words = _("{cast} votes, but only {present} present").format(cast=vote.tally.cast, present=present)
            return words, Tone.BAD
        if vote.in_favour is None:
            return self._needed(vote, present, convened), Tone.MUTED
        return result_words(vote, present, convened), result_tone(vote, present, convened)

    def _needed(self, vote: VoteRow, present: int | None, convened: int | None) -> str:
        found = majority(replace(vote, in_favour=0).tally, vote.majority, vote.base, present, convened)
        if found is None:
            return result_words(replace(vote, in_favour=0), present, convened)
        return _("{needed} votes carry it, of {of}").format(needed=found.needed, of=found.of)


def _fill(form: Form, subject: Subject, row: Any) -> QObject:
    form.add("question", _("&Question"), TextField(enter_moves_on=True))
    form.add("method", _("&Method"), ChoiceField(choices(METHODS), nothing=_("not recorded")))
    roll = RollField(subject, name_votes(row.names) if row is not None else ())
    form.add("names", _("Names"), roll)
    for name, title in zip(_COUNTS, (_("&For"), _("&Against"), _("A&bstain"), _("&Spoiled")), strict=True):
        form.add(name, title, NumberField(most=9_999))
    form.add("majority", _("Ma&jority"), LineField(hint="1/2"), hint=_("More than this share must vote in favour."))
    form.add("base", _("C&ounted of"), ChoiceField(choices(BASES), nothing=_("not recorded")))
    form.add("item", _("&Item of the agenda"), ItemField(subject))
    share = subject.env.services.office.setting(MAJORITY)
    values: dict[str, Any] = {"method": Method.SHOW_OF_HANDS, "base": Base.PRESENT, "majority": share}
    if row is not None:
        known = shown(row, [key for key in form.values() if key != "names"])
        values = dict(known)
    form.set_values(values)
    return Counting(form, subject, roll)


def _result(subject: Subject, row: VoteRow) -> str:
    return result_words(row, subject.row.present, subject.row.convened)


def _tone(subject: Subject, row: VoteRow) -> Tone:
    return result_tone(row, subject.row.present, subject.row.convened)


VOTES: Final = EntryKind(
    "vote", PartName.VOTE, mark("Votes"), mark("Add a vote"), mark("Correct vote {which}"),
    Empty(mark("No vote yet"), mark("Write down the question, then the votes counted: the result shows at once.")),
    AddVote, EditVote,
    lambda subject: (
        item_column(), Column("question", _("Question")),
        Column("result", _("Result"), 16, text=lambda row: _result(subject, row),
               tone=lambda row: _tone(subject, row)),
        Column("in_favour", _("For"), 5, "right"), Column("against", _("Against"), 7, "right"),
        Column("abstain", _("Abstain"), 7, "right"),
    ),
    lambda subject: subject.row.votes, _fill,
)  # fmt: skip
