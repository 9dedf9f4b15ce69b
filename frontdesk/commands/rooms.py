"""What all rooms of the office bring, taken together: their tables, their deeds and their papers."""

from typing import Final

from peewee import Model

from frontdesk import fund, meetings, office, petitions, roster
from frontdesk.office import PaperKind
from frontdesk.store import Deed

ROOMS: Final = (office, roster, petitions, meetings, fund)
MODELS: Final[tuple[type[Model], ...]] = tuple(model for room in ROOMS for model in room.MODELS)
DEEDS: Final[tuple[Deed, ...]] = tuple(deed for room in ROOMS for deed in room.DEEDS)
PAPERS: Final[dict[str, PaperKind]] = {
    kind.name: kind for room in (roster, petitions, meetings, fund) for kind in room.PAPERS
}
