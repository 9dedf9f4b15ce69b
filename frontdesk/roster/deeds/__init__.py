"""What can be done to the roster: the deeds, and what each of them takes."""

from typing import Final

from frontdesk.roster.deeds import bodies, merits, models, people, privacy, sheets
from frontdesk.store import Deed

DEEDS: Final[tuple[Deed, ...]] = (
    *people.DEEDS,
    *bodies.DEEDS,
    *merits.DEEDS,
    *models.DEEDS,
    *sheets.DEEDS,
    *privacy.DEEDS,
)
