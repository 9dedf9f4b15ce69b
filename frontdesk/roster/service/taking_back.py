"""Mergers, new names and changes of term taken back, as long as nothing that came later rests on them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from peewee import ForeignKeyField

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.office import AreaRow
from frontdesk.office.model import Area, stood
from frontdesk.roster.deeds.bodies import (
    CHANGE_TERM,
    MERGE_AREAS,
    PART_AREAS,
    RENAME_AREA,
    RESTORE_AREA_NAME,
    RESTORE_TERMS,
    PartAreas,
    RestoreAreaName,
    RestoreTerms,
)
from frontdesk.roster.model import Body, Membership, Person, Term
from frontdesk.roster.rules.rows import TermRow
from frontdesk.roster.service.areas import AreaDeeds
from frontdesk.roster.service.base import named, table_name
from frontdesk.store import Change, Deed, Entry, Record, among, entities, entries_of_act, history_of, links_of, tuples

_MODELS: Final[tuple[type[Record], ...]] = (Area, Body, Term, Membership)
_MOST_NAMED: Final = 3


class TakingBack(AreaDeeds):
    """The way back of deeds that write many rows: what they changed is as before, what they made never was.

    The journal says what a deed wrote. It is refused where a row was written again since, or where something that
    came later belongs to a row the deed made, in whatever slice.
    """

    def part_areas(self, ask: PartAreas) -> tuple[AreaRow, ...]:
        """Take the last merger that made an area back; returns the areas that are again."""
        return self._undo_areas(ask.area, MERGE_AREAS, PART_AREAS)

    def restore_area_name(self, ask: RestoreAreaName) -> AreaRow:
        """Take the last new name of an area back; returns the area under its old name."""
        (row,) = self._undo_areas(ask.area, RENAME_AREA, RESTORE_AREA_NAME)
        return row

    def way_back(self, area: str) -> PartAreas | RestoreAreaName | None:
        """What takes the last merger or new name of an area back; None where it is as it was made."""
        olds = self._came_of(self.area_id(area))
        acts = {ask: _act(olds, deed) or 0 for ask, deed in ((PartAreas, MERGE_AREAS), (RestoreAreaName, RENAME_AREA))}
        last = max(acts, key=lambda ask: acts[ask])
        return last(area) if acts[last] else None

    def restore_terms(self, ask: RestoreTerms) -> tuple[TermRow, ...]:
        """Take the last change of term of bodies back; returns the terms that run again, of bodies that had one."""
        found = [self.body(name) for name in dict.fromkeys(ask.bodies)]
        if not found:
            raise RuleBroken("roster.term.bodies", _("Say which bodies."), "bodies")
        entries: dict[int, list[Entry]] = {}
        with self._store.change(RESTORE_TERMS) as change:
            for body in found:
                made = [term.id for term in self._terms(Term.body == body.id, Term.until.is_null())]
                act = _act(made, CHANGE_TERM)
                if act is None:
                    message = _("The running term of “{body}” was not begun by a change of term.")
                    raise RuleBroken("roster.term.unchanged", message.format(body=body.name), "bodies")
                terms = Term.select(Term.id).where(Term.body == body.id)
                posts = Membership.select(Membership.id).where(Membership.body == body.id)
                within = {row[0] for query in (terms, posts) for row in tuples(query)}
                if act not in entries:
                    entries[act] = entries_of_act(act)
                _take_back(change, [entry for entry in entries[act] if entry.row_id in within], "bodies")
        ids = {body.id for body in found}
        return tuple(term for term in self.terms() if term.body_id in ids and term.until is None)

    def _undo_areas(self, name: str, done: Deed, undone: Deed) -> tuple[AreaRow, ...]:
        olds = self._came_of(self.area_id(name))
        act = _act(olds, done)
        if act is None:
            said = {
                MERGE_AREAS.name: _("“{name}” did not come of a merger. Name the area as it is called since."),
                RENAME_AREA.name: _("“{name}” is no new name of an area. Name the area as it is called since."),
            }[done.name]
            raise RuleBroken("roster.area.nothing_to_undo", said.format(name=name), "area")
        with self._store.change(undone) as change:
            _take_back(change, entries_of_act(act), "area")
        rows = (self._office.area(row_id) for row_id in olds)
        return tuple(row for row in rows if row.until is None)

    def _came_of(self, area_id: int) -> list[int]:
        """The ids of the areas that became this one."""
        return [row[0] for row in tuples(Area.select(Area.id).where(Area.merged_into == area_id, stood(Area)))]


def _act(row_ids: Collection[int], deed: Deed) -> int | None:
    """The last change by this deed that wrote one of the rows."""
    entries = [entry for row_id in row_ids for entry in history_of(row_id) if entry.deed == deed.name]
    return max((entry.act for entry in entries), default=None)


def _take_back(change: Change, entries: Sequence[Entry], field: str) -> None:
    """Put the rows back that these entries wrote, all of them or, with RuleBroken, none."""
    models = {table_name(model): model for model in _MODELS}
    written: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.table_name in models:
            written.setdefault(entry.row_id, []).append(entry)
    later = list(_later(written, models))
    if later:
        told = named(dict.fromkeys(later[:_MOST_NAMED])) + ("…" if len(later) > _MOST_NAMED else "")
        message = _("This cannot be taken back any more, for something came later: {what}. Take that back first.")
        raise RuleBroken("roster.undo.later", message.format(what=told), field)
    for row_id, steps in reversed(written.items()):
        _restore(change, models[steps[0].table_name], row_id, steps)


def _later(written: Mapping[int, Sequence[Entry]], models: Mapping[str, type[Record]]) -> Iterator[str]:
    """What stands in the way, as people call it."""
    by_model: dict[type[Record], list[int]] = {}
    for row_id, steps in written.items():
        by_model.setdefault(models[steps[0].table_name], []).append(row_id)
    for model, ids in by_model.items():
        images = _images(model, ids)
        # Of a slice that this office was not made with there is no table.
        owning = [key for key, other in model._meta.backrefs.items() if other.table_exists()]
        for row_id in ids:
            first, last = written[row_id][0].content(), written[row_id][-1].content()
            after = _held(last.get("after", {}))
            # What was changed and put back is as it was, whatever its revision says.
            if images[row_id] != after:
                yield _told(model, row_id)
            elif first["before"] is None:
                yield from _resting_on(owning, row_id, written)
            elif "key" in after and "until" in after and (taken := _namesake(model, row_id, written)):
                yield taken


def _images(model: type[Record], ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """What rows hold as the journal writes it, but for their revision, by id."""
    fields = [field for field in model._meta.sorted_fields if field.name != "revision"]
    names = [field.column_name for field in fields]
    rows = tuples(model.select(*fields).where(model.id.in_(among(ids))))
    plain = ([value.isoformat() if isinstance(value, date) else value for value in row] for row in rows)
    images = (_held(dict(zip(names, row, strict=True))) for row in plain)
    return {image["id"]: image for image in images}


def _held(image: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in image.items() if value is not None and name != "revision"}


def _resting_on(owning: Sequence[ForeignKeyField], row_id: int, written: Collection[int]) -> Iterator[str]:
    """Rows of any slice that belong to a row, but for those written with it, withdrawn or taken back."""
    for key in owning:
        other = key.model
        query = other.select(other.id).where(key == row_id)
        if "withdrawn" in other._meta.fields:
            query = query.where(other.withdrawn.is_null())
        if other in _MODELS:
            query = query.where(stood(other))
        yield from (_told(other, row[0]) for row in tuples(query) if row[0] not in written)
    yield from (link.other.title for link in links_of(row_id))


def _namesake(model: Any, row_id: int, written: Collection[int]) -> str | None:
    """What bears a row's name in its place by now."""
    key, name = next(tuples(model.select(model.key, model.name).where(model.id == row_id)))
    query = model.select(model.id).where(model.key == key, model.until.is_null(), model.id != row_id)
    return name if any(row[0] not in written for row in tuples(query)) else None


def _told(model: type[Record], row_id: int) -> str:
    if model is Membership:
        query = Membership.select(Person.name, Body.name).join_from(Membership, Person).join_from(Membership, Body)
        return " - ".join(next(tuples(query.where(Membership.id == row_id))))
    row = entities([row_id]).get(row_id)
    return "" if row is None else " ".join(filter(None, (row.number, row.title)))


def _restore(change: Change, model: Any, row_id: int, steps: Sequence[Entry]) -> None:
    """A row as it was before these entries; one they made is withdrawn, or ends before it begins."""
    before: dict[str, Any] | None = {}
    for entry in reversed(steps):
        image = entry.content()["before"]
        before = None if image is None else {**(before or {}), **image}
    if before is not None:
        change.amend(model, row_id, **{name: value for name, value in before.items() if name != "revision"})
    elif model is Membership:
        change.amend(model, row_id, withdrawn=change.today)
    else:
        since = next(tuples(model.select(model.since).where(model.id == row_id)))[0]
        change.amend(model, row_id, until=since - timedelta(days=1))
