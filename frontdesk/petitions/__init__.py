"""Petitions: what people tell the Front, answered in time and countable."""

from frontdesk.petitions import asks
from frontdesk.petitions.asks import Register
from frontdesk.petitions.deeds import DEEDS
from frontdesk.petitions.model import MODELS
from frontdesk.petitions.papers import PAPERS
from frontdesk.petitions.rules.rows import PetitionRow
from frontdesk.petitions.rules.secrecy import Identity
from frontdesk.petitions.rules.words import Channel, Kind, Status
from frontdesk.petitions.service import Petitions
from frontdesk.petitions.service.lists import PetitionFilter, PetitionSort
from frontdesk.petitions.settings import SETTINGS

__all__ = [
    "DEEDS",
    "MODELS",
    "PAPERS",
    "SETTINGS",
    "Channel",
    "Identity",
    "Kind",
    "PetitionFilter",
    "PetitionRow",
    "PetitionSort",
    "Petitions",
    "Register",
    "Status",
    "asks",
]
