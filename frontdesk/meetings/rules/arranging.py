"""In which order delegates stand, sit and speak."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from string import ascii_uppercase

from frontdesk.meetings.rules.rows import DelegateRow


def protocol_order(delegates: Sequence[DelegateRow], places: Mapping[int, int]) -> tuple[DelegateRow, ...]:
    """The delegates in the order of protocol; `places` are those of the roster's people, by `person_id`.

    Guests have no place there: who was put before everybody of the roster stays in front, the others come last.
    """
    listed = [each for each in delegates if each.person_id in places]
    first = next((at for at, each in enumerate(delegates) if each.person_id in places), len(delegates))
    guests = [each for each in delegates[first:] if each.person_id not in places]
    listed.sort(key=lambda each: places[each.person_id or 0])
    return (*delegates[:first], *listed, *guests)


def seat(place: int, in_row: int) -> str:
    """The seat of the delegate at `place` of the list, from 0: A1, A2, …, after row Z comes AA."""
    row, number = divmod(place, in_row)
    letters = ""
    while row >= 0:
        row, letter = divmod(row, len(ascii_uppercase))
        letters = ascii_uppercase[letter] + letters
        row -= 1
    return f"{letters}{number + 1}"


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
