"""What can be done to the roster: the deeds, and what each of them takes."""

from typing import Final

from frontdesk.roster.deeds import privacy, sheets
from frontdesk.store import Deed

DEEDS: Final[tuple[Deed, ...]] = (*sheets.DEEDS, *privacy.DEEDS)
