"""What an importer looks for in a sheet: its fields and the header words that mean them."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a field's cells hold; a column whose cells do not look so is a poorer match."""

    TEXT = "text"
    NAME = "name"
    DAY = "day"
    BIRTH = "birth"
    WHOLE = "whole"
    MONEY = "money"
    PHONE = "phone"
    YES = "yes"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field an importer knows, and how offices head its column.

    `synonyms` are headers as written, the usual one first (messages show it); they match folded, by their words.
    ``"Trình độ / LLCT"`` is a header under a parent header. A field named in `needed` must find a column,
    unless one of `instead` (names of other fields) did. `shared`: a cell merged downwards says it of all its rows,
    as one of kind TEXT or DAY always does; a person or an amount must not count twice. `titled`: the one day of all
    rows may stand in the title lines, without a column.
    """

    name: str
    synonyms: tuple[str, ...]
    needed: bool = False
    kind: Kind = Kind.TEXT
    instead: tuple[str, ...] = ()
    shared: bool = False
    titled: bool = False

    @property
    def header(self) -> str:
        """The header messages call this field by."""
        return self.synonyms[0]
