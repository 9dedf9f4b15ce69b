"""The agenda: items whose durations move each other, what earlier meetings left, what each item led to."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Slot

from frontdesk.meetings import AddItem, AgendaRow, BroughtAlong, EditItem, PartName
from frontdesk.messages import _, mark, n_
from ui.meetings.entry_form import EntryForm, EntryKind
from ui.meetings.entry_section import EntrySection
from ui.meetings.fields import speaker_field
from ui.meetings.kinds import show_entry
from ui.meetings.outcomes import Outcomes
from ui.meetings.subject import Subject
from ui.meetings.words import SHOWS, choices, clock_words, day_words
from ui.parts.fields import ChoiceField, SwitchField, TextField
from ui.parts.form import Form
from ui.parts.headings import Hint
from ui.parts.lane import Job
from ui.parts.reading import NumberField, TimeField
from ui.parts.rowtable import Empty
from ui.parts.table import Column


def _fill(form: Form, subject: Subject, row: Any) -> None:
    form.add("title", _("&Title of the item"), TextField())
    form.add("minutes", _("&Minutes"), NumberField(most=1_440), hint=_("The items after it move along."))
    form.add("presenter", _("&Presenter"), speaker_field(subject))
    hint = _("Blank: when the one before it ends.") if row is None else ""
    form.add("at", _("&Begins at"), TimeField(), hint=hint)
    form.add("standing", "", SwitchField(_("&Comes back at the next meeting of the series")))
    form.add("shows", _("B&rings along"), ChoiceField(choices(SHOWS), nothing=_("nothing by itself")))
    show_entry(form, row, ("presenter",))


def span_words(row: AgendaRow) -> str:
    """ "08:00 – 08:15"; as much of it as is planned."""
    if row.at is None or not row.minutes:
        return clock_words(row.at)
    ends = datetime.combine(date(2000, 1, 1), row.at) + timedelta(minutes=row.minutes)
    return f"{row.at:%H:%M} – {ends:%H:%M}"


def _outcomes(row: AgendaRow) -> str:
    count = len(row.outcomes) + bool(row.outcome)
    return str(count) if count else ""


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
        Column("presenter", _("Presenter"), 18), Column("outcomes", _("Outcomes"), 8, "right", text=_outcomes),
    ),
    lambda subject: subject.row.agenda, _fill, _says,
)  # fmt: skip


class AgendaSection(EntrySection):
    """The agenda, with what the earlier meetings of the series left open above the form."""

    def __init__(self, subject: Subject) -> None:
        self._asked: Job | None = None
        self._brought = Hint("")
        self._brought.setObjectName("brought_along")
        super().__init__(subject, AGENDA, foot=self._brought)

    def show_row(self) -> None:
        """See `Part`."""
        super().show_row()
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
        form.add_below(Outcomes(self.subject, row.id))
        return form


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
