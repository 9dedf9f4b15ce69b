"""People admitted, corrected, withdrawn and joined."""

from dataclasses import fields
from datetime import date
from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.roster.deeds.people import (
    ADMIT,
    CORRECT,
    EDIT_PEOPLE,
    JOIN_PEOPLE,
    REINSTATE_PERSON,
    SET_PHOTO,
    WITHDRAW_PERSON,
    Admit,
    Appoint,
    Correct,
    EditPeople,
    JoinPeople,
    ReinstatePerson,
    SetPhoto,
    WithdrawPerson,
)
from frontdesk.roster.model import Commendation, Membership, Person, Turn
from frontdesk.roster.rules.identity import Likeness, Sought, is_name, matches, name_key
from frontdesk.roster.rules.rows import PersonRow
from frontdesk.roster.service.base import AreaBook, emptied
from frontdesk.roster.service.memberships import Memberships
from frontdesk.roster.service.naming import naming
from frontdesk.roster.sheets.roll import Candidate
from frontdesk.sheet import values
from frontdesk.store import attachments_of, tuples
from frontdesk.vietnamese import mend_name

_COLUMNS: Final = (
    "sex", "born", "birth_year", "phone", "other_phones", "ethnicity", "religion", "party", "party_since", "education",
    "profession", "political_theory", "occupation", "workplace", "address", "note",
)  # fmt: skip
_FIRST_YEAR: Final = 1900
_PHOTO_NAME: Final = "photo"
_PICTURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_LARGEST_PHOTO_BYTES: Final = 8_000_000


class People(Memberships):
    """Deeds on people; the posts they hold are in `memberships`."""

    def admit(self, ask: Admit) -> PersonRow:
        """Somebody new; refused where that person seems to be known already, unless `namesake`."""
        columns = _person_columns(ask, self.today)
        name = _name(ask.name)
        if not ask.namesake:
            self._refuse_known(name, columns, ask.area)
        with self._store.change(ADMIT) as change:
            number = change.number(Person, "NG")
            change.write(Person, {**naming(name, ask.sort_name), **columns, "number": number})
            if ask.area or ask.body or ask.post:
                shared = {each.name: getattr(ask, each.name) for each in fields(Appoint) if each.name != "number"}
                self.appoint(Appoint(number, **shared))
        return self.person(number)

    def correct(self, ask: Correct) -> PersonRow:
        """Correct somebody's entry; a change of birth keeps day and year in step."""
        person_id = self.person_id(ask.number)
        columns = _person_columns(ask, self.today)
        columns.update(_cleared(ask.clear))
        if ask.name is not None or ask.sort_name is not None:
            kept_name, kept_sort = next(
                tuples(Person.select(Person.name, Person.sort_name).where(Person.id == person_id))
            )
            name = _name(ask.name) if ask.name is not None else kept_name
            columns.update(naming(name, kept_sort if ask.sort_name is None else ask.sort_name))
        with self._store.change(CORRECT) as change:
            change.amend(Person, person_id, revision=ask.revision, **columns)
        return self.person(ask.number)

    def edit_people(self, ask: EditPeople) -> tuple[PersonRow, ...]:
        """Give all these people the same values, in one change."""
        ids = [self.live_person(number) for number in ask.numbers]
        columns = _person_columns(ask, self.today)
        columns.update(_cleared(ask.clear))
        if not columns:
            raise RuleBroken("roster.edit.nothing", _("Say what to change."), "numbers")
        with self._store.change(EDIT_PEOPLE) as change:
            for person_id in ids:
                change.amend(Person, person_id, **columns)
        return tuple(self._people(ids, masked=True))

    def withdraw_person(self, ask: WithdrawPerson) -> PersonRow:
        """Take an entry made in error out of every list, its posts with it."""
        person_id = self.live_person(ask.number)
        if not ask.reason.strip():
            raise RuleBroken("roster.withdraw.reason", _("Say why the entry is withdrawn."), "reason")
        with self._store.change(WITHDRAW_PERSON) as change:
            change.amend(Person, person_id, revision=ask.revision, withdrawn=change.today, withdrawn_why=ask.reason)
        return self.person(ask.number)

    def reinstate_person(self, ask: ReinstatePerson) -> PersonRow:
        """Put a withdrawn entry back; one that was joined with another stays joined."""
        person_id = self.person_id(ask.number)
        into = next(tuples(Person.select(Person.joined_into).where(Person.id == person_id)))[0]
        if into is not None:
            self.live_person(ask.number)
        with self._store.change(REINSTATE_PERSON) as change:
            change.amend(Person, person_id, revision=ask.revision, withdrawn=None, withdrawn_why=None)
        return self.person(ask.number)

    def join_people(self, ask: JoinPeople) -> PersonRow:
        """Two entries are one: posts, turns, commendations and links move; blanks are filled from the other."""
        kept, other = self.live_person(ask.number), self.live_person(ask.other)
        if kept == other:
            raise RuleBroken("roster.join.same", _("These are one entry already."), "other")
        first, second = self._people([kept, other])
        with self._store.change(JOIN_PEOPLE) as change:
            filled = {
                name: getattr(second, name)
                for name in _COLUMNS
                if getattr(first, name) is None and getattr(second, name) is not None
            }
            change.amend(Person, kept, **filled)
            held = {(each.body_id, each.post, each.since) for each in first.memberships}
            for each in second.memberships:
                if (each.body_id, each.post, each.since) in held:
                    change.amend(Membership, each.id, withdrawn=change.today)
                else:
                    change.amend(Membership, each.id, person_id=kept)
            for model in (Turn, Commendation):
                for (row_id,) in list(tuples(model.select(model.id).where(model.person == other))):
                    change.amend(model, row_id, person_id=kept)
            change.link(other, kept, "joined")
            change.amend(
                Person,
                other,
                withdrawn=change.today,
                withdrawn_why=f"Nhập với {first.number}",
                joined_into_id=kept,
            )
        return self.person(ask.number)

    def set_photo(self, ask: SetPhoto) -> PersonRow:
        """Keep a photo for somebody's card; the one before it stays in the file's history."""
        person_id = self.live_person(ask.number)
        try:
            content = ask.file.read_bytes()
        except OSError as error:
            raise RuleBroken(
                "roster.photo.unreadable", _("{file} cannot be read.").format(file=ask.file.name), "file"
            ) from error
        if not content.startswith(_PICTURES) or len(content) > _LARGEST_PHOTO_BYTES:
            raise RuleBroken("roster.photo.kind", _("A photo is a PNG or JPEG of at most 8 MB."), "file")
        with self._store.change(SET_PHOTO) as change:
            change.attach(person_id, _PHOTO_NAME, len(content), self._store.vault.put(content))
        return self.person(ask.number)

    def photo(self, number: str) -> bytes | None:
        """The latest photo of somebody, None where there is none."""
        photos = [row for row in attachments_of(self.person_id(number)) if row.name == _PHOTO_NAME]
        return self._store.vault.get(photos[-1].digest) if photos else None

    def namesakes(self, name: str, born: date | None, birth_year: int | None, area: str | None) -> list[PersonRow]:
        """People already known whom a new entry may mean, for a window to show while somebody types."""
        columns = {"born": born, "birth_year": born.year if born else birth_year}
        return self._people(self._alike(name, columns, area), masked=True)

    def _refuse_known(self, name: str, columns: dict[str, Any], area: str | None) -> None:
        alike = self._alike(name, columns, area)
        if alike:
            known = self._people(alike[:1])[0]
            raise RuleBroken(
                "roster.person.known",
                _(
                    "{name} is in the roster already as {number} ({birth}). Use that entry, or say it is a namesake."
                ).format(name=known.name, number=known.number, birth=known.born_text or "?"),
                "name",
            )

    def _alike(self, name: str, columns: dict[str, Any], area: str | None) -> list[int]:
        """The ids of people of this name whose birth or area agrees."""
        query = Person.select(Person.id, Person.born, Person.birth_year)
        found = list(tuples(query.where(Person.name_key == name_key(name), Person.withdrawn.is_null())))
        if not found:
            return []
        book = AreaBook()
        areas: dict[int, set[int | str]] = {row[0]: set() for row in found}
        held = Membership.select(Membership.person, Membership.area).where(
            Membership.person.in_(list(areas)), Membership.area.is_null(False), Membership.withdrawn.is_null()
        )
        for person_id, area_id in tuples(held):
            areas[person_id].add(book.on(area_id))
        here = self._office.find_area(area) if area else None
        sought = Sought(
            name, columns.get("born"), columns.get("birth_year"), None if here is None else book.on(here.id)
        )
        people = [
            Candidate(row_id, None, name, name_key(name), {"born": born, "birth_year": year}, areas[row_id])
            for row_id, born, year in found
        ]
        degree, alike = matches(people, sought)
        return [one.id for one in alike if one.id is not None] if degree > Likeness.NAME else []


def _name(name: str) -> str:
    mended = mend_name(name)
    if not mended:
        raise RuleBroken("roster.person.nameless", _("A person needs a name."), "name")
    if not is_name(mended):
        raise RuleBroken("roster.person.no_name", _("“{name}” is no name of a person.").format(name=mended), "name")
    return mended


def _person_columns(ask: Any, today: date) -> dict[str, Any]:
    """The columns an ask gives, checked: a day of birth brings its year, a phone is digits."""
    given = {name: value for name in _COLUMNS if (value := getattr(ask, name, None)) is not None}
    for name, value in given.items():
        if isinstance(value, str) and name != "phone" and name != "sex":
            given[name] = values.text(value)
    born, year = given.get("born"), given.get("birth_year")
    if born is not None:
        if year is not None and year != born.year:
            raise RuleBroken("roster.person.birth", _("The day and the year of birth do not agree."), "birth_year")
        given["birth_year"] = year = born.year
    elif year is not None:
        given["born"] = None
    if year is not None and (not _FIRST_YEAR <= year <= today.year or (born is not None and born > today)):
        raise RuleBroken(
            "roster.person.birth", _("A birth lies between 1900 and today."), "born" if born else "birth_year"
        )
    if "phone" in given:
        given.update(_phones(given["phone"]))
    if given.get("party_since") is not None:
        given.setdefault("party", True)
    return given


def _phones(typed: str) -> dict[str, str]:
    try:
        numbers = values.phones(typed)
    except ValueError as wrong:
        raise RuleBroken("roster.person.phone", str(wrong), "phone") from wrong
    if not numbers:
        return {}
    return {"phone": numbers[0], **({"other_phones": ", ".join(numbers[1:])} if numbers[1:] else {})}


def _cleared(names: tuple[str, ...]) -> dict[str, None]:
    return emptied(names, _COLUMNS) | ({"born": None} if "birth_year" in names else {})
