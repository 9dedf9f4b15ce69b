"""Which petitions, and in what order, as SQLite answers both fastest."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from peewee import SQL, Field, fn

from frontdesk.errors import RuleBroken
from frontdesk.messages import _, mark
from frontdesk.petitions.model import Petition
from frontdesk.petitions.rules.words import Ending, Kind, Status
from frontdesk.store import hidden, matching

SAVED_FILTERS: Final[dict[str, str]] = {
    "open": mark("open"),
    "due_today": mark("due today"),
    "overdue": mark("overdue"),
    "unanswered": mark("to be urged"),
    "to_tell": mark("to tell the sender"),
    "to_ask": mark("to ask the sender"),
    "paused": mark("waiting for the sender"),
    "upward": mark("sent upward, not answered"),
    "dissatisfied": mark("sender not satisfied"),
    "mistaken": mark("entered by mistake"),
}
"""Filters that have a name, usable as a status; the first six are today's work."""

SORTS: Final[dict[str, Field]] = {
    "number": Petition.number_key,
    "received": Petition.received,
    "due": Petition.due,
    "sender": Petition.sender_key,
}
_KINDS: Final = tuple(Kind)


@dataclass(frozen=True)
class PetitionFilter:
    """Which petitions; None leaves a side open. `status` is a status or the name of a saved filter.

    `hits` is for a window that answers each keystroke: what `search` finds may then stop at so many of the newest.

    Entries made by mistake are left out unless asked for. `since` and `until` are days of receipt.
    """

    search: str | None = None
    hits: int | None = None
    status: str | None = None
    kind: Kind | None = None
    field: str | None = None
    area_id: int | None = None
    agency_id: int | None = None
    since: date | None = None
    until: date | None = None

    @property
    def leaves_most(self) -> bool:
        """Whether the status narrows little: most petitions are closed. Every other one has a small index."""
        return self.status in (None, Status.CLOSED)

    @property
    def narrows(self) -> bool:
        """Whether anything but the words narrows it."""
        sides = (self.kind, self.field, self.area_id, self.agency_id, self.since, self.until)
        return self.status is not None or any(each is not None for each in sides)

    @property
    def by_kind_alone(self) -> bool:
        """Whether little but the kind and the field of work narrows it."""
        others = (self.search, self.area_id, self.agency_id, self.since, self.until)
        return self.leaves_most and all(each is None for each in others)


@dataclass(frozen=True)
class PetitionSort:
    """Order by "number", "received", "due" or "sender"; equal ones by number. No due day, no name: last."""

    key: str = "received"
    descending: bool = True


class Conditions:
    """The WHERE of filters as they stand `today`; `chase_after` tells after how many days an agency is urged."""

    def __init__(self, today: date, chase_after: Callable[[], int]) -> None:
        self._today, self._chase_after = today, chase_after

    def all_of(self, wanted: PetitionFilter, *, in_order: bool = False) -> list[Any]:
        """Everything a filter says. `in_order`: SQLite shall pass over an index in the order asked for."""
        return [*self.of_status(wanted.status), *self.besides_status(wanted, in_order=in_order)]

    def besides_status(self, wanted: PetitionFilter, *, in_order: bool = False) -> list[Any]:
        """What a filter says of everything but the status."""
        conditions = _of_kind_and_field(wanted, in_order=in_order)
        columns: tuple[Any, ...] = (Petition.area, Petition.agency, Petition.received)
        area, agency, received = columns if wanted.leaves_most else map(hidden, columns)
        conditions += [each == value for each, value in ((area, wanted.area_id), (agency, wanted.agency_id)) if value]
        if wanted.since is not None:
            conditions.append(received >= wanted.since)
        if wanted.until is not None:
            conditions.append(received <= wanted.until)
        words = matching(wanted.search or "", Petition.topic)
        if words is not None:
            conditions.append(Petition.id.in_(words))
        return conditions

    def of_status(self, status: str | None) -> list[Any]:
        """What a status, or a filter that has a name, says; RuleBroken when there is none of that name."""
        if status == "mistaken":
            # Written out, as all of these conditions are: SQLite takes a small index only where it can read that.
            return [mistaken()]
        if status is None:
            return [Petition.closed_as.is_null() | not_mistaken()]
        if status == Status.CLOSED:
            # What is closed says how, and says nothing before.
            return [not_mistaken()]
        if status in set(Status):
            return [Petition.status == status, unfinished()]
        if status not in SAVED_FILTERS:
            raise RuleBroken(
                "petitions.filter.unknown",
                _("There is no status “{status}”. There are: {statuses}.").format(
                    status=status, statuses=", ".join([*Status, *SAVED_FILTERS])
                ),
                "status",
            )
        return self._unanswered() if status == "unanswered" else self._saved()[status]

    def _unanswered(self) -> list[Any]:
        last_asked = fn.COALESCE(Petition.urged_on, Petition.forwarded)
        chased = self._today - timedelta(self._chase_after())
        return [Petition.settled.is_null(), Petition.status == Status.FORWARDED, last_asked <= chased]

    def _saved(self) -> dict[str, list[Any]]:
        is_open = Petition.settled.is_null()
        # "Not closed" follows from these statuses; said aloud, it lets SQLite take the small index of such rows.
        return {
            "open": [is_open],
            "due_today": [is_open, Petition.due == self._today],
            "overdue": [is_open, Petition.due < self._today],
            "to_tell": [unfinished(), Petition.status == Status.ANSWERED],
            "to_ask": [unfinished(), Petition.status == Status.TOLD, Petition.satisfied.is_null()],
            "paused": [is_open, Petition.due.is_null(), ~Petition.pauses.is_null()],
            "upward": [is_open, Petition.status == Status.FORWARDED, Petition.upward],
            "dissatisfied": [
                Petition.satisfied == SQL("0"),
                Petition.status.in_((Status.TOLD, Status.CLOSED)),
                Petition.closed_as.is_null() | not_mistaken(),
            ],
        }


def _of_kind_and_field(wanted: PetitionFilter, *, in_order: bool) -> list[Any]:
    """What a filter says of kind and field.

    Each leaves tens of thousands: only where nothing else narrows, and no order is asked for, is their index a help.
    """
    if wanted.by_kind_alone and not in_order:
        if wanted.field is None:
            return [] if wanted.kind is None else [Petition.kind == wanted.kind]
        kinds = _KINDS if wanted.kind is None else (wanted.kind,)
        return [Petition.kind.in_(kinds), Petition.field == wanted.field]
    pairs = ((Petition.kind, wanted.kind), (Petition.field, wanted.field))
    return [hidden(column) == value for column, value in pairs if value is not None]


def mistaken() -> Any:
    """Entered by mistake."""
    return Petition.closed_as == SQL(f"'{Ending.MISTAKEN}'")


def not_mistaken() -> Any:
    """Closed otherwise than as entered by mistake."""
    return Petition.closed_as != SQL(f"'{Ending.MISTAKEN}'")


def unfinished() -> Any:
    """Not closed."""
    return Petition.closed.is_null()


def order_of(sort: PetitionSort, *, from_end: bool = False, few: bool = False) -> list[Any]:
    """The ORDER BY of a sort, or the very reverse of it; its columns lead an index of the same order.

    `few` hides from SQLite that there is such an index: to sort few rows is less than to pass over all.
    """
    field, down = SORTS[sort.key], sort.descending is not from_end
    nulls = "first" if from_end else "last"
    first = _ordered(hidden(field) if few else field, down=down, nulls=nulls if field.null or few else None)
    number = _ordered(Petition.number_key, down=down, nulls=None)
    return [first] if field is Petition.number_key else [first, number]


def _ordered(column: Any, *, down: bool, nulls: str | None) -> Any:
    return column.desc(nulls=nulls) if down else column.asc(nulls=nulls)
