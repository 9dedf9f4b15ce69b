"""Bodies founded, corrected and ended; the rank of posts."""

from datetime import date, timedelta
from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.roster.deeds.bodies import (
    AMEND_BODY,
    END_BODY,
    FOUND_BODY,
    RESUME_BODY,
    SET_POST,
    AmendBody,
    EndBody,
    FoundBody,
    ResumeBody,
    SetPost,
)
from frontdesk.roster.kinds import BODY_NAMES, ONE_AN_AREA, BodyKind, WhyEnded
from frontdesk.roster.model import Body, Membership, Post, Term
from frontdesk.roster.rules.bodies import body_key, body_kind, body_name, body_sort_key, says_only_kind
from frontdesk.roster.rules.rows import BodyRow
from frontdesk.roster.service.base import AreaBook, body_row, emptied, given
from frontdesk.roster.service.privacy import Privacy
from frontdesk.store import Change, tuples

_CLEARED: Final = {
    "area": "area_id",
    "project": "project",
    "households": "households",
    "since": "since",
    "decision_number": "decision_number",
    "decision_date": "decision_date",
    "note": "note",
}
"""The keys of a body that can be empty, with their columns."""
_WITH_AREA_NAME = frozenset({BodyKind.WORKING_COMMITTEE, BodyKind.CONCILIATION_TEAM, BodyKind.SELF_MANAGING_GROUP})

_NAMED: Final = frozenset((BodyKind.MEMBER_ORGANISATION, BodyKind.OTHER))
"""Kinds that are no name of a body by themselves."""


class Bodies(Privacy):
    """Deeds on bodies. Rules of number and composition are warnings (`rules.warnings`), never walls."""

    def found_body(self, ask: FoundBody) -> BodyRow:
        """A body there is from now on; refused where it exists already."""
        if ask.kind in ONE_AN_AREA and not ask.area:
            raise RuleBroken("roster.body.area_needed", _("Say which area the body belongs to."), "area")
        if ask.kind in _NAMED and not (ask.name or "").strip():
            raise RuleBroken("roster.body.nameless", _("Write what the body is called."), "name")
        with self._store.change(FOUND_BODY) as change:
            area_id, area = None, None
            if ask.area:
                area_id, _made = self._office.ensure_area(change, ask.area)
                area = AreaBook().name(area_id)
            name = " ".join((ask.name or self._usual_name(ask.kind, area)).split())
            self._refuse_body(name, ask.kind, area_id)
            columns = given(
                project=ask.project,
                households=ask.households,
                since=ask.since,
                decision_number=ask.decision_number,
                decision_date=ask.decision_date,
                note=ask.note,
            )
            body_id = self._write_body(change, ask.kind, name, area_id, columns)
        return self._body_by_id(body_id)

    def amend_body(self, ask: AmendBody) -> BodyRow:
        """Correct what is recorded of a body."""
        found = self.body(ask.body)
        columns = given(
            project=ask.project,
            households=ask.households,
            since=ask.since,
            decision_number=ask.decision_number,
            decision_date=ask.decision_date,
            note=ask.note,
        )
        empty = emptied(ask.clear, _CLEARED)
        if ask.since is not None and found.until is not None and found.until < ask.since:
            raise RuleBroken("roster.body.days", _("The last day lies before the first."), "since")
        if ask.area is not None:
            columns["area_id"] = self.area_id(ask.area)
        if ask.name is not None:
            columns.update(_naming(ask.name))
        columns.update({_CLEARED[name]: None for name in empty})
        with self._store.change(AMEND_BODY) as change:
            change.amend(Body, found.id, revision=ask.revision, **columns)
        return self._body_by_id(found.id)

    def end_body(self, ask: EndBody) -> BodyRow:
        """End a body and, on the same day, every post in it and its running term."""
        found = self.body(ask.body)
        until = ask.until or self.today
        if found.until is not None:
            raise RuleBroken(
                "roster.body.ended_already", _("“{body}” has ended already.").format(body=found.name), "body"
            )
        if found.since is not None and until < found.since:
            raise RuleBroken("roster.body.days", _("The last day lies before the first."), "until")
        self._refuse_late(found.id, found.name, until + timedelta(days=1), ("roster.body.late", "until"))
        with self._store.change(END_BODY) as change:
            change.amend(Body, found.id, revision=ask.revision, until=until, ended_why=ask.why)
            for row_id in self._running(found.id):
                change.amend(Membership, row_id, until=until, ended_why=WhyEnded.BODY_ENDED)
            term = self.term_of(found.id, None)
            if term is not None:
                change.amend(Term, term, until=until)
        return self._body_by_id(found.id)

    def resume_body(self, ask: ResumeBody) -> BodyRow:
        """Take the end of a body back, with the posts and the term that ended with it."""
        found = self.body(ask.body)
        if found.until is None:
            raise RuleBroken("roster.body.running", _("“{body}” has not ended.").format(body=found.name), "body")
        ended = Membership.select(Membership.id).where(
            Membership.body == found.id,
            Membership.until == found.until,
            Membership.ended_why == WhyEnded.BODY_ENDED.value,
        )
        terms = Term.select(Term.id).where(Term.body == found.id, Term.until == found.until)
        with self._store.change(RESUME_BODY) as change:
            change.amend(Body, found.id, revision=ask.revision, until=None, ended_why=None)
            for (row_id,) in list(tuples(ended)):
                change.amend(Membership, row_id, until=None, ended_why=None)
            for (row_id,) in list(tuples(terms)):
                change.amend(Term, row_id, until=None)
        return self._body_by_id(found.id)

    def set_post(self, ask: SetPost) -> SetPost:
        """Say where a post stands in the order of protocol."""
        if not ask.post.strip():
            raise RuleBroken("roster.post.nameless", _("A post needs a name."), "post")
        with self._store.change(SET_POST) as change:
            post_id = self.ensure_post(change, ask.post)
            if post_id is not None:
                change.amend(Post, post_id, rank=ask.rank)
        return ask

    def posts(self) -> list[tuple[str, int]]:
        """The posts known and their ranks, in the order of protocol."""
        return [(name, rank) for name, rank in tuples(Post.select(Post.name, Post.rank).order_by(Post.rank, Post.name))]

    def ensure_body(self, change: Change, name: str | None, area: str | None) -> BodyRow:
        """The body people mean by `name` and `area`; the area's working committee where no name is given.

        An area's working committee is made when it is not known; another body is refused, for it must be founded.
        """
        if name is None and area is None:
            committees = self.bodies(BodyKind.COMMITTEE)
            if committees:
                return committees[0]
            kind = BodyKind.COMMITTEE
            made = self._write_body(change, kind, self._usual_name(kind, None), None, {})
            return self._body_by_id(made)
        kind_said = body_kind(name) if name else BodyKind.WORKING_COMMITTEE
        if kind_said in ONE_AN_AREA and area is not None and (name is None or says_only_kind(name, kind_said)):
            area_id, _made = self._office.ensure_area(change, area)
            here = AreaBook().on(area_id)
            query = Body.select(Body.id).where(
                Body.kind == kind_said.value, Body.area.in_(AreaBook().group(here)), Body.until.is_null()
            )
            found = next(tuples(query), None)
            if found is not None:
                return self._body_by_id(found[0])
            title = body_name(kind_said, AreaBook().name(here))
            return self._body_by_id(self._write_body(change, kind_said, title, here, {}))
        return self.body(name or "", area)

    def _usual_name(self, kind: BodyKind, area: str | None) -> str:
        """What a body of this kind is called where nobody says otherwise."""
        if kind is BodyKind.COMMITTEE:
            return f"{BODY_NAMES[kind]} {self._office.commune().name}"
        return body_name(kind, area if kind in _WITH_AREA_NAME else None)

    def _write_body(
        self, change: Change, kind: BodyKind, name: str, area_id: int | None, columns: dict[str, Any]
    ) -> int:
        return change.write(Body, {**columns, **_naming(name), "kind": kind, "area_id": area_id})

    def _body_by_id(self, body_id: int) -> BodyRow:
        return body_row(Body.get_by_id(body_id), AreaBook(), self.today)

    def _refuse_late(self, body_id: int, name: str, day: date, rule: tuple[str, str]) -> None:
        """Refuse, by `rule`'s code beside its field, to end posts of a body before they begin: on `day` or later."""
        late = Membership.select(Membership.id).where(
            Membership.body == body_id, Membership.since >= day, Membership.withdrawn.is_null()
        )
        if next(tuples(late.limit(1)), None) is not None:
            message = _("A post in “{body}” begins on that day or later. Correct it first, or choose a later day.")
            code, field = rule
            raise RuleBroken(code, message.format(body=name), field)

    def _running(self, body_id: int) -> list[int]:
        """The ids of the posts in a body that have not ended."""
        query = Membership.select(Membership.id).where(
            Membership.body == body_id, Membership.until.is_null(), Membership.withdrawn.is_null()
        )
        return [row[0] for row in tuples(query)]

    def _refuse_body(self, name: str, kind: BodyKind, area_id: int | None) -> None:
        query = Body.select(Body.name).where(Body.until.is_null())
        clash = Body.key == body_key(name)
        if kind in ONE_AN_AREA and area_id is not None:
            clash |= (Body.kind == kind.value) & (Body.area == area_id)
        found = next(tuples(query.where(clash)), None)
        if found is not None:
            raise RuleBroken("roster.body.known", _("There already is “{name}”.").format(name=found[0]), "name")


def _naming(name: str) -> dict[str, str]:
    tidy = " ".join(name.split())
    return {"name": tidy, "key": body_key(tidy), "sort_key": body_sort_key(tidy)}
