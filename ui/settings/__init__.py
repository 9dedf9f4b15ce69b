"""The settings desk: the office's own affairs, who may sign in, backups, the look of the window."""

from typing import Final

from frontdesk.messages import mark
from ui.desk.env import DeskSpec
from ui.settings.desk import SettingsDesk

DESK: Final = DeskSpec("settings", mark("Settings"), "settings", SettingsDesk)

__all__ = ["DESK"]
