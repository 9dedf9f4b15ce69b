"""Who is whom: when a row that names somebody means a person already known."""

import unicodedata
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache
from typing import Final, Protocol, TypeVar

from frontdesk.vietnamese import fold

_TONES: Final = {"\u0300": "1", "\u0301": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}


_FORMULAS: Final = "=+-@"


class Known(Protocol):
    """What identifies a person already met; `areas` are all the areas ever stood for, called what they are today."""

    @property
    def name_key(self) -> str:
        """See `name_key`."""

    @property
    def born(self) -> date | None:
        """The day of birth, None where it is not known."""

    @property
    def birth_year(self) -> int | None:
        """The year of birth, None where it is not known."""

    @property
    def areas(self) -> Set[int | str]:
        """Ids of areas, or keys of areas about to be made."""


Likened = TypeVar("Likened", bound=Known)


@dataclass(frozen=True, slots=True)
class Sought:
    """What a row says of the person it means; `area` None where the row names none or one not known yet."""

    name: str
    born: date | None = None
    birth_year: int | None = None
    area: int | str | None = None


@dataclass(frozen=True, slots=True)
class Namesake:
    """Whose name is looked for where a name is all that stands: its search key, and what tells namesakes apart.

    `areas` are the ids of all areas ever stood for, by whatever name; none where no area is known.
    """

    name: str
    key: str
    birth_year: int | None = None
    areas: frozenset[int] = frozenset()

    def may_be(self, name: str, birth_year: int | None = None, area_id: int | None = None) -> bool:
        """Whether `name` may mean this person: it is the same, and birth and area, where both are known, agree."""
        if fold(name) != self.key:
            return False
        if None not in (birth_year, self.birth_year) and birth_year != self.birth_year:
            return False
        return area_id is None or not self.areas or area_id in self.areas


class Likeness(IntEnum):
    """How sure it is that two are one; NONE is nobody, NAME is no more than a namesake."""

    NONE = 0
    NAME = 1
    AREA = 2
    BIRTH_YEAR = 3
    BIRTH = 4
    BIRTH_AND_AREA = 5


def is_name(text: str) -> bool:
    """Whether `text` can be the name of a person: it is no formula of a sheet, and its letters are Latin ones."""
    if text[:1] in _FORMULAS or not any(map(str.isalpha, text)):
        return False
    return all(map(_may_stand_in_a_name, text))


@lru_cache(maxsize=1 << 11)
def _may_stand_in_a_name(letter: str) -> bool:
    if letter.isalpha():
        return unicodedata.name(letter, "").startswith(("LATIN ", "MODIFIER LETTER "))
    return letter.isprintable() and letter != "\N{REPLACEMENT CHARACTER}"


@lru_cache(maxsize=1 << 14)
def name_key(name: str) -> str:
    """What two spellings of one name share: case, blanks and the place of a tone mark aside.

    Unlike a search key it keeps every letter and tone apart: Hoa is not Hòa.
    """
    return " ".join(_tones_last(word) for word in name.lower().split())


@lru_cache(maxsize=1 << 13)
def _tones_last(word: str) -> str:
    """`word` with its tone last and as a digit, so that hòa and hoà agree."""
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(_TONES.get(letter, "") for letter in letters)
    return unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES)) + tones


def likeness(known: Known, sought: Sought) -> Likeness:
    """How alike the two are; a birth that contradicts parts even namesakes of one area."""
    if known.name_key != name_key(sought.name):
        return Likeness.NONE
    same_area = sought.area is not None and sought.area in known.areas
    if known.birth_year is not None and sought.birth_year is not None:
        if known.birth_year != sought.birth_year:
            return Likeness.NONE
        if known.born is not None and sought.born is not None:
            if known.born != sought.born:
                return Likeness.NONE
            return Likeness.BIRTH_AND_AREA if same_area else Likeness.BIRTH
        return Likeness.BIRTH_AND_AREA if same_area else Likeness.BIRTH_YEAR
    return Likeness.AREA if same_area else Likeness.NAME


def matches(people: Iterable[Likened], sought: Sought) -> tuple[Likeness, Sequence[Likened]]:
    """The people a row may mean, those alone that are most alike; more than one: somebody must say."""
    best, found = Likeness.NONE, list[Likened]()
    for known in people:
        degree = likeness(known, sought)
        if degree > best:
            best, found = degree, [known]
        elif degree == best and degree is not Likeness.NONE:
            found.append(known)
    return best, found
