"""The petitions of the list: where they come from, and how their columns read."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from frontdesk.messages import _, mark
from frontdesk.petitions import (
    CHANNEL_TITLES,
    KIND_TITLES,
    Found,
    ListedRow,
    PetitionFilter,
    Petitions,
    PetitionSort,
)
from frontdesk.store import Store
from ui.parts.colours import Tone
from ui.parts.table import Column, Query, Sort
from ui.petitions.words import day, due_tone, sender, status, word

NEWEST_HITS: Final = 1000
"""A search as one types looks at so many of the newest matches."""
WORK_TITLES: Final = {
    "due_today": mark("Due today"),
    "overdue": mark("Overdue"),
    "unanswered": mark("To be urged"),
    "to_tell": mark("To tell the sender"),
    "to_ask": mark("To ask the sender"),
}
"""Today's work, what presses first."""
FILTER_TITLES: Final = {
    "open": mark("Open"),
    **WORK_TITLES,
    "paused": mark("Waiting for the sender"),
    "upward": mark("Sent upward, not answered"),
    "dissatisfied": mark("Sender not satisfied"),
    "received": mark("Received, not classified"),
    "classified": mark("Classified"),
    "forwarded": mark("Forwarded"),
    "answered": mark("Answered"),
    "closed": mark("Closed"),
    "mistaken": mark("Entered by mistake"),
}


class PetitionSource:
    """Pages of petitions for the list, as `ui.parts.table.RowSource`; `narrowed` holds what the filters say."""

    def __init__(self, petitions: Petitions, store: Store) -> None:
        self._petitions, self._store = petitions, store
        self.narrowed = PetitionFilter()
        self._found: Found | None = None

    def wanted(self, query: Query) -> PetitionFilter:
        """The filter a query means, within what the filters say."""
        return replace(self.narrowed, search=query.text or None, hits=NEWEST_HITS, status=query.named or None)

    def count(self, query: Query) -> int:
        """See `RowSource`; what is counted is what is paged through until the next count."""
        self._found = self._petitions.find(self.wanted(query), _order(query.sort))
        return self._found.total

    def page(self, query: Query, offset: int, limit: int) -> Sequence[ListedRow]:
        """See `RowSource`."""
        return self._petitions.page(self._of(query), offset, limit)

    def place(self, query: Query, row_id: int) -> int | None:
        """See `RowSource`."""
        return self._petitions.place(self._of(query), row_id)

    def _of(self, query: Query) -> Found:
        found, wanted, sort = self._found, self.wanted(query), _order(query.sort)
        if found is None or (found.wanted, found.sort) != (wanted, sort):
            found = self._found = self._petitions.find(wanted, sort)
        return found

    def columns(self) -> tuple[Column[ListedRow], ...]:
        """The columns there are."""
        return (
            Column("number", _("Number"), 11, sort_key="number"),
            Column("received", _("Received on"), 11, text=lambda row: day(row.received), sort_key="received"),
            Column("sender", _("Sender"), 19, text=sender, sort_key="sender", tone=_sender_tone),
            Column("summary", _("What it is about"), 0),
            Column("due", _("Due"), 10, text=lambda row: day(row.due), sort_key="due", tone=self.tone),
            Column("status", _("Status"), 15, text=status),
            Column("kind", _("Kind"), 9, text=lambda row: word(KIND_TITLES, row.kind)),
            Column("agency", _("With"), 20, text=lambda row: row.forwarded_to or "", hidden=True),
            Column("field", _("Field of work"), 14, hidden=True),
            Column("area", _("Residential area"), 12, hidden=True),
            Column("channel", _("Came"), 12, text=lambda row: word(CHANNEL_TITLES, row.channel), hidden=True),
            Column("book_number", _("Number in the old book"), 12, hidden=True),
            Column("result", _("Result"), 26, hidden=True),
        )

    def tone(self, row: ListedRow) -> Tone:
        """The colour of a deadline."""
        return due_tone(row, self._store.today)


def _sender_tone(row: ListedRow) -> Tone:
    return Tone.MUTED if row.secret or row.sender is None else Tone.PLAIN


def _order(sort: Sort | None) -> PetitionSort:
    return PetitionSort() if sort is None else PetitionSort(sort.key, sort.descending)
