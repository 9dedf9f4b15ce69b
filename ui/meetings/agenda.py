"""The agenda: items whose durations move each other, what earlier meetings left, what each item led to."""

from collections import Counter
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from frontdesk.meetings import AddItem, AddOutcome, AgendaRow, BroughtAlong, EditItem, OutcomeKind, PartName
from frontdesk.messages import _, mark, n_
from frontdesk.vietnamese import excerpt
from ui.meetings.entry_form import EntryForm, EntryKind
from ui.meetings.entry_section import EntrySection
from ui.meetings.fields import speaker_field
from ui.meetings.kinds import show_entry
from ui.meetings.outcomes import Outcomes
from ui.meetings.speaking import Onward
from ui.meetings.subject import Subject
from ui.meetings.words import OUTCOMES, SHOWS, choices, clock_words, day_words
from ui.parts.fields import ChoiceField, SwitchField, TextField
from ui.parts.form import Form
from ui.parts.headings import Hint, label
from ui.parts.lane import Job
from ui.parts.reading import NumberField, TimeField
from ui.parts.rowtable import Empty
from ui.parts.table import Column
from ui.parts.theme import SPACE

_OUTCOMES_SHOWN: Final = 4
_OUTCOME_SHOWN: Final = 160


def _fill(form: Form, subject: Subject, row: Any) -> QObject:
    form.add("title", _("&Title of the item"), TextField(enter_moves_on=True))
    form.add("minutes", _("&Minutes"), NumberField(most=1_440), hint=_("The items after it move along."))
    presenter = speaker_field(subject)
    form.add("presenter", _("&Presenter"), presenter)
    hint = _("Blank: when the one before it ends.") if row is None else ""
    form.add("at", _("&Begins at"), TimeField(), hint=hint)
    form.add("standing", "", SwitchField(_("&Comes back at the next meeting of the series")))
    form.add("shows", _("B&rings along"), ChoiceField(choices(SHOWS), nothing=_("nothing by itself")))
    show_entry(form, row, ("presenter",))
    return Onward(form, presenter)


def span_words(row: AgendaRow) -> str:
    """ "08:00 – 08:15"; as much of it as is planned."""
    if row.at is None or not row.minutes:
        return clock_words(row.at)
    ends = datetime.combine(date(2000, 1, 1), row.at) + timedelta(minutes=row.minutes)
    return f"{row.at:%H:%M} – {ends:%H:%M}"


def _kinds_of_outcomes(row: AgendaRow) -> str:
    """ "Decision 2, Task": what sorts of outcomes an item has, and how many where there are several."""
    counted = Counter(outcome.kind for outcome in row.outcomes)
    if row.outcome:
        counted[OutcomeKind.NOTE] += 1
    words = {kind: _(OUTCOMES[kind]) for kind in OutcomeKind if kind in counted}
    return ", ".join(f"{word} {counted[kind]}" if counted[kind] > 1 else word for kind, word in words.items())


def outcome_words(row: AgendaRow) -> str:
    """The beginning of what an item led to, a line each; the whole stands where it is written down."""
    lines = [row.outcome] if row.outcome else []
    lines += [f"{_(OUTCOMES[each.kind])}: {each.text}" for each in row.outcomes]
    shown = [excerpt(line, _OUTCOME_SHOWN) for line in lines[:_OUTCOMES_SHOWN]]
    more = len(lines) - len(shown)
    if more > 0:
        shown.append(n_("… and {count} more", "… and {count} more", more).format(count=more))
    return "\n".join(shown)


def _says(subject: Subject) -> str:
    rows = subject.row.agenda
    if not rows:
        return ""
    minutes = sum(row.minutes or 0 for row in rows)
    words = n_("{count} item", "{count} items", len(rows)).format(count=len(rows))
    return _("{items}, {minutes} minutes").format(items=words, minutes=minutes)


AGENDA: Final = EntryKind(
    "item", PartName.ITEM, mark("Agenda"), mark("Add an item"), mark("Item {which}"),
    Empty(mark("No agenda yet"), mark("Add the items in their order; each begins when the one before it ends.")),
    AddItem, EditItem,
    lambda _subject: (
        Column("at", _("Time"), 13, text=span_words), Column("title", _("Item")),
        Column("presenter", _("Presenter"), 16), Column("outcomes", _("Outcomes"), 14, text=_kinds_of_outcomes),
    ),
    lambda subject: subject.row.agenda, _fill, _says,
)  # fmt: skip


class AgendaSection(EntrySection):
    """The agenda; below it what the chosen item led to, and what the earlier meetings of the series left open."""

    def __init__(self, subject: Subject) -> None:
        self._asked: Job | None = None
        self._brought = Hint("")
        self._brought.setObjectName("brought_along")
        self._led_to = label("", "value", name="item.led_to")
        self._write = QPushButton(_("&Write down an outcome"))
        self._write.setObjectName("item.write")
        self._write.setProperty("role", "link")
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        for widget in (self._led_to, self._write, self._brought):
            column.addWidget(widget)
        super().__init__(subject, AGENDA, foot=foot)
        self._write.clicked.connect(self._on_write)
        self.list.picked.connect(self._on_picked)
        self._on_picked(None)

    def show_row(self) -> None:
        """See `Part`."""
        super().show_row()
        self._on_picked(self.list.current())
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        self._brought.setVisible(self.subject.is_open and bool(self._brought.text()))
        if self.subject.is_open:
            env = self.subject.env
            work = partial(env.services.meetings.brought_along, self.subject.number)
            self._asked = env.lane.read(work, self._on_brought, None, self)

    @Slot(object)
    def _on_brought(self, found: BroughtAlong) -> None:
        self._asked = None
        words = brought_words(found)
        self._brought.setText(words)
        self._brought.setVisible(bool(words))

    def make_editing(self, row: Any, which: int) -> EntryForm:
        """The item's form, and below it what the item led to."""
        form = super().make_editing(row, which)
        self._outcomes = Outcomes(self.subject, row.id)
        form.add_below(self._outcomes)
        return form

    @Slot(object)
    def _on_picked(self, row: AgendaRow | None) -> None:
        words = outcome_words(row) if row is not None else ""
        self._led_to.setText(words)
        self._led_to.setVisible(bool(words))
        self._write.setVisible(row is not None and self.subject.may(AddOutcome))

    @Slot()
    def _on_write(self) -> None:
        """Open the chosen item where its outcomes are written down."""
        row = self.list.current()
        if row is not None:
            self.edit(row)
            self._outcomes.focus_first()


def brought_words(found: BroughtAlong) -> str:
    """What the earlier meetings of the series left open, a line each; "" for nothing."""
    lines = [
        _("• Task of {meeting}: {what} ({who}, due {due})").format(
            meeting=task.meeting, what=task.what, who=task.assignee or "–", due=day_words(task.due) or "–"
        )
        for task in found.tasks
    ]
    lines += [_("• {number} not answered: {summary}").format(number=each.number, summary=each.summary)
              for each in found.petitions]  # fmt: skip
    shown = lines[:6]
    if len(lines) > len(shown):
        more = len(lines) - len(shown)
        shown.append(n_("… and {count} more", "… and {count} more", more).format(count=more))
    return (
        "\n".join([_("Left open by the earlier meetings; it comes onto the agenda by itself:"), *shown])
        if lines
        else ""
    )
