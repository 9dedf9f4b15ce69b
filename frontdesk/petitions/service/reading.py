"""Petitions read from their table: every column of a row with its names, and back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from datetime import date
from functools import cache
from itertools import islice
from typing import Any, Final

from peewee import JOIN, Select

from frontdesk.office.model import Area
from frontdesk.petitions.model import Agency, Petition
from frontdesk.petitions.rules.deadlines import Pause
from frontdesk.petitions.rules.rows import PetitionRow
from frontdesk.petitions.rules.words import Channel, Complexity, Contact, Ending, Kind, Route, Status
from frontdesk.store import live

NAMES: Final = tuple(each.name for each in fields(PetitionRow) if each.name != "notices")
_ENUMS: Final[dict[str, Callable[[Any], Any]]] = {
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


def rows(chosen: Select) -> Iterator[PetitionRow]:
    """The rows of a query that began with `query()`."""
    return _read(*chosen.sql())


def one(column: str, value: Any) -> PetitionRow | None:
    """The petition whose `column` holds `value`, which no other's does."""
    return next(_read(f'{_select_all()} WHERE "t1"."{column}" = ?', (value,)), None)


def many(ids: Iterable[int]) -> Iterator[PetitionRow]:
    """The petitions with these ids, in no order."""
    left = iter(ids)
    while batch := list(islice(left, _MOST_VARIABLES)):
        places = ", ".join("?" * len(batch))
        yield from _read(f'{_select_all()} WHERE "t1"."id" IN ({places})', batch)


@cache
def _select_all() -> str:
    # A petition is read with every step, and peewee takes longer to say this than SQLite to do it.
    return str(query().sql()[0])


def _read(sql: str, values: Iterable[Any]) -> Iterator[PetitionRow]:
    # Decoded here: by way of peewee's fields a row of sixty columns takes five times as long.
    for row in live.execute_sql(sql, values):
        decoded = (
            value if decode is None or (value is None and decode is not _pauses) else decode(value)
            for value, decode in zip(row, _DECODERS, strict=True)
        )
        yield PetitionRow(*decoded)


def _pauses(text: str | None) -> tuple[Pause, ...]:
    pairs = (span.split("/") for span in (text or "").split())
    return tuple(
        (date.fromisoformat(since), None if until == _OPEN_END else date.fromisoformat(until)) for since, until in pairs
    )


def query() -> Select:
    """All petitions with the names of their areas and agencies, to be narrowed and ordered."""
    columns = [JOINED.get(name) or getattr(Petition, name) for name in NAMES]
    return Petition.select(*columns).join(Area, JOIN.LEFT_OUTER).switch(Petition).join(Agency, JOIN.LEFT_OUTER)


def _lacks(text: str) -> tuple[str, ...]:
    return () if text == _NOTHING else tuple(text.split())


def _decoder(name: str) -> Callable[[Any], Any] | None:
    """What makes a column's raw value the row's, None where they are the same."""
    if name in _DAYS:
        return date.fromisoformat
    if name in _FLAGS:
        return bool
    return {"pauses": _pauses, "lacks": _lacks, **_ENUMS}.get(name)


_DECODERS: Final = tuple(map(_decoder, NAMES))
