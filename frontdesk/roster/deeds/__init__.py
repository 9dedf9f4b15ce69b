"""What can be done to the roster: the deeds, and what each of them takes."""

from typing import Final

from frontdesk.roster.deeds import bodies, merits, people, privacy, sheets
from frontdesk.store import Deed

DEEDS: Final[tuple[Deed, ...]] = (*people.DEEDS, *bodies.DEEDS, *merits.DEEDS, *sheets.DEEDS, *privacy.DEEDS)
