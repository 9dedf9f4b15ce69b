"""Posts given, ended, resumed and corrected."""

from datetime import date
from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.roster.deeds.people import (
    AMEND_MEMBERSHIP,
    APPOINT,
    END_MEMBERSHIP,
    RESUME_MEMBERSHIP,
    WITHDRAW_MEMBERSHIP,
    AmendMembership,
    Appoint,
    EndMembership,
    ResumeMembership,
    WithdrawMembership,
)
from frontdesk.roster.kinds import WhyEnded
from frontdesk.roster.model import Membership
from frontdesk.roster.rules.bodies import body_key
from frontdesk.roster.rules.protocol import post_key
from frontdesk.roster.rules.rows import BodyRow, MembershipRow, PersonRow
from frontdesk.roster.service.base import emptied, given
from frontdesk.roster.service.bodies import Bodies

_CLEARED: Final = {
    "new_post": "post_id",
    "area": "area_id",
    "since": "since",
    "decision_number": "decision_number",
    "decision_date": "decision_date",
    "chosen": "chosen",
    "bloc": "bloc",
    "represents": "represents",
}
"""The keys of a post that can be empty, with their columns; its last day is taken back by a deed of its own."""


class Memberships(Bodies):
    """Deeds on the posts people hold. A membership ends with its last day and is never taken away."""

    def appoint(self, ask: Appoint) -> PersonRow:
        """Give somebody a post; a person may hold several, in one body too, but never the same one twice."""
        person_id = self.live_person(ask.number)
        with self._store.change(APPOINT) as change:
            body = self.ensure_body(change, ask.body, ask.area)
            _check_days(ask.since, None, body)
            post = ask.post and " ".join(ask.post.split())
            self._refuse_twice(ask.number, body, post, ask.since)
            area_id = body.area_id
            if area_id is None and ask.area:
                area_id, _made = self._office.ensure_area(change, ask.area)
            change.write(
                Membership,
                person_id=person_id,
                body_id=body.id,
                area_id=area_id,
                post_id=self.ensure_post(change, post),
                term_id=self.term_of(body.id, ask.since),
                since=ask.since,
                decision_number=ask.decision_number,
                decision_date=ask.decision_date,
                chosen=ask.chosen,
                bloc=ask.bloc,
                represents=ask.represents,
            )
        return self.person(ask.number)

    def end_membership(self, ask: EndMembership) -> PersonRow:
        """End a post with its last day, saying why."""
        until = ask.until or self.today
        held = self._held(ask.number, ask.body, ask.post, ended=False, days=(ask.began, None))
        _check_days(held.since, until, None)
        with self._store.change(END_MEMBERSHIP) as change:
            change.amend(
                Membership,
                held.id,
                revision=ask.revision,
                until=until,
                ended_why=ask.why or WhyEnded.RELIEVED,
                ended_note=ask.note,
            )
        return self.person(ask.number)

    def resume_membership(self, ask: ResumeMembership) -> PersonRow:
        """Take the end of a post back, the latest that ended where several match."""
        held = self._held(ask.number, ask.body, ask.post, ended=True, days=(ask.began, ask.ended))
        self.live_person(ask.number)
        with self._store.change(RESUME_MEMBERSHIP) as change:
            change.amend(Membership, held.id, revision=ask.revision, until=None, ended_why=None, ended_note=None)
        return self.person(ask.number)

    def amend_membership(self, ask: AmendMembership) -> PersonRow:
        """Correct what is recorded of a post."""
        held = self._held(ask.number, ask.body, ask.post, ended=None, days=(ask.began, ask.ended))
        empty = emptied(ask.clear, _CLEARED)
        _check_days(None if "since" in empty else ask.since or held.since, ask.until or held.until, None)
        columns: dict[str, Any] = given(
            since=ask.since,
            until=ask.until,
            decision_number=ask.decision_number,
            decision_date=ask.decision_date,
            chosen=ask.chosen,
            bloc=ask.bloc,
            represents=ask.represents,
        )
        if ask.area is not None:
            columns["area_id"] = self.area_id(ask.area)
        columns.update({_CLEARED[name]: None for name in empty})
        with self._store.change(AMEND_MEMBERSHIP) as change:
            if ask.new_post is not None:
                columns["post_id"] = self.ensure_post(change, ask.new_post)
            change.amend(Membership, held.id, revision=ask.revision, **columns)
        return self.person(ask.number)

    def withdraw_membership(self, ask: WithdrawMembership) -> PersonRow:
        """A post was entered in error; it is never counted again."""
        held = self._held(ask.number, ask.body, ask.post, ended=None, days=(ask.began, ask.ended))
        with self._store.change(WITHDRAW_MEMBERSHIP) as change:
            change.amend(Membership, held.id, revision=ask.revision, withdrawn=change.today)
        return self.person(ask.number)

    def _held(
        self,
        number: str,
        body: str | None,
        post: str | None,
        *,
        ended: bool | None,
        days: tuple[date | None, date | None],
    ) -> MembershipRow:
        """The one post of somebody that body, post and its `days`, first and last, name.

        Where several fit, `ended` says which: None takes a running one before the latest that ended.
        """
        found = list(self._people([self.person_id(number)])[0].memberships)
        if body is not None:
            found = [each for each in found if self._is_called(each, body)]
        if post is not None:
            found = [each for each in found if each.post is not None and post_key(each.post) == post_key(post)]
        began, last = days
        found = [each for each in found if began in (None, each.since) and last in (None, each.until)]
        running = [each for each in found if each.until is None or each.until >= self.today]
        past = sorted((each for each in found if each not in running), key=lambda each: each.until or date.min)[-1:]
        if ended is True:
            found = [each for each in found if each.until is not None]
            found = sorted(found, key=lambda each: each.until or date.min)[-1:]
        elif ended is False:
            found = [each for each in running if each.until is None] or running
        else:
            found = running or past
        if not found:
            raise RuleBroken(
                "roster.membership.unknown", _("{number} holds no such post.").format(number=number), "post"
            )
        if len(found) > 1:
            posts = "; ".join(each.title for each in found)
            raise RuleBroken(
                "roster.membership.several",
                _("{number} holds several posts: {posts}. Say which one.").format(number=number, posts=posts),
                "post" if body else "body",
            )
        return found[0]

    def _is_called(self, held: MembershipRow, body: str) -> bool:
        """Whether the post is one in the body of this name, be it the one that runs or one that ended."""
        known = self.find_body(body)
        return body_key(held.body) == body_key(body) or (known is not None and held.body_id == known.id)

    def _refuse_twice(self, number: str, body: BodyRow, post: str | None, since: date | None) -> None:
        day = since or self.today
        for each in self._people([self.person_id(number)])[0].memberships:
            same = each.body_id == body.id and post_key(each.post or "") == post_key(post or "")
            if same and (each.until is None or each.until >= day):
                raise RuleBroken(
                    "roster.membership.twice",
                    _("{number} holds this post already: {post}.").format(number=number, post=each.title),
                    "post",
                )


def _check_days(since: date | None, until: date | None, body: BodyRow | None) -> None:
    if since is not None and until is not None and until < since:
        raise RuleBroken("roster.membership.days", _("The last day lies before the first."), "until")
    if body is not None and body.until is not None and (since is None or since > body.until):
        raise RuleBroken(
            "roster.body.ended",
            _("“{body}” ended on {day}.").format(body=body.name, day=body.until.strftime("%d/%m/%Y")),
            "body",
        )
