"""Training and commendations."""

from datetime import date
from typing import Any

from peewee import JOIN, fn

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.roster.deeds.merits import (
    ATTEND,
    COMMEND,
    EDIT_COURSE,
    HOLD_COURSE,
    REINSTATE_COMMENDATION,
    REINSTATE_COURSE,
    WITHDRAW_COMMENDATION,
    WITHDRAW_COURSE,
    WITHDRAW_TURN,
    Attend,
    Commend,
    EditCourse,
    HoldCourse,
    ReinstateCommendation,
    ReinstateCourse,
    WithdrawCommendation,
    WithdrawCourse,
    WithdrawTurn,
)
from frontdesk.roster.kinds import Level
from frontdesk.roster.model import Commendation, Course, Person, Turn
from frontdesk.roster.rules.merits import (
    CommendationRow,
    CourseRow,
    TurnRow,
)
from frontdesk.roster.service.base import emptied, given
from frontdesk.roster.service.taking_back import TakingBack
from frontdesk.store import tuples
from frontdesk.vietnamese import fold


class Merits(TakingBack):
    """What people learned and were praised for."""

    def hold_course(self, ask: HoldCourse) -> CourseRow:
        """Enter a training course."""
        title = tidy_name(ask.title, "title")
        _check_days(ask.since, ask.until)
        self._refuse_known_course(title, ask.since, "title")
        with self._store.change(HOLD_COURSE) as change:
            course_id = change.write(
                Course,
                title=title,
                since=ask.since,
                until=ask.until,
                organiser=ask.organiser,
                place=ask.place,
                note=ask.note,
            )
        return self._course(course_id)

    def edit_course(self, ask: EditCourse) -> CourseRow:
        """Correct a course."""
        found = self._course(self._course_id(ask.title, ask.began))
        empty = emptied(ask.clear, ("until", "organiser", "place", "note"))
        _check_days(ask.since or found.since, None if "until" in empty else ask.until or found.until)
        columns = given(
            title=ask.new_title,
            since=ask.since,
            until=ask.until,
            organiser=ask.organiser,
            place=ask.place,
            note=ask.note,
        )
        with self._store.change(EDIT_COURSE) as change:
            change.amend(Course, found.id, revision=ask.revision, **columns, **empty)
        return self._course(found.id)

    def withdraw_course(self, ask: WithdrawCourse) -> CourseRow:
        """A course was entered in error; it leaves every list and paper, and its turns with it."""
        found = self._course(self._course_id(ask.title, ask.began))
        refuse_no_reason(ask.reason)
        with self._store.change(WITHDRAW_COURSE) as change:
            change.amend(
                Course, found.id, revision=ask.revision, withdrawn=change.today, withdrawn_why=ask.reason.strip()
            )
        return found

    def reinstate_course(self, ask: ReinstateCourse) -> CourseRow:
        """Put a withdrawn course back, with its turns."""
        found = self._course(self._course_id(ask.title, ask.began, withdrawn=True))
        self._refuse_known_course(found.title, found.since, "title")
        with self._store.change(REINSTATE_COURSE) as change:
            change.amend(Course, found.id, withdrawn=None, withdrawn_why=None)
        return self._course(found.id)

    def attend(self, ask: Attend) -> CourseRow:
        """Enter who took part in a course; who is entered already only gets the result."""
        course_id = self._course_id(ask.title, ask.began)
        ids = [self.live_person(number) for number in ask.numbers]
        query = Turn.select(Turn.person, Turn.id).where(Turn.course == course_id)
        known: dict[int, int] = dict(tuples(query))
        with self._store.change(ATTEND) as change:
            for person_id in dict.fromkeys(ids):
                if person_id in known:
                    change.amend(Turn, known[person_id], withdrawn=None, **given(result=ask.result))
                else:
                    change.write(Turn, course_id=course_id, person_id=person_id, result=ask.result)
        return self._course(course_id)

    def withdraw_turn(self, ask: WithdrawTurn) -> CourseRow:
        """Somebody was entered for a course in error."""
        course_id = self._course_id(ask.title, ask.began)
        query = Turn.select(Turn.id).where(
            Turn.course == course_id, Turn.person == self.person_id(ask.number), Turn.withdrawn.is_null()
        )
        found = next(tuples(query), None)
        if found is None:
            raise RuleBroken(
                "roster.turn.unknown", _("{number} did not take part.").format(number=ask.number), "number"
            )
        with self._store.change(WITHDRAW_TURN) as change:
            change.amend(Turn, found[0], withdrawn=change.today)
        return self._course(course_id)

    def courses(self, since: date | None = None, until: date | None = None) -> list[CourseRow]:
        """The courses held in a period, the newest first, with their turns counted."""
        return [
            CourseRow(*row)
            for row in tuples(between(_courses().where(Course.withdrawn.is_null()), Course.since, since, until))
        ]

    def turns(self, title: str, began: date | None = None) -> list[TurnRow]:
        """Who took part in a course, in Vietnamese order."""
        return self._turns(Turn.course == self._course_id(title, began))

    def turns_of(self, course_id: int) -> list[TurnRow]:
        """The same by the course's id, for courses that share a title."""
        return self._turns(Turn.course == course_id)

    def commend(self, ask: Commend) -> CommendationRow:
        """Enter a commendation of a person, a body, or whoever is named."""
        named = [each for each in (ask.number, ask.body, ask.recipient) if each]
        if len(named) != 1:
            raise RuleBroken("roster.commend.whom", _("Say whom: a person's number, a body, or a name."), "recipient")
        person_id = self.live_person(ask.number) if ask.number else None
        body = self.body(ask.body) if ask.body else None
        recipient = ask.recipient or (body.name if body else self.person(ask.number or "").name)
        with self._store.change(COMMEND) as change:
            row_id = change.write(
                Commendation,
                person_id=person_id,
                body_id=None if body is None else body.id,
                recipient=recipient,
                form=tidy_name(ask.form, "form"),
                level=ask.level,
                merit=ask.merit,
                decision_number=ask.decision_number,
                decision_date=ask.decision_date,
            )
        return next(row for row in self._commendations(Commendation.id == row_id))

    def withdraw_commendation(self, ask: WithdrawCommendation) -> CommendationRow:
        """A commendation was entered in error."""
        found = self._commendation(ask)
        refuse_no_reason(ask.reason)
        with self._store.change(WITHDRAW_COMMENDATION) as change:
            change.amend(Commendation, found.id, withdrawn=change.today, withdrawn_why=ask.reason.strip())
        return found

    def reinstate_commendation(self, ask: ReinstateCommendation) -> CommendationRow:
        """Put a withdrawn commendation back."""
        found = self._commendation(ask, withdrawn=True)
        with self._store.change(REINSTATE_COMMENDATION) as change:
            change.amend(Commendation, found.id, withdrawn=None, withdrawn_why=None)
        return found

    def commendations(self, since: date | None = None, until: date | None = None) -> list[CommendationRow]:
        """The commendations decided in a period, the newest first."""
        conditions = []
        if since is not None:
            conditions.append(Commendation.decision_date >= since)
        if until is not None:
            conditions.append(Commendation.decision_date <= until)
        return self._commendations(*conditions)

    def _course_id(self, title: str, began: date | None = None, *, withdrawn: bool = False) -> int:
        query = Course.select(Course.id, Course.title).where(Course.withdrawn.is_null(not withdrawn))
        if began is not None:
            query = query.where(Course.since == began)
        query = query.order_by(Course.withdrawn.desc(), Course.since.desc(), Course.id.desc())
        found = next((row_id for row_id, known in tuples(query) if fold(known) == fold(title)), None)
        if found is None:
            raise RuleBroken("roster.course.unknown", _("There is no course “{title}”.").format(title=title), "title")
        return int(found)

    def _course(self, course_id: int) -> CourseRow:
        return CourseRow(*next(tuples(_courses().where(Course.id == course_id))))

    def _refuse_known_course(self, title: str, since: date, field: str) -> None:
        query = Course.select(Course.title).where(Course.since == since, Course.withdrawn.is_null())
        if any(fold(known) == fold(title) for (known,) in tuples(query)):
            message = _("“{title}” of {day} is entered already.")
            raise RuleBroken("roster.course.known", message.format(title=title, day=since.strftime("%d/%m/%Y")), field)

    def _commendation(
        self, ask: WithdrawCommendation | ReinstateCommendation, *, withdrawn: bool = False
    ) -> CommendationRow:
        """The commendation meant; of entries that are alike the latest, but never one of several forms."""
        query = self._commendations(Commendation.decision_date == ask.decision_date, withdrawn=withdrawn)
        found = [
            row
            for row in query
            if fold(row.recipient) == fold(ask.recipient) and (not ask.form or fold(row.form) == fold(ask.form))
        ]
        if len({fold(row.form) for row in found}) != 1:
            message = _("There is no such commendation.") if not found else _("Several are alike; say the form too.")
            raise RuleBroken("roster.commendation.unknown", message, "recipient")
        return found[0]

    def _turns(self, *conditions: Any) -> list[TurnRow]:
        query = (
            Turn.select(Person.number, Person.name, Course.title, Course.since, Turn.result)
            .join_from(Turn, Person)
            .join_from(Turn, Course)
            .where(Turn.withdrawn.is_null(), Course.withdrawn.is_null(), *conditions)
            .order_by(Course.since.desc(), Person.sort_key)
        )
        return [TurnRow(*row) for row in tuples(query)]

    def _commendations(self, *conditions: Any, withdrawn: bool = False) -> list[CommendationRow]:
        query = (
            Commendation.select(
                Commendation.id, Person.number, Commendation.recipient, Commendation.form, Commendation.level,
                Commendation.merit, Commendation.decision_number, Commendation.decision_date,
            )
            .join_from(Commendation, Person, JOIN.LEFT_OUTER)
            .where(Commendation.withdrawn.is_null(not withdrawn), *conditions)
            .order_by(Commendation.decision_date.desc(), Commendation.id.desc())
        )  # fmt: skip
        return [CommendationRow(*[*row[:4], Level(row[4]), *row[5:]]) for row in tuples(query)]


def _courses() -> Any:
    counted = fn.COUNT(Turn.id)
    return (
        Course.select(
            Course.id, Course.title, Course.since, Course.until, Course.organiser, Course.place, Course.note,
            counted, Course.revision,
        )
        .join(Turn, JOIN.LEFT_OUTER, on=(Turn.course == Course.id) & Turn.withdrawn.is_null())
        .group_by(Course.id)
        .order_by(Course.since.desc(), Course.id.desc())
    )  # fmt: skip


def between(query: Any, column: Any, since: date | None, until: date | None) -> Any:
    """`query` narrowed to the days of a period; None leaves a side open."""
    if since is not None:
        query = query.where(column >= since)
    return query if until is None else query.where(column <= until)


def tidy_name(text: str, field: str) -> str:
    """`text` with single blanks; RuleBroken beside `field` where there is none."""
    tidy = " ".join(text.split())
    if not tidy:
        raise RuleBroken("roster.nameless", _("A name is needed here."), field)
    return tidy


def refuse_no_reason(reason: str) -> None:
    """RuleBroken where somebody takes an entry out and does not say why."""
    if not reason.strip():
        raise RuleBroken("roster.withdraw.reason", _("Say why the entry is withdrawn."), "reason")


def _check_days(since: date, until: date | None) -> None:
    if until is not None and until < since:
        raise RuleBroken("roster.days", _("The last day lies before the first."), "until")
