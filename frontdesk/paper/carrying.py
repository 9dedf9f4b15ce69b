"""The running sums of a book, exact, for its carried-forward lines in every kind of print."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from frontdesk.paper.blocks import BookTable, Carry, Cell, GroupRow, Row

CARRIED_ON: Final = "Cộng mang sang"
CARRIED_BACK: Final = "Số trang trước chuyển sang"


class CarriedSums(Sequence[tuple[Cell, ...]]):
    """At index n: the cells of a carried-forward line below the first n rows (the opening one is the first)."""

    def __init__(self, book: BookTable) -> None:
        self._width = len(book.columns)
        self._carried = [number for number, column in enumerate(book.columns) if column.carry]
        state: dict[int, int | Decimal | None] = {
            number: 0 if book.columns[number].carry is Carry.SUM else None for number in self._carried
        }
        self._states = [tuple(state.values())]
        rows: list[Row | GroupRow] = [*([book.opening] if book.opening else []), *book.rows, *book.closing]
        first = 1 if book.opening else 0
        for index, row in enumerate(rows):
            if isinstance(row, Row):
                counted = row.counted and first <= index < first + len(book.rows)
                for number in self._carried:
                    figure = row.cells[number]
                    if isinstance(figure, int | Decimal):
                        is_sum = book.columns[number].carry is Carry.SUM
                        state[number] = _after(state[number], figure, is_sum=is_sum, counted=counted)
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
