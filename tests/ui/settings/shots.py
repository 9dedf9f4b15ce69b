"""Pictures of the settings."""

from functools import partial

from PySide6.QtWidgets import QWidget

from tests.ui.pictures import Shot
from tests.ui.stage import Stage
from ui.help import open_help
from ui.settings.desk import SettingsDesk

PARTS = ("values", "signers", "books", "days", "users", "backups", "look")


def part(at: int, stage: Stage) -> QWidget:
    page = SettingsDesk(stage.env)
    page.tabs.setCurrentIndex(at)
    return page


def help_window(stage: Stage) -> QWidget:
    return open_help(stage.env, "petitions")


SHOTS = [
    *(Shot(f"settings-{name}", partial(part, at), whole_screen=True) for at, name in enumerate(PARTS)),
    Shot("help", help_window),
]
