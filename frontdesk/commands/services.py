"""The services of an open office: a later slice knows the earlier ones, and none is loaded before it is asked for."""

from collections.abc import Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from frontdesk.office import ImportAsk, ListAsk, Office, PaperAsk, PaperKind
from frontdesk.store import Deed, Finding, Store, entities, journal_entries

if TYPE_CHECKING:
    from frontdesk.fund import Fund
    from frontdesk.meetings import Meetings
    from frontdesk.paper import Paper
    from frontdesk.petitions import Petitions
    from frontdesk.roster import Roster
    from frontdesk.sheet import ImportReport

SLICES: Final = ("roster", "petitions", "meetings", "fund")
ROOMS: Final = ("office", *SLICES)


class KeepsSheet(Protocol):
    """A slice whose rows come from a sheet and go back into one."""

    def import_sheet(self, ask: ImportAsk) -> "ImportReport": ...

    def export_sheet(self, path: Path, ask: ListAsk) -> object: ...


class Services:
    """Everything commands and windows work through; a slice's service stands under the slice's name.

    A slice is loaded and built when it is first asked for. That is enough for reading only: slices answer one
    another's deeds (minutes hide who a petition hides), so whoever writes takes them all from `build`.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.office = Office(store)

    @cached_property
    def roster(self) -> "Roster":
        """The people of the Front."""
        from frontdesk.roster import SETTINGS, Roster

        self.office.declare(SETTINGS)
        return Roster(
            self.store,
            self.office,
            lambda person_id: self.meetings.invitations_of(person_id),
            lambda whose: [*self.petitions.under_name(whose), *self.fund.under_name(whose)],
        )

    @cached_property
    def petitions(self) -> "Petitions":
        """What people ask of it."""
        from frontdesk.petitions import SETTINGS, Petitions

        self.office.declare(SETTINGS)
        return Petitions(self.store, self.office, self.roster)

    @cached_property
    def meetings(self) -> "Meetings":
        """Where it decides."""
        from frontdesk.meetings import SETTINGS, Meetings

        self.office.declare(SETTINGS)
        return Meetings(self.store, self.office, self.roster, self.petitions)

    @cached_property
    def fund(self) -> "Fund":
        """The money it keeps for the poor."""
        from frontdesk.fund import SETTINGS, Fund

        self.office.declare(SETTINGS)
        return Fund(self.store, self.office)

    def listing(self, what: str, ask: ListAsk) -> list[dict[str, Any]]:
        """The rows of a list of interfaces.md by its name."""
        slice_, method = _LISTS[what]
        rows: list[dict[str, Any]] = getattr(self if slice_ == "" else getattr(self, slice_), method)(ask)
        return rows

    def paper(self, kind: str, ask: PaperAsk) -> "Paper":
        """A paper by its name, whichever slice prints it."""
        found = paper_kind(kind)
        if found is None:
            raise KeyError(kind)
        paper: Paper = getattr(self, found[0]).paper(kind, ask)
        return paper

    def print_paper(self, kind: str, ask: PaperAsk, path: Path) -> None:
        """Print a paper to `path`; the PDF of final minutes is the very file that was kept, byte for byte."""
        from frontdesk.paper import print_paper
        from frontdesk.paper.output import write_whole

        found = paper_kind(kind)
        of_meetings = found is not None and found[0] == "meetings"
        kept = self.meetings.kept(kind, ask) if of_meetings and path.suffix.lower() == ".pdf" else None
        if kept is not None:
            write_whole(kept, path)
        else:
            print_paper(self.paper(kind, ask), path)

    def import_sheet(self, what: str, ask: ImportAsk) -> "ImportReport":
        """Read a sheet ("roster", "petitions" or "vouchers") into the slice it belongs to."""
        return self._keeping(what).import_sheet(ask)

    def import_meetings(self, text: str, *, dry_run: bool) -> Sequence[str]:
        """Read meetings from JSON, all or none, and return their numbers."""
        return self.meetings.import_json(text, dry_run=dry_run)

    def export_sheet(self, what: str, path: Path, ask: ListAsk) -> None:
        """Write the sheet that the matching import takes back."""
        self._keeping(what).export_sheet(path, ask)

    def _keeping(self, what: str) -> KeepsSheet:
        keeper: KeepsSheet = getattr(self, {"vouchers": "fund"}.get(what, what))
        return keeper

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
        from frontdesk.commands.rooms import MODELS
        from frontdesk.store import check

        findings = check(self.store, MODELS)
        for service in (self.roster, self.petitions, self.meetings, self.fund):
            findings += service.check()
        if fingerprint is not None:
            of_minutes = self.meetings.check_fingerprint(fingerprint)
            findings.append(of_minutes if of_minutes is not None else self.fund.check_fingerprint(fingerprint))
        return findings


_LISTS: Final = {
    "roster": ("roster", "listing"),
    "areas": ("office", "list_areas"),
    "bodies": ("roster", "list_bodies"),
    "changes": ("roster", "list_changes"),
    "warnings": ("roster", "list_warnings"),
    "reminders": ("roster", "list_reminders"),
    "courses": ("roster", "list_courses"),
    "commendations": ("roster", "list_commendations"),
    "models": ("roster", "list_models"),
    "visits": ("roster", "list_visits"),
    "meetings": ("meetings", "listing"),
    "petitions": ("petitions", "listing"),
    "tasks": ("meetings", "task_list"),
    "recommendations": ("meetings", "recommendation_list"),
    "vouchers": ("fund", "voucher_list"),
    "balances": ("fund", "balance_list"),
    "households": ("fund", "household_list"),
    "journal": ("", "journal"),
}
"""Which method of which slice gives a list; the journal is nobody's own."""


def paper_kind(name: str) -> tuple[str, PaperKind] | None:
    """The slice that prints a paper, and the paper's kind; None when nobody prints such a one.

    Slices are asked in their order and loaded as they are asked.
    """
    for slice_ in SLICES:
        for kind in import_module(f"frontdesk.{slice_}").PAPERS:
            if kind.name == name:
                return slice_, kind
    return None


def deeds_of(room: str) -> tuple[Deed, ...]:
    """The deeds one room offers to people; no other room is loaded for them."""
    deeds: tuple[Deed, ...] = import_module(f"frontdesk.{room}").DEEDS
    return deeds


def build(store: Store) -> Services:
    """The services over an open store, every slice of them: what a window and a writing command work with."""
    services = Services(store)
    for slice_ in SLICES:
        getattr(services, slice_)
    return services
