"""Good models and where they were copied to."""

from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.roster.deeds.models import (
    COPY_MODEL,
    EDIT_COPY,
    EDIT_MODEL,
    NOTE_MODEL,
    REINSTATE_COPY,
    REINSTATE_MODEL,
    WITHDRAW_COPY,
    WITHDRAW_MODEL,
    CopyModel,
    EditCopy,
    EditModel,
    NoteModel,
    ReinstateCopy,
    ReinstateModel,
    WithdrawCopy,
    WithdrawModel,
)
from frontdesk.roster.model import GoodModel, ModelCopy
from frontdesk.roster.rules.merits import CopyRow, ModelRow
from frontdesk.roster.service.base import AreaBook, emptied, given
from frontdesk.roster.service.merits import Merits, refuse_no_reason, tidy_name
from frontdesk.store import tuples
from frontdesk.vietnamese import fold

_CLEARED: Final = {
    "founder": "founder",
    "area": "area_id",
    "since": "since",
    "until": "until",
    "description": "description",
}
"""The keys of a good model that can be empty, with their columns."""


class Models(Merits):
    """What people began that is worth copying."""

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

    def withdraw_model(self, ask: WithdrawModel) -> ModelRow:
        """A good model was entered in error; it leaves every list and paper, and its copies with it."""
        found = self._model(self._model_id(ask.name))
        refuse_no_reason(ask.reason)
        with self._store.change(WITHDRAW_MODEL) as change:
            change.amend(
                GoodModel, found.id, revision=ask.revision, withdrawn=change.today, withdrawn_why=ask.reason.strip()
            )
        return found

    def reinstate_model(self, ask: ReinstateModel) -> ModelRow:
        """Put a withdrawn model back; refused where another bears its name by now."""
        model_id = self._model_id(ask.name, withdrawn=True)
        self._refuse_known_model(ask.name, "name")
        with self._store.change(REINSTATE_MODEL) as change:
            change.amend(GoodModel, model_id, withdrawn=None, withdrawn_why=None)
        return self._model(model_id)

    def copy_model(self, ask: CopyModel) -> ModelRow:
        """Enter where a model was copied to."""
        model_id = self._model_id(ask.name)
        area_id = self.area_id(ask.area) if ask.area else None
        place = ask.place or (AreaBook().name(area_id) if area_id else None)
        place = tidy_name(place or "", "place")
        self._refuse_known_copy(model_id, place, "area" if ask.area and not ask.place else "place")
        with self._store.change(COPY_MODEL) as change:
            change.write(ModelCopy, model_id=model_id, place=place, area_id=area_id, since=ask.since, note=ask.note)
        return self._model(model_id)

    def edit_copy(self, ask: EditCopy) -> CopyRow:
        """Correct a place a model was copied to."""
        found, model_id = self._copy(ask.name, ask.place), self._model_id(ask.name)
        columns = {**given(since=ask.since, note=ask.note), **emptied(ask.clear, ("since", "note"))}
        if ask.new_place is not None:
            place = tidy_name(ask.new_place, "new_place")
            if fold(place) != fold(found.place):
                self._refuse_known_copy(model_id, place, "new_place")
            area = self._office.find_area(place)
            columns.update(place=place, area_id=None if area is None else area.id)
        with self._store.change(EDIT_COPY) as change:
            change.amend(ModelCopy, found.id, revision=ask.revision, **columns)
        return next(row for row in self.copies(ask.name) if row.id == found.id)

    def withdraw_copy(self, ask: WithdrawCopy) -> CopyRow:
        """A place a model was copied to was entered in error; it leaves every list and paper."""
        found = self._copy(ask.name, ask.place)
        refuse_no_reason(ask.reason)
        with self._store.change(WITHDRAW_COPY) as change:
            change.amend(
                ModelCopy, found.id, revision=ask.revision, withdrawn=change.today, withdrawn_why=ask.reason.strip()
            )
        return found

    def reinstate_copy(self, ask: ReinstateCopy) -> CopyRow:
        """Put a withdrawn place back."""
        found = self._copy(ask.name, ask.place, withdrawn=True)
        self._refuse_known_copy(self._model_id(ask.name), found.place, "place")
        with self._store.change(REINSTATE_COPY) as change:
            change.amend(ModelCopy, found.id, withdrawn=None, withdrawn_why=None)
        return self._copy(ask.name, ask.place)

    def copies(self, name: str) -> list[CopyRow]:
        """The places a model was copied to, in the order they were entered."""
        return self._copies(name)

    def models(self) -> list[ModelRow]:
        """The good models in the order they were entered, with the places they were copied to."""
        return self._models(GoodModel.withdrawn.is_null())

    def _refuse_known_model(self, name: str, field: str) -> None:
        if next(tuples(_named(name)), None) is not None:
            raise RuleBroken("roster.model.known", _("There already is “{name}”.").format(name=name), field)

    def _refuse_known_copy(self, model_id: int, place: str, field: str) -> None:
        query = ModelCopy.select(ModelCopy.place).where(ModelCopy.model == model_id, ModelCopy.withdrawn.is_null())
        if any(fold(known) == fold(place) for (known,) in tuples(query)):
            message = _("It is entered already that the model was copied to “{place}”.")
            raise RuleBroken("roster.copy.known", message.format(place=place), field)

    def _copy(self, name: str, place: str, *, withdrawn: bool = False) -> CopyRow:
        found = [row for row in self._copies(name, withdrawn=withdrawn) if fold(row.place) == fold(place)]
        if not found:
            message = _("The model was not copied to “{place}”.").format(place=place)
            raise RuleBroken("roster.copy.unknown", message, "place")
        return found[-1]

    def _copies(self, name: str, *, withdrawn: bool = False) -> list[CopyRow]:
        model_id, book = self._model_id(name), AreaBook()
        query = ModelCopy.select(
            ModelCopy.id, GoodModel.name, ModelCopy.place, ModelCopy.area, ModelCopy.since, ModelCopy.note,
            ModelCopy.revision,
        ).join_from(ModelCopy, GoodModel)  # fmt: skip
        query = query.where(ModelCopy.model == model_id, ModelCopy.withdrawn.is_null(not withdrawn))
        return [CopyRow(*[*row[:3], book.name(row[3]), *row[4:]]) for row in tuples(query.order_by(ModelCopy.id))]

    def _model_id(self, name: str, *, withdrawn: bool = False) -> int:
        found = next(tuples(_named(name, withdrawn=withdrawn)), None)
        if found is None:
            raise RuleBroken("roster.model.unknown", _("There is no model “{name}”.").format(name=name), "name")
        return int(found[0])

    def _model(self, model_id: int) -> ModelRow:
        return self._models(GoodModel.id == model_id)[0]

    def _models(self, *conditions: Any) -> list[ModelRow]:
        book = AreaBook()
        copies: dict[int, list[str]] = {}
        places = ModelCopy.select(ModelCopy.model, ModelCopy.place).where(ModelCopy.withdrawn.is_null())
        for model_id, place in tuples(places.order_by(ModelCopy.id)):
            copies.setdefault(model_id, []).append(place)
        query = GoodModel.select(
            GoodModel.id, GoodModel.name, GoodModel.founder, GoodModel.area, GoodModel.since, GoodModel.until,
            GoodModel.description, GoodModel.revision,
        ).order_by(GoodModel.id)  # fmt: skip
        return [
            ModelRow(*[*row[:3], book.name(row[3]), *row[4:7], tuple(copies.get(row[0], ())), row[7]])
            for row in tuples(query.where(*conditions))
        ]


def _named(name: str, *, withdrawn: bool = False) -> Any:
    """The ids of the models called `name`, the last first."""
    query = GoodModel.select(GoodModel.id).where(
        GoodModel.key == fold(name), GoodModel.withdrawn.is_null(not withdrawn)
    )
    return query.order_by(GoodModel.id.desc())
