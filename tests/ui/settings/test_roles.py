"""What each role is offered among the settings, and what becomes of a deed forced past the buttons."""

from datetime import date
from typing import Any, Final

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.errors import DeskError, NotAllowed
from frontdesk.office import (
    PLACE,
    AdmitUser,
    CalendarDay,
    ChangeRoles,
    EndUser,
    RenewRecovery,
    Set,
    SetBook,
    SetDay,
    SetPassphrase,
    SetSigner,
)
from frontdesk.store import Role, Session, journal_entries
from tests.conftest import USER
from tests.ui.stage import Stage
from ui.desk.doing import do
from ui.settings.desk import SettingsDesk

CLERK: Final = {
    "values.change", "values.default", "signers.change", "books.new", "books.change", "days.new", "days.change",
    "days.ordinary",
}  # fmt: skip
USERS: Final = {"users.new", "users.roles", "users.passphrase", "users.end", "users.recovery", "backups.restore"}
OFFERS: Final = {
    Role.ADMINISTRATOR: USERS | {"values.change", "values.default"},
    Role.CHAIR: CLERK,
    Role.SECRETARY: CLERK,
    Role.ACCOUNTANT: set(),
    Role.TREASURER: set(),
    Role.VIEWER: set(),
}
DEEDS: Final[tuple[tuple[frozenset[Role], Any], ...]] = (
    (frozenset({Role.ADMINISTRATOR, Role.CHAIR, Role.SECRETARY}), Set(PLACE.name, "Nơi khác")),
    (frozenset({Role.CHAIR, Role.SECRETARY}), SetSigner("chair", ("CHỦ TỊCH",), "Người Khác")),
    (frozenset({Role.CHAIR, Role.SECRETARY}), SetBook("BB", 2026, 90)),
    (frozenset({Role.CHAIR, Role.SECRETARY}), SetDay(date(2026, 8, 3), CalendarDay.HOLIDAY, "Nghỉ")),
    (frozenset({Role.ADMINISTRATOR}), AdmitUser("Người Ba", (Role.CHAIR,), "mật khẩu người ba")),
    (frozenset({Role.ADMINISTRATOR}), ChangeRoles(USER, (Role.VIEWER, Role.ADMINISTRATOR))),
    (frozenset({Role.ADMINISTRATOR}), EndUser(USER)),
    (frozenset({Role.ADMINISTRATOR}), SetPassphrase("mật khẩu của người khác", USER)),
    (frozenset({Role.ADMINISTRATOR}), RenewRecovery()),
)
FORCED: Final = [(role, ask) for may, ask in DEEDS for role in Role if role not in may]


def seat(services: Services, role: Role) -> None:
    """Somebody with this role alone sits down, in an office that has others."""
    services.store.session = Session("Phạm Đức Toàn", frozenset({role}))


@pytest.mark.parametrize("role", list(Role))
def test_each_role_is_offered_what_it_may_do(services: Services, stage: Stage, role: Role) -> None:
    seat(services, role)
    desk = SettingsDesk(stage.env)
    stage.show(desk)
    offered = {button.objectName() for button in desk.findChildren(QPushButton)}
    assert offered & set.union(*OFFERS.values()) == OFFERS[role]
    assert {"users.own", "backups.look"} <= offered


@pytest.mark.parametrize(("role", "ask"), FORCED, ids=[f"{role} {type(ask).__name__}" for role, ask in FORCED])
def test_a_deed_forced_past_the_buttons_is_refused_and_changes_nothing(
    services: Services, stage: Stage, qtbot: QtBot, role: Role, ask: Any
) -> None:
    seat(services, role)
    before = [entry.hash for entry in journal_entries()]
    keys = (services.store.folder / "office.keys").read_bytes()
    refused: list[DeskError] = []
    do(stage.env, ask, stage.window, failed=refused.append)
    qtbot.waitUntil(lambda: len(refused) == 1)
    assert isinstance(refused[0], NotAllowed)
    assert [entry.hash for entry in journal_entries()] == before
    assert (services.store.folder / "office.keys").read_bytes() == keys
