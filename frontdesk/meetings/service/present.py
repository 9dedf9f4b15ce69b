"""How many are at a meeting, and that no more of them vote."""

from frontdesk.errors import RuleBroken
from frontdesk.meetings.model import Delegate, Site, Vote
from frontdesk.meetings.rules.counting import Tally, too_many
from frontdesk.messages import _
from frontdesk.store import tuples


def marks(meeting_id: int) -> list[bool | None]:
    """Whether each delegate is present, None where nobody has marked it."""
    query = Delegate.select(Delegate.present).where(Delegate.meeting_id == meeting_id, Delegate.ended == 0)
    return [present for (present,) in tuples(query)]


def present_of(meeting_id: int) -> int | None:
    """How many are there, as `MeetingRow.present`, from the two tables it needs; None where nothing is recorded."""
    query = Site.select(Site.head_count).where(Site.meeting_id == meeting_id, Site.ended == 0)
    counts = [count for (count,) in tuples(query) if count is not None]
    marked = [mark for mark in marks(meeting_id) if mark is not None]
    return sum(counts) + sum(marked) if counts or marked else None


def refuse_too_many(tally: Tally, meeting_id: int) -> None:
    """Refuse more votes than people known to be present."""
    present = present_of(meeting_id)
    if too_many(tally, present):
        message = _("{cast} votes were counted, but only {present} people are present. Correct one of them.")
        raise RuleBroken("meetings.votes.too_many", message.format(cast=tally.cast, present=present), "in_favour")


def refuse_impossible_votes(meeting_id: int, before: int | None) -> None:
    """Refuse an attendance that makes a vote impossible which was possible with `before` people present."""
    present = present_of(meeting_id)
    query = Vote.select(Vote.question, Vote.in_favour, Vote.against, Vote.abstain, Vote.spoiled)
    for question, *counts in tuples(query.where(Vote.meeting_id == meeting_id, Vote.ended == 0)):
        tally = Tally(*counts)
        if too_many(tally, present) and before is not None and not too_many(tally, before):
            message = _("“{question}” has {cast} votes, more than would be present then. Correct the vote first.")
            raise RuleBroken("meetings.votes.too_many", message.format(question=question, cast=tally.cast), "present")
