"""In which order delegates stand, sit and speak."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase
from typing import Final

from frontdesk.meetings.rules.rows import DelegateRow

_SEAT: Final = re.compile(r"([A-Z]{1,3})[ .-]?([0-9]{1,3})", re.ASCII)


@dataclass(frozen=True)
class SeatRow:
    """A row of seats, "A" in front; who sits in each, in the order of the hall's columns, "" where nobody does."""

    letters: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Hall:
    """The seats of one site as they are seen from above: the numbers of the seats in a row, and the rows."""

    columns: tuple[int, ...]
    rows: tuple[SeatRow, ...]


def protocol_order(delegates: Sequence[DelegateRow], places: Mapping[int, int]) -> tuple[DelegateRow, ...]:
    """The delegates in the order of protocol; `places` are those of the roster's people, by `person_id`.

    Guests have no place there: who was put before everybody of the roster stays in front, the others come last.
    """
    listed = [each for each in delegates if each.person_id in places]
    first = next((at for at, each in enumerate(delegates) if each.person_id in places), len(delegates))
    guests = [each for each in delegates[first:] if each.person_id not in places]
    listed.sort(key=lambda each: places[each.person_id or 0])
    return (*delegates[:first], *listed, *guests)


def seats(delegates: Sequence[DelegateRow], in_row: int) -> tuple[str, ...]:
    """A seat for each in the order of the list; every site has seats of its own."""
    taken: Counter[str | None] = Counter()
    given = []
    for each in delegates:
        given.append(seat(taken[each.site], in_row))
        taken[each.site] += 1
    return tuple(given)


def seat(place: int, in_row: int) -> str:
    """The seat of the one at `place`, from 0: A1, A2, …, after row Z comes AA."""
    row, number = divmod(place, in_row)
    letters = ""
    while row >= 0:
        row, letter = divmod(row, len(ascii_uppercase))
        letters = ascii_uppercase[letter] + letters
        row -= 1
    return f"{letters}{number + 1}"


def seat_key(text: str) -> tuple[int, str, int, str]:
    """For sorting: row B before AA, seat 2 before 10, and what is no such seat last."""
    found = _SEAT.fullmatch(text.strip().upper())
    if found is None:
        return (len(ascii_uppercase), "", 0, text)
    return (len(found[1]), found[1], int(found[2]), text)


def hall(delegates: Sequence[DelegateRow]) -> Hall | None:
    """The plan of where they sit; None when nobody has a seat of letters and a number, such as "B12".

    A row and a number that nobody has are left out: who counts odd seats on the left gets no empty ones between.
    """
    sitting: dict[tuple[int, str], dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for each in delegates:
        found = _SEAT.fullmatch((each.seat or "").strip().upper())
        if found is not None:
            sitting[len(found[1]), found[1]][int(found[2])].append(each.name)
    if not sitting:
        return None
    columns = tuple(sorted({number for row in sitting.values() for number in row}))
    rows = sorted(sitting.items())
    return Hall(
        columns,
        tuple(SeatRow(key[1], tuple("; ".join(row.get(number, ())) for number in columns)) for key, row in rows),
    )


def speakers(delegates: Sequence[DelegateRow]) -> tuple[DelegateRow, ...]:
    """Who asked to speak, in the order of speaking."""
    return tuple(sorted((each for each in delegates if each.speaks is not None), key=lambda each: each.speaks or 0))


def queued(delegates: Sequence[DelegateRow], who: DelegateRow, place: int | None) -> tuple[DelegateRow, ...]:
    """The order of speaking, counted from 1, with `who` at `place`; None: last, 0: no longer in it."""
    order = [each for each in speakers(delegates) if each.id != who.id]
    if place is None:
        order.append(who)
    elif place > 0:
        order.insert(place - 1, who)
    return tuple(replace(each, speaks=at) for at, each in enumerate(order, 1))
