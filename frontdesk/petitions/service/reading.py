"""Petitions read from their table: every column of a row with its names, and back."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import islice
from typing import Any, Final, Generic, TypeVar

from peewee import JOIN, CompoundSelectQuery, Select

from frontdesk.office.model import Area
from frontdesk.petitions.model import Agency, Petition
from frontdesk.petitions.rules.deadlines import Pause
from frontdesk.petitions.rules.rows import ListedRow, PetitionRow
from frontdesk.petitions.rules.words import Channel, Complexity, Contact, Ending, Kind, Route, Status
from frontdesk.store import live

R = TypeVar("R", bound=ListedRow)
_ENUMS: Final[dict[str, type[StrEnum]]] = {
    "channel": Channel,
    "kind": Kind,
    "complexity": Complexity,
    "status": Status,
    "route": Route,
    "told_how": Contact,
    "asked_how": Contact,
    "closed_as": Ending,
}
_DAYS: Final = frozenset(
    {
        "received", "opened", "forwarded", "accepted", "decided", "urged_on", "answered", "told", "asked_on", "settled",
        "closed", "due", "extended_to",
    }
)  # fmt: skip
_FLAGS: Final = frozenset({"remote", "again", "upward", "satisfied", "due_own"})
JOINED: Final = {"area": Area.name, "forwarded_to": Agency.name}
_OPEN_END: Final = "?"
_NOTHING: Final = "-"
_MOST_VARIABLES: Final = 10_000


def encoded(name: str, value: Any) -> Any:
    """A row's value as its column holds it."""
    if name == "pauses":
        return " ".join(f"{since}/{until or _OPEN_END}" for since, until in value) or None
    if name == "lacks":
        return None if value is None else " ".join(value) or _NOTHING
    return value


def _pauses(text: str) -> tuple[Pause, ...]:
    pairs = (span.split("/") for span in text.split())
    return tuple(
        (date.fromisoformat(since), None if until == _OPEN_END else date.fromisoformat(until)) for since, until in pairs
    )


def _lacks(text: str) -> tuple[str, ...]:
    return () if text == _NOTHING else tuple(text.split())


_DECODERS: Final[dict[str, Callable[[Any], Any]]] = {
    **dict.fromkeys(_DAYS, date.fromisoformat),
    **dict.fromkeys(_FLAGS, bool),
    **{name: {each.value: each for each in members}.__getitem__ for name, members in _ENUMS.items()},
    "pauses": _pauses,
    "lacks": _lacks,
}


def plain(chosen: Select | CompoundSelectQuery) -> Iterator[tuple[Any, ...]]:
    """The rows of a query as SQLite holds them: by way of peewee hundreds of them take longer than to find them."""
    yield from live.execute_sql(*chosen.sql())


def among(chosen: Select, ids: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    """Those rows of a query with a condition whose petition is one of `ids`; peewee takes long over a long list."""
    sql, values = chosen.sql()
    yield from live.execute_sql(f'{sql} AND "t1"."id" IN ({", ".join("?" * len(ids))})', (*values, *ids))


class Reader(Generic[R]):
    """Reads petitions as rows of one class, whose fields are columns, or names that other tables hold."""

    def __init__(self, row_type: type[R]) -> None:
        self._row_type = row_type
        self.names = tuple(each.name for each in fields(row_type) if each.name != "notices")
        self._decoders = [(at, _DECODERS[name]) for at, name in enumerate(self.names) if name in _DECODERS]
        self._pauses = self.names.index("pauses")

    def query(self) -> Select:
        """All petitions with the names of their areas and agencies, to be narrowed and ordered."""
        columns = [JOINED.get(name) or getattr(Petition, name) for name in self.names]
        return Petition.select(*columns).join(Area, JOIN.LEFT_OUTER).switch(Petition).join(Agency, JOIN.LEFT_OUTER)

    def rows(self, chosen: Select) -> Iterator[R]:
        """The rows of a query that began with `query()`."""
        return self._read(*chosen.sql())

    def one(self, column: str, value: Any) -> R | None:
        """The petition whose `column` holds `value`, which no other's does."""
        return next(self._read(f'{self._all} WHERE "t1"."{column}" = ?', (value,)), None)

    def many(self, ids: Iterable[int]) -> Iterator[R]:
        """The petitions with these ids, in no order."""
        left = iter(ids)
        while batch := list(islice(left, _MOST_VARIABLES)):
            yield from self._read(f'{self._all} WHERE "t1"."id" IN ({", ".join("?" * len(batch))})', batch)

    @cached_property
    def _all(self) -> str:
        # A petition is read with every step, and peewee takes longer to say this than SQLite to do it.
        return str(self.query().sql()[0])

    def _read(self, sql: str, values: Iterable[Any]) -> Iterator[R]:
        # Decoded here: by way of peewee's fields a row of sixty columns takes five times as long.
        for row in live.execute_sql(sql, values):
            decoded = list(row)
            for at, decode in self._decoders:
                if decoded[at] is not None:
                    decoded[at] = decode(decoded[at])
            # A petition that never waited has nothing in its column.
            decoded[self._pauses] = decoded[self._pauses] or ()
            yield self._row_type(*decoded)


WHOLE: Final = Reader(PetitionRow)
LISTED: Final = Reader(ListedRow)
NAMES: Final = WHOLE.names
