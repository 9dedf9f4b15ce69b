"""What the parts of the meetings' service share: finding a meeting and its entries, and refusing what is frozen."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, Final, TypeVar

from frontdesk.errors import RuleBroken
from frontdesk.meetings.assembling import PARTS, PartName, insert_part, item_at, load, load_parts, part_values
from frontdesk.meetings.model import Meeting, Part
from frontdesk.meetings.rules.kinds import Status
from frontdesk.meetings.rules.rows import ItemPartRow, MeetingRow, PartRow, TaskRow
from frontdesk.meetings.shape import read, write
from frontdesk.messages import _
from frontdesk.office import Office, SettingSpec
from frontdesk.petitions import Petitions
from frontdesk.roster import Roster
from frontdesk.store import Change, Deed, Store, tuples

_Part = TypeVar("_Part", bound=PartRow)
AFTERWARDS: Final = frozenset({PartName.RECOMMENDATION, PartName.PUBLICATION})
"""The parts that are no part of the minutes and go on when those are final."""
_PROVINCE: Final = "{province}"
_NEVER_EMPTY: Final = frozenset({"number", "which", "clear", "revision"})


@dataclass(frozen=True)
class Head:
    """What deeds need to know of a meeting before they change it."""

    id: int
    number: str
    status: Status
    starts: datetime


class Desk:
    """A meeting and its entries by number and place; nothing of a final or withdrawn one can be changed."""

    def __init__(self, store: Store, office: Office, roster: Roster, petitions: Petitions) -> None:
        self._store = store
        self._office = office
        self._roster = roster
        self._petitions = petitions

    def meeting(self, number: str) -> MeetingRow:
        """The meeting whole; RuleBroken when there is none of this number."""
        return load([self._head(number).id])[0]

    def _head(self, number: str) -> Head:
        found = Meeting.select(Meeting.id, Meeting.number, Meeting.status, Meeting.starts)
        row = next(tuples(found.where(Meeting.number == number.strip().upper())), None)
        if row is None:
            message = _("There is no meeting “{number}”. Look it up in the list of meetings.").format(number=number)
            raise RuleBroken("meetings.unknown", message, "number")
        return Head(row[0], row[1], Status(row[2]), row[3])

    def _open(self, number: str) -> Head:
        """The meeting, refused when nothing of it may change any more."""
        head = self._head(number)
        if head.status is Status.FINAL:
            message = _("The minutes of {number} are final. Reopen them with a reason before changing anything.")
            raise RuleBroken("meetings.final", message.format(number=head.number), "number")
        if head.status is Status.WITHDRAWN:
            message = _("{number} was withdrawn. Take it up again before changing anything.")
            raise RuleBroken("meetings.withdrawn", message.format(number=head.number), "number")
        return head

    def _standing(self, number: str) -> Head:
        """The meeting, final or not, refused when it was withdrawn; for what goes on after the minutes."""
        head = self._head(number)
        return self._open(number) if head.status is Status.WITHDRAWN else head

    def _changeable(self, number: str, part: PartName) -> Head:
        """The meeting, refused when the entries of this part of it may not change any more."""
        return self._standing(number) if part in AFTERWARDS else self._open(number)

    def _recipients(self, spec: SettingSpec) -> tuple[str, ...]:
        """Who gets a copy, as the office set it, with its province named."""
        texts: tuple[str, ...] = tuple(self._office.setting(spec))
        if not any(_PROVINCE in text for text in texts):
            return texts
        return tuple(text.replace(_PROVINCE, self._office.commune().upper_unit) for text in texts)

    def _entries(self, meeting_id: int, name: PartName) -> list[Any]:
        return load_parts(PARTS[name], [meeting_id])[meeting_id]

    def _entry(self, meeting_id: int, name: PartName, which: int) -> Any:
        """Entry `which` of a part, counted from 1 as it stands on paper."""
        entries = self._entries(meeting_id, name)
        if not 1 <= which <= len(entries):
            message = _("There is no entry {which}; the list has {count}.").format(which=which, count=len(entries))
            raise RuleBroken("meetings.entry.unknown", message, "which")
        return entries[which - 1]

    def _add(self, change: Change, meeting_id: int, name: PartName, row: _Part) -> _Part:
        """Put a new entry at the end of a part."""
        row = checked(row)
        row_id = insert_part(change, name, meeting_id, next_rank(PARTS[name].model, meeting_id), row)
        return replace(row, id=row_id, revision=1)

    def _amend(self, change: Change, name: PartName, before: _Part, after: _Part, revision: int | None) -> _Part:
        """Write the entry `before` as `after`; `revision` is the one the person saw."""
        after = checked(after)
        kind = PARTS[name]
        changed = {key: value for key, value in part_values(kind, after).items() if value != getattr(before, key)}
        if isinstance(after, TaskRow):
            changed["due_now"] = after.due_now
        if isinstance(before, ItemPartRow) and isinstance(after, ItemPartRow) and after.item != before.item:
            changed["item_id"] = item_at(_meeting_of(kind.model, before), after.item)
        change.amend(kind.model, before.id or 0, revision=revision, **changed)
        seen = next(tuples(kind.model.select(kind.model.revision).where(kind.model.id == before.id)))
        return replace(after, id=before.id, revision=seen[0])

    def _add_asked(self, deed: Deed, name: PartName, ask: Any) -> Any:
        """Do a deed whose request has the fields of the new entry, and the meeting's number."""
        with self._store.change(deed) as change:
            head = self._open(ask.number)
            return self._add(change, head.id, name, PARTS[name].row(**_asked(PARTS[name].row, ask)))

    def _edit_asked(self, deed: Deed, name: PartName, ask: Any) -> Any:
        """Do a deed whose request names an entry and has some fields of it.

        None leaves a field as it is, unless its name stands in `clear`.
        """
        with self._store.change(deed) as change:
            head = self._changeable(ask.number, name)
            before = self._entry(head.id, name, ask.which)
            given = {key: value for key, value in _asked(type(before), ask).items() if value is not None}
            given |= emptied(ask)
            return self._amend(change, name, before, replace(before, **given), ask.revision)


def emptied(ask: Any, needed: Collection[str] = ()) -> dict[str, Any]:
    """What a request's `clear` empties; RuleBroken beside the field for what is needed or no key of the request."""
    wanted: tuple[str, ...] = ask.clear
    never = {*_NEVER_EMPTY, *needed}
    known = [each.name for each in fields(ask) if each.name not in never and each.default in (None, ())]
    for name in wanted:
        if name not in known:
            message = _("“{name}” cannot be emptied. These can: {names}.").format(name=name, names=", ".join(known))
            raise RuleBroken("meetings.clear.needed", message, name)
    return dict.fromkeys(wanted)


def checked(row: _Part) -> _Part:
    """`row` as it will be kept; RuleBroken when a needed text is blank, a count negative or a share no share."""
    kept = read(type(row), write(row))
    return replace(kept, **{each.name: getattr(row, each.name) for each in fields(row) if each.metadata.get("hidden")})


def _meeting_of(model: type[Part], row: PartRow) -> int:
    meeting_id: int = next(tuples(model.select(model.meeting_id).where(model.id == row.id)))[0]
    return meeting_id


def next_rank(model: type[Part], meeting_id: int) -> int:
    """The rank after all entries of a meeting, ended ones too."""
    ranks: Iterable[tuple[Any, ...]] = tuples(
        model.select(model.rank).where(model.meeting_id == meeting_id).order_by(model.rank.desc()).limit(1)
    )
    return next((rank for (rank,) in ranks), 0) + 1


def _asked(row_type: type[PartRow], ask: Any) -> dict[str, Any]:
    names = {each.name for each in fields(row_type) if not each.metadata.get("hidden")}
    return {each.name: getattr(ask, each.name) for each in fields(ask) if each.name in names}
