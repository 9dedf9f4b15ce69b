"""Lists, search and statistics over 5,000 people in 300 areas, against the plain SQL they rest on (design §7)."""

import random
import time
from collections.abc import Callable, Iterator

import pytest

from frontdesk.office import Office
from frontdesk.office.model import Area
from frontdesk.roster import Among, BodyKind, Correct, PeopleFilter, PeopleSort, Roster
from frontdesk.roster.model import Body, Membership, Person, Post
from frontdesk.roster.rules.bodies import body_key, body_sort_key
from frontdesk.roster.service.naming import naming
from frontdesk.store import EVERYBODY, Deed, Store, live

pytestmark = pytest.mark.speed

PEOPLE = 5_000
AREAS = 300
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Đặng", "Vũ")
MIDDLES = ("Văn", "Thị", "Hữu", "Ngọc", "Thanh", "Minh")
GIVEN = ("An", "Bình", "Cường", "Dũng", "Hòa", "Lan", "Mai", "Ẩn", "Yến", "Đức")
PAGE = "SELECT * FROM person WHERE withdrawn IS NULL ORDER BY sort_key, id LIMIT 100"
POSTS = "SELECT * FROM membership JOIN body ON body.id = body_id WHERE person_id IN (SELECT value FROM json_each(?))"
NAMES = "SELECT id, sort_key FROM person WHERE withdrawn IS NULL ORDER BY sort_key, id"
HELD = "SELECT person_id, body_id, area_id, post_id FROM membership WHERE withdrawn IS NULL"
EVERYONE = "SELECT * FROM membership JOIN person ON person.id = person_id JOIN body ON body.id = body_id"


@pytest.fixture
def peopled(store: Store) -> Iterator[Roster]:
    dice = random.Random(1)
    with store.change(Deed("roster.bench", EVERYBODY, "bench")) as change:
        roster = Roster(store, Office(store))
        bodies = []
        for number in range(1, AREAS + 1):
            area = roster.write_area(change, f"Khu phố {number}")
            name = f"Ban Công tác Mặt trận Khu phố {number}"
            columns = {"name": name, "key": body_key(name), "sort_key": body_sort_key(name), "area_id": area}
            bodies.append((area, change.write(Body, columns, kind=BodyKind.WORKING_COMMITTEE)))
        post = change.write(Post, name="Ủy viên", key="uy vien", rank=800)
        for _person in range(PEOPLE):
            name = f"{dice.choice(FAMILIES)} {dice.choice(MIDDLES)} {dice.choice(GIVEN)}"
            columns = {**naming(name), "number": change.number(Person, "NG"), "birth_year": dice.randint(1940, 2000)}
            person = change.write(Person, {**columns, "party": dice.random() < 0.5, "profession": "Đại học"})
            area, body = dice.choice(bodies)
            change.write(Membership, person_id=person, body_id=body, area_id=area, post_id=post)
    yield roster
    assert Area.select().count() == AREAS


def best(deed: Callable[[], object], times: int = 9) -> float:
    took = []
    for _time in range(times):
        began = time.perf_counter()
        deed()
        took.append(time.perf_counter() - began)
    return min(took)


def plain(*queries: tuple[str, tuple[object, ...]]) -> Callable[[], object]:
    def run() -> object:
        return [live.connection().execute(query, parameters).fetchall() for query, parameters in queries]

    return run


def after_a_write(roster: Roster) -> float:
    """How long the first sort after somebody's entry was changed takes, in seconds."""
    roster.correct(Correct("NG-0007", note=f"{time.perf_counter()}"))
    began = time.perf_counter()
    roster.page(sort=PeopleSort.POST, limit=100)
    return time.perf_counter() - began


def test_a_page_a_search_and_the_statistics_cost_a_small_multiple_of_their_sql(peopled: Roster, store: Store) -> None:
    ids = str([row.id for row in peopled.page(limit=100)])
    peopled.ready_orders()
    page_sql = best(plain((PAGE, ()), (POSTS, (ids,))))
    all_sql = best(plain((EVERYONE, ())), 5)
    orders_sql = best(plain((NAMES, ()), (HELD, ())), 5)
    figures = {
        "a page of 100": (best(lambda: peopled.page(limit=100)), page_sql, 12),
        "the last page": (best(lambda: peopled.page(offset=PEOPLE - 100, limit=100)), page_sql, 12),
        "a sort by posts, ready": (best(lambda: peopled.page(sort=PeopleSort.POST, limit=100)), page_sql, 16),
        "a sort by posts after a write": (min(after_a_write(peopled) for _time in range(5)), page_sql, 30),
        "both orders by posts, anew": (best(lambda: Roster(store, Office(store)).ready_orders(), 5), orders_sql, 10),
        "a search keystroke": (best(lambda: peopled.page(PeopleFilter(search="ng"), limit=100)), page_sql, 16),
        "suggestions": (best(lambda: peopled.find_people("hò")), page_sql, 12),
        "people of an area": (best(lambda: peopled.page(PeopleFilter(area="Khu phố 7"))), page_sql, 20),
        "statistics of all": (best(lambda: peopled.composition(), 5), all_sql, 8),
        "statistics of an area": (best(lambda: peopled.composition(Among(area="Khu phố 7"))), page_sql, 20),
    }
    for name, (took, sql, _limit) in figures.items():
        print(f"{name}: {took * 1000:.1f} ms, {took / sql:.1f} × its SQL")  # noqa: T201
    assert {name: took / sql for name, (took, sql, limit) in figures.items() if took > limit * sql} == {}
