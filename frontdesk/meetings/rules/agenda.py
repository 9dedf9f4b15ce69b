"""An agenda whose items move each other: what is lengthened, moved, put in or taken out shifts what follows."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from frontdesk.meetings.rules.rows import AgendaRow

_SOME_DAY = date(2000, 1, 1)


def clock_after(start: time, minutes: int) -> time:
    """The time `minutes` after `start`, over midnight if need be."""
    return (datetime.combine(_SOME_DAY, start) + timedelta(minutes=minutes)).time()


def appended(items: Sequence[AgendaRow], new: AgendaRow, starts: time) -> tuple[AgendaRow, ...]:
    """The items with `new` at the end, beginning when the last one ends; the first of all begins at `starts`."""
    if new.at is not None:
        return (*items, new)
    if not items:
        return (replace(new, at=starts),)
    return (*items, replace(new, at=_end(items[-1])))


def removed(items: Sequence[AgendaRow], index: int) -> tuple[AgendaRow, ...]:
    """The items without the one at `index`; those after it begin so much earlier."""
    gone = items[index]
    return (*items[:index], *_shifted(items[index + 1 :], -(gone.minutes or 0)))


def relocated(items: Sequence[AgendaRow], index: int, to: int) -> tuple[AgendaRow, ...]:
    """The items with the one at `index` moved to `to`; those between close up or give way."""
    order = [*items[:index], *items[index + 1 :]]
    order.insert(to, items[index])
    first, last = min(index, to), max(index, to)
    begins = items[first].at
    if begins is None:
        return tuple(order)
    for place in range(first, last + 1):
        order[place] = replace(order[place], at=begins)
        begins = clock_after(begins, order[place].minutes or 0)
    return tuple(order)


def lengthened(items: Sequence[AgendaRow], index: int, minutes: int) -> tuple[AgendaRow, ...]:
    """The items with the one at `index` taking `minutes`; those after it shift by the difference."""
    change = minutes - (items[index].minutes or 0)
    return (
        *items[:index],
        replace(items[index], minutes=minutes),
        *_shifted(items[index + 1 :], change),
    )


def begun(items: Sequence[AgendaRow], starts: time) -> tuple[AgendaRow, ...]:
    """The items with the first beginning at `starts` and the others shifted along; gaps between them stay."""
    first = next((item.at for item in items if item.at is not None), None)
    if first is None:
        return chained(items, starts)
    day = _SOME_DAY
    change = datetime.combine(day, starts) - datetime.combine(day, first)
    return tuple(_shifted(items, int(change.total_seconds()) // 60))


def chained(items: Sequence[AgendaRow], starts: time) -> tuple[AgendaRow, ...]:
    """The items one right after the other from `starts`."""
    found, at = [], starts
    for item in items:
        found.append(replace(item, at=at))
        at = clock_after(at, item.minutes or 0)
    return tuple(found)


def ends_at(items: Sequence[AgendaRow]) -> time | None:
    """When the last item is over; None when that is not planned."""
    return _end(items[-1]) if items else None


def minutes_behind(item: AgendaRow, begun_at: time) -> int | None:
    """How many minutes later than planned an item began, below nought when earlier; None when it was not planned."""
    if item.at is None:
        return None
    planned, real = (datetime.combine(_SOME_DAY, each) for each in (item.at, begun_at))
    return int((real - planned).total_seconds()) // 60


def _end(item: AgendaRow) -> time | None:
    return clock_after(item.at, item.minutes) if item.at is not None and item.minutes is not None else None


def _shifted(items: Sequence[AgendaRow], minutes: int) -> list[AgendaRow]:
    return [item if item.at is None else replace(item, at=clock_after(item.at, minutes)) for item in items]
