"""Who may sign in, and as what."""

from dataclasses import dataclass

from frontdesk.errors import NotAllowed, RuleBroken
from frontdesk.messages import _
from frontdesk.office.deeds import (
    ADMIT_USER,
    CHANGE_ROLES,
    END_USER,
    RENEW_RECOVERY,
    SET_PASSPHRASE,
    AdmitUser,
    ChangeRoles,
    EndUser,
    RenewRecovery,
    SetPassphrase,
)
from frontdesk.office.service.days import Days
from frontdesk.store import Role, UserAccount, recovery_code, refuse_mistyped, refuse_weak, roles_of
from frontdesk.vietnamese import fold


@dataclass(frozen=True)
class UserRow:
    """Somebody who may sign in, or might once."""

    name: str
    roles: tuple[Role, ...]
    active: bool


@dataclass(frozen=True)
class RecoveryRow:
    """The recovery code that holds from now on."""

    code: str


class Users(Days):
    """The office's users; the last quản trị cannot be taken away."""

    def users(self) -> list[UserRow]:
        """All users, those who left last."""
        query = UserAccount.select().order_by(UserAccount.active.desc(), UserAccount.id)
        return [_row(account) for account in query]

    def admit_user(self, ask: AdmitUser) -> UserRow:
        """Let somebody sign in from now on; somebody who left may come back."""
        name = " ".join(ask.name.split())
        if not name or not ask.roles:
            raise RuleBroken("office.user.incomplete", _("A user needs a name and at least one role."), "name")
        known = _account(name)
        if known is not None and known.active:
            raise RuleBroken(
                "office.user.known", _("There already is a user “{name}”.").format(name=known.name), "name"
            )
        with self.store.change(ADMIT_USER) as change:
            content = {"name": name, "roles": _joined(ask.roles), "active": True}
            change.write(UserAccount, content if known is None else {**content, "id": known.id})
            # The key before the commit: a key without an account opens nothing, an account without a key locks out.
            self.store.let_in(name, ask.passphrase)
        return UserRow(name, ask.roles, active=True)

    def change_roles(self, ask: ChangeRoles) -> UserRow:
        """Give a user other roles, oneself at once and others from their next sign-in on."""
        self.store.demand(CHANGE_ROLES)
        account = _known(ask.name)
        if not ask.roles:
            raise RuleBroken("office.user.incomplete", _("A user needs a name and at least one role."), "roles")
        if Role.ADMINISTRATOR not in ask.roles:
            self._keep_an_administrator(account)
        with self.store.change(CHANGE_ROLES) as change:
            change.amend(UserAccount, account.id, roles=_joined(ask.roles))
        return UserRow(account.name, ask.roles, active=True)

    def end_user(self, ask: EndUser) -> UserRow:
        """Take the key from a user who leaves."""
        self.store.demand(END_USER)
        account = _known(ask.name)
        self._keep_an_administrator(account)
        with self.store.change(END_USER) as change:
            change.amend(UserAccount, account.id, active=False)
        self.store.shut_out(account.name)
        return UserRow(account.name, tuple(roles_of(account.roles)), active=False)

    def set_passphrase(self, ask: SetPassphrase) -> UserRow:
        """Give oneself, or as quản trị anybody, a new passphrase."""
        session = self.store.session
        account = _known(ask.name or session.user)
        if account.name != session.user and not (session.alone or Role.ADMINISTRATOR in session.roles):
            raise NotAllowed(_("Only a quản trị may change somebody else's passphrase."))
        refuse_weak(ask.passphrase)
        with self.store.change(SET_PASSPHRASE) as change:
            change.note(account.name)
        # After the commit: if it failed, the person would be told so and yet be locked out by the old passphrase.
        self.store.let_in(account.name, ask.passphrase)
        return _row(account)

    def renew_recovery(self, ask: RenewRecovery) -> RecoveryRow:
        """Make another recovery code hold; backups made before still open by the one of then."""
        code = ask.code or recovery_code()
        refuse_mistyped(code, "code")
        with self.store.change(RENEW_RECOVERY) as change:
            change.note("mã khôi phục mới")
        # After the commit, as with a passphrase: what is refused must leave the printed card valid.
        self.store.renew_recovery(code)
        return RecoveryRow(code)

    def _keep_an_administrator(self, leaving: UserAccount) -> None:
        others = [row for row in self.users() if row.active and row.name != leaving.name]
        if not any(Role.ADMINISTRATOR in row.roles for row in others):
            raise RuleBroken(
                "office.user.last_administrator",
                _("The office would be left without a quản trị. Name another one first."),
                "name",
            )


def _account(name: str) -> UserAccount | None:
    wanted = fold(name)
    return next((account for account in UserAccount.select() if fold(account.name) == wanted), None)


def _known(name: str) -> UserAccount:
    account = _account(name)
    if account is None or not account.active:
        raise RuleBroken("office.user.unknown", _("There is no user “{name}”.").format(name=name), "name")
    return account


def _joined(roles: tuple[Role, ...]) -> str:
    return " ".join(role.value for role in Role if role in roles)


def _row(account: UserAccount) -> UserRow:
    return UserRow(account.name, tuple(role for role in Role if role in roles_of(account.roles)), account.active)
