"""Who we are: commune, residential areas, users and roles, people who sign, number books, calendar, settings."""

from frontdesk.office.areas import AREA_TITLES, AREA_WORDS, AreaKind, AreaRow, area_key, area_kind, area_sort_key
from frontdesk.office.asks import ImportAsk, ListAsk, PaperAsk, PaperKind, SettingSpec
from frontdesk.office.communes import CommuneRow, commune, communes
from frontdesk.office.deeds import (
    DEEDS,
    AddArea,
    AdmitUser,
    CalendarDay,
    ChangeRoles,
    EditArea,
    EndUser,
    RenewRecovery,
    Set,
    SetBook,
    SetDay,
    SetPassphrase,
    SetSigner,
)
from frontdesk.office.model import MODELS
from frontdesk.office.papers import recovery_card
from frontdesk.office.passphrases import Strength, strength
from frontdesk.office.service import Office, lay_out
from frontdesk.office.service.letterhead import DEFAULT_SIGNERS, BookRow
from frontdesk.office.service.users import RecoveryRow, UserRow
from frontdesk.office.settings import DAILY_BACKUP, FRONT_LINE, IDLE_MINUTES, ORGAN_LINE, PLACE, STICK_DAYS

__all__ = [
    "AREA_TITLES",
    "AREA_WORDS",
    "DAILY_BACKUP",
    "DEEDS",
    "DEFAULT_SIGNERS",
    "FRONT_LINE",
    "IDLE_MINUTES",
    "MODELS",
    "ORGAN_LINE",
    "PLACE",
    "STICK_DAYS",
    "AddArea",
    "AdmitUser",
    "AreaKind",
    "AreaRow",
    "BookRow",
    "CalendarDay",
    "ChangeRoles",
    "CommuneRow",
    "EditArea",
    "EndUser",
    "ImportAsk",
    "ListAsk",
    "Office",
    "PaperAsk",
    "PaperKind",
    "RecoveryRow",
    "RenewRecovery",
    "Set",
    "SetBook",
    "SetDay",
    "SetPassphrase",
    "SetSigner",
    "SettingSpec",
    "Strength",
    "UserRow",
    "area_key",
    "area_kind",
    "area_sort_key",
    "commune",
    "communes",
    "lay_out",
    "recovery_card",
    "strength",
]
