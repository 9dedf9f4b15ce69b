"""The rows of a table in their order, and the running sums of a book, exact, for its carried-forward lines."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from frontdesk.paper.blocks import BookTable, Carry, Cell, GroupRow, Row, Table

CARRIED_ON: Final = "Cộng mang sang"
CARRIED_BACK: Final = "Số trang trước chuyển sang"


def all_rows(table: Table | BookTable) -> list[Row | GroupRow]:
    """The rows of a table from its opening to its total, those that frame the others in bold."""
    if isinstance(table, Table):
        return [*table.rows, *([_in_bold(table.total)] if table.total else [])]
    opening = [_in_bold(table.opening)] if table.opening else []
    return [*opening, *table.rows, *map(_in_bold, table.closing)]


def _in_bold(row: Row) -> Row:
    return Row(row.cells, bold=True, italic=row.italic, counted=False)


class CarriedSums(Sequence[tuple[Cell, ...]]):
    """At index n: the cells of a carried-forward line below the first n rows (the opening one is the first)."""

    def __init__(self, book: BookTable) -> None:
        self._width = len(book.columns)
        self._carried = [number for number, column in enumerate(book.columns) if column.carry]
        state: dict[int, int | Decimal | None] = {
            number: 0 if book.columns[number].carry is Carry.SUM else None for number in self._carried
        }
        self._states = [tuple(state.values())]
        for row in all_rows(book):
            if isinstance(row, Row):
                for number in self._carried:
                    figure = row.cells[number]
                    if isinstance(figure, int | Decimal):
                        is_sum = book.columns[number].carry is Carry.SUM
                        state[number] = _after(state[number], figure, is_sum=is_sum, counted=row.counted)
            self._states.append(tuple(state.values()))

    def __len__(self) -> int:
        return len(self._states)

    def __getitem__(self, count: int) -> tuple[Cell, ...]:  # type: ignore[override]
        cells: list[Cell] = [None] * self._width
        for number, figure in zip(self._carried, self._states[count], strict=True):
            cells[number] = figure
        return tuple(cells)


def _after(before: int | Decimal | None, figure: int | Decimal, *, is_sum: bool, counted: bool) -> int | Decimal | None:
    if not is_sum:
        return figure
    return (before or 0) + figure if counted else before
