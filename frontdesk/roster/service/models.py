"""Good models, study visits, and whom to congratulate when."""

from datetime import date, timedelta
from typing import Any

from peewee import fn

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.roster.deeds.merits import (
    COPY_MODEL,
    EDIT_MODEL,
    EDIT_VISIT,
    NOTE_MODEL,
    NOTE_VISIT,
    CopyModel,
    EditModel,
    EditVisit,
    NoteModel,
    NoteVisit,
)
from frontdesk.roster.model import GoodModel, Membership, ModelCopy, Person, StudyVisit
from frontdesk.roster.rules.merits import (
    ModelRow,
    ReminderRow,
    VisitRow,
    birthdays,
    elders,
    long_service,
)
from frontdesk.roster.rules.rows import PersonRow
from frontdesk.roster.service.base import AreaBook, emptied, given
from frontdesk.roster.service.merits import Merits, between, tidy_name
from frontdesk.roster.service.rowmaking import in_force
from frontdesk.roster.settings import ELDER_AGES, REMIND_DAYS, SERVICE_YEARS
from frontdesk.store import links_of, tuples
from frontdesk.vietnamese import fold

_VISITOR = "visitor"
_SEEN = "seen"
_CLEARED = {
    "founder": "founder",
    "area": "area_id",
    "since": "since",
    "until": "until",
    "description": "description",
}
"""The keys of a good model that can be empty, with their columns."""


class Models(Merits):
    """What people began and saw elsewhere, and whom to congratulate."""

    def note_model(self, ask: NoteModel) -> ModelRow:
        """Enter a good model; its name is its own."""
        name = tidy_name(ask.name, "name")
        self._refuse_known_model(name, "name")
        with self._store.change(NOTE_MODEL) as change:
            model_id = change.write(
                GoodModel,
                name=name,
                key=fold(name),
                founder=ask.founder,
                area_id=self.area_id(ask.area) if ask.area else None,
                since=ask.since,
                description=ask.description,
            )
        return self._model(model_id)

    def edit_model(self, ask: EditModel) -> ModelRow:
        """Correct a good model."""
        model_id = self._model_id(ask.name)
        found, empty = self._model(model_id), emptied(ask.clear, _CLEARED)
        since = None if "since" in empty else ask.since or found.since
        until = None if "until" in empty else ask.until or found.until
        if since is not None and until is not None and until < since:
            raise RuleBroken("roster.model.days", _("The last day lies before the first."), "until")
        columns = given(founder=ask.founder, since=ask.since, until=ask.until, description=ask.description)
        if ask.area is not None:
            columns["area_id"] = self.area_id(ask.area)
        if ask.new_name is not None:
            name = tidy_name(ask.new_name, "new_name")
            if fold(name) != fold(found.name):
                self._refuse_known_model(name, "new_name")
            columns.update(name=name, key=fold(name))
        columns.update({_CLEARED[each]: None for each in empty})
        with self._store.change(EDIT_MODEL) as change:
            change.amend(GoodModel, model_id, revision=ask.revision, **columns)
        return self._model(model_id)

    def copy_model(self, ask: CopyModel) -> ModelRow:
        """Enter where a model was copied to."""
        model_id = self._model_id(ask.name)
        area_id = self.area_id(ask.area) if ask.area else None
        place = ask.place or (AreaBook().name(area_id) if area_id else None)
        with self._store.change(COPY_MODEL) as change:
            change.write(
                ModelCopy,
                model_id=model_id,
                place=tidy_name(place or "", "place"),
                area_id=area_id,
                since=ask.since,
                note=ask.note,
            )
        return self._model(model_id)

    def models(self) -> list[ModelRow]:
        """The good models in the order they were entered, with the places they were copied to."""
        return self._models()

    def note_visit(self, ask: NoteVisit) -> VisitRow:
        """Enter a study visit; people and models seen are linked."""
        people = [self.live_person(number) for number in ask.visitors]
        models = [self._model_id(name) for name in ask.models]
        head_count = ask.head_count if ask.head_count is not None else len(people) or None
        if head_count is not None and head_count < len(people):
            raise RuleBroken("roster.visit.count", _("Fewer people than are named."), "head_count")
        with self._store.change(NOTE_VISIT) as change:
            visit_id = change.write(
                StudyVisit,
                day=ask.day,
                place=tidy_name(ask.place, "place"),
                purpose=ask.purpose,
                head_count=head_count,
                result=ask.result,
            )
            for person_id in people:
                change.link(visit_id, person_id, _VISITOR)
            for model_id in models:
                change.link(visit_id, model_id, _SEEN)
        return next(row for row in self.visits() if row.id == visit_id)

    def edit_visit(self, ask: EditVisit) -> VisitRow:
        """Correct a study visit; who went and what was seen is unlinked where it is not named any more."""
        found = next((row for row in self.visits(ask.day, ask.day) if fold(row.place) == fold(ask.place)), None)
        if found is None:
            message = _("There is no visit to “{place}” on {day}.")
            raise RuleBroken(
                "roster.visit.unknown", message.format(place=ask.place, day=ask.day.strftime("%d/%m/%Y")), "place"
            )
        empty = emptied(ask.clear, ("purpose", "head_count", "result"))
        links = {
            _VISITOR: None if ask.visitors is None else [self.person_id(number) for number in ask.visitors],
            _SEEN: None if ask.models is None else [self._model_id(name) for name in ask.models],
        }
        named = len(found.visitors) if ask.visitors is None else len(ask.visitors)
        head_count = None if "head_count" in empty else ask.head_count or found.head_count
        if head_count is not None and head_count < named:
            raise RuleBroken("roster.visit.count", _("Fewer people than are named."), "head_count")
        columns = given(day=ask.new_day, purpose=ask.purpose, head_count=ask.head_count, result=ask.result)
        if ask.new_place is not None:
            columns["place"] = tidy_name(ask.new_place, "new_place")
        with self._store.change(EDIT_VISIT) as change:
            change.amend(StudyVisit, found.id, revision=ask.revision, **columns, **empty)
            for kind, wanted in links.items():
                if wanted is None:
                    continue
                for link in links_of(found.id, kind):
                    if link.other.id not in wanted:
                        change.unlink(found.id, link.other.id, kind)
                for row_id in wanted:
                    change.link(found.id, row_id, kind)
        return next(row for row in self.visits() if row.id == found.id)

    def visits(self, since: date | None = None, until: date | None = None) -> list[VisitRow]:
        """The study visits of a period, the newest first."""
        columns = (StudyVisit.id, StudyVisit.day, StudyVisit.place, StudyVisit.purpose, StudyVisit.head_count)
        query = StudyVisit.select(*columns, StudyVisit.result, StudyVisit.revision).order_by(
            StudyVisit.day.desc(), StudyVisit.id.desc()
        )
        rows = []
        for row in list(tuples(between(query, StudyVisit.day, since, until))):
            went = [link.other for link in links_of(row[0], _VISITOR)]
            seen = tuple(link.other.title for link in links_of(row[0], _SEEN))
            rows.append(
                VisitRow(
                    *[
                        *row[:6],
                        tuple(each.title for each in went),
                        seen,
                        tuple(each.number or "" for each in went),
                        row[6],
                    ]
                )
            )
        return rows

    def birthdays(self, start: date | None = None, end: date | None = None) -> list[ReminderRow]:
        """Serving people whose birthday falls on these days (from today, as many days as the setting says)."""
        first = start or self.today
        last = end or first + timedelta(days=int(self._office.setting(REMIND_DAYS)))
        days = {(first + timedelta(days=ahead)).strftime("%m-%d") for ahead in range(min((last - first).days, 366) + 1)}
        if "02-28" in days:
            days.add("02-29")
        return birthdays(self._serving(fn.STRFTIME("%m-%d", Person.born).in_(days)), first, last, self.today)

    def elders(self, year: int | None = None) -> list[ReminderRow]:
        """Serving people who reach an age of mừng thọ in a year (None: this one); the ages are a setting."""
        ages = [int(age) for age in self._office.setting(ELDER_AGES)]
        when = year or self.today.year
        return elders(self._serving(Person.birth_year.in_([when - age for age in ages])), when, ages, self.today)

    def long_service(self, year: int | None = None) -> list[ReminderRow]:
        """Serving people whose first post began so many years before a year (None: this one) as the setting says."""
        spans = [int(span) for span in self._office.setting(SERVICE_YEARS)]
        when = year or self.today.year
        first = Membership.select(Membership.person).where(
            Membership.withdrawn.is_null(), Membership.since.is_null(False)
        )
        began = fn.STRFTIME("%Y", fn.MIN(Membership.since)).cast("integer")
        reached = first.group_by(Membership.person).having(began.in_([when - span for span in spans]))
        return long_service(self._serving(Person.id.in_(reached)), when, spans, self.today)

    def _serving(self, condition: Any) -> list[PersonRow]:
        """Serving people who meet a condition, masked."""
        held = Membership.select(Membership.person).where(Membership.withdrawn.is_null(), *in_force(self.today))
        query = Person.select(Person.id).where(Person.withdrawn.is_null(), Person.id.in_(held), condition)
        return self._people([row[0] for row in tuples(query)], masked=True)

    def _refuse_known_model(self, name: str, field: str) -> None:
        if next(tuples(GoodModel.select(GoodModel.id).where(GoodModel.key == fold(name))), None) is not None:
            raise RuleBroken("roster.model.known", _("There already is “{name}”.").format(name=name), field)

    def _model_id(self, name: str) -> int:
        found = next(tuples(GoodModel.select(GoodModel.id).where(GoodModel.key == fold(name))), None)
        if found is None:
            raise RuleBroken("roster.model.unknown", _("There is no model “{name}”.").format(name=name), "name")
        return int(found[0])

    def _model(self, model_id: int) -> ModelRow:
        return self._models(GoodModel.id == model_id)[0]

    def _models(self, *conditions: Any) -> list[ModelRow]:
        book = AreaBook()
        copies: dict[int, list[str]] = {}
        for model_id, place in tuples(ModelCopy.select(ModelCopy.model, ModelCopy.place).order_by(ModelCopy.id)):
            copies.setdefault(model_id, []).append(place)
        query = GoodModel.select(
            GoodModel.id, GoodModel.name, GoodModel.founder, GoodModel.area, GoodModel.since, GoodModel.until,
            GoodModel.description, GoodModel.revision,
        ).order_by(GoodModel.id)  # fmt: skip
        rows = tuples(query.where(*conditions) if conditions else query)
        return [
            ModelRow(*[*row[:3], book.name(row[3]), *row[4:7], tuple(copies.get(row[0], ())), row[7]]) for row in rows
        ]
