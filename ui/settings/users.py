"""Who may sign in, and as what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Slot

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.office import AdmitUser, ChangeRoles, EndUser, RenewRecovery, SetPassphrase
from frontdesk.store import ROLE_TITLES, Role
from ui.desk.dialogs import FormDialog
from ui.desk.doing import do, may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.parts.colours import Tone
from ui.parts.fields import LineField, SwitchField
from ui.parts.form import required
from ui.parts.menus import Entry, push
from ui.parts.rowtable import Empty
from ui.parts.table import Column
from ui.settings.recovery import RecoveryDialog


@dataclass(frozen=True)
class UserLine:
    """A user as the list shows one."""

    id: int
    name: str
    roles: tuple[Role, ...]
    active: bool


class UsersPanel(RecordPanel[UserLine]):
    """The users, those who left last; a user who is no quản trị changes nothing but the own passphrase."""

    help_page = "settings"

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "settings.users",
            _("Users"),
            ("users",),
            (
                Column("name", _("Name"), 30, tone=_tone),
                Column("roles", _("Roles"), 0, text=_roles),
                Column("active", _("May sign in"), 14, text=lambda line: _("yes") if line.active else _("no longer")),
            ),
            searched=lambda line: f"{line.name} {_roles(line)}",
            empty=Empty(_("No user of that name"), _("Clear the filter to see them all."), ""),
        )
        if may(env, AdmitUser):
            self.add_tool(push(Entry(_("Admit a user… (Ctrl+N)"), self.begin_new, name="users.new", role="main")))
        self.add_tool(push(Entry(_("My passphrase…"), self.change_own, name="users.own")))
        if may(env, RenewRecovery):
            self.add_tool(push(Entry(_("New recovery card…"), self.renew_recovery, name="users.recovery")))
        self.buttons = self.add_buttons(
            (
                Entry(_("Change roles…"), self.on_opened, may(env, ChangeRoles), "users.roles"),
                Entry(_("New passphrase…"), self.reset, may(env, ChangeRoles), "users.passphrase"),
                Entry(_("Let go…"), self.end, may(env, EndUser), "users.end", "risky"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[UserLine]:
        """See `RecordPanel`."""
        rows = self.env.services.office.users()
        return [UserLine(at, row.name, row.roles, row.active) for at, row in enumerate(rows, 1)]

    @Slot()
    def begin_new(self) -> None:
        """Somebody new."""
        if not may(self.env, AdmitUser):
            return
        hint = _("From then on everybody may do only what the own roles include: give yourself yours too.")
        title = _("Admit a user")
        dialog = FormDialog(
            self.env, "user", title, _("Admit"), _admit, self, says=_("The user may sign in."), hint=hint
        )
        dialog.add("name", _("&Name"), LineField())
        _add_roles(dialog, ())
        _add_passphrase(dialog)
        dialog.begin()

    @Slot()
    def on_opened(self) -> None:
        """Other roles for the selected user."""
        line = self.current()
        if line is None or not line.active or not may(self.env, ChangeRoles):
            return
        title = _("Roles of {user}").format(user=line.name)
        hint = _("They hold from the next sign-in on.")
        dialog = FormDialog(
            self.env, "roles", title, _("Save"), partial(_change, line.name), self, says=_("Saved."), hint=hint
        )
        _add_roles(dialog, line.roles)
        dialog.begin()

    @Slot()
    def reset(self) -> None:
        """A new passphrase for the selected user."""
        line = self.current()
        if line is not None and line.active:
            self._ask_passphrase(line.name)

    @Slot()
    def change_own(self) -> None:
        """A new passphrase for oneself."""
        self._ask_passphrase(self.env.services.store.session.user)

    @Slot()
    def renew_recovery(self) -> None:
        """Another recovery code, and its card."""
        RecoveryDialog(self.env, self).begin()

    @Slot()
    def end(self) -> None:
        """The selected user leaves."""
        line = self.current()
        if line is None or not line.active:
            return
        words = _("{user} can no longer sign in. The name stays wherever it was recorded.").format(user=line.name)
        if self.env.ask.confirm(_("Let a user go"), words, _("Let go"), risky=True):
            do(self.env, EndUser(line.name), self, says=_("{user} can no longer sign in.").format(user=line.name))

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        line = self.current()
        self.buttons.enable(line is not None and line.active)

    def _ask_passphrase(self, user: str) -> None:
        title = _("New passphrase of {user}").format(user=user)
        dialog = FormDialog(
            self.env,
            "passphrase",
            title,
            _("Change"),
            partial(_passphrase, user),
            self,
            says=_("The passphrase is changed."),
        )
        _add_passphrase(dialog)
        dialog.begin()


def _tone(line: UserLine) -> Tone:
    return Tone.PLAIN if line.active else Tone.MUTED


def _roles(line: UserLine) -> str:
    return ", ".join(_(ROLE_TITLES[role]) for role in line.roles)


def _add_roles(dialog: FormDialog, held: tuple[Role, ...]) -> None:
    for role in Role:
        dialog.add(f"role_{role.value}", "", SwitchField(_(ROLE_TITLES[role])), value=role in held)


def _add_passphrase(dialog: FormDialog) -> None:
    hint = _("A short sentence is easier to keep in mind than a word with signs.")
    dialog.add("passphrase", _("&Passphrase"), LineField(secret=True), hint=hint)
    dialog.add("again", _("The same &again"), LineField(secret=True))


def _chosen(values: Mapping[str, Any]) -> tuple[Role, ...]:
    return tuple(role for role in Role if values[f"role_{role.value}"])


def _typed(values: Mapping[str, Any]) -> str:
    required(values, {"passphrase": _("A passphrase")})
    if values["passphrase"] != values["again"]:
        raise RuleBroken("form.passphrase", _("The two passphrases are not the same."), "again")
    return str(values["passphrase"])


def _admit(values: Mapping[str, Any]) -> AdmitUser:
    required(values, {"name": _("The name")})
    return AdmitUser(values["name"], _chosen(values), _typed(values))


def _change(name: str, values: Mapping[str, Any]) -> ChangeRoles:
    return ChangeRoles(name, _chosen(values))


def _passphrase(name: str, values: Mapping[str, Any]) -> SetPassphrase:
    return SetPassphrase(_typed(values), name)
