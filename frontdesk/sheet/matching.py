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

_PAIR: Final = " + "
_PAIR_MATCHES: Final = 0.9
_SAID_BY_A_PERSON: Final = 10.0
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
    """The fields laid to columns, best first; a column means one field, and a field one column or one pair.

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
    wanted = [(spec, wanted_clues(spec.synonyms), _unpaired(spec.synonyms)) for spec in fields]
    for column, path in enumerate(paths):
        if not path:
            continue
        meant = _said_of(path, said)
        here = clues(tuple(path))
        following = paths[column + 1] if column + 1 < len(paths) else ()
        for spec, words, synonyms in wanted:
            if meant is not None:
                if meant == spec.name:
                    yield Match(_SAID_BY_A_PERSON, spec, (column,))
                continue
            if here.isdisjoint(words):
                continue
            score = best_score(tuple(path), synonyms)
            if score >= MATCHES:
                yield Match(score * _content(spec, sample.get(column, ())), spec, (column,))
            if following and (pair := _pair_score(path, following, spec)) >= _PAIR_MATCHES:
                yield Match(pair + 0.01, spec, (column, column + 1))


@lru_cache(maxsize=1 << 10)
def _unpaired(synonyms: tuple[str, ...]) -> tuple[str, ...]:
    """The synonyms that one column says alone."""
    return tuple(synonym for synonym in synonyms if _PAIR not in synonym)


def _pair_score(path: Sequence[str], following: Sequence[str], spec: FieldSpec) -> float:
    """How well two adjoining columns say a synonym such as "Họ đệm + Tên"."""
    pairs = [synonym.split(_PAIR, 1) for synonym in spec.synonyms if _PAIR in synonym]
    return max((min(path_score(path, left), path_score(following, right)) for left, right in pairs), default=0.0)


def _content(spec: FieldSpec, cells: Sequence[Cell]) -> float:
    """The factor by which what stands under a header bears it out."""
    if not cells:
        return 1.0
    return 1 - _WEIGHT_OF_CONTENT + _WEIGHT_OF_CONTENT * sum(fits(spec.kind, cell) for cell in cells) / len(cells)
