"""Fields as the meetings' forms need them: people by two letters, days with their lunar date, and form into deed."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime, time
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Slot

from frontdesk.messages import _
from frontdesk.vietnamese import fold, parse_day
from ui.desk.env import Env
from ui.meetings.roll import RollField
from ui.meetings.subject import Subject
from ui.meetings.words import full_day
from ui.parts.dates import DateField
from ui.parts.fields import Choice, ChoiceField
from ui.parts.form import Form
from ui.parts.picker import PickerField

_MOST_OFFERS: Final = 12


def day_field(env: Env) -> DateField:
    """A day, typed or chosen, read back with weekday and lunar date."""
    store = env.services.store
    return DateField(lambda text: parse_day(text, store.today), full_day, today=lambda: store.today)


class ItemField(ChoiceField):
    """The item of the agenda something belongs to, by its place there; the items are those there are now."""

    def __init__(self, subject: Subject) -> None:
        super().__init__(nothing=_("no item of its own"))
        self._subject = subject
        self._ids: list[int | None] = []
        subject.changed.connect(self._offer)
        self._offer()

    @Slot()
    def _offer(self) -> None:
        """Offer the items as they stand; the one chosen stays chosen where it moved."""
        rows, place = self._subject.row.agenda, self.value()
        kept = self._ids[place - 1] if place is not None else None
        self._ids = [row.id for row in rows]
        self.set_choices([Choice(at, f"{at}. {row.title}") for at, row in enumerate(rows, 1)])
        self.set_value(self._ids.index(kept) + 1 if kept in self._ids else None)


def moment(day: date | None, at: time | None) -> datetime | None:
    """The moment two fields say; None when either says nothing."""
    return datetime.combine(day, at) if day is not None and at is not None else None


def answers_to(name: str, typed: str) -> bool:
    """Whether every typed word begins a word of `name`, or the typed letters are the initials of its last words."""
    words, wanted = fold(name).split(), fold(typed).split()
    if all(any(word.startswith(each) for word in words) for each in wanted):
        return True
    initials = "".join(word[0] for word in words)
    return len(wanted) == 1 and len(wanted[0]) > 1 and initials.endswith(wanted[0])


def find_delegates(subject: Subject, typed: str) -> list[Choice]:
    """The meeting's delegates who answer to what is typed; the detail is post and organisation."""
    found = [row for row in subject.row.delegates if answers_to(row.name, typed)]
    return [Choice(f"delegate {row.code}", row.name, row.post) for row in found[:_MOST_OFFERS]]


def find_people(env: Env, typed: str) -> list[Choice]:
    """People of the roster; the key is their number."""
    rows = env.services.roster.find_people(typed, _MOST_OFFERS)
    return [Choice(row.number, row.name, _post(row.memberships)) for row in rows]


def find_speakers(subject: Subject, typed: str) -> list[Choice]:
    """Delegates first, then people of the roster who are not among them."""
    delegates = find_delegates(subject, typed)
    known = {fold(choice.text) for choice in delegates}
    others = [choice for choice in find_people(subject.env, typed) if fold(choice.text) not in known]
    return [*delegates, *others][:_MOST_OFFERS]


def speaker_field(subject: Subject) -> PickerField:
    """Somebody who speaks: two letters of a name, or whatever is typed."""
    return PickerField(
        partial(find_speakers, subject), free_text=True, prefer_offers=True, hint=_("Two letters of the name")
    )


def person_field(env: Env) -> PickerField:
    """Somebody of the roster, or whatever is typed."""
    return PickerField(partial(find_people, env), free_text=True, prefer_offers=True, hint=_("Two letters of the name"))


def find_headings(subject: Subject, typed: str) -> list[Choice]:
    """The headings of the list of delegates that answer to what is typed."""
    headings = dict.fromkeys(row.group for row in subject.row.delegates if row.group)
    return [Choice(each, each) for each in headings if answers_to(each, typed)]


def heading_field(subject: Subject) -> PickerField:
    """A group of those invited: two letters of its heading, or whatever is typed."""
    return PickerField(partial(find_headings, subject), free_text=True, hint=_("such as: the members of the committee"))


def asked(takes: type[Any], number: str, form: Form, **more: Any) -> Any:
    """What `form` says as the request `takes` to meeting `number`; fields the request does not have are left out.

    What the form holds nothing in stands in the request's `clear`, if it has one.
    """
    names = {each.name for each in fields(takes)}
    given = {key: _plain(form, key, value) for key, value in form.values().items() if key in names}
    if "clear" in names:
        whole = {**given, **more}
        given["clear"] = tuple(key for key, value in whole.items() if value in (None, ()) and key != "revision")
    return takes(**{"number": number, **given, **more})


def shown(row: Any, names: Sequence[str]) -> Mapping[str, Any]:
    """The fields of `row` as a form shows them."""
    return {name: getattr(row, name) for name in names}


def as_choice(text: str | None) -> Choice | None:
    """Typed words for a picker."""
    return Choice(None, text) if text else None


def _plain(form: Form, key: str, value: Any) -> Any:
    field = form.field(key)
    if isinstance(field, PickerField):
        return value.text if value is not None else ""
    if isinstance(field, RollField):
        return () if field.isHidden() else field.votes()
    return f"{value:%H:%M}" if isinstance(value, time) else value


def _post(memberships: Any) -> str:
    held = next((each for each in memberships if each.until is None), None)
    return ", ".join(part for part in (held.post, held.area or held.body) if part) if held is not None else ""
