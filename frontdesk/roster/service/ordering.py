"""Orders of people by the posts they hold: worked out whole, and kept until something is written."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Final

from frontdesk.office.model import Area
from frontdesk.roster.kinds import BodyKind
from frontdesk.roster.model import Body, Post
from frontdesk.roster.rules.protocol import NO_POST_RANK
from frontdesk.roster.service.base import AreaBook
from frontdesk.roster.service.wanted import PeopleSort
from frontdesk.store import journal_head, tuples

RANKED: Final = frozenset({PeopleSort.POST, PeopleSort.AREA})
"""The orders that no index has, for they hang on the day and on several tables."""
_MOST_KEPT: Final = 4
Held = tuple[int, int, int | None, int | None]
"""A post: ids of person, body, area and the post's name."""


class Orders:
    """The last few orders, as ids; the journal's head says whether they still hold."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, list[int]] = {}

    def get(self, wanted: Hashable, work_out: Callable[[], list[int]]) -> Sequence[int]:
        """The order kept under `wanted`, worked out where it is not known or something was written since."""
        key = (journal_head().seq, wanted)
        found = self._kept.get(key)
        if found is None:
            found = work_out()
            # Written as a whole: a window and the reading lane may ask at the same time.
            self._kept = dict([*list(self._kept.items())[1 - _MOST_KEPT :], (key, found)])
        return found


def by_posts(ids: Iterable[int], posts: Iterable[Held], sort: PeopleSort) -> list[int]:
    """`ids` by the first of each person's posts in the order of protocol, or of areas; else as they come."""
    first: dict[int, tuple[int, int]] = {}
    place = _protocol() if sort is PeopleSort.POST else _areas()
    for person_id, body_id, area_id, post_id in posts:
        at = place(body_id, area_id, post_id)
        if at is not None and (person_id not in first or at < first[person_id]):
            first[person_id] = at
    nowhere = (len(first) and max(at for at, _rank in first.values()) + 1, 0)
    return sorted(ids, key=lambda person_id: first.get(person_id, nowhere))


Place = Callable[[int, int | None, int | None], tuple[int, int] | None]


def _protocol() -> Place:
    kinds = {kind.value: at for at, kind in enumerate(BodyKind)}
    rows = sorted(
        (kinds[kind], key, body) for body, kind, key in tuples(Body.select(Body.id, Body.kind, Body.sort_key))
    )
    bodies = {body: at for at, (_kind, _key, body) in enumerate(rows)}
    ranks: dict[int | None, int] = dict(tuples(Post.select(Post.id, Post.rank)))
    return lambda body, _area, post: (bodies[body], ranks.get(post, NO_POST_RANK))


def _areas() -> Place:
    book = AreaBook()
    listed = [row[0] for row in tuples(Area.select(Area.id).order_by(Area.sort_key, Area.id))]
    places = {area: at for at, area in enumerate(listed)}
    now = {area: places[book.on(area)] for area in listed}
    return lambda _body, area, _post: None if area is None else (now[area], 0)
