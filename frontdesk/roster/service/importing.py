"""Reading sheets in: preview, import, paste, and undoing a whole import."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from frontdesk.messages import _
from frontdesk.office import ImportAsk
from frontdesk.office.model import Area, stood
from frontdesk.roster.deeds.sheets import IMPORT
from frontdesk.roster.kinds import BodyKind
from frontdesk.roster.model import Body, Membership, Person, Post, SheetImport
from frontdesk.roster.rules.identity import name_key
from frontdesk.roster.service.base import AreaBook, named
from frontdesk.roster.service.laying import Laying, Tick
from frontdesk.roster.service.reading import Reading
from frontdesk.roster.sheets.fields import FIELDS, TEXT_FIELDS
from frontdesk.roster.sheets.pasting import pasted
from frontdesk.roster.sheets.planning import Plan, PlannedRow, RowChoice, plan
from frontdesk.roster.sheets.reading import PersonLine, read_lines
from frontdesk.roster.sheets.roll import Candidate, HeldPost, KnownBody, Ref, Roll
from frontdesk.sheet import Column, ImportReport, Outcome, RowOutcome, Workbook, read, recognise, require, uncollected
from frontdesk.store import among, tuples

_KEPT: Final = ("sex", "born", "birth_year", "phone", "other_phones", "religion", "party", "party_since", *TEXT_FIELDS)


@dataclass(frozen=True)
class Preview:
    """What an import would do: the columns as recognised, each row's fate, the lines left out, and notes."""

    mapping: Mapping[str, tuple[Column, ...]]
    unknown: tuple[Column, ...]
    rows: tuple[PlannedRow, ...]
    others: tuple[RowOutcome, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class _Read:
    """A sheet read and planned, ready to be written."""

    preview: Preview
    plan: Plan
    roll: Roll


class Importing(Reading):
    """Sheets in; what is the same person, and what changes, is decided in `sheets.planning`."""

    def import_sheet(
        self, ask: ImportAsk, choices: Mapping[int, RowChoice] | None = None, tick: Tick | None = None
    ) -> ImportReport:
        """Take the good rows of a sheet in one change; `choices` says of single rows whom they mean.

        `tick` is told how many steps of how many are taken; what it raises leaves everything as it was. Raises
        RuleBroken where the file cannot be read or a needed column has no header.
        """
        return self._take(read(ask.path), ask.path.name, ask.overrides, choices, dry_run=ask.dry_run, tick=tick)

    def import_pasted(
        self,
        text: str,
        overrides: Mapping[str, str] | None = None,
        choices: Mapping[int, RowChoice] | None = None,
        tick: Tick | None = None,
    ) -> ImportReport:
        """Take rows copied out of a spreadsheet, header included, the way a file of them is taken."""
        return self._take(pasted(text), _("pasted rows"), overrides or {}, choices, dry_run=False, tick=tick)

    def preview_sheet(
        self, path: Path, overrides: Mapping[str, str] | None = None, choices: Mapping[int, RowChoice] | None = None
    ) -> Preview:
        """What importing a sheet would do; nothing is written."""
        return self._read(read(path), overrides or {}, choices).preview

    def preview_pasted(
        self, text: str, overrides: Mapping[str, str] | None = None, choices: Mapping[int, RowChoice] | None = None
    ) -> Preview:
        """What taking pasted rows would do; nothing is written."""
        return self._read(pasted(text), overrides or {}, choices).preview

    def imports(self) -> list[SheetImport]:
        """The sheets read in, the newest first."""
        return list(SheetImport.select().order_by(SheetImport.id.desc()))

    @uncollected()
    def _take(
        self,
        workbook: Workbook,
        file: str,
        overrides: Mapping[str, str],
        choices: Mapping[int, RowChoice] | None,
        *,
        dry_run: bool,
        tick: Tick | None = None,
    ) -> ImportReport:
        self._store.demand(IMPORT)
        found = self._read(workbook, overrides, choices)
        rows = [RowOutcome(row.outcome, row.row, row.name, row.reason) for row in found.preview.rows]
        report = ImportReport(
            tuple(sorted([*rows, *found.preview.others], key=lambda outcome: outcome.row)), found.preview.notes
        )
        if not dry_run and report.of(Outcome.ADDED, Outcome.UPDATED, Outcome.JOINED):
            self._write(found, file, report, tick)
        return report

    def _read(self, workbook: Workbook, overrides: Mapping[str, str], choices: Mapping[int, RowChoice] | None) -> _Read:
        recognised = require(recognise(workbook, FIELDS, overrides))
        sheet = read_lines(recognised, self.today)
        roll = self._roll(sheet.lines)
        planned = plan(sheet.lines, roll, choices)
        preview = Preview(
            recognised.mapping, recognised.unknown, planned.rows, sheet.others, (*sheet.notes, *_made(planned, roll))
        )
        return _Read(preview, planned, roll)

    def _roll(self, lines: Sequence[PersonLine]) -> Roll:
        """What the roster knows of the people, areas, bodies and posts a sheet may mean."""
        book = AreaBook()
        areas: dict[str, Ref] = {
            key: book.on(area) for area, key in tuples(Area.select(Area.id, Area.key).where(stood(Area)))
        }
        bodies, now = _known_bodies(book, self.today)
        people = self._candidates(lines, book, now)
        posts = dict(tuples(Post.select(Post.key, Post.name)))
        names: dict[Ref, str] = dict(book.current().items())
        any_known = bool(names)

        def find_area(name: str) -> int | None:
            found = self._office.find_area(name) if any_known else None
            return None if found is None else book.on(found.id)

        return Roll(lambda: self._office.commune().name, people, areas, names, bodies, posts, find_area)

    def _candidates(
        self, lines: Sequence[PersonLine], book: AreaBook, now: Mapping[int, int]
    ) -> dict[str, list[Candidate]]:
        """The people of these names and numbers, by name."""
        names = sorted({name_key(line.name) for line in lines})
        numbers = sorted({line.number for line in lines if line.number})
        columns = [Person.id, Person.number, Person.name, Person.name_key, *(getattr(Person, name) for name in _KEPT)]
        found: dict[int, Candidate] = {}
        for column, wanted in ((Person.name_key, names), (Person.number, numbers)):
            query = Person.select(*columns).where(column.in_(among(wanted)), Person.withdrawn.is_null())
            for person_id, number, name, key, *values in tuples(query):
                kept = dict(zip(_KEPT, values, strict=True))
                found[person_id] = Candidate(person_id, number, name, key, kept)
        held_posts = (
            Membership.select(
                Membership.id, Membership.person, Membership.body, Membership.area, Post.name, Membership.since,
                Membership.until, Membership.decision_number, Membership.decision_date,
            )
            .join_from(Membership, Post, "LEFT OUTER JOIN")
            .where(Membership.person.in_(among(found)), Membership.withdrawn.is_null())
            .order_by(Membership.id)
        )  # fmt: skip
        for held_id, person_id, body, area, post, since, until, number, day in tuples(held_posts):
            today = None if area is None else book.on(area)
            person = found[person_id]
            held = {"since": since, "until": until, "decision_number": number, "decision_date": day}
            person.posts.append(HeldPost(held_id, now.get(body, body), today, post, held))
            if today is not None:
                person.areas.add(today)
        people: dict[str, list[Candidate]] = {}
        for person in found.values():
            people.setdefault(person.name_key, []).append(person)
        return people

    def _write(self, found: _Read, file: str, report: ImportReport, tick: Tick | None) -> None:
        people = found.plan.people
        with self._store.change(IMPORT) as change:
            Laying(change, found.roll, self).people(people, tick or _nobody_waits)
            change.write(
                SheetImport,
                file=file,
                act=change.act,
                at=change.at,
                user=change.user,
                added=report.count(Outcome.ADDED),
                updated=report.count(Outcome.UPDATED) + report.count(Outcome.JOINED),
            )


def _nobody_waits(done: int, steps: int) -> None:
    """The tick of an import nobody looks at."""


def _known_bodies(book: AreaBook, today: date) -> tuple[dict[str, KnownBody], dict[int, int]]:
    """Bodies by key, and for each body ever the one it is today: an area's body goes on in its area's successor."""
    rows = list(tuples(Body.select(Body.id, Body.kind, Body.name, Body.key, Body.area, Body.until).where(stood(Body))))
    rows.sort(key=lambda row: row[5] is not None)
    bodies: dict[str, KnownBody] = {}
    now: dict[int, int] = {}
    living: dict[tuple[str, int], int] = {}
    for body_id, kind, name, key, area, until in rows:
        today_area = None if area is None else book.on(area)
        ended = until is not None and until < today
        if not ended and today_area is not None:
            living.setdefault((kind, today_area), body_id)
        now[body_id] = living.get((kind, today_area), body_id) if ended and today_area is not None else body_id
        bodies.setdefault(key, KnownBody(now[body_id], BodyKind(kind), name, today_area))
    return bodies, now


def _made(planned: Plan, roll: Roll) -> list[str]:
    """Sentences on the areas, bodies and posts a sheet brings with it."""
    posts = [held for person in planned.people for held in person.posts if held.id is None]
    bodies = {held.body for held in posts} & roll.new_bodies.keys()
    areas = {held.area for held in posts} & roll.new_areas.keys()
    new_posts = {held.post for held in posts} & set(roll.new_posts.values())
    notes = []
    if areas:
        notes.append(
            _("New areas: {names}.").format(names=named(roll.new_areas[str(key)] for key in sorted(areas, key=str)))
        )
    if bodies:
        notes.append(
            _("New bodies: {names}.").format(
                names=named(roll.new_bodies[str(key)].name for key in sorted(bodies, key=str))
            )
        )
    if new_posts:
        notes.append(_("New posts: {names}.").format(names=named(sorted(filter(None, new_posts)))))
    return notes
