"""The settings of the office itself. Every room declares its own; all are kept and changed in one place."""

from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _, mark
from frontdesk.office.asks import SettingSpec

COMMUNE: Final = SettingSpec("office.commune", "", mark("code of the commune"))
FRONT_LINE: Final = SettingSpec(
    "office.front_line", "ỦY BAN MTTQ VIỆT NAM {COMMUNE}", mark("first line of the letterhead"), "domain: practice [P]"
)
ORGAN_LINE: Final = SettingSpec("office.organ_line", "BAN THƯỜNG TRỰC", mark("bold line of the letterhead"))
FUND_LINE: Final = SettingSpec(
    "office.fund_line", "BAN VẬN ĐỘNG QUỸ “VÌ NGƯỜI NGHÈO”", mark("bold line of the fund's letterhead")
)
PLACE: Final = SettingSpec("office.place", "", mark("place before the date (blank: the commune's name)"))
ADDRESS: Final = SettingSpec("office.address", "", mark("address of the office"))
PHONE: Final = SettingSpec("office.phone", "", mark("telephone of the office"))
SYMBOL: Final = SettingSpec("office.symbol", "{kind}-MTTQ-BTT", mark("symbol of papers"), "HD 91/HD-MTTW-BTT [P]")
LETTER_SYMBOL: Final = SettingSpec("office.letter_symbol", "MTTQ-BTT", mark("symbol of official letters"))
FUND_SYMBOL: Final = SettingSpec("office.fund_symbol", "{kind}-BVĐ", mark("symbol of the fund's papers"))
FUND_LETTER_SYMBOL: Final = SettingSpec("office.fund_letter_symbol", "BVĐ", mark("symbol of the fund's letters"))
OLD_TONE: Final = SettingSpec("office.old_tone_place", True, mark("write Ủy, not Uỷ, in headings"))
ONE_SERIES: Final = SettingSpec("office.one_series", False, mark("number all kinds of paper in one series"))
IDLE_MINUTES: Final = SettingSpec("office.idle_minutes", 15, mark("lock the window after so many idle minutes"))
DAILY_BACKUP: Final = SettingSpec("office.daily_backup", True, mark("make a backup each day, at the first start"))
STICK_DAYS: Final = SettingSpec("office.stick_days", 7, mark("remind of a backup to a stick after so many days"))

SETTINGS: Final = (
    COMMUNE,
    FRONT_LINE,
    ORGAN_LINE,
    FUND_LINE,
    PLACE,
    ADDRESS,
    PHONE,
    SYMBOL,
    LETTER_SYMBOL,
    FUND_SYMBOL,
    FUND_LETTER_SYMBOL,
    OLD_TONE,
    ONE_SERIES,
    IDLE_MINUTES,
    DAILY_BACKUP,
    STICK_DAYS,
)


def parse(spec: SettingSpec, text: str) -> Any:
    """A typed value as the type of the setting's default; RuleBroken when it does not read as one."""
    kind = type(spec.default)
    typed = text.strip()
    try:
        if kind is bool:
            return {
                "true": True,
                "yes": True,
                "1": True,
                "có": True,
                "false": False,
                "no": False,
                "0": False,
                "không": False,
            }[typed.lower()]
        if kind is int:
            return int(typed)
        if kind is tuple:
            return tuple(part.strip() for part in typed.split(";") if part.strip())
    except (KeyError, ValueError):
        raise RuleBroken(
            "office.setting.value",
            _("“{value}” is no value for “{setting}”, which is now “{default}”.").format(
                value=typed, setting=_(spec.title), default=spec.default
            ),
            "value",
        ) from None
    return typed
