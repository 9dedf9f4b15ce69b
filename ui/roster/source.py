"""The people of the list: where they come from, and how their columns read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from frontdesk.messages import _, mark
from frontdesk.roster import BodyKind, MembershipRow, PeopleFilter, PeopleSort, PersonRow, Roster, Sex, Status
from frontdesk.store import Store
from ui.parts.colours import Tone
from ui.parts.table import Column, Query
from ui.roster.words import MASK, SENSITIVE, SEX_TITLES, day, joined, posts, title, word, yes_no


@dataclass(frozen=True)
class Scope:
    """Whose list it is: an area's, a body's, a kind of bodies', or everybody's; `name` as papers are asked for it."""

    area: str | None = None
    body: str | None = None
    kind: BodyKind | None = None

    @property
    def name(self) -> str | None:
        """The area or body, None for everybody and for a kind."""
        return self.area or self.body


class PeopleSource:
    """Pages of people for the list, as `ui.parts.table.RowSource`.

    `shown` holds the people whose sensitive columns somebody has asked to see, by id.
    """

    def __init__(self, roster: Roster, store: Store) -> None:
        self._roster, self._store = roster, store
        self.scope = Scope()
        self.sex: Sex | None = None
        self.party: bool | None = None
        self.shown: dict[int, PersonRow] = {}

    def wanted(self, query: Query) -> PeopleFilter:
        """The filter a query means, within the scope."""
        status = Status(query.named) if query.named else Status.ALL
        scope = self.scope
        if status is Status.ALL and scope != Scope():
            # Of an area or a body people want those who are in it; who was in it is a filter of its own.
            status = Status.SERVING
        return PeopleFilter(
            search=query.text or None,
            area=scope.area,
            body=scope.body,
            kind=scope.kind,
            status=status,
            sex=self.sex,
            party=self.party if self.shown else None,
        )

    def count(self, query: Query) -> int:
        """See `RowSource`."""
        return self._roster.count(self.wanted(query))

    def page(self, query: Query, offset: int, limit: int) -> Sequence[PersonRow]:
        """See `RowSource`."""
        sort, descending = order_of(query)
        rows = self._roster.page(self.wanted(query), sort, offset, limit, descending=descending)
        return [self._unmasked(row) for row in rows]

    def place(self, query: Query, row_id: int) -> int | None:
        """See `RowSource`."""
        sort, descending = order_of(query)
        return self._roster.place(row_id, self.wanted(query), sort, descending=descending)

    def _unmasked(self, row: PersonRow) -> PersonRow:
        shown = self.shown.get(row.id)
        if shown is None:
            return row
        return replace(row, **{name: getattr(shown, name) for name in SENSITIVE}, masked=())

    def columns(self) -> tuple[Column[PersonRow], ...]:
        """The columns there are; sensitive ones read "•••" until shown."""
        return (
            Column("number", title("number"), 8, sort_key="number"),
            Column("name", title("name"), 20, sort_key="name"),
            Column("sex", title("sex"), 5, text=lambda row: word(SEX_TITLES, row.sex), hidden=True),
            Column("born", title("born"), 10, text=lambda row: row.born_text, sort_key="birth"),
            Column("post", title("post"), 0, text=self.post, tone=self.tone, sort_key="post"),
            Column("area", title("area"), 12, text=self.area, sort_key="area"),
            Column("phone", title("phone"), 10),
            Column("body", title("body"), 30, text=self.body, hidden=True),
            Column("term", title("term_id"), 20, text=self.term, hidden=True),
            *(_masked(name, letters) for name, letters in (("ethnicity", 9), ("religion", 11), ("party", 10))),
            *(Column(name, title(name), letters, hidden=True) for name, letters in _MORE),
        )

    def post(self, row: PersonRow) -> str:
        """The posts held today, with their bodies; the last one of somebody who holds none."""
        if row.withdrawn is not None:
            return _("Withdrawn: {why}").format(why=row.withdrawn_why or "")
        return joined(_post(held) for held in posts(row, self._store.today))

    def body(self, row: PersonRow) -> str:
        """The bodies somebody sits in."""
        return joined(held.body for held in posts(row, self._store.today))

    def area(self, row: PersonRow) -> str:
        """The areas somebody stands for."""
        return joined((held.area for held in posts(row, self._store.today)), ", ")

    def term(self, row: PersonRow) -> str:
        """The terms of the posts held."""
        return joined(held.term for held in posts(row, self._store.today))

    def tone(self, row: PersonRow) -> Tone:
        """Quiet for who holds no post any more."""
        return Tone.PLAIN if row.serving(self._store.today) and row.withdrawn is None else Tone.MUTED


_MORE: Final = (
    ("education", 10),
    ("profession", 16),
    ("political_theory", 12),
    ("occupation", 16),
    ("workplace", 22),
    ("address", 24),
    ("other_phones", 14),
    ("note", 24),
)
EMPTY_TITLE: Final = mark("Nobody in the roster yet")
EMPTY_ADVICE: Final = mark(
    "Import the list you keep in Excel: drop the file on the next window. Or add people one by one with Ctrl+N."
)


def _post(held: MembershipRow) -> str:
    """Of a working committee the column of areas says the rest."""
    return held.post if held.post and held.body_kind is BodyKind.WORKING_COMMITTEE else held.title


def _masked(name: str, letters: int) -> Column[PersonRow]:
    def text(row: PersonRow) -> str:
        if row.masked:
            return MASK
        value = getattr(row, name)
        return yes_no(value) if isinstance(value, bool) else (day(value) if hasattr(value, "year") else value or "")

    return Column(name, title(name), letters, text=text, hidden=True)


def order_of(query: Query) -> tuple[PeopleSort, bool]:
    """The order a query asks for, and whether it is turned round."""
    return (PeopleSort.NAME, False) if query.sort is None else (PeopleSort(query.sort.key), query.sort.descending)
