"""Laying fields to columns: each to the one whose header and content say it best."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from frontdesk.sheet.fields import FieldSpec
from frontdesk.sheet.grid import Cell
from frontdesk.sheet.headers import MATCHES, best_score, clues, path_score, phrase, wanted_clues
from frontdesk.sheet.values import fits

# A path is the texts that head a column, from the parent down; () where nothing does.
Paths = Sequence[Sequence[str]]
# What a person said a header means: comparable header → field name, "" for "leave this column out".
Said = Mapping[str, str]

# Adjoining columns that make one field together: read as they stand, or the right one first.
_THEN: Final = " + "
_BEFORE: Final = " < "
_PART_MATCHES: Final = 0.9
_EACH_PART_MORE: Final = 0.01
SAID_BY_A_PERSON: Final = 10.0
_WEIGHT_OF_CONTENT: Final = 0.3


@dataclass(frozen=True, slots=True)
class Match:
    """A field laid to one column, or to adjoining ones, and how sure that is (above 1 where a person said so)."""

    score: float
    spec: FieldSpec
    columns: tuple[int, ...]


def callings(path: Sequence[str]) -> tuple[str, ...]:
    """How a person may call the header `path`, comparable: whole, or by its lowest part."""
    return (phrase(" ".join(path)).squeezed, phrase(path[-1]).squeezed) if path else ()


def match_columns(
    paths: Paths, fields: Sequence[FieldSpec], said: Said, sample: Mapping[int, Sequence[Cell]]
) -> list[Match]:
    """The fields laid to columns, best first; a column means one field, and a field one column or
    adjoining ones.

    `sample` holds cells that stand under a column's header: they part headers that could mean either of two fields.
    """
    taken = {column for column, path in enumerate(paths) if _said_of(path, said) == ""}
    laid: set[str] = set()
    matches = []
    for match in sorted(_candidates(paths, fields, said, sample), key=lambda match: -match.score):
        if match.spec.name not in laid and taken.isdisjoint(match.columns):
            laid.add(match.spec.name)
            taken.update(match.columns)
            matches.append(match)
    return matches


def _said_of(path: Sequence[str], said: Said) -> str | None:
    return next((said[calling] for calling in callings(path) if calling in said), None) if said else None


def _candidates(
    paths: Paths, fields: Sequence[FieldSpec], said: Said, sample: Mapping[int, Sequence[Cell]]
) -> Iterator[Match]:
    wanted = [(spec, wanted_clues(spec.synonyms), _whole(spec.synonyms)) for spec in fields]
    for column, path in enumerate(paths):
        if not path:
            continue
        meant = _said_of(path, said)
        here = clues(tuple(path))
        for spec, words, synonyms in wanted:
            if meant is not None:
                if meant == spec.name:
                    yield Match(SAID_BY_A_PERSON, spec, (column,))
                continue
            if here.isdisjoint(words):
                continue
            score = best_score(tuple(path), synonyms)
            if score >= MATCHES:
                yield Match(score * _content(spec, sample.get(column, ())), spec, (column,))
            yield from _parted(paths, column, spec)


@lru_cache(maxsize=1 << 10)
def _whole(synonyms: tuple[str, ...]) -> tuple[str, ...]:
    """The synonyms that one column says alone."""
    return tuple(synonym for synonym in synonyms if _THEN not in synonym and _BEFORE not in synonym)


@lru_cache(maxsize=1 << 10)
def _in_parts(synonyms: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """The synonyms that adjoining columns say together, in their parts, and whether the right one is read first."""
    then = ((tuple(synonym.split(_THEN)), False) for synonym in synonyms if _THEN in synonym)
    before = ((tuple(synonym.split(_BEFORE)), True) for synonym in synonyms if _BEFORE in synonym)
    return (*then, *before)


def _parted(paths: Paths, column: int, spec: FieldSpec) -> Iterator[Match]:
    """The field laid to columns from `column` on that say its parts: "Họ đệm + Tên", or turned round "Tên < Họ đệm"."""
    for parts, turned in _in_parts(spec.synonyms):
        here = paths[column : column + len(parts)]
        if len(here) < len(parts) or not all(here):
            continue
        score = min(path_score(path, part) for path, part in zip(here, parts, strict=True))
        if score >= _PART_MATCHES:
            columns = range(column, column + len(parts))
            yield Match(score + _EACH_PART_MORE * len(parts), spec, tuple(reversed(columns) if turned else columns))


def _content(spec: FieldSpec, cells: Sequence[Cell]) -> float:
    """The factor by which what stands under a header bears it out."""
    if not cells:
        return 1.0
    return 1 - _WEIGHT_OF_CONTENT + _WEIGHT_OF_CONTENT * sum(fits(spec.kind, cell) for cell in cells) / len(cells)
