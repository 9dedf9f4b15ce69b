"""The papers of a meeting; printing a draft takes no number and writes nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from frontdesk.errors import RuleBroken
from frontdesk.meetings.deeds import afterwards as deeds
from frontdesk.meetings.model import IssuedPaper
from frontdesk.meetings.papers.ballots import ballots, vote_count
from frontdesk.meetings.papers.conclusions import conclusion, extract, news
from frontdesk.meetings.papers.invitations import group_invitation, invitations
from frontdesk.meetings.papers.lists import (
    agenda,
    assignment,
    delegates,
    open_tasks,
    papers_read,
    speaking_order,
    tasks,
    tasks_by_assignee,
)
from frontdesk.meetings.papers.parts import Issuer
from frontdesk.meetings.papers.seating import seating
from frontdesk.meetings.papers.supervision import recommendations, supervision
from frontdesk.meetings.rules.rows import MeetingRow
from frontdesk.meetings.service.base import next_rank
from frontdesk.meetings.service.publishing import Publishing
from frontdesk.meetings.settings import CONTACT, INVITATION_RECIPIENTS, RECIPIENTS
from frontdesk.messages import _, mark
from frontdesk.office import ListAsk, PaperAsk, PaperKind
from frontdesk.paper import Paper
from frontdesk.store import tuples
from frontdesk.vietnamese import fold, nfc

PAPERS: Final = (
    PaperKind("agenda", mark("agenda")),
    PaperKind("invitations", mark("invitations"), asks=("number", "whom")),
    PaperKind("delegates", mark("list of delegates")),
    PaperKind("ballot", mark("ballot papers")),
    PaperKind("vote-count", mark("record of the count")),
    PaperKind("minutes", mark("minutes")),
    PaperKind("extract", mark("extract of the minutes")),
    PaperKind("conclusion", mark("notice of conclusion")),
    PaperKind("paper-list", mark("list of papers read")),
    PaperKind("seating", mark("seating")),
    PaperKind("speakers", mark("order of speaking")),
    PaperKind("tasks", mark("task list"), asks=("number", "since", "until")),
    PaperKind("assignment", mark("notice to each assignee"), asks=("number", "whom")),
    PaperKind("news", mark("news item")),
    PaperKind("supervision", mark("plan of supervision")),
    PaperKind("recommendations", mark("list of recommendations"), asks=("since", "until")),
)
NUMBERED: Final = {
    "agenda": "CTr", "invitations": "GM", "vote-count": "BB", "extract": "TrS", "conclusion": "TB",
    "supervision": "KH", "assignment": "TB",
}  # fmt: skip
"""The papers that have a number of their own, and the kind of their book (NĐ 30/2020, Phụ lục III)."""
_OPEN_DAY: Final = frozenset({"agenda", "supervision", "conclusion", "assignment"})
"""The papers whose day is written by hand until they have their number."""
_DRAFTED: Final = frozenset({"conclusion", "extract"})
"""The papers marked DỰ THẢO until they have their number; the others are printed to be signed and numbered by hand."""
_SIMPLE: Final[dict[str, Callable[[MeetingRow, Issuer], Paper]]] = {
    "invitations": invitations,
    "delegates": delegates,
    "ballot": ballots,
    "vote-count": vote_count,
    "extract": extract,
    "conclusion": conclusion,
    "paper-list": papers_read,
    "seating": seating,
    "speakers": speaking_order,
    "tasks": tasks,
    "news": news,
    "supervision": supervision,
}


@dataclass(frozen=True)
class IssuedRow:
    """A paper of a meeting that has its number."""

    kind: str
    paper_number: str
    day: date


class Printing(Publishing):
    """Every paper of a meeting, as it stands."""

    def paper(self, kind: str, ask: PaperAsk) -> Paper:
        """The paper called `kind`; the task list of all meetings when no number is given.

        With `ask.whom` the invitations are one, for that group, and the notice of tasks is that assignee's alone.
        """
        if kind == "tasks" and not ask.number:
            wanted = ListAsk(since=ask.since, until=ask.until, status="open")
            return open_tasks(self.task_page(wanted), self._sender("tasks", self._store.today))
        if kind == "recommendations":
            return self._recommended(ask)
        if not ask.number:
            raise RuleBroken("meetings.paper.number", _("Say which meeting: its number is needed."), "number")
        if kind == "assignment":
            return self._assignment(ask.number, ask.whom)
        row = self.meeting(ask.number)
        if kind == "minutes":
            return self._minutes(row)
        issuer = self._sender(kind, self._day(kind, row), row)
        if kind == "agenda":
            return agenda(row, issuer, self.brought_along(ask.number))
        if kind == "invitations" and ask.whom:
            return group_invitation(row, issuer, nfc(ask.whom, one_line=True))
        return _SIMPLE[kind](row, issuer)

    def kept(self, kind: str, ask: PaperAsk) -> bytes | None:
        """The very PDF that was finalised, for a second print equal to the byte; None where none is kept."""
        return self.kept_minutes(ask.number) if kind == "minutes" and ask.number else None

    def _recommended(self, ask: PaperAsk) -> Paper:
        """What was recommended; those whose answer is due in a time where one is asked for, else all not answered."""
        asked = ask.since is not None or ask.until is not None
        wanted = ListAsk(since=ask.since, until=ask.until, status=None if asked else "open")
        sender = self._sender("recommendations", self._store.today)
        return recommendations(self.recommendations(wanted), sender, "" if asked else " chưa được trả lời")

    def _assignment(self, number: str, whom: str | None) -> Paper:
        """The notices to those who got tasks at a meeting, a page each; with `whom` only that one's."""
        row = self.meeting(number)
        given = [(name, rows) for name, rows in tasks_by_assignee(row) if whom is None or fold(name) == fold(whom)]
        if not given:
            message = _("Nobody of this name has a task of {number}. Give one first, or look at the list of its tasks.")
            raise RuleBroken("meetings.task.assignee", message.format(number=row.number), "whom")
        return assignment(row, self._sender("assignment", self._day("assignment", row), row), given)

    def issue(self, ask: deeds.Issue) -> IssuedRow:
        """Give a paper of a meeting the next number of its book; it has one number however often it is printed."""
        if ask.paper not in NUMBERED:
            message = _("“{paper}” has no number of its own. These have: {papers}.")
            raise RuleBroken(
                "meetings.issue.kind", message.format(paper=ask.paper, papers=", ".join(NUMBERED)), "paper"
            )
        with self._store.change(deeds.ISSUE) as change:
            head = self._standing(ask.number)
            issued = self._issued(head.id).get(ask.paper)
            if issued is not None:
                return issued
            day = ask.day or self._store.today
            number = self._office.take_number(change, NUMBERED[ask.paper], day.year)
            rank = next_rank(IssuedPaper, head.id)
            change.write(
                IssuedPaper,
                {
                    "meeting_id": head.id,
                    "rank": rank,
                    "ended": 0,
                    "kind": ask.paper,
                    "paper_number": number,
                    "day": day,
                },
            )
        return IssuedRow(ask.paper, number, day)

    def _issued(self, meeting_id: int) -> dict[str, IssuedRow]:
        query = IssuedPaper.select(IssuedPaper.kind, IssuedPaper.paper_number, IssuedPaper.day)
        return {values[0]: IssuedRow(*values) for values in tuples(query.where(IssuedPaper.meeting_id == meeting_id))}

    def _sender(self, kind: str, day: date | None, row: MeetingRow | None = None) -> Issuer:
        issued = self._issued(row.id).get(kind) if row is not None and row.id is not None else None
        symbol = self._office.symbol(NUMBERED[kind]) if kind in NUMBERED else ""
        draft = kind in _DRAFTED and issued is None
        head = self._office.letterhead(
            symbol, issued.paper_number if issued is not None else None, issued.day if issued is not None else day,
            draft=draft,
        )  # fmt: skip
        recipients = INVITATION_RECIPIENTS if kind == "invitations" else RECIPIENTS
        return Issuer(
            self._office.author(), head, self._office.signer("chair"), self._recipients(recipients),
            contact=str(self._office.setting(CONTACT)),
        )  # fmt: skip

    def _day(self, kind: str, row: MeetingRow) -> date | None:
        """The day on a paper not yet issued: an invitation is dated when it was sent, what goes before is open."""
        if kind == "invitations":
            return row.invited
        return None if kind in _OPEN_DAY else (row.ends or row.starts).date()
