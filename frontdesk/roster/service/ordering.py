"""Orders of people by the posts they hold: kept, and after a write mended where it touched somebody."""

from bisect import insort
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final, TypeAlias

from frontdesk.office.model import Area
from frontdesk.roster.kinds import BodyKind
from frontdesk.roster.model import Body, Membership, Person, Post
from frontdesk.roster.rules.protocol import NO_POST_RANK
from frontdesk.roster.service.base import AreaBook, table_name
from frontdesk.roster.service.wanted import PeopleSort
from frontdesk.store import among, journal_head, tuples, written_since

RANKED: Final = frozenset({PeopleSort.POST, PeopleSort.AREA})
"""The orders that no index has, for they hang on the day and on several tables."""
_MOST_KEPT: Final = 4
_MOST_MENDED: Final = 500
"""After more entries of the journal than these an order is worked out anew."""
_NOWHERE: Final = 1 << 60
Held = tuple[int, int, int | None, int | None]
"""A post: ids of person, body, area and the post's name."""
Placed: TypeAlias = tuple[int, str, int]
"""Where somebody stands: the first place held, the name's key, the id."""
Place = Callable[[int, int | None, int | None], int | None]


@dataclass(frozen=True)
class _Kept:
    seq: int
    place: Place
    placed: list[Placed]
    ids: tuple[int, ...]


class Orders:
    """The last few orders; the journal says whether they still hold, and whom a write has touched since."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, _Kept] = {}

    def get(
        self,
        wanted: Hashable,
        sort: PeopleSort,
        find: Callable[[Place, Collection[int] | None], list[Placed]],
    ) -> Sequence[int]:
        """The ids in the order kept under `wanted`; `find` gives the places of all people, or of those with these ids.

        It gives all of them in the order of names, so that only the places are left to sort by.

        Only what was touched is looked up again.
        """
        key = (wanted, sort)
        seq, kept = journal_head().seq, self._kept.get(key)
        if kept is None or kept.seq != seq:
            touched = None if kept is None else _touched(kept.seq)
            if kept is None or touched is None:
                place = _protocol() if sort is PeopleSort.POST else _areas()
                rows = find(place, None)
                rows.sort(key=itemgetter(0))
            else:
                place = kept.place
                rows = [row for row in kept.placed if row[2] not in touched] if touched else kept.placed
                for row in find(place, touched) if touched else ():
                    insort(rows, row)
            kept = _Kept(seq, place, rows, tuple(row[2] for row in rows))
            # Written as a whole: a window and the reading lane may ask at the same time.
            others = [(each, value) for each, value in self._kept.items() if each != key]
            self._kept = dict([*others[1 - _MOST_KEPT :], (key, kept)])
        return kept.ids


def placed(people: Iterable[tuple[int, str]], posts: Iterable[Held], place: Place) -> list[Placed]:
    """Where people (id and key of the name) stand by the first of their posts; who holds none stands last."""
    first: dict[int, int] = {}
    for person_id, body_id, area_id, post_id in posts:
        at = place(body_id, area_id, post_id)
        if at is not None and at < first.get(person_id, _NOWHERE):
            first[person_id] = at
    return [(first.get(person_id, _NOWHERE), key, person_id) for person_id, key in people]


def _touched(seq: int) -> set[int] | None:
    """Whom the entries after `seq` are about; None when they may have moved anybody."""
    written = written_since(seq, _MOST_MENDED)
    if written is None or {table for table, _row in written} & {table_name(each) for each in (Body, Area, Post)}:
        return None
    people = {row for table, row in written if table == table_name(Person)}
    held = [row for table, row in written if table == table_name(Membership)]
    if held:
        people.update(
            row[0] for row in tuples(Membership.select(Membership.person).where(Membership.id.in_(among(held))))
        )
    return people


def _protocol() -> Place:
    kinds = {kind.value: at for at, kind in enumerate(BodyKind)}
    rows = sorted(
        (kinds[kind], key, body) for body, kind, key in tuples(Body.select(Body.id, Body.kind, Body.sort_key))
    )
    bodies = {body: at for at, (_kind, _key, body) in enumerate(rows)}
    ranks: dict[int | None, int] = {None: NO_POST_RANK, **dict(tuples(Post.select(Post.id, Post.rank)))}
    order = {rank: at for at, rank in enumerate(sorted(set(ranks.values())))}
    posts = {post: order[rank] for post, rank in ranks.items()}
    first = {body: at * len(order) for body, at in bodies.items()}
    return lambda body, _area, post: first[body] + posts[post]


def _areas() -> Place:
    book = AreaBook()
    listed = [row[0] for row in tuples(Area.select(Area.id).order_by(Area.sort_key, Area.id))]
    places = {area: at for at, area in enumerate(listed)}
    now = {area: places[book.on(area)] for area in listed}
    return lambda _body, area, _post: None if area is None else now[area]
