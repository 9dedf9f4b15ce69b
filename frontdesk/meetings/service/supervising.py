"""Supervision and social criticism: subject, plan, team, visits, and recommendations followed until answered."""

from dataclasses import replace
from datetime import date
from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.meetings.assembling import PartName
from frontdesk.meetings.deeds import supervising as deeds
from frontdesk.meetings.model import Meeting, Recommendation
from frontdesk.meetings.rules.kinds import Status
from frontdesk.meetings.rules.lines import RecommendationLine
from frontdesk.meetings.rules.rows import MeetingRow, RecommendationRow, TeamRow, VisitRow
from frontdesk.meetings.service.following import Following
from frontdesk.messages import _
from frontdesk.office import ListAsk
from frontdesk.store import matching, tuples
from frontdesk.vietnamese import nfc

_STATES: Final = ("open", "overdue", "answered")


class Supervising(Following):
    """What is planned, seen, recommended and answered."""

    def plan_supervision(self, ask: deeds.PlanSupervision) -> MeetingRow:
        """Record the subject and the plan."""
        given = {key: value for key in ("subject", "plan") if (value := getattr(ask, key)) is not None}
        with self._store.change(deeds.PLAN_SUPERVISION) as change:
            head = self._open(ask.number)
            change.amend(Meeting, head.id, revision=ask.revision, **given)
        return self.meeting(head.number)

    def add_member(self, ask: deeds.AddMember) -> TeamRow:
        """Add a member of the team."""
        row: TeamRow = self._add_asked(deeds.ADD_MEMBER, PartName.MEMBER, ask)
        return row

    def edit_member(self, ask: deeds.EditMember) -> TeamRow:
        """Correct a member of the team."""
        row: TeamRow = self._edit_asked(deeds.EDIT_MEMBER, PartName.MEMBER, ask)
        return row

    def add_visit(self, ask: deeds.AddVisit) -> VisitRow:
        """Add a working visit."""
        row: VisitRow = self._add_asked(deeds.ADD_VISIT, PartName.VISIT, ask)
        return row

    def edit_visit(self, ask: deeds.EditVisit) -> VisitRow:
        """Correct a visit or record what was found."""
        row: VisitRow = self._edit_asked(deeds.EDIT_VISIT, PartName.VISIT, ask)
        return row

    def add_recommendation(self, ask: deeds.AddRecommendation) -> RecommendationRow:
        """Recommend something; recommendations often come after the minutes, so final ones do not hinder it."""
        with self._store.change(deeds.ADD_RECOMMENDATION) as change:
            head = self._standing(ask.number)
            row = RecommendationRow(ask.text, ask.addressee, ask.due)
            return self._add(change, head.id, PartName.RECOMMENDATION, row)

    def edit_recommendation(self, ask: deeds.EditRecommendation) -> RecommendationRow:
        """Correct a recommendation, also once the minutes are final."""
        row: RecommendationRow = self._edit_asked(deeds.EDIT_RECOMMENDATION, PartName.RECOMMENDATION, ask)
        return row

    def answer_recommendation(self, ask: deeds.AnswerRecommendation) -> RecommendationRow:
        """Record the answer; the day counts as today unless given."""
        if not nfc(ask.answer):
            raise RuleBroken("meetings.recommendation.answer", _("Write what was answered."), "answer")
        with self._store.change(deeds.ANSWER_RECOMMENDATION) as change:
            head = self._standing(ask.number)
            before: RecommendationRow = self._entry(head.id, PartName.RECOMMENDATION, ask.which)
            after = replace(
                before,
                answer=ask.answer,
                document=ask.document or before.document,
                answered=ask.day or self._store.today,
            )
            return self._amend(change, PartName.RECOMMENDATION, before, after, ask.revision)

    def recommendations(self, ask: ListAsk) -> list[RecommendationLine]:
        """The recommendations of all meetings, the unanswered first.

        `status` "open", "overdue" or "answered" narrows; `since` and `until` are days an answer is due.
        """
        query = (
            Recommendation.select(
                Recommendation.id, Recommendation.revision, Meeting.number, Meeting.title, Recommendation.text,
                Recommendation.addressee, Recommendation.due, Recommendation.answered, Recommendation.answer,
                Recommendation.document,
            )
            .join(Meeting)
            .where(Recommendation.ended == 0, Meeting.status != Status.WITHDRAWN)
        )  # fmt: skip
        if ask.status is not None:
            if ask.status not in _STATES:
                message = _("There is no status “{status}”. There are: {known}.")
                message = message.format(status=ask.status, known=", ".join(_STATES))
                raise RuleBroken("meetings.list.status", message, "status")
            query = query.where(Recommendation.answered.is_null(ask.status != "answered"))
        if ask.status == "overdue":
            query = query.where(Recommendation.due < self._store.today)
        if ask.since is not None:
            query = query.where(Recommendation.due >= ask.since)
        if ask.until is not None:
            query = query.where(Recommendation.due <= ask.until)
        found = matching(ask.search or "", Recommendation.topic)
        if found is not None:
            query = query.where(Recommendation.id.in_(found))
        ordered = query.order_by(
            ~Recommendation.answered.is_null(), Recommendation.due.asc(nulls="last"), Recommendation.id
        )
        return [_line(values, self._store.today) for values in tuples(ordered)]

    def recommendation_list(self, ask: ListAsk) -> list[dict[str, Any]]:
        """The recommendations of all meetings as `list recommendations` shows them."""
        return [
            {
                "meeting": line.meeting,
                "text": line.text,
                "addressee": line.addressee,
                "due": line.due.isoformat() if line.due is not None else None,
                "answered": line.answered.isoformat() if line.answered is not None else None,
                "answer": line.answer,
                "document": line.document,
                "overdue": line.overdue,
            }
            for line in self.recommendations(ask)
        ]


def _line(values: Any, today: date) -> RecommendationLine:
    row_id, revision, number, title, text, addressee, due, answered, answer, document = values
    overdue = answered is None and due is not None and due < today
    return RecommendationLine(
        row_id, revision, number, title, text, addressee, due, answered, answer, document, overdue
    )
