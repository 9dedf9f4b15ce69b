"""The services of an open office, built in one order: a later slice knows the earlier ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from frontdesk import office as office_room
from frontdesk.office import ImportAsk, ListAsk, Office, PaperAsk, PaperKind
from frontdesk.paper import Paper
from frontdesk.sheet import ImportReport
from frontdesk.store import Deed, Finding, Record, Store, check, entities, journal_entries

MODELS: Final[tuple[type[Record], ...]] = (*office_room.MODELS,)
DEEDS: Final[tuple[Deed, ...]] = (*office_room.DEEDS,)
PAPERS: Final[dict[str, PaperKind]] = {}


@dataclass(frozen=True)
class Services:
    """Everything commands and windows work through."""

    store: Store
    office: Office

    def listing(self, what: str, ask: ListAsk) -> list[dict[str, Any]]:
        """The rows of a list of interfaces.md by its name."""
        lists = {
            "areas": self.office.list_areas,
            "journal": self.journal,
        }
        return lists[what](ask)

    def paper(self, kind: str, ask: PaperAsk) -> Paper:
        """A paper by its name, whichever slice prints it."""
        raise KeyError(kind)

    def import_sheet(self, what: str, ask: ImportAsk) -> ImportReport:
        """Read a sheet into the slice it belongs to."""
        raise KeyError(what)

    def import_meetings(self, text: str, *, dry_run: bool) -> Sequence[str]:
        """Read meetings from JSON and return their numbers."""
        raise KeyError(text)

    def export_sheet(self, what: str, path: Path, ask: ListAsk) -> None:
        """Write a slice's sheet."""
        raise KeyError(what)

    def journal(self, ask: ListAsk) -> list[dict[str, Any]]:
        """What was done: `at, user, deed, what, number`, oldest first."""
        entries = [
            entry
            for entry in journal_entries()
            if (ask.since is None or entry.at[:10] >= ask.since.isoformat())
            and (ask.until is None or entry.at[:10] <= ask.until.isoformat())
        ]
        titles = entities({entry.row_id for entry in entries})
        return [
            {
                "at": entry.at,
                "user": entry.user,
                "deed": entry.deed,
                "what": titles[entry.row_id].title if entry.row_id in titles else entry.content().get("note", ""),
                "number": entry.number,
            }
            for entry in entries
        ]

    def check(self, fingerprint: str | None = None) -> list[Finding]:
        """All checks: the store's, then those of each slice; with what a paper's fingerprint proves."""
        return check(self.store, MODELS)


def build(store: Store) -> Services:
    """The services over an open store."""
    office = Office(store)
    return Services(store, office)
