"""Opinions that become petitions, linked both ways."""

import re
from typing import Final

from frontdesk.meetings.model import Opinion
from frontdesk.meetings.rules.rows import OpinionRow
from frontdesk.meetings.service.base import Desk, Head
from frontdesk.petitions import Channel, Kind, Register
from frontdesk.store import Change, by_number, links_of, tuples
from frontdesk.vietnamese import mend_name

PETITION_LINK: Final = "petition"
TASK_LINK: Final = "task"
_PETITION_NUMBER: Final = re.compile(r"\bKN-\d{4}-\d{4,}\b")


class PassingOn(Desk):
    """Marked opinions and the petitions they became."""

    def _pass_on_all(self, change: Change, head: Head) -> None:
        """Register the marked opinions of a meeting that are no petition yet."""
        query = Opinion.select(Opinion.id, Opinion.speaker, Opinion.organisation, Opinion.text)
        marked = query.where(Opinion.meeting_id == head.id, Opinion.petition, Opinion.ended == 0)
        for row_id, speaker, organisation, text in list(tuples(marked.order_by(Opinion.rank, Opinion.id))):
            if self.petition_of(row_id) is None:
                change.catch_up()
                opinion = OpinionRow(speaker, organisation, text=text)
                change.link(row_id, self._register(head, opinion), PETITION_LINK)

    def petition_of(self, opinion_id: int) -> str | None:
        """The number of the petition an opinion became, None when it is none."""
        return next((link.other.number for link in links_of(opinion_id, PETITION_LINK)), None)

    def _tie_named(self, change: Change, head: Head, text: str | None) -> None:
        """Link a meeting with the petitions that a task given there names by number; either leads to the other."""
        for number in petitions_named(text):
            found = by_number(number)
            if found is not None and all(link.other.id != head.id for link in links_of(found.id)):
                change.link(head.id, found.id, TASK_LINK)

    def _register(self, head: Head, opinion: OpinionRow) -> int:
        area = self._office.find_area(opinion.organisation or "")
        return self._petitions.register(
            Register(
                kind=Kind.PROPOSAL,
                summary=opinion.text,
                channel=Channel.MEETING,
                received=min(head.starts.date(), self._store.today),
                sender=mend_name(opinion.speaker) if opinion.speaker else None,
                area=area.name if area is not None else None,
                meeting=head.number,
            )
        ).id


def petitions_named(text: str | None) -> list[str]:
    """The numbers of petitions that stand in a text, each once."""
    return list(dict.fromkeys(_PETITION_NUMBER.findall(text or "")))
