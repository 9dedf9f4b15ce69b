"""What an office may set otherwise; each default says where it comes from."""

from typing import Final

from frontdesk.messages import mark
from frontdesk.office import SettingSpec
from frontdesk.roster.kinds import BodyKind
from frontdesk.roster.rules.warnings import LIMITS

ELDER_AGES: Final = SettingSpec(
    "roster.elder_ages",
    ("70", "75", "80", "85", "90", "95", "100"),
    mark("ages of mừng thọ"),
    "Luật Người cao tuổi 39/2009/QH12, điều 21 [M]",
)
SERVICE_YEARS: Final = SettingSpec(
    "roster.service_years", ("5", "10", "15", "20", "25", "30"), mark("years of service to honour"), "[M]"
)
REMIND_DAYS: Final = SettingSpec("roster.remind_days", 14, mark("remind of birthdays so many days ahead"))
AGE_GROUPS: Final = SettingSpec(
    "roster.age_groups", ("35", "45", "55", "60"), mark("upper bounds of the age groups"), "domain §2.3 [M]"
)
MAJORITY_PEOPLE: Final = SettingSpec(
    "roster.majority_people", "Kinh", mark("the people that is no ethnic minority"), "Nghị định 05/2011/NĐ-CP"
)


_LIMIT_TITLES: Final[dict[BodyKind, tuple[str, str]]] = {
    BodyKind.COMMITTEE: (mark("fewest members of the committee"), mark("most members of the committee")),
    BodyKind.STANDING_BOARD: (mark("fewest members of the standing board"), mark("most members of the standing board")),
    BodyKind.INSPECTION_BOARD: (
        mark("fewest members of the people's inspection board"),
        mark("most members of the people's inspection board"),
    ),
    BodyKind.INVESTMENT_BOARD: (
        mark("fewest members of an investment supervision board"),
        mark("most members of an investment supervision board"),
    ),
    BodyKind.CONCILIATION_TEAM: (
        mark("fewest members of a conciliation team"),
        mark("most members of a conciliation team"),
    ),
}


def _limits(kind: BodyKind) -> tuple[SettingSpec, SettingSpec]:
    """The least and the greatest number of members of a kind of bodies; 0 is no limit."""
    limits, (least, most) = LIMITS[kind], _LIMIT_TITLES[kind]
    return (
        SettingSpec(f"roster.least.{kind.value}", limits.least or 0, least, limits.source),
        SettingSpec(f"roster.most.{kind.value}", limits.most or 0, most, limits.source),
    )


LIMIT_SETTINGS: Final = {kind: _limits(kind) for kind in LIMITS}

SETTINGS: Final = (
    ELDER_AGES,
    SERVICE_YEARS,
    REMIND_DAYS,
    AGE_GROUPS,
    MAJORITY_PEOPLE,
    *(spec for pair in LIMIT_SETTINGS.values() for spec in pair),
)
