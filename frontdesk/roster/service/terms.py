"""Terms of bodies, and the change from one to the next."""

from datetime import timedelta
from typing import Any

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.office.model import stood
from frontdesk.roster.deeds.bodies import (
    CHANGE_TERM,
    CHANGE_TERMS,
    EDIT_TERM,
    OPEN_TERM,
    ChangeTerm,
    ChangeTerms,
    EditTerm,
    OpenTerm,
    Seat,
)
from frontdesk.roster.kinds import WhyEnded
from frontdesk.roster.model import Body, Membership, Term
from frontdesk.roster.rules.rows import BodyRow, MembershipRow, TermRow
from frontdesk.roster.service.base import emptied, given
from frontdesk.roster.service.people import People
from frontdesk.store import Change, tuples
from frontdesk.vietnamese import fold

_COLUMNS = (Term.id, Term.body, Body.name, Term.name, Term.since, Term.until, Term.revision)


class Terms(People):
    """Deeds on terms. Terms are data: their names and days are the office's."""

    def terms(self, body: str | None = None) -> list[TermRow]:
        """The terms of a body, or all of them, the newest first."""
        return self._terms() if body is None else self._terms(Term.body == self.body(body).id)

    def open_term(self, ask: OpenTerm) -> TermRow:
        """Enter a term; posts of the body that began in it and belong to none yet are laid to it."""
        body = self.body(ask.body)
        self._check_term(body, ask.name, ask.since, ask.until, None)
        with self._store.change(OPEN_TERM) as change:
            term_id = self._open(change, body, ask.name, ask.since, ask.until)
            query = Membership.select(Membership.id, Membership.since, Membership.until).where(
                Membership.body == body.id, Membership.term.is_null(), Membership.withdrawn.is_null()
            )
            for row_id, since, until in list(tuples(query)):
                began = since is None or (since >= ask.since and (ask.until is None or since <= ask.until))
                if began and (until is None or until >= ask.since):
                    change.amend(Membership, row_id, term_id=term_id)
        return self._term(term_id)

    def edit_term(self, ask: EditTerm) -> TermRow:
        """Correct a term's name or days."""
        body = self.body(ask.body)
        found = self._named_term(body, ask.name)
        empty = emptied(ask.clear, ("until",))
        since, until = ask.since or found.since, None if empty else ask.until or found.until
        self._check_term(body, ask.new_name or found.name, since, until, found.id)
        with self._store.change(EDIT_TERM) as change:
            change.amend(
                Term,
                found.id,
                revision=ask.revision,
                **given(name=ask.new_name, since=ask.since, until=ask.until),
                **empty,
            )
        return self._term(found.id)

    def change_term(self, ask: ChangeTerm) -> TermRow:
        """End a body's term and begin the next: who has a seat goes on or comes in, all others leave.

        The posts so far end the day before; the new ones begin on `day`. A seat without a post keeps the highest
        one its holder had. Refused where a post already begins on that day or later.
        """
        body = self.body(ask.body)
        last = ask.day - timedelta(days=1)
        seats = self._checked_seats(ask, body)
        running = [row.membership for row in self._members(last, body=body.name) if row.membership.body_id == body.id]
        before = {row.person_id: row for row in reversed(running)}
        with self._store.change(CHANGE_TERM) as change:
            for term in self._terms(Term.body == body.id):
                if term.until is None or term.until >= ask.day:
                    change.amend(Term, term.id, until=last)
            for held in running:
                change.amend(Membership, held.id, until=last, ended_why=WhyEnded.TERM_OVER)
            term_id = self._open(change, body, ask.name, ask.day, None)
            posts: dict[str | None, int | None] = {}
            for person_id, seat in seats:
                sat = before.get(person_id)
                post = seat.post or (sat.post if sat else None)
                if post not in posts:
                    posts[post] = self.ensure_post(change, post)
                self._seat(change, ask, body, (person_id, term_id, posts[post]), seat, sat)
        return self._term(term_id)

    def change_terms(self, ask: ChangeTerms) -> tuple[TermRow, ...]:
        """Change the terms of several bodies at once, such as all Front working committees; all or none."""
        names = [fold(each.body) for each in ask.changes]
        if not names or len(set(names)) < len(names):
            raise RuleBroken("roster.term.bodies", _("Name each body once."), "changes")
        with self._store.change(CHANGE_TERMS):
            return tuple(self.change_term(each) for each in ask.changes)

    def _seat(
        self,
        change: Change,
        ask: ChangeTerm,
        body: BodyRow,
        ids: tuple[int, int, int | None],
        seat: Seat,
        held: MembershipRow | None,
    ) -> None:
        """Write a seat of the new term; `ids` are those of person, term and post."""
        person_id, term_id, post_id = ids
        represents = seat.represents or (held.represents if held else None)
        columns: dict[str, Any] = {
            "person_id": person_id,
            "body_id": body.id,
            "area_id": body.area_id if held is None else held.area_id,
            "post_id": post_id,
            "term_id": term_id,
            "since": ask.day,
            "chosen": ask.chosen,
            "decision_number": ask.decision_number,
            "decision_date": ask.decision_date,
            "bloc": seat.bloc or (held.bloc if held else None),
            "represents": represents,
        }
        change.write(Membership, columns)

    def _checked_seats(self, ask: ChangeTerm, body: BodyRow) -> list[tuple[int, Seat]]:
        self._check_term(body, ask.name, ask.day, None, None, changing=True)
        if not ask.seats:
            message = _("Say who sits in the new term of “{body}”.").format(body=body.name)
            raise RuleBroken("roster.term.empty", message, "seats")
        seats = [(self.live_person(seat.number), seat) for seat in ask.seats]
        taken = [(person_id, fold(seat.post or "")) for person_id, seat in seats]
        if len(set(taken)) < len(taken):
            message = _("Somebody has the same seat of “{body}” twice.").format(body=body.name)
            raise RuleBroken("roster.term.twice", message, "seats")
        self._refuse_late(body.id, body.name, ask.day, ("roster.term.late", "day"))
        return seats

    def _check_term(
        self, body: BodyRow, name: str, since: Any, until: Any, own: int | None, *, changing: bool = False
    ) -> None:
        """Terms of a body have names of their own and do not overlap."""
        if not name.strip():
            raise RuleBroken("roster.term.nameless", _("A term needs a name."), "name")
        if until is not None and until < since:
            raise RuleBroken("roster.term.days", _("The last day lies before the first."), "until")
        for other in self._terms(Term.body == body.id):
            if other.id == own:
                continue
            if fold(other.name) == fold(name):
                message = _("“{body}” has a term “{name}” already.").format(body=body.name, name=name)
                raise RuleBroken("roster.term.known", message, "name")
            ends_before = other.until is not None and other.until < since
            if changing and (ends_before or other.since < since):
                continue
            if not ends_before and not (until is not None and until < other.since):
                message = _("The term of “{body}” overlaps “{name}”.").format(body=body.name, name=other.name)
                raise RuleBroken("roster.term.overlap", message, "since")

    def _open(self, change: Change, body: BodyRow, name: str, since: Any, until: Any) -> int:
        return change.write(Term, body_id=body.id, name=" ".join(name.split()), since=since, until=until)

    def _named_term(self, body: BodyRow, name: str) -> TermRow:
        found = [term for term in self._terms(Term.body == body.id) if fold(term.name) == fold(name)]
        if not found:
            raise RuleBroken(
                "roster.term.unknown", _("“{body}” has no term “{name}”.").format(body=body.name, name=name), "name"
            )
        return found[0]

    def _term(self, term_id: int) -> TermRow:
        return self._terms(Term.id == term_id)[0]

    def _terms(self, *conditions: Any) -> list[TermRow]:
        """The terms that were not taken back, the newest first."""
        query = Term.select(*_COLUMNS).join_from(Term, Body).where(stood(Term), *conditions)
        return [TermRow(*row) for row in tuples(query.order_by(Term.since.desc(), Term.id.desc()))]
