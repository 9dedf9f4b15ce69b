"""Who may sign in, and as what."""

from pathlib import Path

import pytest

from frontdesk.commands.services import Services, build
from frontdesk.errors import DeskUnavailable, NotAllowed, RuleBroken, Trouble
from frontdesk.office import AddArea, AdmitUser, ChangeRoles, EndUser, ListAsk, RenewRecovery, SetPassphrase
from frontdesk.store import Role, journal_entries, open_store, recovery_code, reset_passphrase
from tests.conftest import PASSPHRASE, QUICK, USER, StandingClock

SECOND = "Trần Văn Hai"
THEIRS = "mật khẩu của anh Hai"


def admit(services: Services, *roles: Role, name: str = SECOND) -> None:
    services.office.admit_user(AdmitUser(name, roles or (Role.SECRETARY,), THEIRS))


def signed_in(services: Services, folder: Path, clock: StandingClock, user: str, passphrase: str) -> Services:
    """The same office with somebody else at the desk."""
    services.store.close()
    return build(open_store(folder, user, passphrase, clock=clock))


def test_the_first_user_may_do_everything_until_there_is_another(services: Services) -> None:
    services.office.add_area(AddArea("Khu phố 1"))
    admit(services)
    with pytest.raises(NotAllowed, match=r"chair, secretary"):
        services.office.add_area(AddArea("Khu phố 2"))
    services.office.end_user(EndUser(SECOND))
    services.office.add_area(AddArea("Khu phố 2"))


def test_a_user_admitted_signs_in_with_the_roles_given(
    services: Services, office_folder: Path, clock: StandingClock
) -> None:
    admit(services, Role.ACCOUNTANT, Role.TREASURER)
    assert [(row.name, row.roles, row.active) for row in services.office.users()] == [
        (USER, (Role.ADMINISTRATOR,), True),
        (SECOND, (Role.ACCOUNTANT, Role.TREASURER), True),
    ]
    theirs = signed_in(services, office_folder, clock, SECOND, THEIRS)
    assert theirs.store.session.roles == {Role.ACCOUNTANT, Role.TREASURER}
    with pytest.raises(NotAllowed, match="administrator"):
        theirs.office.admit_user(AdmitUser("Người Ba", (Role.VIEWER,), THEIRS))
    theirs.store.close()


@pytest.mark.parametrize(
    ("name", "roles", "code"),
    [
        ("", (Role.VIEWER,), "office.user.incomplete"),
        ("  ", (Role.VIEWER,), "office.user.incomplete"),
        ("Người Ba", (), "office.user.incomplete"),
        ("le ngoc thao", (Role.VIEWER,), "office.user.known"),
    ],
)
def test_a_user_needs_a_new_name_and_a_role(services: Services, name: str, roles: tuple[Role, ...], code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        services.office.admit_user(AdmitUser(name, roles, THEIRS))
    assert refused.value.code == code


def test_a_short_passphrase_admits_nobody(services: Services) -> None:
    with pytest.raises(RuleBroken) as refused:
        services.office.admit_user(AdmitUser(SECOND, (Role.VIEWER,), "ngắn"))
    assert refused.value.field == "passphrase"
    assert [row.name for row in services.office.users()] == [USER]


def test_a_user_who_left_is_shut_out_and_stays_in_the_list(
    services: Services, office_folder: Path, clock: StandingClock
) -> None:
    admit(services)
    services.office.end_user(EndUser(SECOND))
    assert [(row.name, row.active) for row in services.office.users()] == [(USER, True), (SECOND, False)]
    services.store.close()
    with pytest.raises(DeskUnavailable) as refused:
        open_store(office_folder, SECOND, THEIRS, clock=clock)
    assert refused.value.trouble is Trouble.WRONG_PASSPHRASE


def test_a_user_who_left_may_come_back(services: Services, office_folder: Path, clock: StandingClock) -> None:
    admit(services)
    services.office.end_user(EndUser(SECOND))
    admit(services, Role.CHAIR)
    assert [(row.name, row.roles) for row in services.office.users()][1] == (SECOND, (Role.CHAIR,))
    theirs = signed_in(services, office_folder, clock, SECOND, THEIRS)
    theirs.office.add_area(AddArea("Khu phố 1"))
    theirs.store.close()


def test_the_last_quan_tri_can_neither_leave_nor_give_the_role_up(services: Services) -> None:
    admit(services)
    office = services.office
    for deed in (
        lambda: office.end_user(EndUser(USER)),
        lambda: office.change_roles(ChangeRoles(USER, (Role.CHAIR,))),
    ):
        with pytest.raises(RuleBroken) as refused:
            deed()
        assert refused.value.code == "office.user.last_administrator"
    office.change_roles(ChangeRoles(SECOND, (Role.SECRETARY, Role.ADMINISTRATOR)))
    office.change_roles(ChangeRoles(USER, (Role.CHAIR,)))
    assert services.store.session.roles == {Role.CHAIR}
    with pytest.raises(NotAllowed):
        office.change_roles(ChangeRoles(USER, (Role.ADMINISTRATOR,)))


@pytest.mark.parametrize("deed", ["end", "roles", "passphrase"])
def test_there_is_nothing_to_do_to_an_unknown_user(services: Services, deed: str) -> None:
    office = services.office
    deeds = {
        "end": lambda: office.end_user(EndUser("Không Có Ai")),
        "roles": lambda: office.change_roles(ChangeRoles("Không Có Ai", (Role.CHAIR,))),
        "passphrase": lambda: office.set_passphrase(SetPassphrase(THEIRS, "Không Có Ai")),
    }
    with pytest.raises(RuleBroken) as refused:
        deeds[deed]()
    assert refused.value.code == "office.user.unknown"


def test_a_user_keeps_at_least_one_role(services: Services) -> None:
    with pytest.raises(RuleBroken) as refused:
        services.office.change_roles(ChangeRoles(USER, ()))
    assert refused.value.field == "roles"


def test_everybody_changes_their_own_passphrase_and_a_quan_tri_anybodys(
    services: Services, office_folder: Path, clock: StandingClock
) -> None:
    admit(services)
    services.office.set_passphrase(SetPassphrase("do quản trị đặt lại", SECOND))
    theirs = signed_in(services, office_folder, clock, SECOND, "do quản trị đặt lại")
    theirs.office.set_passphrase(SetPassphrase("tự mình đặt lấy"))
    with pytest.raises(NotAllowed):
        theirs.office.set_passphrase(SetPassphrase("của người khác", USER))
    again = signed_in(theirs, office_folder, clock, SECOND, "tự mình đặt lấy")
    mine = signed_in(again, office_folder, clock, USER, PASSPHRASE)
    mine.store.close()


def test_a_short_passphrase_changes_nothing(services: Services, office_folder: Path, clock: StandingClock) -> None:
    with pytest.raises(RuleBroken):
        services.office.set_passphrase(SetPassphrase("ngắn"))
    again = signed_in(services, office_folder, clock, USER, PASSPHRASE)
    assert {entry["deed"] for entry in again.journal(ListAsk())} == {"store.create"}
    again.store.close()


@pytest.mark.parametrize("is_given", [True, False])
def test_a_quan_tri_renews_the_recovery_code_and_the_journal_says_so(
    services: Services, office_folder: Path, clock: StandingClock, is_given: bool
) -> None:
    given = recovery_code() if is_given else None
    code = services.office.renew_recovery(RenewRecovery(given)).code
    assert given in (None, code)
    entry = list(journal_entries())[-1]
    assert entry.deed == "office.renew_recovery"
    assert code not in str(entry)
    services.store.close()
    reset_passphrase(office_folder, code, USER, THEIRS, QUICK)
    open_store(office_folder, USER, THEIRS, clock=clock).close()


def test_a_mistyped_recovery_code_renews_nothing(services: Services) -> None:
    code = recovery_code()
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    with pytest.raises(RuleBroken, match="Group 8"):
        services.office.renew_recovery(RenewRecovery(wrong))


def test_only_a_quan_tri_renews_the_recovery_code(
    services: Services, office_folder: Path, clock: StandingClock
) -> None:
    admit(services, Role.CHAIR)
    theirs = signed_in(services, office_folder, clock, SECOND, THEIRS)
    with pytest.raises(NotAllowed, match="administrator"):
        theirs.office.renew_recovery(RenewRecovery())
    theirs.store.close()
