"""What importing a sheet would do, row by row, before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, NamedTuple

from frontdesk.messages import _
from frontdesk.roster.rules.identity import Likeness, Sought, matches, name_key
from frontdesk.roster.rules.protocol import post_key
from frontdesk.roster.sheets.reading import PersonLine
from frontdesk.roster.sheets.roll import Candidate, HeldPost, Ref, Roll
from frontdesk.roster.sheets.seats import Seat, areas_of, seats_of
from frontdesk.sheet import Outcome, row_label

_HELD: Final = ("since", "until", "decision_number", "decision_date")


class Choice(StrEnum):
    """What to do with a row that names somebody already known."""

    JOIN = "join"
    SKIP = "skip"
    KEEP_BOTH = "keep_both"


@dataclass(frozen=True, slots=True)
class RowChoice:
    """A person's word on one row: `number` says whom to join where several may be meant."""

    choice: Choice
    number: str | None = None


class FieldChange(NamedTuple):
    """One value a row gives: `before` None was not recorded."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What a row would do, for the preview and for the report.

    `changes` are those of somebody known; `candidates` are the numbers of the people it may mean; `choices` is what may
    be said about it.
    """

    row: int
    name: str
    outcome: Outcome
    reason: str = ""
    changes: tuple[FieldChange, ...] = ()
    new_post: str | None = None
    candidates: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole import before it is written: the rows' fates and the people they end in."""

    rows: tuple[PlannedRow, ...]
    people: tuple[Candidate, ...]


def plan(lines: Sequence[PersonLine], roll: Roll, choices: Mapping[int, RowChoice] | None = None) -> Plan:
    """Lay every line to a person of `roll`, known or new, in the order of the sheet."""
    planner = _Planner(roll, choices or {})
    rows = tuple(planner.row(line) for line in lines)
    return Plan(rows, tuple(planner.touched.values()))


class _Planner:
    """The state of one planning: `touched` are the people met so far."""

    def __init__(self, roll: Roll, choices: Mapping[int, RowChoice]) -> None:
        self.roll = roll
        self.choices = choices
        self.touched: dict[int, Candidate] = {}

    def row(self, line: PersonLine) -> PlannedRow:
        """The fate of one line; what it says is laid into the person it means."""
        said = self.choices.get(line.row)
        if said is not None and said.choice is Choice.SKIP:
            return PlannedRow(line.row, line.name, Outcome.IGNORED, _("Left out, as you said."), choices=_ANY)
        areas = areas_of(line, self.roll)
        found = self._meant(line, areas, said)
        if len(found) > 1:
            return PlannedRow(
                line.row, line.name, Outcome.REJECTED, _which(found), candidates=_numbers(found), choices=_ANY
            )
        if not found:
            person = self._new(line)
            _told, _changes, post = self._lay(person, line, areas)
            person.changes.clear()
            return PlannedRow(line.row, line.name, Outcome.ADDED, _remarks(line), new_post=post)
        return self._joined(line, areas, found[0])

    def _joined(self, line: PersonLine, areas: Sequence[Ref], person: Candidate) -> PlannedRow:
        met, before = id(person) in self.touched, dict(person.values)
        self.touched[id(person)] = person
        told, of_posts, post = self._lay(person, line, areas)
        changes = (*(FieldChange(name, before.get(name), value) for name, value in told.items()), *of_posts)
        if not changes and post is None:
            outcome = Outcome.UNCHANGED
        else:
            outcome = Outcome.JOINED if met or post is not None else Outcome.UPDATED
        reason = ""
        if met or outcome is Outcome.JOINED:
            reason = _same_as(person)
        return PlannedRow(
            line.row,
            line.name,
            outcome,
            " ".join(filter(None, (reason, _remarks(line)))),
            changes,
            post,
            (person.number,) if person.number else (),
            _ANY,
        )

    def _meant(self, line: PersonLine, areas: Sequence[Ref], said: RowChoice | None) -> Sequence[Candidate]:
        """Whom a line means: nobody known, one, or several it cannot tell apart."""
        if said is not None and said.choice is Choice.KEEP_BOTH:
            return ()
        if said is not None and said.number:
            chosen = self.roll.numbered(said.number)
            if chosen is not None:
                return (chosen,)
        people = self.roll.people.get(name_key(line.name), ())
        if not people and not line.number:
            return ()
        sought = Sought(line.name, line.values.get("born"), line.values.get("birth_year"), areas[0] if areas else None)
        if line.number and (numbered := self.roll.numbered(line.number)) is not None:
            degree, _one = matches([numbered], sought)
            if degree is not Likeness.NONE or _same_birth(numbered, sought):
                return (numbered,)
        degree, found = matches(people, sought)
        if degree is Likeness.NAME:
            # A namesake is somebody else, unless the row tells nothing that is not recorded of him already.
            return [one for one in found if sought.area is None and self._says_nothing_new(one, line, areas)][:1]
        if len(found) > 1:
            nothing_new = [one for one in found if self._says_nothing_new(one, line, areas)]
            return nothing_new[:1] or found
        return found

    def _new(self, line: PersonLine) -> Candidate:
        key = name_key(line.name)
        person = Candidate(None, None, line.name, key, {}, row=line.row)
        self.roll.people.setdefault(key, []).append(person)
        self.touched[id(person)] = person
        return person

    def _lay(
        self, person: Candidate, line: PersonLine, areas: Sequence[Ref]
    ) -> tuple[dict[str, Any], list[FieldChange], str | None]:
        """Lay what `line` says into `person`; what an earlier row of this sheet said stands.

        Returns the values it takes, what changes of posts held already, and the new posts.
        """
        given, known = _given(person, line), person.values
        told = {name: value for name, value in given.items() if known.get(name) != value and name not in person.given}
        known.update(told)
        person.changes.update(told)
        person.given.update(given)
        person.areas.update(areas)
        changes: list[FieldChange] = []
        made = [self._hold(person, line, seat, changes) for seat in seats_of(line, areas, self.roll)]
        new = [post for post in made if post is not None]
        return told, changes, ", ".join(new) if new else None

    def _hold(
        self,
        person: Candidate,
        line: PersonLine,
        seat: Seat,
        changes: list[FieldChange],
    ) -> str | None:
        """Lay the post of `seat` into `person`; the post if it is new, "" for a mere member."""
        body, area, post = seat
        held = _held(person, body, post, line)
        if held is None:
            person.posts.append(HeldPost(None, body, area, post, _held_values(line), given=set(_HELD)))
            return post or ""
        for name, value in _held_values(line).items():
            before = held.values.get(name)
            if value is not None and name not in held.given:
                held.given.add(name)
                if before != value:
                    changes.append(FieldChange(name, before, value))
                    held.values[name] = held.changes[name] = value
        if post is not None and held.post is None:
            held.post = held.changes["post"] = post
            changes.append(FieldChange("post", None, post))
        return None

    def _says_nothing_new(self, person: Candidate, line: PersonLine, areas: Sequence[Ref]) -> bool:
        if any(person.values.get(name) != value for name, value in _given(person, line).items()):
            return False
        held = [(_held(person, body, post, line), post) for body, _area, post in seats_of(line, areas, self.roll)]
        return all(known is not None and (post is None or known.post is not None) for known, post in held)


def _given(person: Candidate, line: PersonLine) -> dict[str, Any]:
    """The values of `line` that say something about `person`: a year says nothing where the day is known."""
    given = dict(line.values)
    if line.blank_party and person.values.get("party") is None:
        given["party"] = False
    if "birth_year" in given and "born" not in given and person.values.get("birth_year") != given["birth_year"]:
        given["born"] = None
    return given


def _held(person: Candidate, body: Ref, post: str | None, line: PersonLine) -> HeldPost | None:
    """The post of `person` that `line` speaks of; ended ones too, so that an old sheet brings nothing back."""
    if not person.posts:
        return None
    wanted = (body, post_key(post or ""))
    same = [held for held in person.posts if held.key == wanted and _may_last(held, line)]
    if line.until is not None and (ended := [held for held in same if held.values.get("until") == line.until]):
        same = ended
    if line.since is not None:
        dated = [held for held in same if held.values.get("since") in (line.since, None)]
        same = sorted(dated, key=lambda held: held.values.get("since") is None)
    if not same and post is None:
        same = [held for held in person.posts if held.body == body and _may_last(held, line)]
    if not same:
        same = [held for held in person.posts if held.body == body and held.post is None and _may_last(held, line)]
    if line.until is not None:
        return same[0] if same else None
    return min(same, key=lambda held: held.values.get("until") is not None, default=None)


def _may_last(held: HeldPost, line: PersonLine) -> bool:
    """Whether a post may be the one of a line that says when it ended: it began before, and ended then or runs."""
    if line.until is None:
        return True
    since, until = held.values.get("since"), held.values.get("until")
    return (since is None or since <= line.until) and until in (None, line.until)


def _held_values(line: PersonLine) -> dict[str, Any]:
    return {name: getattr(line, name) for name in _HELD}


def _same_birth(known: Candidate, sought: Sought) -> bool:
    return known.birth_year is not None and known.birth_year == sought.birth_year and known.born == sought.born


def _which(found: Sequence[Candidate]) -> str:
    people = "; ".join(map(_named, found))
    return _("Several people have this name: {people}. Write the date of birth, or choose one.").format(people=people)


def _named(person: Candidate) -> str:
    which = person.number or _("row {row}").format(row=person.row)
    return f"{which} ({_birth(person)})"


def _birth(person: Candidate) -> str:
    return str(person.born.strftime("%d/%m/%Y") if person.born else person.birth_year or "?")


def _same_as(person: Candidate) -> str:
    if person.number:
        return _("The same person as {number}.").format(number=person.number)
    return _("The same person as in row {row}.").format(row=row_label(person.row or 0))


def _remarks(line: PersonLine) -> str:
    return " ".join(line.remarks)


def _numbers(found: Sequence[Candidate]) -> tuple[str, ...]:
    return tuple(one.number for one in found if one.number)


_ANY: Final = tuple(Choice)
