"""What writing needs to know of a model, worked out once, and values as SQLite will hold them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache, lru_cache
from operator import index
from typing import Any, Final

from peewee import BlobField, BooleanField, CharField, Field, FloatField, ForeignKeyField, IntegerField, TextField

from frontdesk.store.model import Record, Sums
from frontdesk.vietnamese.text import nfc


@dataclass(frozen=True)
class Table:
    """The writing side of a model. `keeps` turns a column's value into what SQLite will hold, `nothing` is its None.

    `texts` are kept as `nfc` leaves them; every other column has its place in `keeps`. `columns` stand in the order in
    which payloads are hashed. `blank` is a row as it is kept when nothing is said; `late` are the defaults that are
    worked out each time.
    """

    name: str
    columns: tuple[str, ...]
    insert: str
    select: str
    texts: frozenset[str]
    keeps: dict[str, Callable[[Any], Any]]
    nothing: dict[str, Any]
    blank: dict[str, Any]
    late: dict[str, Callable[[], Any]]
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
    texts = frozenset(column for column, kind in by_column.items() if isinstance(kind, TextField | CharField))
    keeps = {column: _keeper(kind) for column, kind in by_column.items() if column not in texts}
    defaults = {column: model._meta.defaults.get(kind) for column, kind in by_column.items()}
    late = {column: default for column, default in defaults.items() if callable(default)}
    nothing = {column: "" if column in texts and not by_column[column].null else None for column in columns}
    said = {column: value for column, value in defaults.items() if value is not None and column not in late}
    blank = nothing | _kept(said, texts, keeps, nothing)
    return Table(
        name=name,
        columns=columns,
        insert=f'INSERT INTO "{name}" ({quoted(columns)}) VALUES ({", ".join("?" * len(columns))})',
        select=f'SELECT {quoted(columns)} FROM "{name}" WHERE id = ?',
        texts=texts,
        keeps=keeps,
        nothing=nothing,
        blank=blank,
        late=late,
        secret=frozenset(model.secret),
        searchable=model.searchable,
        topic=model.topic,
    )


@lru_cache(maxsize=1 << 10)
def update_of(table: str, columns: tuple[str, ...]) -> str:
    """The statement that changes `columns` of one row. SQLite writes every index over a column it names."""
    return f'UPDATE "{table}" SET {quoted(columns, " = ?")} WHERE id = ?'


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
        {column: _keeper(meta.columns[column]) for column in columns},
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
        return _kept(values, table.texts, table.keeps, table.nothing)
    except KeyError as error:
        raise TypeError(f"{table.name} has no column {error}") from None


def _kept(
    values: Mapping[str, Any],
    texts: frozenset[str],
    keeps: Mapping[str, Callable[[Any], Any]],
    nothing: Mapping[str, Any],
) -> dict[str, Any]:
    kept = {}
    for column, value in values.items():
        if value is None:
            kept[column] = nothing[column]
        elif column in texts:
            kept[column] = nfc(value if isinstance(value, str) else _plain(value)) or nothing[column]
        else:
            kept[column] = keeps[column](value)
    return kept


def fresh(table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """A new row as SQLite will hold it: `values`, and what its columns hold when nothing is said."""
    late = {column: default() for column, default in table.late.items() if column not in values}
    row = table.blank.copy()
    row.update(stored(table, {**values, **late} if late else values))
    return row


@cache
def _row_fields(row_type: type[Any]) -> frozenset[str]:
    return frozenset(each.name for each in fields(row_type))


def _keeper(kind: Field) -> Callable[[Any], Any]:
    if isinstance(kind, BooleanField | IntegerField | ForeignKeyField):
        # SQLite would turn "5" and 5.0 into 5 by itself, and the journal would remember something else.
        return index
    if isinstance(kind, FloatField):
        return float
    return bytes if isinstance(kind, BlobField) else _moment


def _plain(value: Any) -> str:
    return str(value.value if isinstance(value, Enum) else value)


# The days of a list come again and again.
_iso_day: Final = lru_cache(maxsize=1 << 13)(date.isoformat)


def _moment(value: Any) -> Any:
    if type(value) is date:
        return _iso_day(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return value.isoformat() if isinstance(value, (date, time)) else value
