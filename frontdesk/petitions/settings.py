"""The settings of the petition desk."""

from typing import Final

from frontdesk.messages import mark
from frontdesk.office import SettingSpec

CHASE_AFTER_DAYS: Final = SettingSpec(
    "petitions.chase_after_days", 15, mark("urge an agency after so many days without an answer"), "[M]"
)
REMOTE: Final = SettingSpec(
    "petitions.remote", False, mark("the commune is a remote area (longer deadlines)"), "Luật Khiếu nại Điều 28"
)
LIKE_DAYS: Final = SettingSpec("petitions.like_days", 365, mark("look for the same petition so many days back"), "[M]")
UPPER_FRONT: Final = SettingSpec(
    "petitions.upper_front", "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh", mark("where the list upward is sent"), "§3"
)

SETTINGS: Final = (CHASE_AFTER_DAYS, REMOTE, LIKE_DAYS, UPPER_FRONT)
