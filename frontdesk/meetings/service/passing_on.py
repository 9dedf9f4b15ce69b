"""Opinions that become petitions, linked both ways."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from frontdesk.meetings.model import Meeting, Opinion
from frontdesk.meetings.rules.rows import Status
from frontdesk.meetings.service.base import Desk
from frontdesk.office import Office
from frontdesk.store import Change, Store, links_of, tuples

PETITION_LINK: Final = "petition"


@dataclass(frozen=True)
class Spoken:
    """An opinion on its way to the petitions' desk."""

    opinion_id: int
    meeting: str
    day: date
    speaker: str | None
    organisation: str | None
    text: str


Register = Callable[[Spoken], int]
"""Registers an opinion as a petition within the running change, and returns the petition's id."""


class PassingOn(Desk):
    """Marked opinions and the petitions they became; those nobody could register yet wait in a list."""

    def __init__(self, store: Store, office: Office, register: Register | None = None) -> None:
        super().__init__(store, office)
        self._register = register

    def waiting(self) -> list[Spoken]:
        """The marked opinions that are no petition yet, oldest meeting first."""
        return [spoken for spoken in _marked() if not links_of(spoken.opinion_id, PETITION_LINK)]

    def _pass_on_all(self, change: Change, meeting_id: int) -> None:
        """Register the marked opinions of a meeting that are no petition yet."""
        for spoken in _marked(meeting_id):
            if self._register is not None and not links_of(spoken.opinion_id, PETITION_LINK):
                change.link(spoken.opinion_id, self._register(spoken), PETITION_LINK)


def _marked(meeting_id: int | None = None) -> list[Spoken]:
    query = (
        Opinion.select(Opinion.id, Meeting.number, Meeting.starts, Opinion.speaker, Opinion.organisation, Opinion.text)
        .join(Meeting)
        .where(Opinion.petition, ~Opinion.ended, Meeting.status != Status.WITHDRAWN)
        .order_by(Meeting.starts, Opinion.rank, Opinion.id)
    )
    if meeting_id is not None:
        query = query.where(Meeting.id == meeting_id)
    return [Spoken(row_id, number, starts.date(), *said) for row_id, number, starts, *said in tuples(query)]
