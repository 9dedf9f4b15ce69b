"""Columns where there is no room for all of them: what they can spare goes first, then long texts end in "…"."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True, slots=True)
class Want:
    """A column's width in pixels: as it was asked for, as what it shows needs, and the least it may be cut to.

    `least` is `needs` for what must not be cut: amounts, dates, marks.
    """

    asked: int
    needs: int
    least: int


def fitted(wants: Sequence[Want], room: int) -> list[int]:
    """The widths: as asked where there is `room`, else each gives in proportion, first its spare room, then words."""
    widths = [want.asked for want in wants]
    for floors in ([want.needs for want in wants], [want.least for want in wants]):
        widths = _squeezed(widths, floors, room)
    return widths


def _squeezed(widths: Sequence[int], floors: Sequence[int], room: int) -> list[int]:
    missing = sum(widths) - room
    spare = [max(0, width - floor) for width, floor in zip(widths, floors, strict=True)]
    if missing <= 0 or not sum(spare):
        return list(widths)
    share = min(1.0, missing / sum(spare))
    # Rounded up, so that what is left over never needs a scroll bar.
    return [width - min(each, ceil(each * share)) for width, each in zip(widths, spare, strict=True)]
