"""Where a row says somebody sits: several posts in one cell, each with its body, as our own list writes them."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from frontdesk.office import area_key
from frontdesk.roster.rules.bodies import body_key
from frontdesk.roster.rules.protocol import post_key
from frontdesk.roster.sheets.cells import posts_of
from frontdesk.roster.sheets.reading import PersonLine
from frontdesk.roster.sheets.roll import Ref, Roll

_PIECES: Final = re.compile(r"\s*;\s*")


class Seat(NamedTuple):
    """A post in a body; `area` is what its holder stands for, `post` None for a mere member."""

    body: Ref
    area: Ref | None
    post: str | None


class _Piece(NamedTuple):
    """What stands between two semicolons: a post, and the known body named behind it."""

    post: str | None
    body: Ref | None


def areas_of(line: PersonLine, roll: Roll) -> tuple[Ref, ...]:
    """The areas of a row: one, or all of "Khu phố 3, Khu phố 5" where they are known. One not known is to be made."""
    if not line.area:
        return ()
    keys = [area_key(part) for part in line.area.split(",")]
    if len(keys) > 1 and area_key(line.area) not in roll.areas and all(key in roll.areas for key in keys):
        return tuple(dict.fromkeys(roll.areas[key] for key in keys))
    return (roll.area(line.area),)


def seats_of(line: PersonLine, areas: Sequence[Ref], roll: Roll) -> list[Seat]:
    """The seats of a row: "Chủ tịch, Ủy ban MTTQ …; Trưởng ban" are two, the second in the row's own body.

    A post that names no body of its own is held in the body of the row, or of the row's areas one after the other.
    """
    pieces = _pieces(line, roll)
    bodies = _bodies(line, roll)
    named = {piece.body for piece in pieces}
    free: list[Ref | None] = [body for body in bodies if body not in named] or list(bodies[-1:])
    if not bodies:
        free = [roll.body(line, area) for area in areas or (None,)] if None in named else []
    seats, at = [], 0
    for piece in pieces:
        place, body = (0, piece.body) if piece.body is not None else (at, free[min(at, len(free) - 1)])
        at += piece.body is None
        if body is not None:
            area = areas[min(place, len(areas) - 1)] if areas else None
            seats.append(Seat(body, area, roll.post(piece.post) if piece.post else None))
    return seats


def _pieces(line: PersonLine, roll: Roll) -> list[_Piece]:
    """The posts of a row: one where the cell is known as one, parted by its bodies only where it names known ones."""
    if not line.post:
        return [_Piece(None, None)]
    if post_key(line.post) in roll.posts:
        return [_Piece(line.post, None)]
    parted = [_parted(text, roll) for text in _PIECES.split(line.post) if text]
    if all(piece.body is None for piece in parted):
        return [_Piece(post, None) for post in line.posts or (line.post,)]
    return [each for piece in parted for each in ([piece] if piece.body is not None else _posts(piece, roll))]


def _posts(piece: _Piece, roll: Roll) -> list[_Piece]:
    whole = piece.post or ""
    said = (whole,) if post_key(whole) in roll.posts else posts_of(whole) or (whole,)
    return [_Piece(post, None) for post in said]


def _parted(text: str, roll: Roll) -> _Piece:
    """A post and the known body behind one of its commas; a body alone is one without a post."""
    words = text.split(",")
    for at in range(len(words)):
        known = roll.bodies.get(body_key(",".join(words[at:])))
        if known is not None:
            return _Piece(",".join(words[:at]).strip() or None, known.id)
    return _Piece(text.strip(), None)


def _bodies(line: PersonLine, roll: Roll) -> tuple[Ref, ...]:
    """The bodies of a cell that names several known ones."""
    keys = [body_key(part) for part in _PIECES.split(line.body or "")]
    if len(keys) < 2 or not all(key in roll.bodies for key in keys):
        return ()
    return tuple(dict.fromkeys(roll.bodies[key].id for key in keys))
