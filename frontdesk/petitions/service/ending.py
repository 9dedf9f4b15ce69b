"""Cases that end without an answer: withdrawn, joined with an earlier one, entered by mistake."""

from datetime import date
from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.petitions import deeds
from frontdesk.petitions.asks import Join, Void, Withdraw
from frontdesk.petitions.rules.rows import PetitionRow
from frontdesk.petitions.rules.words import Ending
from frontdesk.petitions.service.handling import Handling, need, no_longer_waiting
from frontdesk.store import Change

DUPLICATE_LINK: Final = "duplicate"


class Endings(Handling):
    """Closing a case early, always with the reason."""

    def withdraw(self, ask: Withdraw) -> PetitionRow:
        """The sender takes the petition back."""
        petition, day = self._ready(ask.number, "withdraw", ask.day)
        need(ask.reason, "reason")
        with self._store.change(deeds.WITHDRAW) as change:
            return self._end(change, petition, "withdraw", day, Ending.WITHDRAWN, ask.reason)

    def void(self, ask: Void) -> PetitionRow:
        """Take a mistaken entry out; it keeps its number, and counts nowhere."""
        petition, day = self._ready(ask.number, "void", ask.day)
        need(ask.reason, "reason")
        with self._store.change(deeds.VOID) as change:
            return self._end(change, petition, "void", day, Ending.MISTAKEN, ask.reason)

    def join(self, ask: Join) -> PetitionRow:
        """Join a petition with an earlier one, which alone is dealt with, because the clerk says they are one."""
        petition, day = self._ready(ask.number, "join", ask.day)
        earlier = self.petition(ask.to)
        if earlier.id == petition.id or earlier.duplicate_of_id is not None:
            raise RuleBroken(
                "petitions.join.itself", _("Join with the first of these petitions, not with itself."), "to"
            )
        if earlier.secret is not petition.secret:
            raise RuleBroken(
                "petitions.join.secrecy",
                _("A denunciation is joined with a denunciation only: the other would tell who sent it."),
                "to",
            )
        with self._store.change(deeds.JOIN) as change:
            change.link(petition.id, earlier.id, DUPLICATE_LINK)
            return self._end(change, petition, "join", day, Ending.JOINED, earlier.number, duplicate_of_id=earlier.id)

    def _end(
        self, change: Change, petition: PetitionRow, verb: str, day: date, ending: Ending, reason: str, **columns: Any
    ) -> PetitionRow:
        columns |= {"settled": day, "closed": day, "closed_as": ending, "reason": reason}
        return self._step(change, petition, verb, day, text=reason, **columns, **no_longer_waiting(petition, day))
