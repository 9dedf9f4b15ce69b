"""Pictures of the settings."""

from functools import partial

from PySide6.QtWidgets import QWidget

from tests.ui.pictures import Shot
from tests.ui.stage import Stage
from ui.help import open_help
from ui.settings.desk import SettingsDesk
from ui.settings.recovery import RecoveryDialog
from ui.settings.restoring import RestoreDialog

PARTS = ("values", "areas", "signers", "books", "days", "users", "backups", "look")


def part(at: int, stage: Stage) -> QWidget:
    page = SettingsDesk(stage.env)
    page.tabs.setCurrentIndex(at)
    return page


def restoring(stage: Stage) -> QWidget:
    """After a day's work since the backup."""
    store = stage.env.services.store
    if not store.backups():
        store.back_up()
    stage.window.show()
    return RestoreDialog(stage.env, stage.window)


def nothing_to_restore(stage: Stage) -> QWidget:
    dialog = RestoreDialog(stage.env, stage.window)
    dialog.offer([])
    return dialog


def renewing(stage: Stage) -> QWidget:
    dialog = RecoveryDialog(stage.env, stage.window)
    dialog.form.field("code").set_value("123456 000000")
    return dialog


def help_window(stage: Stage) -> QWidget:
    return open_help(stage.env, "petitions")


SHOTS = [
    *(Shot(f"settings-{name}", partial(part, at), whole_screen=True) for at, name in enumerate(PARTS)),
    Shot("settings-restore", restoring),
    Shot("settings-restore-empty", nothing_to_restore),
    Shot("settings-recovery", renewing),
    Shot("help", help_window),
]
