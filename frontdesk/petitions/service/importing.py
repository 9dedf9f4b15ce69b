"""Reading a kept register in: what is new, what is known already, what the register now says more."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import lru_cache
from typing import Any, Final, TypeAlias

from peewee import Select

from frontdesk.messages import _
from frontdesk.office import ImportAsk, area_key
from frontdesk.petitions import deeds
from frontdesk.petitions.model import Petition, PetitionStep, RegisterImport
from frontdesk.petitions.rules.agencies import agency_key, level_of
from frontdesk.petitions.rules.rows import PetitionRow
from frontdesk.petitions.rules.words import Channel, Complexity, Kind, Level, Status
from frontdesk.petitions.service.base import SERIES, Counter, counted
from frontdesk.petitions.service.intake import number_key
from frontdesk.petitions.service.records import Records
from frontdesk.petitions.settings import REMOTE
from frontdesk.petitions.sheets import FIELDS, PetitionLine, read_lines
from frontdesk.sheet import ImportReport, Outcome, RowOutcome, read, recognise, require, uncollected
from frontdesk.store import Change, tuples
from frontdesk.vietnamese import fold, short_date, sort_key

Key = tuple[object, ...]
Tick: TypeAlias = Callable[[int, int], object]
UNDONE: Final = "undo_import"
_BATCH_TOLD: Final = 20
_WRITTEN: Final = tuple(
    each.name for each in fields(PetitionRow) if each.name not in {"id", "revision", "area", "forwarded_to", "notices"}
)


@dataclass
class _Known:
    """What the office has already, and what the sheet is about to make."""

    counter: Counter
    remote: bool
    by_key: dict[Key, int] = field(default_factory=dict)
    by_number: dict[str, int] = field(default_factory=dict)
    moved_on: set[int] = field(default_factory=set)
    areas: dict[str, int | None] = field(default_factory=dict)
    agencies: dict[str, int | None] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)
    rows: dict[int, PetitionRow] = field(default_factory=dict)
    new: list[dict[str, Any]] = field(default_factory=list)
    keys: dict[int, tuple[Key, ...]] = field(default_factory=dict)

    def keys_of(self, line: PetitionLine) -> tuple[Key, ...]:
        """What a row may be known by, worked out once."""
        if line.row not in self.keys:
            self.keys[line.row] = tuple(_keys_of(line))
        return self.keys[line.row]

    def find(self, line: PetitionLine) -> int | None:
        """The petition a row tells of, None for a new one."""
        by_number = self.by_number.get(line.number or "")
        keys = self.keys_of(line)
        if by_number is not None and any(self.by_key.get(key) == by_number for key in keys):
            return by_number
        return next((self.by_key[key] for key in keys if key in self.by_key), None)


class Importing(Records):
    """Reading sheets in."""

    @uncollected()
    def import_sheet(self, ask: ImportAsk, tick: Tick | None = None) -> ImportReport:
        """Read a register in: the good rows are taken, the others are named with their reasons.

        A case that has moved on here is left as it is. What the register says of deadlines stands until a case next
        changes. `dry_run` reports the same and writes nothing. `tick` is told how many rows of how many are done;
        what it raises leaves everything as it was.
        """
        recognised = require(recognise(read(ask.path), FIELDS, ask.overrides))
        sheet = read_lines(recognised, self._store.today)
        known = self._known(sheet.lines)
        if ask.dry_run:
            outcomes = [self._plan(known, line, None) for line in _ticked(sheet.lines, tick)]
        else:
            with self._store.change(deeds.IMPORT) as change:
                outcomes = [self._plan(known, line, change) for line in _ticked(sheet.lines, tick)]
                change.write_all(Petition, known.new)
                _keep_account(change, ask.path.name, outcomes)
        everything = sorted((*sheet.others, *outcomes), key=lambda outcome: outcome.row)
        return ImportReport(everything, (*sheet.notes, *known.made.values()))

    def _known(self, lines: Iterable[PetitionLine]) -> _Known:
        known = _Known(self._counter(), bool(self._office.setting(REMOTE)))
        chosen = Petition.select(
            Petition.id, Petition.number, Petition.kind, Petition.received, Petition.sender, Petition.likeness_key,
            Petition.book_number,
        ).where(Petition.id.not_in(_undone()))  # fmt: skip
        for petition_id, number, kind, received, sender, like, book_number in tuples(chosen):
            known.by_number[number] = petition_id
            for key in _keys_held(Kind(kind), received, sender, like, book_number or number):
                known.by_key.setdefault(key, petition_id)
        known.moved_on = {at for (at,) in tuples(PetitionStep.select(PetitionStep.petition).distinct())}
        known.areas = {area_key(area.name): area.id for area in self._office.areas()}
        known.agencies = {agency_key(agency.name): agency.id for agency in self.agencies()}
        matched = {found for line in lines if (found := known.find(line)) is not None}
        known.rows = self._by_ids(matched)
        return known

    def _plan(self, known: _Known, line: PetitionLine, change: Change | None) -> RowOutcome:
        """What becomes of a row; with a change, it becomes so."""
        columns = dict(line.columns)
        columns["area_id"] = self._area(known, line.area, change)
        columns["agency_id"] = self._agency_id(known, line.agency, change)
        columns["upward"] = line.agency is not None and _level_of(line.agency) is not Level.COMMUNE
        found = known.find(line)
        if found is None:
            if change is not None:
                known.new.append(_new_columns(known, line, columns, change))
            for key in known.keys_of(line):
                known.by_key.setdefault(key, -line.row)
            return RowOutcome(Outcome.ADDED, line.row, line.what, " ".join(line.remarks))
        return self._refresh(known, line, columns, found, change)

    def _refresh(
        self, known: _Known, line: PetitionLine, columns: dict[str, Any], found: int, change: Change | None
    ) -> RowOutcome:
        """Take over what the register says more of a petition it brought in itself."""
        before = known.rows.get(found)
        if before is None:
            return RowOutcome(Outcome.UNCHANGED, line.row, line.what, _("The sheet holds this petition twice."))
        if found in known.moved_on:
            reason = _("This petition is kept here and has its own course.")
            return RowOutcome(Outcome.UNCHANGED, line.row, line.what, reason)
        more = {
            name: value
            for name, value in columns.items()
            if value is not None and value != getattr(before, name) and not (name == "upward" and not value)
        }
        if before.number in (more.get("book_number"), line.number):
            more.pop("book_number", None)
        after = _with_due(replace(before, **more), line.due or (before.due if before.due_own else None), known.counter)
        changed = {name: getattr(after, name) for name in _WRITTEN if getattr(after, name) != getattr(before, name)}
        if not changed:
            return RowOutcome(Outcome.UNCHANGED, line.row, line.what)
        if change is not None:
            changed["sender_key"] = sort_key(after.sender) if after.sender else None
            change.amend(Petition, found, **{**changed, "revision": before.revision})
        return RowOutcome(Outcome.UPDATED, line.row, line.what)

    def _area(self, known: _Known, name: str | None, change: Change | None) -> int | None:
        if name is None:
            return None
        key = area_key(name)
        if key not in known.areas:
            if change is None:
                found = self._office.find_area(name)
                area_id, is_new = (None, True) if found is None else (found.id, False)
            else:
                area_id, is_new = self._office.ensure_area(change, name)
            if is_new:
                known.made[key] = _("The area “{name}” was not known and is added.").format(name=name)
            known.areas[key] = area_id
        return known.areas[key]

    def _agency_id(self, known: _Known, name: str | None, change: Change | None) -> int | None:
        if name is None:
            return None
        key = _agency_key(name)
        if key not in known.agencies:
            known.made[key] = _("The agency “{name}” was not known and is added.").format(name=name)
            known.agencies[key] = self._ensure_agency(change, name)[0].id if change else None
        return known.agencies[key]


# A register names the same few agencies in every row.
_agency_key = lru_cache(maxsize=1 << 12)(agency_key)
_level_of = lru_cache(maxsize=1 << 12)(level_of)

_SILENT: Final[dict[str, Any]] = {
    **{each.name: None for each in fields(PetitionRow) if each.name != "notices"},
    "id": 0, "revision": 0, "number": "", "received": date.min, "opened": date.min, "channel": Channel.LETTER,
    "kind": Kind.PROPOSAL, "people": 1, "summary": "", "remote": False, "complexity": Complexity.NORMAL,
    "again": False, "status": Status.RECEIVED, "upward": False, "urged": 0, "pauses": (), "due_own": False,
}  # fmt: skip
_TAKEN_FOR: Final = {
    name: value for name, value in _SILENT.items() if value is not None and name not in {"id", "revision", "pauses"}
}
"""What a petition is taken for where its register is silent, as its columns hold it."""


def _ticked(lines: Sequence[PetitionLine], tick: Tick | None) -> Iterator[PetitionLine]:
    """The lines, told about on the way."""
    for done, line in enumerate(lines):
        if tick is not None and done % _BATCH_TOLD == 0:
            tick(done, len(lines))
        yield line


def _undone() -> Select:
    """The petitions that an undone import brought: their register may be read in anew."""
    return PetitionStep.select(PetitionStep.petition).where(PetitionStep.verb == UNDONE)


def _keep_account(change: Change, file: str, outcomes: Sequence[RowOutcome]) -> None:
    """Note what was read in, so that it can be undone; a register without news is not noted."""
    added, updated = (sum(each.kind is kind for each in outcomes) for kind in (Outcome.ADDED, Outcome.UPDATED))
    if added or updated:
        account = {"file": file, "act": change.act, "at": change.at, "user": change.user}
        change.write(RegisterImport, {**account, "added": added, "updated": updated})


def _new_columns(known: _Known, line: PetitionLine, columns: Mapping[str, Any], change: Change) -> dict[str, Any]:
    """The columns of a petition that was not known, with its number and its deadline."""
    given = {name: value for name, value in columns.items() if value is not None}
    number = change.number(Petition, SERIES, given["received"].year)
    row = {**_TAKEN_FOR, "opened": given["received"], "remote": known.remote, **given, "number": number}
    row |= _due_columns(row, line.due, known.counter)
    row["number_key"] = number_key(number)
    row["sender_key"] = sort_key(row["sender"]) if "sender" in row else None
    row["likeness_key"] = line.likeness
    return row


def _due_columns(row: Mapping[str, Any], own: date | None, counter: Counter) -> dict[str, Any]:
    """The deadline its register gives a petition, else the one the rules give; a settled one owes nothing."""
    if own is None:
        if "settled" in row:
            return {}
        due = counter.due(PetitionRow(**{**_SILENT, **row}))
        return {} if due is None else {"due": due.day, "due_why": due.why, "due_step": due.step}
    entry = f" (số thứ tự {row['book_number']})" if row.get("book_number") else ""
    why = f"Hạn {short_date(own)} ghi trong sổ theo dõi cũ{entry}; giữ đến khi vụ việc có bước xử lý mới."
    return {"due": own, "due_why": why, "due_step": None, "due_own": True}


def _with_due(petition: PetitionRow, own: date | None, counter: Counter) -> PetitionRow:
    """`petition` with the deadline its register gives, else with the one the rules give."""
    if own is None:
        return counted(petition, counter)
    return replace(petition, **_due_columns({"book_number": petition.book_number}, own, counter))


def _keys_of(line: PetitionLine) -> Iterator[Key]:
    """What a row may be known by; a sender's petition may be classed here as a denunciation since."""
    columns: Mapping[str, Any] = line.columns
    received, book_number = columns["received"], columns["book_number"]
    yield from _keys(line.kind, received, columns.get("sender"), line.likeness, book_number)
    yield ("hidden", received, line.likeness, book_number)


def _keys_held(kind: Kind, received: date, sender: str | None, like: str, book_number: str | None) -> Iterator[Key]:
    """What a petition here is known by."""
    yield from _keys(kind, received, sender, like, book_number)
    if kind is Kind.DENUNCIATION:
        yield ("hidden", received, like, book_number)


def _keys(kind: Kind, received: date, sender: str | None, like: str, book_number: str | None) -> Iterator[Key]:
    """The identity of a petition (interfaces.md): day, sender, matter; a denunciation's number in its year."""
    if kind is not Kind.DENUNCIATION:
        yield (received, fold(sender or ""), like)
    elif book_number is not None:
        yield ("denunciation", received.year, book_number)
    else:
        yield ("denunciation", received, like)
