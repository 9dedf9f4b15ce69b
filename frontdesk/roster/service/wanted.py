"""Which people a list is asked for, and in what order."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.office import ListAsk
from frontdesk.roster.kinds import BodyKind, Sex


class Status(StrEnum):
    """Which people a list shows."""

    ALL = "all"
    SERVING = "serving"
    FORMER = "former"
    WITHDRAWN = "withdrawn"


class PeopleSort(StrEnum):
    """By what a page of people is ordered; a name by given name, in Vietnamese order.

    POST is the order of protocol, by the highest post held on the day within what the filter asks for; AREA the order
    in which areas are listed. Who holds no post comes last, and names decide between equals.
    """

    NAME = "name"
    NUMBER = "number"
    BIRTH = "birth"
    POST = "post"
    AREA = "area"


@dataclass(frozen=True)
class PeopleFilter:
    """Which people; None leaves a side open. `on` is the day posts must be held on (None: today).

    `party` tells a sensitive column: offer it only to somebody who was shown them.
    """

    search: str | None = None
    area: str | None = None
    body: str | None = None
    kind: BodyKind | None = None
    status: Status = Status.ALL
    sex: Sex | None = None
    party: bool | None = None
    on: date | None = None
    since: date | None = None
    until: date | None = None


def filter_of(ask: ListAsk) -> PeopleFilter:
    """What a list on the command line asks for; of an area or a body those who serve in it, unless a status is said."""
    if ask.status and ask.status not in list(Status):
        raise RuleBroken(
            "roster.status.unknown",
            _("There is no status “{status}”. There are: {known}.").format(status=ask.status, known=", ".join(Status)),
            "status",
        )
    narrowed = ask.area is not None or ask.body is not None
    status = Status(ask.status) if ask.status else (Status.SERVING if narrowed else Status.ALL)
    return PeopleFilter(
        search=ask.search, area=ask.area, body=ask.body, status=status, since=ask.since, until=ask.until
    )
