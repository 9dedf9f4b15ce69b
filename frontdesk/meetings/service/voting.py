"""Who is here and how they vote: check-in, live quorum, votes by hands, ballot or name."""

from collections import Counter
from dataclasses import dataclass, replace

from frontdesk.errors import RuleBroken
from frontdesk.meetings.assembling import PartName
from frontdesk.meetings.deeds import voting as deeds
from frontdesk.meetings.model import Delegate, Meeting
from frontdesk.meetings.rules.codes import read_code
from frontdesk.meetings.rules.counting import Quorum, quorum
from frontdesk.meetings.rules.kinds import Method
from frontdesk.meetings.rules.naming import Choice, NameVote, names_text
from frontdesk.meetings.rules.rows import DelegateRow, VoteRow
from frontdesk.meetings.service.base import Head, emptied
from frontdesk.meetings.service.entries import Entries
from frontdesk.meetings.service.present import marks, present_of, refuse_impossible_votes, refuse_too_many
from frontdesk.meetings.settings import MAJORITY
from frontdesk.messages import _
from frontdesk.store import tuples


@dataclass(frozen=True)
class Attendance:
    """How many are there. `present` None: nobody has recorded it; `quorum` None: no rule, or not enough recorded."""

    convened: int | None
    present: int | None
    absent: int
    unmarked: int
    quorum: Quorum | None


class Voting(Entries):
    """Attendance and votes."""

    def attendance(self, number: str) -> Attendance:
        """The attendance as it stands, counted without loading the meeting."""
        head = self._head(number)
        rule = Meeting.select(Meeting.convened, Meeting.quorum_share).where(Meeting.id == head.id)
        convened, share = next(tuples(rule))
        marked = Counter(marks(head.id))
        present = present_of(head.id)
        return Attendance(convened, present, marked[False], marked[None], quorum(share, convened, present))

    def check_in(self, ask: deeds.CheckIn) -> DelegateRow:
        """Mark a delegate present by the code on the invitation; who is in already stays in, and keeps the time."""
        invitation = read_code(ask.code)
        if invitation is None:
            message = _("“{code}” is no code of an invitation, or mistyped. Scan it again.").format(code=ask.code)
            raise RuleBroken("meetings.check_in.code", message, "code")
        if ask.number and ask.number.strip().upper() != invitation.meeting:
            message = _("This invitation is for another meeting, {number}.").format(number=invitation.meeting)
            raise RuleBroken("meetings.check_in.other_meeting", message, "code")
        with self._store.change(deeds.CHECK_IN) as change:
            head = self._open(invitation.meeting)
            rows: list[DelegateRow] = self._entries(head.id, PartName.DELEGATE)
            row = next((each for each in rows if each.code == invitation.delegate), None)
            if row is None:
                message = _("The delegate of this invitation no longer stands in the list. Add them again.")
                raise RuleBroken("meetings.check_in.unknown", message, "code")
            if row.present:
                return row
            arrived = change.at.replace(second=0, microsecond=0)
            after = replace(row, present=True, absence=None, reason=None, arrived=arrived)
            return self._amend(change, PartName.DELEGATE, row, after, None)

    def mark(self, ask: deeds.Mark) -> DelegateRow:
        """Mark a delegate present, absent with or without excuse, or take the mark back."""
        with self._store.change(deeds.MARK) as change:
            head = self._open(ask.number)
            before: DelegateRow = self._entry(head.id, PartName.DELEGATE, ask.which)
            absent = ask.present is False or (ask.present is None and ask.absence is not None)
            after = replace(
                before,
                present=False if absent else ask.present,
                absence=ask.absence if absent else None,
                reason=ask.reason if absent else None,
                substitute=before.substitute if ask.substitute is None else ask.substitute,
                arrived=None if not ask.present else before.arrived,
            )
            present = present_of(head.id)
            row = self._amend(change, PartName.DELEGATE, before, after, ask.revision)
            refuse_impossible_votes(head.id, present)
        return row

    def mark_rest(self, ask: deeds.MarkRest) -> Head:
        """Mark every delegate nobody has marked yet."""
        with self._store.change(deeds.MARK_REST) as change:
            head = self._open(ask.number)
            query = Delegate.select(Delegate.id)
            unmarked = query.where(Delegate.meeting_id == head.id, Delegate.ended == 0, Delegate.present.is_null())
            for (row_id,) in list(tuples(unmarked)):
                change.amend(Delegate, row_id, present=ask.present, absence=None if ask.present else ask.absence)
        return head

    def add_vote(self, ask: deeds.AddVote) -> VoteRow:
        """Record a vote; more votes than people known to be present are refused."""
        with self._store.change(deeds.ADD_VOTE) as change:
            head = self._open(ask.number)
            row = VoteRow(
                ask.question, ask.in_favour, ask.against, ask.abstain, ask.spoiled, ask.method,
                ask.majority or self._office.setting(MAJORITY), ask.base, item=ask.item,
            )  # fmt: skip
            row = _with_names(row, ask.names)
            refuse_too_many(row.tally, head.id)
            return self._add(change, head.id, PartName.VOTE, row)

    def edit_vote(self, ask: deeds.EditVote) -> VoteRow:
        """Correct or count a vote."""
        with self._store.change(deeds.EDIT_VOTE) as change:
            head = self._open(ask.number)
            before: VoteRow = self._entry(head.id, PartName.VOTE, ask.which)
            keys = ("question", "in_favour", "against", "abstain", "spoiled", "method", "majority", "base", "item")
            given = {key: getattr(ask, key) for key in keys}
            after = replace(before, **{key: value for key, value in given.items() if value is not None}, **emptied(ask))
            after = _with_names(after, ask.names)
            refuse_too_many(after.tally, head.id)
            return self._amend(change, PartName.VOTE, before, after, ask.revision)


def _with_names(row: VoteRow, names: tuple[NameVote, ...]) -> VoteRow:
    """The vote counted from who voted what; a row without names stays as it is."""
    if not names:
        return row
    counted = Counter(each.choice for each in names)
    return replace(
        row,
        method=row.method or Method.BY_NAME,
        names=names_text(names),
        in_favour=counted[Choice.FOR],
        against=counted[Choice.AGAINST],
        abstain=counted[Choice.ABSTAIN],
        spoiled=counted[Choice.SPOILED],
    )
