"""What writing needs to know of a model, worked out once, and values as SQLite will hold them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache, lru_cache, partial
from itertools import repeat
from operator import index
from typing import Any, Final

from peewee import BlobField, BooleanField, CharField, Field, FloatField, ForeignKeyField, IntegerField, TextField

from frontdesk.store.model import Record, Sums
from frontdesk.vietnamese.text import nfc


@dataclass(frozen=True)
class Table:
    """The writing side of a model. `keeps` turns a column's value into what SQLite will hold, `nothing` is its None.

    `columns` stand in the order in which payloads are hashed. `blank` is a row as it is kept when nothing is said;
    `late` are the defaults that are worked out each time. `repeating` are the columns whose values come again and again
    and are worked out once for many rows: texts and moments.
    """

    name: str
    columns: tuple[str, ...]
    insert: str
    select: str
    keeps: dict[str, Callable[[Any], Any]]
    nothing: dict[str, Any]
    blank: dict[str, Any]
    late: dict[str, Callable[[], Any]]
    repeating: frozenset[str]
    secret: frozenset[str]
    searchable: tuple[str, ...]
    topic: str


@cache
def table_of(model: type[Record]) -> Table:
    """The writing side of `model`; TypeError when it declares a column it lacks or may not index."""
    by_column = model._meta.columns
    columns = tuple(sorted(by_column))
    name = model._meta.table_name
    hidden = set(model.searchable) & (set(model.secret) | set(model.sensitive))
    unknown = (set(model.searchable) | set(model.secret) | set(model.sensitive)) - set(columns)
    if hidden or unknown:
        raise TypeError(f"{model.__name__}: {sorted(hidden | unknown)} may not be searchable, or is no column")
    texts = {column for column, kind in by_column.items() if isinstance(kind, TextField | CharField)}
    nothing = {column: "" if column in texts and not by_column[column].null else None for column in columns}
    keeps = {column: _keeper(kind, nothing[column]) for column, kind in by_column.items()}
    defaults = {column: model._meta.defaults.get(kind) for column, kind in by_column.items()}
    late = {column: default for column, default in defaults.items() if callable(default)}
    said = {column: value for column, value in defaults.items() if value is not None and column not in late}
    return Table(
        name=name,
        columns=columns,
        insert=f'INSERT INTO "{name}" ({quoted(columns)}) VALUES ({", ".join("?" * len(columns))})',
        select=f'SELECT {quoted(columns)} FROM "{name}" WHERE id = ?',
        keeps=keeps,
        nothing=nothing,
        blank=nothing | {column: keeps[column](value) for column, value in said.items()},
        late=late,
        repeating=frozenset(column for column, keep in keeps.items() if column in texts or keep is _moment),
        secret=frozenset(model.secret),
        searchable=model.searchable,
        topic=model.topic,
    )


def update_of(table: Table, columns: Iterable[str]) -> str:
    """The statement that changes `columns` of one row. SQLite writes every index over a column it names."""
    return f'UPDATE "{table.name}" SET {quoted(columns, " = ?")} WHERE id = ?'


@dataclass(frozen=True)
class Adding:
    """The statement that adds amounts to the sums kept under a key, or begins them; `keeps` is in its order."""

    statement: str
    keeps: dict[str, Callable[[Any], Any]]

    def values(self, row: Mapping[str, Any]) -> list[Any]:
        """The key and the amounts of `row`, as SQLite holds them."""
        return [keep(row[column]) for column, keep in self.keeps.items()]


@cache
def adding_of(model: type[Sums]) -> Adding:
    """How amounts are added to what `model` keeps."""
    meta = model._meta
    key = [field.column_name for field in meta.get_primary_keys()]
    columns = list(meta.columns)
    amounts = [column for column in columns if column not in key]
    return Adding(
        f'INSERT INTO "{meta.table_name}" ({quoted(columns)}) VALUES ({", ".join("?" * len(columns))}) '
        f"ON CONFLICT ({quoted(key)}) DO UPDATE SET "
        + ", ".join(f'"{column}" = "{column}" + excluded."{column}"' for column in amounts),
        {column: _keeper(meta.columns[column], None) for column in columns},
    )


def quoted(columns: Iterable[str], after: str = "") -> str:
    """Column names as SQL lists them, each with `after` behind it."""
    return ", ".join(f'"{column}"{after}' for column in columns)


def values_of(table: Table, row: Any) -> dict[str, Any]:
    """The columns that a mapping or a dataclass gives; a dataclass may have fields of its own besides."""
    if row is None:
        return {}
    if type(row) is dict or isinstance(row, Mapping):
        return dict(row)
    if is_dataclass(row) and not isinstance(row, type):
        known = _row_fields(type(row))
        return {column: getattr(row, column) for column in table.columns if column in known}
    raise TypeError(row)


def stored(table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """`values` as SQLite holds them, so that what is compared and hashed is what a reader will find."""
    try:
        return {
            column: table.nothing[column] if value is None else table.keeps[column](value)
            for column, value in values.items()
        }
    except KeyError as error:
        raise TypeError(f"{table.name} has no column {error}") from None


def fresh(table: Table, rows: Sequence[Mapping[str, Any]], ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """New rows as SQLite will hold them, in the order of `table.columns`: what `rows` say, and what is held else.

    They are made column by column: of many rows most say the same as others.
    """
    said = set[str]().union(*rows)
    if not said <= table.keeps.keys():
        raise TypeError(f"{table.name} has no column {min(said - table.keeps.keys())!r}")
    made = [
        _column(table, column, rows) if column in said else _unsaid(table, column, rows) for column in table.columns
    ]
    made[table.columns.index("id")] = ids
    made[table.columns.index("revision")] = repeat(1, len(rows))
    return list(zip(*made, strict=True))


_UNSAID: Final = object()


def _unsaid(table: Table, column: str, rows: Sequence[Mapping[str, Any]]) -> Iterable[Any]:
    """What rows hold in a column that none of them speaks of."""
    default = table.late.get(column)
    return repeat(table.blank[column], len(rows)) if default is None else [default() for _row in rows]


def _column(table: Table, column: str, rows: Sequence[Mapping[str, Any]]) -> Iterable[Any]:
    """What rows hold in a column that some of them speak of."""
    default, keep, nothing = table.late.get(column), table.keeps[column], table.nothing[column]
    said = [row.get(column, _UNSAID) for row in rows]
    if default is not None:
        said = [default() if value is _UNSAID else value for value in said]
    held = {None: nothing, _UNSAID: table.blank[column]}
    if column in table.repeating:
        return map(_Held(keep, held).__getitem__, said)
    return [held[value] if value is None or value is _UNSAID else keep(value) for value in said]


class _Held(dict[Any, Any]):
    """What SQLite will hold for each value met so far."""

    def __init__(self, keep: Callable[[Any], Any], known: Mapping[Any, Any]) -> None:
        super().__init__(known)
        self._keep = keep

    def __missing__(self, value: Any) -> Any:
        held = self[value] = self._keep(value)
        return held


@cache
def _row_fields(row_type: type[Any]) -> frozenset[str]:
    return frozenset(each.name for each in fields(row_type))


def _keeper(kind: Field, nothing: Any) -> Callable[[Any], Any]:
    if isinstance(kind, TextField | CharField):
        return partial(_text, nothing)
    if isinstance(kind, BooleanField | IntegerField | ForeignKeyField):
        # SQLite would turn "5" and 5.0 into 5 by itself, and the journal would remember something else.
        return index
    if isinstance(kind, FloatField):
        return float
    return bytes if isinstance(kind, BlobField) else _moment


def _text(nothing: str | None, value: Any) -> str | None:
    """A text as `nfc` leaves it; one that says nothing is `nothing`."""
    return nfc(value if type(value) is str else str(value.value if isinstance(value, Enum) else value)) or nothing


# The days of a list come again and again.
_iso_day: Final = lru_cache(maxsize=1 << 13)(date.isoformat)


def _moment(value: Any) -> Any:
    if type(value) is date:
        return _iso_day(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return value.isoformat() if isinstance(value, (date, time)) else value
