"""What a cell says: dates, money, phones and yes as offices write them. A blank cell is None (False for `yes`)."""

from dataclasses import dataclass
from datetime import date

from frontdesk.sheet.grid import Cell


@dataclass(frozen=True, slots=True)
class Birth:
    """A birth date as far as it is known: the day, or the year alone."""

    year: int
    day: date | None = None


def text(cell: Cell) -> str:
    """`cell` as a person reads it, trimmed, "" for blank; a whole float loses its ".0"."""
    raise NotImplementedError


def text_or_none(cell: Cell) -> str | None:
    """`text`, but None where blank or a word for nothing ("Không", "ko", "-", "0")."""
    raise NotImplementedError


def name(cell: Cell) -> str:
    """A person's name with double blanks and capitals mended, "" for blank."""
    raise NotImplementedError


def day(cell: Cell, today: date) -> date | None:
    """A full date; ValueError (with the sentence to show) for an impossible or a partial one."""
    raise NotImplementedError


def birth(cell: Cell, today: date) -> Birth | None:
    """A birth date or year, never in the future; ValueError for an impossible one."""
    raise NotImplementedError


def whole(cell: Cell) -> int | None:
    """A whole number; ValueError for anything else."""
    raise NotImplementedError


def money(cell: Cell) -> int | None:
    """An amount in đồng, negative in parentheses; ValueError where it would be a guess."""
    raise NotImplementedError


def phones(cell: Cell) -> tuple[str, ...]:
    """The phone numbers of a cell as digits with their leading 0; ValueError for what is none."""
    raise NotImplementedError


def yes(cell: Cell) -> bool:
    """Whether a cell says yes ("x", "có", a party date); ValueError for words that say neither."""
    raise NotImplementedError
