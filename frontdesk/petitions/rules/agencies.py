"""Agencies by name: which two names mean the same, and where one stands."""

import re
from typing import Final

from frontdesk.petitions.rules.words import Level
from frontdesk.vietnamese import fold

_LONG_FORMS: Final = (
    ("uy ban nhan dan", "ubnd"),
    ("hoi dong nhan dan", "hdnd"),
    ("uy ban mat tran to quoc", "mttq"),
    ("uy ban mttq", "mttq"),
    ("mat tran to quoc", "mttq"),
    ("ban thuong truc", "btt"),
)
_CENTRAL: Final = re.compile(r"(bo|chinh phu|quoc hoi|trung uong|thanh tra chinh phu|toa an nhan dan toi cao)\b.*")
_PROVINCE: Final = re.compile(r"(so|cuc|chi cuc)\b.*|.*\b(tinh|thanh pho)\b.*")


def agency_key(name: str) -> str:
    """What two spellings of one agency share: "Ủy ban nhân dân phường" and "UBND Phường" are one."""
    key = fold(name)
    for long_form, short_form in _LONG_FORMS:
        key = key.replace(long_form, short_form)
    return key


def level_of(name: str) -> Level:
    """Where an agency of this name most likely stands: Sở and tỉnh above the commune, Bộ above that."""
    key = fold(name)
    if _CENTRAL.fullmatch(key):
        return Level.CENTRAL
    return Level.PROVINCE if _PROVINCE.fullmatch(key) else Level.COMMUNE
