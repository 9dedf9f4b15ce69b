"""Queries built once and asked often: in a deed of many small ones peewee builds longer than SQLite answers."""

import inspect
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from peewee import BooleanField, CompoundSelectQuery, DateField, Field, Value

from frontdesk.store.model import live

_MENDED: Final[dict[type[Field], Callable[[Any], Any]]] = {BooleanField: bool, DateField: date.fromisoformat}


class _Slot:
    """Stands in a query where a value will come."""


class Prepared:
    """A query of which only values change; `build` makes it out of a placeholder for each of its parameters.

    Calling it with the values, in the order of `build`'s parameters, gives the rows as tuples. The query may not
    change its shape by a value: a list of ids is as many parameters as it may have ids.
    """

    def __init__(self, build: Callable[..., Any]) -> None:
        self._build = build
        self._sql = ""
        self._order: list[int] = []
        self._mended: list[tuple[int, Callable[[Any], Any]]] = []

    def __call__(self, *given: Any) -> list[tuple[Any, ...]]:
        """The rows for these values."""
        if not self._sql:
            self._prepare()
        values = [told.isoformat() if isinstance(told := given[place], date) else told for place in self._order]
        rows: list[tuple[Any, ...]] = live.obj.connection().execute(self._sql, values).fetchall()
        return [self._mend(row) for row in rows] if self._mended else rows

    def _prepare(self) -> None:
        slots = [_Slot() for _name in inspect.signature(self._build).parameters]
        query = self._build(*(Value(slot, converter=False) for slot in slots))
        sql, params = query.sql()
        first_piece, *pieces = sql.split("?")
        # What never changes stands in the text: SQLite plans a query anew whenever a limit is bound.
        told = ["?" if isinstance(each, _Slot) else _literal(each) for each in params]
        sql = first_piece + "".join(mark + piece for mark, piece in zip(told, pieces, strict=True))
        self._order = [slots.index(each) for each in params if isinstance(each, _Slot)]
        first = query
        while isinstance(first, CompoundSelectQuery):
            first = first.lhs
        for place, column in enumerate(first.selected_columns):
            kind = getattr(column, "field", column)
            mend = next((mend for each, mend in _MENDED.items() if isinstance(kind, each)), None)
            if mend is not None:
                self._mended.append((place, mend))
        self._sql = sql

    def _mend(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        values = list(row)
        for place, mend in self._mended:
            if values[place] is not None:
                values[place] = mend(values[place])
        return tuple(values)


def _literal(value: Any) -> str:
    if type(value) is int:
        return str(value)
    if type(value) is str:
        return "'" + value.replace("'", "''") + "'"
    if value is None:
        return "NULL"
    raise TypeError(f"a prepared query holds {value!r}")
