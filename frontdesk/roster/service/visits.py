"""Study visits, who went and what was seen."""

from datetime import date
from typing import Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.roster.deeds.models import (
    EDIT_VISIT,
    NOTE_VISIT,
    REINSTATE_VISIT,
    WITHDRAW_VISIT,
    EditVisit,
    NoteVisit,
    ReinstateVisit,
    WithdrawVisit,
)
from frontdesk.roster.model import GoodModel, StudyVisit
from frontdesk.roster.rules.merits import VisitRow
from frontdesk.roster.service.base import emptied, given
from frontdesk.roster.service.merits import between, refuse_no_reason, tidy_name
from frontdesk.roster.service.models import Models
from frontdesk.store import links_of, tuples
from frontdesk.vietnamese import fold

_VISITOR: Final = "visitor"
_SEEN: Final = "seen"


class Visits(Models):
    """What people saw elsewhere."""

    def note_visit(self, ask: NoteVisit) -> VisitRow:
        """Enter a study visit; people and models seen are linked."""
        people = [self.live_person(number) for number in ask.visitors]
        models = [self._model_id(name) for name in ask.models]
        head_count = ask.head_count if ask.head_count is not None else len(people) or None
        if head_count is not None and head_count < len(people):
            raise RuleBroken("roster.visit.count", _("Fewer people than are named."), "head_count")
        place = tidy_name(ask.place, "place")
        if self._visits(ask.place, ask.day):
            message = _("The visit to “{place}” on {day} is entered already; correct that one.")
            raise RuleBroken(
                "roster.visit.known", message.format(place=place, day=ask.day.strftime("%d/%m/%Y")), "place"
            )
        with self._store.change(NOTE_VISIT) as change:
            visit_id = change.write(
                StudyVisit,
                day=ask.day,
                place=place,
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
        found = self._visit(ask.place, ask.day)
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

    def withdraw_visit(self, ask: WithdrawVisit) -> VisitRow:
        """A study visit was entered in error; it leaves every list, card and paper."""
        found = self._visit(ask.place, ask.day)
        refuse_no_reason(ask.reason)
        with self._store.change(WITHDRAW_VISIT) as change:
            change.amend(
                StudyVisit, found.id, revision=ask.revision, withdrawn=change.today, withdrawn_why=ask.reason.strip()
            )
        return found

    def reinstate_visit(self, ask: ReinstateVisit) -> VisitRow:
        """Put a withdrawn visit back, with who went and what was seen."""
        found = self._visit(ask.place, ask.day, withdrawn=True)
        with self._store.change(REINSTATE_VISIT) as change:
            change.amend(StudyVisit, found.id, withdrawn=None, withdrawn_why=None)
        return self._visit(ask.place, ask.day)

    def visits(self, since: date | None = None, until: date | None = None) -> list[VisitRow]:
        """The study visits of a period, the newest first."""
        return self._visited_in(since, until)

    def _visit(self, place: str, day: date, *, withdrawn: bool = False) -> VisitRow:
        """The last entered of the visits to a place on a day."""
        found = self._visits(place, day, withdrawn=withdrawn)
        if not found:
            message = _("There is no visit to “{place}” on {day}.")
            raise RuleBroken("roster.visit.unknown", message.format(place=place, day=day.strftime("%d/%m/%Y")), "place")
        return found[0]

    def _visits(self, place: str, day: date, *, withdrawn: bool = False) -> list[VisitRow]:
        return [row for row in self._visited_in(day, day, withdrawn=withdrawn) if fold(row.place) == fold(place)]

    def _visited_in(self, since: date | None, until: date | None, *, withdrawn: bool = False) -> list[VisitRow]:
        columns = (StudyVisit.id, StudyVisit.day, StudyVisit.place, StudyVisit.purpose, StudyVisit.head_count)
        query = StudyVisit.select(*columns, StudyVisit.result, StudyVisit.revision).where(
            StudyVisit.withdrawn.is_null(not withdrawn)
        )
        query = query.order_by(StudyVisit.day.desc(), StudyVisit.id.desc())
        wrong = {row[0] for row in tuples(GoodModel.select(GoodModel.id).where(GoodModel.withdrawn.is_null(False)))}
        rows = []
        for row in list(tuples(between(query, StudyVisit.day, since, until))):
            went = [link.other for link in links_of(row[0], _VISITOR)]
            names, numbers = tuple(each.title for each in went), tuple(each.number or "" for each in went)
            seen = tuple(link.other.title for link in links_of(row[0], _SEEN) if link.other.id not in wrong)
            rows.append(VisitRow(*[*row[:6], names, seen, numbers, row[6]]))
        return rows
