"""A query that is built once says what peewee would say each time."""

from peewee import fn

from frontdesk.store import Prepared, Store, live, tuples
from frontdesk.store.model import UserAccount


def named(name: str) -> list[tuple[object, ...]]:
    return list(tuples(UserAccount.select(UserAccount.name, UserAccount.active).where(UserAccount.name == name)))


def test_it_finds_by_value_what_the_query_finds(store: Store) -> None:
    asked = Prepared(
        lambda name: UserAccount.select(UserAccount.name, UserAccount.active).where(UserAccount.name == name)
    )
    assert asked(store.session.user) == named(store.session.user) != []
    assert asked("Người lạ") == named("Người lạ") == []


def test_a_switch_comes_back_as_one(store: Store) -> None:
    ((active,),) = Prepared(lambda: UserAccount.select(UserAccount.active))()
    assert active is True


def test_values_stand_where_the_query_wants_them(store: Store) -> None:
    asked = Prepared(
        lambda first, second: UserAccount.select(fn.COUNT(UserAccount.id)).where(
            (UserAccount.name == second) | (UserAccount.name == first), UserAccount.id > 0
        )
    )
    assert asked("Người lạ", store.session.user) == asked(store.session.user, "Người lạ") == [(1,)]


def test_what_never_changes_is_said_as_it_is_meant(store: Store) -> None:
    words = ("Chị 'Hai'", "100% ?", store.session.user)
    asked = Prepared(lambda: UserAccount.select(*words, UserAccount.name).where(UserAccount.name.in_(words)))
    assert asked() == [(*words, store.session.user)]


def test_a_union_is_asked_like_a_query(store: Store) -> None:
    asked = Prepared(
        lambda name: (
            UserAccount.select(UserAccount.name, UserAccount.active)
            .where(UserAccount.name == name)
            .union_all(UserAccount.select(UserAccount.name, UserAccount.active))
        )
    )
    assert asked(store.session.user) == [(store.session.user, True)] * 2


def test_it_reads_what_was_written_since(store: Store) -> None:
    asked = Prepared(lambda name: UserAccount.select(UserAccount.id).where(UserAccount.name == name))
    assert asked("Trần Văn Hai") == []
    live.execute_sql(
        "INSERT INTO user_account (id, revision, name, roles, active) VALUES (9001, 1, 'Trần Văn Hai', '', 1)"
    )
    assert asked("Trần Văn Hai") == [(9001,)]


def test_a_limit_does_not_make_sqlite_plan_anew_each_time(store: Store) -> None:
    asked = Prepared(lambda name: UserAccount.select(UserAccount.id).where(UserAccount.name == name).limit(1))
    known = asked(store.session.user)
    planned: list[object] = []

    def plans(*about: object) -> int:
        planned.append(about)
        return 0

    live.connection().set_authorizer(plans)
    asked(store.session.user)
    planned.clear()
    assert asked(store.session.user) == known
    live.connection().set_authorizer(None)
    assert planned == []
