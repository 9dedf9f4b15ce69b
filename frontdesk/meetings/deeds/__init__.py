"""What can be done with meetings: the deeds and what each is asked with."""

from typing import Final

from frontdesk.meetings.deeds import afterwards, entries, inviting, records, supervising, voting
from frontdesk.store import Deed

DEEDS: Final[tuple[Deed, ...]] = (
    *records.DEEDS, *entries.DEEDS, *inviting.DEEDS, *voting.DEEDS, *supervising.DEEDS, *afterwards.DEEDS,
)  # fmt: skip
