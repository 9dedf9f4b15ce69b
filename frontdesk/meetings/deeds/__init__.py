"""What can be done with meetings: the deeds and what each is asked with."""

from typing import Final

from frontdesk.meetings.deeds import afterwards, entries, records, voting
from frontdesk.store import Deed

DEEDS: Final[tuple[Deed, ...]] = (*records.DEEDS, *entries.DEEDS, *voting.DEEDS, *afterwards.DEEDS)
