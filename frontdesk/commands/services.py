"""The services of an open office, built in one order: a later slice knows the earlier ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from frontdesk import fund as fund_room
from frontdesk import meetings as meetings_room
from frontdesk import office as office_room
from frontdesk import petitions as petitions_room
from frontdesk import roster as roster_room
from frontdesk.fund import Fund
from frontdesk.meetings import Meetings
from frontdesk.office import ImportAsk, ListAsk, Office, PaperAsk, PaperKind
from frontdesk.paper import Paper, print_paper
from frontdesk.paper.output import write_whole
from frontdesk.petitions import Petitions
from frontdesk.roster import Roster
from frontdesk.sheet import ImportReport
from frontdesk.store import Deed, Finding, Record, Store, check, entities, journal_entries

ROOMS: Final = (office_room, roster_room, petitions_room, meetings_room, fund_room)
SLICES: Final = (roster_room, petitions_room, meetings_room, fund_room)
MODELS: Final[tuple[type[Record], ...]] = tuple(model for room in ROOMS for model in room.MODELS)
DEEDS: Final[tuple[Deed, ...]] = tuple(deed for room in ROOMS for deed in room.DEEDS)
PAPERS: Final[dict[str, PaperKind]] = {kind.name: kind for room in SLICES for kind in room.PAPERS}


class KeepsSheet(Protocol):
    """A slice whose rows come from a sheet and go back into one."""

    def import_sheet(self, ask: ImportAsk) -> ImportReport: ...

    def export_sheet(self, path: Path, ask: ListAsk) -> object: ...


@dataclass(frozen=True)
class Services:
    """Everything commands and windows work through; a slice's service stands under the slice's name."""

    store: Store
    office: Office
    roster: Roster
    petitions: Petitions
    meetings: Meetings
    fund: Fund

    def listing(self, what: str, ask: ListAsk) -> list[dict[str, Any]]:
        """The rows of a list of interfaces.md by its name."""
        lists = {
            "roster": self.roster.listing,
            "areas": self.office.list_areas,
            "bodies": self.roster.list_bodies,
            "changes": self.roster.list_changes,
            "warnings": self.roster.list_warnings,
            "reminders": self.roster.list_reminders,
            "courses": self.roster.list_courses,
            "commendations": self.roster.list_commendations,
            "models": self.roster.list_models,
            "visits": self.roster.list_visits,
            "meetings": self.meetings.listing,
            "petitions": self.petitions.listing,
            "tasks": self.meetings.task_list,
            "vouchers": self.fund.voucher_list,
            "balances": self.fund.balance_list,
            "households": self.fund.household_list,
            "journal": self.journal,
        }
        return lists[what](ask)

    def paper(self, kind: str, ask: PaperAsk) -> Paper:
        """A paper by its name, whichever slice prints it."""
        for room in SLICES:
            if any(each.name == kind for each in room.PAPERS):
                service = getattr(self, room.__name__.rpartition(".")[2])
                return service.paper(kind, ask)
        raise KeyError(kind)

    def print_paper(self, kind: str, ask: PaperAsk, path: Path) -> None:
        """Print a paper to `path`; the PDF of final minutes is the very file that was kept, byte for byte."""
        kept = self.meetings.kept(kind, ask) if path.suffix.lower() == ".pdf" else None
        if kept is not None:
            write_whole(kept, path)
        else:
            print_paper(self.paper(kind, ask), path)

    def import_sheet(self, what: str, ask: ImportAsk) -> ImportReport:
        """Read a sheet ("roster", "petitions" or "vouchers") into the slice it belongs to."""
        return self._keeping(what).import_sheet(ask)

    def import_meetings(self, text: str, *, dry_run: bool) -> Sequence[str]:
        """Read meetings from JSON, all or none, and return their numbers."""
        return self.meetings.import_json(text, dry_run=dry_run)

    def export_sheet(self, what: str, path: Path, ask: ListAsk) -> None:
        """Write the sheet that the matching import takes back."""
        self._keeping(what).export_sheet(path, ask)

    def _keeping(self, what: str) -> KeepsSheet:
        slices: dict[str, KeepsSheet] = {"roster": self.roster, "petitions": self.petitions, "vouchers": self.fund}
        return slices[what]

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
        findings = check(self.store, MODELS)
        for service in (self.roster, self.petitions, self.meetings, self.fund):
            findings += service.check()
        if fingerprint is not None:
            of_minutes = self.meetings.check_fingerprint(fingerprint)
            findings.append(of_minutes if of_minutes is not None else self.fund.check_fingerprint(fingerprint))
        return findings


def build(store: Store) -> Services:
    """The services over an open store, each slice's settings declared to the office."""
    office = Office(store)
    for room in SLICES:
        office.declare(room.SETTINGS)
    roster = Roster(store, office)
    petitions = Petitions(store, office, roster)
    meetings = Meetings(store, office, roster, petitions)
    return Services(store, office, roster, petitions, meetings, Fund(store, office))
