"""The committee roster: areas' bodies, people, posts and terms, and what they earned."""

from typing import Final

from frontdesk.office import PaperKind
from frontdesk.roster.deeds import DEEDS
from frontdesk.roster.deeds.privacy import BlankPerson, ShowSensitive
from frontdesk.roster.kinds import BODY_NAMES, BodyKind, HowChosen, Sex, WhyEnded
from frontdesk.roster.model import MODELS
from frontdesk.roster.rules.rows import BodyRow, MemberRow, MembershipRow, PersonRow, TermRow
from frontdesk.roster.service import Roster
from frontdesk.roster.service.reading import PeopleFilter, PeopleSort, Status

PAPERS: Final[tuple[PaperKind, ...]] = ()

__all__ = [
    "BODY_NAMES",
    "DEEDS",
    "MODELS",
    "PAPERS",
    "BlankPerson",
    "BodyKind",
    "BodyRow",
    "HowChosen",
    "MemberRow",
    "MembershipRow",
    "PeopleFilter",
    "PeopleSort",
    "PersonRow",
    "Roster",
    "Sex",
    "ShowSensitive",
    "Status",
    "TermRow",
    "WhyEnded",
]
